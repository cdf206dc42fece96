"""Outlines of a few characters, for drawing words that are no text (the mark across a proof)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from xinxi_desktop.domain.fonts import Face
from xinxi_desktop.fonts.reading import open_face

Step = tuple[str, tuple[float, ...]]
"""``move``, ``line``, ``curve`` (three points) or ``close`` with its points in font units."""


@lru_cache(maxsize=64)
def outline(face: Face, char: str) -> tuple[Step, ...]:
    """Give the outline of a character as steps of a pen; empty if the face has none."""
    with open_face(Path(face.path), face.index) as font:
        name = font.getBestCmap().get(ord(char))
        if name is None:
            return ()
        glyphs = font.getGlyphSet()
        pen = _steps_pen(glyphs)
        glyphs[name].draw(pen)
        return tuple(pen.steps)


def _steps_pen(glyphs: Any) -> Any:
    from fontTools.pens.basePen import BasePen  # type: ignore[import-untyped]  # it ships no types

    class StepsPen(BasePen):  # type: ignore[misc]  # the same
        """Writes down what it is told; curves of TrueType come as cubic ones."""

        def __init__(self) -> None:
            super().__init__(glyphs)
            self.steps: list[Step] = []

        def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - its name
            self.steps.append(("move", tuple(point)))

        def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
            self.steps.append(("line", tuple(point)))

        def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
            self.steps.append(("curve", tuple(value for point in points for value in point)))

        def _closePath(self) -> None:  # noqa: N802
            self.steps.append(("close", ()))

    return StepsPen()
