"""The ways by which files come in: a dialog, the clipboard, and dropping them onto the view."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from xinxi_desktop.gui.notify import Notifier
from xinxi_desktop.gui.widgets.file_dialog import file_dialog

_FILES = "来稿 (*.docx *.txt);;所有文件 (*)"
_EDGE = 12
_PICTURES = (("image/png", ".png"), ("image/jpeg", ".jpg"))


class IntakeDoors(QObject):
    """Listens to the events of one view.

    Signals:
        came: a list of Paths, files or folders.
        pasted: the suffix that says what was pasted, and its bytes.
    """

    came = Signal(object)
    pasted = Signal(str, bytes)

    def __init__(self, view: QWidget, notifier: Notifier) -> None:
        """Take what is dropped onto ``view``, and say over it that one may let go."""
        super().__init__(view)
        self._view, self._notifier = view, notifier
        self.hint = QLabel("松开鼠标，就登记这些文件", view)
        self.hint.setObjectName("dropHint")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hint.hide()
        view.setAcceptDrops(True)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take dragged files; anything else is not for this view."""
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            paths = local_paths(event.mimeData())
            if paths:
                event.acceptProposedAction()
            self.hint.setVisible(bool(paths) and kind == QEvent.Type.DragEnter)
            self.hint.raise_()
            if paths and kind == QEvent.Type.Drop:
                self.came.emit(paths)
            return True
        if kind == QEvent.Type.DragLeave:
            self.hint.hide()
        elif kind == QEvent.Type.Resize:
            self.hint.setGeometry(self._view.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))
        return super().eventFilter(watched, event)

    def ask_files(self) -> None:
        """Let files be picked."""
        self._ask("登记来稿：选中一个或多个文件", QFileDialog.FileMode.ExistingFiles)

    def ask_folder(self) -> None:
        """Let a folder be picked."""
        self._ask("登记来稿：选一个文件夹", QFileDialog.FileMode.Directory)

    def paste(self) -> None:
        """Take the files, the text or the picture on the clipboard."""
        data = QApplication.clipboard().mimeData()
        paths = local_paths(data)
        found = None if paths else report_in(data)
        if paths:
            self.came.emit(paths)
        elif found:
            self.pasted.emit(*found)
        else:
            self._notifier.warn(
                "剪贴板里没有文件、文字或图片，没有登记。请先复制文件或来稿文字，再到这里粘贴。"
            )

    def _ask(self, title: str, mode: QFileDialog.FileMode) -> None:
        dialog = file_dialog(self._view, title, "", _FILES)
        dialog.setFileMode(mode)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode == QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, names: Sequence[str]) -> None:
        self.came.emit([Path(name) for name in names])


def report_in(data: QMimeData) -> tuple[str, bytes] | None:
    """What is on the clipboard as suffix and bytes: rich text, text, or a picture."""
    from xinxi_desktop.services.pasted_reports import HTML, TEXT
    from xinxi_desktop.services.pasting import pasted_html

    if data.text().strip():
        if data.hasHtml() and pasted_html(data.html()).rich:
            return HTML, data.html().encode()
        return TEXT, data.text().encode()
    for kind, suffix in _PICTURES:
        if data.hasFormat(kind):
            return suffix, bytes(data.data(kind).data())
    image = data.imageData() if data.hasImage() else None
    return (".png", _png_of(image)) if isinstance(image, QImage) and not image.isNull() else None


def _png_of(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def local_paths(data: QMimeData) -> list[Path]:
    """The files and folders of this machine that are dragged or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
