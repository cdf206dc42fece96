"""Word's automatic numbers: a reader sees 一、 and (一), but the text of the file has none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from xinxi_desktop.importers.number_formats import format_number
from xinxi_desktop.importers.ooxml import Element, attribute, child, name, value

_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number counts and looks."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restart: int = -1
    legal: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    """A ``w:num``: its abstract list, own levels, and levels that start anew at first use."""

    abstract: str
    overrides: dict[int, Level] = field(default_factory=dict)
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document; ``text`` counts on, so ask once per paragraph, in order."""

    def __init__(self, root: Element | None) -> None:
        """Read the numbering part; a document without one has no lists."""
        self._levels: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._style_lists: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        for element in root if root is not None else ():
            if name(element) == "w:abstractNum":
                self._add_abstract(element)
            elif name(element) == "w:num":
                self._add_list(element)

    def level_of_style(self, number: str, style: str) -> int:
        """Find the level that a paragraph style is tied to; 0 when none is."""
        levels = self._abstract_levels(number)
        return next((index for index, level in levels.items() if level.style == style), 0)

    def text(self, number: str, index: int) -> str:
        """Count one paragraph of list ``number`` at level ``index``; give its visible number."""
        found = self._lists.get(number)
        if found is None or not 0 <= index < _LEVELS:
            return ""
        abstract = self._resolve(found.abstract)
        counters = self._counters.setdefault(abstract, [None] * _LEVELS)
        if index in found.restarts:
            counters[index] = found.restarts.pop(index) - 1
        self._count(number, index, counters)
        level = self._level(number, index)
        if level.kind == "bullet":
            return _bullet(level.text)
        return self._fill(number, level, counters)

    def _count(self, number: str, index: int, counters: list[int | None]) -> None:
        current = counters[index]
        counters[index] = self._level(number, index).start if current is None else current + 1
        for above in range(index):
            if counters[above] is None:
                counters[above] = self._level(number, above).start
        for below in range(index + 1, _LEVELS):
            restart = self._level(number, below).restart
            if restart != 0 and (restart < 0 or index < restart):
                counters[below] = None

    def _fill(self, number: str, level: Level, counters: list[int | None]) -> str:
        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            count = counters[place]
            kind = "decimal" if level.legal else self._level(number, place).kind
            return format_number(self._level(number, place).start if count is None else count, kind)

        return re.sub(r"%([1-9])", shown, level.text)

    def _level(self, number: str, index: int) -> Level:
        found = self._lists[number]
        if index in found.overrides:
            return found.overrides[index]
        return self._abstract_levels(number).get(index, Level(text=f"%{index + 1}."))

    def _abstract_levels(self, number: str) -> dict[int, Level]:
        found = self._lists.get(number)
        return {} if found is None else self._levels.get(self._resolve(found.abstract), {})

    def _resolve(self, abstract: str) -> str:
        link = self._links.get(abstract, "")
        return self._style_lists.get(link, abstract) if link else abstract

    def _add_abstract(self, element: Element) -> None:
        abstract = attribute(element, "abstractNumId")
        self._levels[abstract] = {
            _integer(attribute(item, "ilvl"), 0): _read_level(item)
            for item in element
            if name(item) == "w:lvl"
        }
        self._links[abstract] = value(element, "w:numStyleLink")
        if style := value(element, "w:styleLink"):
            self._style_lists[style] = abstract

    def _add_list(self, element: Element) -> None:
        made = _List(value(element, "w:abstractNumId"))
        self._lists[attribute(element, "numId")] = made
        for item in element:
            if name(item) != "w:lvlOverride":
                continue
            index = _integer(attribute(item, "ilvl"), 0)
            own = child(item, "w:lvl")
            if own is not None:
                made.overrides[index] = _read_level(own)
            if start := value(item, "w:startOverride"):
                made.restarts[index] = _integer(start, 1)
                base = made.overrides.get(index, Level())
                if own is not None:
                    made.overrides[index] = replace(base, start=made.restarts[index])


def _read_level(element: Element) -> Level:
    return Level(
        start=_integer(value(element, "w:start"), 1),
        kind=value(element, "w:numFmt") or "decimal",
        text=value(element, "w:lvlText"),
        restart=_integer(value(element, "w:lvlRestart"), -1),
        legal=child(element, "w:isLgl") is not None,
        style=value(element, "w:pStyle"),
    )


def _bullet(text: str) -> str:
    """Bullets of symbol fonts are private characters that no other font has."""
    private = any("\ue000" <= char <= "\uf8ff" for char in text)
    return "•" if private else text.strip()


def _integer(text: str, fallback: int) -> int:
    try:
        return int(text)
    except ValueError:
        return fallback
