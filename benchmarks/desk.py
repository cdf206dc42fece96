"""The desk on 150,000 reports: start, list, search, keystroke, memory (real windows)."""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.big_file import KEPT, kept_file
from benchmarks.generator import reports
from benchmarks.measuring import RUNS, Line, against
from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.services.articles import create_article
from xinxi_desktop.services.intake import submission_ids
from xinxi_desktop.services.office import Office, open_office
from xinxi_desktop.services.search import search

MANY, FEWER, SOME, LITTLE = 150_000, 15_000, 10_000, 1_000
ARTICLE = 20_000
WORDS, SCANNED, PAGE, ENOUGH = 120, 5, 50, 50
_RANK = 95
Deed = Callable[[], dict[str, float]]


def lines() -> Iterator[Line]:
    """Measure every line of the desk."""
    many = kept_file(KEPT, MANY)
    with tempfile.TemporaryDirectory() as home:
        yield _start(many, Path(home))
        yield _list(many, kept_file(KEPT, SOME), Path(home))
        yield from _search(many, kept_file(KEPT, FEWER))
        yield _keystroke(Path(home))
        yield _memory(many, kept_file(KEPT, LITTLE), Path(home))


def _start(many: Path, home: Path) -> Line:
    ours, other = _deed(home, "start", many), _deed(home, "empty")
    return against("start_to_painted_inbox_150000", ours, other, "<=2")


def _list(many: Path, some: Path, home: Path) -> Line:
    ours, other = _told("all", _deed(home, "listing", many), _deed(home, "listing", some))
    return Line("show_filter_end_150000_vs_10000", ours, "ms", other, ours / other, "<=1.5")


def _memory(many: Path, little: Path, home: Path) -> Line:
    works = (_deed(home, "memory", many), _deed(home, "memory", little))
    ours, other = _told("mebibytes", *works)
    return Line("memory_150000_vs_1000", ours, "MiB", other, ours / other, "<=1.3")


def _keystroke(home: Path) -> Line:
    """Type into an article of 20,000 characters, and into a bare field with its text."""
    path, text = home / "article.xinxi", home / "article.txt"
    if not path.exists():
        text.write_text(_long_article(kept_file(KEPT, LITTLE), path), encoding="utf-8")
    works = (_deed(home, "keystroke", path), _deed(home, "bare_keystroke", text))
    ours, other = _told("milliseconds", *works)
    return Line("keystroke_to_painted_20000", ours, "ms", other, ours / other, "<=1.5")


def _long_article(little: Path, path: Path) -> str:
    path.write_bytes(little.read_bytes())
    paragraphs: list[str] = []
    for report in reports(1_000):
        paragraphs.extend(report.paragraphs)
        if sum(map(len, paragraphs)) >= ARTICLE:
            break
    body = document_from_lines(paragraphs)
    office = open_office(path)
    first = submission_ids(office, SubmissionFilter(), 1)
    create_article(office, first, body=body)
    office.close()
    return body.plain_text()


def _search(many: Path, fewer: Path) -> Iterator[Line]:
    """Search words of any length as they are typed; a word a time, both files in turn."""
    large, small = open_office(many), open_office(fewer)
    words = _words()
    taken = {word: (_timed(large, word), _timed(small, word)) for word in words}
    scans = [_scan(large, word) for word in words[:SCANNED]]
    ours, scan = _p95([many for many, _ in taken.values()]), statistics.median(scans)
    yield Line("search_150000_p95_vs_like", ours, "ms", scan, scan / ours, ">=20")
    often = [word for word in words if len(_hits(small, word)) >= ENOUGH]
    both = [_p95([taken[word][place] for word in often]) for place in (0, 1)]
    yield Line("search_often_150000_vs_15000", both[0], "ms", both[1], both[0] / both[1], "<=2")
    large.close()
    small.close()


def _words() -> list[str]:
    """Draw words of one to six characters from the texts, as somebody might type them."""
    rng = random.Random(17)
    chosen: dict[str, None] = {}
    texts = [report.text for report in reports(2_000)]
    while len(chosen) < WORDS:
        text, length = rng.choice(texts), rng.choice((1, 1, 2, 2, 2, 3, 4, 6))
        begin = rng.randrange(len(text) - length)
        word = text[begin : begin + length]
        if word.isalnum():
            chosen[word] = None
    return list(chosen)


def _timed(office: Office, word: str) -> float:
    """Give the median time of the first page of hits, in milliseconds."""
    taken = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        _hits(office, word)
        taken.append((time.perf_counter() - begin) * 1000)
    return statistics.median(taken)


def _hits(office: Office, word: str) -> list[object]:
    return list(search(office, word, PAGE))


def _scan(office: Office, word: str) -> float:
    sql = "SELECT submission FROM submission_text WHERE body LIKE ?"
    begin = time.perf_counter()
    office.file.connection().execute(sql, (f"%{word}%",)).fetchall()
    return (time.perf_counter() - begin) * 1000


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[_RANK - 1]


def _told(name: str, *works: Deed) -> list[float]:
    """Give the median of what each process tells, the processes taking turns."""
    values: list[list[float]] = [[] for _ in works]
    for work in works:
        work()
    for _ in range(RUNS):
        for work, told in zip(works, values, strict=True):
            told.append(work()[name])
    return [statistics.median(told) for told in values]


def _deed(home: Path, name: str, *files: Path) -> Deed:
    """Run a deed of ``in_window`` in a process of its own, as on a person's machine."""
    command = [sys.executable, "-m", "benchmarks.in_window", name, *map(str, files)]
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    settings = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(home / "config")}

    def work() -> dict[str, float]:
        done = subprocess.run(
            command, env=kept | settings, check=True, capture_output=True, text=True
        )
        return dict(json.loads(done.stdout.splitlines()[-1]))

    return work


if __name__ == "__main__":
    for line in lines():
        print(line, flush=True)
