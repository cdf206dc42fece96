"""Runs first in the frozen program: lends Qt the system libraries that this machine lacks.

Drivers want the system's own (build.spec keeps ours apart, in fallback/), so ours are loaded
only where there are none. Order matters: each needs those before it.
"""

import contextlib
import os
import sys
from pathlib import Path

FALLBACK = (
    "libxcb.so.1", "libGLdispatch.so.0", "libGLX.so.0", "libGL.so.1", "libEGL.so.1",
    "libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1",
)  # fmt: skip


_SYSTEM = (f"/usr/lib/{os.uname().machine}-linux-gnu", "/usr/lib64") if hasattr(os, "uname") else ()
"""Where Debian's and Red Hat's families keep libraries of this machine's own kind."""


def lend(folder: Path) -> None:
    """Load every library of FALLBACK, the system's if it has it; nothing if it has them all."""
    if any(all(Path(place, name).exists() for name in FALLBACK) for place in _SYSTEM):
        return
    import ctypes

    for name in FALLBACK:
        try:
            ctypes.CDLL(name, ctypes.RTLD_GLOBAL)
        except OSError:
            _load(folder / name)


def _load(path: Path) -> None:
    import ctypes

    # Where even ours is missing Qt says so, and only when a window is asked for.
    with contextlib.suppress(OSError):
        ctypes.CDLL(str(path), ctypes.RTLD_GLOBAL)


if sys.platform.startswith("linux") and hasattr(sys, "_MEIPASS"):
    lend(Path(sys._MEIPASS) / "fallback")
