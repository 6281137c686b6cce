"""How long LibreOffice may take; its own time is not waited for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcdocs.convert import libreoffice
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
