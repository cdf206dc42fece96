"""Chooses the faces of the page: the user's own official ones, else the shipped ones.

Only the families named here are taken from the machine, never others that happen to be
installed: a machine without them sets every page exactly as the next one does.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from xinxi_desktop.domain.fonts import Face, FontRole, FontSet
from xinxi_desktop.fonts.folders import added_folder, cache_folder, font_folders
from xinxi_desktop.fonts.installed import FontCache, InstalledFace, scan
from xinxi_desktop.fonts.metrics import REFUSED, face_from
from xinxi_desktop.fonts.shipped import shipped

OFFICIAL: dict[FontRole, tuple[str, ...]] = {
    FontRole.BODY: (
        "仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "华文仿宋", "STFangsong",
    ),
    FontRole.KAI: ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "华文楷体", "STKaiti"),
    FontRole.HEI: ("黑体", "SimHei"),
    FontRole.TITLE: (
        "方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05",
        "华文中宋", "STZhongsong",
    ),
    FontRole.SONG: ("宋体", "SimSun", "新宋体", "NSimSun"),
    FontRole.LATIN: ("Times New Roman",),
}  # fmt: skip
"""Families in the order of page-model.md §4, each by its Chinese and its English name."""


def font_set(
    prefer_installed: bool = True,
    cache_dir: Path | None = None,
    folders: Sequence[Path] | None = None,
) -> FontSet:
    """Give the faces of every role, in order.

    ``cache_dir`` and ``folders`` are the person's cache folder and the system's font folders
    if None. Fonts that the person added (``add_font``) come last in every role.
    """
    cache = FontCache(cache_dir or cache_folder())
    fonts = shipped()
    if prefer_installed:
        found = scan(font_folders() if folders is None else folders, cache)
        fonts = _with_installed(fonts, found, cache)
    fonts = _with_added(fonts, scan([added_folder()], cache), cache)
    cache.save()
    return fonts


def named_officially(fonts: FontSet) -> FontSet:
    """Give the set with official names on the shipped faces that roles are set in.

    A Word file made with it asks for 仿宋_GB2312, whatever it was measured with. Fallback faces
    keep their names: only they are known to have the rare characters.
    """
    chains = {
        role: (_official_name(role, chain[0]), *chain[1:]) for role, chain in fonts.chains.items()
    }
    bold = fonts.latin_for_title
    return replace(
        fonts, chains=chains, latin_for_title=bold and _official_name(FontRole.LATIN, bold)
    )


def _official_name(role: FontRole, face: Face) -> Face:
    if not face.shipped:
        return face
    # The title's own face is heavy without being bold; bold Latin is a bold Times New Roman.
    bold = face.bold and role is FontRole.LATIN
    return replace(face, key=f"{face.key}-official", family=OFFICIAL[role][0], bold=bold)


def _with_installed(fonts: FontSet, found: Sequence[InstalledFace], cache: FontCache) -> FontSet:
    chains = {
        role: (*_official(OFFICIAL[role], found, cache), *chain)
        for role, chain in fonts.chains.items()
    }
    bold = _bold_latin(chains[FontRole.LATIN][0], found, cache)
    refused = {role: why for role in chains if (why := _refused(OFFICIAL[role], found))}
    return replace(
        fonts, chains=chains, latin_for_title=bold or fonts.latin_for_title, refused=refused
    )


def _refused(families: Iterable[str], found: Sequence[InstalledFace]) -> tuple[str, str] | None:
    """Name the first installed one of these families that can't be embedded, and why."""
    for family in families:
        for installed in found:
            if family in installed.names.families and installed.names.refusal:
                return family, REFUSED[installed.names.refusal]
    return None


def _official(
    families: Iterable[str], found: Sequence[InstalledFace], cache: FontCache
) -> list[Face]:
    """The usable installed faces of these families, a face with two names only once."""
    chosen: dict[tuple[Path, int], Face] = {}
    for family in families:
        for installed in found:
            place = (installed.path, installed.names.index)
            if installed.usable and family in installed.names.families:
                face = None if place in chosen else _face(installed, family, cache)
                if face:
                    chosen[place] = face
                break
    return list(chosen.values())


def _bold_latin(latin: Face, found: Sequence[InstalledFace], cache: FontCache) -> Face | None:
    """The bold face of an installed Latin family: one run of Word has one Latin family."""
    for installed in found:
        names = installed.names
        if latin.family in names.families and names.bold and not (names.italic or names.refusal):
            return _face(installed, latin.family, cache)
    return None


def _with_added(fonts: FontSet, found: Sequence[InstalledFace], cache: FontCache) -> FontSet:
    usable = (item for item in found if not item.names.refusal and item.names.families)
    faces = [_face(item, item.names.families[0], cache) for item in usable]
    added = tuple(face for face in faces if face)
    chains = {role: (*chain, *added) for role, chain in fonts.chains.items()}
    return replace(fonts, chains=chains) if added else fonts


def _face(installed: InstalledFace, family: str, cache: FontCache) -> Face | None:
    metrics = cache.metrics(installed)
    if metrics is None:
        return None
    path, index = installed.path, installed.names.index
    # Two folders may hold files of one name, so the whole path goes into the key.
    key = f"{path.stem}-{index}-{zlib.crc32(str(path).encode()):08x}"
    return face_from(metrics, installed.names, key=key, family=family, path=path, shipped=False)
