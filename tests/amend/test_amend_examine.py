"""Examining a draft: twelve planted faults, each told with its place; a draft for another decree refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kcdocs.amend.apply import apply
from kcdocs.amend.errors import NotAmendingError, OtherInstrumentError
from kcdocs.amend.examine import examine
from kcdocs.amend.read import read as read_commands
from kcdocs.api import amend
from kcdocs.model.catalogue import Catalogue, Entry
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

DECREE = """CHÍNH PHỦ
Số: 7/2020/NĐ-CP
Hà Nội, ngày 01 tháng 02 năm 2020
NGHỊ ĐỊNH
Về nghề thử
Điều 1. Phạm vi
1. Quy định này nói về nghề dệt.
2. Quy định này nói về nghề gốm và nghề gốm cổ.
Điều 2. Hồ sơ
1. Đơn đề nghị;
2. Bản sao giấy tờ quy định tại khoản 2 Điều 1 Nghị định này.
Điều 3. Trình tự
1. Nộp hồ sơ trong 15 ngày.
2. Trả kết quả trong 10 ngày.
Điều 4. Kinh phí
Ngân sách bảo đảm.
Điều 5. Giám sát
Bộ giám sát.
Điều 6. Khen thưởng
Theo pháp luật về thi đua.
Điều 7. Xử lý vi phạm
Theo pháp luật về xử lý vi phạm.
Điều 8. Hiệu lực
Quy định này có hiệu lực từ ngày 01 tháng 4 năm 2020."""

DRAFT = """CHÍNH PHỦ
Số: 8/2026/NĐ-CP
Hà Nội, ngày 05 tháng 10 năm 2026
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP ngày 01 tháng 02 năm 2020 của Chính phủ về nghề thử
Căn cứ Luật Thử nghiệm số 1/2001/QH10;
Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP.
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP
1. Sửa đổi, bổ sung khoản 9 Điều 3 như sau:
“9. Nội dung mới.”.
2. Bổ sung khoản 1b vào sau khoản 1 Điều 3 như sau:
“1b. Nội dung thêm.”.
3. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:
“2. Đơn theo mẫu;”.
4. Sửa đổi, bổ sung Điều 6 như sau:
“Điều 6. Khen thưởng
Theo pháp luật về thi đua, khen thưởng.”.
5. Sửa đổi, bổ sung Điều 5 như sau:
“Điều 5. Giám sát
Bộ và Sở giám sát.”.
6. Thay thế cụm từ “nghề rèn” bằng cụm từ “nghề đúc” tại khoản 1 Điều 1.
7. Bổ sung cụm từ “mới” vào sau cụm từ “nghề gốm” tại khoản 2 Điều 1.
8. Thay thế cụm từ “Sở” bằng cụm từ “Ủy ban” tại Điều 5.
9. Bổ sung Điều 4a vào sau Điều 40 như sau:
“Điều 4a. Quỹ
Lập quỹ.”.
10. Việc này giao các cơ quan xem xét.
11. Bãi bỏ Điều 1.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 15 tháng 10 năm 2026."""

CATALOGUE = Catalogue(
    (
        Entry(
            Citation("Luật", "1/2001/QH10", date(2001, 5, 5), "Quốc hội", "Thử nghiệm"),
            in_force_to=date(2015, 1, 1),
        ),
    )
)


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    amendment = read_commands(parse(reading(DRAFT, "dự thảo")))
    done = apply(parse(reading(DECREE, "gốc")), amendment.operations)
    return list(examine(amendment, done, CATALOGUE))


@pytest.mark.parametrize(
    ("code", "place", "told"),
    [
        ("AM102", "dieu-1.khoan-1", "không có khoản 9 Điều 3"),
        ("AM106", "dieu-1.khoan-2", "không phải số, ký hiệu kế tiếp sau khoản 1 Điều 3"),
        ("AM104", "dieu-1.khoan-3", "Nội dung trích có khoản 2 Điều 2"),
        ("AM107", "dieu-1.khoan-5", "Lệnh về Điều 5 đứng sau lệnh về Điều 6"),
        ("AM102", "dieu-1.khoan-6", "Không thấy cụm từ “nghề rèn”"),
        ("AM103", "dieu-1.khoan-7", "Thấy 2 chỗ, đã làm ở mọi chỗ"),
        ("AM108", "dieu-1.khoan-8", "cùng tác động vào Điều 5"),
        ("AM102", "dieu-1.khoan-9", "không có Điều 40"),
        ("AM101", "dieu-1.khoan-10", "không đọc được thành lệnh"),
        ("AM112", "", "khoản 2 Điều 2 dẫn chiếu đến khoản 2 Điều 1"),
        ("AM115", "", "chỉ sau ngày ký 10 ngày"),
        ("AM111", "can-cu-1", "không còn"),
    ],
)
def test_each_planted_fault_is_told_with_its_place(
    code: str, place: str, told: str, findings: list[Finding]
) -> None:
    matching = [item for item in findings if item.code == code and item.place.address == place]

    assert any(told in item.message for item in matching), [
        (item.code, item.place.address, item.message) for item in findings
    ]


def test_a_draft_without_a_day_of_force_is_told() -> None:
    undated = read_commands(parse(reading(DRAFT.split("\nĐiều 2. Hiệu lực", maxsplit=1)[0], "dự thảo")))

    found = examine(undated, apply(parse(reading(DECREE, "gốc")), undated.operations))

    assert [item.code for item in found].count("AM109") == 1


def _files(folder: Path) -> tuple[str, str]:
    for name, text in (("goc.txt", DECREE), ("du-thao.txt", DRAFT)):
        (folder / name).write_text(text, "utf-8")
    return str(folder / "goc.txt"), str(folder / "du-thao.txt")


def test_a_draft_for_another_decree_is_refused_by_name(tmp_path: Path) -> None:
    original, draft = _files(tmp_path)
    Path(original).write_text(DECREE.replace("7/2020", "9/2020"), "utf-8")

    with pytest.raises(
        OtherInstrumentError, match=r"không sửa đổi 9/2020/NĐ-CP; dự thảo sửa đổi: 7/2020/NĐ-CP"
    ):
        amend.check(original, draft)


def test_a_text_without_commands_is_no_amending_draft(tmp_path: Path) -> None:
    original, _ = _files(tmp_path)

    with pytest.raises(NotAmendingError):
        amend.apply(original, original)


def test_a_sound_draft_has_no_finding() -> None:
    sound = DRAFT.split("Điều 1. Sửa đổi", maxsplit=1)[0].replace(
        "Căn cứ Luật Thử nghiệm số 1/2001/QH10;\n", ""
    ) + (
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2020/NĐ-CP\n"
        "1. Sửa đổi, bổ sung khoản 1 Điều 3 như sau:\n“1. Nộp hồ sơ trong 20 ngày.”.\n"
        "2. Bổ sung khoản 3 vào sau khoản 2 Điều 3 như sau:\n“3. Lưu hồ sơ.”.\n"
        "Điều 2. Hiệu lực thi hành\nNghị định này có hiệu lực thi hành từ ngày 01 tháng 12 năm 2026."
    )
    amendment = read_commands(parse(reading(sound, "dự thảo")))

    assert examine(amendment, apply(parse(reading(DECREE, "gốc")), amendment.operations), CATALOGUE) == ()
