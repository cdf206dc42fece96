"""Who can be chosen in a field: active persons, named with their post."""

from __future__ import annotations

from collections.abc import Collection

from xinxi_desktop.domain.vocabulary import Post
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.services.office import Office, person_words
from xinxi_desktop.services.registers import persons

Choices = list[tuple[str, str]]


def called(row: Row) -> str:
    """“王某（科长）”, or the post alone where a person is named by it."""
    return person_words(row["name"], row["post"])


def choices(
    office: Office,
    posts: Collection[Post] = (),
    *,
    first: Collection[Post] = (),
    besides: Collection[int] = (),
) -> Choices:
    """Ids and names of those who work here, for a Field.

    ``posts`` lets only these through; ``first`` stand on top; ``besides`` are left out.
    """
    rows = [
        row for row in persons(office)
        if row["active"] and row["id"] not in besides and (not posts or Post(row["post"]) in posts)
    ]  # fmt: skip
    rows.sort(key=lambda row: Post(row["post"]) not in first)
    return [(str(row["id"]), called(row)) for row in rows]
