"""The Word file that a template starts from: every paper of an office, on the page that its form asks for."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from kcdocs.api import templates
from kcdocs.api.check_template import check_file
from kcdocs.api.generate import generate
from kcdocs.drafting.blank import NoBlankError
from kcdocs.word.package import open_package

COMMON = """\
so: 12
ky_hieu: BCT-VP
ngay: 05/3/2026
dia_danh: Hà Nội
co_quan: {ten: Bộ Công Thương}
trich_yeu: góp ý dự thảo
noi_nhan: [Như trên]
luu: {don_vi: VP}
nguoi_ky: {hinh_thuc: trực tiếp, chuc_vu: Bộ trưởng, ho_ten: Nguyễn Văn A}
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(tmp_path / "mau"))
    monkeypatch.setenv("KCDOCS_DATA", str(tmp_path / "du-lieu"))


def _made(tmp_path: Path, kind: str, record: str) -> Path:
    word = templates.write_blank(kind, tmp_path / "trong.docx")
    templates.start_set("thu", word, kind, date(2026, 1, 1))
    (tmp_path / "ho-so.yaml").write_text(record, "utf-8")
    return generate("thu", tmp_path / "ho-so.yaml", tmp_path / "ra")[0].path


def _parts(path: Path) -> dict[str, str]:
    """Part → its text; the cells of tables too."""
    package = open_package(path)
    return {
        part: " ".join(re.sub(r"<[^>]*>", " ", data.decode()).split())
        for part, data in package.parts.items()
        if part.startswith("word/")
    }


@pytest.mark.parametrize(
    "kind", ["Công văn", "quyết định", "Biên bản", "Báo cáo", "Chỉ thị", "Giấy mời", "Kế hoạch"]
)
def test_each_paper_is_a_template_without_a_fault_on_a_page_of_the_form(tmp_path: Path, kind: str) -> None:
    word = templates.write_blank(kind, tmp_path / "trong.docx")

    section = Document(str(word)).sections[0]

    assert check_file(word).faults == ()
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in margins] == [20, 20, 30, 20]


def test_a_letter_has_its_abstract_under_the_number_the_mark_of_urgency_and_the_address(
    tmp_path: Path,
) -> None:
    more = "kinh_gui: [Bộ Tư pháp]\ncac_doan: [Đề nghị góp ý.]\ndo_khan: hỏa tốc\nlien_he: 54 Hai Bà Trưng, Hà Nội\n"

    made = _made(tmp_path, "Công văn", COMMON + more)

    texts = _parts(made)
    assert "Số: 12/BCT-VP V/v góp ý dự thảo Hà Nội, ngày" in texts["word/document.xml"]
    assert "HỎA TỐC Kính gửi: Bộ Tư pháp" in texts["word/document.xml"]
    assert texts["word/footer1.xml"] == "54 Hai Bà Trưng, Hà Nội"


def test_a_letter_that_is_not_urgent_bears_no_mark_and_no_empty_address(tmp_path: Path) -> None:
    made = _made(tmp_path, "Công văn", COMMON + "kinh_gui: [Bộ Tư pháp]\ncac_doan: [Đề nghị góp ý.]\n")

    texts = _parts(made)
    assert "năm 2026 Kính gửi: Bộ Tư pháp" in texts["word/document.xml"]
    assert texts["word/footer1.xml"] == ""


def test_minutes_are_signed_by_two(tmp_path: Path) -> None:
    signers = (
        "nguoi_ky_trai: {chuc_vu: Thư ký, ho_ten: Trần Thị B}\n"
        "nguoi_ky_phai: {chuc_vu: Chủ trì, ho_ten: Lê Văn C}\n"
    )
    lines = COMMON.splitlines(keepends=True)
    head = "".join(line for line in lines if not line.startswith(("dia_danh", "nguoi_ky")))

    made = _made(tmp_path, "Biên bản", head + "cac_doan: [Cuộc họp bắt đầu.]\n" + signers)

    text = _parts(made)["word/document.xml"]
    assert "THƯ KÝ Trần Thị B CHỦ TRÌ Lê Văn C Nơi nhận: - Như trên;" in text
    assert "Hà Nội, ngày" not in text


def test_a_type_that_is_no_paper_of_an_office_is_refused_with_a_guess(tmp_path: Path) -> None:
    with pytest.raises(NoBlankError, match="«Công văn»") as caught:
        templates.write_blank("Cong van", tmp_path / "trong.docx")

    assert "Quyết định" in caught.value.mend
    assert not (tmp_path / "trong.docx").exists()


def test_a_host_whose_page_is_not_the_forms_is_told_and_one_that_is_no_paper_is_not(tmp_path: Path) -> None:
    """python-docx's empty file is Letter with margins of an inch and a quarter."""
    codes = []
    for name, head in (("giay-moi", "[[khối dau-van-ban]]"), ("the", "Thẻ của {{ ten }}")):
        document = Document()
        document.add_paragraph(head)
        document.add_paragraph("{{ ten }}")
        document.save(str(tmp_path / f"{name}.docx"))
        report = check_file(tmp_path / f"{name}.docx")
        assert not report.broken
        codes.append({fault.finding.code for fault in report.faults})

    assert codes[0] >= {"LT101", "LT102"}
    assert codes[1] == set()
