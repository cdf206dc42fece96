"""Fonts read quickly: the same numbers as reportlab reads one at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from font_maker import make_collection, make_font
from fontTools.ttLib import TTFont
from reportlab.pdfbase.ttfonts import TTFontFace

from xinxi_desktop.domain.fonts import Face
from xinxi_desktop.exporters.pdf import prepare_fonts
from xinxi_desktop.exporters.pdf_fonts import quick_face
from xinxi_desktop.fonts.shipped import shipped

NUMBERS = ("charToGlyph", "charWidths", "defaultWidth", "hmetrics", "glyphPos", "bbox")
QUICK = quick_face(TTFontFace)


def numbers(kind: type, path: str | Path, index: int = 0) -> list[object]:
    face = kind(str(path), subfontIndex=index)
    return [getattr(face, name) for name in NUMBERS]


@pytest.mark.parametrize("face", list(shipped().faces()), ids=lambda face: face.key)
def test_a_shipped_font_reads_as_reportlab_reads_it(face: Face) -> None:
    assert numbers(QUICK, face.path) == numbers(TTFontFace, face.path)


def test_a_font_reads_alike_with_and_without_characters_beyond_the_first_plane(
    tmp_path: Path,
) -> None:
    plain = make_font(tmp_path / "plain.ttf", chars="中国 a")
    rare = make_font(tmp_path / "rare.ttf", chars="中𬭎国", width=600)

    assert numbers(QUICK, plain) == numbers(TTFontFace, plain)
    assert numbers(QUICK, rare) == numbers(TTFontFace, rare)


def test_the_second_font_of_a_collection_reads_as_reportlab_reads_it(tmp_path: Path) -> None:
    parts = [
        make_font(tmp_path / "one.ttf", ["One"], chars="中"),
        make_font(tmp_path / "two.ttf", ["Two"], chars="国家", width=700),
    ]
    both = make_collection(tmp_path / "both.ttc", parts)

    assert numbers(QUICK, both, 1) == numbers(TTFontFace, both, 1)


def test_a_font_named_only_in_chinese_is_read(tmp_path: Path) -> None:
    path = make_font(tmp_path / "fang.ttf")
    with TTFont(path) as font:
        for record in font["name"].names:
            record.platformID, record.platEncID, record.langID = 3, 1, 0x804
        font["name"].names = [each for each in font["name"].names if each.nameID != 6]
        font["name"].setName("仿宋", 6, 3, 1, 0x804)
        font.save(path)
    prepare_fonts()

    assert TTFontFace(str(path)).charWidths
