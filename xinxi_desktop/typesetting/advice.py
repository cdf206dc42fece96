"""Fit-to-page advice: troubles with remedies, each tried on the whole bulletin before it is offered.

A remedy stays within the limits of word-parity.md §5.3 and breaks the same in Word: a
paragraph's own spacing, or a line of room above a title or a closing line. The text is never
touched: a cut is only suggested (architecture.md 9).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from xinxi_desktop.domain.advice import Advice, Cut, Remedy, Trouble
from xinxi_desktop.domain.bulletin import Bulletin
from xinxi_desktop.domain.cures import SPACING_MAX, SPACING_MIN, USUAL, Cure, merged, text_mark
from xinxi_desktop.domain.document import Document, Paragraph
from xinxi_desktop.domain.flow import FlowParagraph, PlacedParagraph
from xinxi_desktop.domain.fonts import FontSet
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.domain.page_scheme import PageScheme
from xinxi_desktop.domain.pictures import PictureInfo
from xinxi_desktop.typesetting.compose import NO_PICTURES, compose
from xinxi_desktop.typesetting.prepare import prepare_paragraph
from xinxi_desktop.typesetting.styles import geometry
from xinxi_desktop.typesetting.troubles import find_troubles, named, words_in

MOST_TRIALS = 36
"""Layouts made to try remedies: some 0.3 s for an issue of eight pages."""
KEPT_TRIALS = 12
"""Of these, kept for 段末字少, which comes last: many widows must not use them up."""
_OFFERED = 2
_NEAR = 2
"""Paragraphs of so many pages before the trouble are looked at."""
_WIDEST_CUT = 60
_PAGES = (Trouble.OVERRUN, Trouble.IMPRINT)
"""Troubles that cost a page: everything before them may help."""
_CHEAPEST = 4
"""Of more paragraphs than these that could be set tighter, those that need least are tried."""


@dataclass(slots=True)
class Trial:
    """What is needed to lay out the bulletin again with something changed."""

    bulletin: Bulletin
    fonts: FontSet
    scheme: PageScheme
    pictures: Mapping[str, PictureInfo]
    layout: Layout
    left: int = MOST_TRIALS

    def troubles(self, layout: Layout) -> list[Advice]:
        """Name what does not sit well in a layout."""
        return find_troubles(layout, geometry(self.scheme))

    def with_cures(self, cures: Sequence[tuple[int, Cure]]) -> Layout:
        """Lay out with cures more."""
        return self.compose(cured_bulletin(self.bulletin, cures))

    def compose(self, bulletin: Bulletin) -> Layout:
        """Lay out a changed bulletin; counts as a trial."""
        self.left -= 1
        return compose(bulletin, self.fonts, self.scheme, self.pictures)

    def lines(self, paragraph: FlowParagraph) -> int:
        """Count the lines of a paragraph."""
        width = geometry(self.scheme).area_width
        return len(prepare_paragraph(paragraph, width, self.fonts, self.scheme.mode).lines)


def advise(
    bulletin: Bulletin,
    fonts: FontSet,
    scheme: PageScheme,
    layout: Layout,
    pictures: Mapping[str, PictureInfo] = NO_PICTURES,
) -> tuple[Advice, ...]:
    """Name what does not sit well on the pages, each with remedies that were tried and hold."""
    trial = Trial(bulletin, fonts, scheme, pictures, layout, MOST_TRIALS - KEPT_TRIALS)
    found = trial.troubles(layout)
    given = [_with_remedies(trial, each) for each in found if each.trouble is not Trouble.SHORT]
    trial.left += KEPT_TRIALS
    given += [_with_remedies(trial, each) for each in found if each.trouble is Trouble.SHORT]
    return tuple(given)


def cured_bulletin(bulletin: Bulletin, cures: Sequence[tuple[int, Cure]]) -> Bulletin:
    """Give a bulletin with cures added to its items, by their position."""
    items = list(bulletin.items)
    for position, cure in cures:
        items[position] = replace(items[position], cures=merged(items[position].cures, [cure]))
    return replace(bulletin, items=tuple(items))


def _with_remedies(trial: Trial, trouble: Advice) -> Advice:
    remedies = tuple(islice(_remedies(trial, trouble), _OFFERED))
    cut = None
    if trouble.trouble in _PAGES:
        cut = _cut(trial, trouble)
    return replace(trouble, remedies=remedies, cut=cut)


def _remedies(trial: Trial, trouble: Advice) -> Iterator[Remedy]:
    """Give the remedies that hold, the least change first."""
    if trial.left <= 0:
        return
    before = len(trial.troubles(trial.layout))
    least = 0
    for cures in _ways(trial, trouble):
        if trial.left <= 0 or 0 < least < len(cures):
            return
        layout = trial.with_cures(cures)
        if _mends(trial, trouble, layout, before):
            least = len(cures)
            yield Remedy(tuple(cures), _words(trial, cures, layout))


def _mends(trial: Trial, trouble: Advice, layout: Layout, before: int) -> bool:
    """Tell whether the trouble is gone, nothing new came, and no page more is used."""
    left = trial.troubles(layout)
    if len(layout.pages) > len(trial.layout.pages) or len(left) >= before:
        return False
    same = [each for each in left if each.place == trouble.place]
    if trouble.trouble in _PAGES:
        return len(layout.pages) < len(trial.layout.pages)
    return not any(each.page == trouble.page or each.block for each in same)


def _ways(trial: Trial, trouble: Advice) -> Iterator[list[tuple[int, Cure]]]:
    """Give what may be tried, the least change first."""
    tighter = sorted(_tighter(trial, trouble), key=lambda way: -(way[1].spacing or 0))
    rooms = list(_rooms(trial, trouble))
    needed = trouble.lines if trouble.trouble in _PAGES else 1
    if needed == 1:
        yield from ([way] for way in tighter[:_CHEAPEST])
    if trouble.trouble is Trouble.SHORT:
        return
    if needed == 1:
        yield from ([way] for way in rooms[:_CHEAPEST])
        if trouble.trouble is Trouble.WIDOW:
            yield from ([way] for way in _looser(trial, trouble))
    for count in (needed, needed + 1) if needed > 1 else (2, 3):
        if count <= len(tighter):
            yield tighter[:count]
        if rooms and count - 1 <= len(tighter):
            yield [*rooms[:1], *tighter[: count - 1]]


def _near(trial: Trial, trouble: Advice) -> Iterator[FlowParagraph]:
    """Give the paragraphs that stand before the trouble's end, on its page or those before."""
    first = 1 if trouble.trouble in _PAGES else trouble.page - _NEAR
    for placed in trial.layout.placed:
        if not isinstance(placed, PlacedParagraph) or not first <= placed.page <= trouble.page:
            continue
        paragraph = placed.paragraph
        if not paragraph.block or paragraph.item < 0 or _is_cured(trial, paragraph):
            continue
        if trouble.trouble is Trouble.SHORT and (
            paragraph.block != trouble.block or paragraph.item != trouble.item
        ):
            continue
        yield paragraph


def _is_cured(trial: Trial, paragraph: FlowParagraph) -> bool:
    cures = trial.bulletin.items[paragraph.item].cures
    return any(cure.block == paragraph.block for cure in cures)


def _tighter(trial: Trial, trouble: Advice) -> Iterator[tuple[int, Cure]]:
    """Give the least tightening by which each paragraph loses a line."""
    for paragraph in _near(trial, trouble):
        found = _spacing(trial, paragraph, -1)
        if found is not None:
            yield found


def _looser(trial: Trial, trouble: Advice) -> Iterator[tuple[int, Cure]]:
    """Give the least loosening by which the widow's own paragraph gets a second line there."""
    for paragraph in _near(trial, trouble):
        if paragraph.block == trouble.block and paragraph.item == trouble.item:
            found = _spacing(trial, paragraph, 1)
            if found is not None:
                yield found


def _spacing(trial: Trial, paragraph: FlowParagraph, change: int) -> tuple[int, Cure] | None:
    """Give the least spacing by which a paragraph's lines change in number so."""
    style = paragraph.style
    if paragraph.kind != "paragraph" or style.align != "justify":
        return None
    own, most = style.spacing, SPACING_MIN if change < 0 else SPACING_MAX
    spacings = range(own + change, own + most - USUAL + change, change)
    wanted = trial.lines(paragraph) + change
    # The last is the most that can be had: try it first.
    if wanted < 1 or trial.lines(_spaced(paragraph, spacings[-1])) not in (wanted, wanted + change):
        return None
    for spacing in spacings:
        if trial.lines(_spaced(paragraph, spacing)) == wanted:
            cure = Cure(paragraph.block, text_mark(paragraph.text), spacing, usual=own)
            return paragraph.item, cure
    return None


def _spaced(paragraph: FlowParagraph, spacing: int) -> FlowParagraph:
    return replace(paragraph, style=replace(paragraph.style, spacing=spacing))


def _rooms(trial: Trial, trouble: Advice) -> Iterator[tuple[int, Cure]]:
    """Give the lines of space that can be spared above titles and closing lines, last first."""
    pitch = geometry(trial.scheme).pitch
    spared = [
        part.paragraph
        for part in trial.layout.placed
        if isinstance(part, PlacedParagraph) and part.before >= pitch
    ]
    for paragraph in reversed(list(_near(trial, trouble))):
        if paragraph in spared:
            cure = Cure(paragraph.block, text_mark(paragraph.text), lines=-1)
            yield paragraph.item, cure


def _words(trial: Trial, cures: Sequence[tuple[int, Cure]], layout: Layout) -> str:
    """Say what is done and what it brings."""
    parts = [f"{_whose(trial, item, cure.block)}{cure.words}" for item, cure in cures]
    fewer = len(trial.layout.pages) - len(layout.pages)
    return f"{'；'.join(parts)}{f'，少用 {fewer} 页' if fewer else ''}"


def _whose(trial: Trial, item: int, block: str) -> str:
    for part in trial.layout.placed:
        if not isinstance(part, PlacedParagraph):
            continue
        paragraph = part.paragraph
        if (paragraph.item, paragraph.block) == (item, block):
            what = "标题" if paragraph.kind == "title" else "一段"
            lead = f"第{item + 1}条" if len(trial.bulletin.items) > 1 else ""
            return f"{lead}{named(paragraph)}{what}"
    return ""


def _cut(trial: Trial, trouble: Advice) -> Cut | None:
    """Suggest where the fewest characters less would do, tried with the paragraph's end cut."""
    lengths = {(line.paragraph, line.start): line for line in trial.layout.lines}
    ends: dict[int, int] = {}
    for line in lengths.values():
        ends[line.paragraph] = words_in(line.text) + 1
    found = []
    for number, part in enumerate(trial.layout.placed, 1):
        if not isinstance(part, PlacedParagraph) or part.paragraph.item != trouble.item:
            continue
        if part.paragraph.kind == "paragraph" and part.paragraph.block and len(part.lines) > 1:
            found.append((ends.get(number, 0), number, part))
    for last, _, part in sorted(found, key=lambda each: each[:2])[:_OFFERED]:
        longest = max(line.end - line.start for line in part.lines)
        characters = last + (max(trouble.lines, 1) - 1) * longest
        if trial.left <= 0 or characters > _WIDEST_CUT or characters * 2 > len(part.paragraph.text):
            continue
        shorter = _shortened(trial.bulletin, part.paragraph, characters)
        if len(trial.compose(shorter).pages) < len(trial.layout.pages):
            words = (
                f"或在“编辑”里把{_whose(trial, trouble.item, part.paragraph.block)}"
                f"删去约 {characters} 字"
            )
            article = trial.bulletin.items[trouble.item].article_id
            return Cut(trouble.item, article, part.paragraph.block, characters, words)
    return None


def _shortened(bulletin: Bulletin, paragraph: FlowParagraph, characters: int) -> Bulletin:
    """Give the bulletin with the end of a paragraph cut, its last mark kept."""
    item = bulletin.items[paragraph.item]
    blocks = tuple(
        replace(block, text=block.text[: -characters - 1] + block.text[-1:], marks=())
        if isinstance(block, Paragraph) and block.id == paragraph.block
        else block
        for block in item.body.blocks
    )
    items = list(bulletin.items)
    items[paragraph.item] = replace(item, body=Document(blocks))
    return replace(bulletin, items=tuple(items))
