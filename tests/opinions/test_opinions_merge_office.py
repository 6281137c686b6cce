"""LibreOffice asked about many merged files in one start, and drafts of other kinds of file merged with a base that ends in a table."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from docx import Document
from merged_material import of_clauses, of_rows
from opinions_builder import base_lines

sys.path.insert(0, str(Path(__file__).parents[1] / "word"))

from office import settled

from kcdocs.api import merge, tracked
from kcdocs.word import audit
from kcdocs.word.package import Allow, open_package


def _texts(data: bytes) -> list[str]:
    said = audit.side_texts(open_package(data, allow=Allow.ALL), accept=True).body
    return [item.text for item in said if item.text]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_makes_of_merged_files_what_was_planned_by_accepting_all_and_the_base_by_rejecting_all(
    tmp_path: Path,
) -> None:
    cases = [made(seed, tmp_path) for seed in range(3) for made in (of_clauses, of_rows)]
    assert any(case.made.clashes for case in cases)
    answers = settled([case.made.data for case in cases])
    assert [case.read(accepted) for case, (accepted, _) in zip(cases, answers, strict=True)] == [
        case.accepted for case in cases
    ]
    assert [case.read(rejected) for case, (_, rejected) in zip(cases, answers, strict=True)] == [
        case.rejected for case in cases
    ]


def test_a_base_that_ends_in_a_table_takes_what_a_draft_puts_behind_it(tmp_path: Path) -> None:
    document = Document()
    for line in (told := base_lines(2)):
        document.add_paragraph(line)
    document.add_table(rows=1, cols=2).cell(0, 0).text = "Nghề rèn"
    document.save(str(tmp_path / "goc.docx"))
    draft = tmp_path / "Sở A.txt"
    draft.write_text("\n".join([*told, "Nghề mộc thêm vào cuối"]).replace("11 triệu", "15 triệu"), "utf-8")

    made = merge.merge(tmp_path / "goc.docx", [draft])
    (tmp_path / "gop.docx").write_bytes(made.data)
    assert "Nghề mộc thêm vào cuối" in _texts(made.data)
    found = tracked.audit_redline(tmp_path / "gop.docx", tmp_path / "goc.docx", None)
    assert found.honest
