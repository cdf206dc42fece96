"""Pictures in the text of an article: put one in, change it for another, change its caption."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.dialogs.form_dialog import FormDialog
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.widgets.body_editor import BodyEditor
from xinxi_desktop.gui.widgets.body_menu import NO_PICTURE
from xinxi_desktop.gui.widgets.field_form import Field
from xinxi_desktop.gui.widgets.file_dialog import file_dialog
from xinxi_desktop.services.pictures import KeptPicture, keep_picture

_TWIPS = 1440 / 25.4
"""To a millimetre."""
_WIDEST = 300
_FILES = "图片 (*.png *.jpg *.jpeg *.bmp *.gif *.tif *.tiff *.webp);;所有文件 (*)"


class PictureActs(QObject):
    """Answers what the editor asks about its pictures."""

    def __init__(self, desk: Desk, editor: BodyEditor, window: QWidget) -> None:
        """Listen to ``editor``."""
        super().__init__(window)
        self._desk, self._editor, self._window = desk, editor, window
        editor.caption_asked.connect(self.ask_caption)
        editor.picture_asked.connect(self.ask_file)

    def ask_caption(self, position: int) -> None:
        """Ask for caption and width of the picture at a position."""
        caption, width = self._editor.picture_at(position) or ("", 0)
        fields = (
            Field("caption", "题注", default=caption, hint="如：图1 冷库分布"),
            Field(
                "width", "宽度（毫米）", "number", high=_WIDEST, blank="原来的宽度",
                default=round(width / _TWIPS),
            ),
        )  # fmt: skip
        dialog = FormDialog(
            self._desk, "caption", "图片的题注和宽度", "改好", fields,
            lead="题注排在图片下面，空着就没有。比版心宽的图片会缩到版心那么宽。",
            parent=self._window,
        )  # fmt: skip
        dialog.filled.connect(partial(self._change, position, width))
        dialog.open()

    def _change(self, position: int, before: int, values: dict[str, Any]) -> None:
        # A width nobody touched keeps its twips.
        same = values["width"] == round(before / _TWIPS)
        width = before if same else round(values["width"] * _TWIPS)
        self._editor.change_picture(position, values["caption"], width)

    def ask_file(self, position: int = NO_PICTURE) -> None:
        """Let a file be picked for the picture at a position, or for a new one at the cursor."""
        verb = "插入图片" if position == NO_PICTURE else "换成哪张图片"
        dialog = file_dialog(self._window, verb, "", _FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(partial(self._take, position))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, position: int, name: str) -> None:
        office, document = self._desk.office, self._editor.document()

        def work(_control: Control) -> KeptPicture:
            return keep_picture(office, Path(name))

        def done(kept: KeptPicture) -> None:
            # Another article may have been opened meanwhile; the picture is not for that one.
            if self._editor.document() is document:
                self._editor.put_picture(position, kept.blob)
                if kept.reduced:
                    self._desk.notifier.told("图片太大，已按印刷够用的大小缩小收入。")

        self._desk.jobs.run(work, done)
