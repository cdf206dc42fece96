"""The text of an article: title, body, what may be done to it, and why not where it may not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xinxi_desktop.domain.document import Document
from xinxi_desktop.domain.passages import TITLE, Edit, Passage, Place
from xinxi_desktop.domain.states import ARTICLE_MOVES, actions
from xinxi_desktop.domain.vocabulary import ArticleState
from xinxi_desktop.gui.actions import name_key
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.jobs import Control
from xinxi_desktop.gui.models.columns import Row
from xinxi_desktop.gui.moments import moment
from xinxi_desktop.gui.picture_shelf import PictureShelf
from xinxi_desktop.gui.views.editing_lists import state_word
from xinxi_desktop.gui.views.editing_pictures import PictureActs
from xinxi_desktop.gui.views.editing_tables import TableActs
from xinxi_desktop.gui.widgets.banner import Banner
from xinxi_desktop.gui.widgets.basics import (
    Bar,
    EmptyState,
    icon_button,
    label,
    menu_button,
    primary_button,
    set_words,
)
from xinxi_desktop.gui.widgets.body_editor import BodyEditor
from xinxi_desktop.gui.widgets.body_edits import change_text, place_of, turn_selection
from xinxi_desktop.gui.widgets.elided import ElidedLabel
from xinxi_desktop.gui.widgets.flow_layout import FlowLayout
from xinxi_desktop.gui.widgets.title_edit import TitleEdit
from xinxi_desktop.services import articles, reviewing
from xinxi_desktop.services.office import Office

AUTOSAVE_MILLISECONDS = 2000
"""What is typed is in the draft row within 3 s (architecture.md 13), the writing included."""

_COUNT_MILLISECONDS, _SHORT = 200, 2_000

LONG_TITLE = 40
"""From so many characters on a title is called long, quietly."""

_READ_ONLY = "工作文件是只读打开的，稿件只能看，不能改。要改请关闭占用它的窗口后重新打开。"
_RESTORED = "这是上次离开时还没有保存的内容，已经恢复。"
_WORDS = {"submit": "送核", "review": "核稿通过", "return": "退改"}
_MARGIN, _GAP = 24, 8


class EditingPane(QWidget):
    """Edits one article; keeps what is typed as its draft until it is saved as a revision.

    Signals:
        asked: save, submit, review or return.
        sides_asked: take queues and list away, or bring them back.
    """

    asked = Signal(str)
    sides_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nothing opened."""
        super().__init__(parent)
        self._desk = desk
        self.row: Row = {}
        self._saved = ("", Document())
        self.save = _tool("保存", framed=True)
        self.acts: dict[str, QAbstractButton] = {}
        self.sides = icon_button("panel-left", "收起左边")
        self.sides.setCheckable(True)
        self.count, self.unsaved = label("", "secondary"), label("有改动未保存", "warn")
        self.facts = ElidedLabel("", "secondary")
        self.returned, self.fixed = Banner("danger"), Banner("warn", "打开这一期")
        self.restored = Banner("info", "放弃，用上一稿")
        self.title = TitleEdit()
        self.units = ElidedLabel("", "secondary")
        self.long_title = label("", "secondary")
        self.body = BodyEditor(shelf=PictureShelf(desk, self))
        self.pictures = PictureActs(desk, self.body, self)
        self.tables = TableActs(desk, self.body, self)
        self.tools = menu_button("工具")
        self._timer = QTimer(self, singleShot=True, interval=AUTOSAVE_MILLISECONDS)
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_MILLISECONDS)
        self._lay_out()
        self._wire()

    # ------------------------------------------------------------ opening and closing

    @property
    def key(self) -> int:
        """The id of the article that is open, 0 for none."""
        return int(self.row.get("id", 0))

    @property
    def dirty(self) -> bool:
        """Whether the text differs from the newest revision."""
        return bool(self.row) and self.text() != self._saved

    def text(self) -> tuple[str, Document]:
        """Title and body as they stand."""
        return self.title.text(), self.body.read()

    def open_article(self, key: int) -> None:
        """Open an article; what was left unsaved comes back, and a banner says so."""
        self.flush()
        self._read(key)
        draft = articles.draft(self._desk.office, key)
        restored = draft is not None and draft != self._saved
        title, body = draft if draft is not None and restored else self._saved
        self.body.open_text(key, body)
        self.title.show_text(title)
        self.restored.say(_RESTORED if restored else "")
        self._stack.setCurrentIndex(1)
        self._show_state()

    def read_again(self) -> None:
        """Follow what happened to the article elsewhere; text being typed stays."""
        saved, dirty = self._saved, self.dirty
        self._read(self.key)
        if self._saved != saved and not dirty:
            self.body.open_text(self.key, self._saved[1])
            self.title.show_text(self._saved[0])
        self._show_state()

    def take_text(self, title: str, body: Document) -> None:
        """Show a text as the article's newest revision, in place of what is typed."""
        self.body.replace_text(self.key, body)
        self.title.show_text(title)
        self.restored.say("")
        self._show_state()

    def close_article(self) -> None:
        """Show that no article is open."""
        self._timer.stop()
        self._counting.stop()
        self.row = {}
        self._stack.setCurrentIndex(0)

    def flush(self) -> bool:
        """Keep what is typed in the draft row, at once; False if that failed."""
        self._timer.stop()
        if not self.row or self._desk.office.read_only:
            return True
        office, key = self._desk.office, self.key
        if self.dirty and not self.fixed.sentence.text():
            return self._desk.attempt(partial(articles.save_draft, office, key, *self.text()))
        if articles.draft(office, key) is not None:
            return self._desk.attempt(partial(articles.drop_draft, office, key))
        return True

    def give_up(self) -> None:
        """Go back to the newest revision; the unsaved text is gone."""
        key = self.key
        if self._desk.attempt(partial(articles.drop_draft, self._desk.office, key)):
            self.take_text(*self._saved)

    def offer(self, action: str, count: int) -> None:
        """Offer to act on ``count`` of several selected articles, whatever the open one allows.

        0 where only one is selected, or nothing can be done to any.
        """
        words = f"{_WORDS[action]} {count} 篇" if count else _WORDS[action]
        buttons = [self.acts[name] for name in (action, f"{action}.primary") if name in self.acts]
        for button in buttons:
            button.setText(words)
        if count and all(button.isHidden() for button in buttons):
            buttons[0].setVisible(True)
            buttons[0].setEnabled(True)

    # ------------------------------------------------------------ edits as a whole

    @property
    def why_fixed(self) -> str:
        """Why the text can't be changed, empty if it can."""
        return self.fixed.sentence.text()

    def passages(self) -> list[Passage]:
        """Title, paragraphs and cells that hold text."""
        return [Passage(Place(TITLE), self.title.toPlainText()), *self.body.passages()]

    def make_edits(self, edits: Sequence[Edit]) -> None:
        """Make edits; those in the text are undone together, the title's in the title."""
        if self.why_fixed:
            return
        of_title = [each.change for each in edits if each.passage.place.block == TITLE]
        change_text(self.title.document(), 0, of_title)
        self.body.make_edits([each for each in edits if each.passage.place.block != TITLE])

    def show_place(self, edit: Edit) -> None:
        """Select in title or text what an edit would change; of a table, the whole."""
        field = self.title if edit.passage.place.block == TITLE else self.body
        cursor = place_of(field.document(), edit)
        field.setTextCursor(cursor)
        field.ensureCursorVisible()
        field.setFocus()

    def turn_selection(self, how: Callable[[str], str]) -> bool:
        """Put the selected characters, of the title or the text, through a function."""
        field = self.title if self.title.hasFocus() else self.body
        return turn_selection(field.textCursor(), how)

    # ------------------------------------------------------------ showing

    def _read(self, key: int) -> None:
        self.row = articles.article(self._desk.office, key)
        self._saved = (self.row["title"], self.row["document"])

    def _show_state(self) -> None:
        row, office = self.row, self._desk.office
        fixed = _READ_ONLY if office.read_only else articles.why_fixed(office, row["id"])
        self.fixed.say(fixed)
        self.fixed.button.setVisible(bool(fixed and self._issue()))
        self.returned.say(self._why_returned())
        self.body.allow_editing(not fixed)
        self.title.setReadOnly(bool(fixed))
        allowed = actions(ARTICLE_MOVES, ArticleState(row["state"]))
        open_ = allowed if not fixed else frozenset()
        if row["reviewed_revision"] == row["revision"]:
            # The text as it stands has passed: there is nothing to pass again.
            open_ -= {"review"}
        primary = next((each for each in ("submit", "review") if each in open_), "")
        for name, widget in self.acts.items():
            action = name.removesuffix(".primary")
            widget.setVisible(action in open_ and name.endswith(".primary") == (action == primary))
            widget.setEnabled(action in open_)
        self.facts.setText(
            f"{state_word(row)}　{row['editor_name']} 编辑　{moment(row['changed_at'])} 改动"
        )
        names = "、".join(articles.unit_names(office, row["id"]))
        self.units.setText(f"供稿单位：{names or '没有登记单位'}")
        self._count()

    def _issue(self) -> int:
        """The issue by which the text is fixed, 0 for none."""
        office = self._desk.office
        return 0 if office.read_only else articles.fixing_issue(office, self.key)

    def _show_issue(self) -> None:
        self._desk.show_asked.emit("issue", self._issue())

    def _why_returned(self) -> str:
        reason = self.row["return_reason"]
        if not reason:
            return ""
        last = next(
            (each for each in reviewing.reviews(self._desk.office, self.key) if not each["passed"]),
            None,
        )
        who = f"（{last['person_name']}，{moment(last['at'])}）" if last else ""
        return f"退改：{reason}{who}"

    def _count(self) -> None:
        self._counting.stop()
        title, body = self.text()
        self.count.setText(f"正文 {body.characters():,} 字")
        self.long_title.setVisible(len(title) >= LONG_TITLE)
        self.long_title.setText(f"标题 {len(title)} 字，偏长")
        dirty = (title, body) != self._saved
        self.unsaved.setVisible(dirty)
        self.save.setEnabled(dirty and not self.fixed.sentence.text())

    def _edited(self) -> None:
        if self.body.document().characterCount() < _SHORT:
            self._count()
        else:
            self._count_later()
        if not self._timer.isActive():
            self._timer.start()

    def _count_later(self) -> None:
        """Count at the next pause: reading a long text takes longer than a keystroke may."""
        if not self._counting.isActive():
            self.unsaved.show()
            self.save.setEnabled(not self.fixed.sentence.text())
        self._counting.start()

    def _autosave(self) -> None:
        if self.dirty:
            work = partial(_keep, self._desk.office, self.key, *self.text())
            self._desk.jobs.run(work, _nothing, at_once=True)

    # ------------------------------------------------------------ putting together

    def _lay_out(self) -> None:
        sheet = QWidget()
        sheet.setObjectName("reading")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_acts())
        column.addWidget(self._make_facts())
        for banner in (self.returned, self.fixed, self.restored):
            column.addWidget(banner)
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, _GAP, _MARGIN, _GAP)
        head.setSpacing(_GAP)
        head.addWidget(self.title)
        told = QHBoxLayout()
        told.setSpacing(_GAP)
        told.addWidget(self.units, 1)
        told.addWidget(self.long_title)
        head.addLayout(told)
        column.addLayout(head)
        column.addWidget(self.body, 1)
        self._stack = QStackedLayout(self)
        self.empty = EmptyState("选中一篇稿件，在这里修改。稿件从“收稿”里成稿。")
        self._stack.addWidget(self.empty)
        self._stack.addWidget(sheet)

    def _make_acts(self) -> Bar:
        bar, left = Bar(), QWidget()
        # Two lines where large text and a narrow zone leave no room for one.
        flow = FlowLayout(left)
        flow.addWidget(self.sides)
        flow.addWidget(self.save)
        for action, word in _WORDS.items():
            self.acts[action] = _tool(word, framed=True)
            if action != "return":
                self.acts[f"{action}.primary"] = primary_button(word)
        for name in ("submit.primary", "submit", "review.primary", "review", "return"):
            flow.addWidget(self.acts[name])
        bar.add(left, self.tools)
        bar.give_room(left)
        return bar

    def _make_facts(self) -> Bar:
        bar = Bar()
        bar.add(self.facts, self.unsaved, self.count)
        return bar

    def _wire(self) -> None:
        for name, widget in self.acts.items():
            action = name.removesuffix(".primary")
            name_key(widget, f"editing.{action}")
            widget.clicked.connect(partial(self.asked.emit, action))
        for button, key in ((self.save, "save"), (self.sides, "sides")):
            name_key(button, f"editing.{key}")
        self.save.clicked.connect(partial(self.asked.emit, "save"))
        self.sides.clicked.connect(self.sides_asked)
        self.restored.pressed.connect(self.give_up)
        self.fixed.pressed.connect(self._show_issue)
        self.title.textChanged.connect(self._edited)
        self.title.done.connect(self.body.setFocus)
        self.body.edited.connect(self._edited)
        self._timer.timeout.connect(self._autosave)
        self._counting.timeout.connect(self._count)


def _tool(words: str, *, framed: bool = False) -> QToolButton:
    button = QToolButton()
    set_words(button, words)
    button.setProperty("framed", framed)
    return button


def _keep(office: Office, key: int, title: str, body: Document, _control: Control) -> None:
    articles.save_draft(office, key, title, body)


def _nothing(_result: object) -> None:
    """An autosave is silent."""
