"""Looking at a Word file: its pages as pictures, as PDF, its text line by line."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs.convert.errors import NoLibreOfficeError
from kcdocs.loading import load
from kcdocs.sources.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.model.line import Line


def page_pictures(document: bytes, most: int = 60) -> tuple[bytes, ...] | None:
    """The pages of a Word file as pictures (PNG, grey, 893 pixels wide for A4); None without LibreOffice.

    Args:
        document: The Word file.
        most: How many pages at the most.

    Raises:
        KcdocsError: If LibreOffice cannot convert it.
    """
    from kcdocs.convert.pictures import page_pictures as drawn  # noqa: PLC0415 - only where pages are drawn

    try:
        return drawn(as_pdf(document), most)
    except NoLibreOfficeError:
        return None


def office_installed() -> bool:
    """Whether LibreOffice is there, so that pages and PDF files can be made."""
    from kcdocs.convert.libreoffice import program  # noqa: PLC0415 - only where a PDF is asked for

    try:
        program()
    except NoLibreOfficeError:
        return False
    return True


def as_pdf(document: bytes) -> bytes:
    """A Word file as PDF.

    Raises:
        NoLibreOfficeError: If LibreOffice is not installed.
        KcdocsError: If it cannot convert it.
    """
    from kcdocs.convert.libreoffice import to_pdf  # noqa: PLC0415 - only where a PDF is asked for

    with _as_file(document) as source:
        return load(to_pdf([source], source.parent)[0])


def lines_of(document: bytes) -> tuple[Line, ...]:
    """The text of a Word file, line by line."""
    with _as_file(document) as source:
        return read(source).lines


@contextmanager
def _as_file(document: bytes) -> Iterator[Path]:
    """A Word file in a folder that goes again."""
    with tempfile.TemporaryDirectory(prefix="kcdocs-") as folder:
        source = Path(folder) / "van-ban.docx"
        source.write_bytes(document)
        yield source
