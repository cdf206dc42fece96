"""Take pictures of every page and dialog on two screens, light and dark; refresh the README's.

Run by ``make shots`` with an empty home and without any system font, so that what is seen
comes from the project alone. All pictures go to build/shots.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from dialog_shots import shoot_dialogs
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
SCREENS = ((1366, 768, 1.0), (1920, 1080, 1.5))
"""Width and height in dots, and the scale at which such a screen is used."""
MODES = ("light", "dark")


def main(arguments: list[str]) -> int:
    """Take the pictures of every screen, each in a process of its own with that scale."""
    if arguments:
        return shoot(*SCREENS[int(arguments[0])])
    shutil.rmtree(SHOTS, ignore_errors=True)
    SHOTS.mkdir(parents=True)
    README_PICTURES.mkdir(exist_ok=True)
    for number, (width, height, scale) in enumerate(SCREENS):
        # What the offscreen platform says of window sizes helps nobody.
        quiet = {"QT_LOGGING_RULES": "default.warning=false"}
        screen = {"QT_QPA_PLATFORM": f"offscreen:configfile={describe_screen(width, height)}"}
        scaled = {**os.environ, **quiet, **screen, "QT_SCALE_FACTOR": str(scale)}
        done = subprocess.run([sys.executable, __file__, str(number)], env=scaled)
        if done.returncode:
            return done.returncode
    for key in (tab.key for tab in TABS):
        shutil.copy(SHOTS / f"{key}-1366x768-light.png", README_PICTURES / f"{key}.png")
    return 0


def describe_screen(width: int, height: int) -> Path:
    """Write down a screen for the offscreen platform, whose own is small; the file."""
    description = SHOTS / f"{width}x{height}.json"
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    description.write_text(json.dumps({"screens": [screen | dots]}), encoding="ascii")
    return description


def shoot(width: int, height: int, scale: float) -> int:
    """Open the sample office and go through modes, pages and dialogs on one screen."""
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
        window.resize(round(width / scale), round(height / scale))
        # The pointer rests where it lights nothing up.
        QCursor.setPos(window.width() - 5, window.height() - 5)
        # Pages first: what leads to a dialog leaves its traces on them.
        for mode in MODES:
            running.theme.set_mode(mode)
            shoot_tabs(window, f"{width}x{height}-{mode}")
        if scale == 1:
            running.theme.set_mode("light")
            take_help_pictures(window, settle)
        for mode in MODES:
            running.theme.set_mode(mode)
            name = f"{width}x{height}-{mode}"
            for title in shoot_dialogs(window, SHOTS, name):
                print(f"{name} {title}", flush=True)
        running.ask()
        if running.first_run is not None:
            settle(window)
            running.first_run.grab().save(str(SHOTS / f"first-run-{width}x{height}.png"))
            running.first_run.close()
        window.close()
    return 0


def shoot_tabs(window: MainWindow, name: str) -> None:
    """Save a picture of every tab and page as it looks once its jobs are done."""
    for place, view in enumerate((*TABS, *(page for page, _icon in PAGES))):
        window.show_place(place)
        settle(window)
        window.grab().save(str(SHOTS / f"{view.key}-{name}.png"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
