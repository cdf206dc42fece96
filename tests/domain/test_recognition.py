"""Reports as offices really write them, and texts that are no report at all."""

import random
from datetime import date

import pytest

from xinxi_desktop.domain.document import Document, Paragraph, Table, document_from_lines
from xinxi_desktop.domain.marks import SecrecyMark
from xinxi_desktop.domain.recognition import Hints, Recognition, overlong_title, recognise
from xinxi_desktop.domain.vocabulary import Form, Kind, Secrecy, Tone, Urgency

KNOWN = {
    "望川县委办公室": (1,),
    "望川县": (1,),
    "安渡区委办公室": (2,),
    "安渡区": (2,),
    "市人力资源和社会保障局": (3,),
    "高新区": (4, 5),
}
BODY = "今年以来，望川县建成共享冷库18座，库容2.6万吨，损耗率由18%降到7%，果农不再急着卖果。"
NO_HINTS = Hints()


def read(text: str, name: str = "来稿.docx", hints: Hints = NO_HINTS) -> Recognition:
    return recognise(document_from_lines(text.split("\n")), name, KNOWN, hints)


def names(found: Recognition) -> list[str]:
    return [unit.name for unit in found.units]


def test_bulletin_of_a_unit_is_taken_apart() -> None:
    found = read(
        "望川信息\n第12期\n中共望川县委办公室编    2026年11月23日\n共享冷库破解错峰难题\n"
        f"{BODY}\n（供稿：望川县委办 张三 13800000000）"
    )

    assert (found.title, found.date) == ("共享冷库破解错峰难题", date(2026, 11, 23))
    assert (names(found), found.writers, found.phone) == (["望川县委办"], ("张三",), "13800000000")
    assert found.body.plain_text() == BODY


def test_labels_above_the_title() -> None:
    found = read(
        "报送单位：望川县委办　　报送时间：2026年11月23日\n"
        "执笔人：李 四、王五　　联系电话：0999-2620331　　审核：赵六\n关于某事的情况\n" + BODY
    )

    assert (found.title, names(found)) == ("关于某事的情况", ["望川县委办"])
    assert (found.writers, found.phone, found.signer) == (("李四", "王五"), "0999-2620331", "赵六")


def test_signature_below_the_text() -> None:
    found = read(f"关于某事的情况\n{BODY}\n中共望川县委办公室\n二〇二六年十一月二十三日")

    assert (names(found), found.date) == (["中共望川县委办公室"], date(2026, 11, 23))
    assert found.body.plain_text() == BODY


def test_joint_signature_keeps_the_order() -> None:
    found = read(f"关于某事的情况\n{BODY}\n安渡区委办公室\n望川县委办公室\n2026年11月23日")

    assert [unit.ids for unit in found.units] == [(2,), (1,)]


def test_credit_at_the_end_of_the_last_paragraph_is_cut() -> None:
    found = read(f"关于某事的情况\n{BODY}（望川县委办公室　张三　13800000000）")

    assert (names(found), found.writers) == (["望川县委办公室"], ("张三",))
    assert found.body.plain_text() == BODY


def test_credit_in_the_title() -> None:
    found = read(f"关于某事的情况（望川县委办）\n{BODY}")

    assert (found.title, names(found)) == ("关于某事的情况", ["望川县委办"])


def test_bracket_that_is_no_credit_stays_in_the_title() -> None:
    assert read(f"柳渡镇一民房坍塌（首报）\n{BODY}").title == "柳渡镇一民房坍塌（首报）"


def test_duty_report_names_its_people() -> None:
    found = read(f"某事（首报）\n{BODY}\n值班员：张三　带班领导：李四　值班电话：0999-2540110")

    assert (found.writers, found.signer, found.phone) == (("张三",), "李四", "0999-2540110")


def test_registration_table_is_read_and_dropped() -> None:
    rows = (
        ("报送单位", "望川县委办", "报送日期", "2026-11-23"),
        ("执笔人", "章𬭎", "信息类型", "建议"),
    )
    document = Document((Table("b1", rows), Paragraph("b2", "某事"), Paragraph("b3", BODY)))
    found = recognise(document, "来稿.docx", KNOWN)

    assert (names(found), found.writers, found.kind) == (["望川县委办"], ("章𬭎",), Kind.SUGGESTION)
    assert found.body.plain_text() == BODY


def test_table_of_figures_stays_in_the_text() -> None:
    table = Table("b2", (("县区", "条数"), ("望川县", "12")))
    document = Document((Paragraph("b1", "某事的情况"), table, Paragraph("b3", BODY)))

    assert table in recognise(document, "来稿.docx", KNOWN).body.blocks


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("关于望川县共享冷库建设管理运行\n情况的报告", "关于望川县共享冷库建设管理运行情况的报告"),
        ("深化改革促发展\n——望川县的做法", "深化改革促发展——望川县的做法"),
        ("关于加强“一表通\n”试点工作的建议", "关于加强“一表通”试点工作的建议"),
        ("我市加快推进老旧小区改造和\n充电设施建设", "我市加快推进老旧小区改造和充电设施建设"),
        ("《关于某事的建议》", "关于某事的建议"),
        ("  关 于 某 事 的 报 告", "关于某事的报告"),
        ("标题：关于某事的报告 [打印本页]", "关于某事的报告"),
        ("标　题：\n关于某事的报告", "关于某事的报告"),
        ("【特急】关于某事的报告", "关于某事的报告"),
        ("【经验交流】\n望川县这样管冷库", "望川县这样管冷库"),
        ("情况说明\n关于11月20日停电的情况说明", "关于11月20日停电的情况说明"),
        ("首页 > 范文 > 正文 >\n关于某事的报告", "关于某事的报告"),
        ("' t% q9 @( k: S% T\n关于某事的报告", "关于某事的报告"),
        ("秘密★1年\n关于某事的报告", "关于某事的报告"),
        ("关于转发《关于某事的通知》的通知", "关于转发《关于某事的通知》的通知"),
        ("张三\n关于某事的报告", "关于某事的报告"),
        ("重要天气报告\n第33期\n今后三天有寒潮", "今后三天有寒潮"),
    ],
)
def test_title_is_found(lines: str, title: str) -> None:
    assert read(f"{lines}\n{BODY}").title == title


def test_title_style_of_word_wins_over_a_line_above_it() -> None:
    found = read(f"望川政务\n关于某事的报告\n{BODY}", hints=Hints(("关于某事的报告",)))

    assert found.title == "关于某事的报告"


def test_text_without_title_takes_the_file_name() -> None:
    found = read(f"{BODY}\n{BODY}", "20261123-望川县委办-共享冷库情况（定稿）.docx")

    assert (found.title, names(found)) == ("共享冷库情况", ["望川县委办"])
    assert found.date == date(2026, 11, 23)
    assert "文中没有标题，暂用文件名作标题" in found.doubts


@pytest.mark.parametrize(
    "name", ["新建文本文档.txt", "1.docx", "文档3.docx", "0f3a9b.txt", "附件1.txt"]
)
def test_text_without_any_title_takes_its_first_sentence(name: str) -> None:
    found = read("一、近日果农反映冷库不足。建议加大支持。", name)

    assert found.title == "近日果农反映冷库不足"
    assert "文中没有标题，暂取正文首句" in found.doubts


def test_very_long_first_sentence_is_cut() -> None:
    assert len(read("各地要认真抓好落实，" * 30 + "。", "1.txt").title) <= 41


def test_long_title_with_pauses_is_cut() -> None:
    found = read("标题：" + "第一句说了一件事，" * 30 + f"\n{BODY}")

    assert len(found.title) <= 41
    assert "标题过长，已截取首句，请核对" in found.doubts


def test_late_title_of_a_web_page_is_found_and_doubted() -> None:
    found = read(f"本文由小编整理，供大家参考。希望有用。\n信息工作会议讲话\n{BODY}", "1.txt")

    assert found.title == "信息工作会议讲话"
    assert "标题不在文首，请核对" in found.doubts


@pytest.mark.parametrize("text", ["长" * 3000 + "\n正文。", "标题：" + "长" * 3000 + "\n正文。"])
def test_title_of_three_thousand_characters_is_told(text: str) -> None:
    assert overlong_title(document_from_lines(text.split("\n"))) == 3000


@pytest.mark.parametrize("text", ["长句，" * 1000, "关于某事的报告\n" + "长" * 3000, "word " * 600])
def test_long_text_is_no_long_title(text: str) -> None:
    assert overlong_title(document_from_lines(text.split("\n"))) == 0


def test_salutation_stays_in_the_text() -> None:
    found = read(f"关于某事的报告\n市政府：\n{BODY}")

    assert found.body.plain_text().startswith("市政府：")
    assert names(found) == ["望川县"]


def test_lines_of_the_unit_s_own_imprint_are_dropped() -> None:
    found = read(f"关于某事的情况\n{BODY}\n报：市委办公室\n送：县委常委\n共印50份")

    assert found.body.plain_text() == BODY


def test_text_is_never_lost_altogether() -> None:
    assert read("关于某事的情况").body.plain_text() == "关于某事的情况"


@pytest.mark.parametrize(
    ("name", "units", "title"),
    [
        ("【望川县委办】关于某事的情况.docx", ["望川县委办"], "关于某事的情况"),
        ("3.市人社局：前10月就业情况.txt", ["市人社局"], "前10月就业情况"),
        ("20261123-安渡区-充电设施问题.docx", ["安渡区"], "充电设施问题"),
        ("安渡区、望川县联合报送 某事情况.docx", ["安渡区", "望川县"], "某事情况"),
        ("07 特邀信息员来稿 推行清单的建议.docx", ["特邀信息员"], "推行清单的建议"),
        ("关于某事的情况（望川县）(1).docx", ["望川县"], "关于某事的情况"),
    ],
)
def test_file_name_is_taken_apart(name: str, units: list[str], title: str) -> None:
    found = read(f"{'今年以来各项工作平稳推进，'}一切正常。", name)

    assert (names(found), found.title) == (units, title)


def test_alias_of_two_units_is_asked_and_never_guessed() -> None:
    found = read("某企业拟撤生产线\n情况如下。\n高新区\n2026年11月20日")

    assert found.units[0].ambiguous
    assert "“高新区”对应多个单位，请选定" in found.doubts


def test_unknown_unit_is_given_by_its_name() -> None:
    (unit,) = read("报送单位：栖山县委办\n关于某事的情况\n情况如下。").units

    assert (unit.name, unit.ids, unit.known) == ("栖山县委办", (), False)


def test_unit_inferred_from_the_title_is_doubted() -> None:
    found = read("望川县共享冷库建设情况\n情况如下。")

    assert found.units[0].ids == (1,)
    assert "单位“望川县”由标题推断，请核对" in found.doubts


def test_title_names_the_unit_that_wrote_it() -> None:
    assert names(read("望川县水利局关于防汛工作的报告\n情况如下。")) == ["望川县水利局"]


def test_disagreeing_file_name_is_doubted() -> None:
    found = read("报送单位：望川县委办\n关于某事的情况\n情况如下。", "安渡区-关于某事的情况.docx")

    assert "文件名中的单位“安渡区”与文中不一致，请核对" in found.doubts


def test_report_without_unit_is_doubted() -> None:
    found = read("关于某事的情况\n情况如下。")

    assert found.units == ()
    assert "没有认出报送单位，请填写" in found.doubts


def test_wish_for_protection_is_passed_on() -> None:
    found = read(
        "某事的建议\n反映人：欧阳筱（特邀信息员，请对本人姓名保密）　电话：0999-1234567\n如下。"
    )

    assert found.writers == ("欧阳筱",)
    assert any("保密" in doubt for doubt in found.doubts)


def test_unclear_report_gets_safe_defaults_and_a_doubt() -> None:
    found = read("某事\n情况如下。")

    assert (found.kind, found.tone, found.urgency) == (Kind.DYNAMIC, Tone.NEUTRAL, Urgency.ORDINARY)
    assert (found.form, found.secrecy, found.topic) == (Form.SINGLE, Secrecy.INTERNAL, "")
    assert "没有看出信息类型，暂定为动态" in found.doubts


def test_marks_of_the_file_are_taken_over() -> None:
    hints = Hints(mark=SecrecyMark("秘密", "1年"), urgency=Urgency.URGENT)
    found = read("某事\n情况如下。", hints=hints)

    assert (found.secrecy, found.secrecy_term) == (Secrecy.SECRET, "1年")
    assert found.urgency is Urgency.URGENT


def test_level_without_a_term_is_doubted() -> None:
    assert "标有密级但没有保密期限，请核定" in read("秘密\n某事\n情况如下。").doubts


PIECES = (
    "标题：", "报送单位：", "望川县委办", "、", "（", "）", "《", "——", "第3期", "2026年11月23日", "一、",
    "。", "\n", "\n", " ", "　", "张三", "13800000000", "关于", "情况", "特急", "秘密", "📎", "abc", "%&",
    "：", "很长的一段话没有断句" * 5,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(150))
def test_any_text_gets_a_title_and_keeps_its_body(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choices(PIECES, k=chance.randrange(1, 60)))
    document = document_from_lines(text.split("\n"))
    found = recognise(document, "".join(chance.choices(PIECES, k=4)) + ".docx", KNOWN)

    if document.characters():
        assert found.title and len(found.title) <= 250
        assert found.body.characters()


def test_empty_document_is_no_failure() -> None:
    assert recognise(Document(), "空.txt", {}).title == ""
