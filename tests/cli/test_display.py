"""A window is asked for where none can be opened."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from xinxi_desktop.cli.display import NO_DISPLAY


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize("display", ["", ":7777"])
def test_without_a_display_the_window_is_refused_in_a_sentence(display: str) -> None:
    left_out = {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DISPLAY"}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    told = subprocess.run(
        [sys.executable, "-m", "xinxi_desktop"],
        env={**kept, "DISPLAY": display},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (told.returncode, told.stderr.strip()) == (1, NO_DISPLAY)
