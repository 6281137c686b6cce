"""The thresholds of the room, just below and just above."""

from __future__ import annotations

import pytest

from kcdocs.dossier import limits
from kcdocs.dossier.draft_names import same_draft, shortens, strays
from kcdocs.dossier.paper_facts import PaperFacts

FULL = "Nghị định sửa đổi, bổ sung một số điều của Nghị định số 77/2015/NĐ-CP ngày 10/9/2015 của Chính phủ về chợ"


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Nghị định sửa", False),  # three words
        ("Nghị định sửa đổi", True),
        ("Nghị định sửa đổi chợ", False),
        ("Nghị định về chợ", True),
        ("Thông tư về chợ", False),
        (FULL.replace("một số điều của ", ""), False),
        ("Nghị định sửa đổi, bổ sung một số điều của Nghị định số 77/2015/NĐ-CP", True),
        ("NGHỊ ĐỊNH SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA NGHỊ ĐỊNH SỐ 77/2015/NĐ-CP VỀ CHỢ", True),
        (FULL.replace("10/9/2015", "11/9/2015"), True),  # the day is told where papers are cited
        (FULL.replace("77/", "78/"), False),
        (FULL + " và siêu thị", True),  # what follows a name in a title
    ],
)
def test_a_shorter_name_is_the_drafts_from_four_words_on(name: str, same: bool) -> None:
    assert same_draft(name, FULL) is same


@pytest.mark.parametrize(
    ("said", "name", "told"),
    [
        ("Nghị định về mức 5 đồng", "Nghị định về mức 6 đồng", False),  # five words are alike
        ("Nghị định về mức thu 5 đồng", "Nghị định về mức thu 6 đồng", False),
        ("Nghị định về mức thu phí 5 đồng", "Nghị định về mức thu phí 6 đồng", True),
        ("Nghị định về mức thu phí chợ", "Nghị định về mức thu phí 6 đồng", False),
    ],
)
def test_another_number_behind_six_equal_words_is_told(said: str, name: str, told: bool) -> None:
    assert strays(said, name) is told


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Nghị định chợ", False),  # three words
        ("Nghị định sửa chợ", True),
        ("Nghị định sửa đổi Nghị định số 77/2015/NĐ-CP về chợ", True),
        (FULL.replace("một số điều của ", ""), True),
        ("Nghị định số 77/2015/NĐ-CP về chợ", False),  # that is the decree to be amended
        ("Nghị định sửa đổi Nghị định số 78/2015/NĐ-CP về chợ", False),
        ("Nghị định sửa đổi, bổ sung Nghị định về hội chợ", False),
        ("Nghị định về chợ sửa đổi", False),
        ("Thông tư sửa đổi một số điều về chợ", False),
    ],
)
def test_a_name_with_words_left_out_is_a_shorter_one_from_four_words_on(name: str, short: bool) -> None:
    assert shortens(name, FULL) is short


def test_a_page_is_37_lines_of_82_letters() -> None:
    assert (limits.LINES_A_PAGE, limits.LETTERS_A_LINE) == (37, 82)
    assert [PaperFacts("a", "", "", "", None, lines=lines).pages for lines in (370, 371)] == [10, 11]
