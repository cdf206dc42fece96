"""版式: the official page as data; those that come ready, finding one, and its limits."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.domain.vocabulary import BreakingMode, Vocabulary
from xinxi_desktop.errors import UserError


@dataclass(frozen=True, slots=True)
class PageScheme:
    """The official page as data; lengths in mm and pt (page-model.md §1, word-parity.md §5)."""

    name: str = "标准22×28"
    width_mm: float = 210.0
    height_mm: float = 297.0
    top_mm: float = 37.0
    bottom_mm: float = 35.0
    inner_mm: float = 28.0
    outer_mm: float = 26.0
    body_pt: float = 16.0
    title_pt: float = 22.0
    pitch_twips: int = 579
    spacing_twips: int = -5
    indent_chars: int = 2
    page_number_pt: float = 14.0
    mode: BreakingMode = BreakingMode.OFFICE
    imprint_same_page: bool = False
    """版记可同页: the imprint may stand on any page that has room, even an odd one."""
    mark_mm: float = 35.0
    """From the top of the type area, of a letter from the paper's, to the edge of the red name."""
    title_font: FontRole = FontRole.TITLE
    heading1_font: FontRole = FontRole.HEI
    heading2_font: FontRole = FontRole.KAI
    number_dashes: bool = True
    """Page numbers between dashes: — 1 —."""
    letter: bool = False
    """信函式: red double rules, the first page without a number (GB/T 9704—2012, 10.1)."""

    @property
    def lines(self) -> int:
        """How many lines of text a page has."""
        return int(_twips(self.height_mm - self.top_mm - self.bottom_mm) // self.pitch_twips)

    @property
    def characters(self) -> int:
        """How many hanzi a line has."""
        width = _twips(self.width_mm - self.inner_mm - self.outer_mm)
        return int(width // (self.body_pt * 20 + self.spacing_twips))


@dataclass(frozen=True, slots=True)
class SchemeValue:
    """A number of a scheme as people know it: its word, unit and limits in that unit.

    ``scale`` times what people write is what is stored.
    """

    key: str
    label: str
    unit: str
    low: float
    high: float
    scale: int = 1
    whole: bool = False

    def shown(self, scheme: PageScheme) -> float:
        """Give the value in its unit."""
        return float(getattr(scheme, self.key)) / self.scale

    def stored(self, value: float) -> float | int:
        """Turn a value in its unit into the stored one."""
        return round(value * self.scale) if self.whole else float(value)


VALUES = (
    SchemeValue("width_mm", "纸宽", "毫米", 90, 420),
    SchemeValue("height_mm", "纸高", "毫米", 120, 600),
    SchemeValue("top_mm", "天头", "毫米", 5, 150),
    SchemeValue("bottom_mm", "地脚", "毫米", 15, 150),
    SchemeValue("inner_mm", "订口", "毫米", 5, 100),
    SchemeValue("outer_mm", "切口", "毫米", 5, 100),
    SchemeValue("body_pt", "正文字号", "磅", 9, 36),
    SchemeValue("title_pt", "标题字号", "磅", 9, 48),
    SchemeValue("pitch_twips", "行距", "磅", 10, 80, scale=20, whole=True),
    SchemeValue("spacing_twips", "字间距", "磅", -1, 5, scale=20, whole=True),
    SchemeValue("indent_chars", "首行缩进", "字", 0, 6, whole=True),
    SchemeValue("page_number_pt", "页码字号", "磅", 7, 28),
    SchemeValue("mark_mm", "刊名上边距", "毫米", 0, 120),
)
"""The numbers of a scheme."""
CHOICES: dict[str, tuple[str, type[Vocabulary]]] = {
    "断行": ("mode", BreakingMode),
    "标题字体": ("title_font", FontRole),
    "一级标题字体": ("heading1_font", FontRole),
    "二级标题字体": ("heading2_font", FontRole),
}
"""What of a scheme is chosen, by its word."""
_chosen_by_key = {key: (key, words_of) for key, words_of in CHOICES.values()}
FONTS = tuple(role for role in FontRole if role is not FontRole.LATIN)
SWITCHES = {
    "版记可同页": "imprint_same_page",
    "页码加横线": "number_dashes",
    "信函式": "letter",
}
"""What of a scheme is on or off, by its word."""
LEAST_LINES, LEAST_CHARACTERS = 8, 12
LETTER_MARK, LETTER_WIDTH, LETTER_FOOT = (25.0, 60.0), 180.0, 30.0
"""What a letter's rules and its name above the type area need, in mm."""
_TIGHTEST = 1.05
"""A line's pitch by its type's size: hanzi of neighbouring lines must not touch."""


STANDARD = PageScheme()

TIGHT = PageScheme("28磅行距", pitch_twips=560)
"""The widespread setting of offices: exact 28 pt, 22 lines on the same type area."""
GB33476 = PageScheme("GB/T 33476", top_mm=34.58, bottom_mm=32.58, pitch_twips=589)
"""The same page by the software margins of GB/T 33476.2—2016 with its pitch of 29.45 pt."""
LARGE_PRINT = PageScheme(
    "大字版（二号）", body_pt=22.0, title_pt=26.0, pitch_twips=796, spacing_twips=0,
    page_number_pt=18.0,
)  # fmt: skip
"""For readers with weak eyes: 16 lines of 20 characters, spaced as the standard page."""

LETTER = PageScheme("信函式", imprint_same_page=True, mark_mm=30.0, letter=True)
"""The letter form of GB/T 9704—2012, 10.1: the name's edge 30 mm below the paper's."""

SCHEMES = {scheme.name: scheme for scheme in (STANDARD, TIGHT, GB33476, LARGE_PRINT, LETTER)}
"""The page schemes that come ready, by name."""


def enlarged(scheme: PageScheme) -> PageScheme:
    """Give a scheme in 大字版's type for a weak reader's copy; one that is as large stays.

    Paper, margins, head and fonts are its own, unless they leave no room for the type.
    """
    if scheme.body_pt >= LARGE_PRINT.body_pt:
        return scheme
    large = replace(
        scheme,
        body_pt=LARGE_PRINT.body_pt,
        title_pt=max(scheme.title_pt, LARGE_PRINT.title_pt),
        pitch_twips=LARGE_PRINT.pitch_twips,
        spacing_twips=LARGE_PRINT.spacing_twips,
        page_number_pt=max(scheme.page_number_pt, LARGE_PRINT.page_number_pt),
    )
    return LARGE_PRINT if scheme_faults(large) else large


def find_scheme(word: str, schemes: Iterable[PageScheme] = SCHEMES.values()) -> PageScheme:
    """Find a scheme by its name, or by a part that only one name has; UserError lists them."""
    every = tuple(schemes)
    bare = _bare(word)
    exact = [scheme for scheme in every if _bare(scheme.name) == bare]
    found = exact or [scheme for scheme in every if len(bare) > 1 and bare in _bare(scheme.name)]
    if len(found) == 1:
        return found[0]
    names = "、".join(scheme.name for scheme in every)
    raise UserError("unknown_scheme", f"没有叫“{word}”的版式，什么也没有改动。可用的有：{names}。")


def _bare(name: str) -> str:
    """Leave out what people write one way or another: blanks, ×, brackets' width."""
    return name.replace(" ", "").replace("(", "（").replace(")", "）").replace("x", "×").casefold()


def check_scheme(scheme: PageScheme) -> PageScheme:
    """Give a scheme that can be printed; UserError says which value can't stand, and its limits."""
    for _, error in scheme_faults(scheme):
        raise error
    return scheme


def scheme_faults(scheme: PageScheme) -> list[tuple[tuple[str, ...], UserError]]:
    """Give what can't stand: the values it lies in, and the refusal; none for a good scheme."""
    found = [
        *_name_fault(scheme),
        *(fault for value in VALUES for fault in _value_fault(value, value.shown(scheme))),
        *_font_faults(scheme),
    ]
    # What is out of its limits leaves nothing to measure.
    return found or [*_room_faults(scheme), *_head_faults(scheme)]


_Fault = tuple[tuple[str, ...], UserError]


def _name_fault(scheme: PageScheme) -> Iterator[_Fault]:
    if not scheme.name.strip():
        yield ("name",), UserError("field_empty", "没有填版式的名称，没有保存。请填上名称。")


def _value_fault(value: SchemeValue, number: float) -> Iterator[_Fault]:
    if not (math.isfinite(number) and value.low <= number <= value.high):
        yield (
            (value.key,),
            UserError(
                "scheme_value",
                f"{value.label}要在 {value.low:g} 到 {value.high:g} {value.unit}之间，"
                f"现在是 {number:g} {value.unit}。没有保存。请改正。",
            ),
        )


def _font_faults(scheme: PageScheme) -> Iterator[_Fault]:
    for label, (key, words_of) in CHOICES.items():
        if words_of is FontRole and getattr(scheme, key) not in FONTS:
            names = "、".join(role.label for role in FONTS)
            yield (key,), UserError("scheme_value", f"{label}要用中文字体：{names}。没有保存。")


def _room_faults(scheme: PageScheme) -> Iterator[_Fault]:
    if scheme.pitch_twips < scheme.body_pt * 20 * _TIGHTEST:
        least = math.ceil(scheme.body_pt * 20 * _TIGHTEST) / 20
        yield (
            ("pitch_twips", "body_pt"),
            _no_room(
                f"行距比字还小：{scheme.body_pt:g} 磅的字，行距至少 {least:g} 磅",
                "请改大行距或改小字号",
            ),
        )
    across = scheme.width_mm - scheme.inner_mm - scheme.outer_mm
    if across <= 0 or scheme.characters < LEAST_CHARACTERS:
        said = f"左右边距太大，一行只剩 {max(across, 0):g} 毫米，排不下 {LEAST_CHARACTERS} 个字"
        yield ("inner_mm", "outer_mm"), _no_room(said)
    down = _down(scheme)
    if down <= 0 or scheme.lines < LEAST_LINES:
        said = f"上下边距太大，一页只剩 {max(down, 0):g} 毫米，排不下 {LEAST_LINES} 行"
        yield ("top_mm", "bottom_mm"), _no_room(said)


def _down(scheme: PageScheme) -> float:
    return scheme.height_mm - scheme.top_mm - scheme.bottom_mm


def _head_faults(scheme: PageScheme) -> Iterator[_Fault]:
    """Hold the name, and the rules of a letter, within the page."""
    if not scheme.letter:
        most = max(_down(scheme) / 2, 0)
        if scheme.mark_mm > most:
            said = f"刊名距版心上边最多 {most:g} 毫米，再往下就排不下正文"
            yield ("mark_mm",), _no_room(said, "请改刊名上边距")
        return
    low, high = LETTER_MARK
    if not low <= scheme.mark_mm <= high:
        said = f"信函式的发文机关标志距纸的上边要在 {low:g} 到 {high:g} 毫米之间"
        yield ("mark_mm",), _no_room(said, "请改刊名上边距")
    if scheme.width_mm < LETTER_WIDTH or scheme.bottom_mm < LETTER_FOOT:
        yield (
            ("width_mm", "bottom_mm"),
            _no_room(
                f"信函式的红线长 170 毫米、距纸的下边 20 毫米，"
                f"纸宽至少 {LETTER_WIDTH:g} 毫米，地脚至少 {LETTER_FOOT:g} 毫米",
                "请改大纸宽或地脚",
            ),
        )


def _no_room(what: str, remedy: str = "请改小边距、字号，或换一种纸") -> UserError:
    return UserError("no_room", f"{what}。没有保存。{remedy}。")


def changed(scheme: PageScheme, words: Mapping[str, str]) -> PageScheme:
    """Give a scheme with values as typed: 天头=35, 行距=28, 断行=fine, 版记可同页=是.

    Names are the labels of ``VALUES`` or their identifiers; UserError for what is neither.
    """
    known = {name: value for value in VALUES for name in (value.key, value.label)}
    found: dict[str, Any] = {}
    for name, word in words.items():
        if name in CHOICES or name in _chosen_by_key:
            key, words_of = CHOICES.get(name) or _chosen_by_key[name]
            found[key] = words_of.parse(word)
        elif name in SWITCHES or name in SWITCHES.values():
            found[SWITCHES.get(name, name)] = _switched(name, word)
        elif name in known:
            found[known[name].key] = known[name].stored(_number(name, word))
        else:
            names = "、".join([*(value.label for value in VALUES), *CHOICES, *SWITCHES])
            raise UserError("unknown_value", f"版式里没有“{name}”。没有改动。可以改的有：{names}。")
    return check_scheme(replace(scheme, **found))


def _switched(name: str, word: str) -> bool:
    if word in ("是", "1", "true", "yes"):
        return True
    if word in ("否", "0", "false", "no"):
        return False
    raise UserError("scheme_value", f"{name}“{word}”看不懂。没有改动。请写是或否。")


def _number(name: str, word: str) -> float:
    try:
        number = float(word)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise UserError("scheme_value", f"{name}“{word}”不是数字。没有改动。请写成数字。")
    return number


def scheme_values(scheme: PageScheme) -> dict[str, Any]:
    """Give what a scheme sets otherwise than the standard one: what is stored, and hashed."""
    standard = asdict(STANDARD)
    values = {name: value for name, value in asdict(scheme).items() if value != standard[name]}
    values.pop("name", None)
    return {
        name: str(value) if isinstance(value, Vocabulary) else value
        for name, value in values.items()
    }


def scheme_from(name: str, values: Mapping[str, Any]) -> PageScheme:
    """Make a scheme from its stored values; what a newer version added is left out."""
    known = {field.name for field in fields(PageScheme)} - {"name"}
    kept = {key: value for key, value in values.items() if key in known}
    for key, words_of in CHOICES.values():
        if key in kept:
            kept[key] = words_of(kept[key])
    return PageScheme(name, **kept)


def _twips(mm: float) -> float:
    return mm * 1440 / 25.4
