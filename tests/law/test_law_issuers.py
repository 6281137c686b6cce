"""Who issues: whole names, kinds and levels."""

from __future__ import annotations

import pytest

from kcdocs.law.issuers import Level, issuer_of, level_of
from kcdocs.model.catalogue import Catalogue, Institution, Title
from kcdocs.model.citation import Citation
from kcdocs.parse.citations import find_citations


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
