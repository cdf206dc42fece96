"""The head of a publication as data: numbers as written, what is stored, what is refused."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.masthead import (
    USUAL,
    HeadRule,
    MastheadTemplate,
    NumberForm,
    check_template,
    issue_number,
    template_from,
    template_values,
)
from xinxi_desktop.errors import UserError

OFFICIAL = MastheadTemplate(
    number=NumberForm.DOCUMENT, prefix="云办信", show_office=False, show_date=False
)


@pytest.mark.parametrize(
    "template, words",
    [
        (USUAL, "第12期（总第340期）"),
        (MastheadTemplate(number=NumberForm.PLAIN), "第12期"),
        (MastheadTemplate(number=NumberForm.YEAR), "〔2026〕12期"),
        (OFFICIAL, "云办信〔2026〕12号"),
    ],
)
def test_a_number_is_written_in_the_publication_s_form(
    template: MastheadTemplate, words: str
) -> None:
    assert issue_number(template, 2026, 12, 340) == words


def test_a_number_still_to_be_fixed_says_so() -> None:
    assert issue_number(USUAL, None, None, None) == "第〔待定〕期"
    assert issue_number(OFFICIAL, None, None, None) == "云办信〔待定〕号"


def test_only_what_differs_from_the_usual_head_is_stored() -> None:
    assert template_values(USUAL) == {}
    assert template_from(template_values(OFFICIAL)) == OFFICIAL


def test_a_stored_head_ignores_what_it_does_not_know() -> None:
    assert template_from('{"rule": "double", "star": true}').rule is HeadRule.DOUBLE


@pytest.mark.parametrize(
    "template",
    [MastheadTemplate(name_pt=8), MastheadTemplate(name_pt=300), MastheadTemplate(spread_pt=99)],
)
def test_sizes_beyond_the_page_are_refused(template: MastheadTemplate) -> None:
    with pytest.raises(UserError, match="没有保存"):
        check_template(template)
