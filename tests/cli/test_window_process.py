"""The window as a process of its own: it ends with the window and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import office_maker as make

from xinxi_desktop.services.office import create_office, open_office


def test_the_process_ends_with_its_window_and_lets_the_file_go(tmp_path: Path) -> None:
    path = tmp_path / "信息科.xinxi"
    office = create_office(path, "云澜市委办公室")
    make.report(office)
    office.close()
    ended = subprocess.run(
        [sys.executable, "-m", "xinxi_desktop", "self-test", "--start", str(path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert not list(tmp_path.glob("*.xinxi-*"))
    open_office(path).close()
