"""F1: the page of help for what is shown, in the window and in whatever dialog is open over it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from xinxi_desktop import settings
from xinxi_desktop.gui.actions import bind

if TYPE_CHECKING:
    from xinxi_desktop.gui.dialogs.help_window import HelpWindow


class Helping(QObject):
    """Keeps one help window beside the main window, and lends its key to dialogs."""

    def __init__(
        self, window: QWidget, values: settings.Settings, view_key: Callable[[], str]
    ) -> None:
        """Help in ``window``; ``view_key`` tells which of its views is shown."""
        super().__init__(window)
        self._window, self._values, self._view_key = window, values, view_key
        self._help: HelpWindow | None = None
        # Once Qt knows the new active window.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._lend)
        app = cast(QApplication, QApplication.instance())
        app.focusWindowChanged.connect(self._note_focus)

    def show(self) -> None:
        """Show the page for the view that is shown."""
        from xinxi_desktop.gui.dialogs.help_window import HelpWindow
        from xinxi_desktop.gui.help_pages import page_of_view

        if self._help is None:
            self._help = HelpWindow(self._values, self._window)
        self._help.show_page(page_of_view(self._view_key()))
        self._help.come_forward()

    def close(self) -> None:
        """Close the help with the window."""
        if self._help is not None:
            self._help.close()

    def _note_focus(self, _window: object) -> None:
        self._timer.start()

    def _lend(self) -> None:
        """Let F1 work in the dialog that has come up: a modal one takes the window's keys."""
        dialog = QApplication.activeWindow()
        if not isinstance(dialog, QDialog):
            return
        from xinxi_desktop.gui.dialogs.help_window import HelpWindow

        if isinstance(dialog, HelpWindow):
            return
        if dialog.findChild(QAction, "help") is None and dialog.parent() is not None:
            bind(dialog, "help", partial(self._show_over, dialog))

    def _show_over(self, dialog: QDialog) -> None:
        from xinxi_desktop.gui.dialogs.help_window import HelpWindow
        from xinxi_desktop.gui.help_pages import page_of_dialog

        shown = HelpWindow(self._values, dialog)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.show_page(page_of_dialog(type(dialog).__name__, self._view_key()))
        shown.come_forward()
