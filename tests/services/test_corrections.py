"""更正, 收回, 重印: of a printed issue only, recorded for good, the issue untouched."""

from __future__ import annotations

import office_maker as make
import pytest

from xinxi_desktop.domain.vocabulary import CopyOutcome
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.acts import history, undo_last
from xinxi_desktop.services.corrections import (
    correct_issue,
    corrections,
    recall_issue,
    reprint_issue,
    standing,
    state_of_copies,
)
from xinxi_desktop.services.distribution import distribution, save_share, take_back
from xinxi_desktop.services.issues import issue
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.printing import stored_file

LEADERS = (("书记", "机要", 1), ("市长", "机要", 2))


def test_a_correction_tells_how_many_it_goes_to(office: Office) -> None:
    key = make.printed_issue(office, LEADERS)
    told = correct_issue(office, key, "第2页“18座”应为“16座”。", reason="来稿有误。").sentence
    assert "已登记更正，通知 2 个分送对象，3 份" in told
    assert corrections(office, key)[0]["reason"] == "来稿有误"


def test_the_printed_issue_stays_as_it_was(office: Office) -> None:
    key = make.printed_issue(office)
    before, pdf = issue(office, key), stored_file(office, key, "pdf")
    correct_issue(office, key, "某处有误。")
    recall_issue(office, key, "内容失实")
    assert (issue(office, key), stored_file(office, key, "pdf")) == (before, pdf)


def test_it_is_final(office: Office) -> None:
    key = make.printed_issue(office)
    correct_issue(office, key, "某处有误。")
    with pytest.raises(UserError, match="不能撤销"):
        undo_last(office)


def test_an_issue_that_is_not_printed_is_changed_otherwise(office: Office) -> None:
    key = make.sent_issue(office)
    with pytest.raises(UserError, match="还没有印发，不用更正") as refused:
        correct_issue(office, key, "某处有误。")
    assert refused.value.code == "not_printed"


def test_an_issue_is_recalled_once(office: Office) -> None:
    key = make.printed_issue(office)
    recall_issue(office, key, "内容失实")
    with pytest.raises(UserError, match="已经收回过"):
        recall_issue(office, key, "内容失实")


def test_copies_that_came_back_are_no_longer_out(office: Office) -> None:
    key = make.printed_issue(office, LEADERS)
    recall_issue(office, key, "内容失实")
    take_back(office, distribution(office, key)[1]["id"], CopyOutcome.RETURNED, copies=1)
    assert state_of_copies(office, key) == (2, 3, 2)


def test_a_reprint_is_of_the_stored_pdf(office: Office) -> None:
    key = make.printed_issue(office)
    assert "按存档的 PDF 重印12份" in reprint_issue(office, key, 12, "新任领导").sentence


def test_without_a_stored_pdf_nothing_is_reprinted(office: Office) -> None:
    from xinxi_desktop.store.transaction import Act

    key = make.issue(office)
    changes = {"state": "printed", "printed_on": "2026-01-05"}
    office.file.write(Act("登记往期", final=True), lambda tx: tx.update("issue", key, changes))
    with pytest.raises(UserError, match="没有存档的 PDF"):
        reprint_issue(office, key, 1, "补发")


@pytest.mark.parametrize("words", ["", "  "])
def test_empty_words_are_asked_for(office: Office, words: str) -> None:
    key = make.printed_issue(office)
    with pytest.raises(UserError, match="更正内容"):
        correct_issue(office, key, words)
    with pytest.raises(UserError, match="收回原因"):
        recall_issue(office, key, words)


def test_an_issue_says_what_became_of_it(office: Office) -> None:
    key = make.printed_issue(office, LEADERS)
    assert standing(office, key) == ""
    correct_issue(office, key, "某处有误。")
    recall_issue(office, key, "内容失实")
    assert standing(office, key) == "已更正；已收回，共 3 份，还有 3 份没有退回"
    for share in distribution(office, key):
        take_back(office, share["id"], CopyOutcome.RETURNED, copies=share["copies"])
    assert standing(office, key).endswith("全部退回")


def test_a_recall_without_a_list_counts_nothing(office: Office) -> None:
    key = make.printed_issue(office)
    recall_issue(office, key, "内容失实")
    assert standing(office, key) == "已收回"


def test_what_followed_stands_in_the_record_of_the_issue(office: Office) -> None:
    key = make.printed_issue(office, LEADERS)
    correct_issue(office, key, "某处有误。")
    share = distribution(office, key)[0]["id"]
    take_back(office, share, CopyOutcome.RETURNED, copies=1)
    names = [each["name"] for each in history(office, "issue", key)]
    assert names[:3] == ["登记清退销毁", "更正", "印发"]


def test_a_recalled_issue_is_neither_reprinted_nor_sent_to_others(office: Office) -> None:
    key = make.printed_issue(office, LEADERS)
    recall_issue(office, key, "内容失实")
    with pytest.raises(UserError, match="已经收回，不能再重印"):
        reprint_issue(office, key, 3, "领导索要")
    with pytest.raises(UserError, match="已经收回，不能再增加分发"):
        save_share(office, key, None, {"name": "市纪委", "copies": 2})


def test_copies_sent_later_are_counted_among_the_issue_s(office: Office) -> None:
    key = make.printed_issue(office, LEADERS)
    listed = issue(office, key)["copies"]
    save_share(office, key, None, {"name": "市纪委", "copies": listed + 1})
    assert issue(office, key)["copies"] == 3 + listed + 1
