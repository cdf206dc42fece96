"""Between the anchors of comments and cursors in an open text."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from xinxi_desktop.domain.comments import Anchor
from xinxi_desktop.domain.document import Heading, Note, Paragraph
from xinxi_desktop.gui.widgets.body_edits import characters
from xinxi_desktop.gui.widgets.body_text import BodyText, select


def anchor_at(body: BodyText, cursor: QTextCursor) -> Anchor | None:
    """Anchor the selected words, or the whole paragraph; None where no text stands.

    A selection of several paragraphs is anchored at the first of them.
    """
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = body.qt.findBlock(start)
    made = body.block_at(block.blockNumber())
    if not isinstance(made, Paragraph | Heading | Note):
        return None
    text = block.text()
    stripped = len(text) - len(text.lstrip())
    first, last = (characters(text, each - block.position()) - stripped for each in (start, end))
    first, last = max(0, first), min(last, len(made.text))
    if first >= last:
        first, last = 0, len(made.text)
    return Anchor(made.id, first, last, made.text[first:last])


def cursor_at(body: BodyText, anchor: Anchor) -> QTextCursor | None:
    """Select the words of an anchor that was found in the text."""
    number = body.number_of(anchor.block)
    if number < 0:
        return None
    block = body.qt.findBlockByNumber(number)
    text = block.text()
    first = len(text) - len(text.lstrip()) + anchor.first
    return select(body.qt, first, first + len(anchor.quote), text, block.position())
