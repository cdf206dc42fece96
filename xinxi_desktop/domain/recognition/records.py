"""What recognition takes beside the text, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xinxi_desktop.domain.document import Document
from xinxi_desktop.domain.marks import NO_MARK, SecrecyMark
from xinxi_desktop.domain.vocabulary import Form, Kind, Secrecy, Tone, Urgency


@dataclass(frozen=True, slots=True)
class Hints:
    """What a file shows beside its text: lines that look like the title, marks in headers."""

    title_lines: tuple[str, ...] = ()
    mark: SecrecyMark = NO_MARK
    urgency: Urgency = Urgency.ORDINARY


@dataclass(frozen=True, slots=True)
class RecognisedUnit:
    """A reporting unit as written, with the known units of that name or alias.

    No id: unknown, to be registered as 待确认. One: known. Several: ambiguous, to be asked.
    """

    name: str
    ids: tuple[int, ...] = ()

    @property
    def known(self) -> bool:
        """Tell whether exactly one unit of the office has this name."""
        return len(self.ids) == 1

    @property
    def ambiguous(self) -> bool:
        """Tell whether several units of the office have this name."""
        return len(self.ids) > 1


@dataclass(frozen=True, slots=True)
class Recognition:
    """The registration fields of a raw report, all to be corrected by a person.

    ``units`` has the main one first. ``doubts`` are Chinese sentences on what was assumed;
    ``guessed`` names those of kind, tone and topic that the report does not say itself.
    """

    title: str
    units: tuple[RecognisedUnit, ...]
    writers: tuple[str, ...]
    phone: str
    signer: str
    date: date | None
    kind: Kind
    tone: Tone
    urgency: Urgency
    form: Form
    secrecy: Secrecy
    secrecy_term: str
    topic: str
    body: Document
    doubts: tuple[str, ...]
    guessed: tuple[str, ...] = ()
