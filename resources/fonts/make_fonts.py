"""Make the shipped fonts, their metrics files and checksums from public packages.

    python resources/fonts/make_fonts.py [--packages DIR] [--out DIR]

Needs Debian's apt-get and dpkg-deb, npm, and fontTools. ``--packages`` names a folder for the
downloaded packages, so that a second run fetches nothing. The same packages and the same
fontTools give the same bytes: no time of day goes into a file.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph

from xinxi_desktop.fonts.metrics import write_metrics
from xinxi_desktop.fonts.reading import read_face_metrics, read_names

DEBIAN = ("texlive-lang-chinese", "fonts-lxgw-wenkai", "fonts-liberation2")
NPM = {"noto-serif-sc": "0.4.3", "noto-sans-sc": "0.4.3"}
SCOPE = "@expo-google-fonts"
CURVE_ERROR = 1.0
"""How far, in thousandths of an em, a converted curve may lie from the original."""

UNUSED_TABLES = ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "gasp", "prep", "vhea", "vmtx"]
NAME_CHARACTERS = (
    "喆堃昇玥祎䶮㛃𬭎瞭珺翀旻昉晞淏皞镕赟甯闫瑄琋玙濛昊暐炘焜煊燊犇琎琨瑀瑭璟璠畑禛禤筠"
    "翚翯芃茜菡萱蔚蕤虓蠡袆赪邰邴郄鄢鋆钊铖锟镔镠閤韫頔颀飏骉骎鹍麴昳昕昶暠晳曈朕杺栩桢棨椤"
    "榕槿橦毓沄沅沚洺浉浚涓涵淇渌湉湜溦滢漪澍濬炅炆烨焱熠熹玎玓玟玠玢珂珈珩珮琏琤琬琰瑆瑗瑜"
    "瑢瑨璇璘璐璿瓘甡畯矞硙祁祐祜祺禔竑笙綦縯罡翊翎翙翥芊苒茗莙菀葳蒨蓁蔺薏蘅訚詠誉诜谌谞"
    "贇趯跣轶迤逯遹邕郗郜鄞鈜鈺銘鋐鎏鑫钐钘钰铄铠铮铱铼锦镕镡闿阗陞隽雯霂霏靓靖颋颢飖馞驭骁骞"
)
"""Characters of personal names, most of them outside GB2312, that a title or heading meets."""

COMMON_SIGNS = "‐–—―‘’“”•…‰′″※€℃℅℉№℡™←↑→↓√∞∟∠≈≠≤≥■□▲△▼▽◆◇○◎●★☆〈〉《》「」『』【】〔〕〖〗"


MISDRAWN = frozenset(map(ord, "￥™￣˙"))
"""Signs that FandolFang draws as others (￥ as a dollar), so that the next face draws them."""


@dataclass(frozen=True)
class Recipe:
    """One shipped font: its name here, where it comes from, how it is made, its licence."""

    stem: str
    source: Path
    make: Callable[[Path, Path], None]
    licence: Path


def main() -> None:
    """Fetch, unpack, make, check that nothing is missing, write the checksums."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        packages = Path(options.packages or scratch).resolve()
        unpacked = Path(scratch) / "unpacked"
        fetch(packages)
        unpack(packages, unpacked)
        for recipe in recipes(unpacked):
            build(recipe, Path(options.out))
    write_checksums(Path(options.out))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the shipped fonts from packages.")
    parser.add_argument("--packages", help="folder that keeps the downloaded packages")
    parser.add_argument("--out", default=Path(__file__).parent, help="where the fonts go")
    return parser.parse_args()


def fetch(folder: Path) -> None:
    """Download the packages that ``folder`` does not hold yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in DEBIAN:
        if not list(folder.glob(f"{name}_*.deb")):
            subprocess.run(["apt-get", "download", name], cwd=folder, check=True)
    for name, version in NPM.items():
        if not list(folder.glob(f"*-{name}-{version}.tgz")):
            subprocess.run(["npm", "pack", f"{SCOPE}/{name}@{version}"], cwd=folder, check=True)


def unpack(packages: Path, target: Path) -> None:
    """Unpack every package below ``target``: Debian's together, npm's one folder each."""
    target.mkdir(parents=True)
    for name in DEBIAN:
        package = max(packages.glob(f"{name}_*.deb"))
        subprocess.run(["dpkg-deb", "-x", package, target], check=True)
    for name, version in NPM.items():
        package = max(packages.glob(f"*-{name}-{version}.tgz"))
        shutil.unpack_archive(package, target / name, filter="data")


def recipes(root: Path) -> list[Recipe]:
    """What is shipped; the licence is copied beside each font."""
    share = root / "usr/share"
    fandol = share / "texlive/texmf-dist/fonts/opentype/public/fandol"
    fandol_licence = share / "doc/texlive-doc/fonts/fandol/COPYING.gz"
    wenkai = share / "fonts/truetype/lxgw-wenkai"
    wenkai_licence = share / "doc/fonts-lxgw-wenkai/copyright"
    liberation = share / "fonts/truetype/liberation2"
    liberation_licence = share / "doc/fonts-liberation2/copyright"
    serif, sans = root / "noto-serif-sc/package", root / "noto-sans-sc/package"
    return [
        Recipe("FandolFang-Regular", fandol / "FandolFang-Regular.otf", convert, fandol_licence),
        Recipe("LXGWWenKai-Light", wenkai / "LXGWWenKai-Light.ttf", copy, wenkai_licence),
        Recipe(
            "NotoSansSC-Medium",
            sans / "500Medium/NotoSansSC_500Medium.ttf",
            cut_to_common,
            sans / "LICENSE_FONT",
        ),
        Recipe(
            "NotoSerifSC-Bold",
            serif / "700Bold/NotoSerifSC_700Bold.ttf",
            cut_to_common,
            serif / "LICENSE_FONT",
        ),
        Recipe(
            "NotoSerifSC-Regular",
            serif / "400Regular/NotoSerifSC_400Regular.ttf",
            cut_extension_a,
            serif / "LICENSE_FONT",
        ),
        *(
            Recipe(stem, liberation / f"{stem}.ttf", copy, liberation_licence)
            for stem in ("LiberationSerif-Regular", "LiberationSerif-Bold")
        ),
    ]


def build(recipe: Recipe, folder: Path) -> None:
    """Make the font, its metrics file and its licence file in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    font = folder / f"{recipe.stem}.ttf"
    recipe.make(recipe.source, font)
    metrics = read_face_metrics(font, 0)
    if metrics is None:
        raise SystemExit(f"{font.name} cannot be read back")
    write_metrics(folder / f"{recipe.stem}.metrics.json", read_names(font)[0], metrics)
    licence = recipe.licence.read_bytes()
    if recipe.licence.suffix == ".gz":
        licence = gzip.decompress(licence)
    (folder / f"{recipe.stem}.LICENSE.txt").write_bytes(licence)
    print(f"{font.name}: {font.stat().st_size:,} bytes")


def copy(source: Path, target: Path) -> None:
    """Ship the file as it is: its name is reserved for the unmodified font."""
    shutil.copyfile(source, target)


def cut_to_common(source: Path, target: Path) -> None:
    """Keep GB2312, Latin, common signs and the characters of names; drop layout tables."""
    with TTFont(source, recalcTimestamp=False) as font:
        _cut(font, common_characters())
        _widen_dash(font)
        font.save(target)


def cut_extension_a(source: Path, target: Path) -> None:
    """Keep all but Extension A, of which only the characters of names are used."""
    names = set(map(ord, NAME_CHARACTERS))
    with TTFont(source, recalcTimestamp=False) as font:
        kept = (code for code in font.getBestCmap() if not 0x3400 <= code < 0x4DC0)
        _cut(font, names | set(kept))
        _widen_dash(font)
        font.save(target)


def convert(source: Path, target: Path) -> None:
    """Turn the CFF outlines into TrueType ones, which PDF embedding needs; keep GB2312.

    Beyond GB2312 the font draws traditional characters in their simplified shape, and a few
    signs as others.
    """
    with TTFont(source, recalcTimestamp=False) as font:
        wanted = common_characters()
        drawn = {code for code in font.getBestCmap() if code in wanted or _is_sign(code)}
        _cut(font, drawn - MISDRAWN)
        _to_truetype(font)
        _rename_converted(font)
        font.save(target)


def common_characters() -> set[int]:
    """GB2312 in both readings of — and ·, ASCII, Latin-1, circled numbers, names, signs."""
    codes = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | set(map(ord, NAME_CHARACTERS))
    codes |= set(range(0x2460, 0x2474)) | set(range(0x2160, 0x216C)) | {0x3007}
    codes |= set(map(ord, COMMON_SIGNS))
    for codec in ("gb2312", "gbk"):
        codes |= set(_two_byte_characters(codec))
    return codes


def _two_byte_characters(codec: str) -> Iterable[int]:
    for lead in range(0xA1, 0xF8):
        for trail in range(0xA1, 0xFF):
            char = bytes((lead, trail)).decode(codec, errors="ignore")
            if len(char) == 1 and not 0xE000 <= ord(char) < 0xF900:
                yield ord(char)


def _is_sign(code: int) -> bool:
    """Punctuation, symbols and letters below the ideographs, but no radicals."""
    return code < 0x2E80 or 0x3000 <= code < 0x3400 or 0xFF00 <= code < 0xFFF0


def _cut(font: Any, codes: set[int]) -> None:
    options = subset.Options()
    options.drop_tables += UNUSED_TABLES
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes & set(font.getBestCmap()))
    cutter.subset(font)


def _widen_dash(font: Any) -> None:
    """Draw — as a bar of one em at the height of Chinese text.

    Noto has the short, low Latin one: two of them would not join to a Chinese ——.
    """
    name, table = font.getBestCmap()[0x2014], font["glyf"]
    em, os2 = font["head"].unitsPerEm, font["OS/2"]
    thickness = table[name].yMax - table[name].yMin
    middle = (os2.sTypoAscender + os2.sTypoDescender) // 2
    low, high = middle - thickness // 2, middle - thickness // 2 + thickness
    pen = TTGlyphPen(None)
    pen.moveTo((0, low))
    for point in ((0, high), (em, high), (em, low)):
        pen.lineTo(point)
    pen.closePath()
    table[name] = pen.glyph()
    font["hmtx"][name] = (em, 0)
    said = f"Cut from {font['name'].getDebugName(4)}; the em dash was drawn anew, one em wide."
    font["name"].setName(said, 10, 3, 1, 0x409)


def _to_truetype(font: Any) -> None:
    order, outlines = font.getGlyphOrder(), font.getGlyphSet()
    glyphs = {name: _quadratic(outlines[name]) for name in order}
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, glyphs
    del font["CFF "]
    for name, glyph in glyphs.items():
        glyph.recalcBounds(table)
        width, _ = font["hmtx"][name]
        font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    _replace_profile(font)


def _quadratic(outline: Any) -> Glyph:
    """One glyph; TrueType's outer contours run clockwise, here only some of them do."""
    area = AreaPen()
    outline.draw(area)
    recording = RecordingPen()
    outline.draw(Cu2QuPen(recording, CURVE_ERROR, reverse_direction=area.value > 0))
    pen = TTGlyphPen(None)
    recording.replay(pen)
    return pen.glyph()


def _replace_profile(font: Any) -> None:
    profile = font["maxp"]
    profile.tableVersion = 0x00010000
    for field in (
        "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
        "maxStackElements", "maxSizeOfInstructions", "maxComponentElements",
    ):  # fmt: skip
        setattr(profile, field, 0)
    profile.maxZones = 1
    profile.compile(font)
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\x00\x01\x00\x00"


def _rename_converted(font: Any) -> None:
    """One family name for every system, and a word that the font was changed."""
    names = font["name"]
    names.names = [record for record in names.names if record.nameID not in {16, 17}]
    said = {
        1: "FandolFang",
        2: "Regular",
        4: "FandolFang",
        6: "FandolFang-Regular",
        10: "Converted from FandolFang-Regular.otf to TrueType and cut to GB2312.",
    }
    for name_id, text in said.items():
        names.setName(text, name_id, 3, 1, 0x409)
        names.setName(text, name_id, 1, 0, 0)


def write_checksums(folder: Path) -> None:
    """Write SHA256SUMS over the fonts and metrics, so that a test can hold them unchanged."""
    files = sorted([*folder.glob("*.ttf"), *folder.glob("*.metrics.json")])
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
