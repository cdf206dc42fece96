"""Queries on 刊物 and 期: items, proofs, sign-offs, stored files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xinxi_desktop.domain.filters import IssueFilter
from xinxi_desktop.store.articles import units_sql
from xinxi_desktop.store.reading import Reader, id_list, in_order
from xinxi_desktop.store.transaction import Row


def publications(reader: Reader, *, active_only: bool = True) -> list[Row]:
    """List publications in the office's order."""
    where = "WHERE active = 1" if active_only else ""
    return reader.all(f"SELECT * FROM publication {where} ORDER BY position, id")


def publications_called(reader: Reader, word: str) -> list[Row]:
    """Find publications whose name is ``word``, or else ends with or contains it."""
    every = publications(reader, active_only=False)
    bare = word.strip("《》")
    for fits in (
        [row for row in every if row["name"] == bare],
        [row for row in every if row["name"].endswith(bare)],
        [row for row in every if bare in row["name"]],
    ):
        if fits:
            return fits
    return []


def issue_ids(reader: Reader, chosen: IssueFilter) -> list[int]:
    """Give the ids that a filter lets through, newest first."""
    sql, values = listing_sql(chosen)
    return [row["id"] for row in reader.all(sql, *values)]


def listing_sql(chosen: IssueFilter) -> tuple[str, list[Any]]:
    """Write the list's query; apart, so that a test can EXPLAIN it."""
    clauses: list[str] = []
    values: list[Any] = []
    if chosen.states:
        clauses.append(f"state IN ({', '.join('?' * len(chosen.states))})")
        values.extend(chosen.states)
    if chosen.publication is not None:
        clauses.append("publication = ?")
        values.append(chosen.publication)
    if chosen.year is not None:
        clauses.append("year = ?")
        values.append(chosen.year)
    if chosen.words.strip():
        clauses.append("publication IN (SELECT id FROM publication WHERE instr(name, ?) > 0)")
        values.append(chosen.words.strip())
    where = f" WHERE {' AND '.join(clauses)}" if clauses else ""
    return f"SELECT id FROM issue{where} ORDER BY id DESC", values


def issue_rows(reader: Reader, ids: Sequence[int]) -> list[Row]:
    """Give the rows of some issues with publication and number of items, in order."""
    rows = reader.all(
        "SELECT issue.*, publication.name AS publication_name, person.name AS editor_name,"
        " (SELECT count(*) FROM issue_item WHERE issue_item.issue = issue.id) AS item_count"
        " FROM issue JOIN publication ON publication.id = publication"
        " JOIN person ON person.id = editor"
        " WHERE issue.id IN (SELECT value FROM json_each(?))",
        id_list(ids),
    )
    return in_order(ids, rows)


def numbered(reader: Reader, publication: int, year: int, number: int) -> list[Row]:
    """Find issues by publication, year and number (a 增刊 may bear the same number)."""
    return reader.all(
        "SELECT * FROM issue WHERE publication = ? AND year = ? AND number = ?"
        " ORDER BY supplement",
        publication, year, number,
    )  # fmt: skip


BEARING = (
    "SELECT id FROM issue WHERE publication = ? AND (number = ? OR running = ?)"
    " ORDER BY year DESC, id DESC LIMIT 5"
)
BY_CODE = (
    "SELECT issue, number, check_code FROM clean_proof WHERE check_code >= ? AND check_code < ?"
    " ORDER BY check_code, id DESC LIMIT 5"
)


def bearing(reader: Reader, publication: int, number: int) -> list[int]:
    """Find issues of a publication whose 期号 or 总期号 is ``number``, newest first."""
    return [row["id"] for row in reader.all(BEARING, publication, number, number)]


def proofs_by_code(reader: Reader, beginning: str) -> list[Row]:
    """Find clean proofs whose check code begins so."""
    return reader.all(BY_CODE, beginning, f"{beginning}G")


def items(reader: Reader, issue: int) -> list[Row]:
    """List an issue's items in order with their article's title, state, revision and units."""
    return reader.all(
        f"SELECT issue_item.*, {units_sql('article.id')} AS units, article.title, article.state AS article_state, article.revision,"
        " article.reviewed_revision, article.credit, article.protected, article.tone,"
        " article.urgency, article.secrecy, article.secrecy_term, article.characters"
        " FROM issue_item JOIN article ON article.id = article"
        " WHERE issue = ? ORDER BY issue_item.position, issue_item.id",
        issue,
    )


def open_issue_of(reader: Reader, article: int, besides: int) -> Row | None:
    """Give another issue, not yet printed or dropped back, that holds an article."""
    return reader.one(
        "SELECT issue.* FROM issue_item JOIN issue ON issue.id = issue"
        " WHERE article = ? AND issue.id <> ? AND issue.state <> 'printed'",
        article, besides,
    )  # fmt: skip


def proofs(reader: Reader, issue: int) -> list[Row]:
    """List the clean proofs, newest first."""
    return reader.all(
        "SELECT clean_proof.*, person.name AS person_name FROM clean_proof"
        " JOIN person ON person.id = person WHERE issue = ? ORDER BY number DESC",
        issue,
    )


_SIGNERS = "person.name AS person_name, behalf.name AS behalf_name, behalf.post AS behalf_post"
_SIGNERS_FROM = (
    "JOIN person ON person.id = sign_off.person"
    " LEFT JOIN person AS behalf ON behalf.id = sign_off.on_behalf_of"
)


def sign_offs(reader: Reader, proof: int) -> list[Row]:
    """List the valid sign-offs of a clean proof in order."""
    return reader.all(
        f"SELECT sign_off.*, {_SIGNERS} FROM sign_off {_SIGNERS_FROM}"
        " WHERE subject_kind = 'clean_proof' AND subject = ?"
        " AND withdrawn_reason = '' ORDER BY sign_off.id",
        proof,
    )


def sign_offs_of_issue(reader: Reader, issue: int) -> list[Row]:
    """List all sign-offs of an issue's proofs in order, withdrawn ones too."""
    return reader.all(
        f"SELECT sign_off.*, {_SIGNERS}, clean_proof.number AS proof_number"
        " FROM clean_proof JOIN sign_off ON subject_kind = 'clean_proof'"
        f" AND subject = clean_proof.id {_SIGNERS_FROM}"
        " WHERE issue = ? ORDER BY sign_off.id",
        issue,
    )


def every_sign_off(reader: Reader) -> list[Row]:
    """List all sign-offs of the file in order, withdrawn ones too: they form one hash chain."""
    return reader.all("SELECT * FROM sign_off ORDER BY id")


def last_sign_off_hash(reader: Reader) -> str:
    """Give the hash of the newest sign-off, empty for the first."""
    found = reader.value("SELECT sha256 FROM sign_off ORDER BY id DESC LIMIT 1")
    return "" if found is None else str(found)


def transcriptions(reader: Reader, issue: int) -> list[Row]:
    """List the 誊改 of an issue with who typed and who checked, oldest first."""
    return reader.all(
        "SELECT t.*, typist.name AS typed_by_name, checker.name AS checked_by_name"
        " FROM transcription AS t JOIN person AS typist ON typist.id = t.typed_by"
        " JOIN person AS checker ON checker.id = t.checked_by WHERE issue = ? ORDER BY t.id",
        issue,
    )


def issued_files(reader: Reader, issue: int) -> list[Row]:
    """List the stored PDF and DOCX of a printed issue."""
    return reader.all("SELECT * FROM issued_file WHERE issue = ? ORDER BY format DESC", issue)


def every_issued_file(reader: Reader) -> list[Row]:
    """List the stored files of all printed issues."""
    return reader.all("SELECT * FROM issued_file ORDER BY id")


def every_proof(reader: Reader) -> list[Row]:
    """List all clean proofs."""
    return reader.all("SELECT * FROM clean_proof ORDER BY id")


def queue_counts(reader: Reader) -> dict[str, int]:
    """Count issues per state for the queues."""
    rows = reader.all("SELECT state, count(*) AS n FROM issue GROUP BY state")
    return {row["state"]: row["n"] for row in rows}


def given_numbers(reader: Reader, publication: int, year: int, supplement: bool) -> list[Row]:
    """List the numbers already given in a series, highest first."""
    return reader.all(
        "SELECT id, number FROM issue WHERE publication = ? AND year = ? AND supplement = ?"
        " AND number IS NOT NULL ORDER BY number DESC",
        publication, year, int(supplement),
    )  # fmt: skip


def every_number(reader: Reader, publication: int) -> list[Row]:
    """List all numbers a publication has given, in any year, 增刊 apart."""
    return reader.all(
        "SELECT id, year, number FROM issue WHERE publication = ? AND supplement = 0"
        " AND number IS NOT NULL",
        publication,
    )


def running_numbers(reader: Reader, publication: int) -> list[Row]:
    """List the 总期号 already given, highest first."""
    return reader.all(
        "SELECT id, running FROM issue WHERE publication = ? AND running IS NOT NULL"
        " ORDER BY running DESC",
        publication,
    )


def last_given(reader: Reader, series: str, year: int) -> int:
    """Give the last number of a series, 0 if none was given."""
    found = reader.value("SELECT last FROM counter WHERE series = ? AND year = ?", series, year)
    return int(found or 0)


def publication(reader: Reader, publication_id: int) -> Row:
    """Give one publication."""
    row = reader.one("SELECT * FROM publication WHERE id = ?", publication_id)
    assert row is not None, "a publication that has issues is never deleted"
    return row


def printed_with(reader: Reader, submissions: Sequence[int], besides: int) -> list[Row]:
    """List the printed issues that carried an article made from one of these submissions."""
    return reader.all(
        "SELECT DISTINCT issue.*, publication.name AS publication_name"
        " FROM article_source JOIN issue_item ON issue_item.article = article_source.article"
        " JOIN issue ON issue.id = issue_item.issue"
        " JOIN publication ON publication.id = issue.publication"
        " WHERE submission IN (SELECT value FROM json_each(?)) AND issue.id <> ?"
        " AND issue.state = 'printed' ORDER BY issue.id",
        id_list(submissions), besides,
    )  # fmt: skip
