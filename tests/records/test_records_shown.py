"""What a cell shows is what is printed, or it is refused; rows that nobody sees are told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from kcdocs.records.reading import open_records
from kcdocs.records.values import reader

SCHEMA = {
    "type": "object",
    "properties": {
        "ten": {"type": "string", "title": "Tên"},
        "so": {"type": "number", "title": "Số"},
        "ty_le": {"type": "number", "unit": "%", "title": "Tỷ lệ"},
    },
}


def records(
    path: Path, rows: list[tuple[str, float, str]], hidden: tuple[int, ...] = ()
) -> tuple[list, list, list]:
    """The data, the faults and the remarks of a sheet: header of the number, its value and format in each row."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Hồ sơ")
        for column, title in enumerate(("Tên", "Số", "Tỷ lệ")):
            sheet.write(0, column, title)
        for row, (title, number, code) in enumerate(rows, 1):
            sheet.write(row, 0, "x")
            sheet.write(
                row, ("Tên", "Số", "Tỷ lệ").index(title), number, book.add_format({"num_format": code})
            )
        for row in hidden:
            sheet.set_row(row - 1, None, None, {"hidden": True})
    stream = open_records(path, SCHEMA)
    pairs = list(stream.pairs())
    return (
        [record.data for record, _ in pairs],
        [fault for _, found in pairs for fault in found],
        stream.remarks,
    )


@pytest.mark.parametrize(
    ("code", "held", "shown"),
    [
        ("#,##0", 333333.333333333, 333333),
        ("0.0", 33.3333333333333, Decimal("33.3")),
        ("0.00", 0.666666666666667, Decimal("0.67")),
        ("0.00", 2.675, Decimal("2.68")),
        ('#,##0.0 "đồng"', 12.25, Decimal("12.3")),
        ("#,##0.00;[Red]-#,##0.00", -1.005, Decimal("-1.01")),
        ("General", 0.1 + 0.2, Decimal("0.3")),
        ("General", 12.5, Decimal("12.5")),
        ("0.0", 7, 7),
    ],
)
def test_a_number_is_what_its_cell_shows(tmp_path: Path, code: str, held: float, shown: object) -> None:
    data, faults, _ = records(tmp_path / "a.xlsx", [("Số", held, code)])

    assert faults == []
    assert data[0]["so"] == shown


@pytest.mark.parametrize(
    ("code", "held"), [("0.0,", 1500.5), ("0.00E+00", 1500), ("# ?/?", 0.5), ("General", 1 / 3)]
)
def test_a_cell_that_shows_another_number_is_refused(tmp_path: Path, code: str, held: float) -> None:
    _, faults, _ = records(tmp_path / "a.xlsx", [("Số", held, code)])

    assert [(fault.code, fault.place.cell) for fault in faults] == [("RC211", "B2")]


@pytest.mark.parametrize(
    ("code", "held", "shown"),
    [("0.0%", 0.125, Decimal("12.5")), ("0%", 0.07, 7), ("0%", 0.125, 13), ("0.0", 12.5, Decimal("12.5"))],
)
def test_a_share_is_what_its_cell_shows_where_the_field_is_a_share(
    tmp_path: Path, code: str, held: float, shown: object
) -> None:
    data, faults, _ = records(tmp_path / "a.xlsx", [("Tỷ lệ", held, code)])

    assert faults == []
    assert data[0]["ty_le"] == shown


def test_a_share_in_any_other_field_is_refused(tmp_path: Path) -> None:
    _, faults, _ = records(tmp_path / "a.xlsx", [("Số", 0.125, "0.0%")])

    assert [fault.message for fault in faults] == [
        "Ô hiển thị 12,5% nhưng chứa số 0,125, nên không rõ cần số nào."
    ]


@pytest.mark.parametrize(
    ("title", "code", "held", "said"),
    [
        ("Số", '#,##0" nghìn đồng"', 1500, "nghìn đồng"),
        ("Số", '0.0\\ "triệu";-0.0\\ "triệu"', 1.5, "triệu"),
        ("Số", '0"%"', 12, "%"),
        ("Tỷ lệ", '0.0"‰"', 12.5, "‰"),
        ("Tỷ lệ", '0" đồng"', 12, "đồng"),
        ("Tên", '0"%"', 12, "%"),
        ("Tên", '"KC-"000', 7, "KC"),
        ("Tên", '0" đồng"', 12, "đồng"),
    ],
)
def test_words_that_a_format_shows_beside_a_number_are_never_left_out_in_silence(
    tmp_path: Path, title: str, code: str, held: float, said: str
) -> None:
    _, faults, _ = records(tmp_path / "a.xlsx", [(title, held, code)])

    assert [fault.message.partition(" cạnh")[0] for fault in faults] == [f"Định dạng của ô hiển thị «{said}»"]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Tỷ lệ", '0"%"'),
        ("Số", '#,##0" VNĐ"'),
        ("Số", "#,##0\\ [$₫-42A]"),
        ("Số", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)'),
        ("Số", '#,##0;"âm "#,##0'),
        ("Số", r"\(#,##0\)"),
    ],
)
def test_the_fields_own_unit_gaps_and_brackets_in_a_format_do_not_matter(
    tmp_path: Path, title: str, code: str
) -> None:
    data, faults, _ = records(tmp_path / "a.xlsx", [(title, 12, code)])

    assert faults == []
    assert 12 in data[0].values()


@pytest.mark.parametrize(
    ("code", "held"),
    [
        ("0.00", 12),
        ("#,##0", 1_234_567),
        ("#,##0", 12),
        ("0;-0", 12),
        ("General", 123_456_789_012),
        ("0.00", 12.5),
        ("+0", 84),
    ],
)
def test_a_number_that_shows_more_than_its_digits_is_no_text(tmp_path: Path, code: str, held: float) -> None:
    _, faults, _ = records(tmp_path / "a.xlsx", [("Tên", held, code)])

    assert [(fault.code, fault.place.cell) for fault in faults][:1] == [("RC211", "A2")]


@pytest.mark.parametrize(
    ("code", "held", "text"),
    [
        ("0", 123_456_789_012, "123456789012"),
        ("General", 12_345_678_901, "12345678901"),
        ("000", 7, "007"),
        ("@", 12, "12"),
    ],
)
def test_a_number_that_shows_its_digits_alone_is_the_text_of_these(
    tmp_path: Path, code: str, held: float, text: str
) -> None:
    data, faults, _ = records(tmp_path / "a.xlsx", [("Tên", held, code)])

    assert faults == []
    assert str(data[0]["ten"]) == text


@pytest.mark.parametrize(
    ("code", "held"),
    [("#,##0;[Red]#,##0", -5), ("0;;0", -5), ("0;-0;", 0), (";;;", 12), ('0;-0;"không"', 0), ("0;-0;;@", 0)],
)
def test_a_number_whose_sign_or_digits_are_not_shown_is_refused(
    tmp_path: Path, code: str, held: float
) -> None:
    _, faults, _ = records(tmp_path / "a.xlsx", [("Số", held, code)])

    assert [fault.code for fault in faults] == ["RC211"]


@pytest.mark.parametrize(
    ("code", "held"),
    [
        ("#,##0;[Red]#,##0", 5),
        ("#,##0_);[Red]\\(#,##0\\)", -5),
        ('0;-0;"-"', 0),
        ("0;-0;0", 0),
        ('0;"âm "0', -5),
    ],
)
def test_a_number_whose_sign_and_digits_are_shown_is_read(tmp_path: Path, code: str, held: float) -> None:
    data, faults, _ = records(tmp_path / "a.xlsx", [("Số", held, code)])

    assert faults == []
    assert data[0]["so"] == held


@pytest.mark.parametrize(
    ("code", "whole"),
    [
        ("mmm-yy", False),
        ("d-mmm", False),
        ("mm/yyyy", False),
        ("h:mm", False),
        ('"tháng "m" năm "yyyy', False),
        ("dd/mm/yyyy", True),
        ("d/m/yy", True),
        ("[$-42A]dd mmmm yyyy;@", True),
        ("yyyy-mm-dd", True),
    ],
)
def test_a_day_of_which_a_cell_shows_a_part_only_is_refused(tmp_path: Path, code: str, whole: bool) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Hồ sơ")
        sheet.write_row(0, 0, ["Tên", "Ngày"])
        sheet.write(1, 0, "x")
        sheet.write_datetime(1, 1, date(2026, 3, 1), book.add_format({"num_format": code}))
    schema = {
        "type": "object",
        "properties": {
            "ten": SCHEMA["properties"]["ten"],
            "ngay": {"type": "string", "format": "date", "title": "Ngày"},
        },
    }

    faults = [fault for _, found in open_records(path, schema).pairs() for fault in found]

    assert [fault.place.cell for fault in faults] == ([] if whole else ["B2"])


def test_rows_that_nobody_sees_are_read_and_told(tmp_path: Path) -> None:
    rows = [("Số", float(number), "0") for number in range(1, 7)]
    data, _, remarks = records(tmp_path / "a.xlsx", rows, hidden=(3, 4, 6))

    assert len(data) == 6
    assert [remark.partition("; ")[0] for remark in remarks] == [
        "RC221: 3 hàng đang bị ẩn hoặc bị lọc cũng được lập văn bản như mọi hàng khác (hàng 3–4, 6)"
    ]


@pytest.mark.parametrize(
    ("unit", "text", "number"),
    [
        ("%", "12,5%", Decimal("12.5")),
        ("%", "12,5 %", Decimal("12.5")),
        ("%", "12,5", Decimal("12.5")),
        ("đồng", "1.500.000 đồng", 1_500_000),
        ("đồng", "1.500.000đ", 1_500_000),
        ("đồng", "1 500 000 VNĐ", 1_500_000),
    ],
)
def test_a_field_with_a_unit_takes_its_own_unit(unit: str, text: str, number: object) -> None:
    assert reader({"type": "number", "unit": unit})(text) == number


@pytest.mark.parametrize(
    ("unit", "text"), [("%", "12,5 đồng"), ("đồng", "12%"), ("", "12%"), ("%", "1.234%")]
)
def test_another_unit_and_an_unsure_number_are_refused(unit: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"đơn vị|không chắc"):
        reader({"type": "number"} | ({"unit": unit} if unit else {}))(text)
