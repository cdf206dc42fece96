"""Take pictures of every tab in both sizes, light and dark; refresh the README's four.

Run by ``make shots`` with an empty home and without any system font, so that what is seen
comes from the project alone. All pictures go to build/shots.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from help_pictures import take_help_pictures
from PySide6.QtGui import QCursor

from xinxi_desktop import app as program
from xinxi_desktop import settings
from xinxi_desktop.gui.crash import CrashReporter
from xinxi_desktop.gui.main_window import MainWindow
from xinxi_desktop.gui.self_test import settle
from xinxi_desktop.gui.views import PAGES, TABS
from xinxi_desktop.services.samples import create_sample

ROOT = Path(__file__).resolve().parent.parent
SHOTS = ROOT / "build" / "shots"
README_PICTURES = ROOT / "resources" / "help"
SIZES = ((1366, 768), (1920, 1080))
MODES = ("light", "dark")


def main() -> int:
    """Open the sample office once and go through sizes, modes and tabs."""
    shutil.rmtree(SHOTS, ignore_errors=True)
    SHOTS.mkdir(parents=True)
    README_PICTURES.mkdir(exist_ok=True)
    app = program.make_application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "云澜.xinxi"
        create_sample(path).close()
        values = settings.load_settings()
        running = program.Program(app, values, CrashReporter(Path(folder), app))
        running.start(path)
        window = running.window
        if window is None:
            print("窗口没有打开。", file=sys.stderr)
            return 1
        for width, height in SIZES:
            for mode in MODES:
                running.theme.set_mode(mode)
                window.resize(width, height)
                # The pointer rests where it lights nothing up.
                QCursor.setPos(width - 5, height - 5)
                shoot_tabs(window, f"{width}x{height}-{mode}")
        running.theme.set_mode("light")
        take_help_pictures(window, settle)
        window.close()
    for key in (tab.key for tab in TABS):
        shutil.copy(SHOTS / f"{key}-1366x768-light.png", README_PICTURES / f"{key}.png")
    return 0


def shoot_tabs(window: MainWindow, name: str) -> None:
    """Save a picture of every tab and page as it looks once its jobs are done."""
    for place, view in enumerate((*TABS, *(page for page, _icon in PAGES))):
        window.show_place(place)
        settle(window)
        window.grab().save(str(SHOTS / f"{view.key}-{name}.png"))


if __name__ == "__main__":
    sys.exit(main())
