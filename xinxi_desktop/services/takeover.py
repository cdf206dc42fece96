"""接管: a window that may only read asks the one that holds the file to give way.

The request is a file beside the lock, ``NAME.xinxi.ask``, without any server. Who asks counts its
``beat`` on as long as it waits, so that nobody gives way to a program that has died; no clock of
two computers is compared.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from xinxi_desktop.domain.times import now
from xinxi_desktop.errors import WorldError
from xinxi_desktop.services.office import Office
from xinxi_desktop.services.registers import persons
from xinxi_desktop.store.leftovers import ASIDE
from xinxi_desktop.store.transaction import new_uuid


@dataclass(frozen=True, slots=True)
class Request:
    """Who asks, since when, and how often it has said so; ``id`` tells one asking from the next."""

    id: str
    host: str
    person: str
    at: str
    beat: int = 0

    @property
    def who(self) -> str:
        """Name the asker: “王某（计算机 XXK-2）”."""
        return f"{self.person or '另一个窗口'}（计算机 {self.host}）"

    @property
    def next(self) -> Request:
        """The same request, still meant."""
        return replace(self, beat=self.beat + 1)


def new_request(office: Office) -> Request:
    """Make a request of the person who works in this window."""
    import platform

    names = {row["id"]: str(row["name"]) for row in persons(office)}
    return Request(new_uuid(), platform.node(), names.get(office.person, ""), now())


def may_ask(office: Office) -> bool:
    """Whether this window only reads a file that could be written, were it not for another one."""
    places = (office.path, office.path.parent)
    return office.read_only and all(os.access(place, os.W_OK) for place in places)


def put(path: Path, request: Request) -> None:
    """Write the request beside the office file; WorldError if the folder can't take it."""
    target = request_file(path)
    temporary = target.with_name(target.name + ASIDE)
    try:
        temporary.write_text(json.dumps(asdict(request), ensure_ascii=False), encoding="utf-8")
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise WorldError(
            "cannot_ask",
            "请求没有送到：工作文件所在的文件夹写不进去。没有改动，仍然只能看。请直接联系对方关闭窗口。",
        ) from error


def request(path: Path) -> Request | None:
    """Give the request that lies beside the office file, None if nobody asks."""
    try:
        return Request(**json.loads(request_file(path).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def withdraw(path: Path, id_: str) -> None:
    """Take a request away, unless another has come in its place."""
    found = request(path)
    if found is None or found.id == id_:
        # One that another program is just reading goes with the next.
        with contextlib.suppress(OSError):
            request_file(path).unlink(missing_ok=True)


def request_file(path: Path) -> Path:
    """Where a request for an office file lies."""
    return path.with_name(path.name + ".ask")
