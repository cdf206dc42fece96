"""Other people's Word files read as other people's expectations say; skipped without them."""

import re
from pathlib import Path

import pytest

from xinxi_desktop.importers.docx import read_docx

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "docx"
FILES = sorted(FOLDER.glob("*.docx"))
ACCEPTED_ELSEWHERE = {"comments", "track_changes_scrubbed_metadata"}
"""Their plain expectation holds comments and unaccepted changes in the text."""

pytestmark = pytest.mark.skipif(not FILES, reason="the files of other people are not here")


def expected(path: Path) -> str:
    accepted = path.with_name(f"{path.stem}_accept.native")
    native = accepted if accepted.exists() else path.with_suffix(".native")
    words = re.findall(r'Str "((?:[^"\\]|\\.)*)"', native.read_text("utf-8"))
    return "".join(_unescaped(word) for word in words).replace(" ", "")


def _unescaped(word: str) -> str:
    word = re.sub(r"\\(\d+)(?:\\&)?", lambda match: chr(int(match[1])), word)
    return word.replace('\\"', '"').replace("\\\\", "\\")


def without_numbers(text: str) -> str:
    """The expectation has lists as lists, without the numbers a reader sees."""
    lines = [re.sub(r"^(?:•|\d+\.|[a-z]\.)\s?", "", line) for line in text.split("\n")]
    return re.sub(r"\s", "", "".join(lines))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_text_is_what_was_expected(path: Path) -> None:
    found = without_numbers(read_docx(path.read_bytes(), path.name).document.plain_text())

    if path.stem not in ACCEPTED_ELSEWHERE:
        assert found == expected(path)
    assert found
