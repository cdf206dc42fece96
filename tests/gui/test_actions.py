from pathlib import Path

import xinxi_desktop
from xinxi_desktop.gui.actions import ACTIONS, PLACES, Action, clashes


def test_no_key_means_two_things_in_one_place() -> None:
    assert clashes(ACTIONS) == []


def test_a_clash_with_the_window_is_found() -> None:
    pair = [Action("a", "甲", ("Ctrl+K",)), Action("b", "乙", ("Ctrl+K",), "inbox")]
    assert clashes(pair) == [("a", "b")]


def test_no_bare_letter_is_a_key() -> None:
    bare = [key for each in ACTIONS for key in each.keys if len(key) == 1 and key.isalpha()]
    assert bare == []


def test_every_place_has_a_word() -> None:
    assert {each.where for each in ACTIONS} <= set(PLACES)


def test_every_action_in_the_table_is_bound_somewhere() -> None:
    package = Path(xinxi_desktop.__file__).parent / "gui"
    table = package / "actions.py"
    code = "\n".join(p.read_text("utf-8") for p in package.rglob("*.py") if p != table)
    by_pattern = ("tab.", "preview.")
    pages = ("units", "settings")
    loose = [
        each.id
        for each in ACTIONS
        if f'"{each.id}"' not in code and not each.id.startswith(by_pattern)
        and each.id not in pages
    ]
    assert loose == []
