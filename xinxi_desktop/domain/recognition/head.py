"""Peeling off what stands above the text: masthead, labels, title, unit and date lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from xinxi_desktop.domain.document import Block, Heading, Paragraph, Table
from xinxi_desktop.domain.recognition.credits import Credits, read_credit
from xinxi_desktop.domain.recognition.dates import find_date, is_date_line, without_times
from xinxi_desktop.domain.recognition.labels import (
    Fields,
    is_person,
    label_of_cell,
    parse_labels,
    persons,
)
from xinxi_desktop.domain.recognition.lines import (
    TITLE_MAX,
    credit_of,
    is_column,
    is_masthead,
    is_noise,
    is_paper_kind,
    is_plain_header,
    is_salutation,
    is_titlish,
    is_wordy,
    longest_stretch,
)
from xinxi_desktop.domain.recognition.titles import goes_on, join_title
from xinxi_desktop.domain.recognition.unit_names import UnitIndex

_LINES = 24
_LATE = 6
"""How many lines of text may stand before a title that comes late (a web page's teaser)."""
_CREDIT_LINE = 60


@dataclass(slots=True)
class Head:
    """What the head says. ``used`` are ids of blocks that are no part of the text."""

    title: list[str] = field(default_factory=list)
    title_sure: bool = True
    fields: Fields = field(default_factory=Fields)
    credits: Credits = field(default_factory=Credits)
    used: set[str] = field(default_factory=set)
    title_blocks: set[str] = field(default_factory=set)
    overlong: int = 0


def read_head(blocks: tuple[Block, ...], hint: tuple[str, ...], index: UnitIndex) -> Head:
    """Read the head of a document down to where its text begins."""
    reader = _HeadReader(blocks[:_LINES], hint, index)
    reader.read()
    return reader.head


class _HeadReader:
    """Goes through the first blocks once; stops at the first line of running text."""

    def __init__(self, blocks: tuple[Block, ...], hint: tuple[str, ...], index: UnitIndex) -> None:
        self._blocks = blocks
        self._hint = frozenset(line for line in hint if is_titlish(line) and not index.split(line))
        self._index = index
        self._next_is_title = False
        self._title_at = -1
        self.head = Head()

    def read(self) -> None:
        for position, block in enumerate(self._blocks):
            if isinstance(block, Table):
                taken = self._table(block)
            elif isinstance(block, Paragraph | Heading):
                taken = self._line(block.text.strip(), position)
            else:
                taken = False
            if not taken:
                break
            self.head.used.add(block.id)
            if isinstance(block, Paragraph | Heading) and block.text.strip() in self.head.title:
                self.head.title_blocks.add(block.id)
        if not self.head.title:
            self._late_title()

    def _line(self, line: str, position: int) -> bool:
        following = self._text(position + 1)
        if not line or self._labels(line, following) or is_plain_header(line):
            self._date(line)
            return True
        if self._next_is_title:
            self._next_is_title = False
            self._title_at = position
            return self._labelled_title(line)
        if is_masthead(line, following):
            return True
        if self._unit_line(line) or self._credit(line):
            return True
        if is_noise(line):
            # Under the title such a line may be text that means something to its writer.
            return not self.head.title
        return self._title_line(line, following, position)

    def _labels(self, line: str, following: str) -> bool:
        found = parse_labels(line)
        if not found or len(line) > 200:
            return self._too_long_label(found)
        if found[0][0] == "body":
            return not found[0][1]
        only_names = not any(value for _, value in found)
        if self.head.title and only_names and found[0][0] != "title":
            return False
        for kind, value in found:
            if kind != "title":
                self.head.fields.add(kind, value)
            elif value:
                self._labelled_title(value)
            else:
                self._next_is_title = bool(following)
        return True

    def _too_long_label(self, found: list[tuple[str, str]]) -> bool:
        if found and found[0][0] == "title":
            return self._labelled_title(found[0][1])
        return False

    def _labelled_title(self, text: str) -> bool:
        if longest_stretch(text) > TITLE_MAX:
            self.head.overlong = self.head.overlong or len(text)
            return True
        if not self.head.title or text not in self.head.title:
            self.head.title = [text]
        return True

    def _date(self, line: str) -> None:
        if is_date_line(line):
            self.head.fields.add("date", line)

    def _unit_line(self, line: str) -> bool:
        """Take “望川县委办公室(编)   2026年11月23日” or a line with nothing but units."""
        if len(line) > _CREDIT_LINE or line in self._hint or is_salutation(line):
            return False
        text = without_times(line)
        dated = text != line
        for ending in ("主办", "编印", "编发", "编", "印"):
            text = text.removesuffix(ending) if dated else text
        if units := self._index.split(text, strict=not dated):
            self.head.credits.units += units
            self._dated(line)
            return True
        return False

    def _dated(self, line: str) -> None:
        if day := find_date(line):
            self.head.fields.add("date", day.isoformat())

    def _credit(self, line: str) -> bool:
        if is_salutation(line):
            return False
        found = read_credit(credit_of(line), self._index) if credit_of(line) else None
        if found is None and self.head.title and len(line) <= _CREDIT_LINE:
            tokens = line.split()
            all_names = persons(line) and all(is_person(t) or len(t) == 1 for t in tokens)
            found = Credits(writers=persons(line)) if all_names else read_credit(line, self._index)
        if found is None:
            return False
        self.head.credits.add(found)
        return True

    def _title_line(self, line: str, following: str, position: int) -> bool:
        head = self.head
        if head.title:
            if line in head.title or join_title(head.title) == join_title([line]):
                return True
            both_hinted = line in self._hint and head.title[-1] in self._hint
            adjoins = position == self._title_at + 1
            if adjoins and (both_hinted or goes_on(head.title, line, following)):
                head.title.append(line)
                self._title_at = position
                return True
            return False
        if self._stands_above(line, following):
            return True
        if self._hint and line not in self._hint and is_titlish(line):
            # A better title is known to follow; this line belongs to the masthead.
            return True
        if is_titlish(line) and not is_salutation(line):
            head.title = [line]
            self._title_at = position
            return True
        if longest_stretch(line) > TITLE_MAX:
            head.overlong = head.overlong or len(line)
        return False

    def _stands_above(self, line: str, following: str) -> bool:
        """Take a writer's name, a column (【经验交流】) or “情况说明” above the title itself."""
        if line in self._hint or not is_titlish(following) or is_salutation(following):
            return False
        if is_person(line) and len(line) < len(following):
            self.head.credits.writers.append(line)
            return True
        return is_column(line) or (is_paper_kind(line) and len(following) > len(line))

    def _late_title(self) -> None:
        """Look below the first lines of text for a short line that stands above long text."""
        texts = [(block, self._text(at)) for at, block in enumerate(self._blocks)]
        unread = [item for item in texts if item[0].id not in self.head.used][: _LATE + 1]
        for (block, line), (_, after) in pairwise(unread):
            short = isinstance(block, Paragraph) and is_titlish(line) and is_wordy(line)
            if short and not parse_labels(line) and len(after) > 2 * len(line):
                self.head.title = [line]
                self.head.title_sure = False
                return

    def _table(self, table: Table) -> bool:
        """Read a registration form: cells that name a field, each followed by its value."""
        found: list[tuple[str, str]] = []
        for row in table.rows:
            cells = [cell.strip() for cell in row if cell.strip()]
            for name, value in pairwise(cells):
                if (kind := label_of_cell(name)) and not label_of_cell(value):
                    found.append((kind, value))
        if len(found) < 2:
            return False
        for kind, value in found:
            if kind == "title":
                self._labelled_title(value)
            else:
                self.head.fields.add(kind, value)
        return True

    def _text(self, position: int) -> str:
        block = self._blocks[position] if position < len(self._blocks) else None
        return block.text.strip() if isinstance(block, Paragraph | Heading) else ""
