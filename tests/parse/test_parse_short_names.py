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
