"""The fields by which a submission is registered, and the choices that other forms share."""

from __future__ import annotations

from xinxi_desktop.domain.secrecy import check_ceiling
from xinxi_desktop.domain.vocabulary import (
    CHANNELS,
    TOPICS,
    Kind,
    Machine,
    Secrecy,
    Tone,
    Urgency,
    Vocabulary,
)
from xinxi_desktop.errors import UserError
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.field_strip import Cell


def words_of(list_: type[Vocabulary]) -> list[tuple[str, str]]:
    """The choices of a closed list."""
    return [(member.value, member.label) for member in list_]


def secrecy_choices(machine: Machine) -> list[tuple[str, str]]:
    """The marks that this machine may hold (practice.md §3)."""
    return [(each.value, each.label) for each in Secrecy if _may_hold(each, machine)]


def _may_hold(level: Secrecy, machine: Machine) -> bool:
    try:
        check_ceiling(level, machine)
    except UserError:
        return False
    return True


def may_hold_secrets(machine: Machine) -> bool:
    """Whether a term of secrecy can be needed on this machine."""
    return machine is not Machine.UNCLASSIFIED


def registration_rows(machine: Machine) -> list[list[Cell]]:
    """The registration fields in rows, but for title and units."""
    secrecy = Field("secrecy", "密级", "choice", choices=secrecy_choices(machine))
    rows: list[list[Cell]] = [
        [
            (Field("writers", "执笔人"), 3),
            (Field("phone", "电话"), 5),
            (Field("written_on", "成文", "date"), 4),
        ],
        [
            (Field("kind", "类型", "choice", choices=words_of(Kind)), 3),
            (Field("tone", "喜忧", "choice", choices=words_of(Tone)), 3),
            (Field("urgency", "缓急", "choice", choices=words_of(Urgency)), 3),
            (secrecy, 3),
        ],
        [
            (Field("topic", "领域", "choice", choices=same(TOPICS), editable=True), 6),
            (Field("channel", "渠道", "choice", choices=same(CHANNELS), editable=True), 6),
        ],
        [
            (Field("protected", "保护来源", "check"), 4),
            (Field("commissioned", "约稿来稿", "check"), 4),
            (Field("to_verify", "待核实", "check"), 4),
        ],
    ]
    if may_hold_secrets(machine):
        rows.append([(Field("secrecy_term", "保密期限", hint="如 1年、6个月"), 6)])
    return rows


def same(words: tuple[str, ...]) -> list[tuple[str, str]]:
    """Choices that are stored as they are shown; none is a choice too."""
    return [("", ""), *((word, word) for word in words)]
