"""What cannot be commanded is left open in the written instrument, and is read as nothing but open."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from test_amend_written import BASE, NUMBER

from kcdocs.amend.apply import apply
from kcdocs.amend.gaps import UNWRITTEN
from kcdocs.amend.plan import differing
from kcdocs.amend.read import read as read_commands
from kcdocs.amend.written import changed_around, write_proved
from kcdocs.diff.compare import compare
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Consolidation, Operation, Verdict
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

STRAY = ("Xã kiểm tra hằng năm.", "Xã kiểm tra hằng năm”.")
PLAIN = ("lưu 05 năm", "lưu 07 năm")


def _text(*changes: tuple[str, str]) -> str:
    after = BASE
    for old, new in changes:
        assert old in after
        after = after.replace(old, new)
    return after


def _rows(*changes: tuple[str, str]) -> list[str]:
    old, new = parse(reading(BASE, "gốc")), parse(reading(_text(*changes), "sau"))
    _, found = write_proved(compare(old, new), NUMBER)
    return [row.text for item in found.commands for row in item.rows]


def test_one_provision_that_cannot_be_read_back_is_left_open_and_the_rest_is_written() -> None:
    assert _rows(STRAY, PLAIN) == [
        "1. Sửa đổi, bổ sung Điều 3 như sau:",
        "“Điều 3. Sổ phụ",
        "Sổ phụ của xã lưu 07 năm.”.",
        f"2. Sửa đổi, bổ sung khoản 1 Điều 4 như sau: {UNWRITTEN}",
    ]


def test_a_new_provision_left_open_keeps_its_place_and_stands_under_the_lead_of_its_article() -> None:
    rows = _rows(("Số thợ;", "Số thợ, số nghề;"), ("đã giữ sổ.", "đã giữ sổ.\n4. Sổ ghi ” tay."))

    assert rows == [
        "1. Sửa đổi, bổ sung một số điểm, khoản của Điều 2 như sau:",
        "a) Sửa đổi, bổ sung điểm b khoản 1 như sau:",
        "“b) Số thợ, số nghề;”;",
        f"b) Bổ sung khoản 4 vào sau khoản 3 như sau: {UNWRITTEN}",
    ]


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_spoilt_the_rest_is_made_exactly_and_the_spoilt_is_named(seed: int) -> None:
    chance = random.Random(seed)
    lines = BASE.splitlines()
    places = chance.sample(range(6, len(lines) - 1), 5)
    spoilt = set(places[: seed % 3])
    made = [
        f"{line[:-1]}{'”' if place in spoilt else ''} thử{line[-1]}" if place in places else line
        for place, line in enumerate(lines)
    ]
    old, new = parse(reading(BASE, "gốc")), parse(reading("\n".join(made), "sau"))

    planned, found = write_proved(compare(old, new), NUMBER)

    done = apply(old, read_commands(parse(reading(found.text))).operations)
    assert differing(new, done.amended, planned) == set()
    assert {item.operation.target for item in done.log if item.verdict is Verdict.REFUSED} == planned.gaps
    assert found.text.count(UNWRITTEN) == len(planned.gaps) <= len(spoilt)


HEAD = """THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 11/2030/TT-BTN quy định về sổ nghề
Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 11/2030/TT-BTN
"""


def _done(commands: str) -> Consolidation:
    old = parse(reading(BASE, "gốc"))
    return apply(old, read_commands(parse(reading(HEAD + commands, "sửa"))).operations)


@pytest.mark.parametrize(
    "commands",
    [
        "1. …………",
        "1. Bãi bỏ …………",
        "1. ………… (người soạn ghi sau)",
        "1. Bãi bỏ khoản … Điều 4.",
        "1. Sửa đổi, bổ sung khoản 1 Điều 4 như sau: …………",
        "1. Sửa đổi, bổ sung khoản 1 Điều 4 như sau:\n“1. …………”.",
        "1. Sửa đổi, bổ sung khoản 1 Điều 4 như sau:\n“1. ................”.",
        "1. Sửa đổi, bổ sung Điều 4 như sau:\n“Điều 4. Kiểm tra\n1. Xã kiểm tra.\n2. ……”.",
        "1. Sửa đổi tên Điều 4 như sau:\n“Điều 4. …………”.",
        "1. Thay thế cụm từ “hằng năm” bằng cụm từ “…………” tại khoản 1 Điều 4.",
    ],
)
def test_a_place_left_to_write_in_is_never_done(commands: str) -> None:
    done = _done(f"{commands}\n2. Bãi bỏ khoản 2 Điều 2.")

    verdicts = [item.verdict for item in done.log]
    assert verdicts[-1] is Verdict.DONE
    assert set(verdicts[:-1]) == {Verdict.REFUSED}
    before = {str(node.address): node.text for node in done.original.provisions()}
    after = {str(node.address): node.text for node in done.amended.provisions()}
    assert {key for key in before if before[key] != after.get(key)} == {"dieu-2.khoan-2"}


def test_words_with_dots_that_somebody_fills_in_later_are_new_text() -> None:
    done = _done("1. Sửa đổi, bổ sung khoản 1 Điều 4 như sau:\n“1. Xã … kiểm tra theo mẫu: Xã …………”.")

    assert [item.verdict for item in done.log] == [Verdict.DONE]


def _instruments(after: str) -> tuple[Instrument, Instrument]:
    return parse(reading(BASE, "gốc")), parse(reading(after, "sau"))


def test_what_stands_around_the_provisions_is_named_where_it_changes_and_not_where_it_is_left_out() -> None:
    renamed = _text(("Quy định về sổ nghề", "Quy định về sổ nghề, sổ thợ"), PLAIN)
    bare = BASE[BASE.index("Điều 1.") :]

    assert changed_around(compare(*_instruments(renamed))) == ["tên văn bản"]
    assert changed_around(compare(*_instruments(bare))) == []


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kcdocs", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_writes_what_it_can_names_the_rest_and_says_so_by_its_code(tmp_path: Path) -> None:
    for name, text in (("goc", BASE), ("sau", _text(STRAY, PLAIN, ("về sổ nghề", "về sổ thợ")))):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    goc, sau, sua = (str(tmp_path / f"{name}.txt") for name in ("goc", "sau", "sua"))

    wrote = _run("amend", "write", goc, sau, "--out", sua)
    applied = _run("amend", "apply", goc, sua)
    checked = _run("amend", "check", goc, sua)

    assert (wrote.returncode, applied.returncode, checked.returncode) == (1, 1, 1)
    assert "AM128" in wrote.stderr
    assert "khoản 1 Điều 4" in wrote.stderr
    assert "AM129" in wrote.stderr
    assert "khoản 1 Điều 4: không làm được" in applied.stderr
    assert "AM126" in checked.stdout


def test_other_bases_are_told_and_leave_nothing_open(tmp_path: Path) -> None:
    based = BASE.replace("Điều 1.", "Căn cứ Luật Nghề ngày 01 tháng 02 năm 2020;\nĐiều 1.", 1)
    after = based.replace("năm 2020", "năm 2029").replace(*PLAIN)
    for name, text in (("goc", based), ("sau", after)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")

    wrote = _run("amend", "write", str(tmp_path / "goc.txt"), str(tmp_path / "sau.txt"))

    assert wrote.returncode == 0
    assert "AM131" in wrote.stderr


def test_a_new_annex_comes_with_the_amending_instrument(tmp_path: Path) -> None:
    annexes = "Phụ lục I\nMẪU SỔ\nTên nghề: …………\n"
    old = parse(reading(f"{BASE}{annexes}", "gốc"))
    new = parse(reading(f"{BASE}{annexes}Phụ lục II\nMẪU SỔ PHỤ\nTên thợ: …………\n", "sau"))

    planned, found = write_proved(compare(old, new), NUMBER)

    assert not planned.gaps
    assert found.commands[0].rows[0].text == (
        "1. Bổ sung Phụ lục II vào sau Phụ lục I ban hành kèm theo Thông tư số 11/2030/TT-BTN như Phụ lục II "
        "ban hành kèm theo Thông tư này."
    )
    assert found.annexes == ("Phụ lục II", "MẪU SỔ PHỤ", "Tên thợ: …………")


@pytest.mark.parametrize("where", ["", " vào sau Phụ lục I", " vào sau Phụ lục I Thông tư số 11/2030/TT-BTN"])
def test_an_annex_that_the_amending_instrument_adds_as_its_own_is_added(where: str) -> None:
    old = parse(reading(f"{BASE}Phụ lục I\nMẪU SỔ\nTên nghề: …………\n", "gốc"))
    command = f"1. Bổ sung Phụ lục II ban hành kèm theo Thông tư này{where}."
    draft = f"{HEAD}{command}\nPhụ lục II\nMẪU SỔ PHỤ\nTên thợ: …………\n"

    done = apply(old, _operations(draft))

    assert [item.verdict for item in done.log] == [Verdict.DONE]
    assert [node.label for node in done.amended.nodes if node.label in ("I", "II")] == ["I", "II"]


def _operations(draft: str) -> list[Operation]:
    return list(read_commands(parse(reading(draft, "sửa"))).operations)


@pytest.mark.parametrize("verb", ["Sửa đổi, bổ sung", "Thay thế"])
def test_an_annex_quoted_below_its_command_with_label_and_heading_is_the_new_one(verb: str) -> None:
    old = parse(reading(f"{BASE}Phụ lục I\nMẪU SỔ\n1. Tên nghề.\n", "gốc"))
    rows = "“Phụ lục I\nMẪU SỔ NGHỀ\n1. Tên nghề.\n2. Tên thợ.”."

    done = apply(old, _operations(f"{HEAD}1. {verb} Phụ lục I như sau:\n{rows}\n2. Bãi bỏ Điều 3.\n"))

    assert [item.verdict for item in done.log] == [Verdict.DONE, Verdict.DONE]
    annex = done.amended.nodes[-1]
    assert (annex.text, [node.text for node in annex.children]) == ("MẪU SỔ NGHỀ", ["Tên nghề.", "Tên thợ."])
