"""Where a command's result goes and in what form: the options that every command with a result shares."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from kcdocs.cli import console, limits
from kcdocs.cli.types import Choice
from kcdocs.cli.usage import Usage
from kcdocs.model.format import Format

ENDINGS: Mapping[Format, tuple[str, ...]] = {
    Format.HTML: (".html", ".htm"),
    Format.DOCX: (".docx",),
    Format.TRACKED: (".docx",),
    Format.XLSX: (".xlsx",),
    Format.JSON: (".json",),
    Format.AKN: (".xml",),
    Format.TOML: (".toml",),
    Format.MARKDOWN: (".md",),
    Format.ZIP: (".zip",),
}
"""Form → the endings of its files; a form that is not here is plain text."""

_FORMER = {"table-docx": "docx"}
_TEXT = (".txt",)
_BINARY = frozenset({Format.DOCX, Format.TRACKED, Format.XLSX})
_MACHINE = frozenset({Format.HTML, Format.JSON, Format.AKN, Format.TOML, Format.MARKDOWN})


class Output(NamedTuple):
    """Where the result goes; no dataclass, which help pages would wait for.

    Attributes:
        form: In what form, as `--format` names it.
        path: The file; None for the screen.
        force: Whether another file that stands there may be replaced.
        opens: Whether to open the file when it is written.
        maker: The command's name, as "amend apply".
        others: What else the user named: the result takes the place of none of these.
    """

    form: Format
    path: Path | None = None
    force: bool = False
    opens: bool = False
    maker: str = ""
    others: tuple[str | Path, ...] = ()

    def give(self, document: str | bytes, *, carried: bool = False, colours: bool = False) -> None:
        """Print the result, or write it to the file and say so.

        Args:
            document: The result, text or the bytes of a file.
            carried: Whether what stood in the file before was taken over into the result.
            colours: Whether the text holds the colours of a console.
        """
        if self.form is Format.JSON and isinstance(document, str):
            document = console.plain_json(document)
        if self.path is not None:
            self._write(_ended(document), force=self.force or carried)
        elif text := (document.decode() if isinstance(document, bytes) else document).rstrip("\n"):
            if self.form in _MACHINE:
                console.emit(text)
            else:
                console.say(text, colours=colours)

    def _write(self, data: bytes, *, force: bool) -> None:
        from kcdocs import results

        assert self.path is not None  # noqa: S101 - the caller's own question
        kind = f"{self.maker} {self.form}"
        changed = results.write_result(self.path, data, kind, others=self.others, force=force)
        console.warn(f"{'Đã ghi' if changed else 'Đã có sẵn, không đổi'}: {self.path}")
        if self.opens:
            open_in_program(self.path)


def output_options(forms: Mapping[Format, str]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--format`, `--out`, `--force` and `--open`, handed to the command as one `output`.

    Args:
        forms: Form → what it is, in Vietnamese; the first is the form where nothing is asked for.
    """

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def command(
            *args: Any, out: Path | None, force: bool, opens: bool, form: str | None = None, **rest: Any
        ) -> Any:
            output = _output(tuple(forms), Format(form) if form else None, out, force=force, opens=opens)
            return function(*args, output=output, **rest)

        made: Callable[..., Any] = command
        options = (*([_format_option(forms)] if len(forms) > 1 else []), *_OUT)
        for option in reversed(options):
            made = option(made)
        return made

    return decorate


def _format_option(forms: Mapping[Format, str]) -> Callable[..., Any]:
    told = "; ".join(f"{form} ({words})" for form, words in forms.items())
    return click.option(
        "--format",
        "form",
        metavar="DẠNG",
        type=Choice(tuple(forms), _FORMER),
        help=f"Dạng kết quả: {told}. Bỏ trống thì theo đuôi của --out, không có thì {next(iter(forms))}.",
    )


force_option = click.option("--force", is_flag=True, help="Ghi đè tệp đã có, dù là tệp khác hoặc đã sửa tay.")
open_option = click.option("--open", "opens", is_flag=True, help="Mở kết quả khi làm xong.")
_OUT = (
    click.option(
        "--out", metavar="TỆP", type=click.Path(path_type=Path), help="Ghi ra tệp thay vì màn hình."
    ),
    force_option,
    open_option,
)


def _output(
    forms: tuple[Format, ...], asked: Format | None, out: Path | None, *, force: bool, opens: bool
) -> Output:
    context = click.get_current_context()
    if out is None and opens:
        raise Usage("--open cần --out TỆP: chỉ mở được kết quả ghi ra tệp.", context)
    others = refuse_used_name(out) if out else ()
    form = chosen(forms, asked, out)
    return Output(form, out, force, opens, " ".join(context.command_path.split()[1:]), others)


def refuse_used_name(path: Path) -> tuple[str | Path, ...]:
    """See that a result takes the place of nothing else that the command names, before anything is done.

    Args:
        path: The file to be written, as an option of the running command says it.

    Returns:
        Whatever else the user named that may be a file.

    Raises:
        OutputIsInputError: If it is one of them.
        NotAPlainFileError: If a link, a folder or a device stands there.
    """
    from kcdocs import results

    given = click.get_current_context().params.values()
    words = [word for value in given for word in (value if isinstance(value, tuple) else (value,))]
    others = tuple(word for word in words if isinstance(word, (str, Path)) and word and word is not path)
    results.refuse_used_file(path, others)
    return others


def chosen(forms: tuple[Format, ...], asked: Format | None, out: Path | None) -> Format:
    """The form of a result: as asked for, else as the file's ending says, else the first.

    Args:
        forms: The forms that the command has.
        asked: What `--format` says.
        out: What `--out` says.

    Raises:
        Usage: If form and ending contradict each other, no form has the ending, or the form needs a file.
    """
    if out is None:
        form = asked or forms[0]
        if form in _BINARY:
            raise Usage(f"Dạng {form} cần nơi ghi: thêm --out TỆP{_endings(form)[0]}.", _context())
        return form
    ending = out.suffix.lower()
    fitting = [form for form in ([asked] if asked else forms) if ending in _endings(form)]
    if not fitting:
        raise Usage(_unfitting(forms, asked, out), _context())
    return fitting[0]


def _unfitting(forms: tuple[Format, ...], asked: Format | None, out: Path) -> str:
    what = f"tệp có đuôi {out.suffix}" if out.suffix else "tên tệp không có đuôi"
    if asked:
        return f"«{out}» là {what}, mà dạng {asked} cần đuôi {' hoặc '.join(_endings(asked))}; chưa ghi gì."
    every = dict.fromkeys(ending for form in forms for ending in _endings(form))
    return f"«{out}» là {what}; lệnh này ghi được: {', '.join(every)}."


def _endings(form: Format) -> tuple[str, ...]:
    return ENDINGS.get(form, _TEXT)


def _context() -> click.Context | None:
    return click.get_current_context(silent=True)


def _ended(document: str | bytes) -> bytes:
    """The bytes of a file; a text ends in one line feed."""
    return document if isinstance(document, bytes) else f"{document.rstrip(chr(10))}\n".encode()


def open_in_program(path: Path) -> None:
    """Open a file or a folder in the program that the system has for it; say so where that fails."""
    place = str(path.resolve())
    try:
        if sys.platform == "win32":
            import os

            os.startfile(place)  # noqa: S606 - the user's own file, in the user's own program
        else:
            _ask_desktop("open" if sys.platform == "darwin" else "xdg-open", place)
    except OSError:
        console.warn(f"Không mở tự động được; xin mở tệp này: {path}")


def _ask_desktop(program: str, place: str) -> None:
    import subprocess

    quiet = subprocess.DEVNULL
    process = subprocess.Popen([program, place], stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        code = process.wait(limits.PATIENCE)
    except subprocess.TimeoutExpired:
        return
    if code:
        raise OSError(code, program)
