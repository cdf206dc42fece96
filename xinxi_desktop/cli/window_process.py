"""Opens the window as what the whole process is for: quick to begin, quick to leave."""

from __future__ import annotations

import gc
import logging
import os
import sys
from pathlib import Path
from typing import NoReturn


def window_process(path: Path | None, *, until_painted: bool = False) -> NoReturn:
    """Run the window on an office file until it is closed, and end the process.

    With ``until_painted`` it closes by itself once 收稿 is drawn with its rows.
    """
    # What a start makes stays: looking through it for garbage takes a twentieth of the start.
    # The window turns the collector on again.
    gc.disable()
    # PySide looks through the source of whatever is imported after it: what has no Qt comes first.
    from xinxi_desktop.services import acts, intake, rehearsal, searches, takeover  # noqa: F401
    from xinxi_desktop.app import main  # isort: skip

    _leave(main(path, until_painted=until_painted))


def _leave(code: int) -> NoReturn:
    """End the process; files are closed and jobs have ended.

    Taking every module and every Qt object apart would take longer than building the window.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)
