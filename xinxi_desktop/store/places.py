"""Tells whether a path lies on a network drive, where WAL must never be used."""

from __future__ import annotations

import sys
from pathlib import Path

_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "fuse.sshfs", "9p", "afs"}


if sys.platform == "win32":

    def on_network(path: Path) -> bool:
        """Tell by the drive's type; UNC paths are always on the network."""
        import ctypes

        full = str(path.resolve())
        remote = 4
        return full.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(path.resolve().anchor) == remote
        )

else:

    def on_network(path: Path) -> bool:
        """Tell by the file system of the longest mount point above the path."""
        try:
            mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
        full, best, kind = str(path.resolve()), "", ""
        for line in mounts.splitlines():
            _, point, file_system, *_ = line.split(" ")
            inside = full == point or full.startswith(point.rstrip("/") + "/")
            if inside and len(point) >= len(best):
                best, kind = point, file_system
        return kind in _NETWORK
