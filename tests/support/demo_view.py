"""A view with invented rows, to try the shell and the house widgets on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from xinxi_desktop.domain.page import Layout, Page, Rule, Run
from xinxi_desktop.gui.desk import Desk
from xinxi_desktop.gui.models.columns import Column, plain
from xinxi_desktop.gui.models.rows import RowModel
from xinxi_desktop.gui.view import View
from xinxi_desktop.gui.widgets.basics import (
    Bar,
    EmptyState,
    ListPane,
    Zones,
    icon_button,
    label,
    primary_button,
)
from xinxi_desktop.gui.widgets.list_view import ListView
from xinxi_desktop.gui.widgets.queue_list import Queue, QueueList
from xinxi_desktop.gui.widgets.reading import ReadingText

TITLES = (
    "“共享冷库”破解小果农错峰难题",
    "老旧小区充电设施“建而难用”",
    "前10月城镇新增就业3.21万人",
    "高山蔬菜“订单+保险”户均增收2100元",
    "基层干部对“一表通”试点的反映",
)
UNITS = ("望川县委办", "安渡区委办", "市人社局", "栖山县委办", "白湾区委办")
TONES = {"待初选": "info", "拟用": "ok", "不用": "secondary", "加急": "warn", "特急": "danger"}
QUEUES = (
    Queue("pending", "待初选"),
    Queue("urgent", "急件"),
    Queue("mine", "我的"),
    Queue("", "已初选"),
    Queue("shortlist", "拟用"),
    Queue("merge", "综合"),
    Queue("keep", "留存"),
    Queue("reject", "不用"),
    Queue("forward", "转送"),
)
TEXT = (
    "望川县针对小果农“丰产不丰收、错峰无处存”的难题，由县供销社牵头，整合闲置厂房和财政资金，"
    "在9个乡镇建成“共享冷库”18座，总库容2.6万吨。",
    "一是统一建。县里出标准，乡镇出土地，合作社出运营，小果农按箱付费，每箱每天0.15元，"
    "比自建冷库省七成。二是统一管。建立调度平台，谁家先熟谁家先入，库容一天一公布。",
    "截至10月底，全县水果损耗率由18%降到7%，下降11个百分点。",
)  # fmt: skip

COLUMNS = (
    Column("number", "编号", plain("number"), 3, number=True, sortable=True),
    Column("title", "标题", plain("title"), 12, stretch=True),
    Column("unit", "单位", plain("unit"), 6, sortable=True),
    Column("urgency", "缓急", plain("urgency"), 3, tone=lambda row: TONES.get(row["urgency"], "")),
    Column("state", "状态", plain("state"), 4, tone=lambda row: TONES.get(row["state"], "")),
    Column("characters", "字数", lambda row: f"{row['characters']:,}", 3, number=True),
    Column("at", "收到", plain("at"), 6, sortable=True),
)


def fetch(ids: Sequence[int]) -> list[dict[str, Any]]:
    return [
        {
            "id": key,
            "number": key,
            "title": TITLES[key % 5],
            "unit": UNITS[key % 5],
            "urgency": ("平件", "加急", "特急")[key % 7 % 3],
            "state": ("待初选", "拟用", "不用")[key % 3],
            "characters": 700 + key * 37 % 900,
            "at": f"11-{key % 22 + 1:02} 15:04",
        }
        for key in ids
        if key % 1000 != 999
    ]


class DemoView(View):
    """Queues, list and reading pane."""

    key = "inbox"
    title = "收稿"
    kinds = ("submission",)
    count = 300

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.queues = QueueList("来稿分类", QUEUES)
        self.model = RowModel(COLUMNS, fetch, self)
        self.listing = ListView(f"{self.key}.list", self.model, desk.values)
        self.pane = ListPane(self.listing, EmptyState("还没有来稿。", "收稿"))
        self.text = ReadingText()
        middle, right = QWidget(), QWidget()
        self.register = primary_button("登记")
        bar = Bar()
        bar.add(label("待初选", "heading"))
        bar.gap()
        bar.add(icon_button("folder-open", "打开文件夹"), self.register)
        for zone, parts in ((middle, (bar, self.pane)), (right, (self.text,))):
            column = QVBoxLayout(zone)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for part in parts:
                column.addWidget(part)
        zones = Zones(self.key, (self.queues, middle, right), (200, 660, 506), desk.values)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(zones)
        self.listing.chosen.connect(self.show_one)

    def refresh(self) -> None:
        self.model.replace(range(1, self.count + 1))
        self.queues.set_counts({"pending": 300, "urgent": 1, "mine": 12, "shortlist": 8})

    def start(self) -> None:
        self.listing.setFocus()

    def show_item(self, kind: str, key: int) -> None:
        self.listing.select_ids([key], key)

    def show_queue(self, queue: str) -> None:
        self.queues.choose(queue)

    def show_one(self, key: int) -> None:
        row = self.model.row_of(key)
        if row:
            self.text.show_text(row["title"], f"{row['unit']}　{row['at']}", TEXT)


class OtherView(DemoView):
    """A second tab, empty."""

    key = "editing"
    title = "编辑"
    kinds = ("article",)
    count = 0


def demo_layout(pages: int = 3, missing: tuple[str, ...] = ()) -> Layout:
    """Pages with a red head, a rule and lines of two articles."""
    return Layout(tuple(demo_page(number) for number in range(pages)), (), missing)


def demo_page(number: int) -> Page:
    step, left = 15.8, 79.4
    runs = [] if number else [Run(150, 170, "云澜信息", "title", 62, (70.0,) * 4, "#FF3333")]
    first = 240 if not number else 120
    lines = range(10 if number == 0 else 18)
    for line in lines:
        text = (
            "本期　每日快报"
            if line == 0
            else "望川县针对小果农错峰无处存的难题䶮由县供销社牵头整合闲置厂房"
        )[:28]
        y = first + line * 28.95
        item = 7 if line < 5 else 8
        runs.append(Run(left, y, text, "fang", 16, (step,) * len(text), item=item))
    rules = () if number else (Rule(left, 200, left + 442.2, 200, 1.2, "#FF3333"),)
    return Page(595.3, 841.9, tuple(runs), rules, f"— {number + 1} —")
