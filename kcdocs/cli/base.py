"""What all commands share: Vietnamese help and usage errors, lazy loading, exit codes."""

from __future__ import annotations

import gc
import importlib
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import click

from kcdocs.cli import console, limits
from kcdocs.cli.guess import near, near_files, question
from kcdocs.cli.usage import Usage, print_usage_error, range_words
from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.files import trouble
from kcdocs.settings import VERSION, updated_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


_HYPHEN = "\ue000"  # a private sign: help pages must not break "noi-dung" over two lines


class _Formatter(click.HelpFormatter):
    """Wraps between words only, never at a hyphen: what is typed must be read whole."""

    def write_text(self, text: str) -> None:
        super().write_text(text.replace("-", _HYPHEN))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        kept = [(name.replace("-", _HYPHEN), words.replace("-", _HYPHEN)) for name, words in rows]
        super().write_dl(kept, col_max, col_spacing)

    def getvalue(self) -> str:
        return super().getvalue().replace(_HYPHEN, "-")


class _Context(click.Context):
    formatter_class = _Formatter


class _Vietnamese(click.Command):
    """The parts of a command's help page, in Vietnamese."""

    context_class = _Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[TÙY CHỌN]")
        super().__init__(*args, **kwargs)

    def get_help_option_names(self, ctx: click.Context) -> list[str]:
        """The same for every command, whoever made the context: click keeps the first answer."""
        del ctx
        return ["-h", "--help"]

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        return [*super().get_params(ctx), _debug_option(shown=ctx.parent is None)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "Hiện trang trợ giúp này rồi thoát."
            option.callback = _show_help
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), "Cách dùng: ")

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The example, kept as written: a command must be copied whole."""
        del ctx
        if self.epilog:
            formatter.write_paragraph()
            formatter.write(self.epilog + "\n")

    def _option_rows(self, ctx: click.Context) -> list[tuple[str, str]]:
        options = [item for item in self.get_params(ctx) if isinstance(item, click.Option)]
        rows = [(option, option.get_help_record(ctx)) for option in options]
        return [(row[0], _vietnamese(option, row[1])) for option, row in rows if row]

    def _write_section(
        self, formatter: click.HelpFormatter, name: str, rows: Sequence[tuple[str, str]]
    ) -> None:
        if rows:
            with formatter.section(name):
                formatter.write_dl(rows)


def _vietnamese(option: click.Option, words: str) -> str:
    """An option's explanation with what click adds to it in English put into Vietnamese."""
    kind = option.type
    told = f"[{range_words(kind)}]" if isinstance(kind, click.IntRange) else ""
    return re.sub(r"\[[\d<=>x]+\]", told, words.replace("[required]", "[bắt buộc]"))


def _debug_option(*, shown: bool) -> click.Option:
    """An option that every command takes and only the first help page tells."""
    return click.Option(
        ["--debug"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        hidden=not shown,
        callback=_let_fly,
        help="Khi có sự cố ngoài dự kiến, hiện nguyên vết lỗi (hoặc đặt biến KCDOCS_DEBUG=1).",
    )


def _let_fly(ctx: click.Context, _param: click.Parameter, value: object) -> None:
    if value and not ctx.resilient_parsing:
        os.environ["KCDOCS_DEBUG"] = "1"


def _show_version(ctx: click.Context, _param: click.Parameter, value: object) -> None:
    if value and not ctx.resilient_parsing:
        console.say(f"kcdocs {VERSION}")
        if updated := updated_facts():
            console.say(f"Dữ kiện pháp luật: bản cập nhật {updated.name[:10]}")
        ctx.exit()


def version_option() -> click.Option:
    """`--version`, for the first command."""
    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_version,
        help="Hiện phiên bản của kcdocs rồi thoát.",
    )


def _show_help(ctx: click.Context, _param: click.Parameter, value: object) -> None:
    if value and not ctx.resilient_parsing:
        console.say(ctx.get_help())
        ctx.exit()


class VietnameseCommand(_Vietnamese):
    """A command whose help and usage errors are Vietnamese.

    Every command gives `help` and an `epilog` that is an example ("Ví dụ: kcdocs …").

    Args:
        alone: Whether it sees by itself that nobody else is at work with the data folder.
    """

    def __init__(self, *args: Any, alone: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.allow_extra_args = True
        self._alone = alone

    def invoke(self, ctx: click.Context) -> Any:
        if self._alone:
            return super().invoke(ctx)
        from kcdocs.api.keeping import in_use

        with in_use():
            return super().invoke(ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Usage(f"Thừa tham số: {' '.join(rest)}.", ctx)
        return rest

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self._write_section(formatter, "Tùy chọn", self._option_rows(ctx))


class Lazy(NamedTuple):
    """A command that is imported only when it is asked for.

    Attributes:
        place: Where it is, as "module:attribute".
        words: The first sentence of its help.
    """

    place: str
    words: str

    def load(self) -> click.Command:
        """The command itself."""
        module, _, name = self.place.partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


class CommandGroup(_Vietnamese, click.Group):
    """A group of commands, some of which are imported only when they are asked for.

    Args:
        name: The group's name.
        lazy: Those, by name.
        attrs: `help`, `epilog` and the like.
    """

    command_class = VietnameseCommand

    def __init__(self, name: str, *, lazy: Mapping[str, Lazy] | None = None, **attrs: Any) -> None:
        attrs.setdefault("subcommand_metavar", "LỆNH [THAM SỐ]...")
        super().__init__(name, **attrs)
        self.lazy = dict(lazy or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which they are declared: that in which they are used."""
        del ctx
        return [*self.lazy, *self.commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        lazy = self.lazy.get(cmd_name)
        return lazy.load() if lazy else super().get_command(ctx, cmd_name)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args[:1] == ["help"]:
            args = [*args[1:], "--help"]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0].startswith("-"):
            raise click.NoSuchOption(args[0], ctx=ctx)
        names = self.list_commands(ctx)
        if args[0] not in names:
            guess = question(self._meant(ctx, args[0]))
            raise Usage(f"Không có lệnh «{args[0]}».{guess} Các lệnh: {', '.join(names)}.", ctx)
        return super().resolve_command(ctx, args)

    def _meant(self, ctx: click.Context, name: str) -> list[str]:
        """The commands that may be meant by a name: of near spelling, else of this name in a group."""
        path, names = ctx.command_path, self.list_commands(ctx)
        if found := near(name, names):
            return [f"{path} {each}" for each in found]
        groups = [each for each in names if name in getattr(self.get_command(ctx, each), "commands", ())]
        return [f"{path} {each} {name}" for each in groups]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self._write_section(formatter, "Tùy chọn", self._option_rows(ctx))
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        rows = [(name, lazy.words) for name, lazy in self.lazy.items()]
        rows += [(name, command.get_short_help_str(limit=150)) for name, command in self.commands.items()]
        self._write_section(formatter, "Lệnh", rows)


def run(command: click.Command, args: Sequence[str] | None = None) -> NoReturn:
    """Run a command and exit; every error becomes sentences on stderr and an exit code.

    Args:
        command: The root command.
        args: The words after the program's name; None takes them from the process.
    """
    console.prepare()
    gc.set_threshold(limits.COLLECTED)
    words = sys.argv[1:] if args is None else args
    try:
        code = _exit_code(command, words)
    except (SystemExit, GeneratorExit):
        raise
    except BaseException as fault:  # noqa: BLE001 - a library's panic is no Exception
        from kcdocs.cli import door

        code = door.unforeseen(fault, words)
    sys.exit(code)


def _exit_code(command: click.Command, args: Sequence[str]) -> int:
    try:
        code = command.main(list(args), prog_name="kcdocs", standalone_mode=False)
    except click.UsageError as fault:
        print_usage_error(fault)
        return ExitCode.USAGE
    except KcdocsError as fault:
        console.print_error(fault)
        _guess_files(fault.message, args)
        return fault.exit_code
    except (KeyboardInterrupt, click.Abort):
        console.warn("Đã dừng theo yêu cầu.")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        console.detach()
        return ExitCode.OK
    except OSError as fault:
        console.print_os_error(fault)
        _guess_files(trouble(fault), args)
        return ExitCode.FILE
    return int(code or 0)


def _guess_files(told: str, args: Sequence[str]) -> None:
    """Where a fault names a file that is not there, ask whether one beside it was meant."""
    named = [word for word in args if f"«{word}»" in told or f"«{Path(word).name}»" in told]
    for names in filter(None, (near_files(Path(word)) for word in named if not os.path.lexists(word))):
        console.warn(f" {question(names)}")
