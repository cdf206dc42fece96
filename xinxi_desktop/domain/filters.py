"""What a list shows: a filter per kind of list; empty fields restrict nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SubmissionFilter:
    """Which submissions, in which order (number, received_at, unit, kind, state, characters).

    ``unit_name``: a part of a unit's name or alias; ``editor``: of the units that this person looks after; ``trashed``: the trash instead of
    what is in use.
    """

    states: tuple[str, ...] = ()
    dispositions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    urgencies: tuple[str, ...] = ()
    unit: int | None = None
    unit_name: str = ""
    year: int | None = None
    received_from: str = ""
    received_to: str = ""
    words: str = ""
    commissioned: bool = False
    to_verify: bool = False
    editor: int | None = None
    trashed: bool = False
    sort: str = "number"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles, in which order (id, changed_at, state, characters)."""

    states: tuple[str, ...] = ()
    words: str = ""
    sort: str = "changed_at"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class IssueFilter:
    """Which issues, newest first."""

    states: tuple[str, ...] = ()
    publication: int | None = None
    year: int | None = None
    words: str = ""
