"""What an article took over from its submissions."""

from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.domain.spans import Kind, Span
from xinxi_desktop.services.comparing import compare_revisions, compare_sources


def test_what_was_left_out_is_told_for_each_source() -> None:
    taken = compare_sources(
        ("甲县办了三件事。", "乙县也办了两件事。"), "乙县也办了两件事。综合起来看。"
    )
    assert taken.gone == ((Span(0, 8),), ())
    assert taken.new == (Span(9, 15),)


def test_a_changed_title_is_told_between_revisions() -> None:
    body = document_from_lines(["正文。"])
    pieces = compare_revisions(("旧题", body), ("新题", body))
    assert [(p.kind, p.text) for p in pieces] == [
        (Kind.GONE, "旧题"), (Kind.NEW, "新题"), (Kind.SAME, "\n正文。"),
    ]  # fmt: skip
