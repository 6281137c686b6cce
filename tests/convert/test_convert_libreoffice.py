"""Conversions by the real LibreOffice, and what is said where it cannot."""

from __future__ import annotations

import subprocess
from pathlib import Path

import docx
import pytest

from kcdocs.convert import libreoffice
from kcdocs.convert.errors import ConversionFailedError, ConversionTimeoutError, NoLibreOfficeError
from kcdocs.errors import ExitCode


def _word(path: Path, text: str) -> Path:
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))
    return path


def test_several_word_files_become_pdf_files_in_order(soffice: str, tmp_path: Path) -> None:
    del soffice
    out = tmp_path / "ra"
    out.mkdir()
    sources = [_word(tmp_path / f"văn bản {n}.docx", f"Đây là văn bản {n}") for n in (1, 2)]

    made = libreoffice.to_pdf(sources, out)

    assert [path.name for path in made] == ["văn bản 1.pdf", "văn bản 2.pdf"]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in made)
    assert sorted(path.name for path in out.iterdir()) == ["văn bản 1.pdf", "văn bản 2.pdf"]


def test_an_old_word_file_becomes_docx(soffice: str, tmp_path: Path) -> None:
    source = _word(tmp_path / "a.docx", "Điều 1. Phạm vi")
    profile = f"-env:UserInstallation={(tmp_path / 'ho-so').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", "doc", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    out = tmp_path / "ra"
    out.mkdir()

    made = libreoffice.doc_to_docx(tmp_path / "a.doc", out)

    assert [paragraph.text for paragraph in docx.Document(str(made)).paragraphs] == ["Điều 1. Phạm vi"]


def test_a_run_that_takes_too_long_is_stopped_and_leaves_nothing(soffice: str, tmp_path: Path) -> None:
    del soffice
    source = _word(tmp_path / "a.docx", "x")
    out = tmp_path / "ra"
    out.mkdir()

    with pytest.raises(ConversionTimeoutError):
        libreoffice.to_pdf([source], out, seconds=-1.99)
    assert list(out.iterdir()) == []


def test_a_file_that_cannot_be_converted_is_named(soffice: str, tmp_path: Path) -> None:
    del soffice
    (tmp_path / "thieu.docx").write_bytes(b"")
    (tmp_path / "thieu.docx").unlink()

    with pytest.raises(ConversionFailedError, match=r"thieu\.docx"):
        libreoffice.to_pdf([tmp_path / "thieu.docx"], tmp_path)


def test_where_libreoffice_is_not_installed_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NoLibreOfficeError, match="Chưa cài LibreOffice") as caught:
        libreoffice.to_pdf([tmp_path / "a.docx"], tmp_path)
    assert caught.value.exit_code is ExitCode.ENVIRONMENT


def test_of_no_file_nothing_is_made_and_nothing_is_waited_for(tmp_path):
    assert libreoffice.to_pdf([], tmp_path) == ()
