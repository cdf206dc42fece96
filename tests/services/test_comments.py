"""批注."""

import office_maker as make
import pytest

from xinxi_desktop.domain.comments import Anchor
from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import articles, comments
from xinxi_desktop.services.acts import undo_last
from xinxi_desktop.services.issues import items
from xinxi_desktop.services.office import Office

WORDS = Anchor("b1", 0, 3, "第一段")


@pytest.fixture
def article(office: Office) -> int:
    key = make.article(office)
    articles.save_revision(office, key, "题", document_from_lines(["第一段。", "第二段。"]))
    return key


def test_a_comment_keeps_who_when_and_the_words_it_is_on(office: Office, article: int) -> None:
    comments.add_comment(office, article, WORDS, " 数字请再核 ")
    (row,) = comments.comments(office, article)
    assert (row["text"], row["anchor"], row["settled_at"]) == ("数字请再核", WORDS, None)
    assert row["person_name"] and row["at"]


def test_a_comment_is_settled_and_opened_again(office: Office, article: int) -> None:
    comments.add_comment(office, article, WORDS, "核")
    key = comments.comments(office, article)[0]["id"]
    comments.settle_comment(office, key)
    assert comments.comments(office, article)[0]["settled_at"]
    comments.reopen_comment(office, key)
    assert comments.comments(office, article)[0]["settled_at"] is None


def test_a_comment_travels_with_the_text_and_back_by_undo(office: Office, article: int) -> None:
    comments.add_comment(office, article, WORDS, "核")
    articles.save_revision(office, article, "题", document_from_lines(["据悉，第一段。"]))
    assert comments.comments(office, article)[0]["first"] == 3
    undo_last(office)
    assert comments.comments(office, article)[0]["first"] == 0


def test_an_empty_comment_is_refused(office: Office, article: int) -> None:
    with pytest.raises(UserError, match="批注是空的"):
        comments.add_comment(office, article, WORDS, "  ")


def test_a_signed_article_takes_no_comment(office: Office) -> None:
    key = items(office, make.signed_issue(office))[0]["article"]
    with pytest.raises(UserError, match="不能批注"):
        comments.add_comment(office, key, WORDS, "核")
    assert comments.comments(office, key) == []
