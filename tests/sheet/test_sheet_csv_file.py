"""CSV files are read by a code page and a delimiter that are found and said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.sheet.csv_file import read_csv
from kcdocs.sheet.errors import MalformedCsvError, NoSuchSheetFileError, UnknownCodePageError

TEXT = "Họ tên;Địa chỉ\r\nNguyễn Văn An;Số 5, Hà Nội\r\n"
ROWS = [["Họ tên", "Địa chỉ"], ["Nguyễn Văn An", "Số 5, Hà Nội"]]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
    ],
)
def test_every_form_of_unicode_is_read(tmp_path, data, encoding):
    (tmp_path / "a.csv").write_bytes(data)
    found = read_csv(tmp_path / "a.csv")
    assert list(found.grid.rows) == ROWS
    assert found.said == f"Đọc CSV theo {encoding}, các ô cách nhau bằng dấu chấm phẩy."


@pytest.mark.parametrize(
    ("text", "delimiter", "row"),
    [
        ("a,b;c,d\n", ",", ["a", "b;c", "d"]),
        ("a;b,c;d\n", ";", ["a", "b,c", "d"]),
        ("a\tb, c\td\n", "\t", ["a", "b, c", "d"]),
        ('"a;b;c;d",e,f\n1;2;3;4;5\n', ",", ["a;b;c;d", "e", "f"]),
        ('"tiêu đề\nhai dòng;;",b\n', ",", ["tiêu đề\nhai dòng;;", "b"]),
        ("một cột\n", ",", ["một cột"]),
    ],
)
def test_the_delimiter_is_the_one_that_stands_most_often_in_the_header(tmp_path, text, delimiter, row):
    (tmp_path / "a.csv").write_text(text, "utf-8")
    found = read_csv(tmp_path / "a.csv")
    assert found.delimiter == delimiter
    assert next(iter(found.grid.rows)) == row


def test_a_first_line_as_excel_knows_it_decides(tmp_path):
    (tmp_path / "a.csv").write_text("sep=;\na,b,c;d\n", "utf-8")
    found = read_csv(tmp_path / "a.csv")
    assert list(found.grid.rows) == [[], ["a,b,c", "d"]]
    assert list(found.grid.lines) == [1, 2]


def test_rows_know_the_line_they_begin_on(tmp_path):
    (tmp_path / "a.csv").write_text('a,b\n"hai\ndòng",1\nc,d\n', "utf-8")
    grid = read_csv(tmp_path / "a.csv").grid
    assert [grid.lines[-1] for _ in grid.rows] == [1, 2, 4]


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        ("Hä tªn,N¬i ë\nNguyÔn V¨n B×nh,Thµnh phè HuÕ\n", "latin-1", "TCVN3"),
        ("Hoï teân,Nôi ôû\nNguyeãn Vaên Bình,Thaønh phoá Hueá\n", "cp1252", "VNI"),
        (
            "Ho\u0323 tên,Nơi ơ\u0309\nNguyê\u0303n Văn Bi\u0300nh,Tha\u0300nh phô\u0301\n",
            "cp1258",
            "Windows-1258",
        ),
    ],
)
def test_a_legacy_code_page_is_named_and_never_converted(tmp_path, text, encoding, name):
    (tmp_path / "a.csv").write_bytes(text.encode(encoding))
    with pytest.raises(UnknownCodePageError, match=name) as fault:
        read_csv(tmp_path / "a.csv")
    assert "không tự chuyển mã" in fault.value.message


def test_bytes_of_no_known_code_page_are_refused(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"a,b\n\xff\xfe\xfd,1\n")
    with pytest.raises(UnknownCodePageError, match="không rõ bảng mã"):
        read_csv(tmp_path / "a.csv")


def test_an_open_quotation_mark_is_told_with_its_line(tmp_path):
    (tmp_path / "a.csv").write_text('a,b\nc,d\n"x,1\n', "utf-8")
    with pytest.raises(MalformedCsvError) as fault:
        list(read_csv(tmp_path / "a.csv").grid.rows)
    assert fault.value.place.line == 3


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(NoSuchSheetFileError):
        read_csv(tmp_path / "a.csv")


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_was_written_with_every_cell_quoted_is_read_as_itself(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    path.write_bytes("\r\n".join(lines).encode())
    assert list(read_csv(path).grid.rows) == rows
