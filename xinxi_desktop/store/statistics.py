"""The counts of architecture.md 14 in SQL: per unit, per publication, and what each counts."""

from __future__ import annotations

from xinxi_desktop.store.reading import Reader
from xinxi_desktop.store.transaction import Row

# The submissions of the period, and each place of them in an issue printed by its end.
_RECEIVED = (
    "received AS (SELECT id FROM submission WHERE received_at >= :a AND received_at <= :b || '~'"
    " AND trashed_at IS NULL)"
)
_PLACES = (
    "places AS (SELECT DISTINCT received.id AS submission, issue_item.id AS item,"
    " issue.publication AS publication"
    " FROM received JOIN article_source ON article_source.submission = received.id"
    " JOIN issue_item ON issue_item.article = article_source.article"
    " JOIN issue ON issue.id = issue_item.issue"
    " WHERE issue.state = 'printed' AND issue.printed_on <= :b)"
)


def _with(sql: str) -> str:
    return f"WITH {_RECEIVED}, {_PLACES} {sql}".replace(":a", "?1").replace(":b", "?2")


def submitted(reader: Reader, start: str, end: str) -> dict[int | None, int]:
    """Count 报送 per unit; under None each submission once."""
    rows = reader.all(
        _with(
            "SELECT unit, count(DISTINCT submission) AS n FROM contribution"
            " JOIN received ON received.id = submission GROUP BY unit"
            " UNION ALL SELECT NULL, count(*) FROM received"
        ),
        start, end,
    )  # fmt: skip
    return {row["unit"]: row["n"] for row in rows}


def adopted(reader: Reader, start: str, end: str) -> dict[int | None, tuple[int, int]]:
    """Count 采用条数 and 采用篇次 per unit; under None each item and place once."""
    rows = reader.all(
        _with(
            "SELECT unit, count(DISTINCT submission) AS items,"
            " count(DISTINCT submission || ':' || item) AS places"
            " FROM (SELECT DISTINCT contribution.unit, places.submission, places.item"
            " FROM places JOIN contribution ON contribution.submission = places.submission)"
            " GROUP BY unit UNION ALL"
            " SELECT NULL, count(DISTINCT submission), count(*) FROM places"
        ),
        start, end,
    )  # fmt: skip
    return {row["unit"]: (row["items"], row["places"]) for row in rows}


def by_publication(reader: Reader, start: str, end: str) -> list[Row]:
    """Count places per unit (None: each once) and publication."""
    return reader.all(
        _with(
            "SELECT unit, publication, count(*) AS n FROM"
            " (SELECT DISTINCT contribution.unit, places.submission, places.item, publication"
            " FROM places JOIN contribution ON contribution.submission = places.submission)"
            " GROUP BY unit, publication UNION ALL"
            " SELECT NULL, publication, count(*) FROM places GROUP BY publication"
        ),
        start, end,
    )  # fmt: skip


def submitted_ids(reader: Reader, start: str, end: str, unit: int | None) -> list[int]:
    """List the submissions that 报送 counts."""
    rows = reader.all(
        _with(
            "SELECT id FROM received WHERE ?3 IS NULL OR id IN"
            " (SELECT submission FROM contribution WHERE unit = ?3) ORDER BY id"
        ),
        start, end, unit,
    )  # fmt: skip
    return [row["id"] for row in rows]


def adopted_places(
    reader: Reader, start: str, end: str, unit: int | None, publication: int | None = None
) -> list[Row]:
    """List the places that 采用 counts: submission, issue, printed_on, publication."""
    return reader.all(
        _with(
            "SELECT places.submission, submission.title, issue.id AS issue, issue.year,"
            " issue.number, issue.printed_on, publication.name AS publication"
            " FROM places JOIN submission ON submission.id = places.submission"
            " JOIN issue_item ON issue_item.id = places.item"
            " JOIN issue ON issue.id = issue_item.issue"
            " JOIN publication ON publication.id = issue.publication"
            " WHERE (?3 IS NULL OR places.submission IN"
            " (SELECT submission FROM contribution WHERE unit = ?3))"
            " AND (?4 IS NULL OR places.publication = ?4)"
            " ORDER BY issue.printed_on, issue.id, places.submission"
        ),
        start, end, unit, publication,
    )  # fmt: skip


def over_time(reader: Reader, start: str, end: str, length: int) -> list[Row]:
    """Count submissions and the adopted ones among them per year (4 characters) or month (7)."""
    return reader.all(
        _with(
            "SELECT substr(submission.received_at, 1, ?3) AS label,"
            " count(DISTINCT received.id) AS submitted,"
            " count(DISTINCT places.submission) AS adopted"
            " FROM received JOIN submission ON submission.id = received.id"
            " LEFT JOIN places ON places.submission = received.id GROUP BY label ORDER BY label"
        ),
        start, end, length,
    )  # fmt: skip


def by_kind(reader: Reader, start: str, end: str) -> list[Row]:
    """Count submissions and the adopted ones among them per kind."""
    return reader.all(
        _with(
            "SELECT submission.kind AS label, count(DISTINCT received.id) AS submitted,"
            " count(DISTINCT places.submission) AS adopted"
            " FROM received JOIN submission ON submission.id = received.id"
            " LEFT JOIN places ON places.submission = received.id GROUP BY label"
        ),
        start, end,
    )  # fmt: skip
