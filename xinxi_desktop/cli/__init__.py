"""The command line ``xinxi``: the same services as the window, without it.

Exit codes (architecture.md): 0 done, 1 the input is wrong, 2 usage, 3 the office file is
damaged, locked or read-only; 70 a bug, 130 interrupted, 141 nobody reads the output.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

__all__ = ["main"]

_MEASURED = ["self-test", "--start"]
"""A start that is measured takes the way of a double click, past the other commands."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give the exit code; without a command, the window ends the process."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:-1] == _MEASURED:
        from xinxi_desktop.cli.display import draw_unseen_without_display
        from xinxi_desktop.cli.window_process import window_process

        draw_unseen_without_display()
        window_process(Path(words[-1]), until_painted=True)
    if _wants_window(words):
        from xinxi_desktop.cli.display import NO_DISPLAY, can_open_window

        if not can_open_window():
            print(NO_DISPLAY, file=sys.stderr)
            return 1
        from xinxi_desktop.cli.window_process import window_process

        window_process(Path(words[0]) if words else None)
    from xinxi_desktop.cli.running import run

    return run(words)


def _wants_window(words: list[str]) -> bool:
    """Tell whether nothing was asked for, or just one office file (a double click on it)."""
    return not words or (len(words) == 1 and words[0].lower().endswith(".xinxi"))
