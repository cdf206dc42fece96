"""Our pages against those an office program makes of the Word file."""

from __future__ import annotations

import shutil

import pytest
from bulletin_maker import STORE, article, bulletin

from xinxi_desktop.domain.bulletin import Bulletin
from xinxi_desktop.domain.page_scheme import SCHEMES
from xinxi_desktop.errors import UserError
from xinxi_desktop.exporters.docx import write_docx
from xinxi_desktop.exporters.pdf import write_pdf
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.services.word_judge import compare, office_program, word_pages
from xinxi_desktop.typesetting import compose

needs_office = pytest.mark.skipif(
    not shutil.which("soffice"), reason="本机没有 LibreOffice，由 make parity 安装后对照"
)


def pdf_of(source: Bulletin) -> bytes:
    return write_pdf(compose(source, shipped()), shipped())


def test_a_line_that_differs_does_not_lose_the_ones_after_it() -> None:
    ours = pdf_of(article("甲", STORE, STORE))
    other = pdf_of(article("乙", STORE, STORE))
    found = compare(ours, other)

    assert (found.lines - found.same, found.same_page) == (1, found.same)
    assert found.differences[0].ours[0][2] == "甲"
    assert found.differences[0].word[0][2] == "乙"


def test_characters_that_the_other_pages_lack_are_named() -> None:
    assert compare(pdf_of(article("完。")), pdf_of(article("完"))).lost == "。"


def test_without_an_office_program_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(UserError, match="请安装 LibreOffice"):
        office_program()


@needs_office
def test_a_whole_bulletin_breaks_alike_in_every_scheme() -> None:
    fonts, source = shipped(), bulletin(2)
    layouts = [compose(source, fonts, scheme) for scheme in SCHEMES.values()]
    files = {
        str(number): write_docx(source, layout, fonts, scheme)
        for number, (layout, scheme) in enumerate(zip(layouts, SCHEMES.values(), strict=True))
    }
    pages = word_pages(files, fonts)
    found = [compare(write_pdf(each, fonts), pages[str(n)]) for n, each in enumerate(layouts)]

    assert [(one.same_page, one.word_pages, one.lost) for one in found] == [
        (one.lines, one.our_pages, "") for one in found
    ]
