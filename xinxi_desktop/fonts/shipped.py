"""The fonts that come with the program: read from their metrics files, without fontTools."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from xinxi_desktop.assets import asset
from xinxi_desktop.domain.fonts import Face, FontRole, FontSet
from xinxi_desktop.fonts.metrics import face_from, read_metrics


@dataclass(frozen=True, slots=True)
class ShippedFont:
    """A file of resources/fonts, its key in runs, and the family that Word should carry."""

    key: str
    stem: str
    family: str


FANG = ShippedFont("fang", "FandolFang-Regular", "FandolFang")
KAI = ShippedFont("kai", "LXGWWenKai-Light", "LXGW WenKai Light")
HEI = ShippedFont("hei", "NotoSansSC-Medium", "Noto Sans SC Medium")
TITLE = ShippedFont("title", "NotoSerifSC-Bold", "Noto Serif SC")
SONG = ShippedFont("song", "NotoSerifSC-Regular", "Noto Serif SC")
LATIN = ShippedFont("latin", "LiberationSerif-Regular", "Liberation Serif")
LATIN_BOLD = ShippedFont("latin-bold", "LiberationSerif-Bold", "Liberation Serif")
ALL = (FANG, KAI, HEI, TITLE, SONG, LATIN, LATIN_BOLD)

# After the role's own face: first the one with most rare characters in the nearest style.
CHAINS: dict[FontRole, tuple[ShippedFont, ...]] = {
    FontRole.BODY: (FANG, KAI, SONG, HEI),
    FontRole.KAI: (KAI, FANG, SONG, HEI),
    FontRole.HEI: (HEI, SONG, KAI, FANG),
    FontRole.TITLE: (TITLE, SONG, KAI, HEI, FANG),
    FontRole.SONG: (SONG, KAI, FANG, HEI),
    FontRole.LATIN: (LATIN, SONG, KAI, FANG, HEI),
}


@cache
def shipped() -> FontSet:
    """The set that is the same on every machine."""
    faces = {font.key: _face(font) for font in ALL}
    chains = {role: tuple(faces[font.key] for font in fonts) for role, fonts in CHAINS.items()}
    return FontSet(chains, latin_for_title=faces[LATIN_BOLD.key])


def _face(font: ShippedFont) -> Face:
    names, metrics = read_metrics(asset("resources", "fonts", f"{font.stem}.metrics.json"))
    path = asset("resources", "fonts", f"{font.stem}.ttf")
    return face_from(metrics, names, key=font.key, family=font.family, path=path, shipped=True)
