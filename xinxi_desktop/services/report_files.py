"""Reads one report file and recognises its fields, so that a bug met in it stops no batch."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from xinxi_desktop.domain.vocabulary import Machine
from xinxi_desktop.errors import UserError, XinxiError
from xinxi_desktop.services.crash_report import describe

if TYPE_CHECKING:
    from xinxi_desktop.domain.recognition import Recognition
    from xinxi_desktop.importers.reader import RawReport
    from xinxi_desktop.services.pasted_reports import PastedBytes

_log = logging.getLogger(__name__)


def read_report(path: Path, machine: Machine, pasted: PastedBytes | None = None) -> RawReport:
    """Read a file, or what was pasted under its name; UserError of the reader, or ``reader_failed``."""
    from xinxi_desktop.importers.reader import read_file

    with _said_as_refusal(path):
        if pasted and path in pasted:
            from xinxi_desktop.services.pasted_reports import read_pasted

            return read_pasted(path, pasted[path], machine)
        return read_file(path, machine=machine)


def recognise_report(report: RawReport, known: Mapping[str, tuple[int, ...]]) -> Recognition:
    """Recognise the registration fields; UserError ``reader_failed``."""
    from xinxi_desktop.domain.recognition import recognise

    with _said_as_refusal(report.path):
        return recognise(report.document, report.file_name, known, report.hints)


@contextmanager
def _said_as_refusal(path: Path) -> Iterator[None]:
    """Log a bug met in one file, where it arose but no word of the text, and refuse the file."""
    from xinxi_desktop.importers.files import name_of

    try:
        yield
    except XinxiError:
        raise
    except Exception as error:
        _log.error("a report could not be read\n%s", describe(error))
        raise UserError(
            "reader_failed",
            f"读“{name_of(path)}”时程序出错。未登记，原文件未改动，其余文件照收。"
            "请另存为.txt后再导入，并把日志交给维护程序的人。",
        ) from error
