"""Returned drafts: what each office changed and said stands once, under its provision, and nothing else does."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook
from opinions_builder import Marked, base_lines, word_file
from returned_material import stood, thirty

from kcdocs.api import opinions as api
from kcdocs.cli import root
from kcdocs.cli.base import run
from kcdocs.model.format import Format
from kcdocs.model.opinion import OpinionKind

LINES = base_lines(8)


def at(article: int, clause: int) -> int:
    """The paragraph of a clause."""
    return 2 + (article - 1) * 4 + clause


def wish(article: int, clause: int) -> tuple[str, str]:
    return f"{article * 10 + clause} triệu", f"{article * 1000 + clause} triệu"


@pytest.fixture
def base(tmp_path):
    return word_file(tmp_path / "goc.docx", LINES)


def one(base, returned, **more):
    return api.collect(base, [returned], **more)


def test_a_tracked_change_is_told_with_who_signed_it(base, tmp_path):
    draft = Marked(LINES)
    draft.replace(at(2, 1), "21 triệu", "90 triệu", author="Lê Thị B")

    (row,) = one(base, draft.save(tmp_path / "So_A.docx")).rows

    assert row.name == "Khoản 1 Điều 2"
    assert row.opinion.words == "Đề nghị sửa “là 21 triệu” thành “là 90 triệu”"
    assert row.voices[0].spoken() == "So A (người ghi: Lê Thị B)"
    assert row.opinion.kind is OpinionKind.EDIT


def test_an_added_clause_is_one_opinion_and_the_followers_renumbered_are_none(base, tmp_path):
    lines = [*LINES]
    lines[at(3, 2)] = lines[at(3, 2)].replace("2.", "3.", 1)
    lines[at(3, 3)] = lines[at(3, 3)].replace("3.", "4.", 1)
    lines.insert(at(3, 2), "2. Việc chi phải công khai tại trụ sở và trên trang thông tin.")

    (row,) = one(base, word_file(tmp_path / "a.docx", lines)).rows

    assert row.opinion.added
    assert row.opinion.place.spoken() == "khoản 2 Điều 3"
    assert row.opinion.kind is OpinionKind.SILENT


def test_an_article_with_its_clauses_is_dropped_in_one_opinion(base, tmp_path):
    draft = Marked(LINES)
    for line in range(at(8, 0), at(8, 3) + 1):
        draft.drop(line)

    (row,) = one(base, draft.save(tmp_path / "a.docx")).rows

    assert (row.name, row.opinion.kind, row.opinion.after) == ("Điều 8", OpinionKind.EDIT, "")
    assert row.opinion.before.count("\n") == 3


def test_a_silent_edit_beside_a_tracked_one_in_one_clause_is_an_opinion_of_its_own(base, tmp_path):
    lines = [*LINES]
    lines[at(4, 1)] = lines[at(4, 1)].replace("5 tháng", "9 tháng")
    draft = Marked(lines)
    draft.replace(at(4, 1), "41 triệu", "77 triệu")

    silent, edit = one(base, draft.save(tmp_path / "a.docx")).rows

    assert {silent.name, edit.name} == {"Khoản 1 Điều 4"}
    assert (silent.opinion.kind, edit.opinion.kind) == (OpinionKind.SILENT, OpinionKind.EDIT)
    assert ("9 tháng" in silent.opinion.words, "77" in silent.opinion.words) == (True, False)
    assert ("77 triệu" in edit.opinion.words, "9 tháng" in edit.opinion.words) == (True, False)


def test_comments_of_the_base_itself_are_no_opinions(tmp_path):
    sent = Marked(LINES)
    sent.comment(at(1, 1), "Xin ý kiến về mức này.", author="Tổ soạn thảo")
    base = sent.save(tmp_path / "goc.docx")
    sent.comment(at(1, 2), "Nên bỏ thời hạn.", author="Lê B")

    (row,) = one(base, sent.save(tmp_path / "a.docx")).rows

    assert (row.name, row.opinion.words) == ("Khoản 2 Điều 1", "Nên bỏ thời hạn.")


def test_equal_opinions_stand_in_one_row_and_contrary_ones_are_marked(base, tmp_path):
    files = []
    for name, money in (("A", "90 triệu"), ("B", "90 triệu"), ("C", "95 triệu")):
        draft = Marked(LINES)
        draft.replace(at(2, 1), "21 triệu", money)
        files.append(draft.save(tmp_path / f"{name}.docx"))

    table = api.collect(base, files)

    first, second = table.rows
    assert [voice.office for voice in first.voices] == ["A", "B"]
    assert (first.against, second.against) == ((second.key,), (first.key,))
    assert table.count == 3


def test_changes_of_different_words_in_one_clause_are_not_contrary(base, tmp_path):
    left, right = Marked(LINES), Marked(LINES)
    left.replace(at(2, 1), "21 triệu", "90 triệu")
    right.replace(at(2, 1), "ngày được phê duyệt", "ngày ký")

    table = api.collect(base, [left.save(tmp_path / "a.docx"), right.save(tmp_path / "b.docx")])

    assert [row.against for row in table.rows] == [(), ()]


def test_a_tracked_draft_with_many_unmarked_changes_is_told_to_stem_from_another_state(base, tmp_path):
    def told(count):
        lines = [*LINES]
        for number in range(count):
            line = at(1 + number // 3, 1 + number % 3)
            lines[line] = lines[line].replace("cơ sở", "xưởng")
        draft = Marked(lines)
        draft.replace(at(8, 3), "83 triệu", "1 triệu")
        return [one.code for one in one_file(draft).returned[0].findings]

    def one_file(draft):
        return one(base, draft.save(tmp_path / "a.docx"))

    assert (told(9), told(10)) == ([], ["OP201"])


def test_a_file_that_keeps_a_third_of_the_base_answers_it_and_one_that_keeps_less_does_not(tmp_path):
    lines = base_lines(25)
    base = word_file(tmp_path / "goc.docx", lines)

    def refused(kept):
        new = [*lines[:2], *(lines[2:][:kept]), *(f"{line} và điều khác hẳn" for line in lines[2:][kept:])]
        return [item.code for item in one(base, word_file(tmp_path / "a.docx", new)).refused]

    assert (refused(34), refused(33)) == ([], ["OP101"])


@pytest.mark.parametrize("seed", [20, 21])
def test_every_planted_opinion_of_thirty_files_stands_once_and_none_is_invented(base, tmp_path, seed):
    files, planted = thirty(tmp_path, LINES, seed)

    table = api.collect(base, files)

    assert stood(table) == planted
    shown = Counter((voice.office, row.name) for row in table.rows for voice in row.voices)
    assert shown == Counter((office, name) for office, name, _ in planted.elements())
    assert [(item.code, item.place.file) for item in table.refused] == [
        ("OP101", str(files[-2])),
        ("OP102", str(files[-1])),
    ]
    assert set(table.silent) == {one.office for one in table.returned} - {key[0] for key in planted}


def test_a_returned_file_that_is_not_there_is_told_with_what_mends_that(base, tmp_path):
    (fault,) = api.collect(base, [tmp_path / "Sở A.docx"]).refused

    assert (fault.code, fault.mend) == ("OP102", "Kiểm tra lại đường dẫn và tên tệp.")


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
@pytest.mark.parametrize("by_office", [False, True])
def test_answers_written_by_hand_come_back_in_either_form(base, tmp_path, ending, by_office):
    draft = Marked(LINES)
    draft.replace(at(2, 1), "21 triệu", "90 triệu")
    draft.comment(at(3, 1), "Cần nêu căn cứ.")
    table = one(base, draft.save(tmp_path / "a.docx"))
    out = tmp_path / f"bang{ending}"
    medium = Format(ending[1:])
    out.write_bytes(api.render(table, medium, by_office=by_office))

    answered(out, {"90 triệu": "Tiếp thu: sửa như đề nghị.", "căn cứ": "Giải trình: đã nêu ở Tờ trình."})
    out.write_bytes(api.render(table, medium, by_office=not by_office, earlier=out))
    gone = one(base, word_file(tmp_path / "a.docx", LINES))
    out.write_bytes(api.render(gone, medium, earlier=out))

    text = all_text(out)
    assert "Tiếp thu: sửa như đề nghị." in text
    assert "Giải trình: đã nêu ở Tờ trình." in text
    assert text.count("(Trả lời của lần trước chưa khớp ý kiến nào)") == 2


def answered(path, said):
    """Write answers into the last column, as a person would."""
    if path.suffix == ".docx":
        document = Document(str(path))
        for row in document.tables[0].rows:
            for words, answer in said.items():
                if words in row.cells[-2].text:
                    row.cells[-1].add_paragraph(answer)
        document.save(str(path))
        return
    book = load_workbook(path)
    sheet = book["Ý kiến"]
    for row in sheet.iter_rows():
        for words, answer in said.items():
            if words in str(row[3].value) and isinstance(row[0].value, int):
                row[6].value = answer
    book.save(path)


def all_text(path):
    if path.suffix == ".docx":
        return "\n".join(cell.text for row in Document(str(path)).tables[0].rows for cell in row.cells)
    return "\n".join(str(cell.value) for row in load_workbook(path)["Ý kiến"].iter_rows() for cell in row)


def opinions(capsys, *arguments):
    """The exit code, what went to stdout, and what to stderr."""
    with pytest.raises(SystemExit) as left:
        run(root, ["opinions", *map(str, arguments)])
    told = capsys.readouterr()
    return left.value.code, told.out, told.err


def test_the_command_names_offices_and_files_left_out_and_writes_the_table(
    base, tmp_path, data_folder, capsys
):
    draft = Marked(LINES)
    draft.replace(at(2, 1), "21 triệu", "90 triệu")
    good = draft.save(tmp_path / "a.docx")
    bad = word_file(tmp_path / "khac.docx", ["Điều 1. Chợ phiên", "1. Họp ngày rằm."])

    code, out, err = opinions(
        capsys, base, good, bad, "--office", f"{good}=Sở Công Thương tỉnh A", "--format", "json"
    )

    told = json.loads(out)
    assert code == 1
    assert told["rows"][0]["offices"][0]["office"] == "Sở Công Thương tỉnh A"
    assert told["refused"][0]["file"] == str(bad)
    assert "OP101" in err


def test_an_office_for_a_file_that_is_not_named_is_refused(base, data_folder, capsys):
    code, _, err = opinions(capsys, base, base, "--office", "la.docx=Sở A")

    assert code == 2
    assert "OP103" in err
    assert "la.docx" in err
    assert opinions(capsys, base, base, "--office", "Sở A")[0] == 2


@pytest.mark.parametrize("name", ["bang.docx", "bang.xlsx"])
def test_another_persons_file_is_not_written_over(base, tmp_path, data_folder, capsys, name):
    other, returned = tmp_path / name, tmp_path / "a.docx"
    returned.write_bytes(base.read_bytes())
    if name.endswith("docx"):
        word_file(other, ["Của người khác"])
    else:
        Workbook().save(other)
    before = other.read_bytes()

    code, _, err = opinions(capsys, base, returned, "--out", other)

    assert (code, other.read_bytes()) == (3, before)
    assert "RP115" in err
