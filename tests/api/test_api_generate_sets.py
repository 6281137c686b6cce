"""All shipped sets: their examples on their own dates, every kind of signature, both regimes."""

from __future__ import annotations

import sys
from pathlib import Path

import docx
import pytest

from kcdocs.api.generate import generate
from kcdocs.api.templates import write_form
from kcdocs.results import FileDiffersError
from kcdocs.sets import versions
from kcdocs.sets.errors import ContractError, NoTransitionError
from kcdocs.sets.versions import Version
from kcdocs.text.joining import untypeset

sys.path.insert(0, str(Path(__file__).parents[1] / "sets"))

import on_paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SETS = tuple(name for name in versions.set_names() if name != "nghi-dinh-sua-doi")  # has a file of its own
SHIPPED = [version for name in SETS for version in versions.of_set(name)]
EXAMPLES = [(version, path) for version in SHIPPED for path in version.examples]


def _name(item: object) -> str:
    return item.name if isinstance(item, Version | Path) else str(item)


def _lines(path: Path) -> list[str]:
    paragraphs = docx.Document(str(path)).element.body.iter(f"{W}p")
    found = [untypeset(docx.text.paragraph.Paragraph(item, None).text) for item in paragraphs]
    return [line for line in found if line]


def _example(set_name: str, number: str) -> Path:
    return versions.one(set_name, number).examples[0]


def _edited(folder: Path, source: Path, *changes: tuple[str, str]) -> Path:
    text = source.read_text(encoding="utf-8").split("\n---\n")[0]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "ho-so.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("version", "example"), EXAMPLES, ids=_name)
def test_each_example_generates_on_its_own_date_and_again_to_the_same_bytes(
    version: Version, example: Path, tmp_path: Path
) -> None:
    first, second = (
        generate(version.set_name, example, tmp_path / "a"),
        generate(version.set_name, example, tmp_path / "b"),
    )

    assert {made.set_name for made in first} == {version.name}
    assert [made.path.read_bytes() for made in first] == [made.path.read_bytes() for made in second]
    for made in first:
        text = "\n".join(_lines(made.path))
        assert not any(mark in text for mark in ("{{", "{%", "[[", "None"))


@pytest.mark.parametrize("version", SHIPPED, ids=_name)
def test_every_page_is_a4_with_the_margins_of_decree_30_and_no_number_on_the_first(
    version: Version, tmp_path: Path
) -> None:
    made = generate(version.set_name, version.examples[0], tmp_path)

    assert on_paper.mismeasured(made[0].path) == []


SIGNATURES = {
    "trực tiếp": ("chuc_vu: Bộ trưởng", ["BỘ TRƯỞNG"]),
    "KT": ("ky_thay: Bộ trưởng\n  chuc_vu: Thứ trưởng", ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"]),
    "TL": ("ky_thay: Bộ trưởng\n  chuc_vu: Cục trưởng", ["TL. BỘ TRƯỞNG", "CỤC TRƯỞNG"]),
    "TUQ": ("ky_thay: Bộ trưởng\n  chuc_vu: Chánh Văn phòng Bộ", ["TUQ. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG BỘ"]),
}


@pytest.mark.parametrize("version", SHIPPED, ids=_name)
def test_each_set_that_one_person_signs_is_signed_in_every_way(version: Version, tmp_path: Path) -> None:
    if "nguoi_ky" not in version.contract.whole.members:
        pytest.skip("không có người ký, hoặc hai người ký, mỗi người cho mình")
    if version.type == "Nghị định":
        pytest.skip("chỉ ký thay mặt Chính phủ")
    text = version.examples[0].read_text(encoding="utf-8").split("\n---\n")[0].rpartition("nguoi_ky:")[0]
    signed = [
        f"{text}nguoi_ky:\n  hinh_thuc: {kind}\n  {fields}\n  ho_ten: Trần Thị B\n"
        for kind, (fields, _) in SIGNATURES.items()
    ]
    record = tmp_path / "ho-so.yaml"
    record.write_text("---\n".join(signed), encoding="utf-8")

    made = generate(version.set_name, record, tmp_path / "ra")

    for (_, lines), document in zip(SIGNATURES.values(), made, strict=True):
        printed = _lines(document.path)
        end = printed.index("Trần Thị B")
        assert printed[end - len(lines) : end] == lines


@pytest.mark.parametrize(
    ("set_name", "number", "archive"),
    [("to-trinh", "1.0.0", "- Lưu: VT, CTĐP."), ("quyet-dinh-cong-bo-tthc", "2.0.0", "- Lưu: VT, ĐCK.")],
)
def test_the_department_bears_its_symbol_of_the_day(
    set_name: str, number: str, archive: str, tmp_path: Path
) -> None:
    made = generate(set_name, _example(set_name, number), tmp_path)

    assert archive in _lines(made[0].path)


@pytest.mark.parametrize(
    ("said", "printed", "remark"),
    [
        (
            ("don_vi: cuc-khuyen-cong", "don_vi: ĐCK"),
            "VT, CTĐP.",
            "«ĐCK» không phải tên vào ngày 27/12/2024; văn bản ghi «CTĐP».",
        ),
        (
            ("  ten: Bộ Công Thương", "  ten: Cục Công nghiệp địa phương"),
            "CỤC CÔNG THƯƠNG ĐỊA PHƯƠNG",
            "«Cục Công nghiệp địa phương» không phải tên vào ngày 27/12/2024; văn bản ghi «Cục Công Thương địa phương».",
        ),
    ],
)
def test_a_unit_or_an_issuer_under_a_name_of_another_time_is_printed_as_on_its_day_and_said(
    tmp_path: Path, said: tuple[str, str], printed: str, remark: str
) -> None:
    record = _edited(tmp_path, _example("to-trinh", "1.0.0"), said)

    (made,) = generate("to-trinh", record, tmp_path / "ra")

    assert any(said.endswith(f": {remark}") for said in made.remarks)
    assert any(printed in line for line in _lines(made.path))


def test_a_basis_not_in_force_is_an_error_that_names_its_successor_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    source = _example("quyet-dinh-cong-bo-tthc", "2.0.0")
    record = _edited(tmp_path, source, ("  - 40/2025/NĐ-CP", "  - 96/2022/NĐ-CP"))

    with pytest.raises(ContractError) as caught:
        generate("quyet-dinh-cong-bo-tthc", record, tmp_path / "ra")

    (fault,) = caught.value.findings
    assert fault.place.field == "can_cu[1]"
    assert "40/2025/NĐ-CP" in f"{fault.message} {fault.expected} {fault.mend}"
    assert not (tmp_path / "ra").exists()


def test_a_decision_without_any_procedure_is_refused(tmp_path: Path) -> None:
    source = _example("quyet-dinh-cong-bo-tthc", "2.0.0")
    text = source.read_text(encoding="utf-8").split("\n---\n")[0]
    start, end = text.index("moi_ban_hanh:"), text.index("noi_nhan:")
    record = tmp_path / "ho-so.yaml"
    record.write_text(text[:start] + text[end:], encoding="utf-8")

    with pytest.raises(ContractError) as caught:
        generate("quyet-dinh-cong-bo-tthc", record, tmp_path / "ra")

    assert [(item.code, item.expected) for item in caught.value.findings] == [
        ("TP321", "moi_ban_hanh, sua_doi_thay_the, bai_bo, noi_bo")
    ]


def test_no_new_procedure_is_of_the_district_level_from_1_july_2025(tmp_path: Path) -> None:
    source = _example("quyet-dinh-cong-bo-tthc", "1.0.0")
    groups = [
        line
        for line in _lines(generate("quyet-dinh-cong-bo-tthc", source, tmp_path / "a")[0].path)
        if "cấp huyện" in line
    ]
    later = _edited(
        tmp_path,
        source,
        ("ngay: 10/02/2025", "ngay: 01/7/2025"),
        ("  - 96/2022/NĐ-CP", "  - 40/2025/NĐ-CP"),
        ("cap: trung_uong", "cap: huyen"),
    )

    assert "A. Thủ tục hành chính cấp huyện" in groups
    with pytest.raises(ContractError) as caught:
        generate("quyet-dinh-cong-bo-tthc", later, tmp_path / "b")
    assert [(item.code, item.place.field) for item in caught.value.findings] == [
        ("TP314", "moi_ban_hanh[1].cap")
    ]


def test_procedures_stand_under_their_level_in_the_order_of_the_levels_and_their_kinds_in_the_title(
    tmp_path: Path,
) -> None:
    source = _example("quyet-dinh-cong-bo-tthc", "2.0.0")
    swapped = _edited(tmp_path, source, ("cap: xa", "cap: trung_uong"))

    lines = _lines(generate("quyet-dinh-cong-bo-tthc", swapped, tmp_path / "ra")[0].path)

    removed = lines[lines.index("Danh mục thủ tục hành chính bị bãi bỏ") :]
    names = [line for line in removed if line.startswith(("A. ", "B. ", "C. ", "(Minh họa) "))]
    assert names == [
        "A. Thủ tục hành chính cấp trung ương",
        "(Minh họa) Xác nhận hồ sơ tham gia bình chọn",
        "B. Thủ tục hành chính cấp huyện",
        "(Minh họa) Xác nhận danh sách cơ sở sản xuất đăng ký hỗ trợ",
    ]
    assert (
        "THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH, ĐƯỢC SỬA ĐỔI, BỔ SUNG HOẶC THAY THẾ, BỊ BÃI BỎ LĨNH VỰC CÔNG NGHIỆP"
        " ĐỊA PHƯƠNG THUỘC PHẠM VI CHỨC NĂNG QUẢN LÝ CỦA BỘ CÔNG THƯƠNG" in lines
    )


def test_a_circular_names_what_it_replaces_and_numbers_its_last_articles(tmp_path: Path) -> None:
    whole, less = generate("thong-tu-thay-the", _example("thong-tu-thay-the", "2.0.0"), tmp_path)

    lines = _lines(whole.path)
    replaced = next(line for line in lines if line.startswith("2. Thông tư này thay thế"))
    assert "Thông tư số 26/2014/TT-BCT của Bộ trưởng Bộ Công Thương" in replaced
    assert "và Thông tư số 14/2018/TT-BCT của Bộ trưởng Bộ Công Thương" in replaced
    assert [line for line in lines if line.startswith("Điều ")][-3:] == [
        "Điều 5. Hiệu lực thi hành",
        "Điều 6. Quy định chuyển tiếp",
        "Điều 7. Trách nhiệm thi hành",
    ]
    assert [line for line in lines if line.startswith("Phụ lục")] == ["Phụ lục I", "Phụ lục II"]
    assert [line for line in _lines(less.path) if line.startswith("Điều ")] == [
        "Điều 1. Phạm vi điều chỉnh",
        "Điều 2. Hiệu lực thi hành",
        "Điều 3. Trách nhiệm thi hành",
    ]
    assert "Số: 07/2025/TT-BCT" in _lines(less.path)


def test_a_version_asked_for_by_name_is_taken_and_the_disagreement_said(tmp_path: Path) -> None:
    record = _edited(tmp_path, _example("to-trinh", "1.0.0"), ("ngay: 27/12/2024", "ngay: 05/02/2025"))
    later = _edited(
        tmp_path, record, ("ngay: 05/02/2025", "ngay: 01/4/2025"), ("don_vi: cuc-khuyen-cong", "don_vi: ĐCK")
    )

    (made,) = generate("to-trinh@1.0.0", later, tmp_path / "ra")

    assert made.set_name == "to-trinh@1.0.0"
    assert any("từ 01/01/2021 đến 31/3/2025" in remark and "01/4/2025" in remark for remark in made.remarks)


def test_a_declared_transition_keeps_the_form_of_the_law_before_and_says_that_it_is_unverified(
    tmp_path: Path,
) -> None:
    source = _example("to-trinh", "1.0.0")
    declared = "che_do_chuyen_tiep: Dự thảo đã gửi thẩm định trước ngày 01/4/2025\nngay: 15/5/2025"
    (made,) = generate("to-trinh", _edited(tmp_path, source, ("ngay: 27/12/2024", declared)), tmp_path / "ra")

    assert made.set_name == "to-trinh@1.0.0"
    assert any("Điều 72" in remark and "chưa kiểm chứng" in remark for remark in made.remarks)


def test_a_transition_is_refused_where_the_set_has_no_version_for_it(tmp_path: Path) -> None:
    declared = "che_do_chuyen_tiep: Dự thảo đã gửi thẩm định trước ngày 01/4/2025\nngay: 20/10/2025"
    source = _example("quyet-dinh-cong-bo-tthc", "2.0.0")
    record = _edited(tmp_path, source, ("ngay: 20/10/2025", declared))

    with pytest.raises(NoTransitionError):
        generate("quyet-dinh-cong-bo-tthc", record, tmp_path / "ra")


def test_names_follow_a_pattern_and_repeats_get_numbers(tmp_path: Path) -> None:
    example = _example("thong-tu-thay-the", "2.0.0")

    made = generate("thong-tu-thay-the", example, tmp_path, pattern="con{khong_co}")

    assert [item.path.name for item in made] == ["_con.docx", "_con-2.docx"]


def test_a_file_that_differs_is_kept_unless_forced_and_the_same_file_is_left_alone(tmp_path: Path) -> None:
    example = _example("to-trinh", "1.0.0")
    (made,) = generate("to-trinh", example, tmp_path)
    (again,) = generate("to-trinh", example, tmp_path)
    made.path.write_bytes(b"sua tay")

    assert (made.changed, again.changed) == (True, False)
    with pytest.raises(FileDiffersError, match="nội dung khác"):
        generate("to-trinh", example, tmp_path)
    assert made.path.read_bytes() == b"sua tay"
    assert generate("to-trinh", example, tmp_path, force=True)[0].changed


@pytest.mark.parametrize("version", SHIPPED, ids=_name)
def test_the_starter_spreadsheet_gives_the_same_documents_as_the_examples(
    version: Version, tmp_path: Path
) -> None:
    form = write_form(version.name, tmp_path / "ho-so.xlsx")

    from_sheet = generate(version.name, form, tmp_path / "a")
    from_yaml = [
        made
        for n, path in enumerate(version.examples)
        for made in generate(version.name, path, tmp_path / f"b{n}")
    ]

    assert [made.path.read_bytes() for made in from_sheet] == [made.path.read_bytes() for made in from_yaml]


def _rules(path: Path) -> list[float]:
    """Lengths of the rules drawn as top borders, in millimetres, in order."""
    found = []
    for paragraph in docx.Document(str(path)).element.body.iter(f"{W}p"):
        if paragraph.find(f".//{W}pBdr/{W}top") is not None:
            cell = next((item for item in paragraph.iterancestors(f"{W}tc")), None)
            width = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) if cell is not None else 9071
            indent = paragraph.find(f"{W}pPr/{W}ind")
            sides = int(indent.get(f"{W}left")) + int(indent.get(f"{W}right"))
            found.append(round((width - sides) * 25.4 / 1440, 1))
    return found


@pytest.mark.parametrize(
    ("issuer", "title", "rules"),
    [
        # a line of 14 capitals is 43 mm, the motto 60.4 mm, a title of several lines 150 mm
        (
            "Bộ Công Thương",
            "Quy định về bình chọn sản phẩm công nghiệp nông thôn tiêu biểu",
            [20.7, 60.4, 54.0],
        ),
        # 7 capitals are 22 mm; 23 letters 50 mm
        ("Bộ Y tế", "Quy định về khuyến công", [9.0, 60.4, 25.0]),
        # 12 capitals are 37 mm; 40 letters 86 mm
        ("Bộ Tài chính", "Quy định về kinh phí khuyến công quốc gia", [13.5, 60.4, 37.5]),
    ],
)
def test_rules_are_as_long_as_annex_i_of_decree_30_says(
    issuer: str, title: str, rules: list[float], tmp_path: Path
) -> None:
    source = _example("thong-tu-thay-the", "2.0.0")
    old = "ten_van_ban: Quy định về bình chọn sản phẩm công nghiệp nông thôn tiêu biểu"
    record = _edited(
        tmp_path, source, ("  ten: Bộ Công Thương", f"  ten: {issuer}"), (old, f"ten_van_ban: {title}")
    )

    (made,) = generate("thong-tu-thay-the", record, tmp_path / "ra")

    assert _rules(made.path)[:3] == pytest.approx(rules, abs=0.2)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("1.0.0", "ngày 22 tháng 6 năm 2015 được sửa đổi, bổ sung bởi Luật"),
        ("2.0.0", "ngày 19 tháng 02 năm 2025 được sửa đổi, bổ sung bởi Luật"),
    ],
)
def test_a_submission_names_the_law_of_its_day_with_what_amended_it(
    number: str, words: str, tmp_path: Path
) -> None:
    (made,) = generate("to-trinh", _example("to-trinh", number), tmp_path)

    opening = next(line for line in _lines(made.path) if line.startswith("Thực hiện quy định của"))
    assert f"Luật Ban hành văn bản quy phạm pháp luật {words}" in opening


def test_a_submission_before_1_july_2025_names_the_law_alone(tmp_path: Path) -> None:
    (made,) = generate("to-trinh", versions.one("to-trinh", "2.0.0").examples[1], tmp_path)

    opening = next(line for line in _lines(made.path) if line.startswith("Thực hiện quy định của"))
    assert "ngày 19 tháng 02 năm 2025, Bộ Công Thương kính trình" in opening
