"""Generating: the shipped submission from its examples, and every fault told before anything is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest

from kcdocs.api.generate import generate
from kcdocs.errors import ExitCode
from kcdocs.sets.errors import (
    ContractError,
    DateConflictError,
    DateNeededError,
    NoVersionInForceError,
    UnknownSetError,
)
from kcdocs.settings import shipped
from kcdocs.text.joining import untypeset

EXAMPLE = shipped("templates") / "to-trinh" / "1.0.0" / "example.yaml"
ABSTRACT = (
    "Về dự thảo Nghị định sửa đổi, bổ sung một số điều của Nghị định số 45/2012/NĐ-CP "
    "ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công"
)


def _lines(path: Path) -> list[str]:
    body = docx.Document(str(path)).element.body
    paragraphs = body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")
    found = [untypeset(docx.text.paragraph.Paragraph(item, None).text) for item in paragraphs]
    return [line for line in found if line]


def _edited(folder: Path, *changes: tuple[str, str]) -> Path:
    text = EXAMPLE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "ho-so.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_reported_submission_comes_out_with_its_number_symbol_date_and_signature(tmp_path: Path) -> None:
    (made,) = generate("to-trinh", EXAMPLE, tmp_path)

    lines = _lines(made.path)
    assert made.path == tmp_path / "to-trinh-10693-TTr-CTĐP.docx"
    assert made.set_name == "to-trinh@1.0.0"
    assert lines[:8] == [
        "BỘ CÔNG THƯƠNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 10693/TTr-CTĐP",
        "Hà Nội, ngày 27 tháng 12 năm 2024",
        "TỜ TRÌNH",
        ABSTRACT,
        "Kính gửi: Chính phủ",
    ]
    assert lines[-10].endswith("Bộ Công Thương kính trình Chính phủ xem xét, quyết định./.")
    assert lines[-9:-1] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Văn phòng Chính phủ;",
        "- Bộ Tư pháp;",
        "- Lãnh đạo Bộ;",
        "- Lưu: VT, CTĐP.",
        "KT. BỘ TRƯỞNG",
        "THỨ TRƯỞNG",
    ]


def test_no_tag_of_the_template_is_left_in_either_version(tmp_path: Path) -> None:
    for number in ("1.0.0", "2.0.0"):
        (made,) = generate("to-trinh", shipped("templates") / "to-trinh" / number / "example.yaml", tmp_path)
        text = "\n".join(_lines(made.path))
        assert made.set_name == f"to-trinh@{number}"
        assert not any(mark in text for mark in ("{{", "}}", "{%", "%}", "[[", "None"))


def test_the_2025_form_numbers_its_sections_whether_or_not_the_optional_ones_stand(tmp_path: Path) -> None:
    source = shipped("templates") / "to-trinh" / "2.0.0" / "example.yaml"
    text = source.read_text(encoding="utf-8")
    start, end = text.index("noi_dung_moi_sau_tham_dinh"), text.index("nguon_luc:")
    short = tmp_path / "ngan.yaml"
    short.write_text(text[:start] + text[end:], encoding="utf-8")

    (whole,), (less,) = generate("to-trinh", source, tmp_path), generate("to-trinh", short, tmp_path / "b")

    assert [line.split(".")[0] for line in _lines(whole.path) if _major(line)] == [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
    ]
    assert [line.split(".")[0] for line in _lines(less.path) if _major(line)] == [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
    ]


def _major(line: str) -> bool:
    head, _, rest = line.partition(". ")
    return bool(rest) and set(head) <= set("IVX") and rest.isupper()


def test_an_open_number_and_date_print_as_the_space_the_form_prescribes(tmp_path: Path) -> None:
    record = _edited(tmp_path, ('so: "10693"', "so: để trống"), ("ngay: 27/12/2024", "ngay: để trống"))

    (made,) = generate("to-trinh", record, tmp_path / "ra", day=date(2025, 3, 31))

    lines = _lines(made.path)
    assert made.path.name == "to-trinh-chua-so-TTr-CTĐP.docx"
    assert lines[3].split() == ["Số:", "/TTr-CTĐP"]
    assert (
        lines[4]
        == "Hà Nội, ngày\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0tháng\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0năm 2025"
    )


def test_several_addressees_stand_below_one_another(tmp_path: Path) -> None:
    record = _edited(tmp_path, ("  - Chính phủ\n", "  - Chính phủ\n  - Thủ tướng Chính phủ\n"))

    (made,) = generate("to-trinh", record, tmp_path / "ra")

    assert [line.strip() for line in _lines(made.path)[7:10]] == [
        "Kính gửi:",
        "- Chính phủ;",
        "- Thủ tướng Chính phủ.",
    ]


def test_missing_and_unknown_fields_are_all_told_with_their_lines_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    record = _edited(
        tmp_path,
        ("dia_danh: Hà Nội", "dia_dan: Hà Nội"),
        ("  hinh_thuc: KT\n", ""),
        ("luu:\n  don_vi", "luuu:\n  don_vi"),
        ("ngay: 27/12/2024", "ngay: 31/02/2024"),
    )

    with pytest.raises(ContractError) as caught:
        generate("to-trinh", record, tmp_path / "ra", day=date(2024, 12, 27))

    lines = record.read_text(encoding="utf-8").splitlines()
    told = {(fault.code, fault.place.field): fault.place.line for fault in caught.value.findings}
    assert told == {
        ("TP311", "dia_danh"): told["TP311", "dia_danh"],
        ("TP311", "luu"): told["TP311", "luu"],
        ("TP312", "luuu"): lines.index("luuu:") + 1,
        ("TP312", "dia_dan"): lines.index("dia_dan: Hà Nội") + 1,
        ("RC211", "ngay"): lines.index("ngay: 31/02/2024") + 1,
        ("TP311", "nguoi_ky.hinh_thuc"): lines.index("nguoi_ky:") + 1,
    }
    assert caught.value.exit_code is ExitCode.DATA
    assert not (tmp_path / "ra").exists()


def test_a_deputy_needs_the_head_whose_place_is_taken(tmp_path: Path) -> None:
    record = _edited(tmp_path, ("  ky_thay: Bộ trưởng\n", ""))

    with pytest.raises(ContractError) as caught:
        generate("to-trinh", record, tmp_path / "ra")

    assert [fault.place.field for fault in caught.value.findings] == ["nguoi_ky.ky_thay"]


def test_dates_that_disagree_or_lack_are_told(tmp_path: Path) -> None:
    record = _edited(tmp_path, ("ngay: 27/12/2024", "ngay: để trống"))

    with pytest.raises(DateConflictError, match=r"27/12/2024.*01/4/2025"):
        generate("to-trinh", EXAMPLE, tmp_path / "ra", day=date(2025, 4, 1))
    with pytest.raises(DateNeededError):
        generate("to-trinh", record, tmp_path / "ra")
    with pytest.raises(NoVersionInForceError):
        generate("to-trinh", record, tmp_path / "ra", day=date(2019, 1, 1))
    with pytest.raises(UnknownSetError):
        generate("to-trinhh", record, tmp_path / "ra")
    assert not (tmp_path / "ra").exists()


def test_values_are_never_markup(tmp_path: Path) -> None:
    words = "R&D <b>{{ 7*7 }}</b> ]]>"
    record = _edited(tmp_path, ("  - (Minh họa) Dự thảo đã được", f"  - '{words}'\n  - Dự thảo đã được"))

    (made,) = generate("to-trinh", record, tmp_path / "ra")

    assert words in _lines(made.path)


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (
        generate("to-trinh", EXAMPLE, tmp_path / "a"),
        generate("to-trinh", EXAMPLE, tmp_path / "b"),
    )

    assert first[0].path.read_bytes() == second[0].path.read_bytes()


def test_an_empty_form_is_told_what_every_version_asks(tmp_path: Path) -> None:
    record = tmp_path / "ho-so.yaml"
    record.write_text("so:\nloai:\nnguon_luc:\n", encoding="utf-8")

    with pytest.raises(ContractError, match=r"to-trinh") as caught:
        generate("to-trinh", record, tmp_path / "ra")

    told = {fault.place.field for fault in caught.value.findings}
    assert {"so", "ngay", "dia_danh", "du_thao"} <= told
    assert not {"loai", "nguon_luc", "thoi_gian_trinh"} & told
