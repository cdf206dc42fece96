"""Makes a year of past reports for the sample office, for lists, search and statistics.

``history()`` gives 2025-11-24 to 2026-11-20 as plain records, oldest first; the same seed gives
the same year. It is generated at run time from ``history_parts.txt`` (well under a second).
Loaded by path like make_samples.py; standard library only. By hand, to look at it:
``python make_history.py`` prints one JSON object a line.

Fields of a record (closed lists as identifiers of domain/vocabulary.py):

``received_at``   YYYY-MM-DDTHH:MM:SS+08:00
``units``         full names as in office.json, the main one first
``writers``       names
``title`` ``body``  text; the body is one or two sentences
``kind`` ``form`` ``tone`` ``topic`` ``urgency`` ``channel``
``disposition``   shortlist, merge, keep, reject, forward
``reason``        identifier of RejectReason with reject, else empty
``article``       number of the article made from it, or None; records that share a number were
                  merged into one article
``article_title`` its title, empty without an article
``places``        where the article was printed: ``{publication, date, year, number, running,
                  position, column}``, ``running`` is None where the publication has none
"""

import importlib.util
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

FIRST, LAST = date(2025, 11, 24), date(2026, 11, 20)
SEED = 20261123
PER_WORKDAY = 7.0
"""Reports received on an average workday. An issue of the daily bulletin goes out on the first
workday with enough material, so about 24 a workday would be needed for one every day."""

FOLDER = Path(__file__).resolve().parent
_FREE = (
    ("2026-01-01", "2026-01-03"), ("2026-02-15", "2026-02-23"), ("2026-04-04", "2026-04-06"),
    ("2026-05-01", "2026-05-05"), ("2026-06-19", "2026-06-21"), ("2026-09-25", "2026-09-27"),
    ("2026-10-01", "2026-10-07"),
)  # fmt: skip
_WORKED = {"2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"}
"""State Council's holidays of 2026 and the weekend days worked for them."""

_COMMISSIONS = 0.1
"""How often, per day, the counties are asked for the same matter, which is then merged."""

_JOINT_KINDS = ("dynamic", "experience", "problem", "research")
_COUNTY = "县（市、区）"
_SHARES = {
    "县（市、区）": 100, "开发区": 26, "党委部门": 15, "政府部门": 14, "群团": 13,
    "垂管和驻市单位": 9, "国企高校": 9, "乡镇街道": 10, "直报点": 7, "特邀信息员": 12,
}  # fmt: skip
_SHARE_OF = {"市公安局": 75, "石泓县委值班室": 0, "望川县委办公室": 142, "临汐市委办公室": 61}
_SILENT = {
    "市委党校", "市体育局", "市住房公积金管理中心", "市归国华侨联合会", "云澜海事局",
    "市烟草专卖局", "云澜师范高等专科学校", "安渡区北关街道办事处", "东埠镇渔业协会直报点",
}  # fmt: skip
_QUICK, _SPECIAL, _UPWARD, _EXCHANGE = "云澜信息·每日快报", "要情专报", "每日上报", "工作交流"
_STARTS = {_QUICK: 68, _SPECIAL: 41, _UPWARD: 96, _EXCHANGE: 43}
_RUNNING = 1208
_COLUMNS = {
    "dynamic": "工作动态", "experience": "经验做法", "problem": "问题与建议",
    "suggestion": "问题与建议", "warning": "问题与建议", "research": "问题与建议",
    "reaction": "基层反响", "opinion": "基层反响",
}  # fmt: skip
_CHANCES = {
    "dynamic": 0.18, "experience": 0.35, "problem": 0.36, "suggestion": 0.2, "reaction": 0.3,
    "warning": 0.34, "research": 0.32, "opinion": 0.2,
}  # fmt: skip
_REASONS = (
    "ordinary", "ordinary", "ordinary", "duplicate", "outdated", "in_the_media", "unverified",
    "no_figures", "not_our_level",
)  # fmt: skip


def history(seed: int = SEED, per_workday: float = PER_WORKDAY) -> Iterator[dict[str, Any]]:
    """Give the year's records, oldest first; see the module for their fields."""
    maker = _Year(random.Random(seed), per_workday)
    maker.receive()
    maker.print_issues()
    yield from maker.records


def workdays(first: date = FIRST, last: date = LAST) -> list[date]:
    """The days on which the office works, holidays and make-up days of 2026 respected."""
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return [day for day in days if _is_workday(day)]


def _is_workday(day: date) -> bool:
    text = day.isoformat()
    if text in _WORKED:
        return True
    return day.weekday() < 5 and not any(first <= text <= last for first, last in _FREE)


@dataclass
class _Year:
    """The year while it is made."""

    chance: random.Random
    per_workday: float
    records: list[dict[str, Any]] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=lambda: dict(_STARTS))
    running: int = _RUNNING
    year: int = FIRST.year
    articles: int = 0

    def receive(self) -> None:
        """Make the reports of every day, few on weekends and holidays."""
        parts = _load("history_writer").Parts(FOLDER, self.chance)
        units = [unit for unit in _units() if unit["name"] not in _SILENT]
        names = {key: unit["name"] for unit in units for key in (unit["name"], *unit["aliases"])}
        shares = [_SHARE_OF.get(unit["name"], _SHARES[unit["class"]]) for unit in units]
        weights = [share * self.chance.uniform(0.6, 1.4) for share in shares]
        for day in (FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)):
            times = sorted(self._times(day))
            chosen = self.chance.choices(units, weights, k=len(times))
            made = [parts.record(unit, time) for time, unit in zip(times, chosen, strict=True)]
            if len(times) > 2 and self.chance.random() < _COMMISSIONS:
                made += self._commissioned(parts, units, day)
            for record in made:
                self._join(record, names)
            self.records += sorted(made, key=lambda record: record["received_at"])

    def _commissioned(
        self, parts: Any, units: list[dict[str, Any]], day: date
    ) -> list[dict[str, Any]]:
        asked = parts.commission(day.month)
        counties = [unit for unit in units if unit["class"] == _COUNTY and "parent" not in unit]
        answers = self.chance.sample(counties, self.chance.randint(2, 4))
        start = datetime(day.year, day.month, day.day, 9)
        times = [start + timedelta(seconds=self.chance.randrange(7 * 3600)) for _ in answers]
        return [parts.record(unit, time, asked) for unit, time in zip(answers, times, strict=True)]

    def _join(self, record: dict[str, Any], names: dict[str, str]) -> None:
        partners = [names[partner] for partner in record.pop("_partners")]
        joint = partners and record["kind"] in _JOINT_KINDS
        if joint and record["units"][0] not in partners and self.chance.random() < 0.1:
            record["units"].append(partners[0])

    def _times(self, day: date) -> list[datetime]:
        mean = self.per_workday * (1.0 if _is_workday(day) else 0.1)
        mean *= 1.35 if day.weekday() == 0 else 0.95
        count = max(0, round(self.chance.gauss(mean, mean**0.5 * 0.7)))
        start = datetime(day.year, day.month, day.day, 8)
        return [start + timedelta(seconds=self.chance.randrange(9 * 3600)) for _ in range(count)]

    def print_issues(self) -> None:
        """Screen the reports and print the issues day by day."""
        waiting: list[dict[str, Any]] = []
        queue = list(self.records)
        for day in workdays():
            self._turn_year(day)
            while queue and queue[0]["received_at"][:10] <= day.isoformat():
                record = queue.pop(0)
                if self._screened(record):
                    waiting.append(record)
            waiting = self._special(waiting, day)
            waiting = self._quick(waiting, day)
            if day.weekday() == 3 and day.isocalendar().week % 2 == 0:
                self._exchange(day)
        for record in waiting:
            record["disposition"] = "keep"
        for record in self.records:
            del record["_matter"]

    def _turn_year(self, day: date) -> None:
        if day.year != self.year:
            self.year = day.year
            self.numbers = dict.fromkeys(self.numbers, 1)

    def _screened(self, record: dict[str, Any]) -> bool:
        if self.chance.random() < _CHANCES[record["kind"]]:
            record["disposition"] = "shortlist"
            return True
        record["disposition"] = self.chance.choices(
            ("reject", "keep", "forward"), (0.66, 0.27, 0.07)
        )[0]
        if record["disposition"] == "reject":
            record["reason"] = self.chance.choice(_REASONS)
        return False

    def _special(self, waiting: list[dict[str, Any]], day: date) -> list[dict[str, Any]]:
        grave = [r for r in waiting if r["tone"] == "problem" and r["form"] == "single"]
        if day.weekday() not in (1, 4) or not grave or self.chance.random() < 0.3:
            return waiting
        chosen = grave[0]
        self._place(_SPECIAL, day, [self._article([chosen])])
        return [record for record in waiting if record is not chosen]

    def _quick(self, waiting: list[dict[str, Any]], day: date) -> list[dict[str, Any]]:
        size = self.chance.randint(6, 8)
        groups = _grouped(waiting)
        if len(groups) < size + 1:
            return waiting
        chosen = sorted(groups[:size], key=lambda group: _order(group[0]))
        articles = [self._article(group) for group in chosen]
        self._place(_QUICK, day, articles)
        if self.chance.random() < 0.6:
            best = self.chance.sample(articles, self.chance.randint(1, 2))
            self._place(_UPWARD, day, best)
        used = {id(record) for group in chosen for record in group}
        return [record for record in waiting if id(record) not in used]

    def _exchange(self, day: date) -> None:
        since = (day - timedelta(45)).isoformat()
        articles: dict[int, list[dict[str, Any]]] = {}
        for record in self.records:
            recent = since <= record["received_at"][:10] <= day.isoformat()
            names = {place["publication"] for place in record["places"]}
            if recent and record["kind"] == "experience" and names and _EXCHANGE not in names:
                articles.setdefault(record["article"], []).append(record)
        if len(articles) >= 3:
            self._place(_EXCHANGE, day, list(articles.values())[-4:])

    def _article(self, group: list[dict[str, Any]]) -> list[dict[str, Any]]:
        self.articles += 1
        merged = len(group) > 1
        title = f"部分地方和单位{group[0]['_matter']}情况综合" if merged else group[0]["title"]
        for record in group:
            record.update(article=self.articles, article_title=title)
            record["disposition"] = "merge" if merged else "shortlist"
        return group

    def _place(self, name: str, day: date, articles: list[list[dict[str, Any]]]) -> None:
        running = self.running if name == _QUICK else None
        for position, group in enumerate(articles, start=1):
            place = {
                "publication": name, "date": day.isoformat(), "year": day.year,
                "number": self.numbers[name], "running": running, "position": position,
                "column": _column(name, group[0]["kind"]),
            }  # fmt: skip
            for record in group:
                record["places"].append(dict(place))
        self.numbers[name] += 1
        self.running += name == _QUICK


def _column(publication: str, kind: str) -> str:
    if publication == _EXCHANGE:
        return "经验交流"
    return _COLUMNS[kind] if publication == _QUICK else ""


def _grouped(waiting: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for record in waiting:
        key = (record["_matter"], record["kind"])
        groups.setdefault(key, []).append(record)
    return list(groups.values())


def _order(record: dict[str, Any]) -> int:
    return list(_COLUMNS).index(record["kind"])


def _units() -> list[dict[str, Any]]:
    units: list[dict[str, Any]] = json.loads((FOLDER / "office.json").read_text("utf-8"))["units"]
    return units


def _load(name: str) -> ModuleType:
    # By path, as this file itself is loaded: the folder is data in the installed program.
    spec = importlib.util.spec_from_file_location(f"_sample_{name}", FOLDER / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    for entry in history():
        print(json.dumps(entry, ensure_ascii=False))
