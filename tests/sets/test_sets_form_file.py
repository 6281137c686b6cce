"""`form.toml`: what the sheet of fields says for people comes back as it was said; what is no form is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.records.field_sheet import FieldRow
from kcdocs.sets.form_file import FieldWords, FormGroup, FormWords, form_of, read_form
from kcdocs.text.normalise import nfc
from kcdocs.text.toml_reading import BadTomlError

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).map(nfc).filter(bool)
ROWS = st.lists(
    st.builds(
        FieldRow,
        st.from_regex("[a-z]{1,3}(_[a-z])?", fullmatch=True),
        st.just("Tên"),
        st.just("chữ"),
        st.booleans(),
        group=WORDS,
        search=st.lists(WORDS, max_size=3).map(tuple),
    ),
    unique_by=lambda row: row.path,
)


@given(ROWS, st.lists(WORDS, max_size=3))
def test_what_is_written_is_read_back(rows: list[FieldRow], search: list[str]) -> None:
    found = read_form(form_of(rows, search))

    titles = dict.fromkeys(row.group for row in rows)
    groups = (FormGroup(title, tuple(row.path for row in rows if row.group == title)) for title in titles)
    fields = {row.path: FieldWords(search=row.search) for row in rows if row.search}
    assert found == FormWords(tuple(search), tuple(groups), fields)


def test_titles_and_hints_written_by_hand_are_read() -> None:
    found = read_form('[fields."nguoi_ky.ho_ten"]\ntitle = "Người ký"\nhint = "Họ và tên"\n'.encode())

    assert found.fields == {"nguoi_ky.ho_ten": FieldWords("Người ký", "Họ và tên")}


@pytest.mark.parametrize(
    "text",
    [
        "search = 3",
        "other = 3",
        "groups = 3",
        "groups = [3]",
        '[[groups]]\ntitle = "A"',
        '[[groups]]\ntitle = "A"\nfields = [3]',
        "fields = 3",
        "[fields.a]\ntitle = 3",
        "[fields.a]\nname = 'x'",
        "[fields.a]\nsearch = [3]",
        "[",
    ],
)
def test_what_is_no_form_is_refused(text: str) -> None:
    with pytest.raises(BadTomlError):
        read_form(text.encode())
