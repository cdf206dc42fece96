"""Form templates: shipped, the office's own, and what an own one is refused for."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import form_maker as paper
import office_maker as make
import pytest

from xinxi_desktop.domain.forms import fields_of, sample_values
from xinxi_desktop.domain.vocabulary import PaperForm
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.forms import (
    drop_template,
    fill_form,
    form_states,
    help_rows,
    take_template,
    template_of,
)
from xinxi_desktop.services.office import Office

SHEET = PaperForm.SIGN_SHEET
every_form = pytest.mark.parametrize("form", PaperForm)


@every_form
def test_what_is_shipped_is_accepted_as_an_own_form(
    office: Office, tmp_path: Path, form: PaperForm
) -> None:
    path = tmp_path / "导出.docx"
    path.write_bytes(template_of(office, form))
    take_template(office, form, path)
    assert {each.form: each.own for each in form_states(office)}[form]


@every_form
def test_every_field_of_the_help_is_accepted(
    office: Office, tmp_path: Path, form: PaperForm
) -> None:
    single = [tag for tag, _, _ in help_rows(form) if tag.startswith("{{") and "." not in tag]
    path = paper.own_form(tmp_path / "全.docx", *single)
    assert take_template(office, form, path).sentence == f"{form.label}已换成本单位的"


def test_an_own_form_is_filled_instead(office: Office, tmp_path: Path) -> None:
    key = make.sent_issue(office)
    path = paper.own_form(tmp_path / "自己的.docx", "校验码是{{ 校验码 }}")
    take_template(office, SHEET, path)
    words = paper.words_of(fill_form(office, SHEET, key))
    assert paper.TITLE in words
    assert "{{" not in words


def test_the_shipped_form_comes_back(office: Office, tmp_path: Path) -> None:
    shipped = template_of(office, SHEET)
    take_template(office, SHEET, paper.own_form(tmp_path / "自己的.docx", "{{ 期名 }}"))
    assert template_of(office, SHEET) != shipped
    drop_template(office, SHEET)
    assert template_of(office, SHEET) == shipped


def test_going_back_to_the_shipped_form_twice_is_a_sentence(office: Office) -> None:
    with pytest.raises(UserError, match="用的就是自带的"):
        drop_template(office, SHEET)


BAD = {
    "没有叫“期刊名”的字段（在“刊物：{{ 期刊名 }}”处）": ["刊物：{{ 期刊名 }}"],
    "“{{”没有配成对（在“刊物：{{ 期名 }”处）": ["刊物：{{ 期名 }"],
    "“{{ 期名. }}”写得不对": ["{{ 期名. }}"],
    "有一个“if”没有配上“endif”": ["{% if 报 %}报：{{ 报 }}"],
    "“endfor”没有对应的“for”": ["{% endfor %}"],
    "没有叫“标题2”的字段": ["{% for 行 in 条目 %}{{ 行.标题2 }}{% endfor %}"],
    "“条目”是一份清单": ["{{ 条目 }}"],
    "不是一份清单": ["{% for 行 in 期名 %}{{ 行 }}{% endfor %}"],
    "“行.标题”这里没有": ["{{ 行.标题 }}"],
    "表单里不能用“set 甲 = 1”": ["{% set 甲 = 1 %}"],
    "表单里不能用“include '甲'”": ["{% include '甲' %}"],
    "“{#”没有配成对": ["{# 说明 #}"],
    "“{{r 期名 }}”写得不对": ["{{r 期名 }}"],
    "表单里不能用“tr for 行 in 条目”": ["{% tr for 行 in 条目 %}{% endfor %}"],
    "“{%tr”只能写在表格的行里": ["{%tr for 行 in 条目 %}", "{%tr endfor %}"],
}


@pytest.mark.parametrize("problem", BAD)
def test_a_faulty_form_is_refused_with_its_place(
    office: Office, tmp_path: Path, problem: str
) -> None:
    path = paper.own_form(tmp_path / "错.docx", *BAD[problem])
    with pytest.raises(UserError) as refused:
        take_template(office, SHEET, path)
    assert problem in refused.value.sentence
    assert "仍用原来的" in refused.value.sentence


ATTACKS = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ 期名.__class__ }}",
    "{{ 期名|upper }}",
    "{{ 期名.upper() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ self }}",
    "{{ range(10) }}",
    "{{ 'x' * 1000000000 }}",
    "{{ 份数 ** 份数 }}",
    "{% for 甲 in range(9999999) %}{{ 甲 }}{% endfor %}",
    "{% for 甲 in [1, 2] %}x{% endfor %}",
    "{% for 甲 in 条目 recursive %}{{ loop(条目) }}{% endfor %}",
    "{% if 报 is defined %}x{% endif %}",
    "{% if 报 in [报] %}x{% endif %}",
    "{% import 'os' as os %}",
    "{% for 甲 in 条目 if 甲.标题.__class__ %}{% endfor %}",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_form_runs_no_code(office: Office, tmp_path: Path, attack: str) -> None:
    with pytest.raises(UserError) as refused:
        take_template(office, SHEET, paper.own_form(tmp_path / "坏.docx", attack))
    assert refused.value.code == "form_fault"
    assert not any(each.own for each in form_states(office))


def test_a_tag_hidden_from_the_text_runs_no_code(office: Office, tmp_path: Path) -> None:
    path = paper.own_form(tmp_path / "坏.docx", "甲")
    hidden = '<w:t>甲</w:t><w:sym w:char="{{ 期名.__class__ }}"/>'
    paper.with_part(path, {}, replace=("<w:t>甲</w:t>", hidden))
    with pytest.raises(UserError, match="看不见的地方"):
        take_template(office, SHEET, path)


@every_form
def test_samples_have_a_value_for_every_field(form: PaperForm) -> None:
    fields = fields_of(form)
    assert sample_values(fields).keys() == {field.name for field in fields}


def test_a_filled_form_tells_nothing_of_who_made_it(office: Office, tmp_path: Path) -> None:
    key = make.sent_issue(office)
    take_template(office, SHEET, paper.own_form(tmp_path / "自己的.docx", "{{ 期名 }}"))
    data = fill_form(office, SHEET, key)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        properties = package.read("docProps/core.xml").decode()
        dates = {entry.date_time[0] for entry in package.infolist()}
        names = package.namelist()
    assert ("张三" in properties, "created" in properties, dates) == (False, False, {1980})
    assert "docProps/app.xml" not in names


def test_the_same_form_has_the_same_bytes(office: Office) -> None:
    key = make.sent_issue(office)
    assert fill_form(office, SHEET, key) == fill_form(office, SHEET, key)
