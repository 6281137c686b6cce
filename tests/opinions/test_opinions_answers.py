"""Answers to opinions: what they say became of each, how they are counted, and the papers that tell of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from hypothesis import assume, given
from hypothesis import strategies as st
from opinions_builder import Marked, base_lines, word_file

from kcdocs.api import OpinionAnswer, dossier, forms
from kcdocs.api import opinions as api
from kcdocs.model.format import Format
from kcdocs.opinions.answers import answer_text, outcome_of, split_answer

LINES = base_lines(3)
TEMPLATES = Path(__file__).parents[2] / "templates"
WORDS = st.text(st.sampled_from(" .:;-/\nabTtiếpthugảrình đãộ"), max_size=40) | st.builds(
    "{}{}".format,
    st.sampled_from(
        ("Tiếp thu", "tiếp thu một phần", "Giải trình", "Không tiếp thu", "Đã tiếp thu", "Tiếp thu/")
    ),
    st.text(st.sampled_from(" .:\nvì đã"), max_size=8),
)


@given(WORDS)
def test_what_is_told_apart_in_an_answer_is_the_answer_again_together(text: str) -> None:
    assert answer_text(*split_answer(text)) == text.strip()


@given(st.sampled_from(api.OUTCOMES), WORDS)
def test_an_outcome_that_is_chosen_stands_in_the_answer_with_the_words_that_were_typed(
    outcome: str, words: str
) -> None:
    assume(
        outcome_of(words) is None and not words.strip().startswith(("Tiếp", "Giải", "tiếp", "Không", "Đã"))
    )
    said = api.answered(outcome, words)
    assume(outcome_of(said) is not None)  # words of several lines may tell of another outcome
    assert split_answer(said) == (outcome, words.strip())


@pytest.mark.parametrize(
    ("text", "outcome", "words"),
    [
        ("Tiếp thu: đã sửa tại khoản 2.", "tiếp thu", "đã sửa tại khoản 2."),
        ("Tiếp thu.", "tiếp thu", ""),
        ("Tiếp thu một phần: nâng lên 18 triệu.", "tiếp thu một phần", "nâng lên 18 triệu."),
        ("Không tiếp thu vì trái Luật.", "giải trình", "Không tiếp thu vì trái Luật."),
        ("Đã tiếp thu", "tiếp thu", "Đã tiếp thu"),
        ("Xem lại sau.", None, "Xem lại sau."),
        ("- Tiếp thu: ý một.\n- Giải trình: ý hai.", None, "- Tiếp thu: ý một.\n- Giải trình: ý hai."),
    ],
)
def test_an_answer_typed_by_hand_tells_its_outcome(text: str, outcome: str | None, words: str) -> None:
    assert split_answer(text) == (outcome, words)


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    """Three offices that ask: two of them the same thing; and one that asks nothing."""
    folder = tmp_path_factory.mktemp("tra-loi")
    base = word_file(folder / "goc.docx", LINES)
    files = [word_file(folder / "Sở Im Lặng.docx", LINES)]
    for office, amount in (("Sở A", 15), ("Sở B", 15), ("Sở C", 20)):
        draft = Marked(LINES)
        draft.replace(3, "11 triệu", f"{amount} triệu")
        draft.comment(8, f"{office} đề nghị làm rõ.")
        files.append(draft.save(folder / f"{office}.docx"))
    return api.collect(base, files)


def _answers(table, *texts: str) -> list[OpinionAnswer]:
    return [
        OpinionAnswer(row.key, row.opinion.words, text)
        for row, text in zip(table.rows, texts, strict=False)
        if text
    ]


def test_opinions_are_counted_by_office_and_by_what_became_of_them(table):
    found = api.counts(table, _answers(table, "Tiếp thu.", "Giải trình: vì thế.", "Để xem."))
    assert (found.offices, found.silent, found.speaking) == (4, 1, 3)
    assert (found.opinions, found.rows) == (6, 5)
    assert (found.accepted, found.partly, found.explained, found.open) == (2, 0, 1, 3)


def test_answers_given_elsewhere_stand_in_the_table_and_those_that_say_the_same_keep_their_look(
    table, tmp_path
):
    path = tmp_path / "bang.docx"
    path.write_bytes(api.render(table, Format.DOCX))
    document = Document(str(path))
    first, second, *_ = [row.cells[-1] for row in document.tables[-1].rows[1:]]
    first.add_paragraph().add_run("Tiếp thu: chữ đậm.").bold = True
    second.add_paragraph("Tiếp thu: sẽ bị thay.")
    document.paragraphs[-1].insert_paragraph_before("Ghi ngoài bảng.")
    document.save(str(path))

    said = {one.key: one for one in api.answers_in(path)}
    assert [said[row.key].text for row in table.rows[:2]] == ["Tiếp thu: chữ đậm.", "Tiếp thu: sẽ bị thay."]
    new = _answers(table, "Tiếp thu: chữ đậm.", "Giải trình: lời mới.", "Tiếp thu.")
    again = tmp_path / "lai.docx"
    again.write_bytes(api.render(table, Format.DOCX, earlier=path, answers=new))
    made = Document(str(again))
    cells = [row.cells[-1] for row in made.tables[-1].rows[1:]]
    assert [cell.paragraphs[-1].text for cell in cells[:3]] == [
        "Tiếp thu: chữ đậm.",
        "Giải trình: lời mới.",
        "Tiếp thu.",
    ]
    assert cells[0].paragraphs[-1].runs[0].bold
    assert "sẽ bị thay" not in cells[1].text
    assert any("Ghi ngoài bảng." in paragraph.text for paragraph in made.paragraphs)


ALL = ("Tiếp thu: đã sửa.", "Giải trình: ngân sách không đủ.", *["Tiếp thu một phần: nêu rõ hơn."] * 3)


@pytest.mark.parametrize("name", sorted(api.PAPERS))
def test_a_form_takes_what_the_table_gives_it(table, name):
    values = api.values_for(name, table, _answers(table, *ALL))
    faults = forms.check_values(name, values)
    fields = {fault.place.field.split("[")[0].split(".")[0] for fault in faults}
    assert not fields & values.keys()


def _values(name, table, **own):
    example, _ = forms.values_of(name, TEMPLATES / name / own.pop("version") / "example.yaml")
    return example | api.values_for(name, table, _answers(table, *ALL)) | own


def _paper(folder, name, values):
    path = folder / f"{name}.docx"
    path.write_bytes(forms.fill_values(name, values).data)
    return path


def _disagreements(papers):
    checked = dossier.check_dossier(papers)
    return [one.finding for one in checked.findings if "ý kiến" in one.finding.message]


@pytest.mark.parametrize("own", [True, False])
def test_the_submission_agrees_with_either_table_of_opinions_and_not_with_another_count(table, tmp_path, own):
    submission = _values("to-trinh", table, version="2.0.0")
    if own:
        summary = tmp_path / "bang.docx"
        summary.write_bytes(api.render(table, Format.DOCX, answers=_answers(table, *ALL)))
    else:
        values = _values("ban-tong-hop-y-kien", table, version="2.0.0")
        summary = _paper(tmp_path, "ban-tong-hop-y-kien", values)
    paper = _paper(tmp_path, "to-trinh", submission)
    assert _disagreements([summary, paper]) == []
    said = [words.replace("6 ý kiến của 3", "7 ý kiến của 4") for words in submission["qua_trinh"]]
    wrong = _paper(tmp_path, "to-trinh", submission | {"qua_trinh": said})
    told = " ".join(one.message for one in _disagreements([summary, wrong]))
    assert "tổng số ý kiến" in told
    assert "số cơ quan" in told
