"""The Word file as somebody finds it who goes on working in it: styles, fields, nothing direct."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from bulletin_maker import RULES, STORE, TABLE, bulletin, document
from lxml.etree import _Element, fromstring

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.flow import PlacedParagraph
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.exporters.docx import write_docx
from xinxi_desktop.fonts import named_officially
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.typesetting import compose, harden

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONG = "关于进一步加强全市重点领域安全生产隐患排查治理和今冬明春供暖保障工作情况的报告"


def whole() -> Bulletin:
    made = bulletin(3)
    body = document(
        "一、主要做法",
        STORE,
        "（一）强化调度。" + STORE,
        "1.抓落实",
        RULES,
        "信" * 25 + "——信息工作",
    )
    extra = BulletinItem(9, LONG, type(body)((*body.blocks, TABLE)), column="工作动态")
    return Bulletin((*made.items, extra), made.masthead, made.imprint, contents=True)


def parts(layout: Layout, source: Bulletin) -> dict[str, _Element]:
    data = write_docx(source, layout, shipped())
    with ZipFile(BytesIO(data)) as package:
        names = [
            name for name in package.namelist() if name.startswith("word/") and name[-1] == "l"
        ]
        return {name: fromstring(package.read(name)) for name in names}


@pytest.fixture(scope="module")
def file() -> dict[str, _Element]:
    source = whole()
    return parts(compose(source, shipped()), source)


def runs(file: dict[str, _Element]) -> list[_Element]:
    shown = [root for name, root in file.items() if "styles" not in name]
    return [run for root in shown for run in root.iter(f"{W}r")]


def test_no_run_bears_a_font_or_a_size(file: dict[str, _Element]) -> None:
    properties = [found for run in runs(file) for found in run.findall(f"{W}rPr/*")]
    fonts = [found for found in properties if found.tag == f"{W}rFonts"]

    assert {found.tag for found in properties} <= {
        f"{W}{n}" for n in ("rStyle", "rFonts", "spacing")
    }
    assert all(set(found.attrib) == {f"{W}hint"} for found in fonts)


def test_only_a_mended_line_bears_a_spacing(file: dict[str, _Element]) -> None:
    spaced = {
        "".join(run.itertext()) for run in runs(file) if run.find(f"{W}rPr/{W}spacing") is not None
    }
    placed = (
        part for part in compose(whole(), shipped()).placed if isinstance(part, PlacedParagraph)
    )
    mended = {
        part.paragraph.text[line.start : line.end]
        for part in placed
        for line in part.lines
        if line.own is not None
    }

    assert "信" * 25 + "——" in spaced
    assert spaced == mended


def test_hardened_lines_bear_nothing_but_a_spacing() -> None:
    source = whole()
    plain = compose(source, shipped())
    hardened, figures = harden(plain, shipped(), STANDARD)
    before, after = runs(parts(plain, source)), runs(parts(hardened, source))

    assert figures.hardened
    assert "".join(t for r in before for t in r.itertext()) == "".join(
        t for r in after for t in r.itertext()
    )


def test_every_body_paragraph_follows_the_style_of_the_text(file: dict[str, _Element]) -> None:
    body = [p for p in file["word/document.xml"].iter(f"{W}p") if "".join(p.itertext()) == STORE]
    own = [child.tag for p in body for child in p.findall(f"{W}pPr/*")]

    assert len(body) >= 3
    assert own == [] or set(own) == {f"{W}pStyle"}


def test_the_style_of_the_text_is_words_own(file: dict[str, _Element]) -> None:
    (normal,) = file["word/styles.xml"].findall(f"{W}style[@{W}default='1']")

    assert normal.get(f"{W}styleId") == "Normal"
    assert normal.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "FandolFang"


def test_lines_end_by_themselves_but_in_titles(file: dict[str, _Element]) -> None:
    styles = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
        for style in file["word/styles.xml"].findall(f"{W}style")
    }
    broken = [p for p in file["word/document.xml"].iter(f"{W}p") if p.find(f".//{W}br") is not None]

    assert {styles[p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")] for p in broken} == {"Title"}


def test_odd_and_even_pages_have_feet_of_their_own_with_a_field(file: dict[str, _Element]) -> None:
    feet = [root for name, root in file.items() if "footer" in name]
    numbered = [root for root in feet if root.find(f".//{W}instrText") is not None]

    assert file["word/settings.xml"].find(f"{W}evenAndOddHeaders") is not None
    assert {root.find(f".//{W}jc").get(f"{W}val") for root in numbered} == {"left", "right"}
    assert all("PAGE" in root.find(f".//{W}instrText").text for root in numbered)


def test_no_font_comes_from_a_theme(file: dict[str, _Element]) -> None:
    fonts = [found for root in file.values() for found in root.iter(f"{W}rFonts")]

    assert not [name for found in fonts for name in found.attrib if "heme" in name]


def test_official_names_stand_in_every_style_of_a_paragraph() -> None:
    source = whole()
    layout, fonts = compose(source, shipped()), named_officially(shipped())
    with ZipFile(BytesIO(write_docx(source, layout, fonts))) as package:
        styles = fromstring(package.read("word/styles.xml"))
    named = styles.findall(f"{W}style[@{W}type='paragraph']/{W}rPr/{W}rFonts")

    assert {found.get(f"{W}eastAsia") for found in named} == {
        "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"
    }  # fmt: skip
    assert {found.get(f"{W}ascii") for found in named} == {"Times New Roman"}
