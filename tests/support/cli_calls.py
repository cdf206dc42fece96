"""What a call of ``xinxi`` said, for the tests of the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

BODY = "近日走访农户236户，反映运输车辆不足。建议增加冷链车辆，由供销社统一调度，减少损耗。"


@dataclass(frozen=True)
class Said:
    """Exit code, stdout and stderr of one call."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The objects of ``--json``."""
        return [json.loads(line) for line in self.out.splitlines()]


Xinxi = Callable[..., Said]
