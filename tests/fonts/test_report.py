from pathlib import Path

from font_maker import make_font

from xinxi_desktop.domain.fonts import FontRole
from xinxi_desktop.fonts import font_set, report, shipped


def test_every_role_is_reported_once() -> None:
    assert [row.role for row in report(shipped())] == list(FontRole)


def test_a_shipped_font_is_said_to_stand_in() -> None:
    body = report(shipped())[0]
    assert (body.family, body.file, body.source) == (
        "FandolFang", "FandolFang-Regular.ttf", "shipped",
    )  # fmt: skip
    assert body.note.startswith("本机没有可用的“仿宋_GB2312”，改用随程序附带的“FandolFang”")


def test_an_installed_official_font_is_said_to_be_used(tmp_path: Path) -> None:
    make_font(tmp_path / "fs.ttf", ["仿宋_GB2312"], "中国")
    body = report(font_set(folders=[tmp_path]))[0]
    assert (body.source, body.characters) == ("installed", 2)
    assert body.note.startswith("使用本机的“仿宋_GB2312”")


def test_an_installed_second_choice_is_said_to_stand_in(tmp_path: Path) -> None:
    make_font(tmp_path / "fs.ttf", ["FangSong"])
    assert (
        "本机没有“仿宋_GB2312”，改用本机的“FangSong”"
        in report(font_set(folders=[tmp_path]))[0].note
    )


def test_this_machine_is_reported_when_no_set_is_given() -> None:
    assert all(row.characters > 2000 for row in report())
