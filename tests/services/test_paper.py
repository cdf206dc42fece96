"""What goes through the printer: every recipient's copies, on red paper or white, moved or not."""

from __future__ import annotations

import office_maker as make
import pypdfium2
import pytest
from print_maker import going_to_print

from xinxi_desktop.domain.page import BLACK, RED, Page
from xinxi_desktop.domain.sheets import POINTS_PER_MM
from xinxi_desktop.domain.vocabulary import PrintKind
from xinxi_desktop.errors import UserError
from xinxi_desktop.services import paper, printing
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.paper import CopySet, Look, Order, lay_out_stack
from xinxi_desktop.services.print_runs import print_runs
from xinxi_desktop.store import issues as issue_store
from xinxi_desktop.store.transaction import Transaction

ONE = (CopySet(1),)


def text(page: Page) -> str:
    return "".join(run.text for run in page.runs)


def test_nothing_but_a_proof_is_printed_before_it_is_sent_to_print(office: Office) -> None:
    key = make.signed_issue(office)
    assert paper.kinds(office, key) == (PrintKind.PROOF,)
    with pytest.raises(UserError, match="先签发、定版、付印"):
        lay_out_stack(office, key, Order(PrintKind.FINAL, ONE))


def test_a_proof_says_so_on_every_page(office: Office) -> None:
    stack = lay_out_stack(office, make.signed_issue(office), Order(PrintKind.PROOF, ONE))
    assert all(page.watermark for page in stack.copies[0].pages)


def test_every_copy_bears_its_number(office: Office) -> None:
    key = going_to_print(office, ("甲", 2), ("乙", 1))
    stack = lay_out_stack(office, key, Order(PrintKind.FINAL, tuple(paper.copy_sets(office, key))))
    heads = [text(copy.pages[0]) for copy in stack.copies]
    assert [copy.numbers for copy in stack.copies] == [(1,), (2,), (3,)]
    assert all(f"00000{place}" in head for place, head in enumerate(heads, 1))


def test_a_numbering_machine_finds_its_place_empty_but_numbers_are_kept(office: Office) -> None:
    key = going_to_print(office, ("甲", 2), rule="blank")
    sets = tuple(paper.copy_sets(office, key))
    assert not paper.numbers_on_paper(office, key)
    stack = lay_out_stack(office, key, Order(PrintKind.FINAL, sets, numbers=False))
    (copy,) = stack.copies
    assert (copy.times, copy.numbers, "000001" in text(copy.pages[0])) == (2, (1, 2), False)


def test_who_reads_large_print_gets_it_in_the_same_run(office: Office) -> None:
    key = going_to_print(office, ("甲", 1), ("老领导", 1), large="老领导")
    stack = lay_out_stack(office, key, Order(PrintKind.FINAL, tuple(paper.copy_sets(office, key))))
    plain, large = (min(r.size for r in copy.pages[-2].runs if r.item) for copy in stack.copies)
    assert (plain, large) == (16.0, 22.0)


def test_pre_printed_red_is_left_out_and_the_rest_stays(office: Office) -> None:
    key = going_to_print(office, ("甲", 1))
    whole = lay_out_stack(office, key, Order(PrintKind.FINAL, ONE)).copies[0].pages[0]
    over = Order(PrintKind.FINAL, ONE, look=Look(overprint=True))
    bare = lay_out_stack(office, key, over).copies[0].pages[0]
    assert bare.runs == tuple(run for run in whole.runs if run.colour != RED)
    assert not [rule for rule in bare.rules if rule.colour == RED]


def test_offsets_move_everything_by_so_many_millimetres(office: Office) -> None:
    key = going_to_print(office, ("甲", 1))
    (plain,) = lay_out_stack(office, key, Order(PrintKind.FINAL, ONE)).copies
    look = Look(right_mm=2.0, down_mm=-1.5)
    (moved,) = lay_out_stack(office, key, Order(PrintKind.FINAL, ONE, look=look)).copies
    steps = {
        (round((b.x - a.x) / POINTS_PER_MM, 6), round((b.y - a.y) / POINTS_PER_MM, 6))
        for a, b in zip(plain.pages[0].runs, moved.pages[0].runs, strict=True)
    }
    assert steps == {(2.0, -1.5)}


def test_black_only_has_no_red(office: Office) -> None:
    key = going_to_print(office, ("甲", 1))
    (copy,) = lay_out_stack(office, key, Order(PrintKind.FINAL, ONE, look=Look(black=True))).copies
    inks = {each.colour for page in copy.pages for each in (*page.runs, *page.rules)}
    assert inks == {BLACK}


def test_a_copy_begins_on_a_new_sheet_where_both_sides_are_printed(office: Office) -> None:
    key = going_to_print(office, ("甲", 1))
    order = Order(PrintKind.FINAL, ONE, pages="1", look=Look(both_sides=True))
    first, blank = lay_out_stack(office, key, order).copies[0].pages
    assert (bool(first.runs), blank.runs) == (True, ())


@pytest.mark.parametrize(("pages", "count"), [("", 2), ("1", 1), ("2-2", 1), ("1、2", 2)])
def test_pages_are_chosen_as_typed(office: Office, pages: str, count: int) -> None:
    key = going_to_print(office, ("甲", 1))
    stack = lay_out_stack(office, key, Order(PrintKind.FINAL, ONE, pages=pages))
    assert len(stack.copies[0].pages) == count


@pytest.mark.parametrize(
    ("order", "code"),
    [(Order(PrintKind.FINAL, ONE, pages="9"), "wrong_pages"),
     (Order(PrintKind.FINAL, ONE, pages="一"), "wrong_numbers"),
     (Order(PrintKind.FINAL, ()), "no_copies")],
)  # fmt: skip
def test_an_order_that_can_not_be_printed_is_a_sentence(
    office: Office, order: Order, code: str
) -> None:
    with pytest.raises(UserError) as refused:
        lay_out_stack(office, going_to_print(office, ("甲", 1)), order)
    assert refused.value.code == code


def test_a_printed_issue_is_printed_again_as_it_was_stored(office: Office) -> None:
    key = going_to_print(office, ("甲", 1))
    before = lay_out_stack(office, key, Order(PrintKind.FINAL, ONE)).sha256()
    printing.print_out(office, key)
    assert paper.kinds(office, key)[0] is PrintKind.REPRINT
    assert lay_out_stack(office, key, Order(PrintKind.REPRINT, ONE)).sha256() == before


@pytest.fixture
def changed(office: Office) -> int:
    """A printed issue whose stored PDF is not what the program would lay out today."""
    key = going_to_print(office, ("甲", 1))
    printing.print_out(office, key)
    other = make.signed_issue(office)
    data = printing.export_issue(office, other, "pdf")

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = next(each for each in issue_store.issued_files(tx, key) if each["format"] == "pdf")
        tx.update("issued_file", row["id"], {"sha256": tx.put_blob(data)})
        return "", ()

    office.do("印发", work)
    return key


def test_where_a_layout_would_differ_the_stored_pages_are_printed(
    office: Office, changed: int
) -> None:
    stack = lay_out_stack(office, changed, Order(PrintKind.REPRINT, ONE))
    page = stack.copies[0].pages[0]
    (image,) = page.images
    assert (page.runs, round(image.width), round(image.height)) == ((), 595, 842)
    assert stack.printed.pictures.bytes_of(image.blob)[:4] == b"\x89PNG"


@pytest.mark.parametrize(
    "order",
    [
        Order(PrintKind.REPRINT, (CopySet(1, 5),)),
        Order(PrintKind.REPRINT, ONE, look=Look(overprint=True)),
        Order(PrintKind.LARGE, ONE),
    ],
)
def test_stored_pages_are_not_changed_in_print(office: Office, changed: int, order: Order) -> None:
    with pytest.raises(UserError, match="照存档的原样"):
        lay_out_stack(office, changed, order)


def test_the_calibration_sheet_outlines_the_red_of_this_head(office: Office) -> None:
    stack = paper.calibration_stack(office, make.signed_issue(office), Look(down_mm=1.0))
    (sheet,) = stack.copies[0].pages
    head = stack.printed.layout.pages[0]
    red = next(rule.y1 for rule in head.rules if rule.colour == RED) + POINTS_PER_MM
    long = [rule for rule in sheet.rules if rule.x2 - rule.x1 > 400]
    assert any(abs(rule.y1 - red) < 0.1 for rule in long)
    assert {each.colour for each in (*sheet.runs, *sheet.rules)} == {BLACK}


def test_the_words_of_the_calibration_sheet_stay_in_the_type_area(office: Office) -> None:
    stack = paper.calibration_stack(office, make.signed_issue(office), Look())
    (sheet,) = stack.copies[0].pages
    assert max(run.x + sum(run.advances) for run in sheet.runs) < sheet.width - 26 * POINTS_PER_MM


def test_large_copies_of_a_run_are_recorded_apart(office: Office) -> None:
    key = going_to_print(office, ("甲", 2), ("老领导", 1), ("乙", 1), large="老领导")
    stack = lay_out_stack(office, key, Order(PrintKind.FINAL, tuple(paper.copy_sets(office, key))))
    paper.record(office, key, stack, stack.count, "激光打印机")
    rows = [(row["kind"], row["copies"], row["remark"]) for row in print_runs(office, key)]
    assert rows == [("large", 1, ""), ("final", 3, "份号 1—2、4")]


def test_a_broken_run_is_recorded_as_far_as_it_got(office: Office) -> None:
    key = going_to_print(office, ("甲", 3))
    stack = lay_out_stack(office, key, Order(PrintKind.FINAL, tuple(paper.copy_sets(office, key))))
    paper.record(office, key, stack, 2, "激光打印机", "中途取消")
    (row,) = print_runs(office, key)
    assert (row["copies"], row["last_number"], row["remark"]) == (2, 2, "中途取消")


def test_what_is_left_of_a_stack_begins_with_the_broken_copy(office: Office) -> None:
    key = going_to_print(office, ("甲", 2), ("乙", 2), rule="blank")
    sets = tuple(paper.copy_sets(office, key))
    stack = lay_out_stack(office, key, Order(PrintKind.FINAL, sets, numbers=False))
    assert [copy.numbers for copy in stack.rest(1)] == [(2, 3, 4)]
    assert list(stack.rest(4)) == []


def test_a_head_after_the_standard_has_the_number_at_the_upper_left(office: Office) -> None:
    key = going_to_print(office, ("甲", 1))

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = tx.get("issue", key)
        tx.update("publication", row["publication"], {"masthead": '{"number_left":true}'})
        return "", ()

    office.do("修改刊物", work)
    order = Order(PrintKind.FINAL, tuple(paper.copy_sets(office, key)))
    runs = lay_out_stack(office, key, order).copies[0].pages[0].runs
    number = next(run for run in runs if run.text == "000001")
    assert number.x == pytest.approx(28 * POINTS_PER_MM, abs=1)
    assert "编号" not in "".join(run.text for run in runs)


def test_a_number_printed_again_is_named_and_recorded_so(office: Office) -> None:
    key = going_to_print(office, ("甲", 1), ("乙", 1))
    order = Order(PrintKind.FINAL, tuple(paper.copy_sets(office, key)))
    stack = lay_out_stack(office, key, order)
    paper.record(office, key, stack, 2, "激光打印机")

    again = paper.printed_before(office, key, paper.ordered_numbers(order))
    assert again == "1—2"
    paper.record(office, key, stack, 2, "激光打印机")
    assert "以前印过" in print_runs(office, key)[0]["remark"]


def test_a_pdf_of_one_whole_copy_has_its_bookmarks_and_its_name(office: Office) -> None:
    key = going_to_print(office, ("甲", 1))
    order = Order(PrintKind.FINAL, tuple(paper.copy_sets(office, key)))
    pdf = pypdfium2.PdfDocument(paper.stack_pdf(lay_out_stack(office, key, order)))
    assert len(list(pdf.get_toc())) == len(issue_store.items(office.file, key))
    assert "每日快报" in pdf.get_metadata_value("Title")
