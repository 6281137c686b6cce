"""What looks like a signature and is none: headings that name an office, forms inside articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kcdocs.model.address import Kind
from kcdocs.model.instrument import Instrument
from kcdocs.model.line import Cell
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading


def _read(text: str) -> Instrument:
    return parse(reading(text, "thu.txt"))


def _labels(instrument: Instrument, kind: Kind) -> list[str]:
    return [node.label for node in instrument.walk() if node.kind is kind]


@pytest.mark.parametrize("office", ["THỦ TƯỚNG CHÍNH PHỦ", "BỘ TRƯỞNG", "CHỦ TỊCH NƯỚC", "TM. CHÍNH PHỦ"])
@pytest.mark.parametrize("unit", ["Chương II", "Mục 2"])
def test_an_office_below_the_number_of_a_chapter_is_its_heading(office: str, unit: str) -> None:
    read = _read(f"Chương I\nCHUNG\nĐiều 1. Một\n{unit}\n{office}\nĐiều 2. Hai\nBỘ TRƯỞNG\nNguyễn Văn An")
    assert _labels(read, Kind.ARTICLE) == ["1", "2"]
    assert office in [node.text for node in read.walk() if node.kind in (Kind.CHAPTER, Kind.SECTION)]
    assert [node.text for node in read.walk() if node.kind is Kind.SIGNATURE] == ["BỘ TRƯỞNG\nNguyễn Văn An"]


def test_an_office_in_the_second_line_of_a_heading_is_part_of_it() -> None:
    read = _read("Chương I\nQUYỀN HẠN CỦA\nTHỦ TƯỚNG CHÍNH PHỦ\nĐiều 1. Một\nĐiều 2. Hai")
    assert [node.text for node in read.walk()][0] == "QUYỀN HẠN CỦA\nTHỦ TƯỚNG CHÍNH PHỦ"


@pytest.mark.parametrize("behind", ["2. Hai.", "Điều 2. Hai"])
def test_the_signature_of_a_form_inside_an_article_does_not_end_the_text(behind: str) -> None:
    read = _read(f"Điều 1. Mẫu phiếu\n1. Như sau:\nGIÁM ĐỐC\n(Ký tên)\n{behind}\nBỘ TRƯỞNG\nTrần Thị Bình")
    assert [node.text for node in read.walk() if node.kind is Kind.SIGNATURE] == ["BỘ TRƯỞNG\nTrần Thị Bình"]
    assert not _labels(read, Kind.ANNEX)


def test_an_annex_behind_a_signature_that_starts_anew_stays_an_annex() -> None:
    read = _read("Điều 1. Một\n1. Ban hành quy chế.\nBỘ TRƯỞNG\nPhụ lục\n1. Loại một.\n2. Loại hai.")
    assert len(_labels(read, Kind.SIGNATURE)) == len(_labels(read, Kind.ANNEX)) == 1


@pytest.mark.parametrize(
    "block",
    [
        "BỘ NÔNG LÂM\nSố: 7/VBHN-BNL\nXÁC THỰC VĂN BẢN HỢP NHẤT",
        "BỘ NÔNG LÂM\nVÀ ĐỒNG CỎ\n\nSố: /VBHN-BNL\n\nXÁC THỰC VĂN BẢN HỢP NHẤT",
        "BỘ NÔNG LÂM\nXÁC THỰC VĂN BẢN HỢP NHẤT\nSố: 7/VBHN-BNL",
        "XÁC THỰC VĂN BẢN HỢP NHẤT",
        "BỘ NÔNG LÂM XÁC THỰC VĂN BẢN HỢP NHẤT\nVÀ ĐỒNG CỎ\nSố: 7/VBHN-BNL",
    ],
)
def test_issuer_and_number_above_the_authentication_of_a_plain_text_are_no_words_of_its_last_article(
    block: str,
) -> None:
    read = _read(f"Điều 1. Hiệu lực\n1. Từ năm 2020.\n2. Hết.\n{block}\nBỘ TRƯỞNG\nTrần Thị Bình")
    (signature,) = (node for node in read.walk() if node.kind is Kind.SIGNATURE)
    assert [line.text for line in signature.lines if line.text] == [
        *filter(None, block.split("\n")),
        "BỘ TRƯỞNG",
        "Trần Thị Bình",
    ]
    assert [node.text for node in read.walk() if node.kind is Kind.CLAUSE] == ["Từ năm 2020.", "Hết."]


@pytest.mark.parametrize("number", ["Số: 7/VBHN-BNL", "Số: …/VBHN-BNL"])
def test_a_table_that_authenticates_a_text_is_no_table_of_its_last_article(number: str) -> None:
    words = reading(
        f"Điều 1. Hiệu lực\n1. Từ năm 2020.\nBỘ NÔNG LÂM\n{number}\nXÁC THỰC VĂN BẢN HỢP NHẤT", "thu"
    )
    cells = [Cell(0, 0, 0, 1, 1), Cell(0, 0, 0, 1, 1), Cell(0, 0, 1, 1, 1)]
    table = [replace(line, cell=cell) for line, cell in zip(words.lines[2:], cells, strict=True)]

    read = parse(replace(words, lines=(*words.lines[:2], *table)))

    assert [node.kind for node in read.walk()] == [Kind.ARTICLE, Kind.CLAUSE, Kind.SIGNATURE]
    assert read.nodes[-1].text.startswith("BỘ NÔNG LÂM\n")


def test_forms_that_say_what_they_come_with_are_annexes_with_articles_of_their_own() -> None:
    form = "Mẫu số 0{}: Ban hành kèm theo Thông tư số 7/2020/TT-BNL\nQUYẾT ĐỊNH\nĐiều 1. Chi cho: ...\nĐiều 2. Thi hành\n"
    forms = "".join(form.format(number) for number in (1, 2, 3))
    read = _read(f"Điều 1. Mẫu\n1. Dùng mẫu sau đây.\nBỘ TRƯỞNG\nTrần Thị Bình\n{forms}")
    annexes = [node for node in read.nodes if node.kind is Kind.ANNEX]
    assert [[one.label for one in node.walk() if one.kind is Kind.ARTICLE] for node in annexes] == [
        ["1", "2"]
    ] * 3
    assert read.findings == ()


@pytest.mark.parametrize(
    "line", ["Mẫu số 01", "Mẫu số 01. Đơn xin vay", "Mẫu số 01 kèm theo đơn", "Mẫu đơn: kèm theo hồ sơ"]
)
def test_a_form_that_does_not_say_so_opens_no_annex(line: str) -> None:
    read = _read(f"Điều 1. Mẫu\n1. Dùng mẫu.\nBỘ TRƯỞNG\nTrần Thị Bình\n{line}\nKính gửi: ...")
    assert not _labels(read, Kind.ANNEX)


_MOVED = "BỘ NÔNG LÂM\n_______\nSố: 7/2020/TT-BNL | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n____\n"
_DATED = "Hà Nội, ngày 05 tháng 3 năm 2020\n"


@pytest.mark.parametrize("behind", ["Nơi nhận:\n- Lưu: VT.", "BỘ TRƯỞNG\nTrần Thị Bình"])
def test_a_head_that_a_saved_page_has_above_the_closing_part_is_no_words_of_the_last_article(
    behind: str,
) -> None:
    read = _read(f"THÔNG TƯ\nVề cỏ\nĐiều 1. Hiệu lực\nTừ năm 2020.\n{_MOVED}{_DATED}{behind}")

    assert [node.text for node in read.walk() if node.kind is Kind.PARAGRAPH] == ["Từ năm 2020."]
    assert _labels(read, Kind.HEADER) == ["1"]
    assert read.nodes[-1].text.partition("\n")[0] == behind.split("\n", maxsplit=1)[0]
    assert read.citation.number == "7/2020/TT-BNL"


def test_a_head_inside_a_form_of_an_article_stays_there() -> None:
    read = _read(f"THÔNG TƯ\nVề cỏ\nĐiều 1. Mẫu\nNhư sau:\n{_MOVED}ĐƠN XIN CỎ\nKính gửi: xã.\nĐiều 2. Hết")

    assert not _labels(read, Kind.HEADER)
    assert "Độc lập - Tự do - Hạnh phúc" in [node.text for node in read.walk()]
