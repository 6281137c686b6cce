"""Each threshold of the room, just below and just above."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from kcdocs.model.finding import Place
from kcdocs.records.errors import RecordFaultsError, UnreadableRecordError
from kcdocs.records.hygiene import faults
from kcdocs.records.legacy_value import legacy_reading
from kcdocs.records.reading import open_records, read_records
from kcdocs.records.starter_yaml import yaml_form
from kcdocs.records.table_cells import BadCellError, shown

SCHEMA = {
    "type": "object",
    "required": ["so"],
    "properties": {
        "so": {"type": ["integer", "string"], "title": "Số"},
        "ten": {"type": "string", "title": "Tên"},
    },
}


def file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def told(path: Path) -> list[str]:
    with pytest.raises(RecordFaultsError) as caught:
        read_records(path)
    return [fault.found or fault.message for fault in caught.value.findings]


def sheet(folder: Path, *rows) -> list[object]:
    """What a sheet's column "Số" holds, and codes of faults."""
    with xlsxwriter.Workbook(folder / "a.xlsx") as book:
        made = book.add_worksheet()
        for number, cells in enumerate(rows):
            made.write_row(number, 0, cells)
    found: list[object] = []
    stream = open_records(folder / "a.xlsx", SCHEMA)
    for record, wrong in stream.pairs():
        found += [fault.code for fault in wrong] or [record.data.get("so")]
    return found + [fault.code for fault in stream.loose]


@pytest.mark.parametrize(("size", "codes"), [(1_000_000, []), (1_000_001, ["RC113"])])
def test_a_value_has_a_million_characters(size, codes):
    assert [fault.code for fault in faults("x" * size, Place())] == codes


def test_a_line_of_json_lines_has_four_million_characters(tmp_path):
    def line(size: int) -> Path:
        return file(tmp_path, "a.jsonl", '{"so": "1"' + " " * (size - 11) + "}\n")

    assert len(read_records(line(4 * 2**20))) == 1
    with pytest.raises(RecordFaultsError):
        read_records(line(4 * 2**20 + 1))


def test_a_json_file_has_sixteen_megabytes(tmp_path):
    def padded(size: int) -> Path:
        return file(tmp_path, "a.json", '{"so": "1"' + " " * (size - 11) + "}")

    assert len(read_records(padded(16 * 2**20))) == 1
    with pytest.raises(UnreadableRecordError, match="16 MB"):
        read_records(padded(16 * 2**20 + 1))


def test_a_number_of_more_than_15_digits_is_refused(tmp_path):
    head = ["Số", "Tên"]

    assert sheet(tmp_path, head, [999_999_999_999_999, "a"]) == [999_999_999_999_999]
    assert sheet(tmp_path, head, [1_000_000_000_000_000, "a"]) != [1_000_000_000_000_000]


@pytest.mark.parametrize(("above", "found"), [(19, True), (20, False)])
def test_the_header_stands_within_twenty_rows(tmp_path, above, found):
    rows = [["Phụ lục"]] * above + [["Số", "Tên"], ["7", "a"]]

    assert (sheet(tmp_path, *rows) == ["7"]) is found


@pytest.mark.parametrize(("size", "shown"), [(60, "x" * 59 + "�"), (61, "x" * 59 + "…")])
def test_a_message_repeats_sixty_characters_of_a_value(size, shown):
    (fault,) = faults("x" * (size - 1) + "�", Place())

    assert fault.found == shown


@pytest.mark.parametrize(("size", "shown"), [(79, 80), (80, 80), (78, 79)])
def test_a_message_repeats_eighty_characters_of_what_was_cut_off(tmp_path, size, shown):
    (found,) = told(file(tmp_path, "a.yaml", f"so: a #{'x' * size}\n"))

    assert found == "#" + "x" * (shown - 1)


def test_a_message_repeats_forty_characters_of_too_long_a_name(tmp_path):
    (found,) = told(file(tmp_path, "a.yaml", "x" * 101 + ": 1\n"))

    assert "«" + "x" * 40 + "…»" in found


@pytest.mark.parametrize(("size", "lines"), [(89, 1), (90, 2)])
def test_notes_of_a_starter_file_are_a_hundred_characters_wide(size, lines):
    schema = {"required": ["so"], "properties": {"so": {"type": "string", "title": "x" * size}}}
    form = yaml_form(schema, "bo-mau").partition("\n\n")[2]

    assert len([line for line in form.splitlines() if line.startswith("# ")]) == lines


@pytest.mark.parametrize(("word", "meant"), [("thî", "thợ"), ("bî", None)])
def test_one_word_of_three_letters_tells_an_old_code_page(word, meant):
    found = legacy_reading(word)

    assert (found and found.text) == meant


@pytest.mark.parametrize(("good", "bad", "told"), [(8, 2, True), (79, 21, False)])
def test_four_fifths_of_the_words_of_a_value_must_be_vietnamese(good, bad, told):
    assert bool(legacy_reading(" ".join(["thî"] * good + ["Žß"] * bad))) is told


def test_nine_decimals_of_a_cell_without_a_format_are_seen_and_ten_are_not():
    assert shown(0.123456789, None, percent=False) == Decimal("0.123456789")
    with pytest.raises(BadCellError, match="dài hơn phần mà bảng tính hiển thị"):
        shown(0.1234567891, None, percent=False)
