"""What a start imports: a person waits for each of these modules before 收稿 is painted."""

from __future__ import annotations

import subprocess
import sys

SPARED = (
    "xinxi_desktop.typesetting", "xinxi_desktop.exporters", "xinxi_desktop.importers",
    "xinxi_desktop.words", "xinxi_desktop.fonts", "xinxi_desktop.services.printing",
    "xinxi_desktop.services.bulletins", "xinxi_desktop.domain.bulletin",
    "xinxi_desktop.domain.document", "xinxi_desktop.gui.widgets.body_editor",
    "docx", "reportlab", "fontTools", "PIL", "sqlite_utils", "click",
    "uuid", "hashlib", "decimal", "PySide6.QtPrintSupport",
)  # fmt: skip
"""They come with whoever first needs them."""

LISTED = """
import sys
import xinxi_desktop.cli.window_process, xinxi_desktop.app, xinxi_desktop.gui.views.intake
print("\\n".join(sys.modules))
"""


def test_a_start_imports_nothing_that_sets_reads_or_writes_pages() -> None:
    told = subprocess.run(
        [sys.executable, "-c", LISTED], capture_output=True, encoding="utf-8", check=True
    )
    loaded = told.stdout.splitlines()

    assert "xinxi_desktop.gui.views.intake" in loaded
    assert [name for name in loaded if name in SPARED] == []
