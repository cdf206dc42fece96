"""Fonts of the page, and one added by a person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from font_maker import make_font

from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.services.bulletins import office_fonts
from xinxi_desktop.services.typefaces import add_font_file, font_lines

RARE = "𓀀"


@pytest.fixture(autouse=True)
def fresh_fonts() -> Iterator[None]:
    office_fonts.cache_clear()
    yield
    office_fonts.cache_clear()


def test_every_role_says_its_font() -> None:
    assert [line.role for line in font_lines()] == [role.label for role in FontRole]


def test_an_added_font_draws_what_no_other_font_has(tmp_path: Path) -> None:
    assert office_fonts().missing(RARE, FontRole.BODY) == [RARE]
    add_font_file(make_font(tmp_path / "rare.ttf", ["Rare"], chars=RARE))
    assert office_fonts().missing(RARE, FontRole.BODY) == []
