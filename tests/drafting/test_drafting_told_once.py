"""What the reader and the contract both met is told once; all else is told."""

from __future__ import annotations

from kcdocs.drafting.reading import without_repeats
from kcdocs.model.finding import Finding, Place, Severity


def fault(code: str, **place: object) -> Finding:
    return Finding(code, Severity.ERROR, Place(file="a.yaml", **place), "")  # type: ignore[arg-type]


def codes(*faults: Finding) -> list[str]:
    return [item.code for item in without_repeats(faults)]


def test_of_one_value_of_a_text_what_the_reader_found_is_enough() -> None:
    assert codes(fault("RC111", line=3, field="so"), fault("TP316", line=3, field="so")) == ["RC111"]


def test_a_reader_that_knows_the_line_alone_is_enough_too() -> None:
    assert codes(fault("RC118", line=3), fault("TP316", line=3, field="so")) == ["RC118"]


def test_faults_of_another_line_or_another_field_are_told() -> None:
    faults = (fault("RC111", line=3, field="so"), fault("TP316", line=3, field="ten"), fault("TP316", line=4))
    assert codes(*faults) == ["RC111", "TP316", "TP316"]


def test_a_missing_field_is_told_though_a_value_of_its_group_has_a_fault() -> None:
    assert codes(fault("RC118", line=1), fault("TP311", line=1, field="ngay")) == ["RC118", "TP311"]


def test_records_of_a_list_are_told_apart_by_their_pointers() -> None:
    faults = (
        fault("RC111", part="con trỏ /0/so", field="so"),
        fault("TP316", part="con trỏ /1/so", field="so"),
    )
    assert codes(*faults) == ["RC111", "TP316"]


def test_a_cell_is_told_of_once() -> None:
    assert codes(fault("RC111", line=2, cell="cột A"), fault("TP316", line=2, cell="cột A")) == ["RC111"]
