"""Editions built from law: the text in force on any day, from what was added in any order."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from decrees.editions_base import BASE, CHAIN, FIRST, NUMBER, SECOND, WHOLE, add, amending, lines, told

from kcdocs.amend.apply import apply
from kcdocs.amend.target import commands_of, only_on
from kcdocs.api import decrees
from kcdocs.decrees.errors import NoEditionError, UndatedAmendingError
from kcdocs.decrees.opening import the_store
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

DAYS = (date(2020, 3, 15), date(2024, 7, 1), date(2025, 7, 1), date(2026, 7, 1))
BEFORE = timedelta(days=1)


def _first_clauses() -> list[list[str]]:
    return [lines(day)[:1] for day in DAYS]


def test_the_edition_of_a_day_is_right_before_on_and_after_each_day_of_effect(tmp_path: Path) -> None:
    for text in (BASE, *CHAIN):
        add(tmp_path, text)

    days = ["15 ngày", "20 ngày", "30 ngày", "45 ngày"]
    for place, day in enumerate(DAYS):
        assert days[place] in lines(day)[0]
        assert days[place] in lines(day + BEFORE)[0]
        if place:
            assert days[place - 1] in lines(day - BEFORE)[0]
    assert "4. Tỉnh báo cáo mỗi năm." in lines(DAYS[1])
    assert "4. Tỉnh báo cáo mỗi quý." in lines(DAYS[2])
    assert "4. (được bãi bỏ)" in lines(DAYS[3])
    assert told(DAYS[3]) == {}
    with pytest.raises(NoEditionError):
        lines(DAYS[0] - BEFORE)


def _one_after_another() -> list[list[str]]:
    """The chain done by hand: each amending decree applied to what the one before made."""
    text = parse(reading(BASE))
    every = [text]
    for item in CHAIN:
        own = only_on(text, commands_of(parse(reading(item))), NUMBER)
        text = apply(text, own.operations).amended
        every.append(text)
    return [[line.text for line in one.lines()] for one in every]


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_any_order_of_adding_builds_what_applying_one_after_another_gives(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    for place in order:
        add(tmp_path, (BASE, *CHAIN)[place])

    store = the_store()
    made = [[line.text for line in store.load(NUMBER, as_of=day).lines()] for day in DAYS]
    assert made == _one_after_another()


def test_an_edition_that_lacks_an_earlier_instrument_is_built_anew_when_that_arrives(tmp_path: Path) -> None:
    add(tmp_path, BASE)
    late = add(tmp_path, CHAIN[1])
    assert late.unclear
    assert "khoản 2 Điều 1 của 5/2025/NĐ-CP" in told(DAYS[2])["DC403"]

    arrived = add(tmp_path, CHAIN[0])
    assert not arrived.unclear
    assert told(DAYS[2]) == {}


def test_a_part_with_a_day_of_its_own_begins_on_that_day(tmp_path: Path) -> None:
    effect = (
        "Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024, trừ khoản 2 Điều 1 có hiệu lực từ "
        "ngày 01 tháng 01 năm 2025."
    )
    add(tmp_path, BASE)
    add(tmp_path, amending("3/2024/NĐ-CP", "02 tháng 5 năm 2024", FIRST, effect))

    assert "20 ngày" in lines(date(2024, 7, 1))[0]
    assert "4. Tỉnh báo cáo mỗi năm." not in lines(date(2024, 12, 31))
    assert "4. Tỉnh báo cáo mỗi năm." in lines(date(2025, 1, 1))
    assert told(date(2025, 1, 1)) == {}


def test_a_part_that_nobody_can_tell_with_a_day_of_its_own_is_a_doubt(tmp_path: Path) -> None:
    effect = (
        "Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2024. Quy định tại khoản 1 Điều 1 Nghị định số "
        "7/2020/NĐ-CP có hiệu lực từ ngày 01 tháng 01 năm 2025."
    )
    add(tmp_path, BASE)
    add(tmp_path, amending("3/2024/NĐ-CP", "02 tháng 5 năm 2024", FIRST, effect))

    assert "Chưa rõ phần nào của văn bản có hiệu lực từ ngày riêng" in told(DAYS[1])["DC403"]


UNCLEAR = "1. Bãi bỏ tạm thời khoản 2 Điều 1.\n2. Bãi bỏ khoản 3 Điều 2."
ANSWERED = """
- noi: "khoản 1 Điều 1"
  lenh: "Bãi bỏ tạm thời khoản 2 Điều 1"
  tra_loi: "Bãi bỏ khoản 2 Điều 1"
"""


def test_a_person_decides_what_an_unclear_command_means_and_the_store_remembers_it(tmp_path: Path) -> None:
    draft = amending("3/2024/NĐ-CP", "02 tháng 5 năm 2024", UNCLEAR, WHOLE.format("01 tháng 7 năm 2024"))
    add(tmp_path, BASE)
    assert add(tmp_path, draft).unclear
    assert lines(DAYS[1])[1] == "2. Hồ sơ gồm đơn và bản vẽ."
    assert lines(DAYS[1])[-1] == "3. (được bãi bỏ)"

    assert not add(tmp_path, draft, answers=ANSWERED).unclear
    assert lines(DAYS[1])[1] == "2. (được bãi bỏ)"
    assert told(DAYS[1]) == {}

    again = add(tmp_path, draft)
    assert not again.new
    assert lines(DAYS[1])[1] == "2. (được bãi bỏ)"


def test_a_file_to_answer_in_is_made_with_every_command_that_could_not_be_done(tmp_path: Path) -> None:
    draft = amending(
        "3/2024/NĐ-CP",
        "02 tháng 5 năm 2024",
        f"{UNCLEAR}\n3. Bãi bỏ khoản 9 Điều 1.",
        WHOLE.format("01 tháng 7 năm 2024"),
    )
    add(tmp_path, BASE)
    path, asked = tmp_path / "sua.txt", tmp_path / "hoi.yaml"
    path.write_text(draft, "utf-8")
    decrees.add(path, decisions=asked)

    assert asked.read_text("utf-8").count("tra_loi:") == 2
    assert "khoản 3 Điều 1" in asked.read_text("utf-8")


def test_an_instrument_that_amends_an_amending_one_before_it_takes_effect_changes_what_it_commands(
    tmp_path: Path,
) -> None:
    second = amending(
        "4/2024/NĐ-CP",
        "20 tháng 6 năm 2024",
        "1. Bãi bỏ khoản 2 Điều 1.",
        WHOLE.format("30 tháng 6 năm 2024"),
        base="Nghị định số 3/2024/NĐ-CP",
    )
    for text in (second, BASE, CHAIN[0]):
        add(tmp_path, text)

    assert told(DAYS[1]) == {}
    assert "20 ngày" in lines(DAYS[1])[0]
    assert "4. Tỉnh báo cáo mỗi năm." not in lines(DAYS[1])


def test_what_is_unclear_in_an_amending_instrument_is_unclear_in_what_it_amends(tmp_path: Path) -> None:
    second = amending(
        "4/2024/NĐ-CP",
        "20 tháng 6 năm 2024",
        "1. Thay thế cụm từ “20 ngày” bằng cụm từ “25 ngày” tại khoản 1 Điều 1.",
        WHOLE.format("30 tháng 6 năm 2024"),
        base="Nghị định số 3/2024/NĐ-CP",
    )
    for text in (BASE, CHAIN[0], second):
        add(tmp_path, text)

    assert "4/2024/NĐ-CP" in told(DAYS[1])["DC403"]


def test_an_instrument_that_amends_an_amending_one_afterwards_is_named(tmp_path: Path) -> None:
    later = amending(
        "9/2024/NĐ-CP",
        "20 tháng 8 năm 2024",
        "1. Bãi bỏ khoản 1 Điều 1.",
        WHOLE.format("01 tháng 10 năm 2024"),
        base="Nghị định số 3/2024/NĐ-CP",
    )
    for text in (BASE, CHAIN[0], later):
        add(tmp_path, text)

    assert told(date(2024, 9, 30)) == {}
    assert "khoản 1 Điều 1 của 9/2024/NĐ-CP" in told(date(2024, 10, 1))["DC403"]
    assert lines(date(2024, 10, 1)) == lines(date(2024, 9, 30))


def test_two_instruments_that_amend_each_other_come_to_an_end(tmp_path: Path) -> None:
    back = amending(
        "3/2024/NĐ-CP",
        "02 tháng 5 năm 2024",
        f"{FIRST}\n3. Bãi bỏ khoản 2 Điều 1 Nghị định số 5/2025/NĐ-CP.",
        WHOLE.format("01 tháng 7 năm 2024"),
    )
    forth = CHAIN[1].replace(SECOND, f"{SECOND}\n3. Bãi bỏ khoản 2 Điều 1 Nghị định số 3/2024/NĐ-CP.")
    for text in (BASE, back, forth):
        add(tmp_path, text)

    assert "20 ngày" in lines(DAYS[1])[0]


def test_a_text_added_for_a_day_holds_all_before_it_and_only_later_commands_are_done_to_it(
    tmp_path: Path,
) -> None:
    for text in (BASE, *CHAIN):
        add(tmp_path, text)
    official = BASE.replace("15 ngày", "30 ngày").replace("do tỉnh", "do xã")
    add(tmp_path, official, since=DAYS[2])

    assert "30 ngày" in lines(DAYS[2])[0]
    assert "3. Việc hỗ trợ do xã quyết định." in lines(DAYS[2])
    assert "45 ngày" in lines(DAYS[3])[0]
    assert "20 ngày" in lines(DAYS[1])[0]
    assert "DC403" in told(DAYS[3])  # clause 4, which the third repeals, is not in the text that was added
    assert "DC403" not in told(DAYS[2])


def test_an_amending_instrument_without_a_day_of_effect_is_not_added_until_that_is_said(
    tmp_path: Path,
) -> None:
    text = amending("3/2024/NĐ-CP", "02 tháng 5 năm 2024", FIRST, "Chính phủ giao các bộ thi hành.")
    add(tmp_path, BASE)
    with pytest.raises(UndatedAmendingError, match="7/2020/NĐ-CP"):
        add(tmp_path, text)

    add(tmp_path, text, since=date(2024, 8, 1))
    assert "15 ngày" in lines(date(2024, 7, 31))[0]
    assert "20 ngày" in lines(date(2024, 8, 1))[0]


CATALOGUE = """
[[instrument]]
type = "Nghị định"
number = "7/2020/NĐ-CP"
title = "về nghề dệt"
in_force_from = 2020-03-15
amended_by = ["3/2024/NĐ-CP", "5/2025/NĐ-CP"]

[[instrument]]
type = "Nghị định"
number = "3/2024/NĐ-CP"
title = "sửa đổi"
in_force_from = 2024-07-01

[[instrument]]
type = "Nghị định"
number = "5/2025/NĐ-CP"
title = "sửa đổi"
in_force_from = 2025-07-01
unverified = ["in_force_from"]
"""


def test_the_warning_that_a_text_is_not_the_law_goes_only_for_days_that_were_really_built(
    tmp_path: Path, data_folder: Path
) -> None:
    data_folder.mkdir()
    (data_folder / "catalogue.toml").write_text(CATALOGUE, "utf-8")
    add(tmp_path, BASE)
    assert "3/2024/NĐ-CP sửa đổi, bổ sung từ 01/07/2024" in told(DAYS[1])["DC401"]

    add(tmp_path, CHAIN[0])
    assert told(DAYS[1]) == {}
    assert told(DAYS[2] - BEFORE) == {}
    stale = told(DAYS[2])["DC401"]
    assert "5/2025/NĐ-CP sửa đổi, bổ sung từ 01/07/2025" in stale
    assert "3/2024/NĐ-CP sửa đổi" not in stale
    assert "bản từ 01/07/2024 dựng theo 3/2024/NĐ-CP" in stale

    add(tmp_path, CHAIN[2])
    assert "5/2025/NĐ-CP sửa đổi, bổ sung từ 01/07/2025" in told(DAYS[3])["DC401"]

    add(tmp_path, CHAIN[1])
    assert [told(day) for day in DAYS] == [{}, {}, {}, {}]


def test_an_earlier_amendment_that_a_command_names_and_the_store_lacks_is_told(tmp_path: Path) -> None:
    commands = (
        "1. Sửa đổi, bổ sung khoản 1 Điều 1 (đã được sửa đổi, bổ sung tại khoản 1 Điều 1 Nghị định số "
        "8/2022/NĐ-CP) như sau:\n“1. Xưởng dệt gửi hồ sơ trong 20 ngày.”."
    )
    add(tmp_path, BASE)
    add(
        tmp_path,
        amending("3/2024/NĐ-CP", "02 tháng 5 năm 2024", commands, WHOLE.format("01 tháng 7 năm 2024")),
    )

    assert "8/2022/NĐ-CP" in " ".join(told(DAYS[1]).values())


def test_a_kept_text_that_cannot_be_read_is_told_with_every_other_one(
    tmp_path: Path, data_folder: Path
) -> None:
    add(tmp_path, BASE)
    kept = add(tmp_path, CHAIN[0]).path
    kept.write_bytes(kept.read_bytes()[:-9])

    said = told(DAYS[1])
    assert list(said) == ["DC404"]
    assert "3-2024-nd-cp" in said["DC404"]
    assert "15 ngày" in lines(DAYS[1])[0]


PHRASE = "khoản 2 Điều 1 của 5/2025/NĐ-CP (thay “mỗi năm” bằng “mỗi quý” tại khoản 4 Điều 2)"


def test_a_provision_is_shown_through_time_with_the_commands_that_made_it(tmp_path: Path) -> None:
    for text in (BASE, *CHAIN):
        add(tmp_path, text)

    assert decrees.history(NUMBER, "khoản 4 Điều 2").split("\n") == [
        "khoản 4 Điều 2 của 7/2020/NĐ-CP theo các bản trong kho",
        "",
        "Từ ngày 15/03/2020, theo bản đã thêm vào kho:",
        "    (không có)",
        "",
        "Từ ngày 01/07/2024, theo khoản 2 Điều 1 của 3/2024/NĐ-CP (bổ sung khoản 4 Điều 2 sau khoản 3 Điều 2):",
        "    4. Tỉnh báo cáo mỗi năm.",
        "",
        f"Từ ngày 01/07/2025, theo {PHRASE}:",
        "    4. Tỉnh báo cáo mỗi quý.",
        "",
        "Từ ngày 01/07/2026, theo khoản 1 Điều 1 của 6/2026/NĐ-CP (bãi bỏ khoản 4 Điều 2):",
        "    4. (được bãi bỏ)",
    ]


def test_what_the_readers_of_all_its_texts_doubted_is_told_with_an_edition(tmp_path: Path) -> None:
    turned = BASE.replace("15 ngày", "15 ngày\u202c", 1)
    assert turned != BASE
    add(tmp_path, turned)
    add(tmp_path, CHAIN[0].replace("20 ngày", "20 ngày\u202d", 1))

    entry, store = the_store().entry(NUMBER), the_store()
    for day, characters in ((DAYS[0], ["U+202C"]), (DAYS[1], ["U+202C", "U+202D"])):
        for found in (store.load(NUMBER, as_of=day).findings, store.findings(entry, day)):
            doubts = [item.message for item in found if item.code == "SR207"]
            assert len(doubts) == len(characters)
            assert all(any(char in doubt for doubt in doubts) for char in characters)


@pytest.mark.parametrize(
    ("effect", "without"),
    [
        ("{} đến hết ngày 31 tháng 12 năm 2025.", date(2026, 1, 1)),
        ("{} và hết hiệu lực từ ngày 01/3/2026.", date(2026, 3, 1)),
        ("{}. Khoản 1 Điều 1 Nghị định này có hiệu lực đến hết ngày 28/02/2026.", date(2026, 3, 1)),
    ],
)
def test_what_has_force_until_a_day_only_leaves_the_text_in_doubt_from_then_on(
    tmp_path: Path, effect: str, without: date
) -> None:
    whole = WHOLE.format("01 tháng 7 năm 2024").removesuffix(".")
    add(tmp_path, BASE)
    add(tmp_path, amending("3/2024/NĐ-CP", "02 tháng 5 năm 2024", FIRST, effect.format(whole)))

    assert "20 ngày" in lines(without - timedelta(days=1))[0]
    assert "DC403" not in told(without - timedelta(days=1))
    assert "chỉ có hiệu lực đến ngày ấy" in told(without)["DC403"]


def test_the_end_of_another_instrument_leaves_nothing_in_doubt(tmp_path: Path) -> None:
    whole = WHOLE.format("01 tháng 7 năm 2024")
    other = " Nghị định số 2/2010/NĐ-CP hết hiệu lực từ ngày 01/7/2024."
    add(tmp_path, BASE)
    add(tmp_path, amending("3/2024/NĐ-CP", "02 tháng 5 năm 2024", FIRST, whole + other))

    assert "DC403" not in told(date(2026, 1, 1))


def test_a_command_quoted_in_a_command_changes_what_is_commanded_and_its_own_quotation(
    tmp_path: Path,
) -> None:
    """The later decree rewrites a whole clause of the earlier one, with the new text that this quotes."""
    quoted = (
        "1. Sửa đổi, bổ sung khoản 1 Điều 1 của Nghị định số 3/2024/NĐ-CP như sau:\n"
        "“1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:\n“1. Xưởng dệt gửi hồ sơ trong 25 ngày.”.”."
    )
    later = amending(
        "4/2024/NĐ-CP",
        "20 tháng 6 năm 2024",
        quoted,
        WHOLE.format("25 tháng 6 năm 2024"),
        base="Nghị định số 3/2024/NĐ-CP",
    )
    for text in (CHAIN[0], later, BASE):
        add(tmp_path, text)

    assert lines(date(2024, 6, 30))[0] == "1. Xưởng dệt gửi hồ sơ trong 15 ngày."
    assert lines(date(2024, 7, 1))[0] == "1. Xưởng dệt gửi hồ sơ trong 25 ngày."
    assert "DC403" not in told(date(2024, 7, 1))
