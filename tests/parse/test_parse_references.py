"""References: the grammar, what relative ones mean, and the way back to words."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.model.address import Address, Kind
from kcdocs.model.catalogue import Catalogue, Entry
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Status
from kcdocs.parse.errors import NoAddressError
from kcdocs.parse.instrument import parse
from kcdocs.parse.names import names_of
from kcdocs.parse.plain import reading
from kcdocs.parse.references import ReferenceContext, address, find_references, write_addresses
from kcdocs.parse.tree import Tree

HERE = Address.parse("dieu-5.khoan-2.diem-a")


def addresses(*forms: str) -> list[Address]:
    return [Address.parse(form) for form in forms]


@pytest.mark.parametrize(
    ("text", "words", "targets"),
    [
        ("theo Điều 7 mà", "Điều 7", "dieu-7"),
        ("theo khoản 2 Điều 20a", "khoản 2 Điều 20a", "dieu-20a.khoan-2"),
        ("tại điểm d1 khoản 5a Điều 3;", "điểm d1 khoản 5a Điều 3", "dieu-3.khoan-5a.diem-d1"),
        ("Điểm a, Khoản 2, Điều 1", "Điểm a, Khoản 2, Điều 1", "dieu-1.khoan-2.diem-a"),
        (
            "các khoản 1, 2 và 3 Điều 7",
            "các khoản 1, 2 và 3 Điều 7",
            "dieu-7.khoan-1 dieu-7.khoan-2 dieu-7.khoan-3",
        ),
        (
            "điểm a, b khoản 1 và khoản 3 Điều này",
            "điểm a, b khoản 1 và khoản 3 Điều này",
            "dieu-5.khoan-1.diem-a dieu-5.khoan-1.diem-b dieu-5.khoan-3",
        ),
        (
            "khoản 1 và điểm b khoản 3 Điều 7",
            "khoản 1 và điểm b khoản 3 Điều 7",
            "dieu-7.khoan-1 dieu-7.khoan-3.diem-b",
        ),
        ("từ Điều 5 đến Điều 8", "từ Điều 5 đến Điều 8", "dieu-5 dieu-6 dieu-7 dieu-8"),
        (
            "từ điểm d đến điểm g khoản 1",
            "từ điểm d đến điểm g khoản 1",
            "dieu-5.khoan-1.diem-d dieu-5.khoan-1.diem-đ dieu-5.khoan-1.diem-e dieu-5.khoan-1.diem-g",
        ),
        (
            "các điểm từ a đến c khoản 4 Điều 6",
            "các điểm từ a đến c khoản 4 Điều 6",
            "dieu-6.khoan-4.diem-a dieu-6.khoan-4.diem-b dieu-6.khoan-4.diem-c",
        ),
        (
            "điểm a các khoản 1, 2 Điều 6",
            "điểm a các khoản 1, 2 Điều 6",
            "dieu-6.khoan-1.diem-a dieu-6.khoan-2.diem-a",
        ),
        ("các Điều 6, 7 và 9", "các Điều 6, 7 và 9", "dieu-6 dieu-7 dieu-9"),
        ("Điều 6, Điều 7 của Nghị định này", "Điều 6, Điều 7 của Nghị định này", "dieu-6 dieu-7"),
        ("theo khoản này", "khoản này", "dieu-5.khoan-2"),
        ("điểm b khoản này", "điểm b khoản này", "dieu-5.khoan-2.diem-b"),
        ("theo điểm này", "điểm này", "dieu-5.khoan-2.diem-a"),
        ("tại khoản 4", "khoản 4", "dieu-5.khoan-4"),
        ("tại điểm c", "điểm c", "dieu-5.khoan-2.diem-c"),
        ("Khoản 1 và 2 của Điều này", "Khoản 1 và 2 của Điều này", "dieu-5.khoan-1 dieu-5.khoan-2"),
        ("Điều 7 khoản 3 điểm b", "Điều 7 khoản 3 điểm b", "dieu-7.khoan-3.diem-b"),
        ("Chương II Nghị định này", "Chương II Nghị định này", "chuong-II"),
        ("Mục 2a Chương IIa", "Mục 2a Chương IIa", "chuong-IIa.muc-2a"),
        ("Tiểu mục 2 của Mục 4 Chương II", "Tiểu mục 2 của Mục 4 Chương II", "chuong-II.muc-4.tieu-muc-2"),
        (
            "Phụ lục I ban hành kèm theo Nghị định này",
            "Phụ lục I ban hành kèm theo Nghị định này",
            "phu-luc-I",
        ),
        ("tại Phụ lục kèm theo Thông tư này", "Phụ lục kèm theo Thông tư này", "phu-luc"),
        ("các Phụ lục I, II và III", "các Phụ lục I, II và III", "phu-luc-I phu-luc-II phu-luc-III"),
        ("Phụ lục số 02", "Phụ lục số 02", "phu-luc-2"),
        ("khoản 1 Mục II Phụ lục I", "khoản 1 Mục II Phụ lục I", "phu-luc-I.muc-II.khoan-1"),
        ("đoạn thứ nhất khoản 1 Điều 6", "đoạn thứ nhất khoản 1 Điều 6", "dieu-6.khoan-1"),
        ("đoạn thứ hai khoản 1 Điều 6", "đoạn thứ hai khoản 1 Điều 6", "dieu-6.khoan-1.doan-1"),
        ("đoạn thứ hai Điều 6", "đoạn thứ hai Điều 6", "dieu-6.doan-2"),
        ("đoạn mở đầu Điều 6", "đoạn mở đầu Điều 6", "dieu-6"),
        ("khoản 1, 15 ngày sau", "khoản 1", "dieu-5.khoan-1"),
        ("khoản 1 và Điều 9", "khoản 1 và Điều 9", "dieu-5.khoan-1 dieu-9"),
    ],
)
def test_an_expression_is_found_with_its_targets(text: str, words: str, targets: str) -> None:
    (reference,) = find_references(text, at=HERE)
    assert reference.span.of(text) == words
    assert list(reference.targets) == addresses(*targets.split(" "))


def test_a_part_bears_its_ordinal_in_words() -> None:
    (reference,) = find_references("theo Phần thứ nhất", at=HERE)
    assert list(reference.targets) == addresses("phan-thứ nhất")


@pytest.mark.parametrize(
    "text",
    ["Điều lệ công ty", "điều này có nghĩa", "thời điểm a dua", "các khoản chi 5 đồng", "mục tiêu I", "loại 070 khoản 102",
     "phần 1.000.000 đồng", "Quy định này không áp dụng", "Luật quy định rằng", "ngang điểm y tế", ""],
)  # fmt: skip
def test_what_only_looks_like_a_reference_is_none(text: str) -> None:
    assert find_references(text, at=HERE) == ()


@pytest.mark.parametrize(
    ("text", "words", "citation"),
    [
        ("theo Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về",
         "Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012",
         Citation("Nghị định", "45/2012/NĐ-CP", date(2012, 5, 21), "Chính phủ")),
        ("Thông tư 26 /2014/TT- BCT", "Thông tư 26 /2014/TT- BCT", Citation("Thông tư", "26/2014/TT-BCT")),
        ("Nghị quyết 30a/2008/NQ-CP", "Nghị quyết 30a/2008/NQ-CP", Citation("Nghị quyết", "30a/2008/NQ-CP")),
        ("Luật Cán bộ, công chức số 22/2008/QH12 thì", "Luật Cán bộ, công chức số 22/2008/QH12",
         Citation("Luật", "22/2008/QH12", None, "", "Cán bộ, công chức")),
        ("Luật Đất đai năm 2013", "Luật Đất đai năm 2013", Citation("Luật", "", None, "Quốc hội", "Đất đai")),
        ("Hiến pháp năm 2013", "Hiến pháp năm 2013", Citation("Hiến pháp", "", None, "Quốc hội")),
        ("Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015", "Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015",
         Citation("Luật", "", date(2015, 6, 19), "Quốc hội", "Tổ chức Chính phủ")),
        ("theo Luật ngân sách nhà nước và", "Luật ngân sách nhà nước", Citation("Luật", title="ngân sách nhà nước")),
        ("Luật Phòng, chống tham nhũng, các", "Luật Phòng, chống tham nhũng", Citation("Luật", title="Phòng, chống tham nhũng")),
        ("Quyết định số 1/QĐ-TTg ngày 31/02/2011", "Quyết định số 1/QĐ-TTg ngày 31/02/2011", Citation("Quyết định", "1/QĐ-TTg")),
    ],
)  # fmt: skip
def test_an_instrument_is_found_by_number_year_or_name(text: str, words: str, citation: Citation) -> None:
    (reference,) = find_references(text, at=HERE)
    assert reference.span.of(text) == words
    assert reference.citation == citation
    assert reference.targets == ()


def test_provisions_of_another_instrument_bear_its_citation() -> None:
    (reference,) = find_references("điểm b khoản 2 Điều 3 của Luật Đất đai năm 2013", at=HERE)
    assert reference.targets == (Address.parse("dieu-3.khoan-2.diem-b"),)
    assert reference.citation is not None
    assert reference.citation.title == "Đất đai"
    assert reference.status is Status.RESOLVED


def test_a_bare_type_behind_of_is_unresolved() -> None:
    (reference,) = find_references("Điều 5 của Luật thì", at=HERE)
    assert reference.status is Status.UNRESOLVED
    assert reference.reason == "Chưa rõ “Luật” là văn bản nào."


def test_a_law_of_the_catalogue_is_known_by_its_name() -> None:
    law = Citation("Luật", "5/2021/QH15", date(2021, 1, 2), "Quốc hội", "Làng nghề và phố nghề")
    names = names_of(Catalogue((Entry(law),)))
    (reference,) = find_references(
        "khoản 1 Điều 2 Luật Làng nghề và phố nghề, trừ", at=HERE, setting=ReferenceContext(names=names)
    )
    assert reference.citation == law
    assert reference.status is Status.RESOLVED


def test_a_name_that_two_laws_bear_stays_without_number() -> None:
    old, new = (Citation("Luật", number, None, "", "Làng nghề") for number in ("1/2001/QH10", "2/2020/QH14"))
    names = names_of(Catalogue((Entry(old), Entry(new))))
    (reference,) = find_references("theo Luật Làng nghề", at=HERE, setting=ReferenceContext(names=names))
    assert reference.citation == Citation("Luật", title="Làng nghề")
    assert reference.status is Status.UNRESOLVED


def test_a_range_takes_in_the_labels_inserted_between() -> None:
    tree = Tree(addresses("dieu-5", "dieu-6", "dieu-6a", "dieu-6b", "dieu-7"))
    (reference,) = find_references("từ Điều 5 đến Điều 7", at=HERE, setting=ReferenceContext(tree=tree))
    assert list(reference.targets) == addresses("dieu-5", "dieu-6", "dieu-6a", "dieu-6b", "dieu-7")


def test_what_the_instrument_has_not_is_unresolved_with_the_reason() -> None:
    (reference,) = find_references(
        "khoản 9 Điều 7", at=HERE, setting=ReferenceContext(tree=Tree(addresses("dieu-7")))
    )
    assert reference.status is Status.UNRESOLVED
    assert reference.reason == "Văn bản này không có khoản 9 Điều 7."


def test_a_section_named_alone_is_found_where_only_one_chapter_has_it() -> None:
    tree = Tree(addresses("chuong-I", "chuong-I.muc-1", "chuong-II", "chuong-II.muc-1", "chuong-II.muc-2"))
    (reference,) = find_references("Mục 2", at=HERE, setting=ReferenceContext(tree=tree))
    assert list(reference.targets) == addresses("chuong-II.muc-2")
    (reference,) = find_references("Mục 1", at=HERE, setting=ReferenceContext(tree=tree))
    assert reference.status is Status.UNRESOLVED


def test_this_clause_outside_a_clause_is_unresolved() -> None:
    (reference,) = find_references("theo khoản này", at=Address.parse("dieu-5"))
    assert reference.reason == "Chỗ viện dẫn không nằm trong đơn vị mà nó gọi là “này”."


def test_this_chapter_is_the_one_around() -> None:
    (reference,) = find_references("Chương này", at=HERE, around={Kind.CHAPTER: Address.parse("chuong-II")})
    assert list(reference.targets) == addresses("chuong-II")


def test_naming_another_type_as_this_one_is_told() -> None:
    (reference,) = find_references("Luật này", at=HERE, setting=ReferenceContext(type="Nghị định"))
    assert reference.reason == "Văn bản này là Nghị định, không phải Luật."


def test_decomposed_text_is_read_and_spans_are_its_own() -> None:
    text = unicodedata.normalize("NFD", "theo điểm đ khoản 2 Điều 7 mà")
    (reference,) = find_references(text, at=HERE)
    assert list(reference.targets) == addresses("dieu-7.khoan-2.diem-đ")
    assert unicodedata.normalize("NFC", reference.span.of(text)) == "điểm đ khoản 2 Điều 7"


@pytest.mark.parametrize(
    ("text", "inherited", "targets"),
    [
        ("Bổ sung khoản 7 vào sau khoản 6 Điều 31", "", ("dieu-31.khoan-7", "dieu-31.khoan-6")),
        (
            "Bổ sung điểm c1 vào sau điểm c khoản 3",
            "dieu-128",
            ("dieu-128.khoan-3.diem-c1", "dieu-128.khoan-3.diem-c"),
        ),
    ],
)
def test_a_command_lends_its_labels_to_one_another(
    text: str, inherited: str, targets: tuple[str, ...]
) -> None:
    setting = ReferenceContext(command=True, inherited=Address.parse(inherited))
    found = find_references(text, at=Address(), setting=setting)
    assert [target for reference in found for target in reference.targets] == addresses(*targets)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("điểm đ khoản 2 Điều 5a", "dieu-5a.khoan-2.diem-đ"),
        ("dieu-5a.khoan-2.diem-đ", "dieu-5a.khoan-2.diem-đ"),
        ("  Khoản 2,  Điều 5 ", "dieu-5.khoan-2"),
        ("Mục 1 Chương II", "chuong-II.muc-1"),
        ("Phụ lục I", "phu-luc-I"),
        (unicodedata.normalize("NFD", "điểm đ khoản 2 Điều 5"), "dieu-5.khoan-2.diem-đ"),
    ],
)
def test_what_a_user_types_is_one_address(text: str, form: str) -> None:
    assert address(text) == Address.parse(form)


@pytest.mark.parametrize(
    "text", ["điều gì đó", "Điều 5 và Điều 6", "khoản này", "xem Điều 5", "Điều 5 Nghị định này", "abc-5"]
)
def test_what_names_no_single_provision_is_refused(text: str) -> None:
    with pytest.raises(NoAddressError) as refused:
        address(text)
    assert refused.value.code == "RF001"
    assert text in refused.value.message


_ARTICLES = st.builds("dieu-{}{}".format, st.integers(1, 99), st.sampled_from(["", "", "a"]))
_CLAUSES = st.builds("{}.khoan-{}".format, _ARTICLES, st.integers(1, 9))
_POINTS = st.builds("{}.diem-{}".format, _CLAUSES, st.sampled_from("abcdđeghik"))


@given(st.lists(st.one_of(_ARTICLES, _CLAUSES, _POINTS), min_size=1, max_size=5, unique=True))
def test_addresses_written_are_read_back(forms: list[str]) -> None:
    wanted = addresses(*forms)
    (reference,) = find_references(f"theo {write_addresses(wanted)} thì", at=Address())
    assert list(reference.targets) == wanted


def test_three_siblings_are_written_as_a_list() -> None:
    listed = addresses("dieu-5.khoan-1", "dieu-5.khoan-2", "dieu-5.khoan-3", "dieu-6")
    assert write_addresses(listed, this="Nghị định") == "các khoản 1, 2 và 3 Điều 5 và Điều 6 Nghị định này"
    assert (
        write_addresses(listed[:1], Citation("Luật", "1/2020/QH14", None, "", "Làng nghề"))
        == "khoản 1 Điều 5 Luật Làng nghề"
    )


def test_inside_quoted_new_text_this_decree_is_the_amended_one() -> None:
    text = """NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 2/2020/NĐ-CP
Điều 1. Sửa đổi, bổ sung khoản 3 Điều 9 như sau:
“3. Theo Điều 4 Nghị định này và khoản 1 Điều này.”.
Điều 2. Hiệu lực
Nghị định này có hiệu lực theo Điều 1 Nghị định này."""
    nodes = {str(node.address): node for node in parse(reading(text)).walk()}
    amended = Citation("Nghị định", "2/2020/NĐ-CP")
    quoted = nodes["dieu-9.khoan-3"].references
    assert [(r.citation, list(r.targets)) for r in quoted] == [
        (amended, addresses("dieu-4")),
        (amended, addresses("dieu-9.khoan-1")),
    ]
    command = nodes["dieu-1"].references[0]
    assert (command.citation, list(command.targets)) == (amended, addresses("dieu-9.khoan-3"))
    assert [r.citation for r in nodes["dieu-2.doan-1"].references] == [None, None]


def test_the_amended_law_takes_its_number_from_the_enacting_sentence() -> None:
    text = (
        "LUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT LÀNG NGHỀ\n"
        "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Làng nghề số 5/2015/QH13.\n"
        "Điều 1. Sửa đổi, bổ sung Luật Làng nghề\n1. Bãi bỏ khoản 2 Điều 3."
    )
    clause = parse(reading(text)).find(Address.parse("dieu-1.khoan-1"))
    assert clause is not None
    assert clause.references[0].citation == Citation("Luật", "5/2015/QH13", None, "", "Làng nghề")


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Lập dự toán chi tiết theo khoản 1 Điều 3", "khoản 1 Điều 3"),
        ("Hướng dẫn chi tiết tại điểm a khoản 1 Điều 3", "điểm a khoản 1 Điều 3"),
        ("Xét tình tiết a khoản 1 Điều 3", "khoản 1 Điều 3"),
        ("Theo tiết tại khoản 1 Điều 3", "khoản 1 Điều 3"),
        ("Theo tiết a.1 khoản 1 Điều 3", "tiết a.1 khoản 1 Điều 3"),
        ("Theo tiết ii điểm a khoản 1 Điều 3", "tiết ii điểm a khoản 1 Điều 3"),
    ],
)
def test_what_only_ends_as_a_unit_below_points_is_no_part_of_a_reference(words: str, read: str) -> None:
    text = f"Điều 1. A\n1. {words}.\nĐiều 3. C\n1. Hai:\na) x;\nb) y."
    clause = parse(reading(text)).find(Address.parse("dieu-1.khoan-1"))
    assert clause is not None
    assert [item.span.of(clause.text) for item in clause.references] == [read]


def test_a_list_may_name_its_instrument_in_the_line_before() -> None:
    text = "Điều 1. Phạm vi\n1. Chi tiết các điều sau đây của Luật Làng nghề năm 2020:\na) Điều 30 về thời hạn;\n2. Theo Điều 1."
    nodes = {str(node.address): node for node in parse(reading(text)).walk()}
    assert nodes["dieu-1.khoan-1.diem-a"].references[0].citation == Citation(
        "Luật", "", None, "Quốc hội", "Làng nghề"
    )
    assert nodes["dieu-1.khoan-2"].references[0].citation is None


def test_this_article_in_words_that_a_command_quotes_is_unresolved() -> None:
    text = "Điều 1. Thay cụm từ “khoản 1 Điều này” bằng cụm từ “khoản 2 Điều 4 Nghị định này” tại Điều 7 Nghị định số 2/2020/NĐ-CP"
    node = parse(reading(text)).nodes[0]
    inner, other, target = node.references
    assert inner.reason.startswith("Nằm trong lời văn được trích")
    assert other.citation == target.citation == Citation("Nghị định", "2/2020/NĐ-CP")
