"""How a stored text stands to the law of a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kcdocs.api import decrees
from kcdocs.api.cite import cite
from kcdocs.decrees.catalogue import BadCatalogueError, read_catalogues
from kcdocs.decrees.opening import the_store
from kcdocs.model.catalogue import DocumentClass

CATALOGUE = """
[[instrument]]
type = "Nghị định"
number = "7/2020/NĐ-CP"
date = 2020-02-01
issuer = "Chính phủ"
title = "về nghề dệt"
in_force_from = 2020-03-15
in_force_to = 2029-12-31
amended_by = ["9/2022/NĐ-CP"]
replaced_by = ["5/2030/NĐ-CP"]
prevailing = [{ number = "4/2023/NĐ-CP", where = "Điều 8", from = 2023-07-01, to = 2024-06-30, about = "thẩm quyền" }]

[[instrument]]
type = "Nghị định"
number = "9/2022/NĐ-CP"
title = "sửa đổi Nghị định số 7/2020/NĐ-CP"
in_force_from = 2022-05-01
in_force_to = 2025-12-31
unverified = ["in_force_from"]

[[instrument]]
type = "Nghị định"
number = "4/2023/NĐ-CP"
title = "về phân cấp"

[[instrument]]
type = "Nghị định"
number = "5/2030/NĐ-CP"
title = "về nghề dệt và nghề thêu"
in_force_from = 2030-01-01
"""
TEXT = "Điều 1. Phạm vi\nNghị định này quy định về nghề dệt."


@pytest.fixture(autouse=True)
def folder(data_folder: Path, tmp_path: Path) -> Path:
    """A store with the first text of one instrument, and a catalogue that knows what became of it."""
    data_folder.mkdir()
    (data_folder / "catalogue.toml").write_text(CATALOGUE, "utf-8")
    _add(tmp_path, date(2020, 3, 15))
    return tmp_path


def _add(folder: Path, since: date) -> None:
    (folder / "van-ban.txt").write_text(TEXT, "utf-8")
    decrees.add(str(folder / "van-ban.txt"), number="7/2020/NĐ-CP", since=since)


def told(day: date) -> dict[str, str]:
    text = the_store().load("7/2020/NĐ-CP", as_of=day)
    return {finding.code: finding.message for finding in text.source_findings}


def test_until_it_is_amended_the_first_text_is_the_law() -> None:
    assert told(date(2022, 4, 30)) == {}


def test_from_the_first_day_of_an_amendment_the_first_text_is_not_the_law() -> None:
    message = told(date(2022, 5, 1))["DC401"]

    assert "bản từ 15/03/2020" in message
    assert "9/2022/NĐ-CP sửa đổi, bổ sung từ 01/05/2022 (ngày này chưa kiểm chứng)" in message


def test_an_amendment_stays_in_the_words_when_the_amending_instrument_ends() -> None:
    assert "9/2022/NĐ-CP" in told(date(2026, 1, 1))["DC401"]


@pytest.mark.parametrize(
    ("day", "prevails"),
    [
        (date(2023, 6, 30), False),
        (date(2023, 7, 1), True),
        (date(2024, 6, 30), True),
        (date(2024, 7, 1), False),
    ],
)
def test_a_rule_that_prevails_for_a_time_is_told_for_its_days_only(day: date, *, prevails: bool) -> None:
    message = told(day)["DC401"]

    assert ("từ 01/07/2023 đến 30/06/2024, Điều 8 của 4/2023/NĐ-CP quy định khác" in message) is prevails


def test_the_warning_goes_for_the_days_of_an_edition_that_holds_the_amendment(folder: Path) -> None:
    _add(folder, date(2022, 5, 1))

    assert told(date(2022, 4, 30)) == {}
    assert told(date(2022, 5, 1)) == {}
    assert "DC401" in told(date(2024, 6, 30)), "this rule prevails since a day after the edition's"
    assert told(date(2024, 7, 1)) == {}


def test_a_rule_that_prevailed_when_an_edition_was_made_is_told_beside_it(folder: Path) -> None:
    _add(folder, date(2023, 8, 1))

    assert list(told(date(2024, 6, 30))) == ["DC402"]
    assert told(date(2024, 7, 1)) == {}


def test_a_text_whose_force_has_ended_is_told_with_what_stands_in_its_place() -> None:
    message = told(date(2030, 1, 1))["DC401"]

    assert "đã hết hiệu lực sau ngày 31/12/2029, nay là 5/2030/NĐ-CP" in message


def test_a_text_whose_day_is_not_known_holds_no_amendment(folder: Path) -> None:
    (folder / "khac.txt").write_text(TEXT, "utf-8")
    decrees.add(str(folder / "khac.txt"), number="40/2025/NĐ-CP", since=date(1, 1, 1))

    (finding,) = the_store().load("40/2025/NĐ-CP", as_of=date(2026, 1, 1)).source_findings
    assert "bản chưa rõ ngày" in finding.message
    assert "109/2025/NĐ-CP" in finding.message


def test_without_a_day_of_ones_own_a_text_that_is_still_to_begin_is_given_and_told(folder: Path) -> None:
    (folder / "sau.txt").write_text(TEXT, "utf-8")
    decrees.add(str(folder / "sau.txt"), number="1/2198/NĐ-CP", since=date(2199, 1, 1))

    (finding,) = the_store().load("1/2198/NĐ-CP").source_findings
    assert "bản này khi đó chưa có hiệu lực" in finding.message


def test_decree_45_is_not_the_law_after_its_amendment(folder: Path) -> None:
    (folder / "45.txt").write_text(TEXT, "utf-8")
    decrees.add(str(folder / "45.txt"), number="NĐ 45", accept_differences=True)

    store = the_store()
    days = [date(2025, 6, 30), date(2025, 7, 1), date(2025, 10, 15), date(2027, 3, 1)]
    messages = [
        " ".join(item.message for item in store.load("45/2012/NĐ-CP", as_of=day).source_findings)
        for day in days
    ]
    assert messages[0] == ""
    assert ("146/2025/NĐ-CP" in messages[1], "235/2025/NĐ-CP" in messages[1]) == (True, False)
    assert ("146/2025/NĐ-CP" in messages[2], "235/2025/NĐ-CP" in messages[2]) == (True, True)
    assert ("146/2025/NĐ-CP" in messages[3], "235/2025/NĐ-CP" in messages[3]) == (False, True)


def test_a_cited_instrument_is_told_with_what_prevails_over_it_on_that_day() -> None:
    def codes(day: date) -> list[str]:
        found = cite(["NĐ 7/2020"], day=day, document=DocumentClass.LEGAL).findings
        return [item.code for item in found if item.code == "DC402"]

    assert codes(date(2023, 6, 30)) == []
    assert codes(date(2023, 7, 1)) == ["DC402"]


def test_a_prevailing_rule_that_says_nothing_or_leads_nowhere_is_a_fault_of_the_catalogue(
    tmp_path: Path,
) -> None:
    own = tmp_path / "catalogue.toml"
    own.write_text(CATALOGUE.replace('where = "Điều 8", ', "").replace("to = 2024-06-30", "to = 2022-06-30"))
    with pytest.raises(BadCatalogueError) as caught:
        read_catalogues([own])
    assert sorted(item.place.field for item in caught.value.findings) == [
        "instrument[1].prevailing[1]",
        "instrument[1].prevailing[1].to",
    ]
    own.write_text(CATALOGUE.replace('number = "4/2023/NĐ-CP", where', 'number = "4/2033/NĐ-CP", where'))
    with pytest.raises(BadCatalogueError) as caught:
        read_catalogues([own])
    assert [item.message for item in caught.value.findings] == ["Danh mục không có «4/2033/NĐ-CP»."]
