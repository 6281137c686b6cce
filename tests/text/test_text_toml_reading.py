"""TOML that anyone may have written is read, or refused with the reason in Vietnamese."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text.toml_reading import BadTomlError, read_toml

KINDS = {"ten": str, "ngay": date, "so": int, "mau": bool, "thay": list, "tep": dict}


def test_fields_of_the_right_types_are_read_and_composed() -> None:
    data = 'ten = "Bo\u0302"\nngay = 2026-01-05\nso = 3\nmau = true\nthay = ["a"]\ntep = {goc = "b"}'.encode()
    assert read_toml(data, KINDS) == {
        "ten": "Bô",
        "ngay": date(2026, 1, 5),
        "so": 3,
        "mau": True,
        "thay": ["a"],
        "tep": {"goc": "b"},
    }


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("ten = 1", "mục «ten» cần chữ trong ngoặc kép"),
        ("ngay = 2026-01-05T01:02:03", "mục «ngay» cần ngày như 2012-05-21"),
        ("so = true", "mục «so» cần số"),
        ("mau = 1", "mục «mau» cần true hoặc false"),
        ("thay = [1]", "mục «thay» cần danh sách chữ"),
        ("[tep]\na = 1", "mục «tep» cần bảng chữ"),
        ("a = 1\nb = ?", "không phải TOML ở dòng 2, cột 5"),
        ("a = 2026-02-30", "không phải TOML ở dòng 1, cột 5"),
        ("a = " + "9" * 5000, "không phải TOML"),
        ("a = " + "[" * 50_000, "lồng quá sâu"),
        ("#" * (4 * 2**20 + 1), "tệp lớn hơn 4 MB"),
    ],
)
def test_what_is_wrong_is_told_in_vietnamese(written: str, told: str) -> None:
    with pytest.raises(BadTomlError) as caught:
        read_toml(written.encode(), KINDS)
    assert str(caught.value) == told


def test_another_encoding_is_told() -> None:
    with pytest.raises(BadTomlError, match="không phải bảng mã UTF-8"):
        read_toml("a = 'ă'".encode("utf-16"))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    try:
        assert isinstance(read_toml(data), dict)
    except BadTomlError as fault:
        assert str(fault)  # noqa: PT017 - either answer will do
