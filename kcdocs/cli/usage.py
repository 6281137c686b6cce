"""A wrong use of a command, and its words."""

from __future__ import annotations

import click

from kcdocs.cli import console
from kcdocs.cli.guess import question
from kcdocs.errors import WrongUseError


class Usage(click.UsageError):
    """A wrong use of a command, worded in Vietnamese."""


def print_usage_error(fault: click.UsageError) -> None:
    """Write what is wrong with the words of a command, and where its help is."""
    if isinstance(fault, click.exceptions.NoArgsIsHelpError):
        console.warn(fault.ctx.get_help() if fault.ctx else "")
        return
    console.print_error(WrongUseError(_words(fault)))
    if fault.ctx:
        console.warn(f"Xem cách dùng: {fault.ctx.command_path} --help")


def _words(fault: click.UsageError) -> str:
    match fault:
        case click.NoSuchOption():
            return f"Không có tùy chọn {fault.option_name}.{question(fault.possibilities or ())}"
        case click.MissingParameter() if fault.param is not None:
            return f"Thiếu {_param_words(fault.param)}."
        case click.BadOptionUsage():
            return f"Tùy chọn {fault.option_name} {_arity(fault)}."
        case click.BadParameter() if fault.param is not None:
            words = _param_words(fault.param)
            return f"{words[:1].upper()}{words[1:]}: {_value_words(fault.param.type, fault.message)}"
        case _:
            return fault.message


def _arity(fault: click.BadOptionUsage) -> str:
    # Click names no command here: its own sentence is all that tells a flag.
    return "không nhận giá trị" if "does not take" in fault.message else "cần đúng một giá trị"


def _value_words(kind: click.ParamType[object], message: str) -> str:
    return f"cần một số nguyên {range_words(kind)}." if isinstance(kind, click.IntRange) else message


def range_words(kind: click.IntRange) -> str:
    """The numbers that an option takes: "từ 1 đến 64"."""
    return f"từ {kind.min}" + (f" đến {kind.max}" if kind.max is not None else " trở lên")


def _param_words(param: click.Parameter) -> str:
    if isinstance(param, click.Argument):
        return f"tham số {param.make_metavar(click.Context(click.Command('')))}"
    return f"tùy chọn {max(param.opts, key=len)}"
