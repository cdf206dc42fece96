"""What the commands take: closed lists, dates, periods, counts, files; and the office file.

What can be judged from the call alone is wrong usage (exit 2); what needs the office file to
be judged is wrong input (exit 1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from xinxi_desktop.cli.console import say
from xinxi_desktop.domain.period import parse_period
from xinxi_desktop.domain.times import parse_date
from xinxi_desktop.domain.vocabulary import Vocabulary
from xinxi_desktop.errors import UserError
from xinxi_desktop.services.office import Office, find_person, open_office

Function = TypeVar("Function", bound=Callable[..., Any])
PATH = click.Path(path_type=Path, readable=False)
"""Any path; what can't be read is found out, and said in Chinese, by whoever reads it."""

if TYPE_CHECKING:
    _Type = click.ParamType[Any]
else:
    # Only click 8.5 lets this be subscripted.
    _Type = click.ParamType


class Word(_Type):
    """A member of a closed list, by its identifier or its Chinese word."""

    def __init__(self, vocabulary: type[Vocabulary]) -> None:
        """Take words of this list."""
        self.name = "word"
        self._vocabulary = vocabulary

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Vocabulary:
        """Give the member; a usage error names the choices."""
        if isinstance(value, Vocabulary):
            return value
        try:
            return self._vocabulary.parse(value)
        except UserError as error:
            self.fail(error.sentence, param, ctx)


class Count(_Type):
    """A whole number of at least one."""

    name = "count"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Give the number."""
        if not str(value).isdecimal() or int(value) < 1:
            self.fail(f"“{value}”不是大于 0 的整数。", param, ctx)
        return int(value)


class _Parsed(_Type):
    """A text that a rule of the office reads."""

    def __init__(self, name: str, parse: Callable[[str], Any]) -> None:
        self.name = name
        self._parse = parse

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return self._parse(value)
        except UserError as error:
            self.fail(error.sentence, param, ctx)


DATE = _Parsed("date", parse_date)


def _period(text: str) -> str:
    """Check a period and keep its words: which days 2026年度 has, only the office file tells."""
    parse_period(text)
    return text


PERIOD = _Parsed("period", _period)


def office_file(function: Function) -> Function:
    """Take the office file as the first argument."""
    return click.argument("file", metavar="FILE", type=PATH)(function)


def as_json(function: Function) -> Function:
    """Offer ``--json``."""
    words = "每行一个 JSON 对象（UTF-8）。"
    return click.option("--json", "json_", is_flag=True, help=words)(function)


def limited(function: Function) -> Function:
    """Offer ``--limit``."""
    return click.option("--limit", metavar="N", type=Count(), help="最多列出几条。")(function)


def hardening(default: str) -> Callable[[Function], Function]:
    """Offer ``--harden`` and ``--no-harden`` (与 Word 断行一致); None if neither is given."""
    words = f"Word 文件里易与 Word 断行不同的行加固；{default}"
    return click.option("--harden/--no-harden", "hardened", default=None, help=words)


def by_person(required: bool) -> Callable[[Function], Function]:
    """Take ``--person``; without it an act is by the first editor."""
    words = "由谁做：姓名或岗位" + ("。" if required else "，不写就是第一位编辑。")
    return click.option("--person", metavar="P", required=required, help=words)


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Iterator[Office]:
    """Open the office file for one command; say so if the computer's clock is behind."""
    office = open_office(path, read_only=read_only)
    try:
        if not read_only and (warning := office.clock_warning()):
            say(warning)
        yield office
    finally:
        office.close()


def person_or_editor(office: Office, word: str | None) -> int:
    """Give the person of ``--person``, else the first editor."""
    return find_person(office, word) if word else office.person
