"""``make parity``: does Word's page break where ours does? LibreOffice is the judge.

Exit 1 if a share is below its target, a page count differs or a mark is lost.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from benchmarks.dense_text import dense_paragraphs
from benchmarks.official_text import official_paragraphs, strewn_paragraphs
from xinxi_desktop.domain.bulletin import Bulletin, BulletinItem, Imprint, Masthead
from xinxi_desktop.domain.document import (
    Block,
    Document,
    Heading,
    Note,
    Paragraph,
    Picture,
    Table,
    document_from_lines,
)
from xinxi_desktop.domain.page import Layout
from xinxi_desktop.domain.page_scheme import SCHEMES, STANDARD, PageScheme
from xinxi_desktop.domain.pictures import PictureInfo
from xinxi_desktop.errors import XinxiError
from xinxi_desktop.exporters.docx import write_docx
from xinxi_desktop.exporters.pdf import write_pdf
from xinxi_desktop.fonts.shipped import shipped
from xinxi_desktop.services.word_judge import Comparison, compare, office_program, word_pages
from xinxi_desktop.typesetting import compose, harden

PARAGRAPHS, PIECES, STREWN, DENSE = 1_200, 4, 300, 320
POOL = 4_000
MIXED_TARGET, OFFICIAL_TARGET, STREWN_TARGET = 0.30, 0.999, 0.995
_SHOWN = 6
_MIXED = frozenset("“”‘’（）《》〔〕")


@dataclass(frozen=True, slots=True)
class Case:
    """One document: its name, what must agree, in which scheme, hardened or not."""

    name: str
    bulletin: Bulletin
    target: float
    scheme: PageScheme = STANDARD
    hardened: bool = False


def main() -> int:
    """Set, convert and compare every document; the exit code."""
    begin = time.perf_counter()
    try:
        print(f"对照：{_version()}")
        short = run()
    except XinxiError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    print(
        f"用时 {time.perf_counter() - begin:.0f} 秒。{'有未达标的项。' if short else '全部达标。'}"
    )
    return int(short)


def run() -> bool:
    """Print a line a document; True if any is short of its target."""
    official, source = _chosen()
    print(f"文稿来自：{source}")
    cases = list(_cases(official))
    fonts = shipped()
    layouts = {case.name: compose(case.bulletin, fonts, case.scheme, FACTS) for case in cases}
    words, pictures = {}, _pictures().__getitem__
    for number, case in enumerate(cases):
        layout = layouts[case.name]
        if case.hardened:
            layout, figures = harden(layout, fonts, case.scheme)
            print(
                f"加固 {case.name}：{figures.lines} 行中 {figures.at_risk} 行有风险，"
                f"加固 {figures.hardened} 行，各种读法一致 {figures.agreeing} 行"
            )
        words[str(number)] = write_docx(case.bulletin, layout, fonts, case.scheme, pictures)
    pages = word_pages(words, fonts)
    short = _mixed_is_short([layouts[case.name] for case in cases[:PIECES]])
    for number, case in enumerate(cases):
        ours = write_pdf(layouts[case.name], fonts, pictures=pictures)
        short |= _tell(case, compare(ours, pages[str(number)]))
    return short


def _cases(official: Sequence[str]) -> Iterator[Case]:
    size = len(official) // PIECES
    parts = [official[start : start + size] for start in range(0, size * PIECES, size)]
    for number, part in enumerate(parts, 1):
        yield Case(f"公文 {number}", _article(part), OFFICIAL_TARGET)
    for number, part in enumerate(parts, 1):
        yield Case(f"公文 {number}（加固）", _article(part), OFFICIAL_TARGET, hardened=True)
    yield Case("网址代码", _article(strewn_paragraphs(STREWN)), STREWN_TARGET)
    for scheme in (STANDARD, SCHEMES["大字版（二号）"]):
        text = _article(dense_paragraphs(DENSE))
        yield Case(f"引号数字 {scheme.name}", text, OFFICIAL_TARGET, scheme)
    for scheme in SCHEMES.values():
        yield Case(f"整期 {scheme.name}", _whole(official), OFFICIAL_TARGET, scheme)
    for scheme in SCHEMES.values():
        if not scheme.letter:
            yield Case(f"表格图片 {scheme.name}", _strewn_things(official), OFFICIAL_TARGET, scheme)
    for scheme in (STANDARD, SCHEMES["28磅行距"]):
        yield Case(f"图片相连 {scheme.name}", _pictures_in_pairs(official), OFFICIAL_TARGET, scheme)
    even = replace(STANDARD, imprint_same_page=True)
    yield Case("整期 版记同页（加固）", _whole(official[40:]), OFFICIAL_TARGET, even, hardened=True)


def _article(paragraphs: Sequence[str]) -> Bulletin:
    known = [text for text in paragraphs if _settable(text)]
    return Bulletin((BulletinItem(1, "断行对照用文稿", document_from_lines(known)),))


def _settable(text: str) -> bool:
    fonts = shipped()
    return all(fonts.face_for(role, char) for role in (_BODY,) for char in set(text) - {" "})


_BODY = next(iter(shipped().chains))


def _whole(paragraphs: Sequence[str]) -> Bulletin:
    """Make a whole bulletin: head, contents, columns, 按语, headings, table, note, imprint."""
    texts = [text for text in paragraphs if _settable(text)]
    head = ("县（市、区）", "完成（处）", "投资（万元）", "情况")
    rows = ((f"第{n}县", str(n * 17), f"{n}.{n}", texts[n][:30]) for n in range(1, 9))
    table = Table("t", (head, *rows))
    items = []
    for number in range(6):
        part = texts[number * 5 : number * 5 + 5]
        blocks = list(document_from_lines(part).blocks)
        blocks.insert(1, Heading("h1", "一、主要做法和成效", 1))
        blocks.insert(3, Heading("h2", "（二）存在的问题", 2))
        if number == 2:
            blocks.insert(4, table)
        blocks.append(Note("n", texts[number][:70]))
        items.append(
            BulletinItem(
                number + 1, texts[number + 40][: 12 + 7 * number], Document(tuple(blocks)),
                column="经验交流" if number % 3 == 0 else "",
                editor_note=texts[number + 50][:60] if number == 1 else "",
                credit="（望川县委办公室）",
            )
        )  # fmt: skip
    items.append(_illustrated(texts, table))
    masthead = Masthead(
        "云澜信息", "第12期（总第340期）", "云澜市委办公室信息科", "2026年11月22日",
        notice="内部资料　注意保存", subtitle="工作交流",
    )  # fmt: skip
    imprint = Imprint(
        (
            "报：市委书记、副书记、常委，秘书长。",
            "送：市人大常委会、市政府、市政协办公室，市纪委监委机关，市委各部门。",
            "发：各县（市、区）委办公室，市直各单位办公室。",
        ),
        "云澜市委办公室信息科",
        "2026年11月22日",
        "共印46份",
    )
    return Bulletin(tuple(items), masthead, imprint, True)


FACTS = {"wide": PictureInfo(1600, 900, 220.0), "tall": PictureInfo(900, 1200, 300.0)}


def _illustrated(texts: Sequence[str], table: Table) -> BulletinItem:
    """Make an item with two pictures, a table, a note, and all that may stand under a text."""
    lines = document_from_lines(texts[60:64]).blocks
    closing = document_from_lines(
        [
            "注：数据截至2026年10月底。", f"附件：1.{texts[64][:40].rstrip('。，；：')}", "2.联系人名单",
            "望川县农业农村局", "2026年11月22日", "（联系人：王某，电话：0000-1234567）",
            "附件1", "建设情况一览表", texts[65], "附件2", "联系人名单", texts[66],
        ]
    ).blocks  # fmt: skip
    blocks = (
        *lines[:2], Picture("f1", "wide", "图1　冷库分布", 6800), *lines[2:3],
        Picture("f2", "tall", "图2　入库现场", 4200), *lines[3:], table, *closing,
    )  # fmt: skip
    return BulletinItem(9, "有图有表的一条", Document(blocks), credit="（望川县委办公室）")


def _pictures_in_pairs(paragraphs: Sequence[str]) -> Bulletin:
    """Make a bulletin of pictures under pictures, under titles, headings and tables."""
    texts = [text for text in paragraphs if _settable(text)]
    items = []
    for number in range(4):
        table = Table("t", (("县（市、区）", "情况"), ("望川县", texts[number][:40])))
        line = document_from_lines(texts[number : number + 1]).blocks
        pictures = [
            Picture(f"f{place}", name, caption, 3000 + 900 * number)
            for place, (name, caption) in enumerate(
                (("wide", "图1　现场"), ("tall", ""), ("wide", ""), ("wide", "图2　现场"))
            )
        ]
        blocks = (*pictures[:2], *line, *pictures[2:], Heading("h", "二、问题", 1), pictures[1], table,
                  pictures[0])  # fmt: skip
        items.append(BulletinItem(number + 1, f"有图的第{number + 1}条", Document(blocks)))
    return Bulletin(tuple(items))


def _strewn_things(paragraphs: Sequence[str]) -> Bulletin:
    """Make a bulletin of tables of 2–12 rows and of pictures among text, at seeded places."""
    texts = [text for text in paragraphs if _settable(text)]
    chance = random.Random(7)
    items = []
    for number in range(8):
        blocks: list[Block] = []
        for place in range(14):
            one = chance.randrange(10)
            if one < 2:
                rows = [
                    (chance.choice(texts)[:24], "二", str(row))
                    for row in range(chance.randint(1, 11))
                ]
                blocks.append(Table(f"t{place}", (("甲", "乙", "丙"), *rows)))
            elif one < 4:
                caption = chance.choice(("", "图　现场"))
                blocks.append(Picture(f"f{place}", chance.choice(("wide", "tall")), caption, 4200))
            blocks.append(Paragraph(f"p{place}", chance.choice(texts)))
        items.append(
            BulletinItem(number + 1, f"有表有图的第{number + 1}条", Document(tuple(blocks)))
        )
    return Bulletin(tuple(items))


def _pictures() -> dict[str, bytes]:
    """Draw the pictures."""
    from PIL import Image, ImageDraw

    made = {}
    for name, info in FACTS.items():
        picture = Image.new("RGB", (info.width, info.height), "#D8E2EA")
        ImageDraw.Draw(picture).line((0, 0, info.width, info.height), fill="#A03020", width=9)
        stream = BytesIO()
        picture.save(stream, "PNG", dpi=(info.dpi, info.dpi))
        made[name] = stream.getvalue()
    return made


def _chosen() -> tuple[list[str], str]:
    """Give the paragraphs to compare, enough of them mixed at a line end; and their source."""
    pool, source = official_paragraphs(POOL)
    known = [text for text in pool if _settable(text)]
    mixed = _mixed_at_ends(compose(_article(known), shipped()))
    count = PARAGRAPHS * 2 // 5
    first = [text for number, text in enumerate(known) if number in mixed][:count]
    rest = [text for text in known if text not in set(first)]
    chosen = first + rest[: PARAGRAPHS - len(first)]
    random.Random(9).shuffle(chosen)
    return chosen, source


def _mixed_at_ends(layout: Layout) -> set[int]:
    """Tell which paragraphs (from 0) have digits, Latin, quotes or brackets at a line end."""
    lines = [line for line in layout.lines if line.kind != "title"]
    found = set()
    for before, after in pairwise(lines):
        ends = before.text[-1:] + (after.text[:1] if after.paragraph == before.paragraph else "")
        if any(char.isascii() or char in _MIXED for char in ends):
            found.add(before.paragraph - lines[0].paragraph)
    return found


def _mixed_is_short(layouts: Sequence[Layout]) -> bool:
    """Print the share of paragraphs that are mixed at a line end; True if too few are."""
    mixed = sum(len(_mixed_at_ends(layout)) for layout in layouts)
    every = sum(
        len({line.paragraph for line in layout.lines if line.kind != "title"}) for layout in layouts
    )
    share = mixed / every
    print(f"公文 {every} 段，行端有数字、西文、引号或括号的 {mixed} 段（{share:.1%}）")
    return share < MIXED_TARGET or every < PARAGRAPHS * 5 // 6


def _tell(case: Case, found: Comparison) -> bool:
    """Print how a document did, and its differing lines by cause; True if it is short."""
    short = found.share < case.target or found.our_pages != found.word_pages or bool(found.lost)
    print(
        f"{case.name}：{found.same}/{found.lines} 行一致（{found.share:.3%}，要求 {case.target:.1%}），"
        f"同页 {found.same_page} 行，页数 {found.our_pages}/{found.word_pages}，"
        f"丢字符 {len(found.lost)} 个  {'未达标' if short else '达标'}"
    )
    causes = Counter(_cause(line[2]) for each in found.differences for line in each.ours[:1])
    if causes:
        print("    原因：" + "；".join(f"{name} {count} 处" for name, count in causes.items()))
    for each in found.differences[:_SHOWN]:
        ours = " / ".join(text for _, _, text in each.ours)
        word = " / ".join(text for _, _, text in each.word)
        print(f"    {json.dumps([ours, word], ensure_ascii=False)}")
    return short


def _cause(line: str) -> str:
    if "/" in line or "\\" in line or "@" in line:
        return "网址、路径或代码"
    if any(char.isascii() and char.isalnum() for char in line):
        return "西文或数字"
    if any(ord(char) > 0x3000 for char in line) and all(ord(char) > 0x2000 for char in line):
        return "只有汉字和标点"
    return "其他文字"


def _version() -> str:
    told = subprocess.run(
        [office_program(), "--version"], capture_output=True, text=True, check=False
    )
    return told.stdout.strip() or Path(office_program()).name


if __name__ == "__main__":
    sys.exit(main())
