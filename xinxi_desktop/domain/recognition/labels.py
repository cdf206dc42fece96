"""Lines such as “报送单位:… 执笔人:… 联系电话:…” and credits such as “(县委办 张三 138…)”."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_LABELS = {
    "title": "信息标题 标题 题目 主题",
    "unit": """报送单位 供稿单位 来稿单位 填报单位 上报单位 撰稿单位 呈报单位 编印单位 主办单位
        报稿单位 信息来源 稿件来源 供稿 来源 单位 报送 编印""",
    "writer": """执笔人 执笔 撰稿人 撰稿 撰写人 撰写 供稿人 拟稿人 拟稿 起草人 作者 信息员 报送人
        填报人 通讯员 反映人 值班员 值班人""",
    "contact": "联系人",
    "signer": """单位签发领导 单位负责人 签发领导 签发人 签发 审签人 审签 审核人 审核 核稿人
        核稿 审稿人 审稿 责任编辑 编辑 校对 带班领导 带班""",
    "phone": """联系电话 电话号码 手机号码 手机号 手机 电话 联系方式 值班电话""",
    "date": """报送时间 报送日期 上报时间 上报日期 来稿时间 成文日期 填报日期 发布时间
        日期 时间""",
    "kind": "信息类型 信息类别 稿件类型 类型 类别",
    "tone": "喜忧性质 喜忧",
    "urgency": "紧急程度 缓急程度 缓急",
    "secrecy": "密级 保密期限",
    "topic": "信息领域 所属领域 领域",
    "form": "采用形式 形式",
    "body": "正文 内容",
    "other": "编号 序号 期数 份数 报送对象 主送 抄送 抄报",
}
_FIELD = {word: kind for kind, words in _LABELS.items() for word in words.split()}
_WORDS = "|".join(r"[ \u3000]*".join(word) for word in sorted(_FIELD, key=len, reverse=True))
_LABEL = re.compile(rf"(?P<label>{_WORDS})[ \u3000]*[:：]")
_START = re.compile(r"^[\s（(【\[]*$")
_BETWEEN = re.compile(r"[\s\u3000,，;；、。(（)）\]】|]$")
_PHONE = re.compile(r"(?<!\d)(1[3-9]\d{9}|(?:\(?0\d{2,3}\)?[- ]?)?\d{7,8})(?!\d)")
_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff"
_NAME = re.compile(rf"[{_HAN}·]{{2,4}}")
_NO_NAME = re.compile(
    r"[科室办局部处委院站区县市镇乡村]$|^(?:佚名|未知|本站|网络|转载|不详|无|略)$"
)
_SPREAD = re.compile(rf"(?<![{_HAN}])([{_HAN}])[ \u3000]+([{_HAN}])(?![{_HAN}])")
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕"
    "丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
    "覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮"
    "柯纪梅童凌毕单裴霍涂成苗谷曲盛冉翁蓝骆路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉"
    "缪简车项连芦麦褚娄窦戚岑党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎"
    "丛阙岩虞敖苑池楼邰晁揭湛"
)
_COMPOUND = ("欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐")


@dataclass(slots=True)
class Fields:
    """Values found after labels, by field; the first value of a field is the nearest one."""

    values: dict[str, list[str]] = field(default_factory=dict)

    def add(self, kind: str, value: str) -> None:
        """Keep a value if it says anything."""
        value = value.strip(" \u3000,，;；、。|")
        for left, right in ("()", "（）", "[]", "【】"):
            # A bracket that was opened before the label or closes after it.
            value = value.rstrip(right) if left not in value else value
            value = value.lstrip(left) if right not in value else value
        if value:
            self.values.setdefault(kind, []).append(value)

    def first(self, kind: str) -> str:
        """Give the first value of a field, empty when it has none."""
        return next(iter(self.values.get(kind, ())), "")

    def all(self, kind: str) -> list[str]:
        """Give every value of a field."""
        return self.values.get(kind, [])


def parse_labels(line: str) -> list[tuple[str, str]]:
    """Split a line that begins with a label into (field, value); empty for any other line."""
    matches = [
        match
        for match in _LABEL.finditer(line)
        if _START.match(line[: match.start()]) or _BETWEEN.search(line[: match.start()])
    ]
    if not matches or not _START.match(line[: matches[0].start()]):
        return []
    ends = [match.start() for match in matches[1:]] + [len(line)]
    return [
        (_field_of(match["label"]), line[match.end() : end].strip())
        for match, end in zip(matches, ends, strict=True)
    ]


def label_of_cell(text: str) -> str:
    """Tell the field that a table cell names (“报送单位”), empty when it names none."""
    return _FIELD.get(re.sub(r"[\s\u3000:：]", "", text), "")


def phones(text: str) -> list[str]:
    """Give every telephone number in a text."""
    return [match[1] for match in _PHONE.finditer(text)]


def without_phones(text: str) -> str:
    """Take telephone numbers out of a text."""
    return _PHONE.sub(" ", text)


def is_person(text: str) -> bool:
    """Tell whether a token reads as a Chinese person's name."""
    if not _NAME.fullmatch(text):
        return False
    return text[0] in _SURNAMES or text.startswith(_COMPOUND)


def persons(text: str, *, stated: bool = False) -> list[str]:
    """Split “张三 李四、王 五” into names; ``stated`` after a label, where any surname will do."""
    text = re.sub(r"[（(].*?(?:[)）]|$)", " ", without_phones(text))
    tokens = re.split(r"[\s\u3000、,，;；/]+", close_up(text))
    return [token for token in tokens if is_person(token) or (stated and _may_be_name(token))]


def close_up(text: str) -> str:
    """Close the blank that two-character names are spread with (张 三)."""
    return _SPREAD.sub(r"\1\2", text)


def _may_be_name(token: str) -> bool:
    return bool(_NAME.fullmatch(token)) and not _NO_NAME.search(token)


def _field_of(label: str) -> str:
    return _FIELD[re.sub(r"[\s\u3000]", "", label)]
