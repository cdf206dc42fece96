"""Makes the program look as one: palette, stylesheet, icons and font from one place."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from xinxi_desktop import settings
from xinxi_desktop.assets import asset, asset_root
from xinxi_desktop.gui import icons
from xinxi_desktop.gui.tokens import (
    DARK,
    LIGHT,
    REHEARSAL_DARK,
    REHEARSAL_LIGHT,
    Tokens,
    palette_of,
)

SYSTEM_FONTS = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "思源黑体",
    "Noto Sans SC",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
)
"""System fonts that read well as interface text, the best first (Windows, macOS, Linux, UOS)."""

_SHIPPED = ("NotoSansSC-Regular.ttf", "NotoSansSC-Medium.ttf")


class Theme(QObject):
    """Applies the settings 明暗 and 字号 to the application and follows the system's scheme.

    Signals:
        changed: colours or sizes are new; whoever paints by hand paints again.
    """

    changed = Signal()

    def __init__(self, app: QApplication, values: settings.Settings) -> None:
        """Prepare; ``apply`` paints."""
        super().__init__(app)
        self._app = app
        self._values = values
        self._family = interface_family()
        self._rehearsal = False
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        mode = self._values.get(settings.THEME)
        dark = mode == "dark"
        if mode == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self._rehearsal:
            return REHEARSAL_DARK if dark else REHEARSAL_LIGHT
        return DARK if dark else LIGHT

    def prepare(self) -> None:
        """Set font and colours before there are widgets; ``dress`` them once they are built.

        A widget that is put into another would otherwise be dressed again each time.
        """
        self._tell_system()
        self._set_font_and_palette()

    def dress(self) -> None:
        """Give the stylesheet to widgets that were built since ``prepare``."""
        if not self._app.styleSheet():
            self._app.setStyleSheet(stylesheet(self.tokens, self._values.get(settings.FONT_SIZE)))

    def apply(self) -> None:
        """Give every widget the colours and the size that the settings ask for."""
        self._tell_system()
        self._set_font_and_palette()
        size = self._values.get(settings.FONT_SIZE)
        self._app.setStyleSheet(stylesheet(self.tokens, size))
        icons.retint(self._app)
        self.changed.emit()

    def _set_font_and_palette(self) -> None:
        size = self._values.get(settings.FONT_SIZE)
        font = QFont(self._family) if self._family else QFont(self._app.font())
        font.setPixelSize(size)
        self._app.setFont(font)
        self._app.setPalette(palette_of(self.tokens))

    def set_rehearsal(self, rehearsal: bool) -> None:
        """Wear the other accent while a copy for training lies open."""
        if rehearsal != self._rehearsal:
            self._rehearsal = rehearsal
            self.apply()

    def set_mode(self, mode: str) -> None:
        """Choose system, light or dark."""
        self._values.set(settings.THEME, mode)
        self.apply()

    def set_font_size(self, size: int) -> None:
        """Choose the text size in pixels, 12 to 20."""
        self._values.set(settings.FONT_SIZE, size)
        self.apply()

    def _tell_system(self) -> None:
        # Windows and macOS draw the title bar and native dialogs themselves.
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        mode = self._values.get(settings.THEME)
        hints = self._app.styleHints()
        hints.blockSignals(True)
        hints.setColorScheme(schemes.get(mode, Qt.ColorScheme.Unknown))
        hints.blockSignals(False)

    def _follow_system(self) -> None:
        if self._values.get(settings.THEME) == "system":
            self.apply()


def stylesheet(tokens: Tokens, size: int) -> str:
    """The text of ui/app.qss with colours and sizes filled in."""
    template = Template(asset("ui", "app.qss").read_text(encoding="utf-8"))
    colours = {name: getattr(tokens, name) for name in Tokens.__slots__}
    sizes = {
        "small": f"{size - 1}px",
        "large": f"{round(size * 1.15)}px",
        "title": f"{round(size * 1.45)}px",
        "control": f"{round(size * 1.9)}px",
        "tab": f"{round(size * 2.7)}px",
        "mark": f"{icons.icon_size(size)}px",
        "tick": f"{round(size * 1.1)}px",
        "dot": f"{round(size * 1.1) // 2}px",
    }
    pictures = {"icons": asset("resources", "icons").as_posix()}
    return template.substitute(colours | sizes | pictures)


def interface_family() -> str:
    """The font of the interface: a known Chinese one of the system, else the shipped one.

    Empty if neither is there: then Qt's default stays.
    """
    installed = set(QFontDatabase.families())
    found = next((family for family in SYSTEM_FONTS if family in installed), "")
    return found or _shipped_family()


def _shipped_family() -> str:
    folder = asset_root() / "resources" / "fonts"
    for name in _SHIPPED:
        families = (
            QFontDatabase.applicationFontFamilies(
                QFontDatabase.addApplicationFont(str(folder / name))
            )
            if (folder / name).is_file()
            else []
        )
        if families:
            return families[0]
    return ""
