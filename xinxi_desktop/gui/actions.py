"""Every key in one table. Chinese input methods swallow letters: digits, F-keys, Ctrl only.

``where`` is ``window`` or the key of the view in which the action works; the same key may
stand in two views, never in a view and the window (a test looks). What is of the ``text`` of an
article goes before the keys of its view.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

WINDOW = "window"


@dataclass(frozen=True)
class Action:
    """One thing with a key."""

    id: str
    text: str
    keys: tuple[str, ...]
    where: str = WINDOW


ACTIONS: tuple[Action, ...] = (
    Action("tab.1", "收稿", ("Ctrl+1",)),
    Action("tab.2", "编辑", ("Ctrl+2",)),
    Action("tab.3", "排版", ("Ctrl+3",)),
    Action("tab.4", "统计", ("Ctrl+4",)),
    Action("find", "查找", ("Ctrl+K",)),
    Action("undo", "撤销上一步", ("Ctrl+Z",)),
    Action("redo", "重做刚才撤销的", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Action("history", "撤销记录：看会撤销什么", ("Ctrl+Alt+Z",)),
    Action("help", "帮助", ("F1",)),
    Action("keys", "显示全部按键", ("?", "？", "Ctrl+/")),
    Action("refresh", "重新读取", ("F5",)),
    Action("units", "单位与信息员", ("Ctrl+U",)),
    Action("settings", "设置", ("Ctrl+,",)),
    Action("open", "打开别的工作文件", ("Ctrl+O",)),
    Action("backup", "备份", ("Ctrl+Shift+B",)),
    Action("quit", "退出", ("Ctrl+Q",)),
    Action("dialog.go", "按主按钮（定局的除外）", ("Ctrl+Enter", "Ctrl+Return"), "dialog"),
    Action("preview.width", "预览：适合宽度", ("Ctrl+8",), "preview"),
    Action("preview.page", "预览：整页", ("Ctrl+9",), "preview"),
    Action("preview.actual", "预览：100 %", ("Ctrl+0",), "preview"),
    Action("register.new", "新增", ("Ctrl+N",), "register"),
    Action("register.save", "保存", ("Ctrl+S",), "register"),
    Action("inbox.register", "登记文件", ("Ctrl+N",), "inbox"),
    Action("inbox.folder", "登记整个文件夹", ("Ctrl+Shift+N",), "inbox"),
    Action("inbox.paste", "登记复制的文件、文字或图片", ("Ctrl+V",), "inbox"),
    Action("inbox.shortlist", "定为拟用", ("1",), "inbox"),
    Action("inbox.merge", "定为综合", ("2",), "inbox"),
    Action("inbox.keep", "定为留存", ("3",), "inbox"),
    Action("inbox.reject", "定为不用", ("4",), "inbox"),
    Action("inbox.forward", "定为转送", ("5",), "inbox"),
    Action("inbox.day_end", "日清", ("Ctrl+D",), "inbox"),
    Action("inbox.trash", "删除，放入回收站", ("Del",), "inbox"),
    Action("inbox.restore", "从回收站恢复", ("Ctrl+R",), "inbox"),
    Action("inbox.draft", "成稿", ("Ctrl+Enter", "Ctrl+Return"), "inbox"),
    Action("inbox.original", "打开原件", ("F2",), "inbox"),
    Action("inbox.copy", "另存原件", ("Ctrl+Shift+S",), "inbox"),
    Action("inbox.verify", "核实：记一行", ("F4",), "inbox"),
    Action("inbox.to_verify", "标为待核实", ("Shift+F4",), "inbox"),
    Action("inbox.record", "看履历", ("Ctrl+H",), "inbox"),
    Action("inbox.fold", "收起或展开登记", ("Ctrl+E",), "inbox"),
    Action("inbox.checks", "标出数字、日期、单位、姓名", ("Ctrl+M",), "inbox"),
    Action("inbox.keep_search", "存为查询", ("Ctrl+B",), "inbox"),
    Action("inbox.print", "打印来稿登记簿", ("Ctrl+P",), "inbox"),
    Action("inbox.excel", "来稿登记簿导出 Excel", ("Ctrl+Shift+E",), "inbox"),
    Action("inbox.results", "关闭登记结果", ("Esc",), "inbox"),
    Action("inbox.words", "按词语筛选", ("Ctrl+F",), "inbox"),
    Action("editing.save", "保存一稿", ("Ctrl+S",), "editing"),
    Action("editing.submit", "送核", ("Ctrl+Enter", "Ctrl+Return"), "editing"),
    Action("editing.review", "核稿通过", ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"), "editing"),
    Action("editing.return", "退改", ("Ctrl+T",), "editing"),
    Action("editing.sides", "收起或展开左边", ("Ctrl+B",), "editing"),
    Action("editing.aside", "收起或展开原稿一边", ("Ctrl+\\",), "editing"),
    Action("editing.original", "打开原件", ("F2",), "editing"),
    Action("editing.record", "看履历", ("Ctrl+H",), "editing"),
    Action("editing.report_text", "复制上报文本", ("Ctrl+Shift+C",), "editing"),
    Action("editing.picture", "插入图片", ("Ctrl+Shift+I",), "editing"),
    Action("editing.table", "插入表格", ("Ctrl+Shift+T",), "editing"),
    Action("editing.comment", "加批注", ("Ctrl+M",), "editing"),
    Action("editing.find", "查找替换", ("Ctrl+R", "Ctrl+Shift+F"), "editing"),
    Action("editing.clean", "整理标点", ("Ctrl+L",), "editing"),
    Action("editing.plain", "只粘贴文字", ("Ctrl+Shift+V",), "editing"),
    Action("editing.half", "选中的改为半角", ("Ctrl+[",), "editing"),
    Action("editing.full", "选中的改为全角", ("Ctrl+]",), "editing"),
    Action("editing.words", "按词语筛选", ("Ctrl+F",), "editing"),
    Action("text.find", "查找替换", ("Ctrl+F", "Ctrl+H"), "text"),
    Action("layout.new", "组期", ("Ctrl+N",), "layout"),
    Action("layout.step", "走下一步", ("Ctrl+Enter", "Ctrl+Return"), "layout"),
    Action("layout.advice", "展开或收起版面建议", ("Ctrl+J",), "layout"),
    Action("layout.title", "标题换行", ("Ctrl+L",), "layout"),
    Action("layout.pool", "看备选稿件", ("Ctrl+B",), "layout"),
    Action("layout.print", "打印", ("Ctrl+P",), "layout"),
    Action("layout.print_proof", "打印清样，打开审签单", ("F8",), "layout"),
    Action("layout.up", "条目上移", ("Ctrl+Up",), "layout"),
    Action("layout.down", "条目下移", ("Ctrl+Down",), "layout"),
    Action("layout.take_out", "撤下，留待下期", ("F7",), "layout"),
    Action("layout.divert", "条目改发专报等刊物", ("Shift+F7",), "layout"),
    Action("layout.return", "退改", ("Ctrl+T",), "layout"),
    Action("layout.save", "保存报送范围", ("Ctrl+S",), "layout"),
    Action("layout.export", "导出 PDF", ("Ctrl+E",), "layout"),
    Action("layout.record", "看履历", ("Ctrl+H",), "layout"),
    Action("statistics.period", "输入期间", ("Ctrl+F",), "statistics"),
    Action("statistics.order", "回到建制顺序", ("Ctrl+Home",), "statistics"),
    Action("statistics.copy", "复制整张表", ("Ctrl+Shift+C",), "statistics"),
    Action("statistics.paper", "导出 PDF（表和图）", ("Ctrl+Shift+E",), "statistics"),
    Action("statistics.export", "导出 Excel", ("Ctrl+E",), "statistics"),
)

SAME_KEYS = ("？", "Ctrl+Return", "Ctrl+Shift+Return")
"""The same key under another name, told once."""

PLACES = {
    WINDOW: "任何地方",
    "dialog": "对话框",
    "preview": "版面预览",
    "inbox": "收稿",
    "editing": "编辑",
    "text": "光标在正文里",
    "layout": "排版",
    "statistics": "统计",
    "register": "登记簿",
}
"""The words for ``where``, in the order of the sheet of keys."""


def action(key: str) -> Action:
    """The action called ``key``; KeyError if the table has none."""
    return _BY_ID[key]


def bind(widget: QWidget, key: str, slot: Callable[[], object]) -> QAction:
    """Make the keys of an action work in ``widget`` (in the whole window for ``window``)."""
    entry = action(key)
    made = QAction(entry.text, widget)
    made.setObjectName(key)
    made.setShortcuts([QKeySequence(each) for each in entry.keys])
    made.setShortcutContext(
        Qt.ShortcutContext.WindowShortcut
        if entry.where == WINDOW
        else Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    made.triggered.connect(slot)
    widget.addAction(made)
    return made


def name_key(button: QAbstractButton, key: str) -> None:
    """Say the action's key in the button's hint, e.g. “保存（Ctrl+S）”."""
    button.setToolTip(f"{action(key).text}（{action(key).keys[0]}）")


def clashes(actions: Iterable[Action]) -> list[tuple[str, str]]:
    """Pairs of actions that would answer to the same key in the same place."""
    every = list(actions)
    return [
        (one.id, other.id)
        for place, one in enumerate(every)
        for other in every[place + 1 :]
        if set(one.keys) & set(other.keys)
        and (one.where == other.where or WINDOW in (one.where, other.where))
    ]


_BY_ID = {each.id: each for each in ACTIONS}
