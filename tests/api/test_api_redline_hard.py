"""Redlines of pairs that are hard to mark: each leads to both texts, whichever of the two is the draft."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from wordml import abstract, docx, level, num, p, r, tc, tr

from kcdocs.api import tracked
from kcdocs.api.reading import reading
from kcdocs.model.revisions import Revisions
from kcdocs.word.package import Allow, open_package

HEAD = (p("QUYẾT ĐỊNH"), p("Điều 1. Phạm vi"))
END = (p("Điều 2. Hiệu lực"), p("Quyết định này có hiệu lực từ ngày ký."))
LISTS = (
    abstract(0, level(0, "decimal", "Điều %1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"))
    + num(1, 0)
    + num(2, 0, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>')
)
LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
MARK = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


def text(*middle: str, **parts: str) -> bytes:
    """A decision with paragraphs in its first article."""
    return docx(*HEAD, *middle, *END, **parts)  # type: ignore[arg-type]


def listed(*items: tuple[str, int]) -> bytes:
    """A text whose every paragraph is numbered by Word: words and level."""
    return docx(*(p(words, num=(1, depth)) for words, depth in items), numbering=LISTS)


def table(*rows: str) -> str:
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{"".join(rows)}</w:tbl>'


def row(*cells: str) -> str:
    return tr(*(tc(p(words)) for words in cells))


def merged(words: str, state: str) -> str:
    return tc(p(words), properties=f'<w:vMerge w:val="{state}"/>')


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(code: str, result: str) -> str:
    inside = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{char('begin')}{inside}{char('separate')}{r(result)}{char('end')}"


def contents(*lines: str) -> list[str]:
    """A table of contents: one field over all its paragraphs."""
    first = char("begin") + "<w:r><w:instrText> TOC </w:instrText></w:r>" + char("separate")
    return [p(first, lines[0]), *map(p, lines[1:]), p(char("end"))]


def control(inside: str, kind: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def box(*blocks: str) -> str:
    inside = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def notes(*words: str) -> str:
    return "".join(
        f'<w:footnote w:id="{number}">{p(said)}</w:footnote>' for number, said in enumerate(words, 1)
    )


def mark(kind: str, number: int, inside: str = "") -> str:
    return f'<w:{kind} w:id="{number}" w:author="Ông A">{inside}</w:{kind}>'


def bookmark(number: int, end: str) -> str:
    name = f' w:name="b{number}"' if end == "Start" else ""
    return f'<w:bookmark{end} w:id="{number}"{name}/>'


COMMENT = '<w:comment w:id="0" w:author="B"><w:p><w:r><w:t>Xem lại</w:t></w:r></w:p></w:comment>'
OPEN = '<w:commentRangeStart w:id="0"/>'
CLOSE = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
NESTED = table(row("x", "y"))

PAIRS: dict[str, tuple[bytes, bytes]] = {
    "numbers of Word, one clause moved, one article new": (
        listed(
            ("Phạm vi", 0),
            ("Nghề dệt vải.", 1),
            ("Nghề làm gốm.", 1),
            ("máy;", 2),
            ("đất.", 2),
            ("Hiệu lực", 0),
        ),
        listed(
            *(("Phạm vi", 0), ("Nghề làm gốm.", 1), ("máy;", 2), ("điện;", 2), ("đất.", 2)),
            *(("Nghề dệt vải.", 1), ("Trách nhiệm", 0), ("Sở chủ trì.", 1), ("Hiệu lực", 0)),
        ),
    ),
    "numbers of Word against typed ones": (
        listed(("Phạm vi", 0), ("Khoản một.", 1), ("Khoản hai.", 1)),
        docx(
            *map(p, ("Điều 1. Phạm vi", "1. Khoản một.", "2. Khoản hai mới.", "3. Ba.", "Điều 2. Hiệu lực"))
        ),
    ),
    "a list that starts anew": (
        text(
            *(p(words, num=(number, 1)) for words, number in (("a", 1), ("b", 1), ("c", 2))), numbering=LISTS
        ),
        text(
            *(p(words, num=(number, 1)) for words, number in (("a", 1), ("c", 2), ("b", 1))), numbering=LISTS
        ),
    ),
    "a table in a table": (
        text(table(tr(tc(p("A"), NESTED, p()), tc(p("B"))))),
        text(table(tr(tc(p("A sửa"), table(row("x", "y mới"), row("z", "t")), p("sau")), tc(p("B"))))),
    ),
    "a table in a table gone": (
        text(table(tr(tc(p("A"), NESTED, p()), tc(p("B"))))),
        text(table(row("A", "B"))),
    ),
    "merged cells": (
        text(table(tr(merged("STT", "restart"), tc(p("Nghề"))), tr(merged("", "continue"), tc(p("Dệt"))))),
        text(
            table(
                tr(merged("STT", "restart"), tc(p("Nghề"))),
                tr(merged("", "continue"), tc(p("Gốm"))),
                tr(merged("", "continue"), tc(p("Mây"))),
                tr(tc(p("Cả hai"), properties='<w:gridSpan w:val="2"/>')),
            )
        ),
    ),
    "tables at both ends": (
        docx(table(row("Tiêu ngữ", "Tên")), *HEAD, table(row("Nơi nhận", "Ký")), p()),
        docx(
            p("MỚI"),
            table(row("Tiêu ngữ", "Tên B")),
            *HEAD,
            p("1. Thêm"),
            table(row("Nơi nhận: xã", "Ký")),
            p(),
        ),
    ),
    "tables with one paragraph between": (
        text(table(row("a", "b")), p("giữa"), table(row("c", "d"))),
        text(table(row("a", "b"), row("e", "f")), p(), table(row("c", "d2"))),
    ),
    "a comment over several paragraphs": (
        text(p("1. Mức ", OPEN, r("chi 70 triệu.")), p("2. Giữ", CLOSE, "."), comments=COMMENT),
        text(p("2. Giữ."), p("1. Mức chi 80 triệu.")),
    ),
    "a bookmark over paragraphs that are joined": (
        text(p("1. Đoạn ", bookmark(5, "Start"), "một."), p("2. Đoạn hai", bookmark(5, "End"), " hết.")),
        text(p("1. Đoạn một. 2. Đoạn hai hết.")),
    ),
    "a bookmark over paragraphs that move": (
        text(
            p("1. Đoạn ", bookmark(5, "Start"), "một bắt đầu ở đây."),
            p("2. Đoạn hai", bookmark(5, "End"), " hết rồi."),
            p("3. Ba bốn năm sáu."),
        ),
        text(p("3. Ba bốn năm sáu."), p("2. Đoạn hai hết rồi."), p("1. Đoạn một bắt đầu ở đây.")),
    ),
    "a control around paragraphs": (
        text(control(p("1. Trong khung.") + p("2. Trong khung hai.")), p("3. Ngoài.")),
        text(p("1. Trong khung sửa."), p("Chen."), p("2. Trong khung hai."), p("3. Ngoài.")),
    ),
    "controls in a line": (
        text(p("1. Tên: ", control(r("ông An"), "<w:text/>"), " ký ", control(r("ngày"), "<w:date/>"), ".")),
        text(p("1. Tên: ", control(r("bà Bình"), "<w:text/>"), " ký tháng.")),
    ),
    "a control around a cell": (
        text(table(tr(control(tc(p("trong khung"))), tc(p("b"))))),
        text(table(row("trong khung sửa", "b2"))),
    ),
    "a control around a row": (
        text(table(control(row("a", "b")), row("c", "d"))),
        text(table(row("c", "d1"))),
    ),
    "a field over paragraphs": (
        docx(*contents("Điều 1\t1", "Điều 2\t2"), *HEAD, *END),
        docx(*contents("Điều 1\t1", "Điều 2\t3", "Điều 3\t4"), *HEAD, p("1. Mới."), *END),
    ),
    "a field over paragraphs gone": (docx(*contents("Điều 1\t1", "Điều 2\t2"), *HEAD, *END), text()),
    "a simple field divided": (
        text(p("1. Số ", f'<w:fldSimple w:instr=" REF x ">{r("12 và 13")}</w:fldSimple>', " là thế.")),
        text(p("1. Số 12."), p("và 13 là thế.")),
    ),
    "a section's last paragraph": (
        text(p("1. Hết phần.", properties=LANDSCAPE), p("2. Phần sau.")),
        text(p("1. Hết phần đầu."), p("1a. Chen."), p("2. Phần sau.")),
    ),
    "an empty paragraph that ends a section": (
        text(p(properties=LANDSCAPE), p("Điều 1a. Mới")),
        text(p("1. Chữ."), p(properties=LANDSCAPE)),
    ),
    "notes that move": (
        text(
            p("1. Một", MARK.format(1), " ở đây."),
            p("2. Hai", MARK.format(2), " ở kia."),
            footnotes=notes(" A.", " B."),
        ),
        text(
            p("2. Hai", MARK.format(1), " ở kia."),
            p("1. Một", MARK.format(2), " ở đây."),
            footnotes=notes(" B.", " A1."),
        ),
    ),
    "a note cited twice": (
        text(p("1. Một", MARK.format(1), " và", MARK.format(1), "."), footnotes=notes(" A.")),
        text(p("1. Một", MARK.format(1), " và."), footnotes=notes(" A.")),
    ),
    "a note with a table": (
        text(p("1. Một.")),
        text(
            p("1. Một", MARK.format(1), "."),
            footnotes=f'<w:footnote w:id="1">{p(" Xem:")}{NESTED}{p()}</w:footnote>',
        ),
    ),
    "a note of several paragraphs": (
        text(
            p("1. Một", MARK.format(1), "."),
            footnotes=f'<w:footnote w:id="1">{p(" Một")}{p("Hai")}</w:footnote>',
        ),
        text(
            p("1. Một", MARK.format(1), "."),
            footnotes=f'<w:footnote w:id="1">{p(" Một sửa")}{p("Chen")}{p("Hai")}</w:footnote>',
        ),
    ),
    "boxes": (
        text(p("1. Hình ", box(p("Hộp một."), p("Hộp hai.")), " đó.")),
        text(p("1. Hình ", box(p("Hộp hai sửa."), NESTED, p("Thêm.")), " này.")),
    ),
    "a box that moves": (
        text(
            p("1. Hình vẽ số một ", box(p("Hộp.")), " ở đây."),
            p("2. Đứng yên một chỗ."),
            p("3. Ba cũng thế thôi."),
        ),
        text(
            p("2. Đứng yên một chỗ."),
            p("3. Ba cũng thế thôi."),
            p("1. Hình vẽ số một ", box(p("Khác.")), " ở đây."),
        ),
    ),
    "marks of direction": (
        text(p("1. Chữ \u202eđảo\u202c."), p(r("مرحبا", "<w:rtl/>"), properties="<w:bidi/>")),
        text(p("1. Chữ đảo."), p(r("مرحبا بك", "<w:rtl/>"), properties="<w:bidi/>")),
    ),
    "signs and formulas": (
        text(
            p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
            p("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"),
        ),
        text(
            p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', " chọn"),
            p("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"),
        ),
    ),
    "breaks of pages and lines": (
        text(p("1. Trước", '<w:r><w:br w:type="page"/></w:r>', "sau."), p("<w:r><w:br/></w:r>")),
        text(p("1. Trước sau."), p('<w:r><w:br w:type="page"/></w:r>')),
    ),
    "empty paragraphs": (text(p(), p(), p("1. A."), p()), text(p("1. A."), p(), p(), p(), p())),
    "one paragraph": (docx(p("Một.")), text()),
    "a frame": (
        docx(p("Tên", properties='<w:framePr w:w="2000"/>'), *HEAD, *END),
        docx(p("Tên mới", properties='<w:framePr w:w="2000"/>'), p("Chen"), *HEAD, *END),
    ),
    "numbers of pages": (
        text(footer=p("Trang ", field("PAGE", "3"))),
        text(
            footer=p(
                "Trang số ",
                field("PAGE", "4"),
                "/",
                f'<w:fldSimple w:instr=" NUMPAGES ">{r("7")}</w:fldSimple>',
            )
        ),
    ),
}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def made(old: bytes, new: bytes, revisions: Revisions = Revisions.REFUSE) -> dict[str, str]:
    """The parts of the redline, proven on the way and audited behind."""
    for name, data in (("cu.docx", old), ("moi.docx", new)):
        Path(name).write_bytes(data)
    how = reading(revisions=revisions)
    found = tracked.tracked("cu.docx", "moi.docx", draft="whole", comments=True, how=how)
    Path("dau.docx").write_bytes(found.data)
    assert tracked.audit_redline("dau.docx", "cu.docx", "moi.docx", how=how).honest
    every = open_package(found.data, allow=Allow.ALL).parts
    return {name: data.decode("utf-8", "replace") for name, data in every.items()}


@pytest.mark.parametrize("name", PAIRS)
def test_a_hard_pair_leads_to_both_texts_either_way(name: str) -> None:
    old, new = PAIRS[name]

    made(old, new)
    made(new, old)


def test_notes_are_numbered_as_the_text_cites_them_when_one_comes() -> None:
    old = text(p("1. Một", MARK.format(1), "."), footnotes=notes(" A."))
    new = text(
        p("0. Không", MARK.format(1), "."), p("1. Một", MARK.format(2), "."), footnotes=notes(" B.", " A.")
    )

    found = made(old, new)

    said = re.findall(r'<w:footnote w:id="(\d+)">.*?<w:t [^>]*>([^<]*)', found["word/footnotes.xml"])
    assert said == [("1", " B."), ("2", " A.")]
    assert re.findall(r'footnoteReference w:id="(\d+)"', found["word/document.xml"]) == ["1", "2"]


def test_a_divided_paragraph_with_a_link_bears_one_mark_for_words_that_come_together() -> None:
    link = f'<w:hyperlink w:anchor="x">{r("này")}</w:hyperlink>'
    old = text(p("1. Câu thứ nhất nói về việc ", link, " và câu thứ hai nói về việc kia."))
    new = text(p("1. Câu thứ nhất nói dài hơn hẳn về việc ", link), p(" và câu thứ hai nói về việc kia."))

    found = made(old, new)

    words = re.findall(r"<w:ins [^>]*><w:r>.*?</w:ins>", found["word/document.xml"])
    assert ["".join(re.findall(r"<w:t [^>]*>([^<]*)", item)).strip() for item in words] == ["dài hơn hẳn"]


def test_a_sentence_that_comes_from_a_clause_joined_with_this_one_is_no_change_of_form() -> None:
    sentence = "Quyết định được đăng trên trang thông tin của xã trong ba mươi ngày"
    clause = "3. Chủ tịch xã quyết định trong mười ngày và nêu rõ lý do"
    old = text(p(f"{clause}."), p(f"4. {sentence}."), p("5. Cơ sở gửi báo cáo hằng quý."))
    new = text(p(f"{clause}. {sentence}."), p("4. Cơ sở gửi báo cáo hằng quý."))

    body = made(old, new)["word/document.xml"]

    marks = re.findall(r'<w:(?:ins|del) [^>]*w:author="([^"]*)"[^>/]*>(.*?)</w:(?:ins|del)>', body)
    assert not any("thông tin" in inside for _, inside in marks)
    (number,) = (author for author, inside in marks if ">4.</w:delText>" in inside)
    (end,) = re.findall(r'<w:rPr><w:del [^>]*w:author="([^"]*)"[^>]*/></w:rPr>', body)
    assert number == end == "Nội dung"


MOVED = (
    p(mark("moveFromRangeStart", 1).replace("w:author", 'w:name="m" w:author')),
    p(mark("moveFrom", 2, r("1. Khoản này.")), properties=f"<w:rPr>{mark('moveFrom', 3)}</w:rPr>"),
    '<w:moveFromRangeEnd w:id="1"/>',
    p("2. Khoản ở lại."),
    mark("moveToRangeStart", 4).replace("w:author", 'w:name="m" w:author'),
    p(mark("moveTo", 5, r("1. Khoản này.")), properties=f"<w:rPr>{mark('moveTo', 6)}</w:rPr>"),
    '<w:moveToRangeEnd w:id="4"/>',
    p(
        mark("ins", 7, r("3. Thêm.")),
        properties=f"<w:rPr>{mark('ins', 8)}</w:rPr>{mark('pPrChange', 9, '<w:pPr/>')}",
    ),
    table(tr(tc(p(mark("ins", 10, r("a")))), properties=mark("ins", 11)), row("b")),
)


@pytest.mark.parametrize("revisions", [Revisions.ACCEPT, Revisions.REJECT])
@pytest.mark.parametrize("turned", [False, True])
def test_changes_that_were_settled_first_leave_no_mark_of_theirs(
    revisions: Revisions, *, turned: bool
) -> None:
    sides = [text(*MOVED), text(p("2. Khoản ở lại có sửa."), p("1. Khoản này nữa."), table(row("b", "c")))]

    found = made(*(sides[::-1] if turned else sides), revisions)

    assert "Ông A" not in found["word/document.xml"]


def test_numbers_of_pages_stay_fields_and_bear_no_mark_for_another_count() -> None:
    same = made(text(footer=p("Trang ", field("PAGE", "3"))), text(footer=p("Trang ", field("PAGE", "4"))))
    come = made(text(), text(footer=p("Trang ", field("PAGE", "4"))))

    assert "w:author" not in same["word/footer.xml"]
    [added] = [name for name in come if name.startswith("word/footer")]
    assert re.findall(r"<w:instrText[^>]*> (\w+) ", come[added]) == ["PAGE"]
