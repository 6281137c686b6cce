"""Numbers typed by hand in two drafts: the merged file keeps them, and says where they do not follow on."""

from __future__ import annotations

from rows_material import write_table
from wordml import docx, p

from kcdocs.api import merge as api

ROWS = [(str(number), f"Nghề thứ {number}", f"{number * 7} triệu") for number in range(1, 6)]
HEAD = ("STT", "Nghề", "Mức chi")


def told(folder, *drafts):
    files = [write_table(folder, f"d{number}", [HEAD, *rows]) for number, rows in enumerate(drafts)]
    made = api.merge(write_table(folder, "goc", [HEAD, *ROWS]), files)
    return [(one.code, one.message) for one in made.findings], [clash.spot for clash in made.clashes]


def test_two_rows_with_one_typed_number_are_told_with_table_and_row(tmp_path):
    first = [
        ROWS[0],
        ("2", "Nghề đúc", "8 triệu"),
        *((str(n + 3), *row[1:]) for n, row in enumerate(ROWS[1:])),
    ]
    last = [*ROWS, ("6", "Nghề gốm", "9 triệu")]

    found, clashes = told(tmp_path, first, last)

    assert clashes == []
    assert found == [
        (
            "OP205",
            "Bảng 1 Điều 1: chấp nhận hết thì hàng 8 ghi số 6 ngay sau số 6, vì các bản sửa tự gõ số.",
        )
    ]


def test_what_one_draft_alone_numbers_well_and_what_the_base_numbers_so_is_not_told(tmp_path):
    renumbered = [ROWS[0], *((str(n + 2), *row[1:]) for n, row in enumerate(ROWS[2:]))]
    changed = [*ROWS[:4], ("5", "Nghề thứ 5", "99 triệu")]
    assert told(tmp_path, renumbered, [*ROWS[:3], (ROWS[3][0], "Nghề rèn", ROWS[3][2]), ROWS[4]])[0] == []
    assert told(tmp_path, changed) == ([], [])


def test_a_clause_that_two_drafts_number_alike_is_told_with_its_label(tmp_path):
    clauses = ["Ba loại nghề rèn", "Mức chi cho thợ cả", "Trách nhiệm của xã", "Kinh phí của tỉnh"]

    def write(name, said):
        lines = [f"{number}. {words}." for number, words in enumerate(said, 1)]
        path = tmp_path / name
        path.write_bytes(docx(*map(p, ["NGHỊ ĐỊNH", "Về nghề rèn", "Điều 1. Mức chi", *lines])))
        return path

    base = write("goc.docx", clauses)
    added = write("a.docx", [clauses[0], "Nghề đúc đồng có danh mục riêng", *clauses[1:]])
    behind = write("b.docx", [*clauses, "Báo cáo trước tháng mười hai"])

    found = api.merge(base, [added, behind]).findings

    assert [one.code for one in found] == ["OP206"]
    assert "khoản 5" in found[0].message
