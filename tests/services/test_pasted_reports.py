"""Reports pasted as text, rich text or a picture: registered as files are."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from xinxi_desktop.domain.document import Picture, Table
from xinxi_desktop.domain.vocabulary import ImportStatus
from xinxi_desktop.services.intake import Outcome, import_files, original, submission
from xinxi_desktop.services.office import Office

PAGE = (
    "<h1>关于共享冷库的情况</h1><p>望川县建成冷库18座。</p>"
    "<table><tr><td>乡镇</td><td>座</td></tr><tr><td>柳渡</td><td>6</td></tr></table>"
)


def paste(office: Office, name: str, data: bytes) -> Outcome:
    """Register one pasted thing."""
    path = Path(name)
    (outcome,) = import_files(office, [path], pasted={path: data})
    return outcome


def test_rich_text_keeps_its_title_its_table_and_its_bytes(office: Office) -> None:
    outcome = paste(office, "粘贴1.html", PAGE.encode())
    assert outcome.title == "关于共享冷库的情况" and outcome.id
    body = submission(office, outcome.id)["document"]
    assert any(isinstance(block, Table) for block in body.blocks)
    assert original(office, outcome.id) == ("粘贴1.html", PAGE.encode())


def test_the_first_line_of_plain_text_is_its_title(office: Office) -> None:
    text = "关于甲事的情况\n安渡区委办公室报告，甲事已经办妥。"
    assert paste(office, "粘贴1.txt", text.encode()).title == "关于甲事的情况"


def test_a_picture_becomes_a_report_that_asks_to_be_looked_at(office: Office) -> None:
    stream = BytesIO()
    Image.new("RGB", (40, 30), "white").save(stream, "PNG")
    outcome = paste(office, "粘贴1.png", stream.getvalue())
    assert outcome.id and any("密级" in doubt for doubt in outcome.doubts)
    blocks = submission(office, outcome.id)["document"].blocks
    assert any(isinstance(block, Picture) for block in blocks)


@pytest.mark.parametrize("name", ["粘贴1.txt", "粘贴1.html"])
def test_a_marked_text_is_stopped_before_a_byte_is_stored(office: Office, name: str) -> None:
    text = f"<p>机密★1年</p>{PAGE}" if name.endswith("html") else "机密★1年\n关于甲事\n正文。"
    before = office.file.value("SELECT count(*) FROM blob")
    assert paste(office, name, text.encode()).status is ImportStatus.REFUSED
    assert office.file.value("SELECT count(*) FROM blob") == before


def test_what_is_no_picture_is_refused_in_a_sentence(office: Office) -> None:
    outcome = paste(office, "粘贴1.png", b"\x89PNG\r\n\x1a\nbroken")
    assert outcome.status is ImportStatus.REFUSED and "没有登记" in outcome.reason


def test_the_same_text_pasted_twice_is_a_duplicate(office: Office) -> None:
    paste(office, "粘贴1.html", PAGE.encode())
    assert paste(office, "粘贴2.html", PAGE.encode()).status is ImportStatus.DUPLICATE
