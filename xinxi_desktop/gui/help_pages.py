"""The pages of the local help: short texts by task in resources/help, with pictures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from xinxi_desktop.assets import asset
from xinxi_desktop.gui.actions import ACTIONS, PLACES, SAME_KEYS, Action

ORDER = (
    "first-day", "intake", "deciding", "verifying", "editing", "issue", "proof", "print",
    "upward", "correction", "statistics", "finding", "undo", "backup", "secrecy", "units",
    "looks", "keys",
)  # fmt: skip
"""The pages as a person goes through them, each the name of its file."""

_TITLE_WEIGHT = 100
_OF_VIEW = {
    "inbox": "intake",
    "editing": "editing",
    "layout": "issue",
    "statistics": "statistics",
    "units": "units",
    "settings": "looks",
}


_OF_DIALOG = {
    "ChooseUnitDialog": "deciding",
    "ReasonDialog": "deciding",
    "DayEndDialog": "deciding",
    "EditsDialog": "editing",
    "FindDialog": "editing",
    "TableDialog": "editing",
    "DutiesDialog": "units",
    "PostsDialog": "first-day",
    "ComposeDialog": "issue",
    "TitleBreaksDialog": "issue",
    "ReviewDialog": "proof",
    "WholeIssueDialog": "proof",
    "TranscribeDialog": "proof",
    "PrintDialog": "print",
    "RecipientsDialog": "print",
    "CorrectionDialog": "correction",
    "UndoHistoryDialog": "undo",
    "MastheadDialog": "units",
    "BackupsDialog": "backup",
    "KeySheet": "keys",
}


@dataclass(frozen=True)
class HelpPage:
    """One page: its name, its title, its text as Markdown."""

    key: str
    title: str
    text: str


def page_of_view(view: str) -> str:
    """The page that F1 opens in a view; the first one where a view has none."""
    return _OF_VIEW.get(view, ORDER[0])


def page_of_dialog(dialog: str, view: str) -> str:
    """The page that F1 opens in a dialog, by the name of its class; else the view's."""
    return _OF_DIALOG.get(dialog, page_of_view(view))


@cache
def pages() -> tuple[HelpPage, ...]:
    """Read every page, in order."""
    return tuple(_read(key) for key in ORDER)


def matching(words: str) -> list[HelpPage]:
    """The pages that hold all words, those that are most about them first."""
    wanted = words.casefold().split()
    found = [page for page in pages() if all(word in page.text.casefold() for word in wanted)]
    return sorted(found, key=lambda page: -_weight(page, wanted))


def _weight(page: HelpPage, wanted: list[str]) -> int:
    in_title = _TITLE_WEIGHT if any(word in page.title for word in wanted) else 0
    return in_title + sum(page.text.casefold().count(word) for word in wanted)


def _read(key: str) -> HelpPage:
    text = asset("resources", "help", f"{key}.md").read_text(encoding="utf-8")
    title = text.split("\n", 1)[0].removeprefix("# ")
    return HelpPage(key, title, text + (_keys() if key == "keys" else ""))


def _keys() -> str:
    parts = []
    for place, words in PLACES.items():
        rows = [_row(each) for each in ACTIONS if each.where == place]
        if rows:
            parts.append("\n".join((f"\n## {words}\n", "| 做什么 | 按键 |", "|---|---|", *rows)))
    return "\n".join(parts) + "\n"


def _row(entry: Action) -> str:
    keys = "　".join(key for key in entry.keys if key not in SAME_KEYS)
    return f"| {entry.text} | {keys} |"
