"""Every word of a file is in its reading or named as left out, beside extractors that are not ours.

The rest of the corpus is held to the same in `benchmarks/words.py`: printed pages take seconds each.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from every_word import KINDS, has_pdftotext, lost
from pdf_bytes import pdf, stream
from wordml import docx, p, r, tbl, tc, tr

from kcdocs.sources.options import Options
from kcdocs.sources.read import read, read_bytes

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
PRINTED = {
    "cong-bao/12-2022/goc-12-2022-tt-bldtbxh.pdf",
    "cong-bao/sua-doi/141-2026-nd-cp.pdf",
    "cong-bao/tuyen-doc/06-2017/sau.pdf",
}
FILES = sorted(
    name
    for path in CORPUS.rglob("*")
    if path.suffix in KINDS and path.name != "README.md"
    if path.suffix != ".pdf" or path.relative_to(CORPUS).as_posix() in PRINTED
    for name in [path.relative_to(CORPUS).as_posix()]
)


@pytest.mark.skipif(not FILES, reason="the corpus of real texts is not beside this checkout")
@pytest.mark.parametrize("name", FILES)
def test_every_word_of_a_real_file_is_read_or_named(name: str) -> None:
    if name.endswith(".pdf") and not has_pdftotext():
        pytest.skip("pdftotext is not installed (Debian: poppler-utils)")
    assert lost(CORPUS / name) == Counter()


def test_every_word_of_a_word_file_is_read_or_named(tmp_path: Path) -> None:
    note = '<w:footnote w:id="2">' + p(r("Theo mức cũ.")) + "</w:footnote>"
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('Trong khung')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    path = tmp_path / "a.docx"
    path.write_bytes(
        docx(
            p("Điều 1. Phạm vi"),
            p(r("Mức hỗ trợ"), mark, r(" là 5 triệu."), box),
            tbl(tr(tc(p("Ô một")), tc(p("Ô hai")))),
            p(r("Ẩn đi", "<w:vanish/>")),
            footnotes=note,
            header=p("DỰ THẢO LẦN 2"),
            footer=p("Trang ", '<w:fldSimple w:instr=" PAGE ">' + r("7") + "</w:fldSimple>"),
            comments='<w:comment w:id="0">' + p("Xem lại câu này") + "</w:comment>",
        )
    )
    assert lost(path) == Counter()
    found = read(path)
    assert [line.text for line in found.headers or ()] == ["DỰ THẢO LẦN 2", "Trang "]
    assert {(item.code, item.found) for item in found.findings} == {
        ("WD201", "Ẩn đi"),
        ("WD209", "Xem lại câu này"),
    }


def test_a_word_that_no_line_and_no_finding_has_is_found_out(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(p("Điều 1. Phạm vi"), footer=p("Mật")))
    monkeypatch.setattr("every_word._held", lambda reading: (line.text for line in reading.lines))
    assert lost(path) == Counter({"Mật": 1})


def page(content: str, *annotations: str, turn: int = 0) -> bytes:
    """A PDF of one page in Times with things laid over it."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Rotate %d /Annots [%s] "
        b"/Resources << /Font << /F 5 0 R /W 6 0 R >> >> >>" % (turn, " ".join(annotations).encode()),
        4: stream(content.encode("latin-1")),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        6: b"<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Wingdings-Regular >>",
        7: stream(
            b"BT /F 9 Tf 2 4 Td (Ngay xem: mai) Tj ET",
            b"/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F 5 0 R >> >>",
        ),
    }
    return pdf(objects)


TEXT = "BT /F 12 Tf 14 TL 72 700 Td (Dieu 1. Pham vi cua van ban) Tj T* (1. Cau thu hai.) Tj ET\n"
SIDE = "BT /F 12 Tf 14 TL 0 1 -1 0 300 100 Tm (Dieu 1. Pham vi cua van ban) Tj T* (1. Cau thu hai.) Tj ET\n"
READ = "Dieu 1. Pham vi cua van ban 1. Cau thu hai."


def read_page(content: str, *annotations: str, turn: int = 0):
    return read_bytes(page(content, *annotations, turn=turn), Options("a.pdf"))


@pytest.mark.parametrize(
    ("content", "turn"),
    [
        (SIDE, 0),
        (TEXT, 90),
        (TEXT, 270),
        (SIDE.replace("0 1 -1 0 300 100", "0 -1 1 0 300 700"), 0),
        (SIDE, 180),
    ],
)
def test_a_page_of_which_the_words_lie_on_their_side_is_turned_to_be_read(content, turn) -> None:
    found = read_page(content, turn=turn)
    assert [line.text for line in found.lines] == [READ]
    assert found.findings == ()


def test_words_set_across_the_others_are_named() -> None:
    found = read_page(TEXT + "BT /F 12 Tf 0 1 -1 0 300 500 Tm (Ten cot) Tj ET")
    assert [line.text for line in found.lines] == [READ]
    assert [(item.code, item.found, item.place.part) for item in found.findings] == [
        ("SR214", "Ten cot", "trang 1")
    ]


@pytest.mark.parametrize(
    ("annotation", "told"),
    [
        (
            "<< /Type /Annot /Subtype /FreeText /Rect [300 300 500 320] /Contents (Ngay xem: mai) /AP << /N 7 0 R >> >>",
            [("SR213", "khung chữ", "Ngay xem: mai")],
        ),
        (
            "<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [300 300 500 320] /AP << /N 7 0 R >> >>",
            [("SR213", "ô điền", "Ngay xem: mai")],
        ),
        (
            "<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [300 300 500 320] /AP << /N 7 0 R >> >>",
            [("SR202", "nhà xuất bản", "Ngay xem: mai")],
        ),
        (
            "<< /Type /Annot /Subtype /Text /Rect [300 300 320 320] /Contents (Hoi lai) >>",
            [("SR213", "ghi chú", "Hoi lai")],
        ),
        (
            "<< /Type /Annot /Subtype /StrikeOut /Rect [72 690 172 710] /QuadPoints [72 710 172 710 72 690 172 690] >>",
            [("SR213", "chữ bị gạch ngang", "")],
        ),
        ("<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [300 300 500 320] >>", []),
        ("<< /Type /Annot /Subtype /Link /Rect [72 690 172 710] >>", []),
        ("<< /Type /Annot /Subtype /FreeText /F 2 /Rect [1 1 9 9] /Contents (x) /AP << /N 7 0 R >> >>", []),
    ],
)
def test_what_is_laid_over_a_page_is_named_with_its_words_and_not_read(annotation, told) -> None:
    found = read_page(TEXT, annotation)
    assert [line.text for line in found.lines] == [READ]
    assert [(item.code, item.found) for item in found.findings] == [(code, words) for code, _, words in told]
    assert all(what in item.message for item, (_, what, _) in zip(found.findings, told, strict=True))


def test_boxes_of_a_symbol_font_are_read_as_boxes() -> None:
    found = read_page(TEXT + "BT /F 12 Tf 72 600 Td (Co ) Tj /W 12 Tf (o) Tj /F 12 Tf ( khong) Tj ET")
    assert found.lines[-1].text == "Co □ khong"


@pytest.mark.parametrize("sign", ["\ue086", "\uf0fe", "\ufffd"])
def test_signs_without_a_name_stay_and_are_told(sign) -> None:
    found = read_bytes(f"Điều 1. Phạm vi\nCó {sign} không".encode(), Options("a.txt"))
    assert found.lines[1].text == f"Có {sign} không"
    assert [(item.code, item.place.line) for item in found.findings] == [("SR215", 2)]
