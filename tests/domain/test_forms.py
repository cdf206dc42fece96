"""The declared fields of the forms."""

from __future__ import annotations

import pytest

from xinxi_desktop.domain.forms import (
    FormField,
    check_complete,
    fields_of,
    sample_values,
    tag_of,
)
from xinxi_desktop.domain.vocabulary import PaperForm

ROWS = FormField("条目", "各条", rows=(FormField("标题", "标题", "甲"),))


@pytest.mark.parametrize("form", PaperForm)
def test_samples_are_complete(form: PaperForm) -> None:
    check_complete(form, sample_values(fields_of(form)))


@pytest.mark.parametrize("form", PaperForm)
def test_no_field_is_declared_twice(form: PaperForm) -> None:
    names = [field.name for field in fields_of(form)]
    assert len(names) == len(set(names))


def test_a_value_too_few_is_a_bug() -> None:
    values = sample_values(fields_of(PaperForm.SIGN_SHEET))
    values.pop("期名")
    with pytest.raises(AssertionError, match="期名"):
        check_complete(PaperForm.SIGN_SHEET, values)


def test_tags_are_what_is_typed() -> None:
    assert tag_of(FormField("期名", ""), "期名") == "{{ 期名 }}"
    assert tag_of(FormField("国家秘密", "", False), "国家秘密") == "{%tr if 国家秘密 %}"
    assert tag_of(ROWS, "条目") == "{%tr for 行 in 条目 %}"


def test_lists_have_as_many_rows_as_asked() -> None:
    assert sample_values((ROWS,), 3) == {"条目": [{"标题": "甲"}] * 3}
