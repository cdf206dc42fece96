"""The editor of an article's body: one paragraph a block, plain text in, undo that lasts.

The text of every article opened in this session stays open with its undo stack, so that going
to another article and back loses nothing (style of the trade: undo survives switching).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QWidget

from xinxi_desktop.domain.comments import Anchor
from xinxi_desktop.domain.document import Document, Picture, Table
from xinxi_desktop.domain.passages import Edit, Passage
from xinxi_desktop.gui.actions import ACTIONS, WINDOW, action
from xinxi_desktop.gui.picture_shelf import PictureShelf
from xinxi_desktop.gui.widgets.block_object import draw_objects
from xinxi_desktop.gui.widgets.body_anchors import anchor_at, cursor_at
from xinxi_desktop.gui.widgets.body_edits import make_edits, passages_of, table_in
from xinxi_desktop.gui.widgets.body_menu import add_entries
from xinxi_desktop.gui.widgets.body_paste import paste_blocks, rich_paste, words_of
from xinxi_desktop.gui.widgets.body_text import (
    CAPTION,
    OBJECT,
    OBJECT_TYPE,
    WIDTH,
    BodyText,
    Look,
    blocks_of,
    object_format,
    pasted_lines,
    write_blocks,
)
from xinxi_desktop.gui.widgets.document_text import plain_selection
from xinxi_desktop.gui.widgets.heading_look import HeadingLook
from xinxi_desktop.gui.widgets.marked_text import MarkedText
from xinxi_desktop.gui.widgets.word_choice import choose_word

_MOST_OPEN = 12
_KEPT_KEYS = {"undo"}


@dataclass
class _Open:
    """A text that is open, and where its cursor was."""

    body: BodyText
    headings: HeadingLook
    size: int
    position: int = 0


class BodyEditor(MarkedText):
    """Edits one of several open texts.

    Attributes:
        offered: actions in the menu of the right mouse button.
    Signals:
        edited: the person changed the text; not sent while a composition is under way.
        caption_asked: caption or width of the picture at this position should be changed.
        picture_asked: the picture at this position should be changed for another;
            ``NO_PICTURE``: a new one should be put in.
        pictures_left: so many pictures of what was pasted did not come along.
        table_asked: the table at this position should be changed; ``NO_PICTURE``: a new one.
    """

    edited = Signal()
    caption_asked = Signal(int)
    picture_asked = Signal(int)
    pictures_left = Signal(int)
    table_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, shelf: PictureShelf | None = None) -> None:
        """Begin with an empty text that can't be edited; ``shelf`` has the pictures."""
        super().__init__(parent)
        self._shelf = shelf
        if shelf:
            shelf.arrived.connect(self.viewport().update)
        self.setAccessibleName("正文")
        self._texts: OrderedDict[int, _Open] = OrderedDict()
        self._shown_key = 0
        self.offered: list[QAction] = []
        self.allow_editing(False)

    def allow_editing(self, allowed: bool) -> None:
        """Let the person type, or only read and copy."""
        reading = Qt.TextInteractionFlag.TextSelectableByMouse | (
            Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setReadOnly(not allowed)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextEditorInteraction if allowed else reading
        )

    def open_text(self, key: int, document: Document) -> None:
        """Show the text ``key``; one that is open already and reads as ``document`` goes on."""
        self._put_aside()
        found, old = self._texts.get(key), None
        if found is None or not self._follows(found, document):
            old, found = found, self._make(document)
            self._texts[key] = found
        self._texts.move_to_end(key)
        self._shown_key = key
        self.forget_marks()
        self.setDocument(found.body.qt)
        cursor = self.textCursor()
        cursor.setPosition(min(found.position, found.body.qt.characterCount() - 1))
        self.setTextCursor(cursor)
        if old is not None:
            old.body.qt.deleteLater()
        while len(self._texts) > _MOST_OPEN:
            _, oldest = self._texts.popitem(last=False)
            oldest.body.qt.deleteLater()

    def _follows(self, text: _Open, document: Document) -> bool:
        """Tell whether an open text reads as a document, or can be made to and undone again."""
        if text.body.read() == document:
            return True
        return text.body.rewrite(document, Look.of(self.font())) and text.body.read() == document

    def replace_text(self, key: int, document: Document) -> None:
        """Show the text ``key`` anew from ``document``; what was typed is forgotten."""
        found = self._texts.pop(key, None)
        self._shown_key = 0
        self.open_text(key, document)
        if found is not None:
            found.body.qt.deleteLater()

    def passages(self) -> list[Passage]:
        """The paragraphs and cells that hold text."""
        shown = self._texts.get(self._shown_key)
        return list(passages_of(shown.body)) if shown else []

    def make_edits(self, edits: Sequence[Edit]) -> None:
        """Make edits in passages, undone together."""
        shown = self._texts.get(self._shown_key)
        if shown and edits and not self.isReadOnly():
            make_edits(shown.body, edits)

    def mark_comments(self, anchors: Sequence[Anchor]) -> None:
        """Show on which words comments are."""
        shown = self._texts.get(self._shown_key)
        found = [cursor_at(shown.body, each) for each in anchors] if shown else []
        self.note([cursor for cursor in found if cursor is not None])

    def anchor(self) -> Anchor | None:
        """Where a comment on the selected words, or the cursor's paragraph, would be."""
        shown = self._texts.get(self._shown_key)
        return anchor_at(shown.body, self.textCursor()) if shown else None

    def go_to(self, anchor: Anchor) -> None:
        """Select the words of an anchor and bring them into sight."""
        shown = self._texts.get(self._shown_key)
        cursor = cursor_at(shown.body, anchor) if shown else None
        if cursor is not None:
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def read(self) -> Document:
        """The text as it stands, without what is still being composed."""
        shown = self._texts.get(self._shown_key)
        return shown.body.read() if shown else Document()

    def picture_at(self, position: int) -> tuple[str, int] | None:
        """Give caption and width (twips) of the picture at a position or right before it."""
        found = self._picture_cursor(position)
        return None if found is None else _look_of(found)

    def change_picture(self, position: int, caption: str, width: int) -> None:
        """Change caption and width of the picture at a position; undone like typing."""
        found = self._picture_cursor(position)
        if found is not None and not self.isReadOnly():
            look = found.charFormat()
            look.setProperty(CAPTION, caption.strip())
            look.setProperty(WIDTH, width)
            found.setCharFormat(look)

    def put_picture(self, position: int, blob: str) -> None:
        """Change the picture at a position for another, or put it below the cursor's paragraph."""
        shown = self._texts.get(self._shown_key)
        if shown is None or self.isReadOnly():
            return
        found = self._picture_cursor(position)
        if found is not None:
            made = shown.body.add_picture(blob, *_look_of(found))
            found.setCharFormat(object_format(made))
            return
        self._put_below(shown.body.add_picture(blob))

    def table_at(self, position: int) -> Table | None:
        """The table at a position or right before it."""
        found = self._table(position)
        return found[0] if found else None

    def put_table(self, position: int, table: Table) -> None:
        """Change the table at a position, or put one below the cursor's paragraph."""
        shown = self._texts.get(self._shown_key)
        if shown is None or self.isReadOnly():
            return
        found = self._table(position)
        if found:
            found[1].setCharFormat(object_format(shown.body.add_table(table)))
        else:
            self._put_below(shown.body.add_table(table))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a picture asks for its caption, on a table for its cells."""
        at = event.position().toPoint()
        position = self.cursorForPosition(at).position()
        if not self._ask_caption(position) and not self._ask_cells(position):
            super().mouseDoubleClickEvent(event)
            choose_word(self, at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what may be done to the text and to what stands there."""
        menu = self.createStandardContextMenu()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            position = self.textCursor().position()
        else:
            position = self._go_where_clicked(event.pos())
        add_entries(menu, self, position)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _go_where_clicked(self, at: QPoint) -> int:
        """Put the cursor where one clicked, unless the click was on what is selected."""
        cursor, chosen = self.cursorForPosition(at), self.textCursor()
        position = cursor.position()
        if not chosen.selectionStart() <= position <= chosen.selectionEnd():
            self.setTextCursor(cursor)
        return position

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste and drop text, one paragraph a line; headings and tables stay what they are."""
        shown = self._texts.get(self._shown_key)
        found = rich_paste(source) if source.hasText() or source.hasHtml() else None
        if shown is None or found is None:
            self._insert_lines(source)
            return
        cursor = self.textCursor()
        paste_blocks(cursor, shown.body, found.document, Look.of(self.font()))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        if found.pictures:
            self.pictures_left.emit(found.pictures)

    def paste_plain(self) -> None:
        """Paste the words only, one paragraph a line."""
        if not self.isReadOnly():
            self._insert_lines(QApplication.clipboard().mimeData())

    def _insert_lines(self, source: QMimeData) -> None:
        words = words_of(source)
        if words:
            self.textCursor().insertText(pasted_lines(words))
            self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text; files dropped are for 收稿."""
        return (source.hasText() or source.hasHtml()) and not source.hasUrls()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text only, a table as its cells."""
        shown = self._texts.get(self._shown_key)
        data = QMimeData()
        data.setText(plain_selection(self.textCursor(), shown.body.originals if shown else {}))
        return data

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to the window; Qt's editor would swallow some.

        Undo stays here: in the text it is the text's own, and so is what can be done again.
        """
        # A letter is no key of the window: typing must not wait for the key to be spelled out.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() is not Qt.KeyboardModifier.NoModifier
        ):
            if self._can_redo_by(event):
                event.accept()
                return True
            if QKeySequence(event.keyCombination()).toString() in _WINDOW_KEYS:
                event.ignore()
                return False
        return bool(super().event(event))

    def _can_redo_by(self, event: QKeyEvent) -> bool:
        """Whether a key does again what was undone in this text; Qt knows but one such key."""
        return (
            event.modifiers() is not Qt.KeyboardModifier.NoModifier
            and not self.isReadOnly()
            and self.document().isRedoAvailable()
            and QKeySequence(event.keyCombination()).toString() in _REDO_KEYS
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A soft line break would be no paragraph: Shift+Enter begins one like Enter."""
        if self._can_redo_by(event):
            self.redo()
            return
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            if not self.isReadOnly():
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Give every open text the sizes of the program."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for each in getattr(self, "_texts", {}).values():
                self._fit(each)

    def _ask_caption(self, position: int) -> bool:
        asked = not self.isReadOnly() and self.picture_at(position) is not None
        if asked:
            self.caption_asked.emit(position)
        return asked

    def _ask_cells(self, position: int) -> bool:
        asked = not self.isReadOnly() and self.table_at(position) is not None
        if asked:
            self.table_asked.emit(position)
        return asked

    def _table(self, position: int) -> tuple[Table, QTextCursor] | None:
        shown = self._texts.get(self._shown_key)
        block = self.document().findBlock(position)
        return table_in(block, shown.body.originals) if shown and position >= 0 else None

    def _put_below(self, block: Table | Picture) -> None:
        """Write an object below the cursor's paragraph."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.beginEditBlock()
        look = Look.of(self.font())
        write_blocks(cursor, [block], look, first=False)
        if cursor.atEnd():
            # One must be able to write on below it.
            cursor.insertBlock(look.block(), QTextCharFormat())
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _picture_cursor(self, position: int) -> QTextCursor | None:
        """Select the object character of the picture at a position or right before it."""
        shown = self._texts.get(self._shown_key)
        for start in (position, position - 1):
            cursor = QTextCursor(self.document())
            if not 0 <= start < self.document().characterCount() - 1:
                continue
            cursor.setPosition(start)
            cursor.setPosition(start + 1, QTextCursor.MoveMode.KeepAnchor)
            look = cursor.charFormat()
            if shown and look.objectType() == OBJECT_TYPE:
                block = shown.body.originals.get(str(look.property(OBJECT)))
                if isinstance(block, Picture):
                    return cursor
        return None

    def _make(self, document: Document) -> _Open:
        body = BodyText(document, Look.of(self.font()), self)
        body.qt.setDefaultFont(self.font())
        draw_objects(body.qt, body.originals, self._shelf)
        made = _Open(body, HeadingLook(body.qt), self.font().pixelSize())
        body.qt.setModified(False)
        body.qt.contentsChanged.connect(self.edited)
        return made

    def _put_aside(self) -> None:
        shown = self._texts.get(self._shown_key)
        if shown is not None:
            shown.position = self.textCursor().position()

    def _fit(self, text: _Open) -> None:
        if text.size == self.font().pixelSize():
            return
        text.size, document = self.font().pixelSize(), text.body.qt
        look, changed = Look.of(self.font()).block(), document.isModified()
        document.setDefaultFont(self.font())
        cursor = QTextCursor(document)
        cursor.joinPreviousEditBlock()
        for block in blocks_of(document):
            if block.blockFormat().topMargin() == 0:
                cursor.setPosition(block.position())
                cursor.mergeBlockFormat(look)
        cursor.endEditBlock()
        document.setModified(changed)


def _look_of(cursor: QTextCursor) -> tuple[str, int]:
    look = cursor.charFormat()
    return str(look.property(CAPTION) or ""), int(look.property(WIDTH) or 0)


_WINDOW_KEYS = {
    QKeySequence(key).toString()
    for each in ACTIONS
    if each.where == WINDOW and each.id not in _KEPT_KEYS
    for key in each.keys
    if key.startswith("Ctrl")
}
_REDO_KEYS = {QKeySequence(key).toString() for key in action("redo").keys}
