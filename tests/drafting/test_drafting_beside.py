"""The files beside a record: found in its folder, never outside it; told by name where they are not there."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from kcdocs.api import verify
from kcdocs.api.generate import generate
from kcdocs.drafting.beside import MissingBesideError, OutsideFolderError, files_beside
from kcdocs.drafting.limits import LARGEST_BESIDE
from kcdocs.loading import LargeFileError
from kcdocs.sets import versions


@pytest.mark.parametrize(
    "name", ["../ngoai.docx", "/etc/passwd", "C:\\Windows\\win.ini", "..\\ngoai.docx", "con/../../ngoai.docx"]
)
def test_no_value_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "trong").mkdir()
    (tmp_path / "ngoai.docx").write_bytes(b"x")

    with pytest.raises(OutsideFolderError, match="không phải tên một tệp"):
        files_beside(tmp_path / "trong")(name)


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    (tmp_path / "ngoai.png").write_bytes(b"x")
    (tmp_path / "trong" / "anh.png").symlink_to(tmp_path / "ngoai.png")

    with pytest.raises(OutsideFolderError):
        files_beside(tmp_path / "trong")("anh.png")


def test_a_file_that_is_not_there_is_told_with_the_folder_to_put_it_in(tmp_path: Path) -> None:
    with pytest.raises(MissingBesideError) as caught:
        files_beside(tmp_path)("anh.png")

    assert str(tmp_path) in str(caught.value.mend)


def test_a_file_in_a_folder_below_is_read_and_a_huge_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh" / "a.png").write_bytes(b"x" * LARGEST_BESIDE)
    (tmp_path / "b.png").write_bytes(b"x" * (LARGEST_BESIDE + 1))

    assert len(files_beside(tmp_path)("anh\\a.png").data) == LARGEST_BESIDE
    with pytest.raises(LargeFileError):
        files_beside(tmp_path)("b.png")


SHEETS = ("thong-tu-thay-the", "nghi-dinh-sua-doi", "quyet-dinh-ban-hanh", "ban-sao")


@pytest.mark.parametrize("set_name", SHEETS)
def test_an_annex_is_printed_from_the_sheet_beside_the_record_and_proven_by_it(
    set_name: str, tmp_path: Path
) -> None:
    example = next(path for path in versions.of_set(set_name)[-1].examples if path.name == "example-2.yaml")

    made = generate(set_name, example, tmp_path)[0]

    assert verify.verify(made.path, example).verdict.value == "chung-minh-duoc"


def test_a_decision_attaches_the_text_of_the_word_file_beside_its_record(tmp_path: Path) -> None:
    example = next(
        path for path in versions.of_set("quyet-dinh-ban-hanh")[-1].examples if path.name == "example-2.yaml"
    )
    (tmp_path / "ho-so.yaml").write_text(
        example.read_text("utf-8").replace("ke-hoach.csv", "quy-che.docx"), "utf-8"
    )
    attached = docx.Document()
    attached.add_paragraph("Điều 1. Chợ họp năm ngày một phiên.")
    attached.save(str(tmp_path / "quy-che.docx"))

    (made,) = generate("quyet-dinh-ban-hanh", tmp_path / "ho-so.yaml", tmp_path / "ra")

    lines = [item.text for item in docx.Document(str(made.path)).paragraphs]
    enclosed = next(n for n, line in enumerate(lines) if line.startswith("(Kèm theo Quyết định"))
    assert "Điều 1. Chợ họp năm ngày một phiên." in lines[enclosed:]
