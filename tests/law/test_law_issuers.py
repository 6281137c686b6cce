"""Who issues: whole names, kinds and levels."""

from __future__ import annotations

import pytest

from kcdocs.law.issuers import Level, issuer_of, level_of, named_issuer, symbol
from kcdocs.model.catalogue import Catalogue, Institution, Title
from kcdocs.model.citation import Citation
from kcdocs.parse.citations import find_citations
from kcdocs.parse.rules.front import is_enacting, is_issuer


@pytest.mark.parametrize(
    "issuer",
    [
        "Bộ trưởng Bộ Khoa học và Công nghệ",
        "Bộ trưởng Bộ Giao thông vận tải",
        "Bộ trưởng Bộ Y tế",
        "Bộ trưởng Bộ Công Thương",
        "Bộ Lao động - Thương binh và Xã hội",
        "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch",
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        "Thống đốc Ngân hàng Nhà nước Việt Nam",
        "Tổng Thanh tra Chính phủ",
        "Tổng Kiểm toán nhà nước",
        "Chánh án Tòa án nhân dân tối cao",
        "Viện trưởng Viện kiểm sát nhân dân tối cao",
        "Chủ tịch nước",
        "Ủy ban thường vụ Quốc hội",
        "Ủy ban nhân dân tỉnh Lào Cai",
        "Chủ tịch Ủy ban nhân dân thành phố Hồ Chí Minh",
        "Hội đồng nhân dân phường Tân Tiến",
        "Ủy ban nhân dân đặc khu Phú Quốc",
        "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
    ],
)
def test_an_issuers_name_is_read_whole_and_no_further(issuer: str) -> None:
    (cited,) = find_citations(
        f"Thông tư số 12/2030/TT-X ngày 01 tháng 02 năm 2030 của {issuer} quy định về nghề"
    )
    assert cited.citation is not None
    assert cited.citation.issuer == issuer


def test_names_of_the_catalogue_are_known_too() -> None:
    catalogue = Catalogue((), (Institution("bo-nghe", (Title("Bộ Làng nghề và Khéo tay"),)),))
    text = "Thông tư số 12/2030/TT-BLN của Bộ trưởng Bộ Làng nghề và Khéo tay quy định"
    (cited,) = find_citations(text, catalogue=catalogue)
    assert cited.citation is not None
    assert cited.citation.issuer == "Bộ trưởng Bộ Làng nghề và Khéo tay"


@pytest.mark.parametrize(
    ("citation", "key", "level"),
    [
        (Citation("Nghị định", "1/2030/NĐ-CP"), "chinh-phu", Level.CENTRAL),
        (Citation("Nghị quyết", "1/2030/QH17"), "quoc-hoi", Level.CENTRAL),
        (Citation("Nghị quyết", "1/NQ-UBTVQH17"), "uy-ban-thuong-vu-quoc-hoi", Level.CENTRAL),
        (Citation("Thông tư", "1/2030/TT-BCT"), "bo-truong", Level.CENTRAL),
        (Citation("Quyết định", "1/2030/QĐ-UBND"), "uy-ban-tinh", Level.PROVINCE),
        (Citation("Quyết định", "1/2030/QĐ-CTUBND"), "chu-tich-tinh", Level.PROVINCE),
        (Citation("", "1/QĐ-UBND", issuer="Ủy ban nhân dân xã Tân Tiến"), "uy-ban-xa", Level.COMMUNE),
        (Citation("", issuer="Uỷ ban nhân dân huyện Ba Bể"), "uy-ban-huyen", Level.DISTRICT),
        (Citation("", issuer="Ủy ban thường vụ Quốc hội"), "uy-ban-thuong-vu-quoc-hoi", Level.CENTRAL),
    ],
)
def test_the_kind_of_issuer_is_told_by_name_or_number(citation: Citation, key: str, level: Level) -> None:
    found = issuer_of(citation)
    assert found is not None
    assert (found.key, level_of(citation)) == (key, level)


@pytest.mark.parametrize(
    ("type_", "body", "issuer"),
    [
        ("Thông tư", "Bộ Y tế", "Bộ trưởng Bộ Y tế"),
        ("Thông tư", "Văn phòng Chính phủ", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"),
        ("Thông tư", "Ngân hàng Nhà nước Việt Nam", "Thống đốc Ngân hàng Nhà nước Việt Nam"),
        ("Thông tư", "Thanh tra Chính phủ", "Tổng Thanh tra Chính phủ"),
        ("Thông tư", "Kiểm toán nhà nước", "Tổng Kiểm toán nhà nước"),
        ("Thông tư", "Tòa án nhân dân tối cao", "Chánh án Tòa án nhân dân tối cao"),
        ("Thông tư", "CƠ QUAN LẠ", "CƠ QUAN LẠ"),
        ("Thông tư liên tịch", "Bộ Y tế", "Bộ Y tế"),
        ("Nghị định", "Chính phủ", "Chính phủ"),
    ],
)
def test_a_circular_is_issued_by_the_head_of_the_body_that_its_header_names(
    type_: str, body: str, issuer: str
) -> None:
    """Source: the gazette, 2 205 of 2 437 lines that name a circular."""
    assert named_issuer(type_, body) == issuer


@pytest.mark.parametrize(
    "text",
    [
        "Vụ trưởng Vụ Pháp chế ban hành Quy chế làm việc",
        "Hiệu trưởng Trường A quyết định",
        "Uỷ ban thường vụ Quốc hội ban hành Pháp lệnh",
        "Đoàn Chủ tịch Ủy ban Trung ương ban hành",
        "Thống đốc Ngân hàng Nhà nước Việt Nam ban hành Thông tư",
        "Liên Bộ Tài chính và Công Thương ban hành",
    ],
)
def test_whoever_issues_is_known_where_he_enacts(text: str) -> None:
    assert is_enacting(text)


@pytest.mark.parametrize(
    "name", ["VỤ TRƯỞNG VỤ PHÁP CHẾ", "UỶ BAN NHÂN DÂN TỈNH A", "TỔNG KIỂM TOÁN NHÀ NƯỚC"]
)
def test_whoever_issues_is_known_in_a_line_of_capitals(name: str) -> None:
    assert is_issuer(name)


def test_the_symbol_of_a_new_instrument_follows_from_type_and_issuer() -> None:
    government = issuer_of(Citation("Nghị định", "60-CP"))
    assert government is not None
    assert symbol("Nghị định", government) == "NĐ-CP"
