import importlib.util
import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date
from itertools import groupby
from types import ModuleType
from typing import Any

from xinxi_desktop.assets import asset
from xinxi_desktop.domain.vocabulary import (
    CHANNELS,
    TOPICS,
    Disposition,
    Form,
    Kind,
    RejectReason,
    Tone,
    Urgency,
)

SCRIPT = asset("resources", "samples", "make_history.py")


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_history", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


maker = load()
RECORDS: list[dict[str, Any]] = list(maker.history())
OFFICE = json.loads(SCRIPT.with_name("office.json").read_text("utf-8"))


def issues() -> dict[tuple[str, int, int, str], dict[int, set[int]]]:
    found: dict[tuple[str, int, int, str], dict[int, set[int]]] = defaultdict(dict)
    for record in RECORDS:
        for place in record["places"]:
            key = (place["publication"], place["year"], place["number"], place["date"])
            found[key].setdefault(place["position"], set()).add(record["article"])
    return found


def test_a_year_of_reports_in_the_order_of_receipt() -> None:
    times = [record["received_at"] for record in RECORDS]
    assert 1200 <= len(times) <= 2000
    assert times == sorted(times)
    assert (times[0][:10], times[-1][:10]) == ("2025-11-24", "2026-11-20")


def test_another_process_makes_the_same_year() -> None:
    env = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"}
    made = subprocess.run([sys.executable, SCRIPT], env=env, capture_output=True, check=True)
    lines = [json.loads(line) for line in made.stdout.decode("utf-8").splitlines()]
    assert lines == RECORDS


def test_another_seed_makes_another_year() -> None:
    assert next(maker.history(seed=1))["title"] != RECORDS[0]["title"]


def test_closed_lists_hold_identifiers() -> None:
    lists = {"kind": Kind, "form": Form, "tone": Tone, "urgency": Urgency}
    lists["disposition"] = Disposition
    wrong = [
        (name, record[name])
        for record in RECORDS
        for name, vocabulary in lists.items()
        if record[name] not in {member.value for member in vocabulary}
    ]
    assert wrong == []


def test_topics_and_channels_are_those_of_the_office() -> None:
    assert {record["topic"] for record in RECORDS} == set(TOPICS)
    assert {record["channel"] for record in RECORDS} <= set(CHANNELS)


def test_only_rejected_reports_have_a_reason() -> None:
    reasons = {r["reason"] for r in RECORDS if r["disposition"] == "reject"}
    assert reasons <= {reason.value for reason in RejectReason}
    assert {r["reason"] for r in RECORDS if r["disposition"] != "reject"} == {""}


def test_units_are_known_and_some_report_nothing() -> None:
    known = {unit["name"] for unit in OFFICE["units"]}
    reporting = {unit for record in RECORDS for unit in record["units"]}
    assert reporting <= known
    assert 5 <= len(known - reporting) <= 15


def test_no_title_comes_twice_and_all_fit_a_line_and_a_half() -> None:
    titles = [record["title"] for record in RECORDS]
    assert len(set(titles)) == len(titles)
    assert max(map(len, titles)) <= 40


def test_titles_are_of_many_matters() -> None:
    shapes = Counter(record["title"][-6:] for record in RECORDS)
    assert shapes.most_common(1)[0][1] < len(RECORDS) * 0.06
    assert len(shapes) > 400


def test_shares_in_the_texts_are_right() -> None:
    pattern = re.compile(r"(\d+)[^\d，。；]{1,16}中有(\d+)[^\d，。；]{1,16}，占(\d+\.\d)%")
    found = [match for record in RECORDS for match in pattern.finditer(record["body"])]
    assert len(found) > 300
    assert [m[0] for m in found if abs(int(m[2]) / int(m[1]) * 100 - float(m[3])) > 0.051] == []


def test_no_slot_is_left_open() -> None:
    assert [r["title"] for r in RECORDS if re.search(r"[{}]", r["title"] + r["body"])] == []


def test_three_in_ten_are_adopted() -> None:
    adopted = [record for record in RECORDS if record["places"]]
    assert 0.27 <= len(adopted) / len(RECORDS) <= 0.33
    assert {record["disposition"] for record in adopted} == {"shortlist", "merge"}


def test_an_article_and_its_places_are_the_same_for_all_its_sources() -> None:
    articles = defaultdict(list)
    for record in RECORDS:
        if record["article"] is not None:
            articles[record["article"]].append((record["article_title"], record["places"]))
    assert all(entry == entries[0] for entries in articles.values() for entry in entries)
    assert sum(len(entries) > 1 for entries in articles.values()) >= 5


def test_the_daily_bulletin_has_six_to_eight_items() -> None:
    sizes = [len(items) for key, items in issues().items() if key[0] == "云澜信息·每日快报"]
    assert len(sizes) > 60
    assert set(sizes) == {6, 7, 8}


def test_each_position_of_an_issue_holds_one_article() -> None:
    for items in issues().values():
        assert sorted(items) == list(range(1, len(items) + 1))
        assert all(len(articles) == 1 for articles in items.values())


def test_numbers_run_on_without_a_gap_and_begin_anew_in_january() -> None:
    keys = sorted(issues(), key=lambda key: (key[0], key[1], key[2]))
    for (_, year), group in groupby(keys, key=lambda key: (key[0], key[1])):
        numbers = [key[2] for key in group]
        first = 1 if year == 2026 else numbers[0]
        assert numbers == list(range(first, first + len(numbers)))


def test_numbers_and_dates_rise_together() -> None:
    keys = sorted(issues(), key=lambda key: (key[0], key[1], key[2]))
    for _, group in groupby(keys, key=lambda key: key[0]):
        dates = [key[3] for key in group]
        assert dates == sorted(dates)


def test_issues_appear_on_workdays_after_their_reports_came_in() -> None:
    days = {day.isoformat() for day in maker.workdays()}
    late = [
        record["title"]
        for record in RECORDS
        for place in record["places"]
        if place["date"] not in days or place["date"] < record["received_at"][:10]
    ]
    assert late == []


def test_publications_are_those_of_the_office() -> None:
    columns = {p["name"]: [*p["columns"], ""] for p in OFFICE["publications"]}
    places = [place for record in RECORDS for place in record["places"]]
    assert [p for p in places if p["column"] not in columns.get(p["publication"], [])] == []


def test_holidays_are_free_and_make_up_days_worked() -> None:
    days = set(maker.workdays())
    assert date(2026, 10, 1) not in days
    assert date(2026, 10, 10) in days
    assert date(2026, 2, 14) in days


def test_enough_reports_make_a_bulletin_nearly_every_day() -> None:
    quick = {
        place["date"]
        for record in maker.history(per_workday=26)
        for place in record["places"]
        if place["publication"] == "云澜信息·每日快报"
    }
    assert len(quick) > 200
