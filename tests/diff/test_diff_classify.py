"""Classes of small differences."""

from __future__ import annotations

import pytest

from kcdocs.diff.classify import gravest_first, weigh
from kcdocs.model.comparison import ChangeClass


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("đề án", "đề án", None),
        ("khuyến công", "khuyến\u00a0công", "ma-hoa"),
        ("Ðiều", "Điều", "ma-hoa"),
        ("công", "công\u200b", "ma-hoa"),
        ("a b", "a\nb", "hinh-thuc"),
        ("a b", "a  b", "hinh-thuc"),
        ("hoà", "Hòa", "hinh-thuc"),
        ("lý do;", "lí do,", "hinh-thuc"),
        (";", "", "hinh-thuc"),
        ("1,5", "15", "noi-dung"),
        ("phải", "phái", "noi-dung"),
        ("", "không", "noi-dung"),
        ("10%", "10", "noi-dung"),
    ],
)
def test_the_class_of(old: str, new: str, expected: str | None) -> None:
    assert weigh(old, new) == expected
    assert weigh(new, old) == expected


def test_gravest_first_and_once() -> None:
    mixed = [ChangeClass.FORM, ChangeClass.SUBSTANCE, ChangeClass.FORM, ChangeClass.MOVED]
    assert gravest_first(mixed) == (ChangeClass.SUBSTANCE, ChangeClass.MOVED, ChangeClass.FORM)
