"""Folders are gone through in name order; what nobody sent is left out with its reason."""

from pathlib import Path

from xinxi_desktop.importers.folders import Ignored, walk
from xinxi_desktop.importers.refusals import IGNORED


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def files(folder: Path) -> list[str]:
    found = [item for item in walk([folder]) if isinstance(item, Path)]
    return [path.relative_to(folder).as_posix() for path in found]


def test_files_come_in_name_order_with_their_folders(tmp_path: Path) -> None:
    touch(tmp_path, "b.txt", "a/2.txt", "a/1.txt", "c.txt")

    assert files(tmp_path) == ["a/1.txt", "a/2.txt", "b.txt", "c.txt"]


def test_what_nobody_sent_is_ignored_with_a_reason(tmp_path: Path) -> None:
    touch(tmp_path, "~$稿.docx", ".hidden", "Thumbs.db", "desktop.ini", ".git/x.txt")
    found = list(walk([tmp_path]))

    assert [item.code for item in found if isinstance(item, Ignored)] == [
        "hidden",
        "hidden",
        "system_file",
        "system_file",
        "lock_file",
    ]
    assert all(isinstance(item, Ignored) and item.path.name in item.reason for item in found)


def test_link_in_a_ring_ends(tmp_path: Path) -> None:
    touch(tmp_path, "a/稿.txt")
    (tmp_path / "a" / "回环").symlink_to(tmp_path, target_is_directory=True)
    found = list(walk([tmp_path]))

    assert [item.name for item in found if isinstance(item, Path)] == ["稿.txt"]
    assert [item.code for item in found if isinstance(item, Ignored)] == ["folder_again"]


def test_missing_path_is_handed_on_to_be_refused(tmp_path: Path) -> None:
    missing = tmp_path / "没有.docx"

    assert list(walk([missing])) == [missing]


def test_dangling_link_is_handed_on_to_be_refused(tmp_path: Path) -> None:
    link = tmp_path / "断链.docx"
    link.symlink_to(tmp_path / "没有.docx")

    assert list(walk([tmp_path])) == [link]


def test_file_named_itself_is_given_as_named(tmp_path: Path) -> None:
    touch(tmp_path, "稿.txt")

    assert list(walk([tmp_path / "稿.txt"])) == [tmp_path / "稿.txt"]


def test_reasons_are_distinct() -> None:
    assert len(set(IGNORED.values())) == len(IGNORED)
