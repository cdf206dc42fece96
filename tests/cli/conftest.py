"""Runs ``xinxi`` in the test's own folder and keeps what it said."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_calls import BODY, Said, Xinxi

from xinxi_desktop.cli import main


@pytest.fixture
def xinxi(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Xinxi:
    """Call the command line; paths are relative to ``tmp_path``."""
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def office(xinxi: Xinxi, tmp_path: Path) -> Path:
    """An office file with three reports of two units."""
    assert xinxi("new", "office.xinxi").code == 0
    for name, unit in (
        ("甲", "望川县委办公室"),
        ("乙", "栖山县委办公室"),
        ("丙", "望川县委办公室"),
    ):
        text = f"{name}地有关情况\n{name}地{BODY}\n报送单位：{unit}\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        assert xinxi("import", "office.xinxi", f"{name}.txt").code == 0
    return tmp_path / "office.xinxi"


@pytest.fixture
def issue(xinxi: Xinxi, office: Path) -> str:
    """The id of an issue of two reviewed articles."""
    articles = [xinxi("article", office, number).out.strip() for number in (1, 2)]
    for article in articles:
        assert xinxi("review", office, article, "--person", "科长").code == 0
    return xinxi("issue", office, "每日快报", *articles).out.strip()


@pytest.fixture
def signed(xinxi: Xinxi, office: Path, issue: str) -> str:
    """The id of an issue that its whole chain has signed."""
    assert xinxi("proof", office, issue).code == 0
    for post in ("编辑", "科长", "分管副主任"):
        assert xinxi("sign", office, issue, "--person", post, "--date", "2026-11-23").code == 0
    return issue


@pytest.fixture
def printed(xinxi: Xinxi, office: Path, signed: str) -> str:
    """The id of a printed issue."""
    assert xinxi("finalise", office, signed, "--person", "校对").code == 0
    assert xinxi("print-out", office, signed, "--date", "2026-11-23").code == 0
    return signed
