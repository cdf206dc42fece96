"""The fonts of the user's machine, remembered between starts.

A file is opened only when it is new or changed (path, time, size), so that a start reads one
JSON file. The cache can be deleted at any time; if it cannot be written, all still works.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from xinxi_desktop.fonts.metrics import FORMAT, FaceMetrics, FaceNames, metrics_from, names_from
from xinxi_desktop.fonts.reading import SUFFIXES, read_face_metrics, read_names

CACHE_NAME = "fonts.json"


@dataclass(frozen=True, slots=True)
class InstalledFace:
    """A face of a font file on this machine."""

    path: Path
    names: FaceNames

    @property
    def usable(self) -> bool:
        """Whether it may be embedded and is neither bold nor italic."""
        return not (self.names.refusal or self.names.bold or self.names.italic)


class FontCache:
    """What is known of font files; ``save`` keeps it for the next start."""

    def __init__(self, folder: Path) -> None:
        """Read the cache of ``folder``; an unreadable or older one counts as empty."""
        self._path = folder / CACHE_NAME
        self._kept = self._read()
        self._seen: dict[str, dict[str, Any]] = {}
        self._news = False

    def faces(self, path: Path) -> list[InstalledFace]:
        """The faces of a file, none if it is broken or has gone."""
        entry = self._entry(path)
        return [InstalledFace(path, names_from(names)) for names in entry["faces"]]

    def metrics(self, face: InstalledFace) -> FaceMetrics | None:
        """Heights and advances of a face, None if they cannot be read."""
        kept = self._entry(face.path)["metrics"]
        index = str(face.names.index)
        if index not in kept:
            read = read_face_metrics(face.path, face.names.index)
            kept[index] = asdict(read) if read else None
            self._news = True
        return metrics_from(kept[index]) if kept[index] else None

    def save(self) -> None:
        """Write what is known if anything is new; files that have gone are forgotten."""
        if not self._news:
            return
        files = {key: known for key, known in self._kept.items() if Path(key).exists()}
        content = {"format": FORMAT, "files": files | self._seen}
        part = self._path.with_suffix(f".{os.getpid()}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
            part.replace(self._path)
        except OSError:
            return
        self._news = False

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
            files: dict[str, dict[str, Any]] = content["files"]
            return files if content["format"] == FORMAT else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def _entry(self, path: Path) -> dict[str, Any]:
        key = str(path)
        if key not in self._seen:
            try:
                state = path.stat()
            except OSError:
                return {"faces": [], "metrics": {}}
            stamp = [state.st_mtime_ns, state.st_size]
            known = self._kept.get(key)
            if known is None or known["stamp"] != stamp:
                faces = [asdict(names) for names in read_names(path)]
                known = {"stamp": stamp, "faces": faces, "metrics": {}}
                self._news = True
            self._seen[key] = known
        return self._seen[key]


def scan(folders: Iterable[Path], cache: FontCache) -> list[InstalledFace]:
    """Every face below ``folders``, in the order of the folders and of the file names."""
    return [face for path in _font_files(folders) for face in cache.faces(path)]


def _font_files(folders: Iterable[Path]) -> Iterator[Path]:
    for top in folders:
        for folder, subfolders, names in os.walk(top):
            subfolders.sort()
            paths = (Path(folder, name) for name in sorted(names))
            yield from (path for path in paths if path.suffix.lower() in SUFFIXES)
