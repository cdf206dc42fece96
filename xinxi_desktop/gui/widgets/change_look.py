"""How changed passages look: never by colour alone, since people print in black and white."""

from __future__ import annotations

from PySide6.QtGui import QPalette, QTextCharFormat, QTextFormat

from xinxi_desktop.gui.tokens import tokens_of


def gone_look(palette: QPalette) -> QTextCharFormat:
    """What fell away: red and struck through."""
    made = QTextCharFormat()
    made.setForeground(tokens_of(palette).colour("danger"))
    made.setFontStrikeOut(True)
    return made


def new_look(palette: QPalette) -> QTextCharFormat:
    """What is new: green and underlined."""
    made = QTextCharFormat()
    made.setForeground(tokens_of(palette).colour("ok"))
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    made.setUnderlineColor(tokens_of(palette).colour("ok"))
    return made


def unmarked_look() -> QTextCharFormat:
    """Takes the look of what fell away off again, when merged."""
    made = QTextCharFormat()
    made.setFontStrikeOut(False)
    made.setProperty(QTextFormat.Property.ForegroundBrush, None)
    return made
