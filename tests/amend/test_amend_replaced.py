"""Annexes of an amending instrument that say below their heads what they take the place of."""

from __future__ import annotations

import pytest
from amend_base import base

from kcdocs.amend.apply import apply
from kcdocs.amend.read import read
from kcdocs.model.operation import Consolidation, Verdict
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

HEAD = """BỘ MẪU THỬ
Số: 22/2031/TT-BMT
THÔNG TƯ
Sửa đổi, bổ sung Thông tư số 21/2030/TT-BMT
Điều 1. Sửa đổi, bổ sung Thông tư số 21/2030/TT-BMT
1. {}
Điều 2. Hiệu lực thi hành
Thông tư này có hiệu lực thi hành từ ngày 01 tháng 5 năm 2031.
"""

ROW = """PHỤ LỤC
I. LĨNH VỰC GỐM
Mẫu số 01
PHỤ LỤC II
Mẫu số 01/XG. Đơn mới
(Thay thế Mẫu số 01/XG Phụ lục II kèm theo Thông tư số 21/2030/TT-BMT)
ĐƠN XIN LÒ MỚI
Kính gửi nơi nhận đơn.
Mẫu số 02
PHỤ LỤC II
Mẫu số 02/XG. Sổ mới
(Thay thế Mẫu số 02/XG Phụ lục II kèm theo Thông tư số 21/2030/TT-BMT)
Sổ mới của xưởng.
II. LĨNH VỰC MÂY TRE
Mẫu số 01
PHỤ LỤC I
MỨC PHÍ MỚI
(Thay thế Phụ lục I kèm theo Thông tư số 21/2030/TT-BMT)
1. Lò nhỏ: 6 đồng.
"""

BOTH = (
    "Thay thế các Mẫu số 01/XG, 02/XG Phụ lục II ban hành kèm theo Thông tư số 21/2030/TT-BMT tương ứng bằng"
    " các Mẫu số 01, 02 Phần I Phụ lục ban hành kèm theo Thông tư này."
)
WHOLE = (
    "Thay thế Phụ lục I ban hành kèm theo Thông tư số 21/2030/TT-BMT bằng Mẫu số 01 Phần II Phụ lục ban hành"
    " kèm theo Thông tư này."
)


def made(command: str, row: str = ROW) -> Consolidation:
    """The made-up circular, with the amending one applied."""
    draft = read(parse(reading(HEAD.format(command) + row, "sửa")))
    return apply(base(), draft.operations)


def lines(found: Consolidation, label: str) -> list[str]:
    """What an annex then says, line by line."""
    annex = next(node for node in found.amended.nodes if str(node.address) == f"phu-luc-{label}")
    return [line.text for node in annex.walk() for line in node.lines]


def test_a_form_takes_the_place_of_the_one_that_the_line_below_its_head_names() -> None:
    found = made(BOTH)

    assert [item.verdict for item in found.log] == [Verdict.DONE] * 2
    assert lines(found, "II") == [
        "PHỤ LỤC II",
        "BIỂU MẪU",
        "Mẫu số 01/XG. Đơn mới",
        "ĐƠN XIN LÒ MỚI",
        "Kính gửi nơi nhận đơn.",
        "Mẫu số 02/XG. Sổ mới",
        "Sổ mới của xưởng.",
    ]


def test_an_annex_takes_the_place_of_the_one_that_the_line_below_its_head_names() -> None:
    found = made(WHOLE)

    assert [item.verdict for item in found.log] == [Verdict.DONE]
    assert lines(found, "I") == ["PHỤ LỤC I", "MỨC PHÍ MỚI", "1. Lò nhỏ: 6 đồng."]


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("Thông tư số 21/2030/TT-BMT)\nSổ", "Thông tư số 9/2029/TT-BMT)\nSổ"),
        ("(Thay thế Mẫu số 02/XG", "(Bãi bỏ Mẫu số 02/XG"),
        ("(Thay thế Mẫu số 02/XG", "(Thay thế Mẫu số 01/XG"),
        ("(Thay thế Mẫu số 02/XG", "(Thay thế gần hết Mẫu số 02/XG"),
    ],
)
def test_a_line_that_names_something_else_gives_no_new_text(said: str, instead: str) -> None:
    """Another circular, another act, a form that another annex claims too, words nobody understands."""
    second = ROW.replace(said, instead)
    assert second != ROW

    found = made(BOTH, second)

    assert found.log[1].verdict is not Verdict.DONE
    assert "Chưa tìm được" in found.log[1].remark
    assert "Sổ mới" not in "".join(lines(found, "II"))


def test_a_line_that_names_a_form_without_its_annex_is_enough() -> None:
    bare = ROW.replace("02/XG Phụ lục II kèm", "02/XG kèm")
    assert bare != ROW

    assert [item.verdict for item in made(BOTH, bare).log] == [Verdict.DONE] * 2


def test_the_bare_head_of_a_form_is_no_new_text() -> None:
    row = "PHỤ LỤC\nI. LĨNH VỰC GỐM\nMẫu số 01\nMẫu số 02\nSổ mới của xưởng.\n"

    found = made(BOTH, row)

    assert found.log[0].verdict is not Verdict.DONE


def test_of_two_forms_with_one_number_none_is_chosen() -> None:
    row = (
        "PHỤ LỤC\nI. LĨNH VỰC GỐM\nMẫu số 01\nĐơn gốm.\nMẫu số 02\nSổ.\nII. LĨNH VỰC MÂY TRE\nMẫu số 01\nĐơn."
    )

    found = made(BOTH, row)

    assert found.log[0].verdict is not Verdict.DONE
