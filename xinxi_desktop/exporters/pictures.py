"""Pictures as they go into PDF and Word: no finer than print shows, nothing transparent."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any

from xinxi_desktop.domain.pictures import MOST_DPI
from xinxi_desktop.errors import WorldError

if TYPE_CHECKING:
    from PIL.Image import Image

PictureBytes = Callable[[str], bytes]
"""Gives a picture's bytes by its blob."""

_SPARE = 1.05
"""A picture this little finer stays as it is: drawing it anew would cost more than it saves."""
_QUALITY = 90
_FAULTS = (OSError, SyntaxError, ValueError, EOFError, MemoryError)


def no_pictures(blob: str) -> bytes:
    """Stand in where no picture can occur."""
    raise KeyError(blob)


def fitted(data: bytes, width: float, height: float) -> tuple[bytes, str]:
    """Give a picture fit for a box (points), and its format, png or jpeg.

    A picture that is good as it is keeps its bytes. WorldError if it can't be drawn after all.
    """
    import PIL.Image

    most = max(1, round(width * MOST_DPI / 72)), max(1, round(height * MOST_DPI / 72))
    try:
        with PIL.Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            jpeg = image.format == "JPEG"
            fine = image.width > most[0] * _SPARE or image.height > most[1] * _SPARE
            if not fine and image.mode in ("1", "L", "RGB"):
                return data, "jpeg" if jpeg else "png"
            if fine:
                image.draft(None, most)
            image.load()
            made = _opaque(image)
            if fine:
                made = made.resize(most, PIL.Image.Resampling.LANCZOS)
            return _written(made, jpeg), "jpeg" if jpeg else "png"
    except _FAULTS as error:
        raise WorldError(
            "picture_failed",
            "有一幅图片画不出来，文件没有写成，稿件没有改动。请在稿件里删去或换掉这幅图片后再试。",
        ) from error


def _opaque(image: Image) -> Image:
    """Lay a transparent picture on white paper."""
    import PIL.Image

    if image.mode in ("1", "L", "RGB"):
        return image.convert("L") if image.mode == "1" else image
    clear = image.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in image.info
    if not clear:
        return image.convert("RGB")
    shown = image.convert("RGBA")
    paper = PIL.Image.new("RGBA", shown.size, "white")
    return PIL.Image.alpha_composite(paper, shown).convert("RGB")


def _written(image: Image, jpeg: bool) -> bytes:
    stream = BytesIO()
    options: dict[str, Any] = {"quality": _QUALITY} if jpeg else {}
    image.save(stream, "JPEG" if jpeg else "PNG", **options)
    return stream.getvalue()


def greyed(data: bytes) -> bytes:
    """Give a picture in greys, as PNG."""
    from PIL import Image

    with Image.open(BytesIO(data)) as picture:
        stream = BytesIO()
        picture.convert("L").save(stream, "PNG")
        return stream.getvalue()
