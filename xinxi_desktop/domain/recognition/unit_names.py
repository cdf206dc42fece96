"""Reporting units in text: 县委办 = 县委办公室 = 中共…县委办公室, aliases, and unknown names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from xinxi_desktop.domain.marks import squeeze
from xinxi_desktop.domain.recognition.records import RecognisedUnit

_SHORTENED = """
    中国共产党= 中共= 党委办公室=党委办 办公室=办 办公厅=办
    人力资源和社会保障=人社 人力资源社会保障=人社 发展和改革委员会=发改委
    发展改革委员会=发改委 发展改革委=发改委 卫生健康委员会=卫健委 卫生健康委=卫健委
    工业和信息化=工信 住房和城乡建设=住建 住房城乡建设=住建 市场监督管理=市场监管
    市监局=市场监管局 文化广电和旅游=文旅 文化广电旅游=文旅 文化和旅游=文旅
    文广旅=文旅 应急管理=应急 交通运输=交通 自然资源和规划=资规 自然资源与规划=资规
    自规局=资规局 城市管理行政执法=城管 城市管理=城管 综合行政执法=城管
    医疗保障=医保 退役军人事务=退役军人 教育体育=教体 科学技术局=科技局
    生态环境保护=生态环境 国有资产监督管理委员会=国资委 机构编制委员会=编
    经济技术开发=经开 高新技术产业开发=高新 管理委员会=管委会 街道办事处=街道
    街道办=街道 人民政府=政府 人民法院=法院 人民检察院=检察院 妇女联合会=妇联
    残疾人联合会=残联 工商业联合会=工商联 科学技术协会=科协 共青团=团 党工委=工委
    委员会=委
"""
_SHORT_FORMS = [pair.split("=") for pair in _SHORTENED.split()]
"""Long form → short form, in the order they are applied."""
_DESK = re.compile(
    r"(?:信息综合科|信息科|综合科|秘书科|值班室|信息中心|信息处|督查室|办|总值班室)$"
)
_RULING = re.compile(r"(?:党委|工委|管委会|委|政府)$")
_CITY = re.compile(r"^[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}(?=[市州](?!场))")
_STRONG = re.compile(
    r"(?:办公室|办公厅|[委府镇乡道区会局部]办|党政(?:综合)?办|党群办|局|委员会|委|政府|管委会|部|法院|检察院|街道|支队|总队"
    r"|值班室|信息科|妇联|总工会|工商联|残联|科协|文联|侨联|政协|人大|党校|集团|公司|大学|学院"
    r"|医院"
    r"|分行|支行|海关|直报点|信息员|党组|团市委|团县委|团区委|管理处|服务中心|指挥中心|统计队|调查队)$"
)
_WEAK = re.compile(
    r"(?:县|区|市|州|旗|镇|乡|中心|站|所|处|院|校|协会|学会|社区|村|馆|厂|银行|中学|小学)$"
)
_NO_UNIT = re.compile(
    r"^(?:关于|进一步|加强|推进|深化|打造|建设|聚焦|强化|做好|抓好|开展|推动|破解|探索|创新|如何|建议"
    r"|全面|扎实|积极|切实|不断|着力|当前|部分|一些|我市|我县|我区|全市|全县|各|对|在|以|从|把|让)"
)
_PLAIN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff()()·0-9A-Za-z]{3,30}")
_SEPARATORS = re.compile(r"[、,，;；/+&\s]+")

_JOINED = re.compile(r"[、,，;；/+&\s]+|[和与及]")
"""Tried first: 甲局和乙局 reads as one name, too; 发展和改革 falls apart into no names."""


class UnitIndex:
    """The units of the office by every name they may be written with."""

    def __init__(self, known: Mapping[str, tuple[int, ...]]) -> None:
        """Take names and aliases with the ids of the units that bear them."""
        self._strong: dict[str, tuple[int, ...]] = {}
        self._weak: dict[str, tuple[int, ...]] = {}
        for name, ids in known.items():
            _put(self._strong, normalise(name), ids)
        for name, ids in known.items():
            for variant in _variants(normalise(name))[1:]:
                _put(self._weak, variant, ids)
        self._ruling: dict[int, set[str]] = {}
        for name, ids in known.items():
            for unit_id in ids:
                self._ruling.setdefault(unit_id, set()).update(_rulings(normalise(name)))
        self._longest_first = sorted(self._strong, key=len, reverse=True)

    def ids(self, name: str) -> tuple[int, ...]:
        """Give the ids of the units of that name; the nearest form of the name decides.

        A text may be more exact than the register (望川县委办 → 望川县) or the register than the
        text (望川县 → 望川县委办), never both at once; and 县政府办 is not the unit that is called
        both 望川县 and 望川县委办.
        """
        exact, *wider = _variants(normalise(name))
        if exact in self._strong:
            return self._strong[exact]
        ruling = _rulings(exact)
        for variant in wider:
            found = tuple(
                unit_id
                for unit_id in self._strong.get(variant, ())
                if not ruling or not self._ruling[unit_id] or ruling & self._ruling[unit_id]
            )
            if found:
                return found
        return self._weak.get(exact, ())

    def recognise(self, name: str) -> RecognisedUnit:
        """Make a unit of a name that is taken to be one, known or not."""
        return RecognisedUnit(name.strip(), self.ids(name))

    def is_unit(self, text: str, *, strict: bool = True) -> bool:
        """Tell whether a short text is the name of a unit; ``strict`` needs a sure ending."""
        text = text.strip()
        if self.ids(text):
            return True
        return looks_like_unit(text, strict=strict)

    def split(self, text: str, *, strict: bool = True) -> list[str]:
        """Split “甲、乙” into unit names; empty unless every part is one."""
        text = re.sub(r"\s*[（(](?:章|盖章|公章)[)）]", "", text.strip())
        if self.ids(text):
            return [text]
        for pattern in (_JOINED, _SEPARATORS):
            parts = [part for part in pattern.split(text) if part]
            if parts and all(self.is_unit(part, strict=strict) for part in parts):
                return parts
        joined = re.sub(r"\s+", "", text)
        return [joined] if self.is_unit(joined, strict=strict) else []

    def leading(self, text: str) -> str:
        """Give the longest known name that a text begins with, as the text has it."""
        squeezed = squeeze(text)
        for length in range(min(len(squeezed), 24), 1, -1):
            if normalise(squeezed[:length]) in self._strong:
                return squeezed[:length]
        return ""

    def mentioned(self, text: str) -> Iterator[str]:
        """Give known names in a text, longest first, none inside another."""
        rest = normalise(text)
        for name in self._longest_first:
            if len(name) > 1 and name in rest:
                rest = rest.replace(name, "\n")
                yield name


@lru_cache(maxsize=4096)
def normalise(name: str) -> str:
    """Bring a unit name to the short form in which names are compared."""
    text = re.sub(r"[（(].*?[)）]", "", squeeze(name))
    for long, short in _SHORT_FORMS:
        text = text.replace(long, short)
    return text


def looks_like_unit(text: str, *, strict: bool = True) -> bool:
    """Tell whether a text that stands alone ends like a unit's name and holds no sentence."""
    text = re.sub(r"\s+", "", text)
    if not _PLAIN.fullmatch(text) or len(text) > (20 if strict else 25):
        return False
    if _NO_UNIT.match(text) or "的" in text:
        return False
    return bool(_STRONG.search(text)) or (not strict and bool(_WEAK.search(text)))


def unique(units: Iterable[RecognisedUnit]) -> tuple[RecognisedUnit, ...]:
    """Keep the first of units that are the same one."""
    kept: dict[object, RecognisedUnit] = {}
    for unit in units:
        kept.setdefault(unit.ids or normalise(unit.name), unit)
    return tuple(kept.values())


def _variants(name: str) -> list[str]:
    """Give a normalised name and what it may stand for, nearest first."""
    found = [name]
    without_city = _CITY.sub("", name)
    if without_city != name and len(without_city) > 2:
        found.append(without_city)
    for start in tuple(found):
        body = _DESK.sub("", start)
        if body != start and len(body) > 1:
            # A desk such as 值班室 belongs to the general office of its body.
            found += [body + "办", body]
        area = _RULING.sub("", body)
        if len(area) > 2:
            found.append(area)
    return list(dict.fromkeys(found))


def _rulings(name: str) -> set[str]:
    """Tell which bodies a normalised name speaks of: 委, 政府, 管委会."""
    body = _DESK.sub("", name)
    kinds = ("政府", "管委会", "人大", "政协")
    found = {kind for kind in kinds if kind in body}
    return found | ({"委"} if re.search(r"委(?!会)$|工委", body) else set())


def _put(index: dict[str, tuple[int, ...]], key: str, ids: tuple[int, ...]) -> None:
    if key:
        index[key] = tuple(dict.fromkeys((*index.get(key, ()), *ids)))
