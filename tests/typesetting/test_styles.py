"""Each value of a scheme that is no length has its effect on the page and in Word."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from bulletin_maker import RULES, STORE, article
from docx.oxml.ns import qn

from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.domain.page import Page
from xinxi_desktop.domain.page_scheme import STANDARD, PageScheme
from xinxi_desktop.exporters.docx import write_docx
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.typesetting import compose

SOURCE = article("一、主要做法", RULES, STORE)


def first_page(scheme: PageScheme) -> Page:
    return compose(SOURCE, shipped(), scheme).pages[0]


def word(scheme: PageScheme) -> Any:
    fonts = shipped()
    made = write_docx(SOURCE, compose(SOURCE, fonts, scheme), fonts, scheme)
    return docx.Document(BytesIO(made))


@pytest.mark.parametrize(
    "key, text",
    [("title_font", "小果农"), ("heading1_font", "一、主要做法"), ("heading2_font", "统一调度")],
)
def test_titles_and_headings_are_set_in_the_chosen_font(key: str, text: str) -> None:
    scheme = replace(STANDARD, **{key: FontRole.SONG})  # type: ignore[arg-type]
    run = next(run for run in first_page(scheme).runs if text in run.text)

    assert run.face == shipped().primary(FontRole.SONG).key


def test_word_s_heading_style_bears_the_chosen_font() -> None:
    style = word(replace(STANDARD, heading1_font=FontRole.SONG)).styles["heading 1"]

    assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == shipped().primary(FontRole.SONG).family


def test_page_numbers_stand_without_dashes_where_asked() -> None:
    scheme = replace(STANDARD, number_dashes=False)
    footer = word(scheme).sections[0].footer.paragraphs[0]

    assert first_page(scheme).runs[-1].text == "1"
    assert footer.text == "1"
