"""How long LibreOffice may take; its own time is not waited for."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pypdfium2
import pytest

from kcdocs.convert import libreoffice, pictures
from kcdocs.convert.errors import ConversionFailedError


@pytest.mark.parametrize(("files", "seconds"), [(1, 122), (3, 126)])
def test_a_start_has_two_minutes_and_each_file_two_seconds_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: int, seconds: float
) -> None:
    allowed = []
    monkeypatch.setattr(libreoffice, "program", lambda: Path("soffice"))
    monkeypatch.setattr(libreoffice, "_run", lambda _command, limit, _look: allowed.append(limit))

    with pytest.raises(ConversionFailedError):
        libreoffice.to_pdf([tmp_path / f"{n}.docx" for n in range(files)], tmp_path)
    assert allowed == [seconds]


def _blank(pages: int) -> bytes:
    """A PDF file of so many empty pages of A4."""
    with pypdfium2.PdfDocument.new() as document:
        for _ in range(pages):
            document.new_page(595.3, 841.9)
        file = io.BytesIO()
        document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(("pages", "drawn"), [(60, 60), (61, 60)])
def test_sixty_pages_of_a_document_are_drawn(pages: int, drawn: int) -> None:
    assert len(pictures.page_pictures(_blank(pages))) == drawn


def test_a_page_of_a4_is_drawn_893_wide() -> None:
    (picture,) = pictures.page_pictures(_blank(1))
    assert struct.unpack(">II", picture[16:24]) == (893, 1263)
