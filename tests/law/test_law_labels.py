"""Labels are read whole, in headings and in references, or said not to be understood."""

from __future__ import annotations

import pytest

from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Status
from kcdocs.parse.instrument import parse
from kcdocs.parse.openings import annex_opening, heads, opening
from kcdocs.parse.plain import reading
from kcdocs.parse.references import address, find_references
from kcdocs.parse.rules import back


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Phụ lục II-1", "II-1"),
        ("PHỤ LỤC VI-1.7", "VI-1.7"),
        ("Phụ lục I.3", "I.3"),
        ("Phụ lục I. DANH MỤC", "I"),
        ("Phụ lục 01", "1"),
        ("Phụ lục số 02a", "2a"),
        ("Phụ lục", ""),
    ],
)
def test_the_heading_of_an_annex_gives_its_whole_label(line: str, label: str) -> None:
    found = annex_opening(line)
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize(
    ("words", "machine"),
    [
        ("Phụ lục II-1", "phu-luc-II-1"),
        ("Phụ lục 01", "phu-luc-1"),
        ("Phụ lục IIk", "phu-luc-IIk"),
        ("Chương IIk", "chuong-IIk"),
        ("Phần thứ mười một", "phan-thứ mười một"),
    ],
)
def test_a_reference_gives_the_same_label(words: str, machine: str) -> None:
    assert str(address(words)) == machine


@pytest.mark.parametrize(
    ("line", "kind", "label"),
    [
        ("Chương IIk", Kind.CHAPTER, "IIk"),
        ("Phần thứ mười một", Kind.PART, "thứ mười một"),
        ("PHẦN THỨ HAI MƯƠI", Kind.PART, "thứ hai mươi"),
    ],
)
def test_the_heading_of_a_chapter_or_part_gives_its_whole_label(line: str, kind: Kind, label: str) -> None:
    found = opening(line)
    assert found is not None
    assert (found.kind, found.label) == (kind, label)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Thực hiện theo điểm aa khoản 1 Điều 2.", "điểm aa"),
        ("Thực hiện theo tiết 1 điểm a khoản 1 Điều 2.", "tiết 1"),
        ("Thực hiện theo khoản 12b1 Điều 2.", "khoản 12b1"),
    ],
)
def test_a_label_that_is_none_leaves_the_whole_reference_open(text: str, unread: str) -> None:
    (found,) = find_references(text, at=Address())
    assert (found.targets, found.status) == ((), Status.UNRESOLVED)
    assert unread in found.reason
    assert found.span.of(text).startswith(unread)


@pytest.mark.parametrize(
    "line", ["KT.BỘ TRƯỞNG", "KT. BỘ TRƯỞNG", "T/M CHÍNH PHỦ", "TUN. GIÁM ĐỐC", "TL.CỤC TRƯỞNG"]
)
def test_a_mark_of_signing_is_read_with_and_without_the_space(line: str) -> None:
    assert back.read(line) is Kind.SIGNATURE


def test_annexes_with_composite_labels_stand_on_their_own() -> None:
    read = parse(
        reading(
            "THÔNG TƯ\nVề nghề\nĐiều 1. Sổ\n1. Lập theo Phụ lục II-1 và Phụ lục 02.\nKT.BỘ TRƯỞNG\nTrần A\n"
            "Phụ lục II-1\nBẢNG\n1. Một.\nPhụ lục 02\nSỔ\n1. Hai.\n"
        )
    )
    assert [node.label for node in read.nodes if node.kind is Kind.ANNEX] == ["II-1", "2"]
    references = [item for node in read.walk() for item in node.references]
    assert [item.status for item in references] == [Status.RESOLVED] * len(references)


@pytest.mark.parametrize(
    ("kind", "label", "line"),
    [
        (Kind.PART, "thứ hai", "Phần thứ hai"),
        (Kind.CHAPTER, "IVa", "Chương IVa"),
        (Kind.SECTION, "2", "Mục 2"),
        (Kind.SUBSECTION, "1", "Tiểu mục 1"),
        (Kind.ARTICLE, "20a", "Điều 20a. TÊN"),
        (Kind.CLAUSE, "3", "3. TÊN"),
        (Kind.POINT, "đ", "đ) TÊN"),
    ],
)
def test_the_line_written_for_a_provision_is_read_as_opening_it(kind: Kind, label: str, line: str) -> None:
    written = heads(kind, label, "TÊN")

    assert written == ((line,) if "TÊN" in line else (line, "TÊN"))
    found = opening(written[0])
    assert found is not None
    assert (found.kind, found.label) == (kind, label)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("theo Mẫu số 01 Phụ lục II ban hành kèm theo Nghị định này", "Mẫu số 01"),
        ("theo Biểu 04-A và Biểu 05-A tại Phụ lục II", "Biểu 04-A và Biểu 05-A"),
        ("các mẫu số 1A, 003.N/KC thuộc  Phụ lục II", "mẫu số 1A, 003.N/KC"),
        ("theo mẫu tại Phụ lục II", ""),
        ("3 mẫu tại Phụ lục II", ""),
        ("Mẫu số 01 của đơn vị và Phụ lục II", ""),
    ],
)
def test_a_form_of_an_annex_is_named_with_it(text: str, form: str) -> None:
    (found,) = find_references(text, at=Address())
    assert ([target.spoken() for target in found.targets], found.form) == (["Phụ lục II"], form)


def test_a_form_before_anything_but_an_annex_is_none_of_its_own() -> None:
    (found,) = find_references("Mẫu số 01 khoản 2 Điều 3", at=Address())
    assert found.form == ""
