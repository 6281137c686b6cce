"""Who may sign which paper, who issues which type, what symbols and recipients say."""

from __future__ import annotations

from datetime import date

import pytest

from kcdocs.law.competence import misfits, not_its_issuer
from kcdocs.law.recipients import Odd, district, oddities
from kcdocs.law.signing import Paper, Signature, Wrong, faults, honour

DECREE = Paper(type="Nghị định", legal=True, issued_by="Chính phủ")
CIRCULAR = Paper(type="Thông tư", legal=True, issued_by="Bộ trưởng Bộ Công Thương")
UPWARDS = Paper(type="Tờ trình", addressed=("Chính phủ",))
OF_MINISTER = Paper(type="Quyết định", issued_by="Bộ trưởng Bộ Công Thương")
OF_COMMITTEE = Paper(type="Quyết định", issued_by="Ủy ban nhân dân tỉnh Lào Cai")


@pytest.mark.parametrize(
    ("signature", "paper", "wrong"),
    [
        # Decree 30/2020, Article 13; Annex I, II.7; the gazette: facts sheets A7, tu-vung 7
        (Signature("KT", "Phó Thủ tướng", "Thủ tướng", collective="Chính phủ"), DECREE, []),
        (Signature("trực tiếp", "Thủ tướng", collective="Chính phủ"), DECREE, []),
        (Signature("trực tiếp", "Thủ tướng Chính phủ", collective="Chính phủ"), DECREE, []),
        (Signature("KT", "Thứ trưởng", "Bộ trưởng", collective="Bộ X"), DECREE, [Wrong.NOT_FOR_GOVERNMENT]),
        (Signature("trực tiếp", "…………", collective="Chính phủ"), DECREE, []),
        (Signature("trực tiếp", "Thủ tướng"), DECREE, [Wrong.NOT_FOR_GOVERNMENT]),
        (
            Signature("TL", "Bộ trưởng", "Thủ tướng", collective="Chính phủ"),
            DECREE,
            [Wrong.NOT_FOR_GOVERNMENT],
        ),
        (Signature("KT", "Thứ trưởng", "Bộ trưởng"), CIRCULAR, []),
        (Signature("Q", "Bộ trưởng"), CIRCULAR, []),
        (Signature("TUQ", "Cục trưởng", "Bộ trưởng"), CIRCULAR, [Wrong.NOT_FOR_LEGAL]),
        (Signature("trực tiếp", "Bộ trưởng", collective="Bộ Công Thương"), CIRCULAR, [Wrong.OF_COLLECTIVE]),
        (Signature("TL", "Cục trưởng", "Bộ trưởng"), UPWARDS, [Wrong.NOT_FOR_HEAD]),
        (Signature("KT", "Thứ trưởng", "Bộ trưởng"), UPWARDS, []),
        (Signature("TL", "Chánh Văn phòng", "Bộ trưởng"), OF_MINISTER, [Wrong.NOT_FOR_HEAD]),
        (Signature("TL", "Chánh Văn phòng", "Bộ trưởng"), Paper(type="Công văn"), []),
        (Signature("TL", "Cục trưởng", "Bộ trưởng", "Phó Cục trưởng"), Paper(type="Công văn"), []),
        (Signature("trực tiếp", "Chủ tịch", collective="Ủy ban nhân dân"), OF_COMMITTEE, []),
        (Signature("trực tiếp", "Thứ trưởng"), OF_MINISTER, [Wrong.DEPUTY_ALONE]),
        (Signature("trực tiếp", "Phó Giám đốc phụ trách"), Paper(), [Wrong.DEPUTY_ALONE]),
        (Signature("TL", "Phó Cục trưởng", "Bộ trưởng"), Paper(), [Wrong.DEPUTY_ALONE]),
        (Signature("trực tiếp", "Giám đốc", name="PGS.TS Lý Thị Thử"), Paper(), [Wrong.HONOUR]),
    ],
)
def test_a_signature_is_held_against_the_paper(
    signature: Signature, paper: Paper, wrong: list[Wrong]
) -> None:
    assert [fault.wrong for fault in faults(signature, paper)] == wrong


def test_only_what_was_read_or_counted_refuses() -> None:
    (alone,) = faults(Signature("trực tiếp", "Thứ trưởng"), Paper())
    (lent,) = faults(Signature("TL", "Phó Cục trưởng", "Bộ trưởng"), Paper())
    (decree,) = faults(Signature("trực tiếp", "Thủ tướng"), DECREE)
    (upwards,) = faults(Signature("TL", "Cục trưởng", "Bộ trưởng"), UPWARDS)

    assert [fault.rule.may_refuse for fault in (alone, lent, decree, upwards)] == [True, False, True, False]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("PGS.TS Lý Thị Thử", "PGS"),
        ("TS Lý Thị Thử", "TS"),
        ("Tiến sĩ Lý Thị Thử", "Tiến sĩ"),
        ("Lý Thị Thử", ""),
        ("Tsờ Thị Thử", ""),
        ("Bác Sĩ", ""),
    ],
)
def test_a_rank_of_learning_stands_before_a_name(name: str, said: str) -> None:
    assert honour(name) == said


@pytest.mark.parametrize(
    ("type_", "body", "day", "source", "refused"),
    [
        ("Nghị định", "Bộ Công Thương", date(2025, 4, 1), "64/2025/QH15", True),
        ("Nghị định", "Bộ Công Thương", date(2025, 3, 31), "80/2015/QH13", False),
        ("Thông tư", "Ủy ban nhân dân tỉnh Lào Cai", date(2026, 1, 5), "64/2025/QH15", True),
    ],
)
def test_a_type_has_its_issuer_by_the_law_of_its_day(
    type_: str, body: str, day: date, source: str, refused: bool
) -> None:
    rule = not_its_issuer(type_, body, day)

    assert rule is not None
    assert source in rule.source
    assert rule.may_refuse is refused


@pytest.mark.parametrize(
    ("type_", "body"),
    [
        ("Nghị định", "Chính phủ"),
        ("Thông tư", "Bộ Công Thương"),
        ("Thông tư", "Ngân hàng Nhà nước Việt Nam"),
        ("Quyết định", "Sở Công Thương"),
        ("Nghị định", "Cơ quan không rõ"),
    ],
)
def test_what_may_be_or_is_not_known_is_not_told(type_: str, body: str) -> None:
    assert not_its_issuer(type_, body, date(2026, 1, 5)) is None


@pytest.mark.parametrize(
    ("symbol", "type_", "body", "said"),
    [
        ("QĐ-BCT", "Tờ trình", "Bộ Công Thương", ["QĐ"]),
        ("QĐ-TTg", "Nghị định", "Chính phủ", ["QĐ"]),
        ("QĐ-TTg", "Quyết định", "Bộ Công Thương", ["TTg"]),
        ("TTr-BCT", "Tờ trình", "Bộ Công Thương", []),
        ("TTr-CTĐP", "Tờ trình", "Bộ Công Thương", []),
        ("QĐ-UBND", "Quyết định", "Ủy ban nhân dân tỉnh Lào Cai", []),
        ("QĐ-CTUBND", "Quyết định", "Ủy ban nhân dân tỉnh Lào Cai", []),
        ("BCT-KHTC", "Công văn", "Bộ Công Thương", []),
        ("GM-BT", "Giấy mời", "Bộ Thử", []),
    ],
)
def test_a_symbol_names_the_type_and_an_issuer_of_the_kind(
    symbol: str, type_: str, body: str, said: list[str]
) -> None:
    assert [one.said for one in misfits(symbol, type_, body)] == said


@pytest.mark.parametrize(
    ("items", "addressed", "carried_out", "odd"),
    [
        (["Như trên", "Bộ Tư pháp"], True, None, []),
        (["Bộ Tư pháp"], True, None, [Odd.NOT_AS_ABOVE]),
        (["Như Điều 3"], False, 3, []),
        (["Như Điều 5"], False, 3, [Odd.OTHER_ARTICLE]),
        (["Như Điều 5"], False, None, []),
        (["Như các Điều 2 và 3"], False, 3, []),
        (["Như Điều 3", "Sở Tài chính", "sở  Tài chính"], False, 3, [Odd.TWICE]),
    ],
)
def test_recipients_open_as_the_form_wants_and_stand_once(
    items: list[str], addressed: bool, carried_out: int | None, odd: list[Odd]
) -> None:
    found = oddities(items, addressed=addressed, carried_out=carried_out)

    assert [one.odd for one in found] == odd


def test_a_district_is_told_from_the_day_on_which_there_is_none() -> None:
    last, first = date(2025, 6, 30), date(2025, 7, 1)

    assert district("Ủy ban nhân dân huyện Bảo Thắng", last) == ""
    assert district("Ủy ban nhân dân huyện Bảo Thắng", first) == "nhân dân huyện"
    assert district("Ủy ban nhân dân cấp huyện", first) == "cấp huyện"
    assert district("Ủy ban nhân dân phường Cam Đường", first) == ""
    assert district("Huyện ủy cũ", first) == ""
