"""``list``, ``search``, ``statistics``."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_calls import Xinxi

SUBMISSION = [
    "id", "year", "number", "title", "units", "writers", "received_at", "kind", "form", "topic",
    "tone", "urgency", "secrecy", "disposition", "state", "characters", "sha256",
]  # fmt: skip
ISSUE = ["id", "publication", "year", "number", "running", "supplement", "date", "state", "pages",
         "items"]  # fmt: skip
COUNT = ["row", "unit", "submitted", "adopted_items", "adopted_places", "rate", "publications",
         "rank"]  # fmt: skip


@pytest.mark.parametrize(
    "subject, keys",
    [
        ("submissions", SUBMISSION),
        ("issues", ISSUE),
        ("acts", ["id", "at", "person", "name", "undone"]),
    ],
)
def test_list_gives_these_keys(
    xinxi: Xinxi, office: Path, issue: str, subject: str, keys: list[str]
) -> None:
    rows = xinxi("list", office, subject, "--json").rows
    assert [list(row) for row in rows] == [keys] * len(rows)
    assert rows


def test_numbers_are_integers_and_words_identifiers(xinxi: Xinxi, office: Path) -> None:
    row = xinxi("list", office, "submissions", "--limit", 1, "--json").rows[0]
    assert (row["number"], row["state"], row["urgency"], row["disposition"], row["writers"]) == (
        3, "pending", "ordinary", None, [],
    )  # fmt: skip
    assert row["units"] == [{"name": "望川县委办公室", "role": "main", "share": "1"}]


@pytest.mark.parametrize("word", ["pending", "待初选"])
def test_state_takes_identifier_or_word(xinxi: Xinxi, office: Path, word: str) -> None:
    xinxi("dispose", office, 1, "keep")
    rows = xinxi("list", office, "submissions", "--state", word, "--json").rows
    assert [row["number"] for row in rows] == [3, 2]


@pytest.mark.parametrize("subject", ["submissions", "来稿", "articles", "issues", "units", "acts"])
def test_people_get_a_table(xinxi: Xinxi, office: Path, issue: str, subject: str) -> None:
    said = xinxi("list", office, subject)
    assert (said.code, said.out.splitlines()[1][0]) == (0, "─")
    assert said.out.splitlines()[-1].startswith("共 ")


def test_columns_stand_under_each_other(xinxi: Xinxi, office: Path) -> None:
    head, _rule, *rows = xinxi("list", office, "submissions").out.splitlines()[:-1]
    place = len(head[: head.index("单位")].encode("gb18030"))
    assert {row.encode("gb18030")[place:][:14].decode("gb18030") for row in rows} == {
        "望川县委办公室", "栖山县委办公室",
    }  # fmt: skip


def test_who_wrote_a_protected_report_is_not_listed(xinxi: Xinxi, office: Path) -> None:
    from xinxi_desktop.services.intake import correct
    from xinxi_desktop.services.office import open_office

    opened = open_office(office)
    correct(opened, 1, {"writers": "欧阳筱", "protected": True})
    opened.close()
    assert "欧阳筱" not in xinxi("list", office, "submissions", "--json").out


def test_what_has_no_state_refuses_one(xinxi: Xinxi, office: Path) -> None:
    assert xinxi("list", office, "units", "--state", "pending").code == 2
    assert xinxi("list", office, "issues", "--state", "pending").code == 2


def test_search_finds_text_and_number(xinxi: Xinxi, office: Path) -> None:
    (row,) = xinxi("search", office, "乙地", "冷链", "--json").rows
    assert list(row) == ["kind", "id", "number", "title", "date", "snippet"]
    assert (row["kind"], row["number"], row["title"]) == ("submission", "2026-2", "乙地有关情况")
    assert xinxi("search", office, "2", "--json").rows[0]["title"] == "乙地有关情况"


def test_search_is_held_to_its_limit(xinxi: Xinxi, office: Path) -> None:
    assert len(xinxi("search", office, "冷链", "--limit", 2, "--json").rows) == 2


def test_statistics_count_per_unit_and_in_all(xinxi: Xinxi, office: Path, printed: str) -> None:
    rows = xinxi("statistics", office, "--period", "2026", "--json").rows
    assert [list(row) for row in rows] == [COUNT] * 3
    first, _second, total = rows
    assert (first["row"], first["submitted"], first["adopted_items"], first["rate"]) == (
        "unit", 2, 1, "0.5000",
    )  # fmt: skip
    assert (total["row"], total["submitted"], total["rate"], total["rank"]) == (
        "total", 3, "0.6667", None,
    )  # fmt: skip


def test_a_period_without_data_keeps_every_row(xinxi: Xinxi, office: Path) -> None:
    said = xinxi("statistics", office, "--period", "2020Q1", "--json")
    assert (said.code, "没有收到来稿" in said.err) == (0, True)
    assert [(row["submitted"], row["rate"]) for row in said.rows] == [(0, None)] * 3


def test_statistics_are_written_as_a_workbook(xinxi: Xinxi, office: Path) -> None:
    said = xinxi("statistics", office, "--period", "2026-01-01..2026-12-31", "--xlsx", "s.xlsx")
    assert ("已写“s.xlsx”" in said.out, Path("s.xlsx").read_bytes()[:2]) == (True, b"PK")


@pytest.mark.parametrize("period", ["2026x", "2026-13", "2026-03-02..2026-03-01"])
def test_a_wrong_period_is_wrong_usage(xinxi: Xinxi, office: Path, period: str) -> None:
    assert xinxi("statistics", office, "--period", period).code == 2
