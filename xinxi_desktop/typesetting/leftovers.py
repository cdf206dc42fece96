"""Counts the bad line ends that could not be mended within the limits (word-parity.md §5.3)."""

from __future__ import annotations

from collections import Counter

from xinxi_desktop.domain.flow import PlacedParagraph
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.typesetting.breaker import hard_stop
from xinxi_desktop.typesetting.faults import is_fault
from xinxi_desktop.typesetting.wholes import is_date, splits_whole

DATE, NUMBER, OTHER = "日期断开", "数字与单位断开", "其他行端"


def left_faults(layout: Layout) -> Counter[str]:
    """Count, by cause, the line ends of justified text that stayed bad."""
    found: Counter[str] = Counter()
    for placed in layout.placed:
        if isinstance(placed, PlacedParagraph) and placed.paragraph.style.align == "justify":
            text = placed.paragraph.text
            for line in placed.lines:
                stop = hard_stop(text, line.start)
                if is_fault(text, line.start, line.end, stop):
                    found[_cause(text, line.end)] += 1
    return found


def faults_told(found: Counter[str]) -> str:
    """Say what stayed, for people; empty if nothing did."""
    if not found:
        return ""
    parts = "、".join(f"{cause} {count} 处" for cause, count in found.most_common())
    return f"为了行内疏密均匀，有 {found.total()} 处行端没有调整：{parts}。"


def _cause(text: str, end: int) -> str:
    whole = splits_whole(text, end)
    if not whole:
        return OTHER
    return DATE if is_date(whole) else NUMBER
