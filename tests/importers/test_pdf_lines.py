"""Lines read back from a PDF that we wrote ourselves."""

from __future__ import annotations

from bulletin_maker import STORE, article

from xinxi_desktop.exporters.pdf import write_pdf
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.importers.pdf_lines import read_lines, solid
from xinxi_desktop.typesetting import compose


def test_lines_come_back_as_they_were_set() -> None:
    layout = compose(article(STORE, "代表𬭎䶮发言，COVID-19相关。"), shipped())
    (page,) = read_lines(write_pdf(layout, shipped()))

    assert page == [solid(line.text) for line in layout.lines]


def test_page_numbers_and_dotted_leaders_are_left_out() -> None:
    layout = compose(article(*[STORE] * 6), shipped())

    assert not any("—2—" in line for line in read_lines(write_pdf(layout, shipped()))[1])
