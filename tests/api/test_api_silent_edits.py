"""Fifty silent edits planted into one redline: in the body, cells, notes, headers, boxes, controls, numbers."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from wordml import abstract, docx, level, num, p, r, tbl, tc, tr

from kcdocs.api import tracked
from kcdocs.word.package import Allow, open_package
from kcdocs.word.package.docx import save_package

BODY, NOTES, ENDS = "word/document.xml", "word/footnotes.xml", "word/endnotes.xml"
HEADER, FOOTER, LISTS = "word/header.xml", "word/footer.xml", "word/numbering.xml"


def box(words: str) -> str:
    """A text box, with its twin for older programs."""
    inside = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def control(words: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{r(words)}</w:sdtContent></w:sdt>"


def field(words: str) -> str:
    first, middle, last = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{first}<w:r><w:instrText> REF muc </w:instrText></w:r>{middle}{r(words)}{last}"


def mark(kind: str) -> str:
    return f'<w:r><w:{kind}Reference w:id="1"/></w:r>'


def note(kind: str, words: str) -> str:
    return f'<w:{kind} w:id="1">{p(words)}</w:{kind}>'


def text(*, new: bool) -> bytes:
    """The original, or the draft."""
    rest = [f"{number}. Khoản số {number} nói về nghề {'gốm' if new else 'mộc'}." for number in range(3, 9)]
    inner = tbl(tr(tc(p("Bảng trong bảng giữ nguyên."))))
    rows = [
        tr(tc(p("Tên nghề")), tc(p("Mức hỗ trợ"))),
        tr(tc(p("Dệt vải")), tc(p("300 triệu" if new else "200 triệu"))),
        tr(tc(p("Làm gốm")), tc(p("50 triệu"), inner, p())),
    ]
    moved = [p("Đoạn này chuyển xuống cuối văn bản."), p("Đoạn này đứng yên tại chỗ, không đổi.")]
    body = [
        p("Điều 1. Phạm vi"),
        p("1. Xã hỗ trợ tối đa ", "100" if new else "70", " triệu đồng cho một đề án."),
        p("2. Hồ sơ gồm đơn", mark("footnote"), " và bản vẽ", mark("endnote"), " của cơ sở."),
        *map(p, rest),
        *(moved[::-1] if new else moved),
        tbl(*rows),
        p("Hình vẽ ", box("Nhà xưởng rộng 20 mét." if new else "Nhà xưởng rộng 10 mét.")),
        p("Chủ cơ sở ký: ", control("ông Bình" if new else "ông An"), " ngày ghi dưới đây."),
        p("Xem ", field("mục 4"), " của đề án."),
        p("Nộp đơn.", num=(1, 0)),
        p("Nhận giấy hẹn ngay." if new else "Nhận giấy hẹn.", num=(1, 0)),
        p("Điều 2. Hiệu lực"),
        p("Văn bản có hiệu lực từ ngày ký."),
    ]
    return docx(
        *body,
        numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0),
        footnotes=note("footnote", " Mẫu số 2." if new else " Mẫu số 1."),
        endnotes=note("endnote", " Theo luật."),
        header=p("Dự thảo lần 2" if new else "Dự thảo lần 1"),
        footer=p("Bản gửi các xã"),
    )


@cache
def made(folder: Path) -> dict[str, bytes]:
    """The parts of the redline, both texts beside it in the folder."""
    old, new = folder / "cu.docx", folder / "moi.docx"
    old.write_bytes(text(new=False))
    new.write_bytes(text(new=True))
    return dict(open_package(tracked.tracked(old, new).data, allow=Allow.ALL).parts)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sua-ngam")


PARAGRAPH = r"<w:p>(?:(?!</w:p>).)*{}(?:(?!</w:p>).)*</w:p>"
"""A paragraph that says something, as a pattern."""


def mark_of(kind: str, words: str) -> str:
    """A mark that says something, as a pattern; its inside is the first group."""
    return rf"<w:{kind} [^>]*>((?:(?!</w:{kind}>).)*>{words}<.*?)</w:{kind}>"


OPEN, HEAD = PARAGRAPH.format("Hiệu lực"), "Điều 2. Hiệu lực"
FIVE, LAST = "5. Khoản số 5 nói về nghề {}.", "Văn bản có hiệu lực từ ngày ký."
MOVED, FIRST = "Đoạn này chuyển xuống cuối văn bản.", "<w:tr>(?:(?!</w:tr>).)*Tên nghề.*?</w:tr>"
PLANTS: dict[str, tuple[str, str, str, set[tuple[str, str]]]] = {
    # the part, a pattern, what is put there, what the audit finds and what it expects
    "word": (BODY, "một đề án", "một dự án", {("dự", "đề")}),
    "figure": (BODY, "Khoản số 8", "Khoản số 9", {("9", "8")}),
    "label": (BODY, r"3\. Khoản", "4. Khoản", {("4.", "3.")}),
    "number of an article": (BODY, "Điều 2", "Điều 3", {("3.", "2.")}),
    "word put in": (BODY, "cho một", "cho không một", {("không", "")}),
    "word left out": (BODY, "tối đa", "đa", {("", "tối")}),
    "case": (BODY, " triệu đồng", " Triệu đồng", {("Triệu", "triệu")}),
    "stop": (BODY, r"ngày ký\.", "ngày ký;", {("ký;", "ký.")}),
    "form of a letter": (BODY, "của cơ sở", "của cơ sơ\u0309", {("s‹U+01A1›‹U+0309›.", "s‹U+1EDF›.")}),
    "blank that does not break": (BODY, "lực từ", "lực\u00a0từ", {("lực‹U+00A0›từ", "lực‹U+0020›từ")}),
    "sign that nobody sees": (BODY, "Hồ sơ", "Hồ\u200b sơ", {("Hồ‹U+200B›", "Hồ")}),
    "letter of another script": (
        BODY,
        "ngày ký",
        "ng\u0430\u0300y ký",
        {("ng‹U+0430›‹U+0300›y", "ng‹U+00E0›y")},
    ),
    "tab": (BODY, "Nộp đơn", "Nộp</w:t><w:tab/><w:t>đơn", {("Nộp→đơn.", "Nộp đơn.")}),
    "break of a line": (BODY, "Nộp đơn", "Nộp</w:t><w:br/><w:t>đơn", {("Nộp↵đơn.", "Nộp đơn.")}),
    # whole paragraphs and rows
    "clause left out": (
        BODY,
        PARAGRAPH.format("Khoản số 5"),
        "",
        {("", FIVE.format("mộc")), ("", FIVE.format("gốm"))},
    ),
    "last paragraph left out": (BODY, PARAGRAPH.format("từ ngày ký"), "", {("", LAST)}),
    "heading left out": (BODY, OPEN, "", {("", HEAD)}),
    "clause put in": (BODY, f"({OPEN})", p("Mọi đề án đều được.") + r"\1", {("Mọi đề án đều được.", "")}),
    "paragraphs joined": (
        BODY,
        r"lực</w:t></w:r></w:p><w:p>(?:<w:pPr/>|<w:pPr></w:pPr>)",
        "lực </w:t></w:r>",
        {("", HEAD), (HEAD, "")},
    ),
    "row left out": (
        BODY,
        FIRST,
        "",
        {("", "[hàng]"), ("", "[ô]"), ("", "Tên nghề"), ("", "Mức hỗ trợ")},
    ),
    "row put in": (
        BODY,
        f"({FIRST})",
        r"\1\1",
        {("[hàng]", ""), ("[ô]", ""), ("Tên nghề", ""), ("Mức hỗ trợ", "")},
    ),
    # marks that do not say the truth
    "other words deleted": (BODY, ">70<", ">60<", {("60", "70")}),
    "other words inserted": (BODY, ">100<", ">900<", {("900", "100")}),
    "mark taken off a deletion": (BODY, mark_of("del", "70"), "<w:r><w:t>70</w:t></w:r>", {("70100", "100")}),
    "mark taken off an insertion": (BODY, mark_of("ins", "100"), r"\1", {("70100", "70")}),
    "deletion dropped": (BODY, mark_of("del", "70"), "", {("", "70")}),
    "insertion dropped": (BODY, mark_of("ins", "100"), "", {("", "100")}),
    "move without its end": (BODY, mark_of("moveTo", "Đoạn này[^<]*"), "", {("", MOVED)}),
    "moved words that differ": (
        BODY,
        "(moveTo [^>]*><w:r>.*?)cuối văn",
        r"\1đầu văn",
        {("đầu", "cuối")},
    ),
    "moved words that differ at their source": (
        BODY,
        "(moveFrom [^>]*><w:r>.*?)cuối văn",
        r"\1đầu văn",
        {("đầu", "cuối")},
    ),
    # cells
    "word in a cell": (BODY, "Dệt vải", "Dệt lụa", {("lụa", "vải")}),
    "figure in a cell": (BODY, "50 triệu", "60 triệu", {("60", "50")}),
    "deletion in a cell that differs": (BODY, ">200<", ">250<", {("250", "200")}),
    "insertion in a cell that differs": (BODY, ">300<", ">350<", {("350", "300")}),
    "word in a table in a cell": (BODY, "giữ nguyên", "giữ lại", {("lại.", "nguyên.")}),
    "cells changed about": (
        BODY,
        "Tên nghề(.*?)Mức hỗ trợ",
        r"Mức hỗ trợ\1Tên nghề",
        {("", "Tên nghề"), ("", "[ô]"), ("Tên nghề", ""), ("[ô]", "")},
    ),
    # notes, headers, footers
    "word in a footnote": (NOTES, "Mẫu số", "Biểu số", {("Biểu", "Mẫu")}),
    "deletion in a footnote that differs": (NOTES, ">1<", ">3<", {("3.", "1.")}),
    "word in an endnote": (ENDS, "luật", "lệ", {("lệ.", "luật.")}),
    "footnote left out": (
        BODY,
        "<w:footnoteReference [^>]*/>",
        "",
        {("đơn", "đơn[chú thích]"), ("", "Mẫu số 1."), ("", "Mẫu số 2.")},
    ),
    "word in a header": (HEADER, "Dự thảo", "Bản thảo", {("Bản", "Dự")}),
    "insertion in a header that differs": (HEADER, ">2<", ">5<", {("5", "2")}),
    "word in a footer": (FOOTER, "các xã", "các sở", {("sở", "xã")}),
    "footer left out": (FOOTER, "Bản gửi các xã", "", {("", "Bản gửi các xã")}),
    # boxes, controls, fields, automatic numbers
    "word in a box": (BODY, "Nhà xưởng", "Nhà kho", {("kho", "xưởng")}),
    "deletion in a box that differs": (BODY, ">10<", ">15<", {("15", "10")}),
    "word in a box as older programs show it": (
        BODY,
        "(<v:textbox>.*?)Nhà xưởng",
        r"\1Nhà kho",
        {("Nhà kho rộng 10 mét.", ""), ("Nhà kho rộng 20 mét.", "")},
    ),
    "word in a control": (BODY, ">ông ", ">bà ", {("bà", "ông")}),
    "result of a field": (BODY, "mục 4", "mục 5", {("5", "4")}),
    "format of a number": (LISTS, "decimal", "upperRoman", {("I.", "1."), ("II.", "2.")}),
    "pattern of a number": (LISTS, r"%1\.", "%1)", {("1)", "1."), ("2)", "2.")}),
    "start of a number": (LISTS, 'start w:val="1"', 'start w:val="3"', {("3.", "1."), ("4.", "2.")}),
    "number taken off": (BODY, "<w:numPr>.*?</w:numPr>", "", {("", "1."), ("", "2.")}),
}


def found(folder: Path, parts: dict[str, bytes]) -> set[tuple[str, str]]:
    """What the audit of a redline says that it hides: what is found, what is expected."""
    received = folder / "nhan.docx"
    received.write_bytes(save_package(parts))
    told = tracked.audit_redline(received, folder / "cu.docx", folder / "moi.docx").findings
    return {
        (
            "" if item.found.startswith("(không có)") else item.found.strip(),
            "" if item.expected.startswith("(không có") else item.expected.strip(),
        )
        for item in told
        if item.code in ("RP214", "RP215")
    }


@pytest.mark.parametrize("name", PLANTS)
def test_a_silent_edit_is_named_and_nothing_else(folder: Path, name: str) -> None:
    part, pattern, put, told = PLANTS[name]
    parts = made(folder)
    planted, count = re.subn(pattern, put, parts[part].decode(), flags=re.DOTALL)

    assert count in (1, 2)  # a box stands there twice
    assert found(folder, {**parts, part: planted.encode()}) == told


def test_fifty_edits_are_planted_and_the_honest_redline_hides_none(folder: Path) -> None:
    assert len(PLANTS) >= 50
    assert found(folder, made(folder)) == set()
