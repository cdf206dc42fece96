"""Blocks, fonts and a page scheme in; pages of positioned runs out. Pure."""

from xinxi_desktop.typesetting.compose import compose
from xinxi_desktop.typesetting.harden import harden
from xinxi_desktop.typesetting.leftovers import faults_told, left_faults
from xinxi_desktop.typesetting.lines import line_rows, lines_text

__all__ = ["compose", "faults_told", "harden", "left_faults", "line_rows", "lines_text"]
