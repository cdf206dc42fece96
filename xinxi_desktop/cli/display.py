"""Tells whether a window can be opened here.

Qt itself would end the process with a core dump and a sentence in English.
"""

from __future__ import annotations

import ctypes
import os
import sys

NO_DISPLAY = (
    "这里没有图形桌面，窗口打不开。工作文件没有改动。请在桌面环境中运行，或改用命令行，"
    "用法见：xinxi --help。"
)


def can_open_window() -> bool:
    """Look for a Wayland socket or an X server that answers; other systems always have one."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return True
    return bool(os.environ.get("WAYLAND_DISPLAY")) or _x_server_answers()


def draw_unseen_without_display() -> None:
    """Let windows be drawn in memory where there is no screen, for the self-test."""
    if not can_open_window():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # What that platform says of window sizes helps nobody.
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")


def _x_server_answers() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = int(xcb.xcb_connection_has_error(connection)) == 0
    xcb.xcb_disconnect(connection)
    return answers
