"""版面建议 on an issue in the file: named, tried, kept, taken back; and title breaks by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from xinxi_desktop.domain.advice import Advice, Remedy
from xinxi_desktop.domain.cures import (
    TITLE,
    Cure,
    breaks_to_json,
    check_cure,
    cures_from_json,
    cures_to_json,
    merged,
    text_mark,
)
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.bulletins import Printed, lay_out
from xinxi_desktop.services.issues import arranged
from xinxi_desktop.services.office import Changes, Office
from xinxi_desktop.store import issues as store
from xinxi_desktop.store.transaction import Transaction

_NAMED = 10


@dataclass(frozen=True, slots=True)
class Kept:
    """A cure that stands on an item of the issue; ``rests`` if its text was changed since."""

    item: int
    cure: Cure
    words: str
    rests: bool = False


@dataclass(frozen=True, slots=True)
class PageAdvice:
    """What there is to say of an issue's pages, and what was already done."""

    advice: tuple[Advice, ...] = ()
    kept: tuple[Kept, ...] = ()


def page_advice(office: Office, issue_id: int, printed: Printed | None = None) -> PageAdvice:
    """Name what does not sit well on an issue's pages; slow (some 0.3 s), so ask in a job.

    ``printed`` is the issue as laid out now, if the caller has it already.
    """
    from xinxi_desktop.typesetting.advice import advise

    laid = printed or lay_out(office, issue_id)
    found = advise(laid.bulletin, laid.fonts, laid.scheme, laid.layout, laid.pictures.facts)
    return PageAdvice(found, kept_cures(laid))


def kept_cures(printed: Printed) -> tuple[Kept, ...]:
    """List the cures that an issue has, in order."""
    kept = []
    for position, item in enumerate(printed.bulletin.items):
        texts = {block.id: getattr(block, "text", "") for block in item.body.blocks}
        texts[TITLE] = item.title
        for cure in item.cures:
            text = str(texts.get(cure.block, ""))
            what = "标题" if cure.block == TITLE else "一段"
            short = f"{text[:_NAMED]}…" if len(text) > _NAMED else text
            words = f"第{position + 1}条“{short}”{what}{cure.words}"
            rests = text_mark(text.strip()) != cure.mark and text_mark(text) != cure.mark
            kept.append(Kept(position, cure, words, rests))
    return tuple(kept)


def try_remedy(printed: Printed, remedy: Remedy) -> Printed:
    """Lay out an issue with a remedy, to look at; nothing is kept."""
    from xinxi_desktop.typesetting import compose
    from xinxi_desktop.typesetting.advice import cured_bulletin

    bulletin = cured_bulletin(printed.bulletin, remedy.cures)
    layout = compose(bulletin, printed.fonts, printed.scheme, printed.pictures.facts)
    return replace(printed, bulletin=bulletin, layout=layout)


def adopt_remedy(office: Office, issue_id: int, remedy: Remedy) -> Changes:
    """Keep a remedy on the items it touches; UserError if they changed or may not be arranged."""
    for _, cure in remedy.cures:
        check_cure(cure)

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        arranged(tx, issue_id)
        items = store.items(tx, issue_id)
        for position, cure in remedy.cures:
            if position >= len(items):
                raise UserError(
                    "items_changed", "这一期的条目刚有变动，没有采用。请等版面重新排好再试。"
                )
            row = tx.get("issue_item", items[position]["id"])
            cures = merged(cures_from_json(row["cures"]), [cure])
            tx.update("issue_item", row["id"], {"cures": cures_to_json(cures)})
        return f"已采用版面调整：{remedy.words}", (issue_id,)

    return office.do("采用版面调整", work)


def drop_cures(office: Office, issue_id: int, kept: Sequence[Kept]) -> Changes:
    """Take cures back."""
    gone = {(each.item, each.cure.block) for each in kept}

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        arranged(tx, issue_id)
        for position, item in enumerate(store.items(tx, issue_id)):
            before = cures_from_json(item["cures"])
            left = [cure for cure in before if (position, cure.block) not in gone]
            if len(left) < len(before):
                tx.update("issue_item", item["id"], {"cures": cures_to_json(left)})
        return f"已撤消 {len(gone)} 处版面调整", (issue_id,)

    return office.do("撤消版面调整", work)


@dataclass(frozen=True, slots=True)
class TitleChoice:
    """One way to break a title: its name, its lines, where they begin; none: the program's own."""

    name: str
    lines: tuple[str, ...]
    breaks: tuple[int, ...] = ()


def title_choices(printed: Printed, item: int) -> tuple[TitleChoice, ...]:
    """Offer the ways to break an item's title: the program's own first, then every shape."""
    from xinxi_desktop.typesetting.title_choices import title_shapes

    title = printed.bulletin.items[item].title
    shapes = title_shapes(title, printed.fonts, printed.scheme)
    return tuple(
        TitleChoice(name, lines_of(title, breaks), () if number == 0 else breaks)
        for number, (name, breaks) in enumerate(shapes.items())
    )


def lines_of(title: str, breaks: Sequence[int]) -> tuple[str, ...]:
    """Give the lines of a title that begin at these places."""
    return tuple(title[start:end] for start, end in pairwise((0, *breaks, len(title))))


def fits(printed: Printed, item: int, breaks: Sequence[int]) -> bool:
    """Tell whether every line of a title broken so fits the page."""
    from xinxi_desktop.typesetting.title_choices import title_fits

    title = printed.bulletin.items[item].title
    return title_fits(title, breaks, printed.fonts, printed.scheme)


def with_breaks(printed: Printed, item: int, breaks: Sequence[int]) -> Printed:
    """Lay out an issue with a title broken so, to look at; nothing is kept."""
    from xinxi_desktop.typesetting import compose

    items = list(printed.bulletin.items)
    items[item] = replace(items[item], title_breaks=tuple(breaks))
    bulletin = replace(printed.bulletin, items=tuple(items))
    layout = compose(bulletin, printed.fonts, printed.scheme, printed.pictures.facts)
    return replace(printed, bulletin=bulletin, layout=layout)


def break_title(office: Office, item_id: int, breaks: Sequence[int]) -> Changes:
    """Keep where the lines of an item's title begin; none for the program's own."""

    def work(tx: Transaction) -> tuple[str, tuple[int, ...]]:
        row = tx.get("issue_item", item_id)
        arranged(tx, row["issue"])
        title = tx.get("article", row["article"])["title"]
        if list(breaks) != sorted({place for place in breaks if 0 < place < len(title)}):
            raise UserError("bad_breaks", "标题刚有改动，换行没有保存。请重新选一次。")
        tx.update("issue_item", item_id, {"title_breaks": breaks_to_json(title, breaks)})
        done = f"标题分为 {len(breaks) + 1} 行" if breaks else "标题改为自动换行"
        return f"已把所选的{done}", (row["issue"],)

    return office.do("更改标题换行", work)
