"""Run every measurement and print ours, the other way, and the ratio."""

from __future__ import annotations

import io
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.generator import big_office, reports
from xinxi_desktop.domain.bulletin import STANDARD, Bulletin, BulletinItem
from xinxi_desktop.domain.document import document_from_lines
from xinxi_desktop.domain.filters import SubmissionFilter
from xinxi_desktop.fonts import shipped
from xinxi_desktop.services.intake import submission_ids, submission_rows
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.search import search
from xinxi_desktop.typesetting import compose

COUNT = 10_000
RUNS = 5


def main() -> None:
    """Measure on one big office made for the purpose."""
    with tempfile.TemporaryDirectory() as folder:
        office = big_office(Path(folder) / "big.xinxi", COUNT)
        show("list of all, first 200 rows | SELECT * of all", *listing(office))
        show("search 污水管网318处 | LIKE", *searching(office))
        show("one page's rows at random | SELECT * of all", *jumping(office))
        office.close()
    show("typeset 60 reports | reportlab CJK paragraphs", *typesetting())
    show("xinxi --version | bare python", *starting())


def median(work: Callable[[], object]) -> float:
    """Give the median seconds of some runs after a warm-up."""
    work()
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def show(name: str, ours: float, other: float) -> None:
    """Print one line."""
    print(f"{name}: {ours * 1000:.1f} ms | {other * 1000:.1f} ms | ours/other {ours / other:.3f}")


def listing(office: Office) -> tuple[float, float]:
    """Open the list: all ids, rows of the first block."""

    def ours() -> None:
        submission_rows(office, submission_ids(office, SubmissionFilter())[:200])

    return median(ours), median(lambda: everything(office))


def jumping(office: Office) -> tuple[float, float]:
    """Show one block from the middle of a loaded list."""
    ids = submission_ids(office, SubmissionFilter())
    middle = ids[len(ids) // 2 : len(ids) // 2 + 50]
    return median(lambda: submission_rows(office, middle)), median(lambda: everything(office))


def everything(office: Office) -> list[object]:
    """Load all rows at once, as a simple table widget would."""
    return [
        tuple(row)
        for row in office.file.connection().execute(
            "SELECT * FROM submission ORDER BY year DESC, number DESC"
        )
    ]


def searching(office: Office) -> tuple[float, float]:
    """Find a phrase that few reports hold."""

    def like() -> Sequence[object]:
        sql = "SELECT submission FROM submission_text WHERE body LIKE '%污水管网318处%' LIMIT 50"
        return office.file.connection().execute(sql + " OFFSET 0").fetchall()

    return median(lambda: search(office, "污水管网318处", 50)), median(like)


def typesetting() -> tuple[float, float]:
    """Set the same reports by our engine and by reportlab's own CJK paragraphs."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

    fonts = shipped()
    items = tuple(
        BulletinItem(number, title, document_from_lines(lines))
        for number, (title, lines) in enumerate(reports(60))
    )
    face = next(iter(fonts.faces()))
    pdfmetrics.registerFont(TTFont("body", face.path))
    style = ParagraphStyle("body", fontName="body", fontSize=16, leading=29, wordWrap="CJK")

    def platypus() -> None:
        story: list[Flowable] = [
            Paragraph(line, style) for _, lines in reports(60) for line in lines
        ]
        SimpleDocTemplate(io.BytesIO()).build(story)

    return median(lambda: compose(Bulletin(items), fonts, STANDARD)), median(platypus)


def starting() -> tuple[float, float]:
    """Start the command line as a process."""

    def process(*words: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, *words], check=True, capture_output=True)

    return median(process("-m", "xinxi_desktop", "--version")), median(process("-c", "pass"))


if __name__ == "__main__":
    main()
