"""Breaches of the head and the foot drawn from the law alone; read `blind_looks` first."""

from __future__ import annotations

import re
from collections.abc import Callable

from blind_looks import LOST, Blind, Choose
from blind_parts import Unfit, after, kind, parts, regulation, remove, some, swap, swap_all, write
from docx.enum.text import WD_ALIGN_PARAGRAPH as AT
from good_papers import Made


def lost(part: str) -> Callable[[Made, Choose], None]:
    def do(document: Made, _: Choose) -> None:
        if part == "issuer" and some(document, "superior"):
            raise Unfit(part)  # what is left reads as the issuer
        for paragraph in parts(document, part):
            remove(paragraph)

    return do


def rewritten(
    part: str, pattern: str, *others: str, administrative: bool = False
) -> Callable[[Made, Choose], None]:
    """Puts one of other wordings for a pattern in one paragraph of a part."""

    def do(document: Made, choose: Choose) -> None:
        if administrative and regulation(document):
            raise Unfit("regulation")
        fit = [item for item in parts(document, part) if re.search(pattern, item.text)]
        if not fit:
            raise Unfit(pattern)
        paragraph = choose.choice(fit)
        found = re.search(pattern, paragraph.text)
        assert found
        swap(paragraph, found.group(), found.expand(choose.choice(others)))

    return do


def _unpadded(document: Made, choose: Choose) -> None:
    if regulation(document):
        raise Unfit("regulation")
    rewritten("number", r"Số: \d+", rf"Số: {choose.randint(1, 9)}")(document, choose)
    for annex in some(document, "annex line"):
        swap(
            annex,
            re.findall(r"số (\d+)/", annex.text)[0] + "/",
            re.findall(r"\d+", parts(document, "number")[0].text)[0] + "/",
        )


def _other_symbol(document: Made, choose: Choose) -> None:
    own = {
        "QUYẾT ĐỊNH": "QĐ",
        "BÁO CÁO": "BC",
        "KẾ HOẠCH": "KH",
        "THÔNG BÁO": "TB",
        "TỜ TRÌNH": "TTr",
        "ĐỀ ÁN": "ĐA",
    }
    code = own.get(kind(document))
    if not code:
        raise Unfit("symbol")
    others = [item for item in (*own.values(), "QCh", "DAn") if item != code]
    new = choose.choice((*others, code.lower() if code != "ĐA" else "DA"))
    swap_all(document, f"/{code}-", f"/{new}-")


def _with_year(document: Made, choose: Choose) -> None:
    if regulation(document) or "ỦY BAN" in parts(document, "issuer")[0].text:
        raise Unfit("year")  # committees make legal instruments of the same type
    rewritten("number", r"Số: (\d+)/", r"Số: \1/2026/")(document, choose)


def _without_year(document: Made, choose: Choose) -> None:
    if not regulation(document):
        raise Unfit("year")
    number = parts(document, "number")[0].text
    year = re.findall(r"/\d{4}/", number)[0]
    swap(parts(document, "number")[0], year, "/")


def _letter_only(document: Made) -> Made:
    if not some(document, "about"):
        raise Unfit("letter")
    return document


def _swapped_heads(document: Made, _: Choose) -> None:
    first, second = parts(document, "motto above")[0]._element, parts(document, "motto")[0]._element
    first.addprevious(second)


def _greeted(document: Made, _: Choose) -> None:
    if kind(document) not in ("QUYẾT ĐỊNH", "THÔNG BÁO", "THÔNG TƯ"):
        raise Unfit("greeting")
    after(parts(document, "abstract")[-1], "Kính gửi: Sở Nghề.")


def _typed_letter(document: Made, _: Choose) -> None:
    first = parts(_letter_only(document), "greeting")[0]
    title = after(first, "CÔNG VĂN", bold=True)
    title.alignment = AT.CENTER
    first._element.addprevious(title._element)


def _deputy_alone(document: Made, choose: Choose) -> None:
    offices = parts(document, "office")
    if len(offices) < 2 or not offices[-1].text.startswith(("PHÓ", "THỨ")):
        raise Unfit("deputy")
    remove(offices[-1] if choose.random() < 0.5 else offices[-2])


def _prefixed(document: Made, _: Choose) -> None:
    office = parts(document, "office")[0]
    if not re.match(r"(CỤC|BỘ) TRƯỞNG|GIÁM ĐỐC", office.text):
        raise Unfit("head")
    write(office, f"TM. {office.text}")


def _archive_first(document: Made, _: Choose) -> None:
    parts(document, "recipient")[0]._element.addprevious(parts(document, "archive")[0]._element)


HEAD = [
    Blind("motto above lost", lost("motto above"), "quốc hiệu", LOST),
    Blind("motto lost", lost("motto"), "tiêu ngữ", LOST),
    Blind("number lost", lost("number"), "số", LOST),
    Blind("place and day lost", lost("place"), "địa danh|ngày", LOST),
    Blind("issuer lost", lost("issuer"), "cơ quan", LOST),
    Blind("type lost", lost("type"), "tên loại", LOST),
    Blind("abstract lost", lost("abstract"), "trích yếu|tên gọi", LOST),
    Blind("subject of letter lost", lost("about"), "trích yếu|v/v", LOST),
    Blind("signer's name lost", lost("name"), "họ tên|họ và tên|người ký|chữ ký", LOST),
    Blind("archive line lost", lost("archive"), "lưu", LOST),
    Blind("greeting lost", lambda d, c: lost("greeting")(_letter_only(d), c), "kính gửi", LOST),
    Blind(
        "motto above wrong",
        rewritten("motto above", "CHỦ NGHĨA", "CHỦ NGHIÃ", "CHŨ NGHĨA", "NGHĨA"),
        "quốc hiệu",
        "",
    ),
    Blind(
        "motto wrong",
        rewritten(
            "motto",
            r"Độc lập (.) Tự do . Hạnh phúc",
            r"Độc lập-Tự do-Hạnh phúc",
            r"Độc Lập \1 Tự Do \1 Hạnh Phúc",
            "Độc lập, Tự do, Hạnh phúc",
            r"Độc lập \1 Tự do \1 Hạnh phúc.",
        ),
        "tiêu ngữ",
        "",
    ),
    Blind(
        "motto over the name of the State", _swapped_heads, "quốc hiệu|tiêu ngữ", "trên|dưới|thứ tự|trước|sau"
    ),
    Blind("number below 10 without 0", _unpadded, "số", "số 0|nhỏ hơn 10|dưới 10|0"),
    Blind(
        "number with spaces",
        rewritten("number", r"(\d)/([^-\s]+)-", r"\1 / \2-", r"\1/\2 - ", r"\1/ \2-", r"\1/\2- "),
        "số|ký hiệu",
        "cách|khoảng",
    ),
    Blind("number without colon", rewritten("number", "Số:", "Số"), "số", "hai chấm|:"),
    Blind(
        "number without slash",
        rewritten("number", r"(\d)/(\D[^-]+)-", r"\1-\2-", r"\1.\2-", administrative=True),
        "số|ký hiệu",
        "",
    ),
    Blind("symbol of another type", _other_symbol, "ký hiệu|viết tắt|số", "loại|viết tắt|ký hiệu"),
    Blind("year in an administrative number", _with_year, "số|ký hiệu", "năm"),
    Blind("no year in a legal number", _without_year, "số|ký hiệu", "năm"),
    Blind(
        "code CV in a letter",
        lambda d, c: rewritten("number", r"(\d)/", r"\1/CV-")(_letter_only(d), c),
        "số|ký hiệu",
        "cv|công văn",
    ),
    Blind("day without 0", rewritten("place", r"ngày 0(\d)", r"ngày \1"), "ngày", "0"),
    Blind("month without 0", rewritten("place", r"tháng 0([12])", r"tháng \1"), "tháng|ngày", "0"),
    Blind(
        "day that is not",
        rewritten("place", r"ngày \d+ tháng \d+", "ngày 31 tháng 6", "ngày 30 tháng 02", "ngày 15 tháng 13"),
        "ngày",
        "không có|sai|không đúng|lịch",
    ),
    Blind("place without comma", rewritten("place", ", ngày", " ngày"), "địa danh|ngày", "phẩy|dấu"),
    Blind("place not told", rewritten("place", r"^[^,]+, ngày", "ngày", "Ngày"), "địa danh", ""),
    Blind(
        "day in figures",
        rewritten("place", r"ngày (\d+) tháng (\d+) năm", r"ngày \1/\2/"),
        "ngày|thời gian",
        "",
    ),
    Blind(
        "place shortened",
        rewritten("place", r"^[^,]+,", "HN,", "TP. Hồ Chí Minh,", "TP.HCM,"),
        "địa danh",
        "viết tắt|tắt|đầy đủ",
    ),
    Blind("place in small letters", rewritten("place", r"^Hà Nội", "Hà nội", "hà nội"), "địa danh", "hoa"),
    Blind("subject without V/v", rewritten("about", r"^V/v ", "Về việc ", "Vv "), "trích yếu|v/v", ""),
    Blind("greeting in a paper that has none", _greeted, "kính gửi", "kính gửi"),
    Blind("type over a letter", _typed_letter, "công văn|tên loại", "tên loại|công văn"),
    Blind("recipients' word without colon", rewritten("recipients", "Nơi nhận:", "Nơi nhận"), "nơi nhận", ""),
    Blind(
        "recipient without dash",
        rewritten("recipient", "^- ", "", "+ ", "* ", administrative=True),
        "nơi nhận",
        "gạch",
    ),
    Blind(
        "recipient without semicolon",
        rewritten("recipient", ";$", "", ".", ",", administrative=True),
        "nơi nhận",
        "chấm phẩy|;|dấu",
    ),
    Blind(
        "archive line without full stop",
        rewritten("archive", r"\.$", "", ";", ",", administrative=True),
        "nơi nhận|lưu",
        "chấm|dấu",
    ),
    Blind(
        "archive line without VT", rewritten("archive", "VT, ", "", administrative=True), "lưu", "vt|văn thư"
    ),
    Blind("archive line first", _archive_first, "lưu", "cuối|thứ tự"),
    Blind(
        "decision to 'as above'", rewritten("recipient", r"Như Điều \d+", "Như trên"), "nơi nhận|như", "như"
    ),
    Blind(
        "letter to 'as article'",
        rewritten("recipient", "Như trên", "Như Điều 3", "Như Điều 1"),
        "nơi nhận|như",
        "như",
    ),
    Blind(
        "recipients of an article that is not",
        rewritten("recipient", r"Như Điều \d+", "Như Điều 9", "Như Điều 14"),
        "nơi nhận|như điều|điều",
        "không có|dẫn|điều",
    ),
    Blind("half of a deputy's signature", _deputy_alone, "ký|chức vụ", ""),
    Blind("TM. before a head", _prefixed, "ký|chức vụ", "tm|thay mặt"),
    Blind(
        "prefix without full stop",
        rewritten("office", r"^(KT|TL|TM|Q)\. ", r"\1 ", r"\1: "),
        "ký|chức vụ",
        "",
    ),
    Blind(
        "prefix with slash",
        rewritten("office", r"^(K|T)([TLM])\. ", r"\1/\2 ", r"\1.\2 ", r"\1/\2. "),
        "ký|chức vụ",
        "",
    ),
    Blind(
        "title before the name",
        rewritten("name", r"^(\w+ \w+ \w+)$", r"TS. \1", r"ThS. \1", r"PGS.TS. \1"),
        "ký|họ tên|họ và tên",
        "học|danh",
    ),
]
