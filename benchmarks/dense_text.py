"""Paragraphs dense with what stands badly at a line's end: quoted numbers, names, signs, ASCII marks."""

from __future__ import annotations

import random

from benchmarks.generator import MATTERS, PLACES, VERBS

_CLAUSES = (
    "开通“{code}”热线",
    "用好“{code}”平台",
    "推行“{d}+{e}”工作法",
    "按“1+N”模式{verb}{matter}",
    "上线“{app}”，{verb}{matter}",
    "以“{d}G+”{verb}{matter}",
    "对照“十四五”规划{verb}",
    "照《{place}{matter}办法》（20{n}年）{verb}",
    "（20{n}年）{matter}完成{d}.{e}%",
    "{matter}投诉率降到{d}‰,满意度达{n}%",
    "冷库保持在-{n}℃;夏季不超过{e}℃",
    "发出〔20{n}〕{code}号通知",
    "“喜”和“忧”都报,有“喜”有“忧”;“好”“坏”都说",
    "“{app}”“{code}”“{d}+{e}”三网合一",
    "{place}：“{code}”接听{n}次",
    "（{d}）{verb}“{app}”{matter}",
    "设“{place}{e}号”站点{n}个(含“{code}”分站)",
    "（“{code}”来电占{d}%）",
    "《“十四五”{matter}规划》",
    "{n}%～{n}.{d}%的户用上“{app}”",
)
_APPS = ("APP", "AI", "e办", "5G", "IoT", "Wi-Fi", "12345", "O2O", "VR")
_CODES = ("12345", "50100", "110", "5100", "96", "12348", "7×24")
_JOINTS = "，，，、；,;。：…"


def dense_paragraphs(count: int) -> list[str]:
    """Give ``count`` paragraphs of our own clauses; the same ones each time."""
    chance = random.Random(11)
    return [_paragraph(chance) for _ in range(count)]


def _paragraph(chance: random.Random) -> str:
    clauses = [_clause(chance) for _ in range(chance.randint(4, 22))]
    joined = "".join(clause + chance.choice(_JOINTS) for clause in clauses[:-1])
    return f"{chance.choice(PLACES)}{joined}{clauses[-1]}。"


def _clause(chance: random.Random) -> str:
    return chance.choice(_CLAUSES).format(
        place=chance.choice(PLACES),
        verb=chance.choice(VERBS),
        matter=chance.choice(MATTERS),
        app=chance.choice(_APPS),
        code=chance.choice(_CODES),
        n=chance.randint(10, 99),
        d=chance.randint(1, 9),
        e=chance.randint(1, 9),
    )
