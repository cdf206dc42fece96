"""What is known of a face without opening its file again: names, heights, advances.

Stands as JSON beside each shipped font and, for the user's fonts, in the cache; so that
starting needs no fontTools (architecture.md 19).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from xinxi_desktop.domain.fonts import Advances, Face

FORMAT = 1
"""Raised when the files' meaning changes: older ones are then read anew."""


REFUSED = {
    "not_truetype": "不是 TrueType 字体（PDF 只能嵌入这一种）",
    "not_embeddable": "许可不允许嵌入文件",
}
"""Why a face can't be used, in words, by ``FaceNames.refusal``."""


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    """Heights in font units (positive both ways) and advances as runs (``Advances``)."""

    units_per_em: int
    ascent: int
    descent: int
    line_gap: int
    advances: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FaceNames:
    """Where a face stands and what it is called, in every language of its name table.

    ``refusal`` is empty for a face that may be used, else a reason code: ``not_truetype``
    (the PDF embeds ``glyf`` outlines only) or ``not_embeddable`` (its maker forbids it).
    """

    index: int
    families: tuple[str, ...]
    bold: bool
    italic: bool
    refusal: str = ""


def run_lengths(widths: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """Pack (code point, width) pairs, sorted, into the triples that ``Advances`` takes."""
    runs: list[int] = []
    end = 0
    for code, width in widths:
        if runs and code == end and width == runs[-1]:
            runs[-2] += 1
        else:
            runs += [code - end, 1, width]
        end = code + 1
    return tuple(runs)


def write_metrics(path: Path, names: FaceNames, metrics: FaceMetrics) -> None:
    """Write the metrics file of a shipped font; equal input gives equal bytes."""
    content = {"format": FORMAT, "names": asdict(names), "metrics": asdict(metrics)}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def read_metrics(path: Path) -> tuple[FaceNames, FaceMetrics]:
    """Read what ``write_metrics`` wrote."""
    content = json.loads(path.read_text(encoding="utf-8"))
    return names_from(content["names"]), metrics_from(content["metrics"])


def names_from(content: dict[str, Any]) -> FaceNames:
    """Build the names from their JSON object."""
    return FaceNames(**{**content, "families": tuple(content["families"])})


def metrics_from(content: dict[str, Any]) -> FaceMetrics:
    """Build the metrics from their JSON object."""
    return FaceMetrics(**{**content, "advances": tuple(content["advances"])})


def face_from(
    metrics: FaceMetrics, names: FaceNames, *, key: str, family: str, path: Path, shipped: bool
) -> Face:
    """Make the face that typesetting and the exporters use."""
    return Face(
        key=key,
        family=family,
        path=str(path),
        index=names.index,
        units_per_em=metrics.units_per_em,
        ascent=metrics.ascent,
        descent=metrics.descent,
        line_gap=metrics.line_gap,
        advances=Advances(metrics.advances),
        bold=names.bold,
        shipped=shipped,
    )
