"""Asks before what can't be taken back, and says exactly what will be final."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from xinxi_desktop.gui.forms.ui_final import Ui_FinalDialog
from xinxi_desktop.gui.notify import Question
from xinxi_desktop.gui.widgets.whole_height import WholeHeight

_WIDTH = 460


class FinalDialog(QDialog):
    """One question; the quiet button has the focus, so a stray Enter does nothing final."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        """Fill the form from the question."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_FinalDialog()
        self.form.setupUi(self)
        self.setWindowTitle(question.title)
        self.form.heading.setText(question.title)
        self.form.what.setTextFormat(Qt.TextFormat.PlainText)
        self.form.what.setText(question.what)
        self.form.warning.setText(question.warning)
        self.form.go.setText(question.verb)
        self.form.not_yet.setDefault(True)
        self.form.not_yet.clicked.connect(self.reject)
        self.form.go.clicked.connect(self.accept)
        self.accepted.connect(question.then)
        self.form.not_yet.setFocus()
        self.setMinimumWidth(_WIDTH)
        WholeHeight(self)
