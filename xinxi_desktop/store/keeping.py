"""Queries for verifying a file."""

from __future__ import annotations

from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Row


def blob_hashes(reader: Reader) -> list[str]:
    """List the hashes of all stored bytes."""
    return [row["sha256"] for row in reader.all("SELECT sha256 FROM blob ORDER BY sha256")]


def revisions(reader: Reader) -> list[Row]:
    """List all article revisions."""
    return reader.all("SELECT id, title, body, sha256 FROM article_revision ORDER BY id")


def counters_behind(reader: Reader) -> list[Row]:
    """List number series whose counter is below a number already given."""
    return reader.all(
        "SELECT 'submission' AS series, year, max(number) AS used FROM submission GROUP BY year"
        " HAVING used > coalesce((SELECT last FROM counter WHERE series = 'submission'"
        " AND counter.year = submission.year), 0)"
        " UNION ALL SELECT 'issue:' || publication, year, max(number) AS used FROM issue"
        " WHERE number IS NOT NULL AND supplement = 0 GROUP BY publication, year"
        " HAVING used > coalesce((SELECT last FROM counter"
        " WHERE series = 'issue:' || publication AND counter.year = issue.year), 0)"
    )


def printed_without_files(reader: Reader) -> list[Row]:
    """List printed issues that went through a clean proof here but miss a stored file.

    Issues registered from before the program have no proof and no stored file.
    """
    return reader.all(
        "SELECT issue.id, issue.year, issue.number, publication.name FROM issue"
        " JOIN publication ON publication.id = publication"
        " WHERE state = 'printed' AND issue.id IN (SELECT issue FROM clean_proof)"
        " AND (SELECT count(*) FROM issued_file WHERE issued_file.issue = issue.id) < 2"
        " ORDER BY issue.id"
    )
