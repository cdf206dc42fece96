"""Pictures of a report, from the file to the pages that are printed."""

from __future__ import annotations

from pathlib import Path

from picture_maker import picture, shown, word_file
from word_parts import paragraph

from xinxi_desktop.domain.document import Picture
from xinxi_desktop.domain.vocabulary import ImportStatus
from xinxi_desktop.services.articles import article, create_article, joined
from xinxi_desktop.services.intake import Outcome, import_files, submission
from xinxi_desktop.services.office import Office

HEAD = paragraph("望川县“共享冷库”破解小果农难题")
TEXT = paragraph("望川县委办公室报告：今年建成冷库18座，损耗率明显下降。")
TAIL = paragraph("报送单位：望川县委办公室")


def imported(office: Office, folder: Path, body: str = "", **pictures: bytes) -> Outcome:
    path = folder / "冷库.docx"
    middle = body or shown() + paragraph("图1 冷库分布")
    path.write_bytes(word_file(HEAD + TEXT + middle + TAIL, **pictures))
    (outcome,) = import_files(office, [path])
    assert outcome.status is ImportStatus.REGISTERED and outcome.id
    return outcome


def pictures_in(office: Office, outcome: Outcome) -> list[Picture]:
    blocks = submission(office, outcome.id or 0)["document"].blocks
    return [block for block in blocks if isinstance(block, Picture)]


def test_a_report_s_picture_is_kept_with_it(office: Office, tmp_path: Path) -> None:
    (block,) = pictures_in(office, imported(office, tmp_path, p1=picture()))

    assert block.caption == "图1 冷库分布"
    assert office.file.blob(block.blob).startswith(b"\x89PNG")


def test_a_broken_picture_does_not_hold_the_report_back(office: Office, tmp_path: Path) -> None:
    outcome = imported(office, tmp_path, p1=picture()[:200])

    assert "图片损坏1幅，已在原处留出位置并注明，请看原件" in outcome.doubts
    assert submission(office, outcome.id or 0)["title"] == "望川县“共享冷库”破解小果农难题"


def test_a_picture_at_the_end_is_no_part_of_the_tail(office: Office, tmp_path: Path) -> None:
    outcome = imported(office, tmp_path, p1=picture())

    assert outcome.units[0][0] == "望川县委办公室"
    assert submission(office, outcome.id or 0)["document"].plain_text().endswith("图1 冷库分布")


def test_pictures_survive_merging(office: Office, tmp_path: Path) -> None:
    first = imported(office, tmp_path, p1=picture())
    second = imported(office, tmp_path, p1=picture(300, 300))
    made = create_article(office, [first.id or 0, second.id or 0])
    body = article(office, made.id)["document"]

    kept = [block.blob for block in body.blocks if isinstance(block, Picture)]
    assert kept == [
        each[0].blob for each in (pictures_in(office, first), pictures_in(office, second))
    ]
    assert len({block.id for block in joined([body, body]).blocks}) == 2 * len(body.blocks)
