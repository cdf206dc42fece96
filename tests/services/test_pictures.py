"""Pictures of a report, from the file to the pages that are printed."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pdf_reader import image_boxes, pdf_text
from picture_maker import huge_png, picture, shown, word_file
from PIL import Image as Pillow
from word_parts import paragraph

from xinxi_desktop.domain.document import Picture
from xinxi_desktop.domain.vocabulary import BreakingMode, ImportStatus
from xinxi_desktop.errors import UserError, WorldError
from xinxi_desktop.services.articles import article, create_article, joined
from xinxi_desktop.services.bulletins import docx_bytes, lay_out, pdf_bytes
from xinxi_desktop.services.intake import Outcome, import_files, submission
from xinxi_desktop.services.issues import create_issue, find_publication
from xinxi_desktop.services.office import Office, find_person
from xinxi_desktop.services.pictures import keep_picture
from xinxi_desktop.services.reviewing import review_article

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


def printed_issue(office: Office, folder: Path, **pictures: bytes) -> int:
    """An issue with one article, made from a report with a picture."""
    made = create_article(office, [imported(office, folder, **pictures).id or 0])
    review_article(office, made.id, person=find_person(office, "科长"))
    return create_issue(office, find_publication(office, "每日快报"), [made.id]).id


def lose_picture(office: Office, data: bytes | None) -> None:
    """Damage the stored picture in the file, as a bad disk would; None takes it away."""
    with sqlite3.connect(office.path) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        where = "WHERE sha256 = ?"
        (key,) = connection.execute(
            "SELECT sha256 FROM blob ORDER BY length(bytes) LIMIT 1"
        ).fetchone()
        if data is None:
            connection.execute(f"DELETE FROM blob {where}", (key,))
        else:
            connection.execute(f"UPDATE blob SET bytes = ?, encoding = 'zlib' {where}", (data, key))
    connection.close()


def test_an_issue_shows_the_picture_of_its_article(office: Office, tmp_path: Path) -> None:
    printed = lay_out(office, printed_issue(office, tmp_path, p1=picture()))

    (image,) = [image for page in printed.layout.pages for image in page.images]
    assert printed.pictures.facts[image.blob].width == 600
    assert printed.pictures.bytes_of(image.blob).startswith(b"\x89PNG")


def test_the_pdf_of_an_issue_holds_the_picture_at_its_place(office: Office, tmp_path: Path) -> None:
    printed = lay_out(office, printed_issue(office, tmp_path, p1=picture()))
    (image,) = [image for page in printed.layout.pages for image in page.images]
    (box,) = image_boxes(pdf_bytes(printed, "每日快报"))

    assert box == pytest.approx(
        (image.x, image.y, image.x + image.width, image.y + image.height), abs=0.1
    )


def test_the_word_file_of_an_issue_holds_the_picture(office: Office, tmp_path: Path) -> None:
    printed = lay_out(office, printed_issue(office, tmp_path, p1=picture()))
    with ZipFile(BytesIO(docx_bytes(printed))) as package:
        media = [name for name in package.namelist() if name.startswith("word/media/")]
        body = package.read("word/document.xml").decode()

    assert len(media) == 1 and "图1 冷库分布" in body


@pytest.mark.parametrize("mode", list(BreakingMode))
def test_a_compressed_scheme_s_word_file_keeps_its_picture(
    office: Office, tmp_path: Path, mode: BreakingMode
) -> None:
    printed = lay_out(office, printed_issue(office, tmp_path, p1=picture()))
    data = docx_bytes(replace(printed, scheme=replace(printed.scheme, mode=mode)))

    assert any(name.startswith("word/media/") for name in ZipFile(BytesIO(data)).namelist())


@pytest.mark.parametrize("damage", [None, b"not zlib at all"])
def test_a_lost_picture_leaves_a_place_and_a_remark(
    office: Office, tmp_path: Path, damage: bytes | None
) -> None:
    issue = printed_issue(office, tmp_path, p1=picture(601, 301))
    lose_picture(office, damage)
    printed = lay_out(office, issue)

    (remark,) = printed.layout.remarks
    assert (remark.fault, remark.caption) == ("图片缺失", "图1 冷库分布")
    assert "图片缺失" in pdf_text(pdf_bytes(printed, "每日快报"))


def test_an_issue_with_a_lost_picture_can_still_be_printed_to_word(
    office: Office, tmp_path: Path
) -> None:
    issue = printed_issue(office, tmp_path, p1=picture(602, 301))
    lose_picture(office, None)

    body = ZipFile(BytesIO(docx_bytes(lay_out(office, issue)))).read("word/document.xml").decode()
    assert "图片缺失" in body


def test_a_picture_lost_after_it_was_laid_out_is_told_and_then_left_out(
    office: Office, tmp_path: Path
) -> None:
    issue = printed_issue(office, tmp_path, p1=picture(603, 301))
    printed = lay_out(office, issue)
    lose_picture(office, None)

    with pytest.raises(WorldError, match="图片在工作文件里丢失或损坏"):
        pdf_bytes(printed, "每日快报")
    assert lay_out(office, issue).layout.remarks[0].fault == "图片缺失"


def test_a_picture_file_is_taken_without_what_the_camera_wrote(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "现场.jpg"
    exif = Pillow.Exif()
    exif[0x010F] = "相机"
    path.write_bytes(picture(format_="JPEG", exif=exif))
    kept = keep_picture(office, path)

    assert "相机".encode() not in office.file.blob(kept.blob) and not kept.reduced


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"x", "图片损坏"), (huge_png(), "图片太大"), (b"<svg xmlns='x'/>", "矢量图")],
    ids=["broken", "huge", "drawing"],
)
def test_a_file_that_can_not_be_drawn_is_refused(
    office: Office, tmp_path: Path, data: bytes, why: str
) -> None:
    path = tmp_path / "图.png"
    path.write_bytes(data)

    with pytest.raises(UserError, match=why):
        keep_picture(office, path)
