"""Lists and search on a big office, and the start of the command line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence

from benchmarks.big_file import KEPT, kept_file
from benchmarks.measuring import Line, Work, against
from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.services.intake import submission_ids, submission_rows
from xinxi_desktop.services.office import Office, open_office
from xinxi_desktop.services.search import search

COUNT = 10_000
_RARE = "污水管网318处"


def lines() -> Iterator[Line]:
    """Measure on one office of some size."""
    office = open_office(kept_file(KEPT, COUNT))
    yield against("list_of_10000_first_200_rows", _listing(office), _everything(office))
    yield against("rows_from_the_middle", _jumping(office), _everything(office))
    yield against("search_a_rare_phrase", lambda: search(office, _RARE, 50), _like(office))
    office.close()
    yield against("version", _process("-m", "xinxi_desktop", "--version"), _process("-c", "pass"))


def _listing(office: Office) -> Work:
    """Open the list: all ids, rows of the first block."""
    return lambda: submission_rows(office, submission_ids(office, SubmissionFilter())[:200])


def _jumping(office: Office) -> Work:
    """Show one block from the middle of a loaded list."""
    ids = submission_ids(office, SubmissionFilter())
    middle = ids[len(ids) // 2 : len(ids) // 2 + 50]
    return lambda: submission_rows(office, middle)


def _everything(office: Office) -> Work:
    """Load all rows at once, as a simple table widget would."""
    sql = "SELECT * FROM submission ORDER BY year DESC, number DESC"
    return lambda: [tuple(row) for row in office.file.connection().execute(sql)]


def _like(office: Office) -> Work:
    """Look through all texts."""

    def work() -> Sequence[object]:
        sql = f"SELECT submission FROM submission_text WHERE body LIKE '%{_RARE}%' LIMIT 50"
        return office.file.connection().execute(sql).fetchall()

    return work


def _process(*words: str) -> Work:
    return lambda: subprocess.run([sys.executable, *words], check=True, capture_output=True)
