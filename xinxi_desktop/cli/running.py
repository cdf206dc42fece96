"""Runs one command and turns every failure into a sentence and an exit code."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

import click

from xinxi_desktop.cli.chinese import usage_sentence
from xinxi_desktop.cli.console import prepare_streams, say
from xinxi_desktop.errors import XinxiError
from xinxi_desktop.settings import config_folder

USAGE, BUG, INTERRUPTED, NO_READER = 2, 70, 130, 141
_LOG_BYTES = 1_000_000
_log = logging.getLogger(__name__)


def run(words: Sequence[str]) -> int:
    """Run the command in ``words`` and give its exit code."""
    prepare_streams()
    try:
        with _log_into_file():
            code = _run(words)
        sys.stdout.flush()
        return code
    except XinxiError as error:
        say(error.sentence)
        return error.exit_code
    except click.ClickException as error:
        say(usage_sentence(error))
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        say("已停下。此前完成的都已保存。")
        return INTERRUPTED
    except BrokenPipeError:
        return _leave_quietly()
    except Exception as error:
        return _report_bug(error)


def _run(words: Sequence[str]) -> int:
    from xinxi_desktop.cli.commands import xinxi

    # Not click's own main(): it turns a closed pipe into exit code 1, which here means “input”.
    try:
        with xinxi.make_context("xinxi", _expanded(words)) as context:
            result = xinxi.invoke(context)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    return result if isinstance(result, int) else 0


def _expanded(words: Sequence[str]) -> list[str]:
    """Expand *.docx where the shell leaves that to the program (Windows)."""
    if os.name != "nt":
        return list(words)
    return [found for word in words for found in (_globbed(word) or [word])]


def _globbed(word: str) -> list[str]:
    path = Path(word)
    return sorted(map(str, path.parent.glob(path.name))) if "*" in word or "?" in word else []


@contextmanager
def _log_into_file() -> Iterator[None]:
    """Keep what goes wrong beside the window's own log; the file is made when first needed."""
    folder = config_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        yield
        return
    handler = RotatingFileHandler(
        folder / "xinxi-cli.log", maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()


def _leave_quietly() -> int:
    # The interpreter flushes stdout once more at its end and would complain of the closed pipe.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return NO_READER


def _report_bug(error: Exception) -> int:
    from xinxi_desktop.services.crash_report import describe, keep

    _log.error("bug: %s", type(error).__name__)
    kept = keep(describe(error), config_folder())
    place = f"报告存在“{kept}”，里面没有稿件内容，请交给维护程序的人。" if kept else ""
    say(f"程序出错（{type(error).__name__}），这一步没有做完。此前完成的都已保存。{place}")
    return BUG
