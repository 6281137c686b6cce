"""Tables that several drafts change merge row by row; what cannot be is a clash of just those rows, or told plainly."""

from __future__ import annotations

from pathlib import Path

import pytest
from wordml import docx, p, tbl, tc, tr

from kcdocs.api import merge as api
from kcdocs.word import audit
from kcdocs.word.package import Allow, open_package

BASE = ("NGHỊ ĐỊNH", "Quy định về nghề rèn", "Điều 1. Mức chi", "1. Mức chi theo bảng:")
END = ("Điều 2. Hiệu lực", "1. Nghị định này có hiệu lực sau khi ký.")
HEAD, IRON, BRONZE, CLAY = (
    ("Nghề", "Mức"),
    ("Nghề rèn dao kéo", "mười triệu"),
    ("Nghề đúc đồng đỏ", "chín triệu"),
    ("Nghề gốm sứ trắng", "tám triệu"),
)
ROWS = (HEAD, IRON, BRONZE, CLAY)
SILK = ("Nghề dệt lụa tơ", "hai triệu")
PLACE = "Bảng 1 khoản 1 Điều 1"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def row(*cells: str) -> str:
    return tr(*(tc(p(cell)) for cell in cells))


def write(name: str, *rows: str | tuple[str, ...], end: tuple[str, ...] = END) -> str:
    table = tbl(*(item if isinstance(item, str) else row(*item) for item in rows))
    Path(f"{name}.docx").write_bytes(docx(*map(p, BASE), table, *map(p, end)))
    return f"{name}.docx"


def side(made: api.MergedDrafts, who: str | None = None, *, accept: bool = True) -> list[str]:
    """The words of the merged file, all changes accepted or rejected, or those of one draft alone accepted."""
    package = open_package(made.data, allow=Allow.ALL)
    mine = None if who is None else lambda author: who in author.split("; ")
    signs = (audit.TABLE, audit.ROW, audit.CELL)
    told = [item.text for item in audit.side_texts(package, accept=accept, mine=mine).body]
    return [text for text in told if text not in signs]


def said(*rows: tuple[str, ...], end: tuple[str, ...] = END) -> list[str]:
    return [*BASE, *(cell for cells in rows for cell in cells), *end]


def merged(*names: str) -> tuple[api.MergedDrafts, list[str]]:
    """A merge with the base, and the names of the places where drafts clash."""
    made = api.merge("goc.docx", names)
    return made, [clash.name for clash in made.clashes]


def test_rows_put_in_taken_out_and_changed_by_different_drafts_all_stand_under_their_names():
    write("goc", *ROWS)
    made, places = merged(
        write("thêm", HEAD, IRON, SILK, BRONZE, CLAY),
        write("sửa", HEAD, ("Nghề rèn dao kéo", "ba triệu"), BRONZE, CLAY),
        write("bỏ", HEAD, IRON, BRONZE),
    )

    assert places == []
    assert side(made) == said(HEAD, ("Nghề rèn dao kéo", "ba triệu"), SILK, BRONZE)
    assert side(made, "thêm") == said(HEAD, IRON, SILK, BRONZE, CLAY)
    assert side(made, "bỏ") == said(HEAD, IRON, BRONZE)
    assert side(made, accept=False) == said(*ROWS)


def test_a_row_that_one_takes_out_and_another_changes_clashes_alone():
    write("goc", *ROWS)
    made, places = merged(
        write("bỏ", HEAD, IRON, CLAY, SILK), write("sửa", HEAD, IRON, ("Nghề đúc đồng đỏ", "ba triệu"), CLAY)
    )

    assert places == [f"{PLACE}, hàng 3"]
    assert side(made) == said(*ROWS, SILK)
    assert [wish.asked for wish in made.clashes[0].wishes] == [
        "Đề nghị bỏ “Nghề đúc đồng đỏ chín triệu”",
        "Đề nghị sửa “đỏ chín triệu” thành “đỏ ba triệu”",
    ]


@pytest.mark.parametrize(
    ("place", "where"), [(0, "trước hàng 1"), (2, "sau hàng 2"), (4, "sau hàng 4")], ids=["0", "2", "4"]
)
def test_other_rows_at_one_place_clash_and_equal_ones_stand_once(place: int, where: str):
    write("goc", *ROWS)
    other = ("Nghề mộc chạm", "một triệu")
    one, two, three = (
        write(name, *ROWS[:place], new, *ROWS[place:])
        for name, new in (("a", SILK), ("b", other), ("c", SILK))
    )

    made, places = merged(one, two)
    assert places == [f"{PLACE}, {where}"]
    assert side(made) == said(*ROWS)
    made, places = merged(one, three)
    assert places == []
    assert side(made) == said(*ROWS[:place], SILK, *ROWS[place:])


def test_rows_of_equal_words_in_other_cells_are_no_equal_rows():
    write("goc", *ROWS)
    one = write("a", *ROWS, tr(tc(p("một"), p("hai")), tc(p("ba"))))
    two = write("b", *ROWS, tr(tc(p("một")), tc(p("hai"), p("ba"))))

    assert merged(one, two)[1] == [f"{PLACE}, sau hàng 4"]


def test_rows_that_others_take_the_place_of_go_only_with_them():
    write("goc", *ROWS)
    new = (SILK, ("Nghề mộc chạm", "một triệu"), ("Nghề đan mây", "sáu triệu"))
    made, places = merged(
        write("thay", HEAD, IRON, *new),
        write("sửa", HEAD, IRON, BRONZE, ("Nghề gốm sứ trắng", "ba triệu")),
    )

    assert places == [f"{PLACE}, hàng 3–4"]
    assert side(made) == said(*ROWS)


def test_a_row_over_all_columns_is_a_row_like_others():
    wide = tr(tc(p("I. Nghề truyền thống"), properties='<w:gridSpan w:val="2"/>'))
    write("goc", HEAD, wide, IRON, BRONZE)
    made, places = merged(
        write("a", HEAD, wide, IRON, SILK, BRONZE),
        write("b", HEAD, wide.replace("truyền thống", "lâu đời"), IRON, BRONZE),
    )

    assert places == []
    assert side(made) == said(HEAD, ("I. Nghề lâu đời",), IRON, SILK, BRONZE)


def test_a_table_whose_rows_hang_together_or_differ_in_width_clashes_as_a_whole_and_says_so():
    upper, lower = (
        tr(tc(p(words[0])), tc(p(words[1]), properties=f'<w:vMerge w:val="{how}"/>'))
        for words, how in ((IRON, "restart"), (BRONZE, "continue"))
    )
    changed = write("b", HEAD, upper, lower, ("Nghề gốm sứ trắng", "ba triệu"))
    write("goc", HEAD, upper, lower, CLAY)
    made, places = merged(write("a", HEAD, upper, lower, CLAY, SILK), changed)

    reason = f"{PLACE}, cả bảng (có ô gộp hoặc số cột khác nhau nên không tách được theo hàng)"
    assert places == [reason]
    assert side(made) == said(HEAD, IRON, BRONZE, CLAY)
    write("goc", *ROWS)
    column = write("a", *((*cells, "Ghi chú") for cells in ROWS))
    changed = write("b", HEAD, IRON, BRONZE, ("Nghề gốm sứ trắng", "ba triệu"))
    assert merged(column, changed)[1] == [reason]


def test_a_cell_that_two_change_is_told_at_its_row():
    write("goc", *ROWS)
    names = [write(words, HEAD, ("Nghề rèn dao kéo", words), BRONZE, CLAY) for words in ("hai", "ba")]

    assert merged(*names)[1] == [f"{PLACE}, hàng 2"]


def test_paragraphs_put_in_behind_a_table_are_not_told_as_in_it():
    write("goc", *ROWS)
    names = [write(name, *ROWS, end=(f"2. Khoản của {name}.", *END)) for name in ("huyện", "tỉnh")]

    assert merged(*names)[1] == [f"Sau {PLACE[0].lower()}{PLACE[1:]}"]


def test_a_row_taken_out_beside_one_that_changes_is_not_taken_for_it():
    like = [("Hỗ trợ nghề rèn", f"{number} triệu đồng", f"xã {number}") for number in range(1, 5)]
    write("goc", *like)
    later = ("Hỗ trợ nghề rèn", "ba mươi triệu đồng", "xã 3")
    made, places = merged(
        write("a", like[0], later, like[3]),
        write("b", like[0], like[1], ("Hỗ trợ nghề đúc", *like[2][1:]), like[3]),
    )

    assert places == []
    assert side(made) == said(like[0], ("Hỗ trợ nghề đúc", *later[1:]), like[3])


def test_rows_of_a_table_in_a_cell_merge_and_are_told_as_rows_of_that_table():
    def nested(*rows: tuple[str, ...]) -> str:
        return tr(tc(p("Nghề rèn")), tc(tbl(*(row(*cells) for cells in rows)), p("đồng")))

    write("goc", HEAD, nested(IRON, BRONZE), CLAY)
    one = write("a", HEAD, nested(IRON, BRONZE, SILK), CLAY)
    two = write("b", HEAD, nested(IRON, BRONZE, ("Nghề mộc", "một triệu")), CLAY)
    three = write("c", HEAD, nested(("Nghề rèn dao kéo", "ba triệu"), BRONZE), CLAY)

    assert merged(one, two)[1] == ["Bảng 2 khoản 1 Điều 1, sau hàng 2"]
    assert merged(one, write("d", HEAD, CLAY))[1] == [f"{PLACE}, hàng 2"]
    made, places = merged(one, three)
    assert places == []
    assert "Nghề dệt lụa tơ" in side(made)
    assert "ba triệu" in side(made)


def test_rows_of_a_table_outside_the_provisions_are_told_as_in_a_table():
    paragraphs = [*map(p, (*BASE, *END))]
    for name, office in (("goc", "BỘ A"), ("a", "BỘ B"), ("b", "BỘ C")):
        head = tbl(row("CƠ QUAN", "CỘNG HÒA"), row(office, "Độc lập"))
        Path(f"{name}.docx").write_bytes(docx(head, *paragraphs))

    (place,) = merged("a.docx", "b.docx")[1]
    assert place.endswith("trong bảng, hàng 2")
