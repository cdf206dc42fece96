"""Builds a sample report as ``.docx``, laid out as different units lay out theirs.

Loaded by make_samples.py. Some units send their own bulletin with a red masthead, some put
报送单位 above the title, some sign at the foot, some use a form table: an importer has to find
title, units, writers and text in all of them. Fonts are named as offices name them; they need
not be installed.
"""

import io
import re
import zipfile
from datetime import datetime
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

BODY, HEAVY, ITALIC, TITLE = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
RED = RGBColor(0xC0, 0x00, 0x00)
_RUN_IN = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[一二三四五]是)")
_PIECES = re.compile(r"(\{\+.*?\+\}|\{-.*?-\})")
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BOX = """<w:r {w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps">
<w:drawing><wp:inline><wp:extent cx="5400000" cy="1080000"/><wp:docPr id="1" name="文本框 1"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="5400000" cy="1080000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
</wps:spPr><wps:txbx><w:txbxContent>{p}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>
<v:shape style="width:425pt;height:85pt"><v:textbox><w:txbxContent>{p}</w:txbxContent>
</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
_NUMBERING = """<w:abstractNum {w} w:abstractNumId="90"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/>
<w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/></w:rPr></w:lvl></w:abstractNum>"""


def build(report: Any) -> bytes:
    """Give the bytes of one report; its head names the layout (版式)."""
    page = Page(report)
    page.before()
    page.body()
    page.after()
    return _packed(page.document, report)


def build_trap() -> bytes:
    """Give the bytes of a document that bears a state secret's mark and no other content."""
    document = _document()
    _run(document.add_paragraph(), "秘密★1年", HEAVY, 16)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(title, "样例", TITLE, 22)
    return _packed(document, None)


class Page:
    """One report on its way to paper; ``before``, ``body`` and ``after`` in this order."""

    def __init__(self, report: Any) -> None:
        self.report = report
        self.head = report.head
        self.layout = report.head["版式"]
        self.document = _document()
        self.styled = self.layout == "落款"

    def before(self) -> None:
        """Everything down to the title, which a form or a masthead may precede."""
        if self.head["缓急"] != "平件":
            self.line(self.head["缓急"], font=HEAVY)
        head = {
            "报头": self.masthead,
            "值班": self.masthead,
            "抬头": self.sender_lines,
            "报送单": self.form,
        }
        head.get(self.layout, lambda: None)()
        self.title()
        if self.layout == "反映":
            name, phone = self.head["执笔"], self.head["电话"]
            self.line(f"反映人：{name}（特邀信息员，请对本人姓名保密）　联系电话：{phone}", ITALIC)

    def masthead(self) -> None:
        """A red name, the number, and a red rule under unit and date."""
        name = self.document.add_paragraph()
        name.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(name, self.head["报头"], TITLE, 44).font.color.rgb = RED
        self.line(f"第{self.head['期号']}期", align=WD_ALIGN_PARAGRAPH.CENTER)
        row = self.line(f"{self.head['单位']}\t{self.report.date}{self.head.get('时刻', '')}")
        row.paragraph_format.tab_stops.add_tab_stop(Cm(15.6), 2)
        border = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="12" w:color="C00000"/>'
        row._p.get_or_add_pPr().append(parse_xml(border + "</w:pBdr>"))

    def sender_lines(self) -> None:
        """Who sends it, above the title."""
        self.line(f"报送单位：{self.head['单位']}　　报送时间：{self.report.date}")
        people = f"执笔人：{self.head['执笔']}　　联系电话：{self.head['电话']}"
        self.line(people + (f"　　审核：{self.head['审核']}" if "审核" in self.head else ""))

    def form(self) -> None:
        """The same as a table with labels and values."""
        head = self.head
        rows = (
            ("报送单位", head["单位"], "报送日期", self.report.date),
            ("执笔人", head["执笔"], "联系电话", head["电话"]),
            ("审核人", head.get("审核", ""), "信息类型", head["类型"]),
        )
        self.table(rows)

    def title(self) -> None:
        """The title, in a Word style where the unit uses styles."""
        paragraph = self.document.add_paragraph(style="Title" if self.styled else None)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(12)
        text, cut = self.report.title, int(self.head.get("断行", 0))
        if cut:
            _run(paragraph, text[:cut], TITLE, 22).add_break()
        _run(paragraph, text[cut:], TITLE, 22)

    def body(self) -> None:
        """Paragraphs, and whatever else the source's lines ask for."""
        rows: list[tuple[str, ...]] = []
        for line in (*self.report.lines, ""):
            if line.startswith("| "):
                rows.append(tuple(cell.strip() for cell in line.strip("| ").split(" | ")))
                continue
            if rows:
                self.table(tuple(rows))
                rows = []
            if line:
                self.paragraph(line)

    def paragraph(self, line: str) -> None:
        """One line of the source."""
        if line.startswith("[文本框]"):
            self.text_box(line.removeprefix("[文本框]"))
        elif line.startswith("# "):
            self.numbered(line[2:])
        elif "{+" in line or "{-" in line:
            self.changed(line)
        else:
            self.written(line)

    def written(self, line: str) -> None:
        """Running text; a heading or the first sentence of a numbered point stands out."""
        heading = bool(_RUN_IN.match(line)) and len(line) <= 30 and not line.endswith("。")
        style = "Heading 2" if heading and self.styled else None
        paragraph = self._indented(style)
        if heading:
            _run(paragraph, line, HEAVY if line[1] == "、" else ITALIC)
            return
        end = line.find("。") + 1 if _RUN_IN.match(line) else 0
        if end:
            _run(paragraph, line[:end], ITALIC).bold = True
        _run(paragraph, line[end:], BODY)

    def numbered(self, text: str) -> None:
        """A heading whose number is Word's and stands nowhere in the text."""
        paragraph = self._indented(None)
        numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_ilvl().val = 0
        numbering.get_or_add_numId().val = self._numbering()
        _run(paragraph, text, HEAVY)

    def changed(self, line: str) -> None:
        """Text with tracked insertions and deletions."""
        paragraph = self._indented(None)
        for number, piece in enumerate(_PIECES.split(line), start=1):
            run = _run(paragraph, piece.strip("{}").strip("+-"), BODY)
            if piece.startswith("{"):
                _track(run, inserted=piece[1] == "+", number=number, head=self.head)

    def text_box(self, text: str) -> None:
        """Text in a box, written twice as Word does for its older versions."""
        run = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        box = parse_xml(_BOX.format(w=nsdecls("w"), p=run))
        self.document.add_paragraph()._p.append(box)

    def table(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """A ruled table."""
        table = self.document.add_table(0, len(rows[0]), style="Table Grid")
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                _run(cell.paragraphs[0], text, BODY, 12)
        self.document.add_paragraph()

    def after(self) -> None:
        """What stands under the text: signature, contact, review."""
        head = self.head
        if self.layout == "报头":
            sender = f"{head['单位']}　{head['执笔']}"
            self.line(f"供稿：{sender}　　联系电话：{head['电话']}　　审核：{head['审核']}")
        elif self.layout == "值班":
            people = f"值班员：{head['执笔']}　　带班领导：{head['审核']}"
            self.line(f"{people}　　值班电话：{head['电话']}")
        elif self.layout == "落款":
            self.line("")
            for unit in self.report.units:
                self.line(unit, align=WD_ALIGN_PARAGRAPH.RIGHT)
            self.line(self.report.date, align=WD_ALIGN_PARAGRAPH.RIGHT)
            self.line(f"（联系人：{head['执笔']}，联系电话：{head['电话']}）")
        elif self.layout == "供稿":
            self.line(f"（{head['单位']}　{head['执笔']}）", align=WD_ALIGN_PARAGRAPH.RIGHT)
            self.line(f"报送日期：{self.report.date}　　联系电话：{head['电话']}")
        elif self.layout == "反映":
            self.line(self.report.date, align=WD_ALIGN_PARAGRAPH.RIGHT)

    def line(self, text: str, font: str = BODY, align: Any = None) -> Any:
        """A line that is not part of the report's text."""
        paragraph = self.document.add_paragraph()
        paragraph.alignment = align
        _run(paragraph, text, font, 14)
        return paragraph

    def _indented(self, style: str | None) -> Any:
        paragraph = self.document.add_paragraph(style=style)
        paragraph.paragraph_format.first_line_indent = Pt(32)
        paragraph.paragraph_format.line_spacing = Pt(28)
        return paragraph

    def _numbering(self) -> int:
        numbering = self.document.part.numbering_part.element
        for number in numbering.num_lst:
            if number.abstractNumId.val == 90:
                return int(number.numId)
        numbering.insert(0, parse_xml(_NUMBERING.format(w=nsdecls("w"))))
        return int(numbering.add_num(90).numId)


def _document() -> Any:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    for name in ("Title", "Heading 2"):
        style = document.styles[name]
        style.font.color.rgb = RGBColor(0, 0, 0)
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
    return document


def _run(paragraph: Any, text: str, font: str, size: float = 16) -> Any:
    run = paragraph.add_run(text)
    run.font.name, run.font.size = font, Pt(size)
    run._r.rPr.rFonts.set(qn("w:eastAsia"), font)
    return run


def _track(run: Any, *, inserted: bool, number: int, head: dict[str, str]) -> None:
    change = OxmlElement("w:ins" if inserted else "w:del")
    change.set(qn("w:id"), str(900 + number))
    change.set(qn("w:author"), head.get("审核", head["执笔"]))
    change.set(qn("w:date"), f"{head['收到']}:00Z")
    run._r.addprevious(change)
    change.append(run._r)
    if not inserted:
        for text in run._r.findall(qn("w:t")):
            text.tag = f"{{{_MAIN}}}delText"


def _packed(document: Any, report: Any) -> bytes:
    properties = document.core_properties
    stamp = datetime.fromisoformat(report.head["收到"] if report else "2026-11-23T10:00")
    properties.author = report.writers[0] if report else ""
    properties.last_modified_by = properties.author
    properties.created = properties.modified = stamp
    properties.title = properties.comments = properties.keywords = ""
    saved = io.BytesIO()
    document.save(saved)
    # python-docx stamps the members with the present time; the bytes must not depend on it.
    packed = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            info = zipfile.ZipInfo(member, stamp.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(member))
    return packed.getvalue()
