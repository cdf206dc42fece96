import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from xinxi_desktop.assets import asset

UI = asset("ui")


def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_forms", UI / "build_forms.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("source", sorted(UI.glob("*.ui")), ids=lambda path: path.stem)
def test_the_committed_form_is_what_its_source_gives(source: Path) -> None:
    module = builder()
    committed = module.compiled_path(source).read_text("utf-8")
    assert committed == module.compile_form(source)


def test_no_compiled_form_is_left_without_its_source() -> None:
    compiled = {path.stem.removeprefix("ui_") for path in builder().FORMS.glob("ui_*.py")}
    assert compiled == {path.stem for path in UI.glob("*.ui")}
