"""Filling templates: loops, conditions, headers, and a file that Word takes for whole."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import form_maker as paper
import pytest

from xinxi_desktop.domain.forms import FormField
from xinxi_desktop.exporters.form_filling import check_template, fill_template
from xinxi_desktop.exporters.form_language import TemplateFault

FIELDS = (
    FormField("名", "名称", "甲"),
    FormField("密", "是不是", True),
    FormField("组", "分组", rows=(FormField("头", "头"), FormField("员", "员", rows=(FormField("姓", "姓"),)))),
)  # fmt: skip
VALUES = {
    "名": "甲",
    "密": True,
    "组": [{"头": "一", "员": [{"姓": "赵"}, {"姓": "钱"}]}, {"头": "二", "员": []}],
}


def filled(path: Path, **values: object) -> bytes:
    """The template filled after its tags have passed."""
    data = path.read_bytes()
    check_template(data, FIELDS)
    return fill_template(data, {**VALUES, **values}, "甲表")


def paragraphs(data: bytes) -> list[str]:
    """The paragraphs of a filled form after its title."""
    return [each.text for each in docx.Document(io.BytesIO(data)).paragraphs][1:]


def test_rows_repeat_within_rows(tmp_path: Path) -> None:
    rows = [["{%tr for 行 in 组 %}"], ["{{ 行.头 }}"], ["{%tr for 件 in 行.员 %}"],
            ["{{ loop.index }}{{ 件.姓 }}"], ["{%tr endfor %}"], ["{%tr endfor %}"]]  # fmt: skip
    data = filled(paper.own_form(tmp_path / "表.docx", rows=rows))
    assert paper.cells_of(data) == [["一"], ["1赵"], ["2钱"], ["二"]]


def test_a_condition_keeps_a_paragraph_or_not(tmp_path: Path) -> None:
    path = paper.own_form(
        tmp_path / "表.docx", "{%p if 密 %}", "密件", "{%p else %}", "平件", "{%p endif %}"
    )
    assert (paragraphs(filled(path)), paragraphs(filled(path, 密=False))) == (["密件"], ["平件"])


@pytest.mark.parametrize("test", ["名 == “甲”", "名 == '甲' and not 密 or 密", "名 != '乙'"])
def test_values_are_compared(tmp_path: Path, test: str) -> None:
    path = paper.own_form(tmp_path / "表.docx", "{% if " + test + " %}是{% endif %}")
    assert paragraphs(filled(path)) == ["是"]


def test_headers_and_footers_are_filled_and_checked(tmp_path: Path) -> None:
    path = paper.own_form(tmp_path / "表.docx")
    document = docx.Document(str(path))
    document.sections[0].header.paragraphs[0].text = "表头{{ 名 }}"
    document.save(str(path))
    assert "表头甲" in paper.words_of(filled(path))
    document.sections[0].header.paragraphs[0].text = "{{ 无 }}"
    document.save(str(path))
    with pytest.raises(TemplateFault, match="没有叫“无”的字段"):
        filled(path)


def test_a_tag_that_word_tore_into_runs_is_still_one(tmp_path: Path) -> None:
    path = paper.own_form(tmp_path / "表.docx", "")
    document = docx.Document(str(path))
    for part in ("{", "{ 名", " }", "}"):
        document.paragraphs[1].add_run(part).bold = part == "{ 名"
    document.save(str(path))
    assert paragraphs(filled(path)) == ["甲"]


def test_lines_of_a_value_are_paragraphs_alike(tmp_path: Path) -> None:
    path = paper.own_form(tmp_path / "表.docx", "{{ 名 }}")
    document = docx.Document(str(path))
    document.paragraphs[1].paragraph_format.left_indent = 1000
    document.save(str(path))
    made = docx.Document(io.BytesIO(filled(path, 名="一\n二"))).paragraphs[1:]
    indents = {each.paragraph_format.left_indent for each in made}
    assert ([each.text for each in made], len(indents)) == (["一", "二"], 1)


def test_a_cell_is_never_left_without_a_paragraph(tmp_path: Path) -> None:
    path = paper.own_form(tmp_path / "表.docx", rows=[["甲", "乙"]])
    document = docx.Document(str(path))
    cell = document.tables[0].rows[0].cells[0]
    cell.paragraphs[0].text = "{%p if not 密 %}"
    for words in ("丙", "{%p endif %}"):
        cell.add_paragraph(words)
    document.save(str(path))
    cells = docx.Document(io.BytesIO(filled(path))).tables[0].rows[0].cells
    assert [len(each.paragraphs) for each in cells] == [1, 1]


def test_a_table_without_rows_is_gone(tmp_path: Path) -> None:
    rows = [["{%tr for 行 in 组 %}"], ["{{ 行.头 }}"], ["{%tr endfor %}"]]
    data = filled(paper.own_form(tmp_path / "表.docx", rows=rows), 组=[])
    assert docx.Document(io.BytesIO(data)).tables == []


def test_what_is_no_word_file_is_a_fault() -> None:
    with pytest.raises(TemplateFault, match="不是完好的"):
        check_template(b"PK", FIELDS)


def test_tags_that_nobody_sees_are_a_fault(tmp_path: Path) -> None:
    path = paper.own_form(tmp_path / "表.docx", "甲")
    paper.with_part(path, {}, replace=("<w:t>甲", '<w:t id="{{ 名 }}">甲'))
    with pytest.raises(TemplateFault, match="看不见的地方"):
        filled(path)


def test_tags_in_other_parts_are_a_fault(tmp_path: Path) -> None:
    path = paper.own_form(tmp_path / "表.docx", "甲")
    paper.with_part(path, {}, replace=("<w:style ", '<w:style x="{{ 名 }}" '))
    with pytest.raises(TemplateFault, match="以外的地方"):
        filled(path)
