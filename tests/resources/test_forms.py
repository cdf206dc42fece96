"""The shipped form templates: what their maker writes, natural Word files."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import docx
import pytest
from docx.oxml.ns import qn

from xinxi_desktop.assets import asset
from xinxi_desktop.domain.vocabulary import PaperForm

OFFICIAL = {"方正小标宋简体", "黑体", "仿宋_GB2312"}
every_form = pytest.mark.parametrize("form", PaperForm)


def maker() -> ModuleType:
    """The program that makes the templates."""
    spec = importlib.util.spec_from_file_location(
        "make_forms", asset("resources", "forms", "make_forms.py")
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_shipped_forms_are_what_their_maker_writes(tmp_path: Path) -> None:
    maker().main(tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    shipped = {f"{form.value}.docx": template(form).read_bytes() for form in PaperForm}
    assert made == shipped


def template(form: PaperForm) -> Path:
    """A shipped template."""
    return asset("resources", "forms", f"{form.value}.docx")


@every_form
def test_fonts_are_the_official_ones_by_style(form: PaperForm) -> None:
    document = docx.Document(str(template(form)))
    named = {
        fonts.get(qn("w:eastAsia"))
        for fonts in document.styles.element.iter(qn("w:rFonts"))
        if fonts.get(qn("w:eastAsia"))
    }
    direct = {key for fonts in document.element.body.iter(qn("w:rFonts")) for key in fonts.attrib}
    assert named >= OFFICIAL
    assert direct <= {qn("w:hint")}


@every_form
def test_paper_is_a4(form: PaperForm) -> None:
    section = docx.Document(str(template(form))).sections[0]
    sides = sorted((round(section.page_width.mm), round(section.page_height.mm)))
    assert sides == [210, 297]


@every_form
def test_rows_are_not_torn_and_headings_come_again(form: PaperForm) -> None:
    table = docx.Document(str(template(form))).tables[-1]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
