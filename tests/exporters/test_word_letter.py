"""信函式 in Word: the first page's own header and footer carry name and rules."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from bulletin_maker import IMPRINT, STORE, article
from docx.oxml.ns import qn

from xinxi_desktop.domain.bulletin import Bulletin, Masthead
from xinxi_desktop.domain.page_scheme import LETTER, PageScheme
from xinxi_desktop.exporters.docx import write_docx
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.typesetting import compose

SOURCE = replace(
    article(*[STORE] * 8),
    masthead=Masthead("云澜市委办公室", "云办函〔2026〕12号", marks=("机密★1年",)),
    imprint=IMPRINT,
)


def word(source: Bulletin = SOURCE, scheme: PageScheme = LETTER) -> Any:
    fonts = shipped()
    return docx.Document(
        BytesIO(write_docx(source, compose(source, fonts, scheme), fonts, scheme))
    )  # fmt: skip


def borders(part: Any) -> list[str]:
    found = part._element.iter(qn("w:pBdr"))
    return [child.get(qn("w:val")) for each in found for child in each]


def test_the_name_stands_in_the_first_page_s_header_and_not_in_the_text() -> None:
    file = word()
    (section,) = file.sections

    assert section.different_first_page_header_footer
    assert "云澜市委办公室" in [p.text for p in section.first_page_header.paragraphs]
    assert "云澜市委办公室" not in [p.text for p in file.paragraphs]


def test_the_upper_rule_is_thick_above_and_the_lower_thick_below() -> None:
    section = word().sections[0]

    assert borders(section.first_page_header) == ["thickThinSmallGap"]
    assert borders(section.first_page_footer) == ["thinThickSmallGap"]


def test_the_first_page_bears_no_number_and_the_others_do() -> None:
    section = word().sections[0]
    codes = [
        len(list(part._element.iter(qn("w:instrText"))))
        for part in (section.first_page_footer, section.footer, section.even_page_footer)
    ]

    assert codes == [0, 1, 1]


def test_the_imprint_has_no_rules() -> None:
    table = word().tables[0]._element

    assert not list(table.iter(qn("w:tblBorders")))


def test_a_proof_s_mark_stands_on_the_first_page_too() -> None:
    section = word(replace(SOURCE, watermark="清样　张三")).sections[0]

    assert any("清样" in p.text for p in section.first_page_header.paragraphs)


@pytest.mark.parametrize("same_page", [True, False])
def test_an_imprint_on_a_page_of_its_own_has_no_second_head(same_page: bool) -> None:
    scheme = replace(LETTER, imprint_same_page=same_page)
    heads = [s.different_first_page_header_footer for s in word(scheme=scheme).sections]

    assert heads[0] and not any(heads[1:])
