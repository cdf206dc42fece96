"""``publications``."""

from __future__ import annotations

from pathlib import Path

from cli_calls import Xinxi


def states(xinxi: Xinxi, office: Path) -> dict[str, str]:
    return {row["name"]: row["state"] for row in xinxi("publications", office, "--json").rows}


def test_publications_lists_the_own_and_those_that_come_ready(xinxi: Xinxi, office: Path) -> None:
    found = states(xinxi, office)

    assert (found["要情专报"], found["社情民意转送"]) == ("active", "ready")


def test_a_ready_publication_is_added_by_name(xinxi: Xinxi, office: Path) -> None:
    added = xinxi("publications", office, "--add", "社情民意专报")

    assert added.out.startswith("已添加《社情民意专报》。它的签批链里分管副主席还没有人")
    assert states(xinxi, office)["社情民意专报"] == "active"


def test_an_unknown_ready_publication_is_refused_with_what_there_is(
    xinxi: Xinxi, office: Path
) -> None:
    refused = xinxi("publications", office, "--add", "月刊")

    assert refused.code == 1
    assert "可以添加的有：" in refused.err and "社情民意转报" in refused.err
