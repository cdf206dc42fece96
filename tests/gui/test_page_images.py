"""Pictures on pages: drawn at their place, decoded no larger than needed, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from picture_maker import picture
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xinxi_desktop import settings
from xinxi_desktop.domain.page import Image, Layout, Page
from xinxi_desktop.domain.pictures import PictureRemark
from xinxi_desktop.errors import WorldError
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.gui.page_images import PageImages
from xinxi_desktop.gui.page_painter import FaceFonts, paint_page
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.widgets.preview_pane import PreviewPane

BOX = Image(50, 60, 100, 50, "a")
PAGE = Page(200, 200, images=(BOX,))
INSIDE, OUTSIDE = (60, 100), (20, 20)


def store(data: bytes) -> Callable[[str], bytes]:
    return {"a": data}.__getitem__


def lost(blob: str) -> bytes:
    raise WorldError("blob_damaged", "缺失。")


def sheet(images: PageImages, scale: float = 1.0, ink: Callable[[str], QColor] = QColor) -> QImage:
    """The page as drawn, ``scale`` pixels a point."""
    paper = QImage(round(200 * scale), round(200 * scale), QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.scale(scale, scale)
    paint_page(painter, PAGE, FaceFonts(shipped(), images), ink)
    painter.end()
    return paper


@pytest.mark.parametrize("format_", ["PNG", "JPEG"])
def test_a_picture_is_drawn_into_its_box(qapp: QApplication, format_: str) -> None:
    drawn = sheet(PageImages(store(picture(format_=format_))))

    assert drawn.pixelColor(*OUTSIDE) == QColor("white")
    assert drawn.pixelColor(*INSIDE).blue() > drawn.pixelColor(*INSIDE).red() > 200


def test_a_black_proof_shows_pictures_in_grey(qapp: QApplication) -> None:
    drawn = sheet(PageImages(store(picture())), ink=lambda _: QColor("black"))

    colour = drawn.pixelColor(*INSIDE)
    assert colour.red() == colour.green() == colour.blue() < 250


def test_what_is_clear_in_a_picture_stays_paper_in_grey(qapp: QApplication) -> None:
    import io

    from PIL import Image as Pillow

    stream = io.BytesIO()
    Pillow.new("RGBA", (100, 50), (0, 0, 0, 0)).save(stream, "PNG")
    drawn = sheet(PageImages(store(stream.getvalue())), ink=lambda _: QColor("black"))

    assert drawn.pixelColor(*INSIDE) == QColor("white")


@pytest.mark.parametrize("bytes_of", [lost, store(b"no picture")])
def test_a_picture_that_can_t_be_read_leaves_a_crossed_frame(
    qapp: QApplication, bytes_of: Callable[[str], bytes]
) -> None:
    drawn = sheet(PageImages(bytes_of), 4.0)

    assert drawn.pixelColor(4 * 100, 4 * 85) != QColor("white")


def test_a_picture_is_decoded_no_larger_than_it_is_drawn(qapp: QApplication) -> None:
    images = PageImages(store(picture(3000, 1500, format_="JPEG")))

    assert images.image(BOX, 1.0).width() == 100
    assert images.image(BOX, 2.0).width() == 200


def test_a_picture_decoded_ahead_is_not_read_again(qapp: QApplication) -> None:
    read = []

    def bytes_of(blob: str) -> bytes:
        read.append(blob)
        return picture(3000, 1500)

    images = PageImages(bytes_of)
    images.prepare([PAGE])
    sheet(images)
    assert read == ["a"]


def test_a_printer_gets_no_more_than_300_dots_an_inch(qapp: QApplication) -> None:
    images = PageImages(store(picture(3000, 1500)))

    assert images.image(BOX, 600 / 72).width() == pytest.approx(100 * 300 / 72, abs=1)


def test_the_preview_marks_a_rough_and_a_lost_picture(
    qtbot: QtBot, theme: Theme, values: settings.Settings
) -> None:
    pane = PreviewPane(values)
    qtbot.addWidget(pane)
    remarks = (
        PictureRemark(0, 1, 1, 60, "图1", dpi=96),
        PictureRemark(0, 1, 1, 120, "图2", fault="图片缺失"),
    )
    pane.show_layout(
        Layout((PAGE,), (), remarks=remarks), FaceFonts(shipped(), PageImages(store(picture())))
    )

    assert [mark.text for mark in pane.sheets.marks] == ["图片不清晰", "图片缺失"]
    assert "2 处" in pane.faults.text()


def test_a_click_on_a_picture_names_its_article(
    qtbot: QtBot, theme: Theme, values: settings.Settings
) -> None:
    pane = PreviewPane(values)
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show()
    page = Page(200, 200, images=(replace(BOX, item=7),))
    pane.show_layout(Layout((page,), ()), FaceFonts(shipped(), PageImages(store(picture()))))
    qtbot.waitExposed(pane)
    at = pane.sheets.box_of(0).topLeft() + QPointF(100, 85) * pane.sheets.scale_for(page)

    with qtbot.waitSignal(pane.item_clicked) as told:
        qtbot.mouseClick(pane.sheets.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert told.args == [7]
