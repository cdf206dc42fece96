"""Queries for importing an old ledger: what is in the file already."""

from __future__ import annotations

from xinxi_desktop.store.reading import Reader


def known_entries(reader: Reader) -> dict[tuple[str, str], set[str]]:
    """Map day and title of every submission to the names of its units."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in reader.all(
        "SELECT substr(received_at, 1, 10) AS day, title, unit_name.name FROM submission"
        " JOIN contribution ON contribution.submission = submission.id"
        " JOIN unit_name ON unit_name.unit = contribution.unit WHERE trashed_at IS NULL"
    ):
        found.setdefault((row["day"], row["title"]), set()).add(row["name"])
    return found


def known_numbers(reader: Reader) -> set[tuple[int, int]]:
    """Give every 收稿 number in use with its year."""
    return {
        (row["year"], row["number"]) for row in reader.all("SELECT year, number FROM submission")
    }


def proven_issues(reader: Reader) -> set[tuple[int, int, int]]:
    """Give publication, year and number of the issues made in this program."""
    rows = reader.all(
        "SELECT publication, year, number FROM issue WHERE number IS NOT NULL AND supplement = 0"
        " AND (state <> 'printed' OR id IN (SELECT issue FROM clean_proof))"
    )
    return {(row["publication"], row["year"], row["number"]) for row in rows}


def issue_numbered(reader: Reader, publication: int, year: int, number: int) -> int | None:
    """Find the issue with this number."""
    found = reader.value(
        "SELECT id FROM issue WHERE publication = ? AND year = ? AND number = ? AND supplement = 0",
        publication, year, number,
    )  # fmt: skip
    return None if found is None else int(found)


def items_in(reader: Reader, issue: int) -> int:
    """Count the items of an issue."""
    return int(reader.value("SELECT count(*) FROM issue_item WHERE issue = ?", issue))
