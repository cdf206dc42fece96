"""How changed passages look: never by colour alone, since people print in black and white."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette, QTextCharFormat, QTextFormat

from xinxi_desktop.gui.tokens import tokens_of

_GROUND = 0.18


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


def comment_look(palette: QPalette) -> QTextCharFormat:
    """What a comment is on: a ground of its own and a dotted line."""
    made = QTextCharFormat()
    colour = tokens_of(palette).colour("warn")
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    made.setUnderlineColor(colour)
    ground = QColor(colour)
    ground.setAlphaF(_GROUND)
    made.setBackground(ground)
    return made


def unmarked_look() -> QTextCharFormat:
    """Takes the look of what fell away off again, when merged."""
    made = QTextCharFormat()
    made.setFontStrikeOut(False)
    made.setProperty(QTextFormat.Property.ForegroundBrush, None)
    return made
