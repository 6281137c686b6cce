"""Dated rules: each value with the law it comes from."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from kcdocs.law import signing
from kcdocs.law.bases import Unfit, high_enough, stands
from kcdocs.law.citing import sentence
from kcdocs.law.effect import Early, breach, term
from kcdocs.law.issuers import Level, issuer_of
from kcdocs.law.ranks import PERIODS, legal_rank
from kcdocs.law.rule import Certainty, Rule
from kcdocs.law.signing import Paper, Signature, Wrong, deputy_of, faults
from kcdocs.model.catalogue import DocumentClass, Entry
from kcdocs.model.citation import Citation

_2012, _2020 = date(2012, 1, 1), date(2020, 1, 1)
_MAY_2025, _NOW = date(2025, 5, 1), date(2026, 11, 1)


@pytest.mark.parametrize(
    ("citation", "places"),
    [
        # Law 80/2015 | Law 64/2025 as passed | as changed by Law 87/2025
        (Citation("Hiến pháp"), (1, 1, 1)),
        (Citation("Luật", "1/2030/QH17"), (2, 2, 2)),
        (Citation("Nghị quyết", "1/2030/QH17"), (2, 2, 2)),
        (Citation("Nghị quyết", "1/2030/UBTVQH17"), (3, 3, 3)),
        (Citation("Nghị quyết", issuer="Ủy ban thường vụ Quốc hội"), (3, 3, 3)),
        (Citation("Lệnh", "1/2030/L-CTN"), (4, 4, 4)),
        (Citation("Nghị định", "1/2030/NĐ-CP"), (5, 5, 5)),
        (Citation("Nghị quyết", "66.18/2026/NQ-CP"), (None, 5, 5)),
        (Citation("Quyết định", "1/2030/QĐ-TTg"), (6, 6, 6)),
        (Citation("Chỉ thị", "1/CT-TTg"), (None, None, None)),
        (Citation("Nghị quyết", "1/2030/NQ-HĐTP"), (7, 7, 7)),
        (Citation("Thông tư", "1/2030/TT-BCT"), (8, 8, 8)),
        (Citation("Quyết định", "1/2030/QĐ-KTNN"), (8, None, None)),
        (Citation("Thông tư liên tịch", "1/2030/TTLT-A-B"), (8, 9, 9)),
        (Citation("Nghị quyết", "1/2030/NQ-HĐND"), (9, 10, 10)),
        (Citation("Quyết định", "1/2030/QĐ-UBND"), (10, 11, 11)),
        (Citation("Quyết định", "1/2030/QĐ-CTUBND"), (None, None, 12)),
        (Citation("Quyết định", issuer="Ủy ban nhân dân huyện Ba Bể"), (13, 14, None)),
        (Citation("Nghị quyết", issuer="Hội đồng nhân dân xã Tân Tiến"), (14, None, 14)),
        (Citation("Quyết định", "1/QĐ-BCT"), (None, None, None)),
        (Citation("Nghị quyết", "57-NQ/TW"), (None, None, None)),
        (Citation("Công văn", "12/BCT-ĐCK"), (None, None, None)),
    ],
)
def test_a_rank_is_that_of_its_day(citation: Citation, places: tuple[int | None, ...]) -> None:
    assert tuple(legal_rank(citation, day).place for day in (_2020, _MAY_2025, _NOW)) == places


def test_a_rank_of_a_law_that_was_not_read_is_open_though_the_text_is_legal() -> None:
    found = legal_rank(Citation("Nghị định", "1/2010/NĐ-CP"), _2012)
    assert (found.legal, found.place, found.rule.certainty) == (True, None, Certainty.GENERAL)


def test_periods_follow_one_another_without_a_gap() -> None:
    for earlier, later in pairwise(PERIODS):
        assert earlier.until is not None
        assert later.since is not None
        assert (later.since - earlier.until).days == 1


@pytest.mark.parametrize(
    ("level", "signed", "days"),
    [
        (Level.CENTRAL, date(2025, 4, 1), 45),
        (Level.PROVINCE, date(2025, 4, 1), 10),
        (Level.COMMUNE, date(2026, 1, 1), 10),
        (Level.CENTRAL, date(2025, 3, 31), 45),
        (Level.PROVINCE, date(2025, 3, 31), 10),
        (Level.COMMUNE, date(2025, 3, 31), 7),
    ],
)
def test_the_least_time_to_effect_is_that_of_level_and_day(level: Level, signed: date, days: int) -> None:
    found = term(level, signed)
    assert found is not None
    assert found.days == days
    assert found.rule.holds(signed)


def _signed(issuer: str, day: date, number: str = "") -> Citation:
    return Citation(number=number, issued=day, issuer=issuer)


def test_before_any_known_law_no_time_is_asked_for() -> None:
    assert term(Level.CENTRAL, date(1990, 1, 1)) is None
    assert breach(_signed("Chính phủ", date(1990, 1, 1)), date(1990, 1, 1)) is None
    assert breach(Citation(issuer="Chính phủ"), date(1990, 1, 1)) is None


@pytest.mark.parametrize(
    ("issuer", "effective", "how"),
    [
        ("Chính phủ", date(2026, 4, 15), None),
        ("Chính phủ", date(2026, 4, 14), Early.TOO_SOON),
        ("Chính phủ", date(2026, 3, 1), Early.TOO_SOON),
        ("Chính phủ", date(2026, 2, 28), Early.BEFORE_SIGNING),
        ("Bộ Công Thương", date(2026, 2, 28), Early.BEFORE_SIGNING),
        ("Hội đồng nhân dân tỉnh Lào Cai", date(2026, 3, 11), None),
        ("Hội đồng nhân dân tỉnh Lào Cai", date(2026, 3, 10), Early.TOO_SOON),
        ("Hội đồng nhân dân tỉnh Lào Cai", date(2026, 2, 28), Early.BEFORE_SIGNING),
        ("Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", date(2026, 2, 28), Early.FORBIDDEN),
        ("Hội đồng nhân dân xã Tân Tiến", date(2026, 2, 28), Early.FORBIDDEN),
        ("Ủy ban nhân dân phường Tân Tiến", date(2026, 2, 28), Early.FORBIDDEN),
        ("", date(2026, 2, 28), Early.BEFORE_SIGNING),
    ],
)
def test_a_day_of_effect_too_early_is_told_with_its_law(
    issuer: str, effective: date, how: Early | None
) -> None:
    found = breach(_signed(issuer, date(2026, 3, 1)), effective)
    assert (found.how if found else None) is how
    assert found is None or "64/2025/QH15" in found.rule.source


@pytest.mark.parametrize(
    ("issuer", "signed", "how", "source", "refused"),
    [
        ("Chính phủ", date(2008, 12, 31), Early.BEFORE_SIGNING, "năm 1996", False),
        ("Chính phủ", date(2016, 6, 30), Early.BEFORE_SIGNING, "17/2008/QH12, Điều 79", False),
        ("Chính phủ", date(2025, 3, 31), Early.BEFORE_SIGNING, "80/2015/QH13, Điều 152", False),
        ("Chính phủ", date(2025, 4, 1), Early.BEFORE_SIGNING, "64/2025/QH15, Điều 55", False),
        ("Ủy ban nhân dân huyện Ba Bể", date(2025, 6, 30), Early.FORBIDDEN, "khoản 3 Điều 55", False),
        ("Ủy ban nhân dân xã Tân Tiến", date(2025, 7, 1), Early.FORBIDDEN, "87/2025/QH15", True),
    ],
)
def test_effect_before_signing_is_held_against_the_law_of_its_day_and_refused_only_where_that_was_read(
    issuer: str, signed: date, how: Early, source: str, refused: bool
) -> None:
    found = breach(_signed(issuer, signed), date(1999, 1, 1))
    assert found is not None
    assert (found.how, found.rule.may_refuse) == (how, refused)
    assert source in found.rule.source


@pytest.mark.parametrize(
    ("issuer", "number", "key"),
    [
        ("Ủy ban nhân dân tỉnh Lào Cai", "5/2026/QĐ-CTUBND", "chu-tich-tinh"),
        ("Ủy ban nhân dân tỉnh Lào Cai", "5/2026/QĐ-UBND", "uy-ban-tinh"),
        ("Ủy ban nhân dân xã Tân Tiến", "5/2026/QĐ-UBND", "uy-ban-xa"),
        ("Chính phủ", "5/2026/NĐ-CP", "chinh-phu"),
        ("Bộ Công Thương", "5/2026/TT-BCT", "bo-truong"),
    ],
)
def test_a_number_tells_the_officer_whose_body_the_header_names(issuer: str, number: str, key: str) -> None:
    found = issuer_of(Citation(number=number, issuer=issuer))
    assert found is not None
    assert found.key == key


def _base(begins: date, issued: date, until: date | None = None, unverified: tuple[str, ...] = ()) -> Entry:
    citation = Citation("Nghị định", "1/2031/NĐ-CP", issued, "Chính phủ", "về nghề")
    return Entry(citation, begins, until, unverified=unverified)


@pytest.mark.parametrize(
    ("base", "effective", "why"),
    [
        (_base(date(2031, 7, 1), date(2031, 6, 12)), date(2031, 7, 1), None),
        (_base(date(2031, 7, 2), date(2031, 6, 12)), date(2031, 7, 1), Unfit.LATER),
        (_base(date(2031, 7, 1), date(2031, 6, 12)), None, Unfit.OPEN),
        (_base(date(2031, 7, 1), date(2031, 6, 20)), date(2031, 7, 1), Unfit.UNSIGNED),
        (_base(date(2030, 1, 1), date(2029, 6, 12), date(2031, 6, 18)), date(2031, 7, 1), Unfit.ENDED),
        (_base(date(2030, 1, 1), date(2029, 6, 12), date(2031, 6, 19)), date(2031, 7, 1), None),
        (_base(date(2030, 1, 1), date(2029, 6, 12)), None, None),
    ],
)
def test_a_base_is_held_against_the_new_texts_day_of_effect(
    base: Entry, effective: date | None, why: Unfit | None
) -> None:
    assert stands(base, signed=date(2031, 6, 19), effective=effective).why is why


def test_a_base_whose_days_no_source_confirmed_can_only_warn() -> None:
    later = _base(date(2031, 7, 2), date(2031, 6, 12), unverified=("in_force_from",))
    assert stands(later, signed=date(2031, 6, 19), effective=date(2031, 7, 1)).unsure


def test_a_base_of_equal_or_lower_force_is_not_high_enough() -> None:
    law, decree = Citation("Luật", "1/2031/QH17"), Citation("Nghị định", "1/2031/NĐ-CP")
    assert high_enough(law, decree, _NOW)
    assert high_enough(decree, decree, _NOW) is False
    assert high_enough(Citation("Công văn"), decree, _NOW) is None


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 6, 15), "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
        (
            date(2025, 6, 16),
            (
                "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam đã được sửa đổi, bổ sung một số điều theo"
                " Nghị quyết số 203/2025/QH15"
            ),
        ),
    ],
)
def test_the_constitution_is_named_without_number_and_date(day: date, words: str) -> None:
    entry = Entry(
        Citation("Hiến pháp", "", date(2013, 11, 28), "Quốc hội", "nước Cộng hòa xã hội chủ nghĩa Việt Nam")
    )
    assert sentence(entry, document=DocumentClass.LEGAL, day=day) == words


@pytest.mark.parametrize(
    ("mark", "titles", "deputy", "legal", "wrong"),
    [
        ("TUQ", ("Bộ trưởng", "Chánh Văn phòng"), "Phó Chánh Văn phòng", False, [Wrong.PASSED_ON]),
        ("KT", ("Bộ trưởng", "Thứ trưởng"), "Vụ trưởng", False, [Wrong.PASSED_ON]),
        ("TL", ("Bộ trưởng", "Cục trưởng"), "Phó Cục trưởng", False, []),
        ("KT", ("KT. Bộ trưởng", "Thứ trưởng"), "", False, [Wrong.MARK_TWICE]),
        ("KT", ("Bộ trưởng", "Bộ trưởng"), "", False, [Wrong.SAME_PERSON]),
        ("KT", ("Bộ trưởng", "Thứ trưởng"), "", True, []),
        ("TL", ("Bộ trưởng", "Vụ trưởng"), "", True, [Wrong.NOT_FOR_LEGAL]),
        ("KT", ("Bộ trưởng", "Vụ trưởng"), "", False, [Wrong.NO_DEPUTY]),
        ("KT", ("Chủ tịch", "Phó Chủ tịch thường trực"), "", False, []),
        ("KT", ("Trưởng bản", "Người khác"), "", False, []),
        ("TUQ", ("Bộ trưởng", "Vụ trưởng"), "", False, []),
        ("trực tiếp", ("", "Bộ trưởng"), "", True, []),
        ("Q", ("", "Cục trưởng"), "", False, []),
    ],
)
def test_who_may_sign_for_whom(
    mark: str, titles: tuple[str, str], deputy: str, legal: bool, wrong: list[Wrong]
) -> None:
    signature = Signature(mark, titles[1], titles[0], deputy)
    assert [item.wrong for item in faults(signature, Paper(legal=legal))] == wrong


def test_only_what_was_read_may_refuse() -> None:
    signature = Signature("TUQ", "Chánh Văn phòng", "Bộ trưởng", "Phó Chánh Văn phòng")
    (passed,) = faults(signature, Paper())
    (practice,) = faults(Signature("TL", "Vụ trưởng", "Bộ trưởng"), Paper(legal=True))
    assert (passed.rule.may_refuse, practice.rule.may_refuse) == (True, False)


@pytest.mark.parametrize(
    ("head", "deputy"),
    [("Bộ trưởng", "Thứ trưởng"), ("Cục trưởng", "Phó Cục trưởng"), ("Kế toán trưởng", ""), ("Ai đó", "")],
)
def test_a_deputys_title_follows_from_the_heads(head: str, deputy: str) -> None:
    assert deputy_of(head) == deputy
    assert not signing.marked(head)


def test_a_rule_holds_on_its_first_and_last_day_only() -> None:
    rule = Rule("x", date(2025, 4, 1), date(2025, 6, 30))
    days = [date(2025, 3, 31), date(2025, 4, 1), date(2025, 6, 30), date(2025, 7, 1)]
    assert [rule.holds(day) for day in days] == [False, True, True, False]
