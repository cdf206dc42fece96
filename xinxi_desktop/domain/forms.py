"""What stands on each form: its fields, with their meaning and a sample value.

Templates name the fields in Chinese, ``{{ 期名 }}``, as the office edits them in Word. The same
declaration gives the help sheet, the check of an office's own template, and the values that a
trial filling uses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xinxi_desktop.domain.vocabulary import PaperForm

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: a text, number or yes/no, or, with ``rows``, a list whose rows have fields."""

    name: str
    meaning: str
    sample: str | int | bool = ""
    rows: tuple[FormField, ...] = ()


REGISTERS = (PaperForm.DISPATCH_REGISTER, PaperForm.SUBMISSION_REGISTER)
"""Forms about a year or a list; all others are about one issue."""


def tag_of(field: FormField, name: str, row: str = "行") -> str:
    """Write what is typed into a template for a field called ``name`` there: 行.标题, say."""
    if field.rows:
        return f"{{%tr for {row} in {name} %}}"
    return f"{{%tr if {name} %}}" if isinstance(field.sample, bool) else f"{{{{ {name} }}}}"


def fields_of(form: PaperForm) -> tuple[FormField, ...]:
    """Give the fields of a form in the order of the help sheet."""
    return _FIELDS[form]


def sample_values(fields: tuple[FormField, ...], rows: int = 2) -> Values:
    """Give a value for every field, lists with ``rows`` rows, to try a template."""
    return {
        field.name: [sample_values(field.rows, rows)] * rows if field.rows else field.sample
        for field in fields
    }


def check_complete(form: PaperForm, values: Mapping[str, Any]) -> None:
    """Assert that values have exactly the declared fields: a slip here would be a bug."""
    _check(fields_of(form), values)


def _check(fields: tuple[FormField, ...], values: Mapping[str, Any]) -> None:
    names = {field.name for field in fields}
    assert names == values.keys(), sorted(names ^ values.keys())
    for field in fields:
        if field.rows:
            for row in values[field.name]:
                _check(field.rows, row)


_OFFICE = (
    FormField("本单位", "本单位名称", "云澜市委办公室信息科"),
    FormField("制表日期", "生成这张表的日期", "2026年11月23日"),
)
_ISSUE = (
    *_OFFICE,
    FormField("期名", "刊名加期号；定版前期号写作“第〔待定〕期”", "《云澜信息·每日快报》第12期"),
    FormField("刊名", "刊物名称", "云澜信息·每日快报"),
    FormField("期号", "期号和总期号", "第12期（总第312期）"),
    FormField("报头日期", "报头上的日期；定版前空着", "2026年11月23日"),
    FormField("印发日期", "印发日期；印发前空着", "2026年11月23日"),
    FormField("密级", "密级和保密期限；不涉密的写“内部”“公开”等", "内部"),
    FormField("国家秘密", "是不是国家秘密", False),
    FormField("缓急", "平件、加急或特急", "平件"),
    FormField("份数", "共印份数", 46),
    FormField("页数", "页数", 4),
    FormField("报", "报送范围中的“报”", "市委书记、副书记、常委，秘书长。"),
    FormField("送", "报送范围中的“送”", "市人大常委会、市政府、市政协办公室。"),
    FormField("发", "报送范围中的“发”", "各县（市、区）委办公室，市直各单位办公室。"),
    FormField("增发", "本期增发的对象；没有的空着", "市委政研室"),
    FormField("编辑", "本期编辑的姓名；没有登记姓名的写岗位", "林某"),
)
_PROOF = (
    FormField("校验码", "现行清样的校验码，由清样文字算出，不是签名", "3F7A90C2"),
    FormField("清样次数", "第几次清样", 1),
    FormField("出样人", "出清样的人", "林某"),
    FormField("出样时间", "出清样的时间", "2026年11月23日15:20"),
    FormField("条数", "这一期有几条", 6),
    FormField(
        "条目",
        "这一期的各条，按次序",
        rows=(
            FormField("序号", "第几条", 1),
            FormField("标题", "标题", "望川县“共享冷库”破解小果农错峰难题"),
            FormField("栏目", "栏目；没有的空着", "基层经验"),
            FormField("供稿单位", "供稿单位；忧的和受保护来源的写本单位综合", "望川县委办公室"),
            FormField("字数", "正文字数", 860),
        ),
    ),
)
_SIGNING = (
    FormField("签发岗位", "签批链最后一位的岗位", "分管副主任"),
    FormField("签发人", "签发人姓名；没签的空着", ""),
    FormField("签发日期", "签发日期；没签的空着", ""),
    FormField(
        "审核",
        "签发以前的各位，按签批次序",
        rows=(
            FormField("岗位", "岗位", "科长"),
            FormField("姓名", "姓名；没签的空着", "周某"),
            FormField("日期", "日期；没签的空着", "11月23日"),
        ),
    ),
)
_RECIPIENT = (
    FormField("序号", "次序", 1),
    FormField("对象", "分送对象", "市委书记"),
    FormField("方式", "分送方式", "机要"),
    FormField("份数", "份数", 1),
    FormField("份号", "份号；不编号的空着", "000001"),
)
_RETURNED = (
    FormField("已退", "已退回的份数", 1),
    FormField("已毁", "已销毁的份数", 0),
    FormField("未退", "还没有退回的份数", 0),
    FormField("未退份号", "还没有退回的份号；不编号的空着", ""),
)
_CORRECTION = (
    FormField("内容", "通知的内容", "第2页“18座”应为“16座”。"),
    FormField("原因", "原因；没写的空着", "来稿数字有误"),
    FormField("通知日期", "通知的日期", "2026年11月24日"),
    FormField("收件对象", "所有分送对象，用顿号隔开；没有分送清单的是报、送、发", "市委书记"),
)
_DISPATCH = (
    FormField("序号", "次序", 1),
    FormField("日期", "印发日期", "11月23日"),
    FormField("刊名", "刊物名称", "云澜信息·每日快报"),
    FormField("期号", "期号", "第12期"),
    FormField("标题", "第一条的标题，多于一条的写“等6条”", "“共享冷库”破解难题等6条"),
    FormField("密级", "密级和保密期限", "内部"),
    FormField("签发人", "签发人", "许某"),
    FormField("份数", "份数", 46),
    FormField("页数", "页数", 4),
    FormField("份号", "起止份号；不编号的空着", "000001—000046"),
    FormField("分送", "报、送、发", "报市委书记、副书记、常委，秘书长。"),
    FormField("备注", "增刊、更正、收回、重印", "11月24日更正"),
)
_SUBMISSION = (
    FormField("序号", "次序", 1),
    FormField("编号", "年和收稿编号", "2026-1746"),
    FormField("收到日期", "收到日期", "11月23日"),
    FormField("单位", "报送单位；受保护来源的不写单位", "望川县委办公室"),
    FormField("标题", "标题", "望川县“共享冷库”破解小果农错峰难题"),
    FormField("类型", "类型", "经验"),
    FormField("密级", "密级和保密期限", "内部"),
    FormField("去向", "初选的去向和理由；没有定的是“待初选”", "拟用"),
    FormField("编辑", "稿件的编辑；没有成稿的写联系这个单位的编辑", "林某"),
    FormField("备注", "约稿、待核实、重复、在回收站", "约稿"),
)
_FIELDS: dict[PaperForm, tuple[FormField, ...]] = {
    PaperForm.SIGN_SHEET: (*_ISSUE, *_PROOF, *_SIGNING),
    PaperForm.PROOF_COVER: (*_ISSUE, *_PROOF),
    PaperForm.CORRECTION_NOTICE: (
        *_ISSUE,
        *_CORRECTION,
        FormField("分送", "这一期的分送对象", rows=_RECIPIENT),
    ),
    PaperForm.RECALL_NOTICE: (
        *_ISSUE,
        *_CORRECTION,
        FormField("分送", "这一期的分送对象和退回情况", rows=(*_RECIPIENT, *_RETURNED)),
        FormField("未退合计", "还没有退回的总份数", 12),
    ),
    PaperForm.DISPATCH_REGISTER: (
        *_OFFICE,
        FormField("年度", "哪一年", 2026),
        FormField("期数", "全年印发期数", 120),
        FormField("总份数", "全年印发份数", 5520),
        FormField("各期", "全年印发的各期，按印发日期", rows=_DISPATCH),
    ),
    PaperForm.EXCHANGE_LIST: (
        *_ISSUE,
        FormField(
            "交换",
            "按分送方式分组",
            rows=(
                FormField("方式", "分送方式；没写的是“未定”", "机要"),
                FormField("合计", "这种方式的份数", 12),
                FormField(
                    "分送",
                    "这种方式的分送对象",
                    rows=(
                        *_RECIPIENT,
                        FormField("备注", "大字版", "大字版"),
                        FormField("签收人", "签收人", ""),
                        FormField("交出日期", "交出的日期", ""),
                    ),
                ),
            ),
        ),
        FormField("分送合计", "分送总份数", 46),
    ),
    PaperForm.RETURN_LIST: (
        *_ISSUE,
        FormField(
            "分送",
            "分送对象和退回情况",
            rows=(*_RECIPIENT, *_RETURNED, FormField("备注", "退回、销毁的日期和说明", "")),
        ),
        FormField("分送合计", "分送总份数", 46),
        FormField("已退合计", "已退回的总份数", 40),
        FormField("已毁合计", "已销毁的总份数", 2),
        FormField("未退合计", "还没有退回的总份数", 4),
    ),
    PaperForm.SUBMISSION_REGISTER: (
        *_OFFICE,
        FormField("范围", "哪些来稿：分类、词语、单位、时间", "待初选，本月"),
        FormField("条数", "共几条", 38),
        FormField("来稿", "各条来稿，按列表的次序", rows=_SUBMISSION),
    ),
}
