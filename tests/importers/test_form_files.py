"""An own form may hold nothing that acts, and no trace of its making."""

from __future__ import annotations

from pathlib import Path

import form_maker as paper
import pytest

from xinxi_desktop.domain.vocabulary import Machine
from xinxi_desktop.errors import UserError
from xinxi_desktop.importers.form_files import read_form

_W = "<w:r><w:t>甲</w:t></w:r>"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A sound form with one paragraph “甲”."""
    return paper.own_form(tmp_path / "表.docx", "甲")


def refused(path: Path) -> str:
    """The sentence a form is refused with."""
    with pytest.raises(UserError) as error:
        read_form(path, Machine.UNCLASSIFIED)
    return error.value.sentence


def test_a_sound_form_is_read_as_it_is(form: Path) -> None:
    assert read_form(form, Machine.UNCLASSIFIED) == form.read_bytes()


def test_macros_controls_and_embedded_files_are_refused(form: Path) -> None:
    paper.with_part(form, {"word/vbaProject.bin": "x"})
    assert "宏、控件或嵌入的文件" in refused(form)


def test_files_elsewhere_are_refused(form: Path) -> None:
    outside = (
        '<Relationship Id="rId99" Target="file:///x.dotm" TargetMode="External" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
        "</Relationships>"
    )
    paper.with_part(form, {}, replace=("</Relationships>", outside))
    assert "引用了别处的文件" in refused(form)


@pytest.mark.parametrize("word", ["DDEAUTO", "INCLUDETEXT", "MACROBUTTON", "LINK", "HYPERLINK"])
def test_fields_that_reach_out_are_refused(form: Path, word: str) -> None:
    field = f'<w:fldSimple w:instr=" {word} c:\\x "><w:r><w:t>甲</w:t></w:r></w:fldSimple>'
    paper.with_part(form, {}, replace=(_W, field))
    assert f"“{word}”域" in refused(form)


def test_a_field_in_pieces_is_seen(form: Path) -> None:
    pieces = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>D</w:instrText></w:r>'
        '<w:r><w:instrText>DE c:\\x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    paper.with_part(form, {}, replace=(_W, _W + pieces))
    assert "“DDE”域" in refused(form)


def test_page_numbers_are_taken(form: Path) -> None:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paper.with_part(form, {}, replace=(_W, field))
    assert read_form(form, Machine.UNCLASSIFIED)


def test_tracked_changes_are_refused(form: Path) -> None:
    paper.with_part(form, {}, replace=(_W, f'<w:ins w:id="1" w:author="张三">{_W}</w:ins>'))
    assert "修订痕迹" in refused(form)


def test_a_text_file_is_no_form(tmp_path: Path) -> None:
    path = tmp_path / "表.txt"
    path.write_text("审签单\n{{ 期名 }}\n", encoding="utf-8")
    assert "不是 Word 文档" in refused(path)


def test_a_form_with_a_secrecy_mark_is_stopped_as_any_file(tmp_path: Path) -> None:
    path = paper.own_form(tmp_path / "表.docx", "秘密★1年", "{{ 期名 }}")
    assert "本机不得处理" in refused(path)
