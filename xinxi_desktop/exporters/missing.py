"""The refusal shared by the exporters: no file with empty boxes leaves the office."""

from __future__ import annotations

from xinxi_desktop.domain.page import Layout
from xinxi_desktop.errors import UserError

_NAMED = 12


def refuse_missing(layout: Layout) -> None:
    """Raise UserError ``missing_glyph`` if a character of the layout has no glyph."""
    if not layout.missing:
        return
    named = "、".join(f"“{char}”(U+{ord(char):04X})" for char in layout.missing[:_NAMED])
    more = f"等{len(layout.missing)}个字符" if len(layout.missing) > _NAMED else ""
    raise UserError(
        "missing_glyph",
        f"现有字体里没有{named}{more}，未导出，文稿没有改动。"
        "请在“设置—字体”里添加含有这些字的字体文件，或者改用别的写法后再导出。",
    )
