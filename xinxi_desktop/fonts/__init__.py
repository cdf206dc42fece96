"""Finds font files and reads them; gives the rest of the program a ``FontSet``."""

from xinxi_desktop.fonts.shipped import shipped

__all__ = ["shipped"]
