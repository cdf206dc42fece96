"""Official prose to set: real texts beside the checkout if they are there, else our own."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.generator import MATTERS, PLACES, VERBS

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
_LONGEST, _SHORTEST = 900, 60
_MIXED = frozenset("0123456789“”（）()《》〔〕ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_MIXED_SHARE = 3
"""Of so many paragraphs at most one has neither digits, Latin, quotes nor brackets."""

_OWN = (
    "{place}坚持“{verb}+{matter}”一体推进，前{n}个月完成投资{m}.{d}亿元，同比增长{d}.{d}%，高于全市平均水平{d}个百分点。",
    "据《{place}{matter}专项行动方案（2026—2028年）》，到2028年底建成示范点{n}个、覆盖村（社区）{m}个，群众满意度达到9{d}%以上。",
    "一是聚焦“痛点”抓{verb}。组建工作专班{d}个，抽调干部{n}名，对{m}个乡镇（街道）逐一过筛，发现问题{n}条，已整改{m}条。",
    "有企业反映，{matter}审批仍需跑{d}个部门、交{n}份材料，平均耗时{m}个工作日；“最多跑一次”在基层尚未完全落地。",
    "{place}依托“数智{matter}”平台（Version {d}.0）开展线上办理，接入5G探头{n}个、IoT传感器{m}套，数据每{n}分钟更新一次。",
    "2026年{month}月{day}日，{place}召开{matter}推进会，明确在2026年底前完成{n}处改造，资金缺口约{m}{d}0万元由市县按6:4分担……",
    "调研发现，三成以上受访者（{n}人中的{m}人）认为{matter}“叫好不叫座”——设施建了，运营没跟上，闲置率达{n}.{d}%。",
    "建议：（1）将{matter}纳入2027年度民生实事；（2）参照〔2026〕{n}号文件，按每处{d}.{d}万元给予补助；（3）建立季度通报制度。",
    "与GB/T 9704—2012要求相比，{place}在{matter}方面的ISO 9001认证率仅为{n}%，PM2.5年均浓度{n}微克/立方米，较上年下降{d}.{d}微克。",
    "下一步，{place}将继续{verb}{matter}，力争年内新增就业{m}{d}{n}人，带动户均增收{n}{m}元，确保“不落一户、不漏一人”。",
)
_ODD = (
    "https://www.gov.cn/zhengce/{n}/content_{m}{n}.htm",
    "http://yl-xxk.example.cn/a/b/{n}?id={m}&page={d}",
    "xxk_{n}@yunlan.gov.example",
    "GB/T {n}{m}.{d}-20{n}",
    "SN:{n}A-{m}B/{d}",
    "±{d}.{d}℃",
    "①②③",
    "№{n}",
    "{n}‰～{m}‰",
    "Wi-Fi/5G",
    "COVID-19",
    "——{n}%——",
    "…………",
    "[{n}]",
    "α、β粒子",
    "¥{n},{m}{d}0.00",
    "C++/Python{d}.{n}",
    "·{place}·",
    "‘{verb}’",
    "→{n}",
)


def official_paragraphs(count: int) -> tuple[list[str], str]:
    """Give ``count`` paragraphs of official text, and in words where they come from."""
    shared = sorted(set(_shared()))
    rng = random.Random(3)
    rng.shuffle(shared)
    chosen = list(islice(_mostly_mixed(shared), count))
    if len(chosen) == count:
        return chosen, "../shared/data/proofreading、../shared/sources"
    return [own_paragraph(rng) for _ in range(count)], "本项目自编语句"


def strewn_paragraphs(count: int) -> list[str]:
    """Give paragraphs strewn with addresses, codes and odd signs."""
    rng = random.Random(5)
    plain, _ = official_paragraphs(count)
    return [_strewn(rng, text[:400]) for text in plain]


def own_paragraph(rng: random.Random) -> str:
    """Write one paragraph of our own sentences."""
    return "".join(_filled(rng, rng.choice(_OWN)) for _ in range(rng.randint(1, 6)))


def _filled(rng: random.Random, pattern: str) -> str:
    return pattern.format(
        place=rng.choice(PLACES),
        verb=rng.choice(VERBS),
        matter=rng.choice(MATTERS),
        n=rng.randint(10, 99),
        m=rng.randint(2, 60),
        d=rng.randint(1, 9),
        month=rng.randint(1, 12),
        day=rng.randint(1, 28),
    )


def _strewn(rng: random.Random, text: str) -> str:
    """Put a few odd signs between the characters of a text."""
    for _ in range(rng.randint(2, 5)):
        place = rng.randint(0, len(text))
        text = text[:place] + _filled(rng, rng.choice(_ODD)) + text[place:]
    return text


def _mostly_mixed(texts: list[str]) -> Iterator[str]:
    """Give texts so that most of them have digits, Latin, quotes or brackets."""
    plain = 0
    for number, text in enumerate(texts, 1):
        if _MIXED.isdisjoint(text):
            if plain * _MIXED_SHARE >= number:
                continue
            plain += 1
        yield text


def _shared() -> Iterator[str]:
    """Read the paragraphs of the shared texts that one page can hold."""
    for path in sorted((SHARED / "data" / "proofreading").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from _usable(str(json.loads(line)["content"]).splitlines())
    for path in sorted((SHARED / "sources").glob("*.txt")):
        yield from _usable(path.read_text(encoding="utf-8", errors="replace").splitlines())


def _usable(lines: list[str]) -> Iterator[str]:
    for line in lines:
        text = " ".join(line.split())
        if _SHORTEST <= len(text) <= _LONGEST:
            yield text
