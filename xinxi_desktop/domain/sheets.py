"""What changes between the layout and the sheet: pages chosen, moved, without red, in black."""

from __future__ import annotations

from dataclasses import replace

from xinxi_desktop.domain.distribution import parse_numbers, several_words
from xinxi_desktop.domain.page import BLACK, RED, Page
from xinxi_desktop.errors import UserError

POINTS_PER_MM = 72 / 25.4


def moved(page: Page, right_mm: float, down_mm: float) -> Page:
    """Move everything on a page, for printers and red paper that don't meet; a watermark too."""
    dx, dy = right_mm * POINTS_PER_MM, down_mm * POINTS_PER_MM
    if not (dx or dy):
        return page
    mark = page.watermark
    return replace(
        page,
        runs=tuple(run._replace(x=run.x + dx, y=run.y + dy) for run in page.runs),
        rules=tuple(
            replace(rule, x1=rule.x1 + dx, y1=rule.y1 + dy, x2=rule.x2 + dx, y2=rule.y2 + dy)
            for rule in page.rules
        ),
        images=tuple(replace(image, x=image.x + dx, y=image.y + dy) for image in page.images),
        watermark=mark._replace(x=mark.x + dx, y=mark.y + dy) if mark else None,
    )


def without_red(page: Page) -> Page:
    """Leave out what is pre-printed in red (套印); everything else stays in its place."""
    return replace(
        page,
        runs=tuple(run for run in page.runs if run.colour != RED),
        rules=tuple(rule for rule in page.rules if rule.colour != RED),
    )


def in_black(page: Page) -> Page:
    """Print red as black; grey marks of a proof stay grey, which is black ink too."""
    return replace(
        page,
        runs=tuple(run._replace(colour=_black(run.colour)) for run in page.runs),
        rules=tuple(replace(rule, colour=_black(rule.colour)) for rule in page.rules),
    )


def chosen_pages(pages: tuple[Page, ...], words: str) -> tuple[Page, ...]:
    """Give the pages typed as ``1、3-5`` in their order, all of them for nothing typed.

    UserError names pages that there are not.
    """
    if not words.strip():
        return pages
    numbers = parse_numbers(words)
    beyond = [number for number in numbers if not 1 <= number <= len(pages)]
    if beyond:
        raise UserError(
            "wrong_pages",
            f"没有第 {several_words(beyond)} 页，一共 {len(pages)} 页。没有打印。请改正页码。",
        )
    return tuple(pages[number - 1] for number in sorted(numbers))


def full_sheets(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Add a blank page where both sides are printed, so that the next copy begins a new sheet."""
    if len(pages) % 2 == 0:
        return pages
    return (*pages, Page(pages[-1].width, pages[-1].height))


def _black(colour: str) -> str:
    return BLACK if colour == RED else colour
