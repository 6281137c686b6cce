"""Printed lines exist only where the record's fields are what they are made of."""

from __future__ import annotations

import pytest

from kcdocs.drafting.lines import LINES, fits


@pytest.mark.parametrize(
    ("line", "fields", "there"),
    [
        ("co_quan", {"co_quan": {"ten": "Bộ Công Thương"}}, True),
        ("co_quan", {"co_quan": "Bộ Công Thương"}, False),
        ("co_quan", {}, False),
        ("kinh_gui", {"kinh_gui": ["Chính phủ"]}, True),
        ("kinh_gui", {"kinh_gui": "Chính phủ"}, False),
        ("noi_nhan", {"noi_nhan": ["VP"], "luu": "VT"}, False),
        ("noi_nhan", {"noi_nhan": ["VP"], "luu": {"don_vi": "PC"}}, True),
    ],
)
def test_a_line_is_there_only_where_its_fields_are_of_its_kind(
    line: str, fields: dict[str, object], there: bool
) -> None:
    assert fits(LINES[line], fields) is there
