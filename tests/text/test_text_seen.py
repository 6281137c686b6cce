"""What a reader sees, and the way back."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text.seen import seen


def test_a_plain_string_is_itself() -> None:
    assert seen("Điều 5").text == "Điều 5"
    assert seen("Điều 5").places is None


def test_combining_marks_are_composed_and_offsets_lead_back() -> None:
    text = unicodedata.normalize("NFD", "điều ệ 5")
    view = seen(text)
    assert view.text == "điều ệ 5"
    assert text[view.back(view.text.index("5")) :] == "5"
    assert text[: view.back(5)] == unicodedata.normalize("NFD", "điều ")


def test_invisible_characters_are_gone_and_lookalikes_folded() -> None:
    view = seen("\u200bÐiều\u00ad 5")
    assert view.text == "Điều 5"
    assert view.back(0) == 1
    assert view.back(6) == 8


@given(st.text(alphabet="ae\u0301\u0323\u0302\u200bđĐÐ 5"))
def test_every_offset_leads_back_in_order(text: str) -> None:
    view = seen(text)
    places = [view.back(offset) for offset in range(len(view.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)
