"""Makes the form templates that are shipped: plain Word files, meant to be edited in Word.

Run by hand after a change: ``.venv/bin/python resources/forms/make_forms.py``. The same program
gives the same bytes. Which fields a form has stands in xinxi_desktop/domain/forms.py; layout,
words and fonts stand here. Sizes are millimetres, letters in points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from xinxi_desktop.exporters.word_package import drop_relations, make_anonymous, with_fixed_dates

FOLDER = Path(__file__).resolve().parent
TITLE, HEAD, CELL, NUMBER, TEXT, NOTE = (
    "表单标题",
    "表格栏目",
    "表格文字",
    "表格数字",
    "通知正文",
    "表单附注",
)
_UNWANTED = ("/theme", "/thumbnail", "/customXml", "/extended-properties")
_DATE = "　　　　年　　月　　日"
_BOXES = "是 □　　否 □"
_WIDTH = 160
"""Width between the margins of an upright page."""

Rows = Sequence[Sequence[str]]


def main(folder: Path = FOLDER) -> None:
    """Write every template into a folder."""
    for make in FORMS:
        document = Document()
        _prepare(document)
        make(document)
        drop_relations(document, _UNWANTED)
        make_anonymous(document, "")
        stream = BytesIO()
        document.save(stream)
        (folder / f"{make.__name__}.docx").write_bytes(with_fixed_dates(stream.getvalue()))


# ---------------------------------------------------------------- the forms


def sign_sheet(document: Any) -> None:
    """审签单: the box of the one who signs on top, 48 mm for a pen (practice.md §1.5)."""
    _page(document, top=15, bottom=12)
    _title(document, "{{ 本单位 }}\n审　签　单")
    table = _table(document, (25, 55, 25, 55))
    box = _row(table, ("签　发", "{{ 签发岗位 }}"), (1, 3), height=48)[1]
    box.vertical_alignment = VERTICAL.TOP
    _space(_more(box, "{% if 签发日期 %}{{ 签发人 }}　{{ 签发日期 }}{% else %}" + _DATE
                 + "{% endif %}", ALIGN.RIGHT), 31)  # fmt: skip
    _row(table, ("会　签", ""), (1, 3), height=15)
    _loop(
        table,
        "行 in 审核",
        ("{{ 行.岗位 }}", "{{ 行.姓名 }}", "日　期", "{{ 行.日期 }}"),
        height=10,
    )
    _row(table, ("刊名期号", "{{ 期名 }}"), (1, 3))
    _listed(_row(table, ("标　题", "{%p for 行 in 条目 %}"), (1, 3))[1],
            "{{ 行.序号 }}．{{ 行.标题 }}")  # fmt: skip
    _row(table, ("密　级", "{{ 密级 }}", "缓　急", "{{ 缓急 }}"))
    _when(table, "国家秘密", ("定密依据", "", "定密责任人", ""))
    for word in ("报", "送", "发", "增发"):
        _when(table, word, (word, f"{{{{ {word} }}}}"), (1, 3))
    _row(table, ("份　数", "{{ 份数 }} 份", "页　数", "{{ 页数 }} 页"))
    _row(table, ("编　辑", "{{ 编辑 }}", "校　对", ""))
    _boxes(_row(table, ("列题通报", _BOXES, "署供稿单位", _BOXES)))
    _row(table, ("印　制", "", "校验码", "{{ 校验码 }}"))
    _note(document, "第{{ 清样次数 }}次清样，{{ 出样人 }}于{{ 出样时间 }}出样。"
                    "校验码供核对文字用，不是签名。")  # fmt: skip


def proof_cover(document: Any) -> None:
    """清样封面: what lies under it, and where corrections go."""
    _page(document, top=40)
    _title(document, "清　　样")
    _style(document.add_paragraph("{{ 期名 }}"), TITLE, size=18, after=10)
    table = _table(document, (25, 55, 25, 55))
    _row(table, ("清样次数", "第 {{ 清样次数 }} 次", "校验码", "{{ 校验码 }}"))
    _row(table, ("密　级", "{{ 密级 }}", "缓　急", "{{ 缓急 }}"))
    _row(table, ("条　数", "{{ 条数 }} 条", "页　数", "{{ 页数 }} 页"))
    _row(table, ("份　数", "{{ 份数 }} 份", "编　辑", "{{ 编辑 }}"))
    _row(table, ("出样人", "{{ 出样人 }}", "出样时间", "{{ 出样时间 }}"))
    _style(document.add_paragraph("目　录"), HEAD, before=6, after=2)
    listing = _table(document, (15, 25, 120))
    _heading(listing, ("序号", "栏目", "标题"))
    _loop(listing, "行 in 条目", ("{{ 行.序号 }}", "{{ 行.栏目 }}", "{{ 行.标题 }}"), narrow=(0,))
    _style(document.add_paragraph("批改意见"), HEAD, before=6, after=2)
    _row(_table(document, (_WIDTH,)), ("",), height=40, first=CELL)
    _note(document, "请在清样上批改，连同本页退{{ 本单位 }}。清样是过程稿，用后按规定收回销毁。")


def correction_notice(document: Any) -> None:
    """更正通知: to exactly the recipients of the issue."""
    _page(document, top=32)
    _title(document, "更　正　通　知")
    _text(document, "{{ 收件对象 }}：", indent=False)
    _text(
        document, "本单位{% if 印发日期 %}{{ 印发日期 }}{% endif %}印发的{{ 期名 }}，现更正如下："
    )
    _text(document, "{{ 内容 }}")
    _text(document, "{% if 原因 %}更正原因：{{ 原因 }}。{% endif %}请在所存该期上注明，"
                    "以更正后的文字为准。")  # fmt: skip
    _signed(document)
    _recipients(document)


def recall_notice(document: Any) -> None:
    """收回通知: with the copies that are out, and boxes to tick off."""
    _page(document, top=32)
    _title(document, "收　回　通　知")
    _text(document, "{{ 收件对象 }}：", indent=False)
    _text(document, "本单位{% if 印发日期 %}{{ 印发日期 }}{% endif %}印发的{{ 期名 }}，现予收回。"
                    "{% if 原因 %}收回原因：{{ 原因 }}。{% endif %}")  # fmt: skip
    for words in ("{%p if 内容 %}", "{{ 内容 }}", "{%p endif %}"):
        _text(document, words)
    _text(document, "请将所收该期按下列份数、份号全部退回，不得留存、复制、转送。")
    _signed(document)
    table = _table(document, (12, 56, 16, 38, 16, 22))
    _heading(table, ("序号", "分送对象", "份数", "份号", "未退", "退回签收"))
    _loop(table, "行 in 分送", ("{{ 行.序号 }}", "{{ 行.对象 }}", "{{ 行.份数 }}", "{{ 行.份号 }}",
                              "{{ 行.未退 }}", ""), narrow=(0, 2, 3, 4))  # fmt: skip
    _note(document, "未退合计 {{ 未退合计 }} 份（{{ 制表日期 }}）。")


def dispatch_register(document: Any) -> None:
    """发文登记簿: one year, lying, small."""
    _page(document, lying=True, top=18, bottom=15, side=15)
    _title(document, "{{ 年度 }}年发文登记簿")
    _note(
        document,
        "{{ 本单位 }}　　共 {{ 期数 }} 期 {{ 总份数 }} 份　　制表日期：{{ 制表日期 }}",
        after=2,
    )
    for name in (HEAD, CELL, NUMBER):
        document.styles[name].font.size = Pt(9)
    table = _table(document, (9, 17, 32, 16, 58, 16, 15, 10, 10, 16, 52, 16))
    names = (
        "序号",
        "日期",
        "刊名",
        "期号",
        "标题",
        "密级",
        "签发人",
        "份数",
        "页数",
        "份号",
        "分送",
        "备注",
    )
    _heading(table, names)
    words = [f"{{{{ 行.{name} }}}}" for name in names]
    _loop(table, "行 in 各期", words, narrow=(0, 1, 3, 5, 6, 7, 8, 9))
    _page_number(document)


def exchange_list(document: Any) -> None:
    """交换清单: by way of delivery, signed by who takes the copies."""
    _page(document, top=25)
    _title(document, "交　换　清　单")
    _note(
        document,
        "{{ 期名 }}　　{{ 密级 }}　　{{ 缓急 }}　　共 {{ 分送合计 }} 份",
        after=2,
    )
    table = _table(document, (12, 50, 13, 38, 17, 30))
    _heading(table, ("序号", "分送对象", "份数", "份号", "备注", "签收人、时间"))
    _open(table, "for 组 in 交换")
    _row(table, ("{{ 组.方式 }}　{{ 组.合计 }} 份",), (6,), height=8)
    names = ("序号", "对象", "份数", "份号", "备注")
    words = [f"{{{{ 行.{name} }}}}" for name in names]
    _loop(
        table,
        "行 in 组.分送",
        (*words, "{{ 行.签收人 }}{% if 行.交出日期 %} {{ 行.交出日期 }}{% endif %}"),
        narrow=(0, 2, 3, 4),
    )
    _open(table, "endfor")
    _note(document, "交出单位：{{ 本单位 }}　　　　制表日期：{{ 制表日期 }}", before=5)
    _note(document, "交出人：", before=3)
    _page_number(document)


def return_list(document: Any) -> None:
    """清退单: what is back, what was destroyed, what is still out; lying."""
    _page(document, lying=True, top=20, bottom=18)
    _title(document, "清　退　单")
    _note(document, "{{ 期名 }}　　{{ 密级 }}　　制表日期：{{ 制表日期 }}", after=2)
    table = _table(document, (12, 54, 14, 40, 14, 14, 14, 42, 53))
    names = ("序号", "对象", "份数", "份号", "已退", "已毁", "未退", "未退份号", "备注")
    _heading(table, ("序号", "分送对象", *names[2:]))
    words = [f"{{{{ 行.{name} }}}}" for name in names]
    _loop(table, "行 in 分送", words, narrow=(0, 2, 3, 4, 5, 6))
    _row(
        table,
        (
            "合　计",
            "{{ 分送合计 }}",
            "",
            "{{ 已退合计 }}",
            "{{ 已毁合计 }}",
            "{{ 未退合计 }}",
            "",
            "",
        ),
        (2, 1, 1, 1, 1, 1, 1, 1),
        narrow=(0, 1, 3, 4, 5),
    )
    _note(document, "清退单位：{{ 本单位 }}　　　　清点人：　　　　　　　　监督人：", before=5)
    _page_number(document)


def submission_register(document: Any) -> None:
    """来稿登记簿: a list of 收稿 as it was narrowed and ordered; lying, small."""
    _page(document, lying=True, top=18, bottom=15, side=15)
    _title(document, "来　稿　登　记　簿")
    _note(
        document,
        "{{ 本单位 }}　　{{ 范围 }}　　共 {{ 条数 }} 条　　制表日期：{{ 制表日期 }}",
        after=2,
    )
    for name in (HEAD, CELL, NUMBER):
        document.styles[name].font.size = Pt(10)
    table = _table(document, (11, 22, 20, 48, 78, 13, 16, 27, 16, 16))
    names = ("序号", "编号", "收到日期", "单位", "标题", "类型", "密级", "去向", "编辑", "备注")
    _heading(table, names)
    words = [f"{{{{ 行.{name} }}}}" for name in names]
    _loop(table, "行 in 来稿", words, narrow=(0, 1, 2, 5, 6, 8))
    _page_number(document)


FORMS: tuple[Callable[[Any], None], ...] = (
    sign_sheet, proof_cover, correction_notice, recall_notice, dispatch_register, exchange_list,
    return_list, submission_register,
)  # fmt: skip
"""Each is called as domain.vocabulary.PaperForm calls the form."""


# ---------------------------------------------------------------- parts of a form


def _signed(document: Any) -> None:
    for words in ("{{ 本单位 }}", "{{ 通知日期 }}"):
        paragraph = _text(document, words)
        paragraph.alignment = ALIGN.RIGHT
        paragraph.paragraph_format.right_indent = Pt(32)
        paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_after = Mm(6)


def _recipients(document: Any) -> None:
    table = _table(document, (12, 66, 16, 38, 28))
    _heading(table, ("序号", "分送对象", "份数", "份号", "签收"))
    _loop(table, "行 in 分送", ("{{ 行.序号 }}", "{{ 行.对象 }}", "{{ 行.份数 }}", "{{ 行.份号 }}", ""),
          narrow=(0, 2, 3))  # fmt: skip


def _listed(cell: Any, words: str) -> None:
    _more(cell, words)
    _more(cell, "{%p endfor %}")


def _loop(
    table: Any, rows: str, words: Sequence[str], *, height: float = 8, narrow: Sequence[int] = ()
) -> None:
    _open(table, f"for {rows}")
    first = HEAD if table.columns[0].width < Mm(26) and not narrow else CELL
    _row(table, words, height=height, narrow=narrow, first=first)
    _open(table, "endfor")


def _when(table: Any, condition: str, words: Sequence[str], spans: Sequence[int] = ()) -> None:
    _open(table, f"if {condition}")
    _row(table, words, spans)
    _open(table, "endif")


def _open(table: Any, tag: str) -> None:
    """Add a row that is only a tag; it is gone when the form is filled."""
    _row(table, (f"{{%tr {tag} %}}",), (len(table.columns),), first=CELL)


def _heading(table: Any, words: Sequence[str]) -> None:
    cells = _row(table, words, height=9)
    for cell in cells:
        _style(cell.paragraphs[0], HEAD)
    properties = table.rows[-1]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _boxes(cells: Sequence[Any]) -> None:
    """Take the boxes from the Chinese font in every case, so that they are alike."""
    for cell in cells[1::2]:
        fonts = cell.paragraphs[0].runs[0]._r.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:hint"), "eastAsia")


def _row(
    table: Any,
    words: Sequence[str],
    spans: Sequence[int] = (),
    *,
    height: float = 7.8,
    narrow: Sequence[int] = (),
    first: str = HEAD,
) -> list[Any]:
    """Add a row; labels (every other cell, from the first) are set as headings.

    ``narrow`` cells are centred; ``spans`` joins columns.
    """
    row = table.add_row()
    row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells, place = [], 0
    labels = first == HEAD and not narrow
    for number, text in enumerate(words):
        width = spans[number] if spans else 1
        cell = row.cells[place]
        if width > 1:
            cell = cell.merge(row.cells[place + width - 1])
        place += width
        cell.vertical_alignment = VERTICAL.CENTER
        cell.paragraphs[0].text = text
        style = HEAD if labels and number % 2 == 0 else NUMBER if number in narrow else CELL
        _style(cell.paragraphs[0], style)
        cells.append(cell)
    return cells


def _table(document: Any, widths: Sequence[float]) -> Any:
    table = document.add_table(rows=0, cols=len(widths))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 34), ("left", 68), ("bottom", 34), ("right", 68)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    look.addprevious(margins)
    return table


def _more(cell: Any, text: str, alignment: Any = None) -> Any:
    paragraph = cell.add_paragraph(text)
    _style(paragraph, CELL)
    paragraph.alignment = alignment
    return paragraph


def _title(document: Any, text: str) -> None:
    for line in text.split("\n"):
        _style(document.add_paragraph(line), TITLE)
    document.paragraphs[-1].paragraph_format.space_after = Mm(4)


def _text(document: Any, words: str, *, indent: bool = True) -> Any:
    paragraph = _style(document.add_paragraph(words), TEXT)
    if not indent:
        paragraph.paragraph_format.first_line_indent = 0
    return paragraph


def _note(document: Any, words: str, *, before: float = 2, after: float = 0) -> Any:
    return _style(document.add_paragraph(words), NOTE, before=before, after=after)


def _space(paragraph: Any, before: float) -> None:
    paragraph.paragraph_format.space_before = Mm(before)


def _style(
    paragraph: Any, name: str, *, size: float = 0, before: float = 0, after: float = 0
) -> Any:
    paragraph.style = name
    if size:
        paragraph.runs[0].font.size = Pt(size)
    if before:
        paragraph.paragraph_format.space_before = Mm(before)
    if after:
        paragraph.paragraph_format.space_after = Mm(after)
    return paragraph


def _page_number(document: Any) -> None:
    """Put a real page number field in the footer."""
    paragraph = document.sections[0].footer.paragraphs[0]
    _style(paragraph, NUMBER)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _page(
    document: Any,
    *,
    lying: bool = False,
    top: float = 25,
    bottom: float = 20,
    side: float = 0,
) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    side = side or (20 if lying else 25)
    if lying:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(side)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.footer_distance = Mm(10)


def _prepare(document: Any) -> None:
    """Define the styles that all forms share; changing one in Word changes its whole form."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    normal = document.styles["Normal"]
    _font(normal, "仿宋_GB2312", 12)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    centre, left, both = ALIGN.CENTER, ALIGN.LEFT, ALIGN.JUSTIFY
    for name, family, size, alignment in (
        (TITLE, "方正小标宋简体", 22, centre),
        (HEAD, "黑体", 12, centre),
        (CELL, "仿宋_GB2312", 12, left),
        (NUMBER, "仿宋_GB2312", 12, centre),
        (TEXT, "仿宋_GB2312", 16, both),
        (NOTE, "仿宋_GB2312", 10.5, left),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.quick_style = normal, True
        _font(style, family, size)
        style.paragraph_format.alignment = alignment
    body = document.styles[TEXT].paragraph_format
    body.line_spacing_rule, body.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(28)
    body.first_line_indent = Pt(32)


def _font(style: Any, family: str, size: float) -> None:
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for kind, name in (("ascii", "Times New Roman"), ("hAnsi", "Times New Roman"),
                       ("eastAsia", family), ("cs", "Times New Roman")):  # fmt: skip
        fonts.set(qn(f"w:{kind}"), name)


if __name__ == "__main__":
    main()
