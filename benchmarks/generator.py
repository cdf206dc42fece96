"""Makes a big office from a seed: believable sentences, many units, years of reports."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.services.intake import add_submission
from xinxi_desktop.services.office import Office, create_office
from xinxi_desktop.store.transaction import Act, Transaction, new_uuid

PLACES = ("安渡", "白湾", "栖山", "望川", "石泓", "临汐", "东埠", "柳渡", "北关", "城南")
MATTERS = (
    "冷链物流",
    "充电设施",
    "就业服务",
    "课后服务",
    "老年食堂",
    "污水管网",
    "农机维修",
    "医保结算",
)
VERBS = ("推进", "排查", "整治", "试点", "完善", "统筹", "督办", "走访")
PIECES = (
    "{place}今年{verb}{matter}{n}处，投入{m}万元，群众满意度明显提高。",
    "据{place}反映，{matter}仍有{n}个点位进展偏慢，主要是资金和人手不足。",
    "下一步，{place}将继续{verb}{matter}，力争{n}日前完成{m}%以上的任务。",
    "调查{n}户群众，{m}人认为{matter}变化较大，也有人提出改进意见。",
)


def text(rng: random.Random, sentences: int) -> list[str]:
    """Give the paragraphs of one report."""
    fields = (
        {
            "place": rng.choice(PLACES),
            "verb": rng.choice(VERBS),
            "matter": rng.choice(MATTERS),
            "n": rng.randint(2, 320),
            "m": rng.randint(3, 99),
        }
        for _ in range(sentences)
    )
    return ["".join(rng.choice(PIECES).format(**each) for _ in range(3)) for each in fields]


def reports(count: int, seed: int = 7) -> Iterator[tuple[str, list[str]]]:
    """Give ``count`` titles with their paragraphs; the same seed gives the same ones."""
    rng = random.Random(seed)
    for number in range(1, count + 1):
        title = f"{rng.choice(PLACES)}{rng.choice(VERBS)}{rng.choice(MATTERS)}情况第{number}报"
        yield title, text(rng, rng.randint(3, 6))


def big_office(path: Path, count: int) -> Office:
    """Make an office that received ``count`` reports over ten years."""
    office = create_office(path)
    rng = random.Random(11)

    def work(tx: Transaction) -> None:
        for title, lines in reports(count):
            _add(tx, rng, title, lines)

    office.file.write(Act("造数据", office.person, final=True), work)
    return office


def _add(tx: Transaction, rng: random.Random, title: str, lines: list[str]) -> None:
    year = rng.randint(2017, 2026)
    body = document_from_lines(lines)
    row = {
        "uuid": new_uuid(),
        "year": year,
        "number": tx.next_number("submission", year),
        "title": title,
        "received_at": f"{year}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}T09:00:00+08:00",
        "kind": rng.choice(("dynamic", "problem", "experience")),
        "form": "single",
        "tone": "neutral",
        "urgency": "ordinary",
        "secrecy": "internal",
        "characters": body.characters(),
        "sha256": tx.put_blob(title.encode()),
        "file_name": f"{title}.txt",
        "format": "txt",
    }
    add_submission(tx, row, body)
