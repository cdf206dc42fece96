"""Shows headings as on paper: 一、 in 黑体, （一） in 楷体, 1. bold; also run-in first sentences."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from xinxi_desktop.assets import asset
from xinxi_desktop.domain.document import run_in_heading
from xinxi_desktop.gui.widgets.body_text import level_of

KAI_FONTS = (
    "KaiTi", "楷体", "KaiTi_GB2312", "楷体_GB2312", "STKaiti", "Kaiti SC", "AR PL UKai CN",
)  # fmt: skip
"""楷体 of Windows, macOS and Linux; else the shipped one."""

_SHIPPED = "LXGWWenKai-Light.ttf"
_BOLD_LEVELS = (1, 3)
_KAI_LEVEL = 2


class HeadingLook(QSyntaxHighlighter):
    """Highlights as text is committed; a composition (preedit) changes no block and is left alone.

    Highlights live beside the text: they are no formats, so undo knows nothing of them.
    """

    def __init__(self, document: QTextDocument) -> None:
        """Highlight ``document``, which owns this."""
        super().__init__(document)
        self._formats = {level: heading_format(level) for level in (1, 2, 3, 4)}

    def highlightBlock(self, text: str) -> None:
        """Format a heading, or the first sentence of a paragraph that stands for one."""
        block = self.currentBlock()
        level = level_of(block)
        if level:
            self.setFormat(0, units(text), self._formats[level])
            return
        level, length = run_in_heading(text)
        if level:
            self.setFormat(0, units(text[:length]), self._formats[level])


def units(text: str) -> int:
    """How many UTF-16 units Qt counts in a text."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def heading_format(level: int) -> QTextCharFormat:
    """The characters of a heading."""
    made = QTextCharFormat()
    if level in _BOLD_LEVELS:
        made.setFontWeight(QFont.Weight.Bold)
    elif level == _KAI_LEVEL:
        made.setFontFamilies([kai_family()])
    return made


@cache
def kai_family() -> str:
    """The family of 楷体 on screen."""
    installed = set(QFontDatabase.families())
    found = next((family for family in KAI_FONTS if family in installed), "")
    if found:
        return found
    path = asset("resources", "fonts", _SHIPPED)
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return families[0] if families else QFont().family()
