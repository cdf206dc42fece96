"""Writes titles and bodies of past reports from the parts in ``history_parts.txt``.

The file itself explains its notation. Loaded by make_history.py. Annotations are not postponed
here and there: a dataclass in a module loaded by path could not look them up.
"""

import json
import random
import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

_KINDS = {
    "动态": "dynamic", "经验": "experience", "问题": "problem", "建议": "suggestion",
    "反响": "reaction", "预警": "warning", "调研": "research", "舆情": "opinion",
}  # fmt: skip
_WEIGHTS = {
    "dynamic": 17, "experience": 24, "problem": 19, "suggestion": 8, "reaction": 5,
    "warning": 5, "research": 8, "opinion": 3,
}  # fmt: skip
_TONES = {"喜": "good", "忧": "problem", "中": "neutral"}
_CLASSES = {"县": "县（市、区）", "区": "开发区", "乡": "乡镇街道"}
_TRIES = 60
_OUTSIDER = "特邀信息员"
_OUTSIDER_KINDS = ("problem", "suggestion", "reaction", "research")
_OWN_PLACES = ("县（市、区）", "开发区", "乡镇街道", "国企高校")
_POSTS = {
    "高新区企业服务中心直报点": "高新区", "城南街道春晓社区直报点": "春晓社区",
    "云澜农产品批发市场直报点": "农产品批发市场", "云澜汽车客运总站直报点": "汽车客运总站",
    "橘林镇果业合作社直报点": "橘林镇", "东埠镇渔业协会直报点": "东埠镇",
    "云澜学院学生工作处直报点": "云澜学院",
}  # fmt: skip
"""How a reporting point is spoken of in a text."""

_SEASONS = {
    4: "一季度", 5: "一季度", 6: "前5个月", 7: "上半年", 8: "前7个月", 9: "前8个月",
    10: "前三季度", 11: "前10个月", 12: "前11个月",
}  # fmt: skip
_SURNAMES = "丁于方毛石田白冯安许阮杜汪沈邱邵岳侯姚倪唐夏聂袁柳常梅章葛蒋覃曾游童蓝雷谭"
_GIVEN = (
    "文博", "佳宁", "晓东", "思远", "雨桐", "立新", "海燕", "子涵", "明哲", "春梅", "一帆",
    "志远", "小禾", "书瑶", "建业", "云帆", "清扬", "晓岚", "国栋", "静怡", "向阳", "若谷",
)  # fmt: skip
_CHANNELS = ("党委信息网", "党委信息网", "党委信息网", "党委信息网", "传真", "机要", "调研")
_SLOT = re.compile(r"\{([^{}]+)\}")
_DRAW = re.compile(r"(\w+):(?:(\w+)\*)?(\d+)-(\d+)")
_WORDS = re.compile(r"(?:[（“][^）”]*[）”]|[^、（“])+")


@dataclass(frozen=True)
class Matter:
    """Something units report on: see [事] in the parts."""

    name: str
    topic: str
    units: frozenset[str]
    hardships: tuple[str, ...]
    measures: tuple[str, ...]
    counted: str
    least: int
    most: int
    months: range


@dataclass(frozen=True)
class Form:
    """Titles, and bodies that fit them; a scene also has topic, units and months."""

    kind: str
    tone: str
    topic: str = ""
    units: frozenset[str] = frozenset()
    months: range = range(1, 13)
    titles: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)


class Parts:
    """All parts, and the titles already given out."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.chance = chance
        self.pools: dict[str, tuple[str, ...]] = {}
        self.matters: list[Matter] = []
        self.forms: list[Form] = []
        self.scenes: list[Form] = []
        self.titles: set[str] = set()
        self.people: dict[str, list[str]] = {}
        self.names = _unused_names(folder)
        self._read((folder / "history_parts.txt").read_text("utf-8"))

    def commission(self, month: int) -> tuple[Matter, str]:
        """Draw what the counties are asked for: a matter of theirs and a kind of report."""
        ours = [m for m in self.matters if "县" in m.units and month in m.months]
        kind = self.chance.choice(("experience", "problem", "research", "reaction"))
        return self.chance.choice(ours), kind

    def record(
        self, unit: dict[str, Any], time: datetime, asked: tuple[Matter, str] | None = None
    ) -> dict[str, Any]:
        """Make one report of a unit; its title was not given out before.

        Only in a year several times as full does a unit run out of titles: then the day is added.
        """
        for _ in range(_TRIES):
            form, matter = self._asked(*asked) if asked else self._own(unit, time.month)
            text = _Text(self, unit, matter, time)
            title = text.fill(self.chance.choice(form.titles))
            if title not in self.titles:
                break
        else:
            title += f"（{time.month}月{time.day}日{time.hour}时{time.minute}分）"
        self.titles.add(title)
        return {
            "received_at": f"{time.isoformat()}+08:00",
            "units": [unit["name"]],
            "writers": [self._writer(unit["name"])],
            "title": title,
            "body": text.fill(self.chance.choice(form.bodies)),
            "kind": form.kind,
            "form": "brief" if form.kind == "dynamic" and self.chance.random() < 0.3 else "single",
            "tone": form.tone,
            "topic": matter.topic if matter else form.topic,
            "urgency": self._urgency(form),
            "channel": self.chance.choice(_CHANNELS),
            "disposition": "", "reason": "", "article": None, "article_title": "", "places": [],
            "_matter": matter.name if matter else title,
            "_partners": sorted(matter.units - _CLASSES.keys()) if matter else [],
        }  # fmt: skip

    def _asked(self, matter: Matter, kind: str) -> tuple[Form, Matter]:
        return self.chance.choice([form for form in self.forms if form.kind == kind]), matter

    def _own(self, unit: dict[str, Any], month: int) -> tuple[Form, Matter | None]:
        keys = _keys(unit)
        scenes = [s for s in self.scenes if s.units & keys and month in s.months]
        if scenes and self.chance.random() < 0.16:
            return self.chance.choice(scenes), None
        matter = self.chance.choice(
            [m for m in self.matters if m.units & keys and month in m.months]
        )
        kinds = _OUTSIDER_KINDS if unit["class"] == _OUTSIDER else tuple(_WEIGHTS)
        kind = self.chance.choices(kinds, [_WEIGHTS[kind] for kind in kinds])[0]
        return self._asked(matter, kind)[0], matter

    def _urgency(self, form: Form) -> str:
        chance = {"warning": 0.25, "problem": 0.05}.get(form.kind, 0.0)
        return "urgent" if self.chance.random() < chance else "ordinary"

    def _writer(self, unit: str) -> str:
        people = self.people.setdefault(unit, [])
        if not people:
            people.extend(self.names.pop() for _ in range(2))
        return self.chance.choices(people, (3, 1))[0]

    def _read(self, source: str) -> None:
        head: list[str] = []
        for line in source.splitlines():
            if line.startswith("["):
                head = [part.strip() for part in line.strip("[]").split("|")]
            elif line.startswith(("T ", "B ")):
                self._form_line(head, line[0], line[2:])
            elif line and not line.startswith("#"):
                self._word_line(head, line)

    def _form_line(self, head: list[str], sort: str, text: str) -> None:
        forms = self.scenes if head[0].startswith("景") else self.forms
        new = _form(head)
        begun = forms and (forms[-1].kind, forms[-1].tone, forms[-1].topic, forms[-1].units) == (
            new.kind, new.tone, new.topic, new.units
        )  # fmt: skip
        if not begun or (sort == "T" and forms[-1].bodies):
            forms.append(new)
        (forms[-1].titles if sort == "T" else forms[-1].bodies).append(text)

    def _word_line(self, head: list[str], line: str) -> None:
        section, name = head[0].split()
        if section == "池":
            self.pools[name] = tuple(_WORDS.findall(line))
            return
        matter, hardships, measures, counted, *months = (part.strip() for part in line.split("|"))
        counted, *size = counted.split()
        least, most = map(int, (size or ["30-150"])[0].split("-"))
        self.matters.append(
            Matter(
                matter, name, frozenset(head[1].split()), tuple(_WORDS.findall(hardships)),
                tuple(_WORDS.findall(measures)), counted, least, most, _months(*months),
            )
        )  # fmt: skip


class _Text:
    """One report's slots: what was drawn for the title holds in the body."""

    def __init__(
        self, parts: Parts, unit: dict[str, Any], matter: Matter | None, time: datetime
    ) -> None:
        self.chance = parts.chance
        short = _short(unit)
        place = short if unit["class"] in _OWN_PLACES or unit["name"] in _POSTS else "全市"
        self.values = {
            "地": place, "单": short, "果": self.chance.choice(parts.pools["果"]),
            "季": _SEASONS.get(time.month, "去年全年"), "月末": f"{(time.month - 2) % 12 + 1}月底",
        }  # fmt: skip
        if matter:
            first, second = self.chance.sample(matter.hardships, 2)
            self.values |= {
                "事": matter.name, "难": first, "难2": second,
                "法": self.chance.choice(matter.measures),
                "物": matter.counted, "量": matter.counted[0],
            }  # fmt: skip
        self.numbers: dict[str, int] = {}
        if matter:
            part = 5 if unit["class"] == _CLASSES["乡"] else 1
            least, most = max(4, matter.least // part), max(9, matter.most // part)
            self.numbers["n"] = self.chance.randint(least, most)

    def fill(self, template: str) -> str:
        """Fill all slots, left to right."""
        return _SLOT.sub(lambda match: self._value(match[1]), template)

    def _value(self, slot: str) -> str:
        if slot in self.values:
            return self.values[slot]
        if slot in self.numbers:
            return str(self.numbers[slot])
        if draw := _DRAW.fullmatch(slot):
            return str(self._draw(draw))
        if "%" in slot:
            part, whole = (self.numbers[name] for name in slot.split("%"))
            return f"{part / whole * 100:.1f}%"
        whole, part = (self.numbers[name] for name in slot.split("-"))
        return str(whole - part)

    def _draw(self, draw: re.Match[str]) -> int:
        name, base, low, high = draw.groups()
        if name not in self.numbers:
            value = self.chance.randint(int(low), int(high))
            self.numbers[name] = round(self.numbers[base] * value / 100) if base else value
        return self.numbers[name]


def _form(head: list[str]) -> Form:
    words = head[0].split()
    kind, tone = _KINDS[words[1]], _TONES[words[2]]
    if words[0] == "式":
        return Form(kind, tone)
    return Form(kind, tone, words[3], frozenset(head[1].split()), _months(head[2]))


def _months(text: str = "1-12") -> range:
    first, last = map(int, text.split("-"))
    return range(first, last + 1)


def _keys(unit: dict[str, Any]) -> set[str]:
    groups = {key for key, name in _CLASSES.items() if unit["class"] == name}
    return groups | {unit["name"], *unit["aliases"]}


def _short(unit: dict[str, Any]) -> str:
    if unit["name"] in _POSTS:
        return _POSTS[unit["name"]]
    if unit["class"] == "直报点":
        return str(unit["aliases"][0]).removesuffix("直报点")
    aliases = unit["aliases"] or [unit["name"]]
    return str(aliases[-1] if unit["class"] in _CLASSES.values() else aliases[0])


def _unused_names(folder: Path) -> list[str]:
    office = json.loads((folder / "office.json").read_text("utf-8"))
    known = {person["name"] for person in office["persons"] + office["informants"]}
    names = [surname + given for given in _GIVEN for surname in _SURNAMES]
    return [name for name in names if name not in known]
