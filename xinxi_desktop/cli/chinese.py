"""click speaking Chinese: help pages, and a sentence for every wrong use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from xinxi_desktop.cli.help_texts import HELP


class Command(click.Command):
    """A command whose help and refusals are Chinese."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[选项]", **kwargs})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and refuse words left over in Chinese."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if ctx.args and not ctx.resilient_parsing:
            raise click.UsageError(f"多出了“{' '.join(ctx.args)}”。", ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how to call it."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        _write_options(self, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give --help with Chinese words."""
        return _in_chinese(super().get_help_option(ctx))


def command(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a command of a function, with its help."""
    return click.command(name, cls=Command, help=HELP[name])


class Group(click.Group):
    """The program with its commands, in the order in which the work goes."""

    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        words = {"options_metavar": "", "subcommand_metavar": "命令 …"}
        super().__init__(*args, **{**words, **kwargs})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Keep the order in which the commands were added."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; UsageError in Chinese if there is none of that name."""
        if args and self.get_command(ctx, args[0]) is None:
            raise click.UsageError(f"没有“{args[0]}”这个命令。", ctx)
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how to call it."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        _write_options(self, ctx, formatter)
        rows = [(name, command.get_short_help_str(70)) for name, command in self.commands.items()]
        _write_section(formatter, "命令：", rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give --help with Chinese words."""
        return _in_chinese(super().get_help_option(ctx))


def usage_sentence(error: click.ClickException) -> str:
    """Say in Chinese what is wrong with a call, how it is called, and where to read more."""
    lines = [_cause(error)]
    ctx = getattr(error, "ctx", None)
    if ctx is not None:
        lines += [ctx.get_usage(), f"看说明：{ctx.command_path} --help"]
    return "\n".join(lines)


def _cause(error: click.ClickException) -> str:
    if isinstance(error, click.MissingParameter):
        return f"缺少{_name_of(error.param)}。"
    if isinstance(error, click.BadParameter):
        return f"{_name_of(error.param)} 不对：{error.message}"
    if isinstance(error, click.NoSuchOption):
        return f"没有“{error.option_name}”这个选项。"
    if isinstance(error, click.BadOptionUsage):
        return f"选项“{error.option_name}”用得不对：少了它的值，或者多给了值。"
    return error.message


def _name_of(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "参数"
    if isinstance(parameter, click.Option):
        return f"选项 {parameter.opts[-1]}"
    return f"参数 {parameter.human_readable_name}"


def _write_usage(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    pieces = [piece for piece in command.collect_usage_pieces(ctx) if piece]
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")


def _write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    records = [
        record
        for parameter in command.get_params(ctx)
        if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx))
    ]
    rows = [(names, words.replace("[required]", "必写。")) for names, words in records]
    _write_section(formatter, "选项：", rows)


def _write_section(
    formatter: click.HelpFormatter, heading: str, rows: Sequence[tuple[str, str]]
) -> None:
    formatter.write_paragraph()
    formatter.write(f"{heading}\n")
    with formatter.indentation():
        formatter.write_dl(rows)


def _in_chinese(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "显示这份说明。"
    return option
