"""Peeling off what stands below the text: signature, date, contact lines, bracketed credits."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from xinxi_desktop.domain.document import Block, Heading, Paragraph
from xinxi_desktop.domain.recognition.credits import Credits, read_credit
from xinxi_desktop.domain.recognition.dates import find_date, is_date_line, without_times
from xinxi_desktop.domain.recognition.labels import Fields, parse_labels
from xinxi_desktop.domain.recognition.lines import credit_of
from xinxi_desktop.domain.recognition.unit_names import UnitIndex

_LINES = 10
_SHORT = 60
_IMPRINT = re.compile(
    r"(?:呈?报|呈?送|发|分送|抄送|抄报|主送|报送|印发|责任编辑|编辑|校对)\s*[:：]|[（(]?共印\s*\d+\s*份"
)
"""Lines at the foot of a unit's own bulletin."""
_INLINE_CREDIT = re.compile(r"[（(]([^()（）]{4,60})[)）]\s*$")
_TAIL_FIELDS = frozenset(
    [
        "unit",
        "writer",
        "contact",
        "signer",
        "phone",
        "date",
        "kind",
        "tone",
        "urgency",
        "topic",
        "form",
        "other",
    ]
)


@dataclass(slots=True)
class Tail:
    """What the tail says; ``used`` block ids, and a last paragraph cut before its credit."""

    fields: Fields = field(default_factory=Fields)
    credits: Credits = field(default_factory=Credits)
    used: set[str] = field(default_factory=set)
    cut: tuple[str, str] = ("", "")


def read_tail(blocks: tuple[Block, ...], index: UnitIndex) -> Tail:
    """Read signature and contact lines upwards from the end of a document."""
    tail = Tail()
    below_is_date = False
    for block in reversed(blocks[-_LINES:]):
        if not isinstance(block, Paragraph | Heading):
            break
        line = block.text.strip()
        if not _take(line, tail, index, below_is_date):
            _cut_credit(block.id, line, tail, index)
            break
        below_is_date = is_date_line(line)
        tail.used.add(block.id)
    tail.credits.units.reverse()
    return tail


def _take(line: str, tail: Tail, index: UnitIndex, below_is_date: bool) -> bool:
    if len(line) > 2 * _SHORT:
        return False
    if labels := parse_labels(line):
        known = all(kind in _TAIL_FIELDS for kind, _ in labels)
        for kind, value in labels if known else ():
            tail.fields.add(kind, value)
        return known
    if _IMPRINT.match(line):
        return True
    if is_date_line(line):
        tail.fields.add("date", line)
        return True
    return _take_signature(line, tail, index, below_is_date)


def _take_signature(line: str, tail: Tail, index: UnitIndex, below_is_date: bool) -> bool:
    if len(line) > _SHORT:
        return False
    text = without_times(line)
    dated = text != line
    if units := index.split(text, strict=not (dated or below_is_date)):
        tail.credits.units += reversed(units)
        if dated and (day := find_date(line)):
            tail.fields.add("date", day.isoformat())
        return True
    credit = read_credit(credit_of(line) or text, index)
    if credit is None:
        return False
    credit.units.reverse()
    tail.credits.add(credit)
    return True


def _cut_credit(block_id: str, line: str, tail: Tail, index: UnitIndex) -> None:
    match = _INLINE_CREDIT.search(line)
    credit = read_credit(match[1], index) if match else None
    if match and credit is not None and match.start() > 0:
        credit.units.reverse()
        tail.credits.add(credit)
        tail.cut = (block_id, line[: match.start()].rstrip())
