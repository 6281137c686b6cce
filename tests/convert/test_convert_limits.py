"""How long LibreOffice may take, and how large Tesseract's pictures are; their own time is not waited for."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kcdocs.convert import libreoffice, tesseract
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


def test_tesseract_is_told_three_hundred_dots_an_inch(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def taken(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, b"", b"")

    monkeypatch.setattr(tesseract, "tesseract", lambda: Path("tesseract"))
    monkeypatch.setattr(tesseract.subprocess, "run", taken)

    assert tesseract.seen_words(b"P5 1 1 255 \0") == []
    assert commands[0][commands[0].index("--dpi") + 1] == "300"
