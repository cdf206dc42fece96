"""The dialog that shows a bug: nothing is lost, here is the report, work goes on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from xinxi_desktop.gui.forms.ui_crash import Ui_CrashDialog


class CrashDialog(QDialog):
    """The sentence, the report ready to copy, and the way back to work."""

    def __init__(self, text: str, kept: str, modal: bool, parent: QWidget | None = None) -> None:
        """Fill the form; ``kept`` is the crash file, empty if it could not be written."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_CrashDialog()
        self.form.setupUi(self)
        self.setModal(modal)
        place = f"报告已存到“{kept}”。" if kept else ""
        self.form.sentence.setText(
            "已登记、已保存的内容都在，可以继续使用。报告里没有稿件内容，"
            f"请复制给维护程序的人。{place}"
        )
        self.form.report.setPlainText(text)
        self.form.copy.clicked.connect(self._copy)
        self.form.carry_on.clicked.connect(self.accept)
        self.form.carry_on.setFocus()
        self.resize(QSize(640, 420))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.form.report.toPlainText())
        self.form.copy.setText("已复制")
