"""Finds font files and reads them; gives the rest of the program a ``FontSet``."""

from xinxi_desktop.fonts.added import add_font
from xinxi_desktop.fonts.choice import font_set, named_officially
from xinxi_desktop.fonts.report import FontReport, report
from xinxi_desktop.fonts.shipped import shipped

__all__ = ["FontReport", "add_font", "font_set", "named_officially", "report", "shipped"]
