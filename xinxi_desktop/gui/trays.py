"""Which trays a printer has, by the words of the office, and how Qt is told of one.

On Windows Qt's own sources reach the driver. Under CUPS Qt leaves them out of the job, so a
tray goes by its driver's name (``InputSlot``), which CUPS's own ``lpoptions`` tells.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

from PySide6.QtPrintSupport import QPrintEngine, QPrinter

AUTO = "auto"
_SOURCES: dict[str, tuple[str, QPrinter.PaperSource]] = {
    AUTO: ("自动选择", QPrinter.PaperSource.Auto),
    "upper": ("上层纸盒", QPrinter.PaperSource.Upper),
    "middle": ("中层纸盒", QPrinter.PaperSource.Middle),
    "lower": ("下层纸盒", QPrinter.PaperSource.Lower),
    "large": ("大容量纸盒", QPrinter.PaperSource.LargeCapacity),
    "manual": ("手送纸", QPrinter.PaperSource.Manual),
}
_WORDS = {
    "auto": "自动选择", "upper": "上层纸盒", "middle": "中层纸盒", "lower": "下层纸盒",
    "largecapacity": "大容量纸盒", "manual": "手送纸", "manualfeed": "手送纸",
    "multipurpose": "多功能纸盒", "bypass": "旁路纸盒", "envelope": "信封",
}  # fmt: skip
_SLOT = "slot:"
_SECONDS = 3
_CUPS_OPTIONS = 0xFE00
"""Qt's private property of names and values that go into the job as they are."""


def trays_of(printer: str) -> list[tuple[str, str]]:
    """List a printer's trays as (setting value, word), 自动选择 first."""
    if sys.platform == "win32":
        return [(key, word) for key, (word, _source) in _SOURCES.items()]
    slots = slots_in(_options_of(printer)) if printer else []
    others = [(f"{_SLOT}{slot}", tray_words(slot)) for slot in slots if slot.lower() != AUTO]
    return [(AUTO, _SOURCES[AUTO][0]), *others]


def choose_tray(printer: QPrinter, tray: str) -> None:
    """Let a job take its paper from ``tray``, a value that ``trays_of`` gave."""
    if tray.startswith(_SLOT):
        key = QPrintEngine.PrintEnginePropertyKey(_CUPS_OPTIONS)
        printer.printEngine().setProperty(key, ["InputSlot", tray.removeprefix(_SLOT)])
    elif tray in _SOURCES:
        printer.setPaperSource(_SOURCES[tray][1])


def slots_in(options: str) -> list[str]:
    """Read the trays' names from what ``lpoptions -l`` says of a printer."""
    found = re.search(r"^InputSlot/[^:]*:(.*)$", options, re.MULTILINE)
    return [word.removeprefix("*") for word in found[1].split()] if found else []


def tray_words(slot: str) -> str:
    """Say a driver's name for a tray as people do; one that is not known stays."""
    bare = re.sub(r"[^a-z0-9]", "", slot.lower())
    numbered = re.fullmatch(r"(?:tray|cassette)(\d+)", bare)
    return f"纸盒 {numbered[1]}" if numbered else _WORDS.get(bare, slot)


def _options_of(printer: str) -> str:
    program = shutil.which("lpoptions")
    if program is None:
        return ""
    try:
        done = subprocess.run(
            [program, "-p", printer, "-l"], capture_output=True, text=True, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        # Without an answer the printer chooses its tray by itself.
        return ""
    return done.stdout
