"""Copies of originals do not stay behind on the machine."""

from __future__ import annotations

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.main_window import MainWindow


def test_copies_go_when_the_window_closes(window: MainWindow, desk: Desk) -> None:
    copy = desk.copies.folder() / "1" / "原件.docx"
    copy.parent.mkdir()
    copy.write_bytes(b"x")
    copy.chmod(0o400)
    folder = desk.copies.folder()
    window.close()

    assert not folder.exists()


def test_all_copies_of_a_window_lie_in_one_folder(desk: Desk) -> None:
    first = desk.copies.folder()

    assert first.is_dir() and desk.copies.folder() == first
    desk.copies.remove()
