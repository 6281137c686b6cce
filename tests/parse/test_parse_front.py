"""Header, title, bases, enacting sentence; and what the instrument says it is."""

from __future__ import annotations

from datetime import date

import pytest

from kcdocs.model.address import Kind
from kcdocs.model.citation import Citation
from kcdocs.model.line import Cell, Line, Reading, Source, SourceKind
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

_HEAD = """\
BỘ CÔNG THƯƠNG
_______
Số: 05/2026/TT-BCT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 06 tháng 4 năm 2026

THÔNG TƯ
Quy định về làng nghề mô phỏng
và phố nghề mô phỏng

Căn cứ Nghị định số 1/2020/NĐ-CP ngày 02 tháng 01 năm 2020 của Chính phủ;
Theo đề nghị của Cục trưởng;
Bộ trưởng Bộ Công Thương ban hành Thông tư quy định về làng nghề.

Điều 1. Phạm vi
"""


def test_the_front_is_sorted_into_header_title_bases_and_enacting_sentence() -> None:
    nodes = parse(reading(_HEAD)).nodes
    assert [(str(node.address), node.text.split("\n")[0]) for node in nodes] == [
        ("dau-van-ban-1", "BỘ CÔNG THƯƠNG"),
        ("ten-van-ban-1", "THÔNG TƯ"),
        ("can-cu-1", "Căn cứ Nghị định số 1/2020/NĐ-CP ngày 02 tháng 01 năm 2020 của Chính phủ;"),
        ("can-cu-2", "Theo đề nghị của Cục trưởng;"),
        ("cau-ban-hanh-1", "Bộ trưởng Bộ Công Thương ban hành Thông tư quy định về làng nghề."),
        ("dieu-1", "Phạm vi"),
    ]


def test_the_header_says_what_the_instrument_is() -> None:
    assert parse(reading(_HEAD)).citation == Citation(
        "Thông tư",
        "05/2026/TT-BCT",
        date(2026, 4, 6),
        "Bộ trưởng Bộ Công Thương",
        "quy định về làng nghề mô phỏng và phố nghề mô phỏng",
    )


def test_a_header_in_a_table_of_two_columns_says_the_same() -> None:
    cells = [
        ("BỘ CÔNG THƯƠNG", (0, 0)),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", (0, 1)),
        ("Độc lập - Tự do - Hạnh phúc", (0, 1)),
        ("Số: 05/2026/TT-BCT", (1, 0)),
        ("Hà Nội, ngày 06 tháng 4 năm 2026", (1, 1)),
        ("THÔNG TƯ", None),
        ("Quy định về làng nghề", None),
        ("Điều 1. Phạm vi", None),
        ("Nơi nhận:", (0, 0)),
        ("- Như trên;", (0, 0)),
        ("KT. BỘ TRƯỞNG", (0, 1)),
        ("Nguyễn Văn Mẫu", (0, 1)),
    ]
    lines = tuple(
        Line(text, Source("a.docx", "word/document.xml", n), cell=Cell(n // 8, *place) if place else None)
        for n, (text, place) in enumerate(cells)
    )
    instrument = parse(Reading("a.docx", SourceKind.DOCX, lines))
    assert [node.kind for node in instrument.nodes] == [
        Kind.HEADER,
        Kind.TITLE,
        Kind.ARTICLE,
        Kind.RECIPIENTS,
        Kind.SIGNATURE,
    ]
    assert instrument.citation == Citation(
        "Thông tư", "05/2026/TT-BCT", date(2026, 4, 6), "Bộ trưởng Bộ Công Thương", "quy định về làng nghề"
    )
    assert instrument.lines() == lines


def test_a_title_in_capitals_takes_its_case_from_the_enacting_sentence() -> None:
    text = (
        "QUỐC HỘI\nLuật số: 9/2025/QH15\nLUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT LÀNG NGHỀ VIỆT NAM\n"
        "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Làng nghề Việt Nam số 5/2015/QH13.\n"
        "Điều 1. X\nLuật này được Quốc hội khóa XV thông qua ngày 27 tháng 6 năm 2025."
    )
    assert parse(reading(text)).citation == Citation(
        "Luật",
        "9/2025/QH15",
        date(2025, 6, 27),
        "Quốc hội",
        "sửa đổi, bổ sung một số điều của Luật Làng nghề Việt Nam",
    )


def test_the_name_of_a_law_keeps_its_capital() -> None:
    text = "LUẬT\nLÀNG NGHỀ\nQuốc hội ban hành Luật Làng nghề.\nĐiều 1. X"
    assert parse(reading(text)).citation.title == "Làng nghề"


def test_an_issuer_named_over_two_lines_is_one() -> None:
    text = "BỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI\nSố: 1/2020/TT-BLĐTBXH\nTHÔNG TƯ\nVề việc mẫu\nĐiều 1. X"
    assert parse(reading(text)).citation.issuer == "Bộ trưởng Bộ Lao động - Thương binh và Xã hội"


def test_a_consolidated_text_bears_the_number_of_its_closing_block() -> None:
    text = (
        "NGHỊ ĐỊNH\nVề làng nghề\n"
        "Nghị định số 1/2020/NĐ-CP ngày 02 tháng 01 năm 2020 của Chính phủ, có hiệu lực kể từ ngày mẫu, được sửa đổi bởi:\n"
        "1. Nghị định số 2/2021/NĐ-CP ngày 03 tháng 02 năm 2021, có hiệu lực kể từ ngày mẫu.\n"
        "Căn cứ Luật Làng nghề;\nĐiều 1. X\n"
        "XÁC THỰC VĂN BẢN HỢP NHẤT\nSố: 37/VBHN-BCT\nHà Nội, ngày 26 tháng 5 năm 2026"
    )
    instrument = parse(reading(text))
    assert instrument.citation == Citation(
        "Văn bản hợp nhất", "37/VBHN-BCT", date(2026, 5, 26), "", "về làng nghề"
    )
    assert [node.kind for node in instrument.nodes] == [
        Kind.TITLE, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.BASIS, Kind.ARTICLE, Kind.SIGNATURE,
    ]  # fmt: skip


def test_the_issuer_below_the_title_of_an_old_text_is_a_second_header() -> None:
    text = "QUYẾT ĐỊNH\nVề việc mẫu\nBỘ TRƯỞNG BỘ CÔNG THƯƠNG\nCăn cứ luật;\nQUYẾT ĐỊNH:\nĐiều 1. X"
    assert [node.kind for node in parse(reading(text)).nodes] == [
        Kind.TITLE, Kind.HEADER, Kind.BASIS, Kind.ENACTING, Kind.ARTICLE,
    ]  # fmt: skip


def test_a_line_between_header_and_articles_that_nothing_explains_is_told() -> None:
    instrument = parse(reading("CHÍNH PHỦ\nTHÔNG TƯ\nVề mẫu\nCHÍNH PHỦ\nMột dòng lạ.\nĐiều 1. X"))
    assert [(f.code, f.place.address) for f in instrument.findings] == [("PA107", "khac-1")]


@pytest.mark.parametrize(
    ("closing", "kind"),
    [
        ("Nơi nhận:", Kind.RECIPIENTS),
        ("TM. CHÍNH PHỦ", Kind.SIGNATURE),
        ("KT. BỘ TRƯỞNG", Kind.SIGNATURE),
        ("PHÓ THỦ TƯỚNG", Kind.SIGNATURE),
        ("CHỦ TỊCH QUỐC HỘI", Kind.SIGNATURE),
        ("Luật này đã được Quốc hội khóa XV thông qua.", Kind.CLOSING),
    ],
)
def test_the_closing_parts_are_known_by_their_first_line(closing: str, kind: Kind) -> None:
    assert parse(reading(f"Điều 1. X\n1. A\n{closing}")).nodes[-1].kind is kind


def test_a_title_may_begin_as_a_legal_basis_does() -> None:
    text = "THÔNG TƯ\nThực hiện chính sách nghề thử\nThực hiện Nghị quyết số 1/NQ-CP;\nĐiều 1. Phạm vi\nMột."

    kinds = [(node.kind, node.text) for node in parse(reading(text)).nodes[:2]]

    assert kinds == [
        (Kind.TITLE, "THÔNG TƯ\nThực hiện chính sách nghề thử"),
        (Kind.BASIS, "Thực hiện Nghị quyết số 1/NQ-CP;"),
    ]
