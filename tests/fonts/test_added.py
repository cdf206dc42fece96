from pathlib import Path

import pytest
from font_maker import make_cff_font, make_font

from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.fonts import add_font


def test_the_file_is_copied_and_its_family_named(tmp_path: Path) -> None:
    font = make_font(tmp_path / "rare.ttf", ["Rare"])
    assert add_font(font, tmp_path / "added") == "Rare"
    assert (tmp_path / "added" / "rare.ttf").read_bytes() == font.read_bytes()


def refusal(font: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        add_font(font, font.parent / "added")
    assert not (font.parent / "added").exists()
    return caught.value


def test_what_is_no_font_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "字体.ttf"
    text.write_text("no font", encoding="utf-8")
    error = refusal(text)
    assert error.code == "font_unreadable"
    assert "字体.ttf" in error.sentence and "没有改动" in error.sentence


def test_cff_outlines_are_refused(tmp_path: Path) -> None:
    assert refusal(make_cff_font(tmp_path / "f.otf")).code == "font_not_truetype"


def test_a_forbidding_licence_is_refused(tmp_path: Path) -> None:
    assert refusal(make_font(tmp_path / "f.ttf", permission=2)).code == "font_not_embeddable"


def test_a_font_without_its_outlines_is_refused(tmp_path: Path) -> None:
    font = make_font(tmp_path / "f.ttf")
    font.write_bytes(font.read_bytes()[:-400])
    assert refusal(font).code == "font_unreadable"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    font = make_font(tmp_path / "f.ttf")
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        add_font(font, tmp_path / "file")
    assert caught.value.code == "font_not_copied"
