"""A record that is left out takes nothing from those after it: no name, no place in the count."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest

from kcdocs.api import batch, templates
from kcdocs.batch.errors import BatchFaultsError

_ROWS = ("ten,so_tien,ngay", *(f"{said},05/3/2026" for said in ("A,1000", "B,-5", "C,2000", "D,3000")))
"""A sum below 0 is found only when the document is filled: it cannot be written in words."""


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(tmp_path / "mau"))
    document = docx.Document()
    document.add_paragraph("{{ ten }}: {{ so_tien | tien_chu }}")
    document.save(str(tmp_path / "mau.docx"))
    templates.start_set("phieu", tmp_path / "mau.docx", "Thông báo", date(2020, 3, 5))
    (tmp_path / "a.csv").write_text("\n".join(_ROWS), "utf-8")
    return tmp_path / "a.csv"


def test_only_the_record_that_cannot_be_filled_is_told(records: Path, tmp_path: Path) -> None:
    with pytest.raises(BatchFaultsError) as fault:
        batch.run(batch.order("phieu", records, tmp_path / "ra", pattern="{stt}"))

    assert [(item.code, item.place.line) for item in fault.value.every] == [("TP208", 3)]


def test_the_others_are_made_and_counted_through(records: Path, tmp_path: Path) -> None:
    out = tmp_path / "ra"
    asked = batch.order("phieu", records, out, pattern="{stt}", keep_going=True)

    done = batch.run(asked)

    assert (done.total, done.skipped) == (3, 1)
    said = [docx.Document(str(out / f"{n}.docx")).paragraphs[0].text[0] for n in (1, 2, 3)]
    assert said == ["A", "C", "D"]
