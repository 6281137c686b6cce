"""Instruments found by any form a person writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.decrees import naming
from kcdocs.decrees.errors import (
    AmbiguousInstrumentError,
    TextMissingError,
    UnclearNumberError,
    UnknownInstrumentError,
)
from kcdocs.decrees.opening import open_instrument, stored
from kcdocs.decrees.store import Store
from kcdocs.loading import MissingFileError
from kcdocs.model.citation import Citation
from kcdocs.settings import shipped

DECREE = Citation("Nghị định", "61/2018/NĐ-CP", title="về nghề thêu")
CIRCULAR = Citation("Thông tư", "61/2018/TT-BCT", title="quy định về nghề thêu")
JOINT = Citation("Thông tư liên tịch", "8/2014/TTLT-BTC-BCT", title="về kinh phí")
LAW = Citation("Luật", "12/2025/QH15", title="Làng nghề")
OLD_LAW = Citation("Luật", "31/2015/QH13", title="Làng nghề")
DOTTED = Citation("Nghị quyết", "66.18/2026/NQ-CP", title="về chợ phiên")
KNOWN = (DECREE, CIRCULAR, JOINT, LAW, OLD_LAW, DOTTED)


def meant(words: str) -> list[str]:
    return [item.number for item in naming.matches(words, KNOWN)]


@pytest.mark.parametrize(
    "words",
    [
        "61/2018/NĐ-CP",
        "61/2018/nđ-cp",
        "61/2018/ND-CP",
        "61/2018/NĐCP",
        "61/2018/NĐ–CP",
        "61/2018/NĐ‑CP",
        "61-2018-NĐ-CP",
        "61 / 2018 / NĐ - CP",
        "61/2018/NĐ",
        "NĐ 61",
        "NĐ 61/2018",
        "nd 61/2018",
        "Nghị định 61",
        "Nghị định số 61/2018/NĐ-CP",
        "NGHỊ ĐỊNH SỐ: 61/2018/NĐ-CP",
        "nghi dinh so 61/2018/nd-cp",
        "nghị định 61 năm 2018",
        "Nghị định số 61/2018/NĐ-CP ngày 02 tháng 5 năm 2018 của Chính phủ về nghề thêu",
        "Nghị định về nghề thêu",
        "nghi dinh nghe theu",
    ],
)
def test_a_decree_is_found_by_whatever_a_person_writes(words: str) -> None:
    assert meant(words) == ["61/2018/NĐ-CP"]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("61/2018", ["61/2018/NĐ-CP", "61/2018/TT-BCT"]),
        ("TT 61", ["61/2018/TT-BCT"]),
        ("TT 8", []),
        ("TTLT 8/2014", ["8/2014/TTLT-BTC-BCT"]),
        ("Luật Làng nghề", ["12/2025/QH15", "31/2015/QH13"]),
        ("Luật 12/2025", ["12/2025/QH15"]),
        ("làng nghề", ["12/2025/QH15", "31/2015/QH13"]),
        ("61/2019", []),
        ("NQ 66.18", ["66.18/2026/NQ-CP"]),
        ("66.18/2026", ["66.18/2026/NQ-CP"]),
        ("NQ 66", []),
        ("NĐ 61/2018/TT-BCT", []),
        ("61", []),
        ("", []),
    ],
)
def test_all_that_words_may_mean_are_given_and_nothing_else(words: str, numbers: list[str]) -> None:
    assert meant(words) == numbers


@given(
    st.sampled_from(KNOWN), st.sampled_from("/-– "), st.sampled_from([str, str.lower, str.upper, str.title])
)
def test_separators_and_case_do_not_matter(known: Citation, between: str, case) -> None:
    assert meant(case(known.number.replace("/", between))) == [known.number]


@pytest.mark.parametrize(
    "words", ["van-ban-45", "45-2012.docx", "du-thao/ban-2", "C:\\so\\45", "2012", "x.txt"]
)
def test_what_looks_like_a_file_is_no_number(words: str) -> None:
    assert naming.name(words) is None


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store([shipped("decrees")], tmp_path / "du-lieu")


def test_an_existing_file_wins_over_a_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("NĐ 999").write_text("Điều 1. Từ tệp\nNội dung trong tệp.", "utf-8")

    assert open_instrument("NĐ 999").name == "NĐ 999"
    assert open_instrument("NĐ 999/2012").name == "999/2012/NĐ-CP"


def test_several_fitting_instruments_are_listed_and_none_is_opened() -> None:
    with pytest.raises(AmbiguousInstrumentError) as caught:
        open_instrument("26/2014")

    assert "26/2014/TT-BCT (" in caught.value.message
    assert "26/2014/TTLT-BTC-BCT (" in caught.value.message


def test_an_instrument_that_only_the_catalogue_knows_lacks_its_text() -> None:
    with pytest.raises(TextMissingError, match="46/2012/TT-BCT"):
        open_instrument("TT 46")


def test_a_number_that_fits_nothing_is_answered_with_near_ones() -> None:
    with pytest.raises(UnknownInstrumentError, match=r"Có phải là 45/2012/NĐ-CP"):
        open_instrument("45/2013/NĐ-CP")


def test_what_is_neither_number_nor_file_is_a_missing_file(store: Store) -> None:
    with pytest.raises(MissingFileError):
        open_instrument("khong-co.docx")
    assert stored("khong-co.docx", store) is None


def test_a_number_given_for_a_text_is_taken_as_the_store_writes_it(store: Store) -> None:
    assert store.number("NĐ 45") == "45/2012/NĐ-CP"
    assert store.number("7/2031/nđ–cp") == "7/2031/NĐ-CP"
    assert store.number("Quyết định số 7/2031/QĐ-TTg") == "7/2031/QĐ-TTg"
    assert store.number("") == ""
    with pytest.raises(UnclearNumberError, match="chưa phải số, ký hiệu đầy đủ"):
        store.number("NĐ 4711")
