"""Headers, footers and what else stands beside the text of a Word file: compared or named, in every medium."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from wordml import docx, p, r, tbl, tc, tr

from kcdocs.cli import root
from kcdocs.cli.base import run

SAME = "không có gì khác nhau"
BODY = (p("Điều 1. Phạm vi"), p("1. Thông tư này quy định việc chấm công."), p("2. Mỗi công là 8 giờ."))
MEDIA = ["terminal", "html", "json", "docx", "xlsx"]


def compared(folder: Path, old: bytes, new: bytes, medium: str = "terminal", names=("cu.docx", "moi.docx")):
    """The exit code of a comparison and what its report says."""
    paths = [folder / name for name in names]
    for path, data in zip(paths, (old, new), strict=True):
        path.write_bytes(data)
    out, said = folder / f"ra.{medium}", io.StringIO()
    saving = ["--out", str(out)] if medium != "terminal" else []
    with redirect_stdout(said), pytest.raises(SystemExit) as ended:
        run(root, ["compare", *map(str, paths), "--format", medium, *saving])
    return int(ended.value.code or 0), read(out, medium) if saving else " ".join(said.getvalue().split())


def read(path: Path, medium: str) -> str:
    if medium == "docx":
        document = Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    if medium == "xlsx":
        book = load_workbook(path)
        return "\n".join(
            str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell
        )
    text = path.read_text("utf-8")
    return json.dumps(json.loads(text), ensure_ascii=False) if medium == "json" else " ".join(text.split())


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("edge", ["header", "footer"])
def test_a_header_or_footer_alone_that_changed_is_told_and_nothing_is_called_equal(edge, medium, tmp_path):
    old, new = (docx(*BODY, **{edge: p(words)}) for words in ("DỰ THẢO LẦN 1", "DỰ THẢO LẦN 2"))
    code, report = compared(tmp_path, old, new, medium)
    assert code == 1
    assert "DF213" in report
    assert "“DỰ THẢO LẦN 1”" in report.replace('\\"', '"')
    assert "“DỰ THẢO LẦN 2”" in report.replace('\\"', '"')
    assert {"header": "Đầu trang", "footer": "Chân trang"}[edge] in report
    assert SAME not in report


def test_a_header_that_came_or_went_differs(tmp_path):
    bare, headed = docx(*BODY), docx(*BODY, header=p("MẬT"))
    assert "trước là “MẬT”; nay là (không có)" in compared(tmp_path, headed, bare)[1]
    assert "trước là (không có); nay là “MẬT”" in compared(tmp_path, bare, headed)[1]


def test_the_number_of_the_page_is_no_difference(tmp_path):
    def paged(number: str) -> bytes:
        code = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
        page = (
            code("begin") + "<w:r><w:instrText> PAGE \\* MERGEFORMAT</w:instrText></w:r>" + code("separate")
        )
        return docx(*BODY, footer=p("Trang ", f"<w:r/>{page}", r(number), code("end")))

    code, report = compared(tmp_path, paged("3"), paged("12"))
    assert (code, SAME in report) == (0, True)
    assert "với hai tệp Word, cả đầu trang và chân trang" in report


def test_only_the_spelling_of_a_header_is_form(tmp_path):
    code, report = compared(tmp_path, docx(*BODY, header=p("Dự thảo.")), docx(*BODY, header=p("DỰ THẢO")))
    assert (code, "DF214" in report, SAME in report) == (1, True, False)


@pytest.mark.parametrize(
    ("pages", "section", "settings", "shown"),
    [
        ("first", "", "", False),
        ("first", "<w:titlePg/>", "", True),
        ("even", "", "", False),
        ("even", "", "<w:evenAndOddHeaders/>", True),
    ],
)
def test_headers_count_where_word_shows_them(pages, section, settings, shown, tmp_path):
    headed = docx(*BODY, header=p("TRANG BÌA"), pages=pages, section=section, settings=settings)
    code, report = compared(tmp_path, docx(*BODY), headed)
    assert (code, "DF213" in report) == (int(shown), shown)


def test_beside_a_text_without_headers_they_are_named_as_not_compared(tmp_path):
    text = "Điều 1. Phạm vi\n1. Thông tư này quy định việc chấm công.\n2. Mỗi công là 8 giờ.\n".encode()
    code, report = compared(
        tmp_path, text, docx(*BODY, header=p("DỰ THẢO LẦN 2")), "terminal", ("cu.txt", "moi.docx")
    )
    assert code == 0
    assert "DF215" in report
    assert "đầu trang, chân trang của tệp không phải Word" in report


BOX = "<w:r><w:pict><v:shape>{}</v:shape></w:pict></w:r>"
CHART = (
    '<w:r><w:drawing><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{}"/>'
    "</a:graphic></w:drawing></w:r>"
)


@pytest.mark.parametrize(
    ("run_of", "words"),
    [
        (BOX.format('<v:textpath string="BẢN NHÁP"/>'), "chữ trang trí (WordArt)"),
        (BOX.format('<v:imagedata src="x"/>'), "hình ảnh"),
        (CHART.format("chart"), "biểu đồ"),
        (CHART.format("diagram"), "sơ đồ SmartArt"),
        ('<w:r><w:object><v:OLEObject ProgID="Equation.3"/></w:object></w:r>', "công thức vẽ bằng đối tượng"),
        ('<w:r><w:object><v:OLEObject ProgID="Excel.Sheet.8"/></w:object></w:r>', "đối tượng nhúng"),
    ],
)
def test_what_is_no_text_is_named_and_nothing_is_called_equal(run_of, words, tmp_path):
    drawn = docx(*BODY, p("3. Hình:", run_of))
    code, report = compared(tmp_path, drawn, drawn)
    assert (code, words in report, SAME in report) == (1, True, False)


def test_a_text_box_and_a_turned_cell_are_compared_like_any_words(tmp_path):
    def boxed(words: str) -> bytes:
        inside = f"<v:textbox><w:txbxContent>{p(words)}</w:txbxContent></v:textbox>"
        turned = tbl(tr(tc(p(words), properties='<w:textDirection w:val="btLr"/>')))
        return docx(*BODY, p("3. Khung:", BOX.format(inside)), turned)

    _, report = compared(tmp_path, boxed("Từ 5 giờ"), boxed("Từ 6 giờ"))
    assert report.count("[-5-]{+6+}") == 2


def test_comments_are_named_and_leave_equal_texts_equal(tmp_path):
    said = '<w:comment w:id="0">' + p("Xem lại") + "</w:comment>"
    code, report = compared(tmp_path, docx(*BODY), docx(*BODY, comments=said))
    assert (code, "WD209" in report, SAME in report) == (0, True, True)
