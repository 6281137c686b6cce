"""Drafts with tracked changes: refused with a way out, told in every medium, compared with themselves."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from wordml import docx, p, r

from kcdocs.api import Format
from kcdocs.api.compare import compare_texts, render
from kcdocs.api.reading import reading
from kcdocs.model.format import COMPARISON
from kcdocs.report.errors import NothingTrackedError
from kcdocs.sources.errors import TrackedChangesError

OLD = "Số: 7/2020/NĐ-CP\nĐiều 1. Thời hạn\n1. Cơ sở dệt gửi hồ sơ trong 15 ngày.\n2. Hồ sơ gồm đơn và bản vẽ."
TOLD = "Tệp có 2 chỗ sửa đang theo dõi; văn bản được đọc như đã chấp nhận hết"


def _changed(kind: str, text: str) -> str:
    inside = (
        r(text) if kind == "ins" else r(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    )
    return f'<w:{kind} w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">{inside}</w:{kind}>'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    head, clause, last = (
        p("Số: 7/2020/NĐ-CP"),
        "1. Cơ sở dệt gửi hồ sơ trong ",
        p("2. Hồ sơ gồm đơn và bản vẽ."),
    )
    tracked = p(clause, _changed("del", "15"), _changed("ins", "20"), " ngày.")
    (tmp_path / "goc.txt").write_text(OLD, "utf-8")
    (tmp_path / "theo-doi.docx").write_bytes(docx(head, p("Điều 1. Thời hạn"), tracked, last))
    (tmp_path / "sach.docx").write_bytes(docx(head, p("Điều 1. Thời hạn"), p(clause, "15 ngày."), last))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_refusal_names_the_option_and_no_other_command() -> None:
    with pytest.raises(TrackedChangesError) as caught:
        compare_texts(["goc.txt", "theo-doi.docx"])

    assert "--revisions accept" in caught.value.mend
    assert "kcdocs" not in caught.value.mend


@pytest.mark.parametrize("medium", COMPARISON)
def test_every_medium_says_that_changes_were_taken_as_accepted(medium: Format) -> None:
    how = reading(revisions="accept")
    made = render(compare_texts(["goc.txt", "theo-doi.docx"], how=how), medium)
    if medium is Format.XLSX:
        sheet = load_workbook(io.BytesIO(made))["So sánh"]  # type: ignore[arg-type] # bytes
        made = " ".join(str(cell.value) for row in sheet.iter_rows(max_row=12) for cell in row)
    if isinstance(made, bytes):
        made = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()

    assert TOLD in " ".join(made.split())


def test_one_file_with_tracked_changes_is_compared_before_and_after_them() -> None:
    (step,) = compare_texts(["theo-doi.docx"]).steps

    assert [(row.old_text, row.new_text) for row in step.rows if row.changes] == [
        ("Cơ sở dệt gửi hồ sơ trong 15 ngày.", "Cơ sở dệt gửi hồ sơ trong 20 ngày.")
    ]
    assert (step.old.name, step.new.name) == (
        "theo-doi.docx, trước các chỗ sửa",
        "theo-doi.docx, sau các chỗ sửa",
    )


def test_one_file_without_tracked_changes_is_no_comparison() -> None:
    with pytest.raises(NothingTrackedError, match="không có chỗ sửa đang theo dõi"):
        compare_texts(["sach.docx"])
