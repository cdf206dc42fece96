import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.ttLib import TTFont
from reportlab.pdfbase.ttfonts import TTFont as PdfFont

from xinxi_desktop.assets import asset
from xinxi_desktop.domain.fonts import SHARED_MARKS, FontRole
from xinxi_desktop.fonts import shipped
from xinxi_desktop.fonts.metrics import read_metrics
from xinxi_desktop.fonts.reading import read_face_metrics, read_names
from xinxi_desktop.fonts.shipped import ALL

FOLDER = asset("resources", "fonts")
CHINESE = [role for role in FontRole if role is not FontRole.LATIN]
STEMS = [font.stem for font in ALL]


def gb2312() -> str:
    pairs = (bytes((a, b)) for a in range(0xB0, 0xF8) for b in range(0xA1, 0xFF))
    return "".join(pair.decode("gb2312", errors="ignore") for pair in pairs)


def test_loading_needs_no_fonttools() -> None:
    program = (
        "import sys; from xinxi_desktop.fonts import shipped; shipped();"
        "sys.exit('fontTools' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("role", CHINESE)
def test_every_role_draws_all_of_gb2312_itself(role: FontRole) -> None:
    face = shipped().primary(role)
    assert [char for char in gb2312() if not face.has_glyph(char)] == []


@pytest.mark.parametrize("role", CHINESE)
def test_names_with_rare_characters_are_drawn(role: FontRole) -> None:
    assert shipped().missing("𬭎䶮㛃喆堃昇玥祎", role) == []


def test_traditional_characters_come_from_a_face_that_draws_them_so() -> None:
    keys = {face.key for char in "鬱捨" if (face := shipped().face_for(FontRole.BODY, char))}
    assert keys == {"kai"}


def test_a_character_of_no_face_is_told() -> None:
    assert shipped().missing("埃及𓀀字𓀀", FontRole.BODY) == ["𓀀"]


@pytest.mark.parametrize("role", CHINESE)
def test_hanzi_and_shared_marks_are_one_em(role: FontRole) -> None:
    fonts = shipped()
    widths = {
        (face.advance(char), face.units_per_em)
        for char in "国，。〔" + "".join(SHARED_MARKS)
        if (face := fonts.face_for(role, char))
    }
    assert widths == {(1000, 1000)}


@pytest.mark.parametrize("role", FontRole)
def test_digits_are_half_an_em_in_every_role(role: FontRole) -> None:
    faces = {face for char in "0123456789" if (face := shipped().face_for(role, char))}
    assert [2 * (face.advance(char) or 0) for face in faces for char in "09"] == [2048, 2048]


def test_the_bold_title_has_bold_digits() -> None:
    faces = [shipped().face_for(FontRole.TITLE, char) for char in "中1"]
    assert [face.bold for face in faces if face] == [True, True]


@pytest.mark.parametrize("stem", STEMS)
def test_metrics_files_say_what_the_fonts_say(stem: str) -> None:
    font = FOLDER / f"{stem}.ttf"
    read = read_face_metrics(font, 0)
    assert read_metrics(FOLDER / f"{stem}.metrics.json") == (read_names(font)[0], read)


@pytest.mark.parametrize("font", ALL, ids=STEMS)
def test_word_finds_a_face_by_the_name_it_is_given(font: object) -> None:
    face = shipped().face(font.key)  # type: ignore[attr-defined]
    assert face.family in read_names(Path(face.path))[0].families


@pytest.mark.parametrize("stem", STEMS)
def test_a_licence_stands_beside_each_font(stem: str) -> None:
    text = (FOLDER / f"{stem}.LICENSE.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in text or "GNU GENERAL PUBLIC LICENSE" in text


def test_files_are_those_that_the_script_made() -> None:
    lines = (FOLDER / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    for digest, name in (line.split() for line in lines):
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest, name
    assert len(lines) == 2 * len(ALL)


def test_all_fonts_together_stay_under_45_mb() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 45_000_000


@pytest.mark.parametrize("stem", STEMS)
def test_the_pdf_library_takes_every_font(stem: str) -> None:
    assert PdfFont(stem, str(FOLDER / f"{stem}.ttf")).face.unitsPerEm > 0


def test_outer_contours_of_the_converted_font_run_clockwise() -> None:
    with TTFont(FOLDER / "FandolFang-Regular.ttf") as font:
        outlines = font.getGlyphSet()
        for name in font.getGlyphOrder()[::10]:
            area = AreaPen()
            outlines[name].draw(area)
            assert area.value <= 0, name


@pytest.mark.parametrize("sign", "￥™￣˙")
def test_signs_that_the_body_face_draws_as_others_come_from_the_next(sign: str) -> None:
    face = shipped().face_for(FontRole.BODY, sign)
    assert face is not None and face.key != "fang"
