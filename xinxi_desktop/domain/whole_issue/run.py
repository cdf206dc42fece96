"""Runs every rule of the whole-issue check, the gravest findings first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from xinxi_desktop.domain.vocabulary import Weight
from xinxi_desktop.domain.whole_issue import frame, sameness, texts
from xinxi_desktop.domain.whole_issue.findings import Finding, IssueFacts

RULES: tuple[Callable[[IssueFacts], Iterator[Finding]], ...] = (
    frame.secrecy_inherited,
    frame.recipients_named,
    frame.copies_add_up,
    frame.numbers_without_gap,
    frame.columns_in_order,
    frame.contents_match,
    frame.every_glyph_there,
    frame.pictures_fit_for_print,
    frame.official_fonts,
    texts.nothing_empty,
    texts.units_left_out_knowingly,
    texts.title_not_repeated,
    sameness.same_article_twice,
    texts.printed_before,
    texts.one_name_a_unit,
    texts.nothing_left_open,
    texts.tables_in_one_piece,
)
"""In the order in which findings of one weight are shown."""

_ORDER = list(Weight)


def check_whole_issue(facts: IssueFacts) -> tuple[Finding, ...]:
    """Give every finding on an issue, errors before warnings before notes."""
    found = [finding for rule in RULES for finding in rule(facts)]
    return tuple(sorted(found, key=lambda finding: _ORDER.index(finding.weight)))
