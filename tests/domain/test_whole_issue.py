"""The whole-issue check: one small issue a rule, wrong in one place."""

from __future__ import annotations

from dataclasses import replace

from bulletin_maker import IMPRINT, MASTHEAD, STORE

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.document import Document, Table, document_from_lines
from xinxi_desktop.domain.flow import PlacedParagraph
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.domain.pictures import PictureRemark
from xinxi_desktop.domain.vocabulary import Secrecy, Weight
from xinxi_desktop.domain.whole_issue import Finding, IssueFacts, check_whole_issue
from xinxi_desktop.domain.whole_issue.findings import ItemFacts
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.typesetting import compose

GOOD = (
    BulletinItem(1, "望川县建成共享冷库", document_from_lines([STORE]), "经验", "", "（望川县委办）"),
    BulletinItem(2, "安渡区整治充电难", document_from_lines(["安渡区排查端口312个。"]), "反映", "",
                 "（安渡区委办）"),
)  # fmt: skip


def facts(*items: BulletinItem, contents: bool = True, **more: object) -> IssueFacts:
    """A good issue, but for what is given."""
    bulletin = Bulletin(items or GOOD, MASTHEAD, IMPRINT, contents)
    known = tuple(ItemFacts(item.article_id, Secrecy.INTERNAL) for item in bulletin.items)
    values: dict[str, object] = {
        "items": known, "columns": ("经验", "反映"), "copies": 46, "recipient_copies": 46,
        "secrecy": Secrecy.INTERNAL,
    }  # fmt: skip
    layout = compose(bulletin, shipped())
    return IssueFacts(bulletin=bulletin, layout=layout, **{**values, **more})  # type: ignore[arg-type]


def found(issue: IssueFacts, rule: str) -> list[Finding]:
    return [finding for finding in check_whole_issue(issue) if finding.rule == rule]


def test_a_good_issue_has_nothing_to_look_at() -> None:
    assert check_whole_issue(facts()) == ()


def test_an_issue_marked_below_its_item_is_an_error() -> None:
    items = (ItemFacts(1, Secrecy.SECRET, "3年"), ItemFacts(2, Secrecy.INTERNAL))
    (finding,) = found(facts(items=items), "secrecy")

    assert finding.weight is Weight.ERROR
    assert "秘密★3年" in finding.words


def test_an_issue_with_a_shorter_term_than_its_item_is_an_error() -> None:
    items = (ItemFacts(1, Secrecy.SECRET, "3年"),)

    assert found(facts(items=items, secrecy=Secrecy.SECRET, secrecy_term="1年"), "secrecy")


def test_an_issue_marked_above_its_items_is_left_alone() -> None:
    assert not found(facts(secrecy=Secrecy.SECRET, secrecy_term="1年"), "secrecy")


def test_an_issue_that_goes_to_nobody_is_an_error() -> None:
    assert found(facts(addressed=False), "recipients")


def test_fewer_copies_than_recipients_are_named_with_the_difference() -> None:
    (finding,) = found(facts(recipient_copies=50), "copies")

    assert "差 4 份" in finding.words


def test_copies_for_nobody_are_only_noted() -> None:
    (finding,) = found(facts(recipient_copies=40), "copies")
    assert (finding.weight, "余 6 份" in finding.words) == (Weight.NOTE, True)


def test_numbers_that_no_issue_bears_are_named() -> None:
    (finding,) = found(facts(skipped=(3, 7)), "number_gap")

    assert "3、7" in finding.words


def test_an_item_without_a_column_is_named() -> None:
    (finding,) = found(facts(replace(GOOD[0], column=""), GOOD[1]), "no_column")

    assert finding.item == 0


def test_an_issue_without_any_columns_is_only_told() -> None:
    items = (replace(GOOD[0], column=""), replace(GOOD[1], column=""))
    (finding,) = found(facts(*items), "no_column")

    assert finding.weight is Weight.NOTE


def test_a_column_in_two_places_is_named() -> None:
    third = replace(GOOD[0], article_id=3, title="别的事", body=document_from_lines(["另一件。"]))

    assert found(facts(*GOOD, third), "split_column")


def test_a_column_without_items_is_told() -> None:
    (finding,) = found(facts(columns=("经验", "反映", "要情")), "empty_column")

    assert finding.weight is Weight.NOTE
    assert "要情" in finding.words


def test_contents_that_name_another_page_are_an_error() -> None:
    issue = facts()
    moved = replace(issue, layout=_with_wrong_page(issue.layout))

    assert found(moved, "contents")


def _with_wrong_page(layout: Layout) -> Layout:
    placed = [
        replace(part, paragraph=replace(part.paragraph, tail="9"))
        if isinstance(part, PlacedParagraph) and part.paragraph.target
        else part
        for part in layout.placed
    ]
    return replace(layout, placed=tuple(placed))


def test_contents_with_another_title_are_an_error() -> None:
    issue = facts()
    renamed = Bulletin((replace(GOOD[0], title="别的标题"), GOOD[1]), MASTHEAD, IMPRINT, True)

    assert found(replace(issue, bulletin=renamed), "contents")


def test_a_character_without_glyph_is_named() -> None:
    item = replace(GOOD[0], body=document_from_lines(["\U0001f600"]))
    (finding,) = found(facts(item), "missing_glyph")

    assert "\U0001f600" in finding.words


def test_substituted_fonts_are_named() -> None:
    (finding,) = found(facts(substitutes=(("仿宋", "FandolFang"),)), "fonts")

    assert "仿宋用FandolFang" in finding.words


def test_an_empty_text_is_an_error() -> None:
    assert found(facts(replace(GOOD[0], body=document_from_lines([]))), "empty")


def test_a_text_that_begins_with_its_title_is_named() -> None:
    item = replace(GOOD[0], body=document_from_lines(["望川县建成“共享冷库”", STORE]))
    title = replace(item, title="望川县建成共享冷库")

    assert found(facts(title), "title_repeated")


def test_the_same_paragraph_in_two_items_is_an_error() -> None:
    again = replace(GOOD[1], body=document_from_lines([STORE.replace("，", ",")]))
    (finding,) = found(facts(GOOD[0], again), "twice")

    assert finding.item == 1


def with_texts(*texts: list[str]) -> IssueFacts:
    items = [
        BulletinItem(n, title, document_from_lines(text), "经验", "", "（甲）")
        for n, (title, text) in enumerate(zip(("甲地建冷库", "乙地修水渠"), texts, strict=True))
    ]
    return facts(*items)


def test_a_closing_sentence_that_two_items_share_is_only_noted_and_quoted() -> None:
    closing = "下一步，将继续抓好督促落实，确保各项措施落地见效。"
    issue = with_texts([STORE * 2, closing], ["乙地修了水渠三十里。" * 9 + closing])
    (finding,) = found(issue, "alike")

    assert finding.weight is Weight.NOTE and not found(issue, "twice")
    assert all(words in finding.words for words in ("甲地建冷库", "乙地修水渠", closing))
    assert (finding.item, finding.quote) == (1, closing)


def test_several_shared_sentences_are_a_warning() -> None:
    shared = [
        "去年以来，全县农产品外销总量同比增长百分之十二点六。",
        "下一步，将继续抓好督促落实，确保各项措施见效。",
    ]
    issue = with_texts([STORE * 4, *shared], ["乙地修了水渠三十里。" * 20, *shared])

    assert [finding.weight for finding in found(issue, "alike")] == [Weight.WARNING]


def test_a_finding_is_the_same_after_an_item_before_it_was_taken_out() -> None:
    open_ = replace(GOOD[1], body=document_from_lines(["联系人×××。"]))
    (before,), (after,) = (
        found(facts(GOOD[0], open_), "left_open"),
        found(facts(open_), "left_open"),
    )

    assert before.words != after.words and before.mark == after.mark


def test_the_same_report_in_two_items_is_an_error() -> None:
    items = tuple(ItemFacts(n, Secrecy.INTERNAL, submissions=("2026-7",)) for n in (1, 2))

    assert found(facts(items=items), "twice")


def test_an_article_printed_before_is_named_with_its_issue() -> None:
    items = (ItemFacts(1, Secrecy.INTERNAL, printed_in=("《快报》第3期",)),)
    (finding,) = found(facts(GOOD[0], items=items), "printed_before")

    assert "《快报》第3期" in finding.words


def test_a_unit_written_two_ways_is_named_with_both() -> None:
    names = {"安渡区委办": 5, "安渡区委办公室": 5}
    second = replace(GOOD[1], body=document_from_lines(["安渡区委办公室报告。安渡区委办反映。"]))
    (finding,) = found(facts(GOOD[0], second, unit_names=names), "unit_names")

    assert "“安渡区委办公室”" in finding.words
    assert "“安渡区委办”" in finding.words


def test_a_place_or_a_short_name_in_a_text_beside_a_full_credit_is_left_alone() -> None:
    names = {"安渡区": 5, "安渡区委办": 5, "安渡区委办公室": 5}
    item = replace(GOOD[1], body=document_from_lines(["安渡区委办公室报告。"]))
    assert not found(facts(GOOD[0], item, unit_names=names), "unit_names")


def test_copies_without_any_recipient_are_named() -> None:
    assert "没有分发对象" in found(facts(recipient_copies=0), "no_recipients")[0].words


def test_a_unit_written_one_way_is_left_alone() -> None:
    assert not found(facts(unit_names={"安渡区委办": 5, "望川县委办": 6}), "unit_names")


def test_what_waits_to_be_filled_in_is_named() -> None:
    item = replace(GOOD[0], body=document_from_lines(["联系人×××，数字待核实。"]))
    (finding,) = found(facts(item), "left_open")

    assert "×××、待核实" in finding.words


def test_errors_come_first() -> None:
    weights = [one.weight for one in check_whole_issue(facts(addressed=False, skipped=(1,)))]

    assert weights == [Weight.ERROR, Weight.WARNING]


def test_rough_and_lost_pictures_are_named() -> None:
    rough = PictureRemark(0, 1, 1, 60, "图1 冷库", dpi=96)
    lost = PictureRemark(1, 2, 2, 60, "", fault="图片缺失")
    good = facts()
    issue = replace(good, layout=replace(good.layout, remarks=(rough, lost)))
    first, second = found(issue, "picture")

    assert (first.weight, first.item, first.page) == (Weight.ERROR, 1, 2)
    assert (second.weight, "96 点/英寸" in second.words) == (Weight.WARNING, True)


def test_a_table_cut_by_columns_is_named() -> None:
    wide = Table("t", (tuple(f"第{n}栏" for n in range(40)), tuple("12345" for _ in range(40))))
    narrow = Table("t", (("县区", "座数"), ("望川县", "18")))
    items = [replace(GOOD[0], body=Document((table,))) for table in (narrow, wide)]

    assert [finding.item for finding in found(facts(*items), "wide_table")] == [1]


def test_a_unit_left_out_on_a_guess_is_a_warning_where_units_are_printed() -> None:
    items = (ItemFacts(1, Secrecy.INTERNAL, tone_guessed=True), ItemFacts(2, Secrecy.INTERNAL))
    (finding,) = found(facts(items=items), "tone_guessed")

    assert (finding.weight, finding.item) == (Weight.WARNING, 0)
    assert "自动判断的“忧”，因此不署供稿单位" in finding.words
    assert not found(facts(items=items, credit_wanted=False), "tone_guessed")
