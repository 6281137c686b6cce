"""A provision of an instrument named by a short form is never taken for one's own."""

from __future__ import annotations

import pytest

from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

HEAD = "CHÍNH PHỦ\nSố: 10/2020/NĐ-CP\nNGHỊ ĐỊNH\nVề nghề\nĐiều 1. Một\n1. Theo Nghị định số 35/2015/NĐ-CP.\n"


@pytest.mark.parametrize(
    ("words", "instrument"),
    [
        ("Điều 3 Nghị định 35", "Nghị định"),
        ("Điều 3 Nghị định nêu trên", "Nghị định"),
        ("Điều 3 Luật và quy chế", "Luật"),
        ("khoản 2 Điều 3 Hợp đồng mẫu", "Hợp đồng"),
    ],
)
def test_a_type_without_a_number_behind_an_article_names_another_instrument(
    words: str, instrument: str
) -> None:
    text = f"{HEAD}2. Hồ sơ theo {words}.\nĐiều 2. Hai\nĐiều 3. Ba"
    clause = next(
        node for node in parse(reading(text, "thu.txt")).walk() if str(node.address) == "dieu-1.khoan-2"
    )
    [reference] = clause.references
    assert reference.citation is not None
    assert reference.citation.type == instrument
    assert reference.reason == f"Chưa rõ “{instrument}” là văn bản nào."


@pytest.mark.parametrize("words", ["Điều 3 Nghị định này", "Điều 3"])
def test_a_provision_of_the_text_itself_stays_its_own(words: str) -> None:
    text = f"{HEAD}2. Hồ sơ theo {words}.\nĐiều 2. Hai\nĐiều 3. Ba"
    clause = next(
        node for node in parse(reading(text, "thu.txt")).walk() if str(node.address) == "dieu-1.khoan-2"
    )
    assert [(item.citation, [str(target) for target in item.targets]) for item in clause.references] == [
        (None, ["dieu-3"])
    ]


def pointed_at(words: str, given: str = "") -> list[tuple[str, str, str]]:
    """Of a clause: what it points at, in which instrument, and why that is not known."""
    text = f"{HEAD}2. {given}\n3. {words}\nĐiều 2. Hai\nĐiều 3. Ba"
    clause = next(
        node for node in parse(reading(text, "thu.txt")).walk() if str(node.address) == "dieu-1.khoan-3"
    )
    return [
        (
            " ".join(map(str, item.targets)),
            f"{item.citation.type} {item.citation.number}".strip() if item.citation else "",
            item.reason,
        )
        for item in clause.references
    ]


LAW = "Luật Xưởng thực hành số 14/2029/QH16"
DECREE = "Nghị định số 35/2025/NĐ-CP ngày 01 tháng 02 năm 2025 của Chính phủ quy định chi tiết Luật Nghề số 3/2020/QH14"


@pytest.mark.parametrize(
    ("given", "words", "instrument"),
    [
        (f"Theo {LAW} (sau đây gọi là Luật Xưởng).", "Điều 4 Luật Xưởng.", "Luật 14/2029/QH16"),
        (f"Theo {LAW} (sau đây gọi tắt là “Luật”).", "Điều 4 của Luật.", "Luật 14/2029/QH16"),
        (f"Theo {DECREE} (sau đây viết tắt là NĐ 35).", "Điều 4 NĐ 35.", "Nghị định 35/2025/NĐ-CP"),
        (f"Theo {DECREE} (sau đây gọi là Nghị định 35).", "Điều 4 Nghị định 35.", "Nghị định 35/2025/NĐ-CP"),
        (f"Theo {DECREE} (gọi tắt là Luật Nghề).", "Điều 4 Luật Nghề.", "Luật 3/2020/QH14"),
    ],
)
def test_a_short_name_means_the_instrument_of_its_type_that_it_was_given_to(given, words, instrument):
    assert pointed_at(words, given) == [("dieu-4", instrument, "")]


def test_a_short_name_is_known_in_the_sentence_that_gives_it():
    assert pointed_at(f"{LAW} (sau đây gọi là Luật Xưởng); Điều 4 Luật Xưởng.") == [
        ("", "Luật 14/2029/QH16", ""),
        ("", "Luật 14/2029/QH16", ""),
        ("dieu-4", "Luật 14/2029/QH16", ""),
    ]


@pytest.mark.parametrize(
    "given",
    [
        f"{DECREE} sửa đổi Nghị định số 7/2020/NĐ-CP (sau đây gọi là Nghị định về nghề).",  # of two decrees
        f"{LAW} (sau đây gọi là Nghị định về nghề).",  # of another type
        f"{DECREE}. Việc đó (sau đây gọi là Nghị định về nghề).",  # in another sentence
    ],
)
def test_a_short_name_that_could_be_of_two_instruments_or_none_means_none(given):
    assert pointed_at("Điều 3 Nghị định về nghề.", given) == [
        ("dieu-3", "Nghị định", "Chưa rõ “Nghị định” là văn bản nào.")
    ]


@pytest.mark.parametrize(
    ("words", "instruments"),
    [
        ("Thông tư số 1/2026/TT-BCT, số 2/2027/TT-BCT và 3/2028/TT-BCT.", ["1/2026", "2/2027", "3/2028"]),
        ("Các Thông tư số 1/2026/TT-BCT ngày 01/02/2026; 2/2027/TT-BCT.", ["1/2026", "2/2027"]),
        ("Thông tư số 1/2026/TT-BCT hoặc TT số 2/2027/TT-BCT.", ["1/2026", "2/2027"]),
    ],
)
def test_each_number_of_a_list_names_an_instrument(words, instruments):
    assert [name for _, name, _ in pointed_at(words)] == [
        f"Thông tư {number}/TT-BCT" for number in instruments
    ]


def test_a_number_of_another_type_is_not_taken_into_the_list():
    assert [name for _, name, _ in pointed_at("Thông tư số 1/2026/TT-BCT, 2/2027/NĐ-CP.")] == [
        "Thông tư 1/2026/TT-BCT"
    ]


@pytest.mark.parametrize(
    ("words", "instrument"),
    [
        ("Điều 3 NĐ 35.", "Nghị định"),
        ("Điều 3 của Điều lệ Hội nghề dệt.", "Điều lệ"),
        ("Điều 3 Nghị định số …/2026/NĐ-CP.", "Nghị định"),
        ("Điều 3 TT 12/2027/TT-BCT.", "Thông tư 12/2027/TT-BCT"),
        ("Điều 3 NĐ số 22/2021/NĐ-CP.", "Nghị định 22/2021/NĐ-CP"),
    ],
)
def test_an_abbreviated_or_unfinished_name_is_another_instrument(words, instrument):
    [(target, name, reason)] = pointed_at(words)

    assert (target, name) == ("dieu-3", instrument)
    assert bool(reason) is ("/" not in instrument)
