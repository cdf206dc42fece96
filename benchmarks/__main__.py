"""Run every measurement: a line each, and the same as JSON in build/bench.json."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from benchmarks import desk, lists, page
from benchmarks.measuring import Line, save

RESULT = Path("build") / "bench.json"


def main() -> int:
    """Print the lines as they are measured; exit 1 if one is short."""
    print("name value unit baseline ratio target ok|SHORT")
    lines: list[Line] = []
    for line in _lines():
        print(line, flush=True)
        lines.append(line)
    save(lines, RESULT)
    return int(any(line.verdict == "SHORT" for line in lines))


def _lines() -> Iterator[Line]:
    return chain(page.lines(), lists.lines(), desk.lines())


if __name__ == "__main__":
    sys.exit(main())
