"""Addresses: machine form and spoken form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.model.address import Address, Kind, Step


@pytest.mark.parametrize(
    ("machine", "spoken"),
    [
        ("dieu-5a.khoan-2.diem-đ", "điểm đ khoản 2 Điều 5a"),
        ("chuong-II.muc-1", "Mục 1 Chương II"),
        ("phu-luc-I.dieu-3", "Điều 3 Phụ lục I"),
        ("dieu-2.doan-3", "đoạn 3 Điều 2"),
        ("phan-II.tieu-muc-1", "Tiểu mục 1 Phần II"),
        ("", "toàn văn"),
    ],
)
def test_an_address_reads_from_its_machine_form_and_is_spoken_from_the_inside_out(
    machine: str, spoken: str
) -> None:
    address = Address.parse(machine)

    assert address.spoken() == spoken
    assert str(address) == machine


@pytest.mark.parametrize("wrong", ["dieu5", "article-5", "dieu-5..khoan-1"])
def test_a_step_of_no_known_kind_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        Address.parse(wrong)


_STEPS = st.builds(Step, st.sampled_from(list(Kind)), st.from_regex(r"[0-9a-zđIVX]{0,4}", fullmatch=True))


@given(st.lists(_STEPS, max_size=5))
def test_every_address_reads_back_from_what_it_writes(steps: list[Step]) -> None:
    address = Address(tuple(steps))

    assert Address.parse(str(address)) == address


def test_an_address_starts_with_itself_and_with_what_holds_it() -> None:
    point = Address.parse("dieu-5.khoan-2.diem-a")

    assert point.starts_with(point)
    assert point.starts_with(point.parent)
    assert not point.parent.starts_with(point)
    assert not Address.parse("dieu-51").starts_with(Address.parse("dieu-5"))
