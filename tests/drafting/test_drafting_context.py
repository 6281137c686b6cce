"""What templates see: bases cited and checked, numbered provisions."""

from __future__ import annotations

from datetime import date

import pytest

from kcdocs.drafting import cited, provisions
from kcdocs.drafting.basis_fitness import fitness
from kcdocs.drafting.effect import effect_findings
from kcdocs.model.catalogue import Catalogue, DocumentClass, Entry
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Place, Severity
from kcdocs.model.record import Record
from kcdocs.records.values import texts_of

DAY = date(2025, 10, 20)
DECREE = Entry(
    Citation("Nghị định", "45/2012/NĐ-CP", date(2012, 5, 21), "Chính phủ", "về khuyến công"),
    in_force_from=date(2012, 7, 5),
)
OLD = Entry(
    Citation("Nghị định", "96/2022/NĐ-CP", date(2022, 11, 29), "Chính phủ", "về tổ chức"),
    in_force_from=date(2022, 12, 1),
    in_force_to=date(2025, 2, 28),
    replaced_by=("40/2025/NĐ-CP",),
)
NEW = Entry(
    Citation("Nghị định", "40/2025/NĐ-CP", date(2025, 2, 26), "Chính phủ", "về tổ chức"),
    in_force_from=date(2025, 3, 1),
)
KNOWN = Catalogue((DECREE, OLD, NEW))


def test_bases_are_named_in_order_and_words_are_kept_with_a_note() -> None:
    fields = {"can_cu": ["45/2012/NĐ-CP", "Kết luận của Bộ trưởng", "40/2025/NĐ-CP"]}

    found = cited.legal_bases_of(fields, Record(fields), KNOWN, DocumentClass.ADMINISTRATIVE, DAY)

    assert found.sentences == (
        "Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công",
        "Nghị định số 40/2025/NĐ-CP ngày 26 tháng 02 năm 2025 của Chính phủ về tổ chức",
        "Kết luận của Bộ trưởng",
    )
    assert [(item.code, item.severity) for item in found.findings] == [("TP331", Severity.NOTE)]


def test_a_basis_no_longer_in_force_is_an_error_that_names_its_successor() -> None:
    fields = {"can_cu": ["96/2022/NĐ-CP"]}

    found = cited.legal_bases_of(fields, Record(fields), KNOWN, DocumentClass.ADMINISTRATIVE, DAY)

    (finding,) = found.findings
    assert finding.severity is Severity.ERROR
    assert finding.place.field == "can_cu[1]"
    assert "40/2025/NĐ-CP" in f"{finding.message} {finding.expected} {finding.mend}"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Nghị định số 96/2022/NĐ-CP ngày 29/11/2022 của Chính phủ về tổ chức", "DC303"),
        ("Nghị định số 45/2012/NĐ-CP về khuyến công, được sửa đổi", ""),
        ("Nghị định về tổ chức ngày 29 tháng 11 năm 2022", "DC303"),
        ("Nghị định về tổ chức", "TP331"),
    ],
)
def test_an_instrument_that_whole_words_name_is_checked_like_its_number(words: str, code: str) -> None:
    fields = {"can_cu": [words]}

    found = cited.legal_bases_of(fields, Record(fields), KNOWN, DocumentClass.ADMINISTRATIVE, DAY)

    assert found.sentences == (words,)
    assert [item.code for item in found.findings] == ([code] if code else [])


def test_a_basis_that_an_offices_own_set_has_as_one_text_is_one_basis() -> None:
    fields = {"can_cu": "Kế hoạch năm 2026", "thay_the": "45/2012/NĐ-CP"}

    found = cited.legal_bases_of(fields, Record(fields), KNOWN, DocumentClass.ADMINISTRATIVE, DAY)
    replaced = cited.replaced_by(fields, Record(fields), KNOWN, DocumentClass.ADMINISTRATIVE, DAY)

    assert found.sentences == ("Kế hoạch năm 2026",)
    assert [item.code for item in found.findings] == ["TP331"]
    assert replaced.entries == (DECREE,)
    assert texts_of(None) == texts_of("") == []


def test_of_an_instrument_that_is_not_known_its_own_words_tell_the_rank() -> None:
    fields = {"can_cu": ["Thông tư số 991/2013/TT-BCT ngày 05/3/2013 về chợ phiên", "Công văn về chợ"]}
    found = cited.legal_bases_of(fields, Record(fields), KNOWN, DocumentClass.LEGAL, DAY)

    own = Citation("Nghị định", "1/NĐ-CP", DAY, "Chính phủ")
    told = [one.found for one in fitness(found, (), own, KNOWN, Place()) if one.code == "TP358"]

    assert told == ["991/2013/TT-BCT"]


def test_a_replaced_instrument_must_be_known() -> None:
    fields = {"thay_the": ["45/2012/NĐ-CP", "1/2000/TT-X"]}

    found = cited.replaced_by(fields, Record(fields), KNOWN, DocumentClass.LEGAL, DAY)

    assert found.sentences == ("Nghị định số 45/2012/NĐ-CP của Chính phủ về khuyến công",)
    assert [(item.code, item.place.field) for item in found.findings] == [("TP332", "thay_the[2]")]


def test_articles_are_numbered_through_all_chapters_and_points_by_the_vietnamese_alphabet() -> None:
    clause = {"noi_dung": "x", "diem": ["1", "2", "3", "4", "5"]}
    data = [
        {"ten": "A", "dieu": [{"ten": "một", "doan": [], "khoan": []}]},
        {"ten": "B", "dieu": [{"ten": "hai", "doan": [], "khoan": [clause, {"noi_dung": "y", "diem": []}]}]},
    ]

    chapters = provisions.chapters(data)

    assert [chapter["so"] for chapter in chapters] == ["I", "II"]
    assert [article["so"] for chapter in chapters for article in chapter["dieu"]] == [1, 2]
    clauses = chapters[1]["dieu"][0]["khoan"]
    assert [item["so"] for item in clauses] == [1, 2]
    assert [point["nhan"] for point in clauses[0]["diem"]] == ["a", "b", "c", "d", "đ"]
    assert (provisions.next_chapter(data), provisions.next_article(data)) == ("III", 3)


def test_one_annex_bears_no_number_and_several_bear_roman_ones() -> None:
    assert [item["nhan"] for item in provisions.annexes([{"ten": "a"}])] == ["Phụ lục"]
    assert [item["nhan"] for item in provisions.annexes([{"ten": "a"}, {"ten": "b"}])] == [
        "Phụ lục I",
        "Phụ lục II",
    ]


@pytest.mark.parametrize(
    ("effect", "told"),
    [
        (date(2025, 12, 4), []),
        (date(2025, 12, 3), [("TP335", Severity.WARNING)]),
        (date(2025, 10, 20), [("TP335", Severity.WARNING)]),
        (date(2025, 10, 19), [("TP334", Severity.WARNING)]),
    ],
)
def test_effect_comes_45_days_after_signing_or_is_told(
    effect: date, told: list[tuple[str, Severity]]
) -> None:
    fields = {"ngay_hieu_luc": effect}

    found = effect_findings(fields, Record(fields), DAY, legal=True)

    assert [(item.code, item.severity) for item in found] == told


@pytest.mark.parametrize(
    ("issuer", "number", "severity"),
    [
        ("Ủy ban nhân dân xã Tân Tiến", "QĐ-UBND", Severity.ERROR),
        ("Ủy ban nhân dân tỉnh Lào Cai", "QĐ-CTUBND", Severity.ERROR),
        ("Ủy ban nhân dân tỉnh Lào Cai", "QĐ-UBND", Severity.WARNING),
        ("Bộ Công Thương", "TT-BCT", Severity.WARNING),
    ],
)
def test_effect_before_signing_is_refused_where_the_law_never_allows_it(
    issuer: str, number: str, severity: Severity
) -> None:
    """Law 64/2025/QH15, Article 55, as amended by Law 87/2025/QH15, from 1 July 2025."""
    fields = {"ngay_hieu_luc": date(2025, 10, 19), "ky_hieu": number, "co_quan": {"ten": issuer}}

    (found,) = effect_findings(fields, Record(fields), DAY, legal=True)

    assert (found.code, found.severity) == ("TP334", severity)


def test_the_law_a_document_is_drawn_up_under_is_named_by_its_date_and_must_be_known() -> None:
    found = cited.law_of("40/2025/NĐ-CP", KNOWN, DocumentClass.ADMINISTRATIVE, DAY)

    assert found.sentences == (
        "Nghị định số 40/2025/NĐ-CP ngày 26 tháng 02 năm 2025 của Chính phủ về tổ chức",
    )
    assert cited.law_of("", KNOWN, DocumentClass.ADMINISTRATIVE, DAY) == cited.CitedInstruments()
    unknown = cited.law_of("1/1999/QH10", KNOWN, DocumentClass.ADMINISTRATIVE, DAY)
    assert [(item.code, item.severity) for item in unknown.findings] == [("TP332", Severity.ERROR)]
