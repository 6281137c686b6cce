"""Notes of saved pages, their numbers stuck to the words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kcdocs.model.line import Note, Reading
from kcdocs.parse.plain import reading
from kcdocs.sources.read import read
from kcdocs.sources.stuck_notes import tied

PAGE = """Chính phủ ban hành Nghị định1.
Điều 1. Phạm vi2
1.3 Nghề dệt năm 2023.
b)4 Nghề gốm.
1 Nghị định số 5/2023/NĐ-CP có căn cứ như sau:
“Căn cứ Luật Tổ chức Chính phủ.”.
2 Điều này được sửa đổi theo quy định tại khoản 1 Điều 1.
3 Khoản này được bổ sung theo quy định tại khoản 2 Điều 1.
4 Điểm này được bãi bỏ theo quy định tại khoản 3 Điều 1."""


def _texts(found: Reading) -> list[str]:
    return [line.text for line in found.lines]


def test_numbers_are_taken_out_of_words_and_labels_and_tied_to_the_notes_at_the_end() -> None:
    found = tied(reading(PAGE, "trang"))

    assert _texts(found) == [
        "Chính phủ ban hành Nghị định.",
        "Điều 1. Phạm vi",
        "1. Nghề dệt năm 2023.",
        "b) Nghề gốm.",
    ]
    assert [(mark.offset, mark.note) for line in found.lines for mark in line.marks] == [
        (28, "1"),
        (15, "2"),
        (2, "3"),
        (2, "4"),
    ]
    assert [len(note.lines) for note in found.notes] == [2, 1, 1, 1]
    assert found.notes[1].lines[0].text == "Điều này được sửa đổi theo quy định tại khoản 1 Điều 1."


def test_raised_numbers_are_tied_like_those_on_the_line() -> None:
    raised = PAGE.replace("định1.", "định¹.").replace("vi2", "vi²").replace("\n2 Điều", "\n² Điều")

    assert tied(reading(raised, "trang")) == tied(reading(PAGE, "trang"))


@pytest.mark.parametrize(
    "change",
    [
        ("\n3 Khoản này", "\n5 Khoản này"),  # the run has a gap
        ("\n1 Nghị định số", "\nNghị định số"),  # it does not begin at 1
        ("định1.\nĐiều 1. Phạm vi2\n", "định.\nĐiều 1. Phạm vi\n"),  # no number sticks to a word
    ],
)
def test_a_text_whose_end_is_no_run_of_numbered_notes_stays_as_it_is(change: tuple[str, str]) -> None:
    found = reading(PAGE.replace(*change), "trang")

    assert tied(found) == found


def test_a_reading_with_notes_of_its_own_stays_as_it_is() -> None:
    found = replace(reading(PAGE, "trang"), notes=(Note("1", ()),))

    assert tied(found) == found


def test_clauses_at_the_end_of_a_text_are_no_notes() -> None:
    found = reading("Điều 1. Phạm vi\n1. Điều này nói về nghề.\n2. Khoản này nói về nghề.", "văn bản")

    assert tied(found) == found


def test_the_saved_page_of_an_official_consolidated_text_has_21_notes(corpus: Path) -> None:
    found = read(corpus / "nd-75-2021" / "hop-nhat-834.md")

    marks = [mark.note for line in found.lines for mark in line.marks]
    assert [note.label for note in found.notes] == [str(number) for number in range(1, 22)]
    assert marks == [str(number) for number in range(1, 22)]  # those of the annexes stick to their numbers
