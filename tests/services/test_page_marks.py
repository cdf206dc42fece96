"""What is marked in the margin of an issue's pages, and which text a spot belongs to."""

from __future__ import annotations

import office_maker as make

from xinxi_desktop.domain.advice import Advice, Trouble
from xinxi_desktop.domain.page_places import place_at, title_spot
from xinxi_desktop.services.bulletins import Printed, lay_out
from xinxi_desktop.services.issues import items
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.page_marks import margin_marks


def test_advice_is_marked_at_the_line_it_is_about(office: Office) -> None:
    printed = lay_out(office, make.issue(office))
    line = next(each for each in printed.layout.lines if each.kind == "paragraph")
    paragraph = printed.layout.placed[line.paragraph - 1].paragraph
    advice = Advice(Trouble.SHORT, line.item, line.page, "段末只有两个字。", block=paragraph.block)
    [mark] = margin_marks(printed, [advice])
    heights = [run.y for run in printed.layout.pages[0].runs if run.text in line.text]
    assert (mark.page, mark.sentence) == (0, "段末只有两个字。") and mark.y in heights


def test_a_page_that_sits_well_has_no_mark(office: Office) -> None:
    assert margin_marks(lay_out(office, make.issue(office)), []) == ()


def test_every_spot_of_a_line_names_its_characters(office: Office) -> None:
    printed = lay_out(office, make.issue(office))
    wanted, found = spots(printed)
    assert len(wanted) > 20 and found == wanted


def test_an_article_begins_at_its_title(office: Office) -> None:
    key = make.issue(office)
    printed = lay_out(office, key)
    spots = [title_spot(printed.layout, row["article"]) for row in items(office, key)]
    assert None not in spots and spots[0] < spots[1]
    assert title_spot(printed.layout, 9999) is None


def spots(printed: Printed) -> tuple[list[str], list[str]]:
    """The characters of the body as drawn, and what a click on each of them would say."""
    wanted, found = [], []
    for number, page in enumerate(printed.layout.pages):
        for run in page.runs:
            x = run.x
            for char, step in zip(run.text, run.advances, strict=True):
                place = place_at(printed.layout, number, x + step / 2, run.y - run.size / 3)
                if run.item and place is not None and place.block not in ("", "credit"):
                    wanted.append(char)
                    found.append(place.quote[:1])
                x += step
    return wanted, found
