"""Citations found, typed and written."""

from __future__ import annotations

from datetime import date

import pytest

from kcdocs.model.catalogue import Catalogue, Entry
from kcdocs.model.citation import Citation
from kcdocs.parse.citations import citation, find_citations
from kcdocs.parse.errors import NoCitationError
from kcdocs.parse.rules.citation import write

_DECREE = Citation("Nghị định", "45/2012/NĐ-CP", date(2012, 5, 21), "Chính phủ", "về khuyến công")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("45/2012/NĐ-CP", Citation("Nghị định", "45/2012/NĐ-CP")),
        (" 26 /2014/TT- BCT ", Citation("Thông tư", "26/2014/TT-BCT")),
        ("63/2025/QH15", Citation("", "63/2025/QH15")),
        ("12/VBHN-BCT", Citation("Văn bản hợp nhất", "12/VBHN-BCT")),
        ("Nghị định số 45/2012/NĐ-CP", Citation("Nghị định", "45/2012/NĐ-CP")),
        ("Luật Doanh nghiệp năm 2020", Citation("Luật", "", None, "Quốc hội", "Doanh nghiệp")),
    ],
)
def test_what_a_user_types_names_an_instrument(typed: str, expected: Citation) -> None:
    assert citation(typed) == expected


def test_the_catalogue_tells_the_rest() -> None:
    assert citation("45/2012/NĐ-CP", catalogue=Catalogue((Entry(_DECREE),))) == _DECREE


@pytest.mark.parametrize("typed", ["", "quyết định gì đó", "Nghị định này", "xem 45/2012/NĐ-CP nhé"])
def test_words_that_name_no_instrument_are_refused(typed: str) -> None:
    with pytest.raises(NoCitationError) as refused:
        citation(typed)
    assert refused.value.code == "RF002"


def test_instruments_of_a_text_are_found_in_order() -> None:
    text = "Theo Điều 5 Nghị định này và Thông tư số 1/2020/TT-BCT, Luật Đất đai năm 2013."
    assert [text[cited.start : cited.end] for cited in find_citations(text)] == [
        "Nghị định này", "Thông tư số 1/2020/TT-BCT", "Luật Đất đai năm 2013",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cited", "words"),
    [
        (_DECREE, "Nghị định số 45/2012/NĐ-CP"),
        (Citation("Luật", "1/2020/QH14", None, "", "Làng nghề"), "Luật Làng nghề"),
        (Citation("Hướng dẫn", title="làm nghề"), "Hướng dẫn làm nghề"),
        (Citation("Chỉ thị"), "Chỉ thị"),
    ],
)
def test_the_short_form_is_type_and_number_for_a_law_type_and_name(cited: Citation, words: str) -> None:
    assert write(cited) == words
