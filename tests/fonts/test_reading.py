from pathlib import Path

import pytest
from font_maker import BOLD, ITALIC, USE_TYPO, make_cff_font, make_collection, make_font

from xinxi_desktop.domain.fonts import Advances
from xinxi_desktop.fonts.reading import read_face_metrics, read_names


def test_families_come_in_english_and_chinese(tmp_path: Path) -> None:
    font = make_font(tmp_path / "f.ttf", ["FangSong_GB2312", "仿宋_GB2312"])
    assert set(read_names(font)[0].families) == {"FangSong_GB2312", "仿宋_GB2312"}


def test_every_face_of_a_collection_has_its_index(tmp_path: Path) -> None:
    parts = [make_font(tmp_path / f"{name}.ttf", [name]) for name in ("SimSun", "NSimSun")]
    faces = read_names(make_collection(tmp_path / "simsun.ttc", parts))
    assert [(face.index, face.families) for face in faces] == [(0, ("SimSun",)), (1, ("NSimSun",))]


@pytest.mark.parametrize(("style", "bold", "italic"), [(BOLD, True, False), (ITALIC, False, True)])
def test_bold_and_italic_are_known(tmp_path: Path, style: int, bold: bool, italic: bool) -> None:
    face = read_names(make_font(tmp_path / "f.ttf", style=style))[0]
    assert (face.bold, face.italic) == (bold, italic)


def test_cff_outlines_are_refused(tmp_path: Path) -> None:
    assert read_names(make_cff_font(tmp_path / "f.otf"))[0].refusal == "not_truetype"


@pytest.mark.parametrize(
    ("permission", "refusal"),
    [(0, ""), (8, ""), (4, ""), (2, "not_embeddable"), (0x100, "not_embeddable")],
)
def test_permission_to_embed_is_heeded(tmp_path: Path, permission: int, refusal: str) -> None:
    assert read_names(make_font(tmp_path / "f.ttf", permission=permission))[0].refusal == refusal


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x00\x00", b"ttcf", b"no font" * 100])
@pytest.mark.parametrize("name", ["broken.ttf", "broken.ttc"])
def test_broken_files_have_no_faces(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert read_names(file) == []


def test_a_font_cut_short_is_not_usable(tmp_path: Path) -> None:
    font = make_font(tmp_path / "f.ttf")
    font.write_bytes(font.read_bytes()[:-400])
    assert read_face_metrics(font, 0) is None


def test_only_drawn_text_characters_count(tmp_path: Path) -> None:
    font = make_font(tmp_path / "f.ttf", chars="中\ue000", blank="国 ")
    metrics = read_face_metrics(font, 0)
    assert metrics is not None
    advances = Advances(metrics.advances)
    assert [advances(char) for char in "中 国\ue000"] == [1000, 1000, None, None]


@pytest.mark.parametrize(("style", "heights"), [(0x40, (900, 200, 10)), (USE_TYPO, (800, 150, 5))])
def test_heights_are_those_the_face_asks_for(
    tmp_path: Path, style: int, heights: tuple[int, int, int]
) -> None:
    metrics = read_face_metrics(make_font(tmp_path / "f.ttf", style=style), 0)
    assert metrics is not None
    assert (metrics.ascent, metrics.descent, metrics.line_gap) == heights
