"""Names of units: short and long forms, desks, cities, and what is never confused."""

import pytest

from xinxi_desktop.domain.recognition.unit_names import UnitIndex, looks_like_unit, normalise

KNOWN = {
    "望川县委办公室": (1,),
    "望川县": (1,),
    "石泓县政府办公室": (2,),
    "市人力资源和社会保障局": (3,),
    "云澜高新区党工委管委会办公室": (4,),
    "栖山县": (5,),
    "市场监督管理局": (6,),
    "工会甲": (7,),
    "联盟": (8, 9),
}
INDEX = UnitIndex(KNOWN)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("望川县委办", (1,)),
        ("中共望川县委办公室", (1,)),
        ("望 川 县 委 办 公 室", (1,)),
        ("望川县委值班室", (1,)),
        ("望川县委办公室信息科", (1,)),
        ("望川县", (1,)),
        ("栖山县委办公室", (5,)),
        ("栖山县政府办", (5,)),
        ("石泓县人民政府办公室", (2,)),
        ("石泓县", (2,)),
        ("市人社局", (3,)),
        ("云澜市人力资源和社会保障局", (3,)),
        ("云澜高新区管委会", ()),
        ("联盟", (8, 9)),
    ],
)
def test_name_finds_its_unit(name: str, ids: tuple[int, ...]) -> None:
    assert INDEX.ids(name) == ids


@pytest.mark.parametrize("name", ["石泓县委办公室", "望川县政府办公室", "望川县公安局", "县人社局"])
def test_another_body_of_the_same_place_is_another_unit(name: str) -> None:
    assert INDEX.ids(name) == ()


def test_place_of_two_units_is_ambiguous() -> None:
    both = UnitIndex({"安渡区委办公室": (1,), "安渡区政府办公室": (2,)})

    assert both.ids("安渡区") == (1, 2)


def test_same_alias_written_in_two_ways_gathers_its_units() -> None:
    assert UnitIndex({"市人社局": (1,), "市人力资源社会保障局": (2,)}).ids("市人社局") == (1, 2)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("望川县委办、市人社局", ["望川县委办", "市人社局"]),
        ("望川县委办 市人社局", ["望川县委办", "市人社局"]),
        ("望川县委办和市人社局", ["望川县委办", "市人社局"]),
        ("望 川 县 委 办", ["望川县委办"]),
        ("望川县委办公室（章）", ["望川县委办公室"]),
        ("望川县委办、某某某", []),
        ("关于和谐与发展", []),
    ],
)
def test_joint_names_are_split(text: str, parts: list[str]) -> None:
    found = [part.replace(" ", "") for part in INDEX.split(text)]

    assert found == parts


@pytest.mark.parametrize(
    "text",
    [
        "栖山县委办",
        "市教育局",
        "白湾区人民政府",
        "某街道",
        "云澜海关",
        "市总工会",
        "市中级人民法院",
    ],
)
def test_unknown_units_are_known_by_their_endings(text: str) -> None:
    assert looks_like_unit(text)


@pytest.mark.parametrize(
    "text",
    [
        "关于设立办公室",
        "加强基层党委",
        "我市全面推进长者食堂进社区",
        "群众的教育局",
        "今天，市教育局",
        "局",
        "全面加强基层一线各级领导班子和干部队伍建设工作的部",
    ],
)
def test_phrases_are_no_units(text: str) -> None:
    assert not looks_like_unit(text)


def test_longest_known_name_leads() -> None:
    assert INDEX.leading("望川县委办公室报送的情况") == "望川县委办公室"


def test_mentioned_units_come_longest_first_and_once() -> None:
    assert list(INDEX.mentioned("据望川县委办公室反映，望川县")) == ["望川县委办", "望川县"]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("中共望川县委员会办公室", "望川县委办"),
        ("市发展和改革委员会", "市发改委"),
        ("市卫生健康委员会", "市卫健委"),
        ("经济技术开发区管理委员会", "经开区管委会"),
        ("某某街道办事处", "某某街道"),
        ("共青团云澜市委员会", "团云澜市委"),
    ],
)
def test_long_forms_are_shortened(long: str, short: str) -> None:
    assert normalise(long) == short
