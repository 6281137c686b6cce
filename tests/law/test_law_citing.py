"""Citation sentences take the form that the document's class and date require."""

from __future__ import annotations

from datetime import date

import pytest

from kcdocs.law.citing import by_rank, sentence, short
from kcdocs.model.catalogue import DocumentClass, Entry
from kcdocs.model.citation import Citation

ADMINISTRATIVE, LEGAL = DocumentClass.ADMINISTRATIVE, DocumentClass.LEGAL

LAW = Entry(Citation("Luật", "63/2025/QH15", date(2025, 2, 18), "Quốc hội", "Tổ chức Chính phủ"))
OLD_LAW = Entry(Citation("Luật", "76/2015/QH13", date(2015, 6, 19), "Quốc hội", "Tổ chức Chính phủ"))
AMENDING_LAW = Entry(
    Citation("Luật", "47/2019/QH14", date(2019, 11, 22), "Quốc hội", "sửa đổi Luật Tổ chức Chính phủ")
)
DECREE = Entry(Citation("Nghị định", "45/2012/NĐ-CP", date(2012, 5, 21), "Chính phủ", "về khuyến công"))
FIRST = Entry(Citation("Nghị định", "109/2025/NĐ-CP", date(2025, 5, 20), "Chính phủ", "về việc một"))
SECOND = Entry(Citation("Nghị định", "193/2025/NĐ-CP", date(2025, 7, 2), "Chính phủ", "về việc hai"))
THIRD = Entry(Citation("Nghị định", "235/2025/NĐ-CP", date(2025, 8, 27), "Chính phủ", "về việc ba"))

LAST_OLD, FIRST_NEW = date(2025, 6, 30), date(2025, 7, 1)


@pytest.mark.parametrize(
    ("document", "day"),
    [(ADMINISTRATIVE, date(2024, 12, 27)), (ADMINISTRATIVE, date(2026, 11, 22)), (LEGAL, LAST_OLD)],
)
def test_a_law_is_named_by_date_in_administrative_documents_and_older_legal_instruments(document, day):
    assert sentence(LAW, document=document, day=day) == "Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025"


def test_a_law_is_named_by_number_in_a_legal_instrument_from_july_2025_on():
    assert sentence(LAW, document=LEGAL, day=FIRST_NEW) == "Luật Tổ chức Chính phủ số 63/2025/QH15"


def test_a_decree_is_named_with_number_date_issuer_and_title_in_an_administrative_document():
    assert (
        sentence(DECREE, document=ADMINISTRATIVE, day=date(2026, 1, 5))
        == "Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công"
    )


def test_a_decree_is_named_without_date_in_a_legal_instrument_from_july_2025_on():
    assert (
        sentence(DECREE, document=LEGAL, day=FIRST_NEW)
        == "Nghị định số 45/2012/NĐ-CP của Chính phủ về khuyến công"
    )
    assert " ngày 21 tháng 5 năm 2012 " in sentence(DECREE, document=LEGAL, day=LAST_OLD)


def test_what_amends_a_law_is_named_as_laws_are_named():
    by_date = sentence(OLD_LAW, document=ADMINISTRATIVE, day=date(2024, 12, 27), amendments=[AMENDING_LAW])
    assert by_date == (
        "Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015 được sửa đổi, bổ sung bởi"
        " Luật sửa đổi Luật Tổ chức Chính phủ ngày 22 tháng 11 năm 2019"
    )
    by_number = sentence(OLD_LAW, document=LEGAL, day=FIRST_NEW, amendments=[AMENDING_LAW])
    assert by_number == (
        "Luật Tổ chức Chính phủ số 76/2015/QH13 được sửa đổi, bổ sung bởi Luật số 47/2019/QH14"
    )


def test_two_and_three_amendments_are_listed_with_a_last_and():
    two = sentence(DECREE, document=LEGAL, day=FIRST_NEW, amendments=[FIRST, SECOND])
    assert two.endswith(
        "về khuyến công, được sửa đổi, bổ sung bởi Nghị định số 109/2025/NĐ-CP và Nghị định số 193/2025/NĐ-CP"
    )
    three = sentence(DECREE, document=ADMINISTRATIVE, day=FIRST_NEW, amendments=[FIRST, SECOND, THIRD])
    assert three.endswith(
        "bởi Nghị định số 109/2025/NĐ-CP ngày 20 tháng 5 năm 2025 của Chính phủ,"
        " Nghị định số 193/2025/NĐ-CP ngày 02 tháng 7 năm 2025 của Chính phủ"
        " và Nghị định số 235/2025/NĐ-CP ngày 27 tháng 8 năm 2025 của Chính phủ"
    )


def test_an_instrument_named_again_is_named_shortly():
    assert short(LAW.citation) == "Luật Tổ chức Chính phủ"
    assert short(DECREE.citation) == "Nghị định số 45/2012/NĐ-CP"


def _entry(kind: str, issuer: str, issued: date, *, authority: bool = False) -> Entry:
    return Entry(Citation(kind, f"{issued}", issued, issuer, "x"), authority=authority)


def test_bases_stand_by_rank_then_powers_then_date():
    circular = _entry("Thông tư", "Bộ trưởng Bộ Công Thương", date(2001, 1, 1))
    prime_minister = _entry("Quyết định", "Thủ tướng Chính phủ", date(2002, 1, 1))
    powers = _entry("Nghị định", "Chính phủ", date(2025, 1, 1), authority=True)
    old_decree = _entry("Nghị định", "Chính phủ", date(2012, 1, 1))
    resolution = _entry("Nghị quyết", "Chính phủ", date(2013, 1, 1))
    ordinance = _entry("Pháp lệnh", "Ủy ban Thường vụ Quốc hội", date(2012, 1, 1))
    law = _entry("Luật", "Quốc hội", date(2018, 1, 1))
    government = _entry("Luật", "Quốc hội", date(2025, 1, 1), authority=True)
    letter = _entry("Công văn", "Bộ Công Thương", date(1999, 1, 1))
    expected = [government, law, ordinance, powers, old_decree, resolution, prime_minister, circular, letter]
    assert by_rank(sorted(expected, key=lambda entry: entry.citation.number), date(2026, 1, 5)) == expected
