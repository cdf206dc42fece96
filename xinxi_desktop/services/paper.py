"""What goes through the printer: an issue's pages for every copy, the same as in the preview.

A printed issue is printed again from its stored PDF, never from a new layout (architecture.md
10): drawn from its text only if that gives the stored bytes, else from pictures of the PDF.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from xinxi_desktop.domain import sheets
from xinxi_desktop.domain.bulletin import Bulletin
from xinxi_desktop.domain.distribution import number_text, several_words
from xinxi_desktop.domain.page import Layout, Page
from xinxi_desktop.domain.page_scheme import enlarged
from xinxi_desktop.domain.times import today
from xinxi_desktop.domain.vocabulary import IssueState, PrintKind
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.bulletins import (
    Printed,
    lay_out,
    missing_characters,
    pdf_bytes,
    proof_mark,
)
from xinxi_desktop.services.distribution import check_not_recalled, distribution
from xinxi_desktop.services.issues import Row, issue, issue_name
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.print_runs import Run, print_runs, record_runs
from xinxi_desktop.services.printing import PDF, stored_file
from xinxi_desktop.services.stored_pages import stored_pages
from xinxi_desktop.store import issues as issue_store

if TYPE_CHECKING:
    from xinxi_desktop.domain.fonts import FontSet


@dataclass(frozen=True, slots=True)
class CopySet:
    """Copies that go to one recipient, or to nobody in particular.

    ``first_number`` is the first 份号 of consecutive ones, None where copies bear none.
    """

    copies: int
    first_number: int | None = None
    large_print: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How pages are put on this paper by this printer; offsets to the right and down in mm."""

    overprint: bool = False
    black: bool = False
    right_mm: float = 0.0
    down_mm: float = 0.0
    both_sides: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed: ``pages`` as typed (“1、3-5”), empty for all.

    ``numbers`` tells whether the program prints the 份号 or leaves them to a numbering machine.
    """

    kind: PrintKind
    sets: tuple[CopySet, ...]
    pages: str = ""
    look: Look = Look()
    numbers: bool = True


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy as it goes onto paper, ``times`` over; blank pages fill its sheets.

    ``numbers`` are the 份号 of these copies, printed or to be stamped; empty without any.
    """

    pages: tuple[Page, ...]
    times: int = 1
    numbers: tuple[int, ...] = ()
    large_print: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """Everything of one order, in the order of the recipients."""

    kind: PrintKind
    copies: tuple[Copy, ...]
    printed: Printed
    pages: str = ""
    title: str = ""
    on: str = ""

    @property
    def fonts(self) -> FontSet:
        """The faces that the pages are drawn with."""
        return self.printed.fonts

    @property
    def count(self) -> int:
        """How many copies there are."""
        return sum(copy.times for copy in self.copies)

    def sha256(self) -> str:
        """Hash the pages as drawn, each page once a copy."""
        digest = hashlib.sha256()
        for copy in self.copies:
            for page in copy.pages:
                digest.update(repr(page).encode())
            digest.update(f"×{copy.times}".encode())
        return digest.hexdigest()

    def first(self, count: int) -> Iterator[Copy]:
        """Give the first ``count`` copies, the last of them less often if need be."""
        for copy in self.copies:
            if count <= 0:
                return
            times = min(copy.times, count)
            yield replace(copy, times=times, numbers=copy.numbers[:times])
            count -= copy.times

    def rest(self, done: int) -> Iterator[Copy]:
        """Give the copies after the first ``done``."""
        for copy in self.copies:
            if done < copy.times:
                yield replace(copy, times=copy.times - done, numbers=copy.numbers[done:])
            done = max(0, done - copy.times)


def is_printed(office: Office, issue_id: int) -> bool:
    """Tell whether more than proofs of an issue was printed."""
    return any(run["kind"] != PrintKind.PROOF.value for run in print_runs(office, issue_id))


def kinds(office: Office, issue_id: int) -> tuple[PrintKind, ...]:
    """Give what may be printed of an issue now: no final copy before 付印 (practice.md §6)."""
    state = IssueState(issue(office, issue_id)["state"])
    if state is IssueState.PRINTED:
        return (PrintKind.REPRINT, PrintKind.LARGE)
    if state is IssueState.PRINTING:
        return (PrintKind.FINAL, PrintKind.LARGE, PrintKind.PROOF)
    return (PrintKind.PROOF,)


def copy_sets(office: Office, issue_id: int) -> list[CopySet]:
    """Give the copies of everyone on an issue's list; empty if there is no list."""
    return [
        CopySet(row["copies"], row["first_number"], bool(row["large_print"]), row["name"])
        for row in distribution(office, issue_id)
    ]


def numbers_on_paper(office: Office, issue_id: int) -> bool:
    """Tell whether the program prints the 份号: not if a numbering machine does."""
    row = issue(office, issue_id)
    return bool(issue_store.publication(office.file, row["publication"])["copy_numbers"] != "blank")


def lay_out_stack(office: Office, issue_id: int, order: Order) -> Stack:
    """Lay out every copy of an order.

    UserError if nothing is to be printed, if the issue may not be printed like this yet, if a
    page is not there, or if a character has no glyph.
    """
    row = issue(office, issue_id)
    _check(office, row, order)
    return _stack(_laid_out(office, row, order.kind), row, order)


def _stack(normal: Printed, row: Row, order: Order) -> Stack:
    """Put an order's copies together from the pages of one."""
    _check_stored(row, normal, order)
    if order.kind in (PrintKind.FINAL, PrintKind.LARGE, PrintKind.REPRINT):
        refusal = missing_characters(normal)
        if refusal:
            raise refusal
    wanted = [replace(each, large_print=True) for each in order.sets]
    sets = wanted if order.kind is PrintKind.LARGE else order.sets
    copies = _joined(copy for each in sets for copy in _copies(normal, each, order))
    name = issue_name(row)
    return Stack(order.kind, tuple(copies), normal, order.pages.strip(), name, row["date"] or "")


def numbered_pdf(office: Office, issue_id: int, look: Look, number: int) -> bytes:
    """Give the PDF of the copy with this 份号 and record it as a printed copy.

    UserError if nobody is listed for the number, or if the issue was recalled.
    """
    row = issue(office, issue_id)
    check_not_recalled(office.file, row, "导出带份号的文件")
    listed = {
        each.first_number + place
        for each in copy_sets(office, issue_id)
        if each.first_number is not None
        for place in range(each.copies)
    }
    if number not in listed:
        raise UserError(
            "number_not_listed",
            f"{issue_name(row)}的分发名单里没有份号 {number_text(number)}。没有导出。"
            "请先在“分发”里列出名单，再写名单上的份号。",
        )
    kind = kinds(office, issue_id)[0]
    stack = lay_out_stack(office, issue_id, Order(kind, (CopySet(1, number),), look=look))
    data = paper_pdf(office, issue_id, look, number)
    record(office, issue_id, stack, 1, "PDF：导出")
    return data


def ordered_numbers(order: Order) -> list[int]:
    """Give the 份号 that an order would print."""
    if order.kind is PrintKind.PROOF:
        return []
    return [
        each.first_number + place
        for each in order.sets
        if each.first_number is not None
        for place in range(each.copies)
    ]


def stack_pdf(stack: Stack, *, black: bool = False) -> bytes:
    """Write every copy of a stack into one PDF, each of several equal ones once.

    ``black`` turns pictures grey. Titles are bookmarked where it holds one whole copy.
    """
    from xinxi_desktop.exporters.pictures import greyed

    pages = tuple(page for copy in stack.copies for page in copy.pages)
    layout = replace(stack.printed.layout, pages=pages)
    whole = len(stack.copies) == 1 and not stack.pages and not stack.copies[0].large_print
    if not whole or stack.kind is PrintKind.CALIBRATION:
        layout = replace(layout, placed=())
    printed = replace(stack.printed, layout=layout)
    if black:
        of = printed.pictures.bytes_of
        pictures = replace(printed.pictures, bytes_of=lambda blob: greyed(of(blob)))
        printed = replace(printed, pictures=pictures)
    return pdf_bytes(printed, stack.title, stack.on)


def printed_before(office: Office, issue_id: int, numbers: Iterable[int]) -> str:
    """Name those of some 份号 that are on paper already; empty if none is."""
    done: set[int] = set()
    for run in print_runs(office, issue_id):
        if run["first_number"] is not None and run["kind"] != PrintKind.PROOF.value:
            done.update(range(run["first_number"], run["last_number"] + 1))
    again = [number for number in numbers if number in done]
    return several_words(again) if again else ""


def paper_pdf(office: Office, issue_id: int, look: Look, number: int | None = None) -> bytes:
    """Give the PDF of one copy as it would be printed: 套印, black, moved, with its 份号."""
    row = issue(office, issue_id)
    kind = kinds(office, issue_id)[0]
    if row["state"] == IssueState.FINALISED.value:
        # Signed and numbered: an exported file bears no mark any more, as printing.export_issue.
        kind = PrintKind.FINAL
    order = Order(kind, (CopySet(1, number),), look=look)
    stack = _stack(_laid_out(office, row, kind), row, order)
    copy = replace(stack.printed, layout=preview_layout(stack))
    return pdf_bytes(copy, issue_name(row), row["date"] or "")


def record(
    office: Office, issue_id: int, stack: Stack, copies: int, printer: str, remark: str = ""
) -> Changes:
    """Record that the first ``copies`` copies of a stack were printed, large ones apart; final."""
    bearing = [number for copy in stack.first(copies) for number in copy.numbers]
    again = printed_before(office, issue_id, bearing)
    told = f"份号 {again} 以前印过，这次是再印" if again else ""
    remark = "；".join(filter(None, (remark, told)))
    runs = []
    done = tuple(stack.first(copies))
    for large in (False, True):
        part = tuple(copy for copy in done if copy.large_print is large)
        if part or (not done and not large):
            kind = PrintKind.LARGE if large and stack.kind is PrintKind.FINAL else stack.kind
            numbers = tuple(number for copy in part for number in copy.numbers)
            count = sum(copy.times for copy in part)
            digest = replace(stack, copies=part).sha256()
            runs.append(Run(kind, count, printer, digest, stack.pages, numbers, remark))
    return record_runs(office, issue_id, runs)


def calibration_stack(office: Office, issue_id: int, look: Look) -> Stack:
    """Lay out one 校准页 for an issue's head, moved as the copies would be."""
    from xinxi_desktop.typesetting.calibration import calibration_page

    normal = lay_out(office, issue_id)
    page = calibration_page(normal.layout.pages[0], normal.scheme, normal.fonts)
    moved = sheets.moved(page, look.right_mm, look.down_mm)
    return Stack(PrintKind.CALIBRATION, (Copy((moved,)),), normal)


def first_copy(order: Order) -> Order:
    """Give the order of the first copy alone, for the preview."""
    return replace(order, sets=tuple(replace(each, copies=1) for each in order.sets[:1]))


def preview_layout(stack: Stack) -> Layout:
    """Give the first copy as a layout to be shown."""
    return replace(stack.printed.layout, pages=stack.copies[0].pages)


def _laid_out(office: Office, row: Row, kind: PrintKind) -> Printed:
    if kind is PrintKind.PROOF:
        return lay_out(office, row["id"], watermark=proof_mark(office))
    if row["state"] != IssueState.PRINTED.value:
        return lay_out(office, row["id"], printed_on=today())
    printed = lay_out(office, row["id"])
    kept = stored_file(office, row["id"], PDF)
    if kept is None or kept == pdf_bytes(printed, issue_name(row), row["printed_on"]):
        return printed
    pages, bytes_of = stored_pages(kept)
    layout = replace(printed.layout, pages=pages, missing=())
    return replace(printed, layout=layout, pictures=replace(printed.pictures, bytes_of=bytes_of))


def _check_stored(row: Row, normal: Printed, order: Order) -> None:
    """What is printed from its stored file is printed as it is: with no number, in no other size.

    Its first page is one picture, which neither 套印 nor a 份号 can change.
    """
    if row["state"] != IssueState.PRINTED.value or normal.layout.pages[0].runs:
        return
    numbered = order.numbers and any(each.first_number is not None for each in order.sets)
    large = order.kind is PrintKind.LARGE or any(each.large_print for each in order.sets)
    if numbered or large or order.look.overprint:
        raise UserError(
            "layout_changed",
            f"{issue_name(row)}印发以后，本机的字体或程序有了变化，只能照存档的原样补印："
            "不能再印份号、改大字版或套印。没有打印。份号请用号码机打，其余照原样印。",
        )


def _copies(normal: Printed, each: CopySet, order: Order) -> Iterator[Copy]:
    """Give the copies of one recipient: one by one where they are numbered."""
    large, first = each.large_print, each.first_number
    numbers = () if first is None else tuple(range(first, first + each.copies))
    if not numbers or not order.numbers:
        pages = _on_paper(_pages(normal, None, large), order)
        yield Copy(pages, each.copies, numbers, large)
        return
    for number in numbers:
        pages = _on_paper(_pages(normal, number, large), order)
        yield Copy(pages, 1, (number,), large)


def _joined(copies: Iterable[Copy]) -> Iterator[Copy]:
    """Make one of neighbours whose pages are the same: the printer repeats them by itself."""
    last: Copy | None = None
    for copy in copies:
        if last is not None and last.pages == copy.pages:
            times, numbers = last.times + copy.times, last.numbers + copy.numbers
            last = replace(last, times=times, numbers=numbers)
        else:
            if last is not None:
                yield last
            last = copy
    if last is not None:
        yield last


def _pages(printed: Printed, number: int | None, large: bool) -> tuple[Page, ...]:
    if number is None and not large:
        return printed.layout.pages
    from xinxi_desktop.typesetting import compose

    bulletin = printed.bulletin if number is None else _numbered(printed.bulletin, number)
    scheme = enlarged(printed.scheme) if large else printed.scheme
    return compose(bulletin, printed.fonts, scheme, printed.pictures.facts).pages


def _numbered(bulletin: Bulletin, number: int) -> Bulletin:
    """Put the 份号 where the head has its place: the first line at the left, or at the right."""
    head = bulletin.masthead
    if head is None:
        return bulletin
    if head.template.number_left:
        kept = head.marks[1:] if head.marks[:1] == ("",) else head.marks
        return replace(bulletin, masthead=replace(head, marks=(number_text(number), *kept)))
    notice = f"编号：{number_text(number)}"
    return replace(bulletin, masthead=replace(head, notice=notice))


def _on_paper(pages: tuple[Page, ...], order: Order) -> tuple[Page, ...]:
    look = order.look
    chosen = sheets.chosen_pages(pages, order.pages)
    if look.overprint:
        chosen = tuple(sheets.without_red(page) for page in chosen)
    if look.black:
        chosen = tuple(sheets.in_black(page) for page in chosen)
    chosen = tuple(sheets.moved(page, look.right_mm, look.down_mm) for page in chosen)
    return sheets.full_sheets(chosen) if look.both_sides else chosen


def _check(office: Office, row: Row, order: Order) -> None:
    if order.kind not in kinds(office, row["id"]):
        raise UserError(
            "not_to_be_printed",
            f"{issue_name(row)}现在不能打印{order.kind.label}：正式的要先签发、定版、付印，"
            "印发以后只能补印。没有打印。",
        )
    if not sum(each.copies for each in order.sets):
        raise UserError("no_copies", "没有要打印的份数。没有打印。请选分发对象，或填写份数。")
