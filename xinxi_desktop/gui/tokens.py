"""The colours of the window as data: names for what they are used for, light and dark."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Tokens:
    """One scheme; every colour as ``#RRGGBB``.

    ``accent`` (公文红) is for the primary button and the current tab's mark only; ``ok``,
    ``warn``, ``danger`` and ``info`` never stand without a word or an icon.
    """

    window: str
    surface: str
    raised: str
    hover: str
    line: str
    text: str
    secondary: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    select: str
    focus: str
    ok: str
    warn: str
    danger: str
    info: str

    def colour(self, role: str) -> QColor:
        """The colour of a role by its name."""
        return QColor(getattr(self, role))


LIGHT = Tokens(
    window="#F5F6F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    hover="#ECEEF2",
    line="#E1E4E9",
    text="#1F2329",
    secondary="#5F6672",
    disabled="#A0A6B0",
    accent="#B3261E",
    accent_hover="#9A1F18",
    on_accent="#FFFFFF",
    select="#DCE8FB",
    focus="#2F6FDE",
    ok="#2E7D32",
    warn="#9A6700",
    danger="#C62828",
    info="#2F6FDE",
)
DARK = Tokens(
    window="#1E2023",
    surface="#26292D",
    raised="#2D3136",
    hover="#33383E",
    line="#3A3F45",
    text="#E6E8EB",
    secondary="#A6ADB8",
    disabled="#6B7280",
    accent="#E5695F",
    accent_hover="#EC857C",
    on_accent="#1E2023",
    select="#2B4468",
    focus="#2F6FDE",
    ok="#6FBF73",
    warn="#E0A94A",
    danger="#EF6F6C",
    info="#79A7F2",
)

REHEARSAL_LIGHT = replace(LIGHT, accent="#6A3FA0", accent_hover="#573285")
REHEARSAL_DARK = replace(DARK, accent="#B794E8", accent_hover="#C7ABEF")
"""Violet in place of 公文红: a copy for training can't be taken for the real file."""

PAPER = "#FFFFFF"
"""The sheet of the preview, white in both schemes."""

_MIDDLE_GREY = 128


def tokens_of(palette: QPalette) -> Tokens:
    """The scheme that a palette was made from, so that painters need no global theme."""
    return DARK if palette.window().color().lightness() < _MIDDLE_GREY else LIGHT


def palette_of(tokens: Tokens) -> QPalette:
    """The Fusion palette of a scheme."""
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, name in (
        (roles.Window, "window"),
        (roles.WindowText, "text"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "window"),
        (roles.Text, "text"),
        (roles.Button, "surface"),
        (roles.ButtonText, "text"),
        (roles.BrightText, "danger"),
        (roles.Highlight, "select"),
        (roles.HighlightedText, "text"),
        (roles.ToolTipBase, "raised"),
        (roles.ToolTipText, "text"),
        (roles.PlaceholderText, "secondary"),
        (roles.Link, "info"),
        (roles.LinkVisited, "info"),
        (roles.Mid, "line"),
        (roles.Midlight, "hover"),
        (roles.Light, "raised"),
        (roles.Dark, "line"),
        (roles.Accent, "focus"),
    ):
        palette.setColor(role, tokens.colour(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.colour("disabled"))
    return palette
