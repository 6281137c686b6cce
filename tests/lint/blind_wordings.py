"""Breaches of wording, order and figures drawn from the law alone; read `blind_looks` first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from blind_breaches import HEAD, lost, rewritten
from blind_looks import LOST, PAGE, Blind, Choose, looks
from blind_parts import Unfit, kind, parts, regulation, some, swap, swap_all, whole
from good_papers import Made


def _administrative(document: Made) -> Made:
    if regulation(document):
        raise Unfit("regulation")
    return document


def _dashed_basis(document: Made, choose: Choose) -> None:
    swap(choose.choice(parts(document, "basis")), "Căn cứ", "- Căn cứ")


def _proposal_first(document: Made, _: Choose) -> None:
    parts(document, "basis")[0]._element.addprevious(parts(document, "proposal")[0]._element)


def _numbered_law(document: Made, _: Choose) -> None:
    for item in parts(_administrative(document), "basis"):
        if "Luật" in item.text:
            swap(item, " ngày", " số 72/2025/QH15 ngày")
            return
    raise Unfit("law")


def _old_law(document: Made, _: Choose) -> None:
    """From 2025 legal instruments name laws by number."""
    if not regulation(document):
        raise Unfit("administrative")
    rewritten("basis", r" số \d+/2025/QH15", "")(document, _)


def _later_basis(document: Made, choose: Choose) -> None:
    if regulation(document):
        raise Unfit("undated")
    rewritten("basis", r"ngày \d+ tháng \d+ năm 2025 của", "ngày 04 tháng 7 năm 2028 của")(document, choose)


def _last(document: Made, part: str, pattern: str, *, skip: bool) -> None:
    """Gives the last of a row of labels the next number (a gap) or the number before it (a double).

    References to the old label are carried along, so that only the row is wrong.
    """
    found = parts(document, part)
    old = re.match(pattern, found[-1].text)
    if len(found) < 2 or not old:
        raise Unfit(part)
    number = int(old.group(1))
    if not found[-2].text.startswith((f"{number - 1}.", f"Điều {number - 1}.")):
        raise Unfit(part)  # the last label begins a row of its own
    new = number + 1 if skip else number - 1
    if part == "article":
        swap_all(document, f"Điều {number}", f"Điều {new}")
    elif any(re.search(r"khoản \d", item.text) for item in whole(document)):
        raise Unfit("reference")
    else:
        swap(found[-1], f"{number}.", f"{new}.")


def _row(part: str, *, skip: bool) -> Callable[[Made, Choose], None]:
    pattern = r"Điều (\d+)\." if part == "article" else r"(\d+)\."
    return lambda document, _: _last(document, part, pattern, skip=skip)


def _point(*pairs: tuple[str, str]) -> Callable[[Made, Choose], None]:
    def do(document: Made, choose: Choose) -> None:
        old, new = choose.choice(pairs)
        rewritten("point", rf"^{re.escape(old)}", new)(document, choose)

    return do


def _chapter(document: Made, choose: Choose) -> None:
    found = [item for item in document.paragraphs if re.fullmatch(r"Chương I", item.text)]
    if not found:
        raise Unfit("chapter")
    swap(found[0], "Chương I", choose.choice(("Chương 1", "CHƯƠNG I", "Chương 1.", "chương I")))


def _part_label(document: Made, choose: Choose) -> None:
    found = [item for item in document.paragraphs if re.fullmatch(r"Phần I", item.text)]
    if not found:
        raise Unfit("part")
    swap(found[0], "Phần I", choose.choice(("Phần 1", "PHẦN I")))


def _end_mark(document: Made, choose: Choose) -> None:
    ends = [item for item in whole(_administrative(document)) if item.text.rstrip().endswith("./.")]
    if not ends:
        raise Unfit("end")
    swap(ends[-1], "./.", choose.choice((".", "/.", "")))


def _section_gap(document: Made, choose: Choose) -> None:
    found = parts(document, "section")
    if (
        len(found) < 2
        or kind(document) == ""
        or any(re.match("Phần", item.text) for item in document.paragraphs)
    ):
        raise Unfit("section")
    number = re.match(r"[IVX]+", found[-1].text)
    assert number
    swap(found[-1], f"{number.group()}.", choose.choice(("VII.", "I.", "IX.")))


def _inserted(text: str) -> Callable[[Made, Choose], None]:
    """Puts words behind the first words of a plain paragraph, before its end."""

    def do(document: Made, choose: Choose) -> None:
        paragraph = choose.choice(parts(document, "text"))
        words = paragraph.text.split(" ")
        at = choose.randint(2, min(4, len(words) - 2))
        old = " ".join(words[:at])
        swap(paragraph, old, f"{old} {text}")

    return do


def _one_of(*texts: str) -> Callable[[Made, Choose], None]:
    return lambda document, choose: _inserted(choose.choice(texts))(document, choose)


def _text_run(document: Made, choose: Choose, pattern: str) -> Any:
    runs = [
        run
        for name in ("text", "clause", "abstract", "basis")
        for item in some(document, name)
        for run in item.runs
    ]
    fit = [run for run in runs if re.search(pattern, run.text)]
    if not fit:
        raise Unfit(pattern)
    return choose.choice(fit)


def _double_space(document: Made, choose: Choose) -> None:
    run = _text_run(document, choose, r"\w \w")
    at = choose.choice([found.start() for found in re.finditer(r"(?<=\w) (?=\w)", run.text)])
    run.text = run.text[:at] + " " * choose.randint(1, 3) + run.text[at:]


def _space_before_sign(document: Made, choose: Choose) -> None:
    run = _text_run(document, choose, r"\w[,;:]( |$)")
    run.text = re.sub(r"(\w)([,;:])( |$)", r"\1 \2\3", run.text, count=1)


def _decomposed(document: Made, choose: Choose) -> None:
    run = _text_run(document, choose, r"[ảạấầẩậắằẳặẻẹếềểệ]")
    run.text = unicodedata.normalize("NFD", run.text)


def _look_alike(document: Made, choose: Choose) -> None:
    old, new = choose.choice((("đ", "ð"), ("Đ", "Ð"), ("a", "а"), ("o", "о"), ("e", "е")))
    run = _text_run(document, choose, old)
    run.text = run.text.replace(old, new, 1)


def _wrong_words(document: Made, choose: Choose) -> None:
    fit = [item for item in whole(document) if "Bằng chữ" in item.text]
    if not fit:
        raise Unfit("sum")
    new = choose.choice(("130.000.000", "12.000.000", "120.500.000", "121.000.000"))
    swap(fit[0], "120.000.000", new)


def _wrong_total(document: Made, choose: Choose) -> None:
    for row in (row for table in document.tables for row in table.rows):
        if row.cells[1].text == "Tổng cộng" and row.cells[2].text in ("500", "1.500"):
            number = row.cells[2].paragraphs[0]
            swap(number, number.text, choose.choice(("510", "400", "1.600")))
            return
    raise Unfit("total")


def _annex_label(document: Made, choose: Choose) -> None:
    found = [item for item in parts(document, "annex") if item.text == "Phụ lục II"]
    if not found:
        raise Unfit("annexes")
    swap(found[0], "Phụ lục II", choose.choice(("Phụ lục 2", "Phụ lục III", "Phụ lục I", "Phụ lục B")))


def _other_number(document: Made, choose: Choose) -> None:
    rewritten("annex line", r"số (\d+)/", rf"số {choose.randint(400, 900)}/")(document, choose)


def _other_day(document: Made, choose: Choose) -> None:
    rewritten("annex line", r"ngày (\d+) tháng", f"ngày {choose.randint(20, 28)} tháng")(document, choose)


def _unmentioned(document: Made, _: Choose) -> None:
    """An annex that the text does not speak of."""
    if not some(document, "annex") or len(some(document, "annex")) > 1:
        raise Unfit("annex")
    for item in parts(document, "article"):
        if "Phụ lục" in item.text:
            swap(item, " nêu tại Phụ lục kèm theo", "")


def _spoiled_quote(document: Made, _: Choose) -> None:
    fit = [item for item in whole(document) if item.text.startswith("“") and item.text.endswith("”.")]
    fit = fit or [item for item in whole(document) if "“" in item.text and "”" in item.text]
    if not fit:
        raise Unfit("quote")
    swap(fit[0], "”", "")


WORDS = [
    Blind("basis without semicolon", rewritten("basis", ";$", "", ".", ","), "căn cứ", "chấm phẩy|;|dấu"),
    Blind(
        "proposal without full stop",
        lambda d, c: rewritten("proposal", r"\.$", "", ";", ",")(_administrative(d), c),
        "căn cứ|đề nghị",
        "chấm|dấu",
    ),
    Blind("dash before basis", _dashed_basis, "căn cứ", "gạch"),
    Blind("proposal before the bases", _proposal_first, "căn cứ|đề nghị", "cuối|sau|trước|thứ tự"),
    Blind("law with number in an administrative paper", _numbered_law, "luật", "số"),
    Blind("law without number in a legal instrument", _old_law, "luật", "số"),
    Blind(
        "decree cited without day",
        lambda d, c: rewritten("basis", r" ngày \d+ tháng \d+ năm 2025 của", " của")(_administrative(d), c),
        "căn cứ|viện dẫn|nghị định|thông tư",
        "ngày",
    ),
    Blind(
        "decree cited without issuer",
        lambda d, c: rewritten("basis", r" của (Chính phủ|Bộ trưởng Bộ Nghề)", "")(_administrative(d), c),
        "căn cứ|viện dẫn|nghị định|thông tư",
        "cơ quan|ban hành",
    ),
    Blind(
        "decree cited without number",
        rewritten("basis", r"(Nghị định|Thông tư) số \S+", r"\1"),
        "căn cứ|viện dẫn|nghị định|thông tư",
        "số",
    ),
    Blind("basis later than the paper", _later_basis, "căn cứ|nghị định|thông tư", "sau|hiệu lực|muộn"),
    Blind("day of basis without 0", rewritten("basis", r"ngày 0(\d)", r"ngày \1"), "ngày", "0"),
    Blind("order word lost", lost("order"), "quyết định:|quyết nghị:|lệnh|lời", LOST),
    Blind("order word without colon", rewritten("order", ":", ""), "quyết định", "hai chấm|:"),
    Blind("gap of articles", _row("article", skip=True), "điều", "nhảy|thiếu|liên tục|liền|thứ tự|tiếp"),
    Blind("article told twice", _row("article", skip=False), "điều", "trùng|lặp|hai lần|thứ tự"),
    Blind(
        "article with colon",
        rewritten("article", r"^(Điều \d+)\.", r"\1:", r"\1", r"\1)"),
        "điều",
        "chấm|dấu",
    ),
    Blind("article in small letters", rewritten("article", r"^Điều", "điều"), "điều", "hoa|thường"),
    Blind("article in Roman figures", rewritten("article", r"^Điều 1\.", "Điều I."), "điều", "la mã|ả rập"),
    Blind(
        "gap of clauses", _row("clause", skip=True), "khoản|mục|số", "nhảy|thiếu|liên tục|liền|thứ tự|tiếp"
    ),
    Blind("clause told twice", _row("clause", skip=False), "khoản|mục|số", "trùng|lặp|hai lần|thứ tự"),
    Blind(
        "point left out",
        _point(("đ)", "e)"), ("d)", "đ)"), ("c)", "g)")),
        "điểm",
        "nhảy|thiếu|liên tục|liền|thứ tự|tiếp|trùng|lặp",
    ),
    Blind(
        "letter that no point has",
        _point(("đ)", "f)"), ("d)", "j)"), ("c)", "w)"), ("b)", "z)")),
        "điểm",
        "chữ cái|bảng chữ|thứ tự|f|j|w|z",
    ),
    Blind(
        "point without bracket", _point(("a)", "a."), ("b)", "b."), ("c)", "c/"), ("b)", "B)")), "điểm", ""
    ),
    Blind("label of chapter", _chapter, "chương", "la mã|hoa|thường"),
    Blind("label of part", _part_label, "phần", "la mã|hoa|thường"),
    Blind("gap of sections", _section_gap, "mục|đề mục", "nhảy|thiếu|liên tục|liền|thứ tự|tiếp|trùng|lặp"),
    Blind("end mark", _end_mark, "", r"\./\."),
    Blind("double space", _double_space, "", "cách"),
    Blind("space before a sign", _space_before_sign, "", "cách|trước dấu"),
    Blind("decomposed letters", _decomposed, "", "tổ hợp|dựng sẵn|nfc|nfd|unicode|rời"),
    Blind("look-alike letter", _look_alike, "", "giống|lạ|khác|ký tự|unicode"),
    Blind(
        "tag not filled",
        _one_of("{{ ten }}", "{{ so_tien }}", "{% if x %}", "«TEN»", "[Tên đơn vị]", "……………", "............"),
        "",
        "điền|thẻ|trống|chỗ",
    ),
    Blind("sum against its words", _wrong_words, "", "chữ"),
    Blind("total against its rows", _wrong_total, "", "tổng|cộng"),
    Blind("decimal point", _one_of("(đạt 45.5%)", "(rộng 12.75 ha)", "(0.5 tỷ đồng)"), "", "phẩy|thập phân"),
    Blind(
        "thousands in commas", _one_of("(120,000,000 đồng)", "(1,250,000 đồng)"), "", "chấm|hàng nghìn|phẩy"
    ),
    Blind("money as VNĐ", _one_of("(120.000.000 VNĐ)", "(5.000.000 vnđ)"), "", "đồng|vnđ"),
    Blind("straight quotes", _one_of('"lò sấy"', '"cơ sở nghề"'), "", "ngoặc kép|nháy|“"),
    Blind("quote not closed", _spoiled_quote, "", "ngoặc|nháy|đóng"),
    Blind(
        "reference in wrong order",
        _one_of(
            "(theo Điều 1 khoản 1 Nghị định số 91/2025/NĐ-CP)",
            "(theo khoản 1 điểm a Điều 5 Nghị định số 91/2025/NĐ-CP)",
        ),
        "",
        "thứ tự|điểm, khoản|điểm - khoản|khoản",
    ),
    Blind(
        "reference with commas",
        _one_of(
            "(theo khoản 1, Điều 5 Nghị định số 91/2025/NĐ-CP)",
            "(theo điểm a, khoản 1, Điều 5 Nghị định số 91/2025/NĐ-CP)",
        ),
        "",
        "phẩy",
    ),
    Blind(
        "article of a reference in small letters",
        _one_of(
            "(theo khoản 1 điều 5 Nghị định số 91/2025/NĐ-CP)", "(theo điều 5 Nghị định số 91/2025/NĐ-CP)"
        ),
        "",
        "hoa|thường",
    ),
    Blind(
        "clause of a reference in capitals",
        _one_of(
            "(theo Khoản 1 Điều 5 Nghị định số 91/2025/NĐ-CP)",
            "(theo Điểm a khoản 1 Điều 5 Nghị định số 91/2025/NĐ-CP)",
        ),
        "",
        "hoa|thường",
    ),
    Blind(
        "capitals of the Ministry",
        _one_of("(của Bộ Công thương)", "(của Bộ công thương)"),
        "",
        "công thương|hoa",
    ),
    Blind("annex label", _annex_label, "phụ lục", "la mã|thứ tự|trùng|lặp|nhảy|thiếu|tiếp|liên tục"),
    Blind("annex title lost", lost("annex title"), "phụ lục", LOST + "|tên|tiêu đề"),
    Blind("annex line lost", lost("annex line"), "phụ lục|kèm theo", LOST + "|kèm theo"),
    Blind(
        "annex of another number",
        _other_number,
        "phụ lục|kèm theo|số",
        "khác|không khớp|không đúng|không trùng",
    ),
    Blind(
        "annex of another day", _other_day, "phụ lục|kèm theo|ngày", "khác|không khớp|không đúng|không trùng"
    ),
    Blind("annex not spoken of", _unmentioned, "phụ lục", "nhắc|dẫn|nêu|nói|viện dẫn"),
]

BREACHES = (*looks(), *PAGE, *HEAD, *WORDS)
"""All breaches; each is as likely as another."""
