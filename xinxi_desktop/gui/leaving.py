"""What is asked when a person closes the window while something is still being done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from xinxi_desktop.gui.jobs import Job
from xinxi_desktop.gui.notify import Question


def breaking_off(unfinished: Sequence[Job], then: Callable[[], object]) -> Question:
    """Ask whether to stop jobs where they are; ``then`` closes the window."""
    names = "、".join(map(_named, unfinished))

    def close() -> None:
        then()

    return Question(
        "还有事没有做完",
        f"{names}。现在关闭就停在这里，剩下的以后要再做一次。",
        "停下并关闭",
        close,
        "已经做完的都保存了，不会丢。",
    )


def _named(job: Job) -> str:
    done = f"，做了 {job.done}，共 {job.total}" if job.total else ""
    return f"正在“{job.title}”{done}"
