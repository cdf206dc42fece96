"""What the window's lists and queues ask of the services."""

from __future__ import annotations

from pathlib import Path

import office_maker as make

from xinxi_desktop.domain.filters import ArticleFilter, SubmissionFilter
from xinxi_desktop.domain.vocabulary import Disposition
from xinxi_desktop.services.acts import history
from xinxi_desktop.services.articles import article_ids, create_article, why_fixed
from xinxi_desktop.services.intake import (
    correct,
    dispose,
    files_in,
    queue_counts,
    submission_ids,
)
from xinxi_desktop.services.issues import items
from xinxi_desktop.services.office import Office


def test_a_list_can_be_asked_for_its_first_ids_only(office: Office) -> None:
    first, second = make.report(office), make.report(office)
    create_article(office, [first])
    create_article(office, [second])
    assert submission_ids(office, SubmissionFilter(), 1) == [second]
    assert len(article_ids(office, ArticleFilter(), 1)) == 1


def test_a_decided_submission_leaves_its_queue_when_it_becomes_an_article(office: Office) -> None:
    keys = [make.report(office), make.report(office)]
    dispose(office, keys, Disposition.SHORTLIST)
    create_article(office, keys[:1])
    assert queue_counts(office)["shortlist"] == 1


def test_the_record_of_a_submission_shows_a_correction_of_its_units_only(office: Office) -> None:
    unit = make.unit(office, "安渡区委办公室")
    other = make.unit(office, "白湾区委办公室")
    key, bystander = make.report(office, units=(unit,)), make.report(office, units=(unit,))
    correct(office, key, {"units": [other]})
    assert [row["name"] for row in history(office, "submission", key)] == ["更正登记", "登记来稿"]
    assert [row["name"] for row in history(office, "submission", bystander)] == ["登记来稿"]


def test_an_article_in_a_proof_says_why_its_text_is_fixed(office: Office) -> None:
    key = items(office, make.sent_issue(office))[0]["article"]
    assert "送签" in why_fixed(office, key) and "没有改动" not in why_fixed(office, key)


def test_a_printed_article_says_why_its_text_is_fixed(office: Office) -> None:
    key = items(office, make.signed_issue(office))[0]["article"]
    assert "已签发" in why_fixed(office, key)


def test_a_draft_s_text_is_not_fixed(office: Office) -> None:
    assert why_fixed(office, create_article(office, [make.report(office)]).id) == ""


def test_files_are_listed_as_they_will_be_gone_through(tmp_path: Path) -> None:
    folder = tmp_path / "来稿"
    (folder / "县区").mkdir(parents=True)
    files = [folder / name for name in ("一.txt", "县区/二.txt", "~$一.docx")]
    for path in files:
        path.write_text("正文", encoding="utf-8")
    assert files_in([folder]) == sorted(files)


def test_a_folder_named_twice_is_listed_once(tmp_path: Path) -> None:
    (tmp_path / "一.txt").write_text("正文", encoding="utf-8")
    assert files_in([tmp_path, tmp_path]) == [tmp_path / "一.txt"]
