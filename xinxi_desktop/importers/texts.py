"""What reading a file gives, of whatever format it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from xinxi_desktop.domain.document import Document


@dataclass(frozen=True, slots=True)
class ReadText:
    """What a file says: the body, notes on what else it holds, margins, likely title lines.

    ``doubts`` tell what became of pictures that could not be taken as they are; ``pictures`` are
    the bytes of the body's pictures by SHA-256.
    """

    document: Document
    notes: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()
    title_lines: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
