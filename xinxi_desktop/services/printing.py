"""签发 → 复核 → 定版 → 付印 → 已印发: number and date, then the stored PDF and Word file."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from xinxi_desktop import __version__
from xinxi_desktop.domain.states import ARTICLE_MOVES, SUBMISSION_MOVES, move
from xinxi_desktop.domain.times import parse_date, today
from xinxi_desktop.domain.vocabulary import (
    ArticleState,
    BreakingMode,
    IssueState,
    SubmissionState,
)
from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.services import numbers
from xinxi_desktop.services.bulletins import (
    FINE_NOTE,
    Printed,
    docx_bytes,
    lay_out,
    missing_characters,
    office_fonts,
    pdf_bytes,
    proof_mark,
    scheme_of,
    word_note,
)
from xinxi_desktop.services.distribution import settle_list
from xinxi_desktop.services.issues import Row, issue, issue_move, issue_name
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.services.signing import check_two_persons, check_unchanged
from xinxi_desktop.services.typefaces import word_fonts
from xinxi_desktop.store import articles as article_store
from xinxi_desktop.store import issues as store
from xinxi_desktop.store.leftovers import write_whole
from xinxi_desktop.store.transaction import Transaction

PDF, DOCX = "pdf", "docx"
_FIXED = (IssueState.FINALISED, IssueState.PRINTING, IssueState.PRINTED)
_FINAL_STATES = (IssueState.FINALISED, IssueState.PRINTING, IssueState.PRINTED)
"""What leaves in these is no proof; an issue from before the program has no stored file."""


def recheck(office: Office, issue_id: int, *, person: int) -> Changes:
    """复核 the signed issue against the proof; never by its own editor."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = issue_move(tx, issue_id, "recheck")
        check_two_persons(tx, row["editor"], person, "复核不能由本期编辑自己做")
        check_unchanged(tx, issue_id, office.name)
        return f"{issue_name(row)}已复核", (issue_id,)

    return office.do("复核", work, person=person)


def finalise(office: Office, issue_id: int, *, person: int, on: str = "") -> Changes:
    """定版: fix number and masthead date; final.

    The date is ``on``, else by the publication's rule the day of 签发 (default) or today; the
    number is taken in the year of that date and never given twice.
    """
    day = parse_date(on) if on else ""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = issue_move(tx, issue_id, "finalise")
        check_unchanged(tx, issue_id, office.name)
        publication = store.publication(tx, row["publication"])
        date = day or _masthead_date(row, publication)
        fields = numbers.take(tx, row, int(date[:4]))
        tx.update("issue", issue_id, {"date": date, **fields})
        fixed = store.issue_rows(tx, [issue_id])[0]
        return f"已定版：{issue_name(fixed)}，{date}，{row['copies']}份", (issue_id,)

    return office.do("定版", work, person=person, final=True)


def foreseen(office: Office, issue_id: int, on: str = "") -> Row:
    """Tell what 定版 would fix now: date, year, number, running; nothing is taken.

    ``first`` tells that the publication has given no number in this file and none was set.
    """
    row = issue(office, issue_id)
    publication = store.publication(office.file, row["publication"])
    date = parse_date(on) if on else _masthead_date(row, publication)
    next_ = numbers.next_to_take(office.file, row, int(date[:4]))
    begun = store.every_number(office.file, row["publication"]) or row["supplement"]
    return {**row, "date": date, **next_, "first": next_.get("number") == 1 and not begun}


def send_to_print(office: Office, issue_id: int, *, person: int | None = None) -> Changes:
    """付印: from here on the number is used for ever, and the copies have recipients; final."""
    printed = lay_out(office, issue_id)
    refusal = missing_characters(printed)
    if refusal:
        raise refusal

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = issue_move(tx, issue_id, "send_to_print")
        check_unchanged(tx, issue_id, office.name)
        tx.update("issue", issue_id, {"pages": len(printed.layout.pages)})
        settle_list(tx, row)
        return f"{issue_name(row)}已付印", (issue_id,)

    return office.do("付印", work, person=person, final=True)


def print_out(office: Office, issue_id: int, *, person: int | None = None, on: str = "") -> Changes:
    """印发: store the PDF and the Word file for ever; its submissions become 已采用. Final."""
    day = parse_date(on) if on else today()
    name = issue_name(issue(office, issue_id))
    printed = lay_out(office, issue_id, printed_on=day)
    files = {PDF: pdf_bytes(printed, name, day), DOCX: docx_bytes(printed, hardened=True)}

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = issue_move(tx, issue_id, "print_out")
        tx.update("issue", issue_id, {"printed_on": day, "pages": len(printed.layout.pages)})
        for format_, data in files.items():
            _store_file(tx, issue_id, format_, data, printed)
        adopt_items(tx, issue_id)
        return f"{issue_name(row)}已印发，共{row['copies']}份", (issue_id,)

    return office.do("印发", work, person=person, final=True)


def adopt_items(tx: Transaction, issue_id: int) -> None:
    """Mark an issue's articles 已印发 and their submissions 已采用, inside a running act."""
    for item in store.items(tx, issue_id):
        state = move(ARTICLE_MOVES, "print", ArticleState(item["article_state"]), "稿件")
        tx.update("article", item["article"], {"state": state.value})
        for source in article_store.sources(tx, item["article"]):
            after = move(SUBMISSION_MOVES, "adopt", SubmissionState(source["state"]), "来稿")
            tx.update("submission", source["id"], {"state": after.value})


def stored_file(office: Office, issue_id: int, format_: str) -> bytes | None:
    """Give the stored PDF or Word file of a printed issue, None before 印发."""
    if office.rehearsal:
        # The stored pages of the real office bear no mark.
        return None
    for row in store.issued_files(office.file, issue_id):
        if row["format"] == format_:
            return office.file.blob(row["sha256"])
    return None


def export_issue(
    office: Office, issue_id: int, format_: str, hardened: bool | None = None
) -> bytes:
    """Give an issue's file: the stored one once printed, else as it stands now, marked 清样.

    An issue printed before the program came has no stored file and is laid out from its text.
    A Word file is ``hardened`` (加固) from 定版 on unless said otherwise: a draft is still to
    be worked on.
    """
    kept = stored_file(office, issue_id, format_)
    if kept is not None:
        return kept
    row = issue(office, issue_id)
    final = IssueState(row["state"]) in _FINAL_STATES
    printed = lay_out(office, issue_id, watermark="" if final else proof_mark(office))
    if format_ == PDF:
        return pdf_bytes(printed, issue_name(row), row["date"] or "")
    return docx_bytes(printed, hardened=final if hardened is None else hardened)


def export_note(office: Office, issue_id: int, format_: str) -> str:
    """Say where an exported Word file may break lines otherwise than the PDF; else empty."""
    if format_ != DOCX:
        return ""
    for row in store.issued_files(office.file, issue_id):
        if row["format"] == DOCX:
            # Fonts and scheme of the day it was stored count, not today's.
            fine = json.loads(row["scheme"])["mode"] == BreakingMode.FINE.value
            return FINE_NOTE if fine else ""
    publication = store.publication(office.file, issue(office, issue_id)["publication"])
    return word_note(scheme_of(office.file, publication), office_fonts(), word_fonts(office))


def write_file(target: Path, data: bytes) -> None:
    """Write a file whole or not at all; WorldError says what to do.

    A link stays one, and a pipe or device (/dev/stdout) is written to, never replaced.
    """
    try:
        if target.is_relative_to("/dev") or (target.exists() and not target.is_file()):
            with target.open("ab") as stream:
                stream.write(data)
        else:
            write_whole(target.resolve(), data)
    except OSError as error:
        raise WorldError(
            "cannot_write",
            f"“{target.name}”没有写成：文件夹不存在、不能写、空间不够，或文件正被别的程序打开。"
            "原有的文件没有改动。请关闭它或换一个位置再试。",
        ) from error


def check_target(target: Path, suffix: str) -> Path:
    """Give the path if its name fits the format; UserError otherwise."""
    if target.suffix.lower() != suffix:
        raise UserError(
            "wrong_suffix", f"“{target.name}”应以“{suffix}”结尾。没有写文件。请改名后再试。"
        )
    return target


def _masthead_date(row: Row, publication: Row) -> str:
    by_signing = row["signed_on"] if publication["date_rule"] == "signed" else None
    return str(by_signing or today())


def _store_file(
    tx: Transaction, issue_id: int, format_: str, data: bytes, printed: Printed
) -> None:
    row: Row = {
        "issue": issue_id,
        "format": format_,
        "sha256": tx.put_blob(data),
        "scheme": json.dumps(asdict(printed.scheme), ensure_ascii=False, sort_keys=True),
        "fonts": json.dumps(printed.used_fonts(), ensure_ascii=False, sort_keys=True),
        "program": __version__,
    }
    tx.insert("issued_file", row)
