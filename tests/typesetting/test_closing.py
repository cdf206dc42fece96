"""附件说明, 署名, date, 附件 and 注 as GB/T 9704—2012 sets them."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from bulletin_maker import STORE, article, document

from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem
from xinxi_desktop.domain.flow import PlacedParagraph
from xinxi_desktop.domain.fonts import FontRole, FontSet
from xinxi_desktop.domain.page import Layout, Page, Run
from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.exporters.docx import write_docx
from xinxi_desktop.typesetting import compose
from xinxi_desktop.typesetting.styles import geometry

AREA = geometry(STANDARD)
LEFT, RIGHT = AREA.left(1) / 20, (AREA.left(1) + AREA.area_width) / 20
EM = 16.0
LONG = "附件：1.望川县共享冷库建设情况一览表（含在建、拟建项目以及社会资本投资建设的项目）"


def runs(page: Page, words: str) -> list[Run]:
    """The runs of the line that holds these words, from the left."""
    heights = {run.y for run in page.runs if words in run.text}
    assert len(heights) == 1
    return sorted((run for run in page.runs if run.y in heights), key=lambda run: run.x)


def ends(page: Page, words: str) -> tuple[float, float]:
    line = runs(page, words)
    return line[0].x, line[-1].x + sum(line[-1].advances)


def style_names(layout: Layout) -> list[str]:
    return [p.paragraph.style.name for p in layout.placed if isinstance(p, PlacedParagraph)]


def test_names_of_attachments_hang_under_each_other(fonts: FontSet) -> None:
    page = compose(article(STORE, LONG, "2.专项资金安排表"), fonts).pages[0]
    (first, *_), (wrapped, *_), (second, *_) = (
        runs(page, words) for words in ("附件：", "会资本", "专项资金")
    )

    assert first.x == pytest.approx(LEFT + 2 * EM, abs=1)
    assert wrapped.x == pytest.approx(LEFT + 5.75 * EM, abs=1)
    assert second.x == pytest.approx(LEFT + 5 * EM, abs=1)


def test_a_line_is_left_free_above_the_list(fonts: FontSet) -> None:
    page = compose(article("一行。", "附件：一览表"), fonts).pages[0]

    gap = runs(page, "附件")[0].y - runs(page, "一行")[0].y
    assert gap == pytest.approx(2 * AREA.pitch / 20)


@pytest.mark.parametrize("date", ["2026年11月22日", "2026年1月5日"])
def test_the_date_ends_four_characters_in_and_the_name_is_centred_over_it(
    fonts: FontSet, date: str
) -> None:
    page = compose(article(STORE, "望川县委办公室", date), fonts).pages[0]
    name, day = ends(page, "望川县委办公室"), ends(page, "2026")

    assert day[1] == pytest.approx(RIGHT - 4 * EM, abs=1)
    assert sum(name) / 2 == pytest.approx(sum(day) / 2, abs=3)


def test_a_name_longer_than_its_place_stays_in_the_type_area(fonts: FontSet) -> None:
    page = compose(article(STORE, "望" * 28, "2026年11月22日"), fonts).pages[0]
    name = ends(page, "望" * 20)

    assert name[0] > LEFT - 1 and name[1] < RIGHT + 1


def test_an_attachment_opens_a_page_with_its_label_at_the_margin(fonts: FontSet) -> None:
    layout = compose(article(STORE, "附件1", "冷库一览表", STORE), fonts)
    label = runs(layout.pages[1], "附件")[0]

    assert (label.x, len(layout.pages)) == (pytest.approx(AREA.left(2) / 20, abs=1), 2)
    assert label.face == fonts.primary(FontRole.HEI).key


def test_the_item_after_an_attachment_begins_a_page(fonts: FontSet) -> None:
    first = BulletinItem(1, "第一条", document(STORE, "附件", "一览表", STORE))
    layout = compose(Bulletin((first, BulletinItem(2, "第二条", document(STORE)))), fonts)

    assert next(run.item for run in layout.pages[2].runs) == 2


def test_the_supplier_is_named_before_the_attachments(fonts: FontSet) -> None:
    item = BulletinItem(
        1, "标题", document(STORE, "附件", "一览表", STORE), credit="望川县委办公室"
    )
    names = style_names(compose(Bulletin((item,)), fonts))

    assert names.index("供稿单位") < names.index("附件")


def test_every_part_has_a_style_of_its_own(fonts: FontSet) -> None:
    lines = (
        STORE,
        "注：截至10月底。",
        LONG,
        "2.表",
        "望川县委办",
        "2026年11月22日",
        "附件1",
        "一览表",
    )

    assert style_names(compose(article(*lines), fonts))[2:] == [
        "注", "附件说明 1", "附件说明 2", "署名", "成文日期", "附件", "附件标题"
    ]  # fmt: skip


def test_word_has_the_parts_in_styles_without_direct_formatting(fonts: FontSet) -> None:
    lines = (
        STORE,
        "注：截至10月底。",
        LONG,
        "2.表",
        "望川县委办",
        "2026年11月22日",
        "附件1",
        "一览表",
        STORE,
    )
    source = article(*lines)
    data = write_docx(source, compose(source, fonts), fonts)
    file = docx.Document(BytesIO(data))
    direct = {
        p.style.name: [child.tag.split("}")[1] for child in p._element.pPr][1:]
        for p in file.paragraphs
    }

    # The room around titles brings the text back to the grid: it depends on where they stand.
    assert direct.pop("Title") == direct.pop("附件标题") == ["spacing"]
    assert set(direct) >= {"注", "附件说明 1", "附件说明 2", "署名", "成文日期", "附件"}
    assert {name: found for name, found in direct.items() if found} == {}
