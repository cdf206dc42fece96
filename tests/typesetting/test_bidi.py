"""Arabic and Hebrew in Chinese text: order on the line, joined letters, nothing lost."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from bulletin_maker import article
from font_maker import make_font
from pdf_reader import pdf_text

from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.errors import UserError
from xinxi_desktop.exporters.docx import write_docx
from xinxi_desktop.exporters.pdf import write_pdf
from xinxi_desktop.fonts import add_font, font_set
from xinxi_desktop.typesetting import compose
from xinxi_desktop.typesetting.bidi import (
    is_right_to_left,
    joined,
    levels_of,
    mirrored,
    visual_order,
)

HEBREW = "以色列《הארץ》报11月20日称（שלום עולם）有12个项目。"


LETTERS = "".join(map(chr, (*range(0x5D0, 0x5EB), *range(0x620, 0x64B), *range(0xFE80, 0xFEFD))))


@pytest.fixture
def both(tmp_path: Path) -> FontSet:
    """The shipped fonts with an added one that has Hebrew and Arabic letters."""
    add_font(make_font(tmp_path / "right.ttf", ["Right"], LETTERS, width=500))
    return font_set(prefer_installed=False, cache_dir=tmp_path)


def shown(text: str) -> str:
    """The text as a line shows it from the left."""
    levels = levels_of(text)
    return "".join(
        mirrored(text[index]) if levels[index] % 2 else text[index]
        for index in visual_order(levels)
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("报纸אבג报", "报纸גבא报"),
        ("אבג 12 דה", "הד 12 גבא"),
        ("《אבג》11月20日", "《גבא》11月20日"),
        ("（אבג）和3个", "（גבא）和3个"),
        ("אב (גד) הו", "וה (דג) בא"),
        ("אב, גד。", "דג ,בא。"),
        ("共12个（34）", "共12个（34）"),
        ("אב 25%", "25% בא"),
        ("אב 1,250", "1,250 בא"),
    ],
)
def test_a_line_is_shown_in_its_visual_order(text: str, line: str) -> None:
    assert shown(text) == line


def test_letters_take_the_form_that_their_neighbours_ask_for() -> None:
    names = [unicodedata.name(char).split()[-2:] for char in joined("سسس")]
    assert [name[0] for name in names] == ["INITIAL", "MEDIAL", "FINAL"]


def test_a_letter_alone_stands_alone() -> None:
    assert unicodedata.name(joined("报س报")[1]).endswith("ISOLATED FORM")


def test_joining_passes_over_vowel_signs_and_ends_after_letters_that_do_not_join() -> None:
    assert unicodedata.name(joined("سَس")[2]).endswith("FINAL FORM")
    assert unicodedata.name(joined("دس")[1]).endswith("ISOLATED FORM")


def test_lam_and_alef_are_one_sign() -> None:
    assert unicodedata.name(joined("لا")[0]).startswith("ARABIC LIGATURE LAM WITH ALEF")
    assert len(joined("لا")) == 2


def test_chinese_text_is_not_touched() -> None:
    assert not is_right_to_left("望川县建成18座（约2.6万吨）") and is_right_to_left("报א")


def test_hebrew_copies_out_of_the_pdf_in_reading_order(both: FontSet) -> None:
    text = pdf_text(write_pdf(compose(article("称（שלום）等。"), both), both))

    assert "שלום" in text


def test_the_levels_of_a_paragraph_hold_for_each_of_its_lines(both: FontSet) -> None:
    layout = compose(article(HEBREW * 6), both)
    drawn = "".join(run.text for run in layout.pages[0].runs)

    assert drawn.count("ץראה") == 6 and drawn.count("《") == 6
    assert drawn.count("ש") == HEBREW.count("ש") * 6


def test_joined_letters_are_drawn_and_none_is_lost(both: FontSet) -> None:
    layout = compose(article("报纸《الشرق》报道。"), both)
    drawn = "".join(run.text for run in layout.pages[0].runs)

    assert layout.missing == ()
    assert unicodedata.normalize("NFKC", drawn)[::-1].count("الشرق") == 1


def test_words_are_not_cut_at_a_line_end(both: FontSet) -> None:
    for count in range(12, 28):
        layout = compose(article("望" * count + "（שלום）等。"), both)
        assert any("שלום" in line.text for line in layout.lines)


def test_word_is_told_which_runs_go_leftwards(both: FontSet) -> None:
    source = article(HEBREW)
    data = write_docx(source, compose(source, both), both)
    body = ZipFile(BytesIO(data)).read("word/document.xml").decode()

    assert "<w:rtl " in body and "הארץ" in body


def test_a_script_without_a_font_is_named_and_nothing_is_written(fonts: FontSet) -> None:
    layout = compose(article("报纸《الشرق》报道。"), fonts)

    with pytest.raises(UserError, match="现有字体里没有“ا”"):
        write_pdf(layout, fonts)


def test_the_installed_latin_face_lends_its_letters(tmp_path: Path) -> None:
    make_font(tmp_path / "times.ttf", ["Times New Roman"], "abc1" + LETTERS, width=500)
    found = font_set(cache_dir=tmp_path, folders=[tmp_path])

    assert compose(article("报纸《الشرق》、《הארץ》。"), found).missing == ()
