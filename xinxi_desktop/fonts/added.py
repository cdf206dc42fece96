"""Font files that a person adds because no other font has some rare character."""

from __future__ import annotations

import shutil
from pathlib import Path

from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.fonts.folders import added_folder
from xinxi_desktop.fonts.metrics import REFUSED
from xinxi_desktop.fonts.reading import SUFFIXES, read_face_metrics, read_names

_ITS = {"not_truetype": "它", "not_embeddable": "它的"}


def add_font(source: Path, folder: Path | None = None) -> str:
    """Copy a font file to the person's added fonts; give the family's name.

    ``font_set`` then takes it as the last resort in every role. Raises UserError
    ``font_unreadable``, ``font_not_truetype``, ``font_not_embeddable``, and WorldError
    ``font_not_copied``.
    """
    family = _family(source)
    target = (folder or added_folder()) / source.name
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, part)
        part.replace(target)
    except OSError as error:
        raise WorldError(
            "font_not_copied",
            f"字体文件“{source.name}”没有复制成功（{error.strerror}），原来的字体没有改动。"
            "请检查磁盘空间和文件夹权限后再试。",
        ) from error
    return family


def _family(source: Path) -> str:
    faces = read_names(source) if source.suffix.lower() in SUFFIXES else []
    if not faces or not faces[0].families:
        raise _refuse("font_unreadable", source, "它不是字体文件，或者已经损坏")
    usable = [face for face in faces if not face.refusal]
    if not usable:
        code = faces[0].refusal
        raise _refuse(f"font_{code}", source, f"{_ITS[code]}{REFUSED[code]}")
    if read_face_metrics(source, usable[0].index) is None:
        raise _refuse("font_unreadable", source, "它已经损坏")
    return usable[0].families[0]


def _refuse(code: str, source: Path, cause: str) -> UserError:
    return UserError(
        code, f"没有添加字体“{source.name}”：{cause}。原来的字体没有改动，请换一个字体文件。"
    )
