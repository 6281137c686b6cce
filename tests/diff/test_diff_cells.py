"""Tables: words that stand in another column, though none of them differs."""

from __future__ import annotations

from pathlib import Path

import pytest
from planted_files import compared_files, told

from kcdocs.model.comparison import ChangeClass
from kcdocs.model.format import COMPARISON, Format

TABLE = (
    "Điều 1. Suất vay\n1. Suất vay theo bảng sau đây:\n"
    "| Loại kho | Xã | Huyện |\n"
    "| Kho gạch | 10 nghìn |  |\n"
    "| Kho gỗ |  | 8 nghìn |\n"
)


def findings(folder: Path, new: str) -> list[str]:
    return [found.message for found in compared_files(folder, TABLE, new).steps[0].findings]


@pytest.mark.parametrize("medium", COMPARISON)
def test_a_sum_in_another_column_is_substance_in_every_medium(medium: Format, tmp_path: Path) -> None:
    chain = compared_files(tmp_path, TABLE, TABLE.replace("| 10 nghìn |  |", "|  | 10 nghìn |"))
    classes, codes, words = told(chain, medium)

    assert (classes, codes) == ({ChangeClass.SUBSTANCE}, {"DF212"})
    assert "“10 nghìn” trước ở hàng 2, cột 2, nay ở hàng 2, cột 3" in " ".join(words.split())
    assert "không có gì khác nhau" not in words


def test_a_column_that_came_moves_no_cell(tmp_path: Path) -> None:
    new = (
        TABLE.replace("| Xã |", "| Bản | Xã |").replace("| 10", "| 2 nghìn | 10").replace("|  | 8", "| | | 8")
    )

    assert findings(tmp_path, new) == []


def test_a_cell_put_out_of_its_column_by_one_too_many_is_told(tmp_path: Path) -> None:
    assert findings(tmp_path, TABLE.replace("| Kho gỗ |  |", "|  | Kho gỗ |  |")) == [
        (
            "Trong bảng 1 khoản 1 Điều 1, cùng lời mà khác ô: “Kho gỗ” trước ở hàng 3, cột 1, nay ở hàng 3, cột 2; "
            "“8 nghìn” trước ở hàng 3, cột 3, nay ở hàng 3, cột 4."
        )
    ]


def test_a_sum_in_another_row_of_its_column_is_told(tmp_path: Path) -> None:
    old = TABLE.replace("| Kho gỗ |  | 8 nghìn |\n", "|  | 8 nghìn |  |\n|  |  |  |\n")
    new = TABLE.replace("| Kho gỗ |  | 8 nghìn |\n", "|  |  |  |\n|  | 8 nghìn |  |\n")
    (found,) = compared_files(tmp_path, old, new).steps[0].findings

    assert "“8 nghìn” trước ở hàng 3, cột 2, nay ở hàng 4, cột 2" in found.message


def test_a_row_that_came_moves_no_cell(tmp_path: Path) -> None:
    assert findings(tmp_path, TABLE.replace("| Kho gỗ", "| Kho tre | 3 nghìn |  |\n| Kho gỗ")) == []
