"""Compile the Designer forms ui/*.ui into xinxi_desktop/gui/forms: ``python ui/build_forms.py``.

The compiled files are committed; a test compiles again and compares, so they cannot drift.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

UI = Path(__file__).resolve().parent
FORMS = UI.parent / "xinxi_desktop" / "gui" / "forms"


def compile_form(source: Path) -> str:
    """The Python text for one form, without the header that names the compiler's version."""
    tool = Path(sys.executable).parent / "pyside6-uic"
    done = subprocess.run(
        [str(tool), "--generator", "python", str(source)],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    body = done.stdout[done.stdout.index("from PySide6") :]
    return f'"""Compiled from ui/{source.name} by ui/build_forms.py; change that file."""\n\n{body}'


def compiled_path(source: Path) -> Path:
    """Where the form of ``source`` goes."""
    return FORMS / f"ui_{source.stem}.py"


def main() -> None:
    """Compile every form."""
    for source in sorted(UI.glob("*.ui")):
        compiled_path(source).write_text(compile_form(source), encoding="utf-8")
        print(compiled_path(source).name)


if __name__ == "__main__":
    main()
