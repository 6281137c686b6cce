"""The same fault down a column is told once, with its cells."""

from __future__ import annotations

from dataclasses import replace

from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.folding import folded

FAULT = Finding("TP318", Severity.ERROR, Place("a.xlsx", sheet="Hồ sơ", cell="C2"), "Quá ngắn.", "A")


def at(cell: str, fault: Finding = FAULT, line: int = 0) -> Finding:
    return replace(fault, place=replace(fault.place, cell=cell, line=line))


def test_a_fault_that_fills_a_column_is_one_with_its_range() -> None:
    told = folded(at(f"C{row}") for row in range(2, 302))

    assert [one.place.cell for one in told] == ["C2:C301 (300 ô)"]


def test_faults_that_differ_in_anything_else_stay_apart_in_their_order() -> None:
    other = replace(FAULT, found="B")
    told = folded([at("C2"), at("D2"), at("C3", other), at("C5"), at("D9")])

    assert [(one.place.cell, one.found) for one in told] == [
        ("C2, C5 (2 ô)", "A"),
        ("D2, D9 (2 ô)", "A"),
        ("C3", "B"),
    ]


def test_lines_of_a_text_table_are_told_by_their_column() -> None:
    fault = replace(FAULT, place=Place("a.csv"))
    told = folded([at("cột C", fault, 2), at("cột C", fault, 3), at("cột C", fault, 7)])

    assert [(one.place.cell, one.place.line) for one in told] == [("cột C, dòng 2–3, 7 (3 ô)", 0)]


def test_what_stands_in_no_cell_is_told_each_time() -> None:
    faults = [replace(FAULT, place=Place("a.yaml", line=3)), replace(FAULT, place=Place("a.yaml", line=4))]

    assert folded(faults) == faults
