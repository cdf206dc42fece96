"""Recognition of a raw report: title, units, writers, phone, date, kind and more from its text.

Everything is a proposal for a person to correct (收稿). Nothing is guessed where the office must
be asked: a name of two units stays ambiguous, an unknown unit stays a name, urgency and secrecy
come from marks only. What was assumed is said in ``doubts``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from xinxi_desktop.domain.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Picture,
    block_lines,
)
from xinxi_desktop.domain.marks import (
    MarkSources,
    SecrecyMark,
    find_secrecy,
    find_urgency,
)
from xinxi_desktop.domain.recognition.classify import (
    guess_form,
    guess_kind,
    guess_tone,
    guess_topic,
    is_said,
)
from xinxi_desktop.domain.recognition.dates import find_date
from xinxi_desktop.domain.recognition.file_names import NameParts, parse_file_name
from xinxi_desktop.domain.recognition.head import Head, read_head
from xinxi_desktop.domain.recognition.labels import persons, phones
from xinxi_desktop.domain.recognition.records import Hints, RecognisedUnit, Recognition
from xinxi_desktop.domain.recognition.tail import Tail, read_tail
from xinxi_desktop.domain.recognition.titles import first_sentence, join_title, tidy_title
from xinxi_desktop.domain.recognition.unit_names import UnitIndex, unique
from xinxi_desktop.domain.vocabulary import Urgency

__all__ = ["Hints", "RecognisedUnit", "Recognition", "overlong_title", "recognise"]

NO_HINTS = Hints()
_OPENING = 60
_TITLE_CAP = 120


def recognise(
    document: Document,
    file_name: str,
    known_units: Mapping[str, tuple[int, ...]],
    hints: Hints = NO_HINTS,
) -> Recognition:
    """Recognise the registration fields of a report.

    ``known_units`` maps every name and alias to the ids of the units that bear it (several ids:
    ambiguous). ``hints`` come from the reader of the file. Never fails.
    """
    return _Recogniser(document, file_name, UnitIndex(known_units), hints).run()


def overlong_title(document: Document, hints: Hints = NO_HINTS) -> int:
    """Give the length of a title line too long to be one, 0 when a title can be found."""
    head = read_head(document.blocks, hints.title_lines, UnitIndex({}))
    return 0 if head.title else head.overlong


@dataclass(slots=True)
class _Parts:
    """What head, tail and file name say, side by side."""

    head: Head
    tail: Tail
    name: NameParts


class _Recogniser:
    """One recognition; collects the doubts on its way."""

    def __init__(self, document: Document, file_name: str, index: UnitIndex, hints: Hints) -> None:
        self._document = document
        self._file_name = file_name
        self._index = index
        self._hints = hints
        self._doubts: list[str] = []
        head = read_head(document.blocks, hints.title_lines, index)
        rest = tuple(block for block in document.blocks if block.id not in head.used)
        self._parts = _Parts(head, read_tail(rest, index), parse_file_name(file_name, index))

    def run(self) -> Recognition:
        title, title_units = self._title()
        body = self._body()
        text = body.plain_text()
        titles = (title, self._parts.name.title)
        kind, said = guess_kind(titles, text, self._field("kind"))
        if not said:
            self._doubts.append("没有看出信息类型，暂定为动态")
        mark = self._mark()
        return Recognition(
            title=title,
            units=self._units(title_units, title, text),
            writers=self._writers(),
            phone=self._phone(),
            signer="、".join(persons(self._field("signer"), stated=True) or self._signers()),
            date=self._date(),
            kind=kind,
            tone=guess_tone(title, text, kind, self._field("tone")),
            urgency=self._urgency(),
            form=guess_form(title, self._field("form")),
            secrecy=mark.secrecy,
            secrecy_term=mark.term,
            topic=guess_topic(titles, text, self._field("topic")),
            body=body,
            doubts=tuple(self._doubts),
            guessed=tuple(
                name for name in ("kind", "tone", "topic") if not is_said(name, self._field(name))
            ),
        )

    def _title(self) -> tuple[str, list[str]]:
        head, name = self._parts.head, self._parts.name
        title = join_title(head.title)
        if len(title) > _TITLE_CAP:
            title = first_sentence(title)
            self._doubts.append("标题过长，已截取首句，请核对")
        if title and (head.title_sure or not name.title):
            if not head.title_sure:
                self._doubts.append("标题不在文首，请核对")
            return self._title_credit(title)
        if name.title:
            self._doubts.append("文中没有标题，暂用文件名作标题")
            return self._title_credit(tidy_title(name.title))
        self._doubts.append("文中没有标题，暂取正文首句")
        return first_sentence(self._document.plain_text()), []

    def _title_credit(self, title: str) -> tuple[str, list[str]]:
        """Take “(望川县委办)” off the end of a title; “望川县委办关于…” names its unit, too."""
        for left, right in (("(", ")"), ("（", "）")):
            if title.endswith(right) and left in title:
                start = title.rindex(left)
                if start and (names := self._index.split(title[start + 1 : -1], strict=False)):
                    return title[:start].rstrip(), names
        before, about, _ = title.partition("关于")
        return title, self._index.split(before) if about and before else []

    def _units(self, from_title: list[str], title: str, text: str) -> tuple[RecognisedUnit, ...]:
        names = self._stated_units(from_title)
        if not names:
            names = self._inferred_units(title, text)
        units = unique(self._index.recognise(name) for name in names)
        self._compare_with_file_name(units)
        for unit in units:
            if unit.ambiguous:
                self._doubts.append(f"“{unit.name}”对应多个单位，请选定")
        if not units:
            self._doubts.append("没有认出报送单位，请填写")
        return units

    def _compare_with_file_name(self, units: tuple[RecognisedUnit, ...]) -> None:
        """Say so when the file name names another unit than the text does."""
        ids = {unit_id for unit in units for unit_id in unit.ids}
        for name in self._parts.name.units:
            named = self._index.ids(name)
            if named and ids and ids.isdisjoint(named):
                self._doubts.append(f"文件名中的单位“{name}”与文中不一致，请核对")

    def _stated_units(self, from_title: list[str]) -> list[str]:
        head, tail, name = self._parts.head, self._parts.tail, self._parts.name
        labelled = [*head.fields.all("unit"), *tail.fields.all("unit")]
        for value in labelled:
            if names := self._labelled_units(value):
                return names
        for names in (tail.credits.units, head.credits.units, from_title, list(name.units)):
            if names:
                return names
        return []

    def _labelled_units(self, value: str) -> list[str]:
        if names := self._index.split(value, strict=False):
            return names
        first = value.split()[0] if value.split() else ""
        return self._index.split(first, strict=False) if first != value else []

    def _inferred_units(self, title: str, text: str) -> list[str]:
        if found := self._index.leading(title):
            self._doubts.append(f"单位“{found}”由标题推断，请核对")
            return [found]
        if found := self._index.leading(self._parts.name.title):
            self._doubts.append(f"单位“{found}”由文件名推断，请核对")
            return [found]
        if found := next(self._index.mentioned(text[:_OPENING]), ""):
            self._doubts.append(f"单位“{found}”由正文开头推断，请核对")
            return [found]
        return []

    def _writers(self) -> tuple[str, ...]:
        head, tail = self._parts.head, self._parts.tail
        for field in ("writer", "contact"):
            values = [*head.fields.all(field), *tail.fields.all(field)]
            if names := [name for value in values for name in persons(value, stated=True)]:
                return tuple(dict.fromkeys(names))
        credited = head.credits.writers or tail.credits.writers
        if credited:
            return tuple(dict.fromkeys(credited))
        units = [*head.fields.all("unit"), *tail.fields.all("unit")]
        beside = [" ".join(value.split()[1:]) for value in units]
        return tuple(dict.fromkeys(name for value in beside for name in persons(value)))

    def _signers(self) -> list[str]:
        return self._parts.head.credits.signers or self._parts.tail.credits.signers

    def _phone(self) -> str:
        head, tail = self._parts.head, self._parts.tail
        fields = ("phone", "contact", "writer", "unit")
        values = [value for part in (head, tail) for f in fields for value in part.fields.all(f)]
        found = [number for value in values for number in phones(value)]
        found += head.credits.phones + tail.credits.phones
        return "、".join(dict.fromkeys(found[:2]))

    def _date(self) -> date | None:
        head, tail, name = self._parts.head, self._parts.tail, self._parts.name
        values = [*tail.fields.all("date"), *head.fields.all("date")]
        return next((day for value in values if (day := find_date(value))), name.date)

    def _field(self, kind: str) -> str:
        return self._parts.head.fields.first(kind) or self._parts.tail.fields.first(kind)

    def _sources(self) -> MarkSources:
        lines = [line for block in self._document.blocks for line in block_lines(block)]
        return MarkSources(tuple(lines), (), self._file_name)

    def _mark(self) -> SecrecyMark:
        mark = self._hints.mark if self._hints.mark.word else find_secrecy(self._sources())
        if any("保密" in value for value in self._parts.head.fields.all("writer")):
            self._doubts.append("来稿要求对反映人保密，请核定后在登记中勾选保护")
        if mark.is_state_secret and not mark.term:
            self._doubts.append("标有密级但没有保密期限，请核定")
        return mark

    def _urgency(self) -> Urgency:
        if self._hints.urgency is not Urgency.ORDINARY:
            return self._hints.urgency
        return find_urgency(self._sources())

    def _body(self) -> Document:
        """Give the text without title, head and tail; never nothing."""
        tail = self._parts.tail
        dropped = self._parts.head.used | tail.used
        kept = [block for block in self._document.blocks if block.id not in dropped]
        blocks = [_cut(block, *tail.cut) for block in kept]
        if any(isinstance(each, Picture) or "".join(block_lines(each)).strip() for each in blocks):
            return Document(tuple(blocks))
        of_title = self._parts.head.title_blocks
        only = tuple(block for block in self._document.blocks if block.id in of_title)
        return Document(only) if only else self._document


def _cut(block: Block, block_id: str, text: str) -> Block:
    """Shorten the paragraph whose credit at the end was taken."""
    if block.id == block_id and isinstance(block, Paragraph | Heading):
        return replace(block, text=text, marks=())
    return block
