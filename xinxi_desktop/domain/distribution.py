"""份号: which numbers each recipient's copies bear, and how runs of numbers are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xinxi_desktop.errors import UserError

_DIGITS = 6
DELIVERY_WAYS = ("机要", "交换", "直送", "专网", "传真", "邮寄", "自取")
"""How copies reach their recipients (practice.md §1.9, §3); 微信 is not offered."""


def number_ranges(copies: Sequence[int], first: int = 1) -> list[tuple[int, int]]:
    """Give each recipient the first and last of consecutive numbers, in their order.

    A recipient without copies gets an empty range, its last below its first.
    """
    ranges = []
    for count in copies:
        ranges.append((first, first + count - 1))
        first += count
    return ranges


def number_text(number: int) -> str:
    """Write one 份号 in six digits: 000012."""
    return str(number).zfill(_DIGITS)


def number_words(first: int | None, last: int | None) -> str:
    """Write a range of 份号 in six digits, as stamped: 000001—000003; empty without numbers."""
    if first is None or last is None or last < first:
        return ""
    begin, end = number_text(first), number_text(last)
    return begin if first == last else f"{begin}—{end}"


def several_words(numbers: Iterable[int]) -> str:
    """Write numbers short: 3、5—7."""
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return "、".join(f"{low}" if low == high else f"{low}—{high}" for low, high in spans)


def parse_numbers(text: str) -> tuple[int, ...]:
    """Read numbers typed as ``3、5-7`` (any comma, blank or dash); UserError if one is none."""
    plain = text.translate(_MARKS)
    found: list[int] = []
    for word in plain.split():
        low, dash, high = word.partition("-")
        if not low.isdecimal() or (dash and not high.isdecimal()):
            raise _not_numbers(text)
        begin, end = int(low), int(high or low)
        if end < begin or end - begin > _MOST:
            raise _not_numbers(text)
        found.extend(range(begin, end + 1))
    return tuple(dict.fromkeys(found))


_MOST = 99_999
_MARKS = str.maketrans({"、": " ", "，": " ", ",": " ", "；": " ", ";": " ", "—": "-", "－": "-",
                        "–": "-", "～": "-", "~": "-", "至": "-"})  # fmt: skip


def _not_numbers(text: str) -> UserError:
    return UserError(
        "wrong_numbers", f"“{text}”看不出是哪些号。没有改动。请写成“3、5-7”这样，从小到大。"
    )
