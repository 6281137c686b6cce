"""Numbers and symbols: whole or not at all, and what their symbol tells."""

from __future__ import annotations

import pytest

from kcdocs.law import numbers
from kcdocs.parse.citations import citation, find_citations
from kcdocs.parse.errors import NoCitationError


@pytest.mark.parametrize(
    ("header", "number"),
    [
        ("Số: 66.18/2026/NQ-CP", "66.18/2026/NQ-CP"),
        ("Số: 05/2030/TT-BCT", "05/2030/TT-BCT"),
        ("Số : 12 / 2030 / TT- BCT", "12/2030/TT-BCT"),
        ("Luật số: 87/2031/QH17", "87/2031/QH17"),
        ("Số: 15-NQ/ĐUB", "15-NQ/ĐUB"),
        ("Số: 1.2.3/2026/NQ-CP", ""),
        ("QCVN 04:2031/BCT", ""),
        ("Xem 1.2.3/2026/NQ-CP", ""),
    ],
)
def test_a_header_gives_its_number_whole_or_none(header: str, number: str) -> None:
    assert numbers.number_in(header) == number


@pytest.mark.parametrize(
    ("number", "type_"),
    [
        ("203/2025/QH15", ""),
        ("12/2031/UBTVQH17", ""),
        ("66.18/2026/NQ-CP", "Nghị quyết"),
        ("61/2031/QĐ-CTUBND", "Quyết định"),
        ("12/CĐ-TTg", "Công điện"),
        ("5/TTr-BCT", "Tờ trình"),
        ("5/CTr-BCT", "Chương trình"),
        ("9/QyĐ-BCT", "Quy định"),
        ("7/2013/TTLT-BCT-BTC", "Thông tư liên tịch"),
        ("57-NQ/TW", "Nghị quyết"),
        ("49-KL/TW", "Kết luận"),
        ("08-QĐ/TW", ""),
        ("60-CP", "Nghị định"),
        ("1121-TTg", "Quyết định"),
        ("12-LCT/HĐNN8", "Luật"),
        ("12/BCT-ĐCK", ""),
    ],
)
def test_a_symbol_tells_its_type_or_none(number: str, type_: str) -> None:
    assert citation(number).type == type_


def test_a_party_number_is_no_legal_instruments() -> None:
    assert numbers.is_party("57-NQ/TW")
    assert not numbers.is_party("57/NQ-CP")


def test_a_number_with_a_dot_is_cited_whole() -> None:
    text = "Căn cứ Nghị quyết số 66.18/2026/NQ-CP ngày 02 tháng 02 năm 2026 của Chính phủ;"
    (cited,) = find_citations(text)
    assert cited.citation is not None
    assert (cited.citation.number, cited.citation.issuer) == ("66.18/2026/NQ-CP", "Chính phủ")


def test_a_party_number_is_cited_in_a_text() -> None:
    (cited,) = find_citations("Thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2030 của Bộ Chính trị;")
    assert cited.citation is not None
    assert (cited.citation.number, cited.citation.issuer) == ("57-NQ/TW", "Bộ Chính trị")


def test_a_number_that_is_not_understood_is_not_read_from_its_middle() -> None:
    with pytest.raises(NoCitationError):
        citation("1.2.18/2026/NQ-CP")
    assert not find_citations("Nghị quyết số 1.2.18/2026/NQ-CP")
