from collections.abc import Callable
from pathlib import Path

import pytest
from font_maker import BOLD, ITALIC, make_cff_font, make_collection, make_font

from xinxi_desktop.domain.fonts import FontRole, FontSet
from xinxi_desktop.fonts import add_font, font_set, report, shipped


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    folder = tmp_path / "installed"
    folder.mkdir()
    return folder


def chosen(fonts: Path) -> FontSet:
    return font_set(folders=[fonts])


def forbidden(folder: Path) -> Path:
    return make_font(folder / "simhei.ttf", ["SimHei"], permission=2)


def with_cff(folder: Path) -> Path:
    return make_cff_font(folder / "simhei.otf", ["SimHei"])


def test_a_bare_machine_uses_the_shipped_fonts(fonts: Path) -> None:
    assert chosen(fonts).chains == shipped().chains


def test_other_chinese_fonts_of_the_machine_are_left_alone(fonts: Path) -> None:
    make_font(fonts / "wqy.ttf", ["WenQuanYi Zen Hei", "文泉驿正黑"])
    assert chosen(fonts).chains == shipped().chains


def test_an_official_font_is_named_as_the_list_names_it(fonts: Path) -> None:
    make_font(fonts / "a.ttf", ["FangSong_GB2312", "仿宋_GB2312"])
    face = chosen(fonts).primary(FontRole.BODY)
    assert (face.family, face.shipped) == ("仿宋_GB2312", False)


def test_the_first_of_the_list_wins_and_the_next_one_fills_in(fonts: Path) -> None:
    make_font(fonts / "a_simfang.ttf", ["FangSong"], "中国喆")
    make_font(fonts / "b_gb2312.ttf", ["仿宋_GB2312"], "中国")
    found = [chosen(fonts).face_for(FontRole.BODY, char) for char in "中喆镕"]
    assert [face.family for face in found if face] == [
        "仿宋_GB2312", "FangSong", "LXGW WenKai Light",
    ]  # fmt: skip


def test_a_face_inside_a_collection_keeps_its_index(fonts: Path, tmp_path: Path) -> None:
    parts = [make_font(tmp_path / f"{name}.ttf", [name]) for name in ("Other", "SimSun")]
    make_collection(fonts / "simsun.ttc", parts)
    assert chosen(fonts).primary(FontRole.SONG).index == 1


def test_fonts_that_may_not_be_embedded_are_not_used(fonts: Path) -> None:
    make_font(fonts / "simhei.ttf", ["SimHei"], permission=2)
    make_cff_font(fonts / "simkai.otf", ["KaiTi"])
    (fonts / "simsun.ttc").write_bytes(b"ttcf broken")
    assert chosen(fonts).chains == shipped().chains


def test_bold_latin_goes_to_a_bold_title_only(fonts: Path) -> None:
    make_font(fonts / "timesi.ttf", ["Times New Roman"], "A1", style=ITALIC)
    bold = make_font(fonts / "timesbd.ttf", ["Times New Roman"], "A1", style=BOLD)
    plain = make_font(fonts / "times.ttf", ["Times New Roman"], "A1")
    found = [chosen(fonts).face_for(role, "1") for role in (FontRole.BODY, FontRole.TITLE)]
    assert [face.path for face in found if face] == [str(plain), str(bold)]


def test_an_installed_title_font_goes_with_plain_digits(fonts: Path) -> None:
    make_font(fonts / "fzxbs.ttf", ["FZXiaoBiaoSong-B05S", "方正小标宋简体"])
    digit = chosen(fonts).face_for(FontRole.TITLE, "1")
    assert digit is not None and digit.key == "latin"


def test_installed_fonts_can_be_left_out(fonts: Path) -> None:
    make_font(fonts / "a.ttf", ["仿宋_GB2312"])
    assert font_set(prefer_installed=False, folders=[fonts]).chains == shipped().chains


def test_an_added_font_draws_what_no_other_has(tmp_path: Path) -> None:
    missing = "𓀀"
    assert shipped().missing(missing, FontRole.BODY) == [missing]
    add_font(make_font(tmp_path / "rare.ttf", ["Rare"], missing))
    assert font_set(folders=[]).missing(missing, FontRole.BODY) == []


def test_equal_file_names_in_two_folders_stay_apart(fonts: Path) -> None:
    for folder, family in (("one", "FangSong"), ("two", "KaiTi")):
        (fonts / folder).mkdir()
        make_font(fonts / folder / "font.ttf", [family])
    assert chosen(fonts).primary(FontRole.BODY).key != chosen(fonts).primary(FontRole.KAI).key


@pytest.mark.parametrize(
    ("make", "reason"), [(forbidden, "许可不允许嵌入文件"), (with_cff, "不是 TrueType 字体")]
)
def test_an_official_font_that_can_not_be_used_is_named_with_its_reason(
    fonts: Path, make: Callable[[Path], Path], reason: str
) -> None:
    make(fonts)
    note = next(row.note for row in report(chosen(fonts)) if row.role is FontRole.HEI)

    assert "本机的“SimHei”" in note and reason in note and "随程序附带" in note
