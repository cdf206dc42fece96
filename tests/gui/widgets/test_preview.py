import pytest
from demo_view import demo_layout
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from xinxi_desktop import settings
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.gui.page_painter import FaceFonts
from xinxi_desktop.gui.theme import Theme
from xinxi_desktop.gui.widgets.page_preview import PageMark, missing_marks
from xinxi_desktop.gui.widgets.preview_pane import PreviewPane

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, values: settings.Settings) -> PreviewPane:
    made = PreviewPane(values)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.show_layout(demo_layout(), FaceFonts(shipped()))
    qtbot.waitExposed(made)
    return made


def place_of(pane: PreviewPane, page: int, x: float, y: float) -> QPoint:
    box = pane.sheets.box_of(page)
    scale = pane.sheets.scale_for(pane.sheets.pages[page])
    return QPoint(round(box.left() + x * scale), round(box.top() + y * scale))


def ink(image: QImage, colour: QColor) -> int:
    """Counts pixels near a colour on a coarse grid."""
    near = 0
    for x in range(0, image.width(), 2):
        for y in range(0, image.height(), 2):
            pixel = image.pixelColor(x, y)
            near += abs(pixel.hue() - colour.hue()) < 10 and pixel.saturation() > 100
    return near


def test_a_click_on_text_names_its_article(qtbot: QtBot, pane: PreviewPane) -> None:
    with qtbot.waitSignal(pane.item_clicked) as told:
        qtbot.mouseClick(pane.sheets.viewport(), LEFT, pos=place_of(pane, 0, 120, 240 + 28.95))
    assert told.args == [7]


def test_a_click_beside_the_text_says_nothing(qtbot: QtBot, pane: PreviewPane) -> None:
    with qtbot.assertNotEmitted(pane.item_clicked):
        qtbot.mouseClick(pane.sheets.viewport(), LEFT, pos=place_of(pane, 0, 30, 60))


def test_dragging_over_text_is_no_click(qtbot: QtBot, pane: PreviewPane) -> None:
    viewport, start = pane.sheets.viewport(), place_of(pane, 0, 120, 268)
    with qtbot.assertNotEmitted(pane.item_clicked):
        qtbot.mousePress(viewport, LEFT, pos=start)
        qtbot.mouseRelease(viewport, LEFT, pos=start + QPoint(40, 0))


@pytest.mark.parametrize(("place", "zoom"), [(0, "width"), (1, "page"), (2, "actual")])
def test_the_three_zooms_fit_and_are_remembered(
    qtbot: QtBot, pane: PreviewPane, values: settings.Settings, place: int, zoom: str
) -> None:
    qtbot.mouseClick(pane.zooms.buttons()[place], LEFT)
    box, room = pane.sheets.box_of(0), pane.sheets.viewport().size()
    fits = {
        "width": box.width() <= room.width() and box.height() > room.height(),
        "page": box.height() <= room.height(),
        "actual": abs(box.width() - 595.3 * pane.sheets.logicalDpiX() / 72) < 1,
    }
    assert fits[zoom] and values.get(settings.PREVIEW_ZOOM) == zoom


def test_a_thumbnail_leads_to_its_page(qtbot: QtBot, pane: PreviewPane) -> None:
    item = pane.thumbnails.item(1)
    place = pane.thumbnails.visualItemRect(item).center()
    qtbot.mouseClick(pane.thumbnails.viewport(), LEFT, pos=place)
    assert pane.page.text() == "第 2 / 3 页"


def test_scrolling_marks_the_page_that_is_seen(qtbot: QtBot, pane: PreviewPane) -> None:
    pane.sheets.setFocus()
    qtbot.keyClick(pane.sheets, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: pane.thumbnails.currentRow() == 2)
    assert pane.page.text() == "第 3 / 3 页"


def test_missing_characters_are_marked_line_by_line_and_counted(
    qtbot: QtBot, pane: PreviewPane
) -> None:
    layout = demo_layout(1, missing=("䶮",))
    pane.show_layout(layout, FaceFonts(shipped()), [PageMark(0, 300, "超出版心")])
    marks = missing_marks(layout)
    assert len(marks) == 9 and marks[0].text == "缺字 䶮"
    assert "10 处" in pane.faults.text()


def test_a_mark_is_painted_in_the_margin(qtbot: QtBot, pane: PreviewPane) -> None:
    fonts = FaceFonts(shipped())
    before = pane.sheets.grab().toImage()
    pane.show_layout(demo_layout(), fonts, [PageMark(0, 300, "超出版心")])
    assert pane.sheets.grab().toImage() != before


def test_a_large_masthead_is_drawn_at_every_zoom(qtbot: QtBot, pane: PreviewPane) -> None:
    red = QColor("#FF3333")
    counts = [ink(pane.sheets.picture(0, scale).toImage(), red) for scale in (0.5, 1.0, 2.0)]
    assert counts[0] > 50
    assert counts[1] > 3 * counts[0] and counts[2] > 3 * counts[1]


def test_the_paper_stays_white_in_the_dark(qtbot: QtBot, pane: PreviewPane, theme: Theme) -> None:
    theme.set_mode("dark")
    image = pane.sheets.grab().toImage()
    ratio = image.devicePixelRatio()
    paper = place_of(pane, 0, 30, 60) * ratio
    assert image.pixelColor(paper) == QColor("#FFFFFF")
    assert image.pixelColor(2, 2) == QColor("#1E2023")
