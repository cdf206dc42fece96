"""Taking a report's pictures: checked, cropped and turned as seen, freed of hidden data.

What is kept is PNG or JPEG in RGB or grey, so that screen, PDF and Word draw the same. Places
and names that cameras write into pictures do not go into any output (practice.md §1.6). Only
Pillow is used, and nothing above ``MOST_PIXELS`` is ever decoded whole.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from xinxi_desktop.domain.pictures import BROKEN, TOO_LARGE, PictureInfo

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 64_000_000
"""Decoded at once at most: 200 MB. A baseline JPEG above it is decoded at a fraction."""
_MOST_JPEG_PIXELS = 1_000_000_000
_KEPT_PIXELS = 24_000_000
"""More than a page in print can show at 300 dpi, four times over: larger ones are reduced."""
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "MPO")
_JPEGS = ("JPEG", "MPO")
_PLAIN_MODES = ("1", "L", "P", "LA", "RGB", "RGBA")
_QUALITY = 92
_FAULTS = (
    OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, IndexError, KeyError,
    TypeError, OverflowError, MemoryError, NotImplementedError, AttributeError,
)  # fmt: skip
"""What Pillow's readers raise on damaged files."""
_DRAWINGS = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_EMF_MARK = slice(40, 44)
_JPEG_DROPPED = frozenset((0xE1, 0xED, 0xFE))
"""Exif and XMP, IPTC, comments."""
_PNG_KEPT = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs")
)
_PNG_HEAD = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Shown:
    """How a file shows a picture: shares cut off left, top, right, bottom; turned; mirrored.

    ``quarters`` are quarter turns clockwise.
    """

    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    quarters: int = 0
    flipped: bool = False

    @property
    def altered(self) -> bool:
        """Whether anything differs from the picture's own bytes."""
        return any(self.crop) or bool(self.quarters % 4) or self.flipped


AS_IT_IS = Shown()


@dataclass(frozen=True, slots=True)
class TakenPicture:
    """A picture as it is kept; ``reduced``: it was too large and is kept smaller."""

    data: bytes
    info: PictureInfo
    reduced: bool = False


def is_drawing(data: bytes) -> bool:
    """Tell a drawing made of lines (EMF, WMF, SVG), which is no picture of points."""
    if data.startswith(_DRAWINGS) or data[_EMF_MARK] == b" EMF":
        return True
    return b"<svg" in data[:512].lower()


def take_picture(data: bytes, shown: Shown = AS_IT_IS) -> TakenPicture:
    """Check a picture and bring it into the form that is kept; a bad one keeps its bytes."""
    try:
        with _image_module().open(BytesIO(data), formats=_FORMATS) as image:
            if fault := _fault_of(image):
                return TakenPicture(data, PictureInfo(image.width, image.height, 0.0, fault))
            return _taken(image, data, shown)
    except _FAULTS:
        return TakenPicture(data, PictureInfo(fault=BROKEN))


def read_picture(data: bytes) -> PictureInfo:
    """Give size, resolution and fault of a picture; it is decoded, so that none breaks later."""
    try:
        with _image_module().open(BytesIO(data), formats=_FORMATS) as image:
            info = PictureInfo(image.width, image.height, _dpi(image), _fault_of(image))
            if not info.fault:
                image.draft(None, (1, 1))
                image.load()
            return info
    except _FAULTS:
        return PictureInfo(fault=BROKEN)


@cache
def _image_module() -> Any:
    """Give Pillow; our own limits stand instead of its warning, which would end in a crash."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None
    return Image


def _fault_of(image: Image) -> str:
    pixels = image.size[0] * image.size[1]
    if not pixels:
        return BROKEN
    whole = image.format not in _JPEGS or bool(image.info.get("progressive"))
    return TOO_LARGE if pixels > (MOST_PIXELS if whole else _MOST_JPEG_PIXELS) else ""


def _dpi(image: Image) -> float:
    found = image.info.get("dpi")
    try:
        return max(0.0, float(found[0])) if found else 0.0
    except _FAULTS:
        return 0.0


def _taken(image: Image, data: bytes, shown: Shown) -> TakenPicture:
    dpi, jpeg = _dpi(image), image.format in _JPEGS
    large = image.size[0] * image.size[1] > _KEPT_PIXELS
    if large:
        image.draft(None, _reduced(image.size))
    image.load()
    plain = image.mode in (("L", "RGB") if jpeg else _PLAIN_MODES)
    if plain and not large and not shown.altered and image.format in ("PNG", "JPEG"):
        bare = _bare_jpeg(data) if jpeg else _bare_png(data)
        return TakenPicture(bare, PictureInfo(image.width, image.height, dpi))
    made = _as_shown(_plain(image), shown)
    if large:
        made.thumbnail(_reduced(made.size))
        dpi = 0.0
    stream = BytesIO()
    resolution = {"dpi": (dpi, dpi)} if dpi else {}
    if jpeg:
        made.save(stream, "JPEG", quality=_QUALITY, subsampling=0, **resolution)
    else:
        made.save(stream, "PNG", **resolution)
    return TakenPicture(stream.getvalue(), PictureInfo(made.width, made.height, dpi), large)


def _reduced(size: tuple[int, int]) -> tuple[int, int]:
    share = min(1.0, (_KEPT_PIXELS / (size[0] * size[1])) ** 0.5)
    return max(1, int(size[0] * share)), max(1, int(size[1] * share))


def _plain(image: Image) -> Image:
    """Bring any kind of pixel to grey, RGB or RGB with transparency."""
    if image.mode in ("I", "I;16", "I;16B", "I;16L"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode == "P":
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    if image.mode == "CMYK":
        return _from_profile(image)
    if image.mode in ("1", "L", "RGB", "RGBA"):
        return image
    return image.convert("RGBA" if image.mode in ("LA", "PA", "La", "RGBa") else "RGB")


def _from_profile(image: Image) -> Image:
    """Turn printer's colours into screen colours, by the picture's own profile if it has one."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if profile:
        try:
            made = ImageCms.profileToProfile(
                image, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            return made or image.convert("RGB")
        except (ImageCms.PyCMSError, *_FAULTS):
            return image.convert("RGB")
    return image.convert("RGB")


def _as_shown(image: Image, shown: Shown) -> Image:
    """Cut and turn a picture as the file shows it: what is cut off stays out of every output."""
    from PIL.Image import Transpose

    left, top, right, bottom = shown.crop
    width, height = image.size
    if any(shown.crop):
        box = (
            round(max(left, 0) * width), round(max(top, 0) * height),
            round((1 - max(right, 0)) * width), round((1 - max(bottom, 0)) * height),
        )  # fmt: skip
        if box[0] < box[2] and box[1] < box[3]:
            image = image.crop(box)
    if shown.flipped:
        image = image.transpose(Transpose.FLIP_LEFT_RIGHT)
    turns = {1: Transpose.ROTATE_270, 2: Transpose.ROTATE_180, 3: Transpose.ROTATE_90}
    turn = turns.get(shown.quarters % 4)
    return image if turn is None else image.transpose(turn)


def _bare_jpeg(data: bytes) -> bytes:
    """Leave out the segments that hold no picture; the picture itself stays bit for bit."""
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xDA:
            return b"".join(kept) + data[at:]
        if marker == 0xFF:
            at += 1
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker not in _JPEG_DROPPED:
            kept.append(data[at:end])
        at = end
    return data


def _bare_png(data: bytes) -> bytes:
    """Leave out the chunks that hold no picture."""
    kept, at = [_PNG_HEAD], len(_PNG_HEAD)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] in _PNG_KEPT:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)
