import importlib.util
import re
import zipfile
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from xinxi_desktop.assets import asset
from xinxi_desktop.domain.vocabulary import (
    TOPICS,
    UNIT_CLASSES,
    Direction,
    Frequency,
    InformantKind,
    Kind,
    Post,
    Tone,
    Urgency,
)


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, asset("resources", "samples", f"{name}.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


samples = load("make_samples")
REPORTS = samples.reports()
OFFICE: dict[str, Any] = samples.office()


def report(number: int) -> Any:
    (found,) = [r for r in REPORTS if r.file_name.startswith(f"{number:02} ")]
    return found


def characters(item: Any) -> int:
    return len("".join("".join(item.paragraphs).split()))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return list(samples.make(tmp_path_factory.mktemp("made")))


def xml_of(paths: list[Path], number: int) -> str:
    (path,) = [path for path in paths if path.name.startswith(f"{number:02} ")]
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


NAMED = [
    (1, "望川县委办公室", "经验 喜 平件", ["18座", "2.6万吨", "由18%降至7%", "下降11个百分点"]),
    (2, "安渡区委办公室", "问题 忧 加急", ["46个", "端口312个", "停用97个", "31.1%"]),
    (3, "市人力资源和社会保障局", "动态 中 平件", ["3.21万人", "3.6万人", "89.2%"]),
    (4, "石泓县委值班室", "动态 忧 特急", ["22时47分", "23时04分", "3人被困", "柳渡镇"]),
    (5, "栖山县委办公室", "经验 喜 平件", ["1.2万亩", "户均增收2100元"]),
    (6, "市农业农村局", "经验 喜 平件", ["1.2万亩", "户均增收2100元"]),
    (7, "特邀信息员", "建议 中 平件", ["互认清单"]),
    (8, "白湾区委办公室", "反响 中 平件", ["38人", "31人", "7人反映"]),
    (9, "临汐市委办公室", "问题 忧 平件", ["5个试点乡镇", "12张报表", "线上填完线下再报"]),
    (10, "高新区企业服务中心直报点", "预警 忧 加急", ["640名"]),
    (11, "市文化广电和旅游局", "动态 喜 平件", ["近日", "86.4万", "75.2万", "增12.6%"]),
    (12, "石泓县委办公室", "调研 中 加急", ["41家", "收支平衡13家", "31.7%"]),
]


@pytest.mark.parametrize(("number", "unit", "traits", "figures"), NAMED)
def test_named_reports_carry_their_figures(
    number: int, unit: str, traits: str, figures: list[str]
) -> None:
    item = report(number)
    head = item.head
    assert item.units[0] == unit
    assert f"{head['类型']} {head['倾向']} {head['缓急']}" == traits
    assert [figure for figure in figures if figure not in item.text] == []


SHARES = [
    (2, 97, 312, "31.1%"), (2, 19, 46, "41.3%"), (3, 3.21, 3.6, "89.2%"), (3, 963, 1180, "81.6%"),
    (3, 1490, 2160, "69.0%"), (5, 1.2, 2.8, "42.9%"), (7, 76, 200, "38.0%"),
    (8, 31, 38, "81.6%"), (8, 7, 38, "18.4%"), (11, 33.7, 86.4, "39.0%"), (12, 13, 41, "31.7%"),
    (12, 22, 41, "53.7%"), (12, 6, 41, "14.6%"), (14, 13, 19, "68.4%"), (15, 5910, 6870, "86.0%"),
    (17, 276, 304, "90.8%"), (19, 58, 92, "63.0%"), (21, 204, 316, "64.6%"),
    (24, 402, 600, "67.0%"), (25, 63, 135, "46.7%"), (26, 68, 150, "45.3%"),
    (31, 1896, 23700, "8.0%"), (33, 1870, 1960, "95.4%"), (35, 2986, 3148, "94.9%"),
    (36, 1.38, 9.75, "14.2%"), (37, 167, 182, "91.8%"), (39, 1126, 1280, "88.0%"),
    (40, 1172, 1860, "63.0%"), (42, 158, 416, "38.0%"), (42, 44, 60, "73.3%"),
    (43, 2290, 2316, "98.9%"), (43, 1495, 1742, "85.8%"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "part", "whole", "share"), SHARES)
def test_shares_in_the_reports_are_right(
    number: int, part: float, whole: float, share: str
) -> None:
    assert f"{part / whole:.1%}" == share
    assert share in report(number).text


def test_report_11_keeps_its_wrong_growth_for_proofreading() -> None:
    assert f"{86.4 / 75.2 - 1:.1%}" == "14.9%"
    assert "14.9%" not in report(11).text


def test_there_are_twelve_named_reports_and_about_thirty_more() -> None:
    assert len(REPORTS) == 43
    assert all(400 <= characters(item) <= 900 for item in REPORTS[:12])
    assert all(200 <= characters(item) <= 600 for item in REPORTS[12:])


def test_all_kinds_tones_and_many_topics_occur() -> None:
    assert {r.head["类型"] for r in REPORTS} == {kind.label for kind in Kind}
    assert {r.head["倾向"] for r in REPORTS} == {tone.label for tone in Tone}
    assert {r.head["缓急"] for r in REPORTS} == {urgency.label for urgency in Urgency}


def test_topics_are_those_of_the_office() -> None:
    assert {r.head["领域"] for r in REPORTS} <= set(TOPICS)


def test_reports_of_one_matter_share_much_of_their_text() -> None:
    def pieces(item: Any) -> set[str]:
        text = "".join(item.paragraphs)
        return {text[i : i + 8] for i in range(len(text) - 7)}

    fifth, sixth, other = (pieces(report(n)) for n in (5, 6, 33))
    assert len(fifth & sixth) / len(sixth) > 0.25
    assert len(fifth & other) / len(other) < 0.02


def test_only_the_invited_informant_is_protected() -> None:
    protected = {i["name"] for i in OFFICE["informants"] if i["protected"]}
    assert {name for r in REPORTS if r.protected for name in r.writers} == protected


def test_reports_come_from_units_of_the_office_with_their_phones() -> None:
    phones = {unit["name"]: unit["phone"] for unit in OFFICE["units"]}
    assert [r.file_name for r in REPORTS if not set(r.units) <= phones.keys()] == []
    assert [r.file_name for r in REPORTS if phones[r.units[0]] != r.head["电话"]] == []


def test_rare_characters_stand_in_names() -> None:
    text = "".join(r.text + r.head["执笔"] for r in REPORTS)
    assert [char for char in "䶮㛃喆𬭎" if char not in text] == []


def test_punctuation_between_chinese_characters_is_full_width() -> None:
    half = re.compile(r"[\u4e00-\u9fff][,;:?!()][\u4e00-\u9fff]|\.\.|。。|，，")
    assert [(r.file_name, m[0]) for r in REPORTS if (m := half.search(r.text))] == []


def test_every_report_and_the_trap_are_written(made: list[Path]) -> None:
    assert [path.name for path in made] == [*sorted(r.file_name for r in REPORTS), "44 样例.docx"]
    assert all(path.stat().st_size > 500 for path in made)


def test_the_trap_can_be_left_out(tmp_path: Path) -> None:
    assert len(samples.make(tmp_path / "new" / "folder", with_trap=False)) == 43


def test_the_trap_bears_a_mark(made: list[Path]) -> None:
    assert "秘密★1年" in xml_of(made, 44)


def test_the_bytes_are_the_same_every_time(made: list[Path], tmp_path: Path) -> None:
    again = samples.make(tmp_path)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in made]


def test_plain_texts_have_three_encodings(made: list[Path]) -> None:
    data = {path.name[:2]: path.read_bytes() for path in made if path.suffix == ".txt"}
    assert data["31"].startswith(b"\xef\xbb\xbf")
    assert "上周蔬菜批发均价" in data["32"].decode("gb18030")
    assert report(24).title in data["24"].decode("utf-8")


def test_names_of_files_are_allowed_on_windows(made: list[Path]) -> None:
    assert [path.name for path in made if re.search(r'[<>:"/\\|?*]|[. ]$', path.name)] == []


def test_tracked_changes_keep_both_texts(made: list[Path]) -> None:
    xml = xml_of(made, 38)
    assert "<w:delText>约300万元</w:delText>" in xml
    assert xml.count("<w:ins ") > 3
    assert "基金支付312.6万元" in report(38).text


def test_a_text_box_is_written_as_word_writes_it(made: list[Path]) -> None:
    xml = xml_of(made, 39)
    assert xml.count("基本数据：疏导点43处") == 2
    assert "mc:AlternateContent" in xml


def test_headings_numbered_by_word_have_no_number_in_the_text(made: list[Path]) -> None:
    xml = xml_of(made, 40)
    assert "<w:numPr>" in xml
    assert "一、生产线就是实训课堂" not in xml
    assert report(40).paragraphs[1] == "一、生产线就是实训课堂"


def test_a_table_is_read_as_rows_of_cells() -> None:
    assert "栖山县\t291\t95.7\t21" in report(17).paragraphs


def test_every_name_and_alias_means_one_unit() -> None:
    names = Counter(name for unit in OFFICE["units"] for name in (unit["name"], *unit["aliases"]))
    assert [name for name, count in names.items() if count > 1] == []


def test_no_phone_number_can_be_a_real_one() -> None:
    phones = [entry["phone"] for entry in OFFICE["units"] + OFFICE["informants"]]
    assert [phone for phone in phones if not re.fullmatch(r"0000-\d{7}", phone)] == []


def test_units_are_of_all_classes_in_their_order() -> None:
    units = OFFICE["units"]
    assert {unit["class"] for unit in units} == set(UNIT_CLASSES)
    assert [unit["order"] for unit in units] == list(range(1, len(units) + 1))
    assert {unit["frequency"] for unit in units} == {frequency.value for frequency in Frequency}


def test_parents_and_informants_name_units_of_the_office() -> None:
    names = {unit["name"] for unit in OFFICE["units"]}
    assert {unit["parent"] for unit in OFFICE["units"] if "parent" in unit} <= names
    assert {informant["unit"] for informant in OFFICE["informants"]} <= names
    assert {i["kind"] for i in OFFICE["informants"]} <= {kind.value for kind in InformantKind}


def test_chains_hold_posts_that_persons_have() -> None:
    posts = {person["post"] for person in OFFICE["persons"]}
    assert posts <= {post.value for post in Post}
    assert [p["name"] for p in OFFICE["publications"] if not set(p["chain"]) <= posts] == []


def test_five_publications_with_their_copies() -> None:
    publications = {p["short"]: (p["direction"], p["copies"]) for p in OFFICE["publications"]}
    own, upward = Direction.OWN.value, Direction.UPWARD.value
    assert publications == {
        "每日快报": (own, 46), "要情专报": (own, 12), "领导批示": (own, 8),
        "每日上报": (upward, 3), "工作交流": (own, 130),
    }  # fmt: skip


def test_the_table_of_units_has_all_columns(tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    path = samples.make_units_table(tmp_path / "单位名录.xlsx")
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert rows[0] == ["单位", "简称", "类别", "建制顺序", "报送频次", "电话"]
    assert rows[1] == [
        "安渡区委办公室", "安渡区委办、安渡区", "县（市、区）", 1, "日", "0000-2510226"
    ]  # fmt: skip
    assert len(rows) == len(OFFICE["units"]) + 1
