"""Queries on the turn of a year: numbers given, and what is not finished."""

from __future__ import annotations

from xinxi_desktop.store.reading import Reader


def unfinished(reader: Reader) -> dict[str, int]:
    """Count what goes over into the new year: submissions, articles, issues."""
    return {
        "submissions": int(
            reader.value(
                "SELECT count(*) FROM submission WHERE trashed_at IS NULL AND state = 'pending'"
            )
        ),
        "articles": int(reader.value("SELECT count(*) FROM article WHERE state <> 'printed'")),
        "issues": int(reader.value("SELECT count(*) FROM issue WHERE state <> 'printed'")),
    }


def never_received(reader: Reader) -> bool:
    """Tell whether no submission was ever registered."""
    return not reader.value(
        "SELECT EXISTS (SELECT 1 FROM submission)"
        " OR EXISTS (SELECT 1 FROM counter WHERE series = 'submission')"
    )
