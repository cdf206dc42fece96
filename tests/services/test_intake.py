"""收稿: what becomes of each file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import office_maker as make
import pytest

from xinxi_desktop.domain.vocabulary import ImportStatus
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.intake import (
    Outcome,
    confirm_guesses,
    contributions,
    correct,
    equal_shares,
    find_submission,
    import_files,
    original,
    submission,
)
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.units import save_informant, units

BODY = "\n望川县委办公室报告：今年建成冷库18座，损耗率明显下降。\n报送单位：望川县委办公室\n执笔人：周启明\n"


def text_file(folder: Path, name: str, text: str = "") -> Path:
    path = folder / name
    path.write_text(text or f"{path.stem}有关情况{BODY}", encoding="utf-8")
    return path


def one(office: Office, path: Path, **options: object) -> Outcome:
    (outcome,) = import_files(office, [path], **options)  # type: ignore[arg-type]
    return outcome


def test_a_file_is_registered_with_its_bytes(office: Office, tmp_path: Path) -> None:
    path = text_file(tmp_path, "冷库.txt")
    outcome = one(office, path)
    assert (outcome.status, outcome.number) == (ImportStatus.REGISTERED, 1)
    assert original(office, outcome.id or 0) == ("冷库.txt", path.read_bytes())


def test_what_the_text_says_is_recognised(office: Office, tmp_path: Path) -> None:
    row = submission(office, one(office, text_file(tmp_path, "冷库.txt")).id or 0)
    assert (row["title"], row["units"], row["writers"]) == (
        "冷库有关情况", "望川县委办公室", "周启明",
    )  # fmt: skip


def test_what_the_report_does_not_say_is_known_as_guessed(office: Office, tmp_path: Path) -> None:
    said = one(office, text_file(tmp_path, "甲.txt", f"甲事有关情况\n类型：经验\n倾向：喜{BODY}"))
    guessed = one(office, text_file(tmp_path, "乙.txt"))
    assert said.id and "kind" not in submission(office, said.id)["guessed"]
    assert guessed.id and submission(office, guessed.id)["guessed"].startswith("kind,tone")


def test_a_guess_is_one_until_it_is_corrected_or_confirmed(office: Office, tmp_path: Path) -> None:
    key = make.report(office, guessed="kind,tone,topic")
    correct(office, key, {"tone": "problem"})
    assert submission(office, key)["guessed"] == "kind,topic"
    confirm_guesses(office, [key])
    assert submission(office, key)["guessed"] == ""


def test_an_unknown_unit_is_registered_to_be_confirmed(office: Office, tmp_path: Path) -> None:
    one(office, text_file(tmp_path, "冷库.txt"))
    one(office, text_file(tmp_path, "粮库.txt"))
    assert [(row["name"], row["to_confirm"]) for row in units(office)] == [("望川县委办公室", 1)]


def test_a_known_unit_is_found_by_its_alias(office: Office, tmp_path: Path) -> None:
    key = make.unit(office, "中共望川县委办公室", "望川县委办公室")
    outcome = one(office, text_file(tmp_path, "冷库.txt"))
    assert contributions(office, outcome.id or 0)[0]["unit"] == key


def test_an_alias_of_two_units_is_asked_and_then_taken(office: Office, tmp_path: Path) -> None:
    make.unit(office, "甲望川县委办", "望川县委办公室")
    second = make.unit(office, "乙望川县委办", "望川县委办公室")
    path = text_file(tmp_path, "冷库.txt")
    asked = one(office, path)
    assert (asked.status, asked.code) == (ImportStatus.REFUSED, "ambiguous_unit")
    outcome = one(office, path, unit_choices={asked.ambiguous: second})
    assert contributions(office, outcome.id or 0)[0]["unit"] == second


def test_an_exact_duplicate_is_registered_only_if_wished(office: Office, tmp_path: Path) -> None:
    path = text_file(tmp_path, "冷库.txt")
    one(office, path)
    refused = one(office, path)
    assert (refused.status, refused.number) == (ImportStatus.DUPLICATE, 1)
    outcome = one(office, path, register_duplicates=True)
    assert submission(office, outcome.id or 0)["duplicate_of"] == 1


def test_a_marked_secret_leaves_no_byte(office: Office, tmp_path: Path) -> None:
    path = text_file(tmp_path, "样例.txt", "秘密★1年\n样例\n柳渡镇的一段特别文字。\n")
    outcome = one(office, path)
    assert outcome.code == "state_secret"
    assert outcome.reason == (
        "该文件标有国家秘密标志,本机不得处理。未导入,未留副本。请按规定报告保密员。"
    )
    office.close()
    stored = office.path.read_bytes()
    digest = hashlib.sha256(path.read_bytes()).hexdigest().encode()
    assert "特别文字".encode() not in stored
    assert digest not in stored


def test_the_rest_of_a_batch_goes_on_after_a_refusal(office: Office, tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    text_file(tmp_path, "乙.txt")
    text_file(tmp_path, "甲.txt")
    (tmp_path / "~$甲.docx").write_bytes(b"x")
    outcomes = {each.path.name: each for each in import_files(office, [tmp_path])}
    outcomes.pop("office.xinxi", None)
    assert outcomes["空.txt"].code == "empty_file"
    assert outcomes["~$甲.docx"].status is ImportStatus.IGNORED
    assert {outcomes["乙.txt"].number, outcomes["甲.txt"].number} == {1, 2}


def test_registration_can_be_corrected_but_not_emptied(office: Office, tmp_path: Path) -> None:
    key = one(office, text_file(tmp_path, "冷库.txt")).id or 0
    unit = make.unit(office, "市发改委")
    correct(office, key, {"title": "新题", "kind": "经验", "units": [unit]})
    row = submission(office, key)
    assert (row["title"], row["kind"], row["units"]) == ("新题", "experience", "市发改委")
    with pytest.raises(UserError, match="标题是空的"):
        correct(office, key, {"title": " "})


def test_a_mark_above_the_machine_is_refused(office: Office, tmp_path: Path) -> None:
    key = one(office, text_file(tmp_path, "冷库.txt")).id or 0
    with pytest.raises(UserError, match="非涉密"):
        correct(office, key, {"secrecy": "机密"})


def test_a_protected_informant_protects_the_report(office: Office, tmp_path: Path) -> None:
    unit = make.unit(office, "望川县委办公室")
    save_informant(office, None, {"name": "周启明", "unit": unit, "protected": True})
    key = one(office, text_file(tmp_path, "冷库.txt")).id or 0
    assert submission(office, key)["protected"] == 1


def test_a_number_names_its_year(office: Office) -> None:
    make.report(office, received_at="2025-12-31T09:00:00+08:00")
    make.report(office)
    assert submission(office, find_submission(office, "2025:1"))["year"] == 2025
    assert submission(office, find_submission(office, "2026:1"))["year"] == 2026
    with pytest.raises(UserError, match="2026:12"):
        find_submission(office, "7")


def test_equal_shares_add_up_and_the_main_unit_takes_the_rest() -> None:
    assert equal_shares(3) == ["0.3334", "0.3333", "0.3333"]
    assert equal_shares(1) == ["1"]


def test_a_new_unit_is_said_once_and_not_kept_as_a_remark(office: Office, tmp_path: Path) -> None:
    outcome = one(office, text_file(tmp_path, "冷库.txt"))
    assert any("已登记为待确认" in doubt for doubt in outcome.doubts)
    assert "待确认" not in submission(office, outcome.id or 0)["remarks"]


def test_a_township_office_is_known_by_its_credit(office: Office, tmp_path: Path) -> None:
    text = (
        "特色种植带动增收\n（大河乡党政办 王芳）\n今年以来，大河乡发展特色种植业，带动农户增收。\n"
    )
    outcome = one(office, text_file(tmp_path, "x.txt", text))
    assert [unit[0] for unit in outcome.units] == ["大河乡党政办"]


def test_registration_lines_below_the_text_are_not_text(office: Office, tmp_path: Path) -> None:
    text = "特色种植带动增收\n今年以来，大河乡发展特色种植业，带动农户增收。\n报送单位：大河乡政府\n信息类型：经验\n"
    outcome = one(office, text_file(tmp_path, "x.txt", text))
    row = submission(office, outcome.id or 0)
    assert (row["units"], row["kind"]) == ("大河乡政府", "experience")
    assert "信息类型" not in row["document"].plain_text()
