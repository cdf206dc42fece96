"""复制上报文本 of what is in the office."""

import office_maker as make

from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.services import articles
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.reporting import report_text, submission_text


def test_an_articles_report_text_is_its_newest_revision(office: Office) -> None:
    key = make.article(office)
    articles.save_revision(office, key, "新题", document_from_lines(["改过的正文。"]))
    assert report_text(office, key) == "新题\n　　改过的正文。"


def test_a_submissions_report_text_is_as_it_was_received(office: Office) -> None:
    key = make.report(office)
    title, *lines = submission_text(office, key).split("\n")
    assert title
    assert lines
    assert all(line.startswith("　　") for line in lines)
