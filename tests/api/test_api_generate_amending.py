"""The set of the amending decree: both regimes, its final articles, signatures and annexes."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from kcdocs.api.check_template import check_set
from kcdocs.api.generate import generate
from kcdocs.api.templates import write_form
from kcdocs.sets import versions
from kcdocs.sets.errors import ContractError
from kcdocs.text.joining import untypeset

NAME = "nghi-dinh-sua-doi"
VERSIONS = versions.of_set(NAME)


def _paragraphs(path: Path) -> list[tuple[str, str]]:
    """Style and words of each printed paragraph, tables included."""
    body = docx.Document(str(path))
    cells = [cell for table in body.tables for row in table.rows for cell in row.cells]
    return [
        (item.style.name, untypeset(item.text))
        for holder in (body, *cells)
        for item in holder.paragraphs
        if item.text and item.style
    ]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda item: item.number)
def test_the_template_has_no_fault_and_no_untried_branch(version: versions.Version) -> None:
    reports = check_set(version.name)

    assert [fault for report in reports for fault in report.faults] == []


@pytest.mark.parametrize("version", VERSIONS, ids=lambda item: item.number)
def test_headings_chapters_and_annex_lines_are_set_as_the_law_sets_them(
    version: versions.Version, tmp_path: Path
) -> None:
    made = generate(NAME, version.examples[0], tmp_path)[0]
    styles = {words: style for style, words in _paragraphs(made.path)}

    assert made.set_name == version.name
    assert styles["Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 999/2012/NĐ-CP"] == "KC Điều"
    assert styles["“Điều 7a. Hỗ trợ chuyển đổi số"] == "KC Điều"
    assert styles["QUẢN LÝ NHÀ NƯỚC VỀ LÀNG NGHỀ”."] == "KC Tên chương"
    assert styles["(Kèm theo Nghị định số …/NĐ-CP của Chính phủ)"] == "KC Kèm theo"
    assert styles["a) Không quá 40% chi phí mua máy móc;"] == "KC Thân văn bản"


def test_the_final_articles_follow_and_the_government_signs(tmp_path: Path) -> None:
    whole, less = (
        _paragraphs(item.path) for item in generate(NAME, VERSIONS[-1].examples[0], tmp_path, day=None)
    )

    own = [words for style, words in whole if style == "KC Điều" and not words.startswith("“")]
    assert own[2:] == [
        "Điều 3. Hiệu lực thi hành",
        "Điều 4. Điều khoản chuyển tiếp",
        "Điều 5. Trách nhiệm thi hành",
    ]
    said = [words for _, words in whole]
    assert "1. Nghị định này có hiệu lực thi hành từ ngày 20 tháng 01 năm 2027." in said
    start = said.index("TM. CHÍNH PHỦ")
    assert said[start + 1 : start + 3] == ["KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"]
    assert [words for style, words in less if style == "KC Điều"] == [
        "Điều 1. Bãi bỏ khoản 4 Điều 14",
        "Điều 2. Hiệu lực thi hành",
        "Điều 3. Trách nhiệm thi hành",
    ]
    (open_,) = [words for _, words in less if "có hiệu lực thi hành từ" in words]
    assert open_.replace("\u00a0", "_").endswith("từ ngày______tháng______năm______.")


def test_effect_before_signing_is_told_and_a_deputy_needs_whom_he_signs_for(tmp_path: Path) -> None:
    text = VERSIONS[-1].examples[0].read_text("utf-8").split("\n---\n")[0]
    record = tmp_path / "ho-so.yaml"
    record.write_text(text.replace("ngay_hieu_luc: 20/01/2027", "ngay_hieu_luc: 30/11/2026"), "utf-8")
    (early,) = generate(NAME, record, tmp_path / "truoc")
    record.write_text(text.replace("  ky_thay: Thủ tướng\n", ""), "utf-8")
    with pytest.raises(ContractError) as unsaid:
        generate(NAME, record, tmp_path / "ra")

    assert any("hiệu lực trở về trước chỉ được quy định" in remark for remark in early.remarks)
    assert [item.place.field for item in unsaid.value.findings] == ["nguoi_ky.ky_thay"]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda item: item.number)
def test_the_starter_spreadsheet_gives_the_same_documents_as_the_example(
    version: versions.Version, tmp_path: Path
) -> None:
    form = write_form(version.name, tmp_path / "ho-so.xlsx")

    from_sheet = generate(version.name, form, tmp_path / "a")
    from_yaml = [
        made
        for number, path in enumerate(version.examples)
        for made in generate(version.name, path, tmp_path / f"b{number}")
    ]

    assert [made.path.read_bytes() for made in from_sheet] == [made.path.read_bytes() for made in from_yaml]
