"""Words that official text nearly always writes side by side: 安全生产, 灵活就业."""

from __future__ import annotations

from functools import lru_cache

from xinxi_desktop.assets import asset


@lru_cache(maxsize=1)
def common_phrases() -> frozenset[str]:
    """Give the shipped phrases and names of departments; read at their first use."""
    names = ("phrases.txt", "terms.txt")
    texts = (asset("resources", "lexicons", name).read_text(encoding="utf-8") for name in names)
    return frozenset(phrase for text in texts for phrase in text.split())


def inside_phrases(text: str, ends: frozenset[int], phrases: frozenset[str]) -> frozenset[int]:
    """Give the places among the ends of words that lie inside a phrase of whole words."""
    edges = sorted({0, *ends, len(text)})
    longest = max(map(len, phrases), default=0)
    inside: set[int] = set()
    for number, start in enumerate(edges):
        for end in edges[number + 2 :]:
            if end - start > longest:
                break
            if text[start:end] in phrases:
                inside.update(edge for edge in edges if start < edge < end)
    return frozenset(inside)
