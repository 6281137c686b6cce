"""Names of the files that are made."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.drafting import output


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("to-trinh-10693-TTr-CTĐP", "to-trinh-10693-TTr-CTĐP"),
        ("Quyết định số 1/QĐ-BCT", "Quyết-định-số-1-QĐ-BCT"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "_CON"),
        ("com1.x", "_com1.x"),
        ("a<>:|?*b", "a-b"),
        ("dấu chấm cuối...", "dấu-chấm-cuối"),
        ("", "_"),
    ],
)
def test_names_are_safe_on_every_system(text: str, name: str) -> None:
    assert output.safe_name(text) == name


@given(st.text())
def test_no_text_leaves_the_folder_or_gives_an_empty_name(text: str) -> None:
    name = output.safe_name(text)

    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert Path("thu-muc", name).resolve().parent == Path("thu-muc").resolve()
    assert len(name) <= 121


def test_a_pattern_takes_fields_and_says_where_a_number_is_open() -> None:
    fields = {"so": "để trống", "ky_hieu": "TT-BCT", "trong": None}

    assert output.file_name("{so}-{ky_hieu}{trong}", fields) == "chua-so-TT-BCT.docx"


def test_names_that_differ_only_in_case_are_told_apart() -> None:
    assert output.unique(["a.docx", "A.docx", "a.docx", "b.docx"]) == [
        "a.docx",
        "A-2.docx",
        "a-3.docx",
        "b.docx",
    ]


def test_of_a_name_too_long_the_longest_field_is_cut_and_the_number_stays():
    fields = {"don_vi": "Hợp tác xã sản xuất " * 12, "so": "41", "stt": 7}

    names = [
        output.file_name(pattern, fields) for pattern in ("{don_vi}-{stt}", "Quyết định {don_vi} {so}-{stt}")
    ]

    assert names[0].endswith("-7.docx")
    assert names[1].startswith("Quyết-định-Hợp-tác-xã")
    assert names[1].endswith("-41-7.docx")
    assert all(len(name.removesuffix(".docx")) <= 120 for name in names)
    assert not names[0].removesuffix("-7.docx").endswith(("s", "sả", "xu", "xuấ"))
