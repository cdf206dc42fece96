"""加固: what a Word-like reading would end elsewhere is held by a spacing of its own."""

from __future__ import annotations

from bulletin_maker import RULES, STORE, article, bulletin

from xinxi_desktop.domain.bulletin import Bulletin
from xinxi_desktop.domain.flow import PlacedParagraph
from xinxi_desktop.domain.page_scheme import STANDARD
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.typesetting import compose, harden
from xinxi_desktop.typesetting.harden import Figures

TEXT = article(*(STORE[cut:] + RULES for cut in range(12)))


def figures(source: Bulletin) -> Figures:
    return harden(compose(source, shipped()), shipped(), STANDARD)[1]


def test_every_model_agrees_on_nearly_every_hardened_line() -> None:
    done = figures(TEXT)

    assert done.at_risk > 0
    assert done.agreeing >= 0.99 * done.lines


def test_a_hardened_layout_has_no_line_left_at_risk() -> None:
    first, done = harden(compose(TEXT, shipped()), shipped(), STANDARD)
    again = harden(first, shipped(), STANDARD)[1]

    assert again.at_risk == done.at_risk - done.hardened


def test_lines_end_where_they_did() -> None:
    before = compose(bulletin(2), shipped())
    after, _ = harden(before, shipped(), STANDARD)

    assert ends(after.placed) == ends(before.placed)
    assert after.pages == before.pages


def ends(placed: tuple[object, ...]) -> list[int]:
    return [line.end for part in placed if isinstance(part, PlacedParagraph) for line in part.lines]


def test_plain_hanzi_need_nothing() -> None:
    assert figures(article("望" * 200)).at_risk == 0
