"""What the page says of faults: nothing that only the command line has."""

from __future__ import annotations

import pytest

from kcdocs.web.words import page_mend


@pytest.mark.parametrize(
    ("mend", "said"),
    [
        ("Thêm --as với số của văn bản.", ""),
        ("Mở tệp trong Word. Hoặc chạy kcdocs decrees add TỆP.", "Mở tệp trong Word."),
        ("Xem đĩa còn chỗ không; nếu cần thì thêm --force.", "Xem đĩa còn chỗ không;"),
        (
            "Bộ Tài chính - Bộ Công Thương: ghi một dấu gạch.",
            "Bộ Tài chính - Bộ Công Thương: ghi một dấu gạch.",
        ),
    ],
)
def test_a_sentence_on_an_option_or_a_command_is_left_out(mend: str, said: str) -> None:
    assert page_mend("XX999", mend) == said


def test_a_fault_that_the_page_mends_its_own_way_says_that_way() -> None:
    assert page_mend("DC104", "Thêm --as.") == "Ghi số, ký hiệu của văn bản vào ô «Số, ký hiệu»."
