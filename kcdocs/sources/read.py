"""Reading any supported file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import assert_never

from kcdocs.codes import Declared
from kcdocs.loading import MAX_SIZE, load
from kcdocs.model.finding import Place, Severity
from kcdocs.model.line import Line, Reading, SourceKind
from kcdocs.model.revisions import Revisions
from kcdocs.sources import errors
from kcdocs.sources.acting import tamed
from kcdocs.sources.kinds import kind_of
from kcdocs.sources.options import Options
from kcdocs.sources.stuck_notes import tied, with_unmarked_told
from kcdocs.text.addresses import is_address, without_login
from kcdocs.text.joining import HARD_HYPHEN
from kcdocs.text.legacy import LEGACY, SPOKEN, Encoding

_CONVERTED = Declared(
    "SR205",
    Severity.NOTE,
    "The words were converted from an old code page.",
    "Chữ đã được chuyển từ bảng mã cũ {code_page} sang Unicode theo yêu cầu.",
    mend="Đối chiếu với bản gốc, nhất là chữ hoa và dấu.",
)


def read(
    path: Path,
    *,
    name: str | None = None,
    revisions: Revisions = Revisions.REFUSE,
    encoding: Encoding | None = None,
    instrument: str | None = None,
) -> Reading:
    """Read a file.

    Args:
        path: Where it lies.
        name: How the user named it; the path if not given.
        revisions: What to do with tracked changes of a Word document.
        encoding: The code page its text is written in; None for Unicode, any other being told.
        instrument: Number of the instrument wanted, for pages that hold many.

    Returns:
        Its lines in reading order, its notes, and what was odd.

    Raises:
        LoadError: Its bytes do not come in.
        SourceError: One subclass for each thing that is wrong with them.
        kcdocs.errors.KcdocsError: A Word document that is damaged or beyond the limits.
    """
    shown = str(path) if name is None else name
    return read_bytes(load(path, name=shown), Options(shown, revisions, encoding, instrument or ""))


def read_named(options: Options) -> Reading:
    """Read what the options name: a file, or an http(s) address; raises as `read`, and FetchError."""
    if is_address(options.name):
        from kcdocs.sources.fetch import fetch  # noqa: PLC0415 - files are read without sockets

        data = fetch(options.name, limit=MAX_SIZE)
        return read_bytes(data, replace(options, name=without_login(options.name)))
    return read_bytes(load(Path(options.name), name=options.name), options)


def read_bytes(data: bytes, options: Options) -> Reading:
    """Read the bytes of a file; as `read`."""
    kind = kind_of(data, options.name)
    reading = _read_kind(kind, data, options)
    if kind in (SourceKind.TEXT, SourceKind.HTML):
        reading = tied(reading)
    if not any(line.text.strip() for line in reading.lines):
        raise errors.EmptySourceError(options.name)
    return _with_conversion_told(tamed(_with_plain_hyphens(with_unmarked_told(reading))), options)


def _with_plain_hyphens(reading: Reading) -> Reading:
    """The hyphens at which no line ends as plain ones: "NĐ-CP" is the same symbol with either."""
    notes = tuple(replace(note, lines=_plain(note.lines)) for note in reading.notes)
    headers = None if reading.headers is None else _plain(reading.headers)
    return replace(reading, lines=_plain(reading.lines), notes=notes, headers=headers)


def _plain(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(
        replace(line, text=line.text.replace(HARD_HYPHEN, "-")) if HARD_HYPHEN in line.text else line
        for line in lines
    )


def _with_conversion_told(reading: Reading, options: Options) -> Reading:
    if options.encoding not in LEGACY or options.encoding is None:
        return reading
    told = _CONVERTED.at(Place(options.name), code_page=SPOKEN[options.encoding])
    return replace(reading, findings=(*reading.findings, told))


def _read_kind(kind: SourceKind, data: bytes, options: Options) -> Reading:
    """Hand the bytes to the reader of their kind, each loaded only when it is needed."""
    match kind:
        case SourceKind.TEXT:
            from kcdocs.sources.text import read_text  # noqa: PLC0415 - see docstring

            return read_text(data, options)
        case SourceKind.DOCX:
            from kcdocs.sources.docx import read_docx  # noqa: PLC0415 - see docstring

            return read_docx(data, options)
        case SourceKind.DOC:
            from kcdocs.sources.docx import read_doc  # noqa: PLC0415 - see docstring

            return read_doc(data, options)
        case SourceKind.PDF:
            from kcdocs.sources.pdf.reading import read_pdf  # noqa: PLC0415 - see docstring

            return read_pdf(data, options)
        case SourceKind.HTML:
            from kcdocs.sources.html import read_html  # noqa: PLC0415 - see docstring

            return read_html(data, options)
        case _:
            assert_never(kind)
