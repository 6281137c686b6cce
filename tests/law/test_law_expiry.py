"""What ends with an instrument, and what may amend it."""

from __future__ import annotations

from datetime import date

import pytest

from kcdocs.law.amending import foreign, of_district, says_when_it_ends
from kcdocs.law.bases import Unfit, stands
from kcdocs.law.expiry import DETAILS_END, detailed_and_ended, last_day
from kcdocs.law.numbering import NoLabelError, follows, is_inserted, new_labels
from kcdocs.model.catalogue import Catalogue, Entry
from kcdocs.model.citation import Citation

NOW = date(2026, 1, 1)


def decree(until: date | None) -> Entry:
    return Entry(Citation("Nghị định", "9/2020/NĐ-CP", title="về làng nghề"), date(2020, 5, 1), until)


def circular(title: str) -> Entry:
    return Entry(Citation("Thông tư", "8/2020/TT-BCT", title=title), date(2020, 9, 1))


DETAILS = (
    "quy định chi tiết một số nội dung của Nghị định số 9/2020/NĐ-CP ngày 02 tháng 3 năm 2020 của Chính phủ"
)


@pytest.mark.parametrize(
    ("until", "title", "ends"),
    [
        (date(2025, 6, 30), DETAILS, True),
        (date(2025, 6, 29), DETAILS, False),
        (date(2025, 12, 31), DETAILS, True),
        (NOW, DETAILS, False),
        (None, DETAILS, False),
        (date(2025, 12, 31), "quy định về làng nghề theo Nghị định số 9/2020/NĐ-CP", False),
        (date(2025, 12, 31), DETAILS.replace("9/2020", "7/2020"), False),
        (date(2025, 12, 31), "quy định chi tiết Luật Làng nghề", False),
    ],
)
def test_a_text_that_details_an_ended_one_ends_with_it_from_july_2025(
    until: date | None, title: str, ends: bool
) -> None:
    """Law 64/2025/QH15, Article 57.2 as amended by Law 87/2025/QH15: first day without force counts."""
    ended = decree(until)
    known = Catalogue((ended, circular(title)))
    assert detailed_and_ended(circular(title), known, NOW) == (ended if ends else None)
    assert DETAILS_END.since == date(2025, 7, 1)


@pytest.mark.parametrize(
    ("until", "last"),
    [(None, date(2027, 2, 28)), (date(2028, 1, 1), date(2027, 2, 28)), (date(2026, 1, 1), date(2026, 1, 1))],
)
def test_a_text_of_a_district_ends_with_february_2027_at_the_latest(until: date | None, last: date) -> None:
    """Law 87/2025/QH15, Article 3."""
    citation = Citation("Quyết định", "1/2020/QĐ-UBND", issuer="Ủy ban nhân dân huyện Ba Bể")
    entry = Entry(citation, date(2020, 1, 1), until)
    assert last_day(entry) == last
    assert stands(entry, signed=date(2027, 3, 1), effective=None).why is Unfit.ENDED


def test_the_last_day_of_any_other_text_is_the_catalogues() -> None:
    assert last_day(decree(None)) is None
    assert last_day(decree(NOW)) == NOW


@pytest.mark.parametrize(
    ("own", "amended", "day", "issuer"),
    [
        ("1/2026/TT-BCT", "1/2020/NĐ-CP", NOW, "chinh-phu"),
        ("1/2026/NĐ-CP", "1/2020/QĐ-TTg", NOW, "thu-tuong"),
        ("1/2026/NĐ-CP", "1/2020/NĐ-CP", NOW, None),
        ("1/2026/TT-BTC", "1/2020/TT-BKHĐT", NOW, None),
        ("1/2025/TT-BCT", "1/2020/NĐ-CP", date(2025, 3, 31), None),
        ("1/2026/TT-BCT", "57-ABC", NOW, None),
        ("", "1/2020/NĐ-CP", NOW, None),
    ],
)
def test_a_text_is_amended_by_its_own_issuer(own: str, amended: str, day: date, issuer: str | None) -> None:
    """Law 64/2025/QH15, Article 8.1; which ministry took over from which is not asked."""
    found = foreign(Citation(number=own), Citation(number=amended), day)
    assert (found.key if found else None) == issuer


def test_a_text_of_a_district_is_one_of_a_level_that_is_gone_only_from_july_2025() -> None:
    district = Citation(issuer="Hội đồng nhân dân quận Ba Đình")
    assert not of_district(district, date(2025, 6, 30))
    assert of_district(district, date(2025, 7, 1))
    assert not of_district(Citation(issuer="Hội đồng nhân dân phường Ba Đình"), NOW)
    assert not of_district(Citation(), NOW)


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("Ngưng hiệu lực Điều 4 từ ngày 01 tháng 7 năm 2026 đến hết ngày 31 tháng 12 năm 2026", True),
        ("Ngưng hiệu lực Điều 4 đến ngày 31/12/2026", True),
        ("Ngưng hiệu lực Điều 4 từ ngày 01 tháng 7 năm 2026", False),
        ("Ngưng hiệu lực Điều 4 đến khi có quy định mới", False),
    ],
)
def test_a_suspension_says_its_end_where_it_names_the_day(words: str, ends: bool) -> None:
    assert says_when_it_ends(words) is ends


@pytest.mark.parametrize(
    ("after", "label", "fits"),
    [("5", "5a", True), ("5", "6", True), ("5a", "5b", True), ("d", "d1", True), ("5", "5b", False)],
)
def test_what_is_inserted_is_numbered_by_its_neighbour(after: str, label: str, fits: bool) -> None:
    """Decree 78/2025/NĐ-CP, Articles 66 and 69."""
    assert follows(after, label) is fits


def test_an_inserted_label_is_a_number_with_a_letter_or_a_letter_with_a_number() -> None:
    assert [is_inserted(label) for label in ("5a", "d1", "IIa", "5", "đ", "II", "thứ nhất", "không")] == [
        *[True] * 3,
        *[False] * 5,
    ]


@pytest.mark.parametrize(
    ("siblings", "after", "count", "labels"),
    [
        (("1", "2", "3"), "2", 2, ["2a", "2b"]),
        (("1", "2", "3"), "3", 2, ["4", "5"]),
        (("a", "b"), "a", 2, ["a1", "a2"]),
        (("a", "b"), "b", 1, ["c"]),
        (("I", "II"), "I", 1, ["Ia"]),
    ],
)
def test_new_provisions_take_the_labels_that_renumber_nothing(
    siblings: tuple[str, ...], after: str, count: int, labels: list[str]
) -> None:
    assert new_labels(siblings, after, count) == labels


@pytest.mark.parametrize(
    ("siblings", "after"),
    [(("1", "2"), None), (("1", "1a", "2"), "1"), (("x", "y"), "y"), (("chữ", "2"), "chữ")],
)
def test_where_no_label_fits_none_is_invented(siblings: tuple[str, ...], after: str | None) -> None:
    """At the head of the parent, where an insertion is in the way, and behind "y", whose heir is not known."""
    with pytest.raises(NoLabelError):
        new_labels(siblings, after, 1)
