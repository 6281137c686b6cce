"""Returned files of older and other programs as Word files of today: comments and changes are read too."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs.errors import KcdocsError
from kcdocs.loading import load, open_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
"""What stands in an OpenDocument text behind the 30 bytes of its first entry (ODF 1.2, part 3, 3.3)."""

_HEAD = 30 + len(_OPEN_TEXT)


@contextmanager
def word_copies(files: Iterable[str]) -> Iterator[dict[str, str]]:
    """File → where it can be read: itself, or the Word file that LibreOffice made of it.

    What cannot be converted stays itself: whoever reads it says why it cannot be read.

    Args:
        files: The files as the user named them.
    """
    with tempfile.TemporaryDirectory(prefix="kcdocs-") as folder:
        yield {name: _copied(name, Path(folder) / str(number)) for number, name in enumerate(files)}


def _copied(name: str, folder: Path) -> str:
    suffix = _other_program(Path(name))
    if not suffix:
        return name
    from kcdocs.convert.libreoffice import doc_to_docx  # noqa: PLC0415 - few files need it

    folder.mkdir()
    source = folder / f"{Path(name).stem}{suffix}"
    try:
        source.write_bytes(load(Path(name)))
        return str(doc_to_docx(source, folder / "ra"))
    except KcdocsError:
        return name


def _other_program(path: Path) -> str:
    """The ending of a text of another program; empty for any other file."""
    try:
        with open_file(path) as file:
            head = file.read(_HEAD)
    except (OSError, KcdocsError):
        return ""
    if head.startswith(_COMPOUND):
        return ".doc"
    return ".odt" if head.endswith(_OPEN_TEXT) else ""
