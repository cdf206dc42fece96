"""What is counted (architecture.md 14): rows of the statistics table.

报送 = submissions received in the period; 采用条数 = those of them with an article in an issue
printed by its end; 采用篇次 = the places of those same submissions; rate = 采用条数/报送.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class CountRow:
    """One unit's line, or the total of distinct items with ``unit_id`` None."""

    unit_id: int | None
    unit: str
    unit_class: str
    submitted: int
    adopted_items: int
    adopted_places: int
    publications: Mapping[str, int] = field(default_factory=dict)

    @property
    def rate(self) -> Decimal | None:
        """Give 采用率 to four places, None where nothing was submitted."""
        if not self.submitted:
            return None
        share = Decimal(self.adopted_items) / Decimal(self.submitted)
        return share.quantize(Decimal("0.0001"), ROUND_HALF_UP)
