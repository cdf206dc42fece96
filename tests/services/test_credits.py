"""What will be printed as 供稿单位, and why; a unit is never left out on a silent guess."""

from __future__ import annotations

import office_maker as make

from xinxi_desktop.services.articles import change_article, create_article
from xinxi_desktop.services.credits import credit_words, guessed_problems
from xinxi_desktop.services.intake import confirm_tones, correct, submission
from xinxi_desktop.services.issues import create_issue
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.registers import publications, save_publication
from xinxi_desktop.services.whole_issue import check_issue


def problem(office: Office, **fields: str | int) -> tuple[int, int]:
    """A report that is 忧 by a guess, and the article made from it."""
    unit = make.unit(office, "安渡区委办公室")
    told = {"tone": "problem", "guessed": "kind,tone", **fields}
    report = make.report(office, units=(unit,), **told)
    return report, create_article(office, [report]).id


def rules(office: Office, article: int) -> list[str]:
    """The findings on the tone in an issue of that article."""
    key = create_issue(office, 1, [article]).id
    return [each.rule for each in check_issue(office, key) if each.rule.startswith("tone")]


def test_a_guessed_problem_is_told_before_its_unit_is_left_out(office: Office) -> None:
    _, article = problem(office)
    assert credit_words(office, article) == (
        "将印：（市委办公室信息科综合）——忧类不署供稿单位；“忧”是程序自动判断的，还没有人核对"
    )
    assert rules(office, article) == ["tone_guessed"]


def test_a_confirmed_problem_is_not_asked_about(office: Office) -> None:
    report, article = problem(office)
    confirm_tones(office, guessed_problems(office, article))
    assert submission(office, report)["guessed"] == "kind"
    assert credit_words(office, article).endswith("——忧类不署供稿单位")
    assert rules(office, article) == []


def test_a_problem_that_was_set_by_hand_is_not_asked_about(office: Office) -> None:
    _, article = problem(office)
    for tone in ("good", "problem"):
        change_article(office, article, {"tone": tone})
    assert (guessed_problems(office, article), rules(office, article)) == ([], [])


def test_an_article_left_at_a_problem_that_its_report_no_longer_is_is_noted(
    office: Office,
) -> None:
    report, article = problem(office)
    correct(office, report, {"tone": "neutral"})
    assert rules(office, article) == ["tone_at_odds"]


def test_a_protected_source_is_left_out_for_its_own_sake(office: Office) -> None:
    _, article = problem(office, protected=1)
    assert "保护来源" in credit_words(office, article)
    assert rules(office, article) == []


def test_units_and_an_own_wording_are_told_as_they_will_be_printed(office: Office) -> None:
    _, article = problem(office)
    change_article(office, article, {"tone": "good"})
    assert credit_words(office, article) == "将印：（安渡区委办公室）——署供稿单位"
    change_article(office, article, {"credit": "区委办、区民政局"})
    assert credit_words(office, article) == "将印：（区委办、区民政局）——按上面填写的署名"


def test_a_publication_without_credits_prints_none(office: Office) -> None:
    _, article = problem(office)
    family = next(row for row in publications(office) if row["id"] == 1)
    save_publication(office, 1, {**family, "credit": 0})
    create_issue(office, 1, [article])
    assert credit_words(office, article) == "将印：不印署名——《每日快报》不印供稿单位"
