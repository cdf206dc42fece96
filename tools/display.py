"""Exit 0 if a window can be opened here, else one Chinese sentence and exit 1.

Qt itself would end the process with a core dump and a sentence in English.
"""

from __future__ import annotations

import ctypes
import os
import sys


def main() -> int:
    """Look for a Wayland socket or an X server that answers; other systems always have one."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return 0
    if os.environ.get("WAYLAND_DISPLAY") or _x_server_answers():
        return 0
    print(
        "这里没有图形桌面,窗口无法打开;请在桌面环境中运行,或改用命令行:.venv/bin/xinxi --help。",
        file=sys.stderr,
    )
    return 1


def _x_server_answers() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    return int(xcb.xcb_connection_has_error(connection)) == 0


if __name__ == "__main__":
    sys.exit(main())
