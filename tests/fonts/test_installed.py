import os
from pathlib import Path

import pytest
from font_maker import make_font

from xinxi_desktop.fonts.installed import CACHE_NAME, FontCache, scan


def families(folder: Path, cache_folder: Path) -> list[tuple[str, ...]]:
    cache = FontCache(cache_folder)
    found = [face.names.families for face in scan([folder], cache)]
    cache.save()
    return found


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    folder = tmp_path / "fonts" / "windows"
    folder.mkdir(parents=True)
    make_font(folder / "SIMFANG.TTF", ["FangSong"])
    return tmp_path / "fonts"


def overwrite_in_place(file: Path, content: bytes) -> None:
    """Change the bytes but neither time nor size, so that only a second reading would tell."""
    state = file.stat()
    file.write_bytes(content.ljust(state.st_size, b"\0"))
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))


def test_fonts_are_found_in_subfolders_whatever_the_case(fonts: Path, tmp_path: Path) -> None:
    assert families(fonts, tmp_path) == [("FangSong",)]


def test_a_known_file_is_not_opened_again(fonts: Path, tmp_path: Path) -> None:
    families(fonts, tmp_path)
    overwrite_in_place(fonts / "windows" / "SIMFANG.TTF", b"")
    assert families(fonts, tmp_path) == [("FangSong",)]


def test_a_changed_file_is_read_again(fonts: Path, tmp_path: Path) -> None:
    families(fonts, tmp_path)
    make_font(fonts / "windows" / "SIMFANG.TTF", ["FangSong_GB2312"])
    assert families(fonts, tmp_path) == [("FangSong_GB2312",)]


def test_a_deleted_font_is_forgotten(fonts: Path, tmp_path: Path) -> None:
    families(fonts, tmp_path)
    (fonts / "windows" / "SIMFANG.TTF").unlink()
    make_font(fonts / "other.ttf", ["Other"])
    assert families(fonts, tmp_path) == [("Other",)]
    assert "SIMFANG" not in (tmp_path / CACHE_NAME).read_text(encoding="utf-8")


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": 0, "files": {}}', "\ufffd{"])
def test_a_damaged_or_older_cache_is_made_anew(fonts: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / CACHE_NAME).write_text(content, encoding="utf-8")
    assert families(fonts, tmp_path) == [("FangSong",)]


def test_without_a_place_for_the_cache_fonts_are_still_found(fonts: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert families(fonts, tmp_path / "file") == [("FangSong",)]


def test_metrics_of_a_chosen_face_are_kept(fonts: Path, tmp_path: Path) -> None:
    cache = FontCache(tmp_path)
    first = cache.metrics(scan([fonts], cache)[0])
    cache.save()
    overwrite_in_place(fonts / "windows" / "SIMFANG.TTF", b"")
    again = FontCache(tmp_path)
    assert first is not None
    assert again.metrics(scan([fonts], again)[0]) == first


def test_a_font_that_vanishes_during_the_scan_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "gone.ttf").symlink_to(tmp_path / "nowhere")
    assert families(tmp_path, tmp_path) == []
