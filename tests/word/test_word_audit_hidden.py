"""Silent edits planted into redlines: each is named, and nothing else is."""

from __future__ import annotations

import random
from functools import cache

import pytest
from lxml import etree
from redline_material import Block, Maker, Piece, document
from test_word_redline import MAIN, opened, paragraphs, written

from kcdocs.word import audit
from kcdocs.word.package import Package, open_package
from kcdocs.word.package.docx import save_package
from kcdocs.word.package.tree import parse, serialise
from kcdocs.word.package.wml import W

TEXTS = [f"{number}. {Maker(number).words(12)} lần thứ {number}." for number in range(1, 16)]


def changed(made: Package, root: etree._Element) -> Package:
    return open_package(save_package({**made.parts, MAIN: serialise(root)}))


def side(blocks: list[Block]) -> audit.SideTexts:
    return audit.side_texts(opened(blocks), accept=True)


@cache
def redline() -> tuple[list[Block], list[Block], Package]:
    old = paragraphs(*TEXTS)
    new = [Block([Piece("t", block.pieces[0].text)], key=block.key) for block in old]
    for number in (2, 6, 11):
        new[number].pieces[0].text = new[number].pieces[0].text.replace("lần", "đợt")
    del new[9]
    return old, new, written(old, new)


def living(root: etree._Element) -> list[etree._Element]:
    """The words outside all marks."""
    return [
        item for item in root.iter(W + "t") if next(item.iterancestors(W + "ins"), None) is None and item.text
    ]


@pytest.mark.parametrize("seed", range(20))
def test_a_word_changed_with_no_mark_is_named_once(seed: int) -> None:
    old, new, made = redline()
    root = parse(made.parts[MAIN])
    words = random.Random(seed).choice([item for item in living(root) if len((item.text or "").split()) > 3])
    parts = (words.text or "").split(" ")
    parts[2] = "LÉN"
    words.text = " ".join(parts)

    found = audit.hidden(changed(made, root), side(old), side(new))

    assert [(item.kind, "LÉN" in item.found) for item in found] == [(audit.HiddenKind.NO_MARK, True)] * len(
        found
    )
    assert 1 <= len(found) <= 2  # on both sides where the paragraph bears marks too


@pytest.mark.parametrize("place", [0, 3, 4, 5, 7, 8, 12, 13, 10, 14])
def test_a_clause_left_out_with_no_mark_is_named_with_its_words(place: int) -> None:
    old, new, made = redline()
    root = parse(made.parts[MAIN])
    gone = next(item for item in root.iter(W + "p") if "".join(item.itertext()) == TEXTS[place])
    parent = gone.getparent()
    assert parent is not None
    parent.remove(gone)

    found = audit.hidden(changed(made, root), side(old), side(new))

    assert [(item.found, item.expected) for item in found] == [("", TEXTS[place])]


@pytest.mark.parametrize("number", range(4))
def test_a_deletion_that_says_other_words_is_a_false_mark(number: int) -> None:
    old, new, made = redline()
    root = parse(made.parts[MAIN])
    words = list(root.iter(W + "delText"))[number]
    words.text = (words.text or "").replace("lần", "kỳ")

    found = audit.hidden(changed(made, root), side(old), side(new))

    assert [(item.kind, item.rejected, item.found, item.expected) for item in found] == [
        (audit.HiddenKind.FALSE_MARK, True, "kỳ", "lần")
    ]


@pytest.mark.parametrize("number", range(3))
def test_an_insertion_that_says_other_words_is_a_false_mark(number: int) -> None:
    old, new, made = redline()
    root = parse(made.parts[MAIN])
    words = [item for mark in root.iter(W + "ins") for item in mark.iter(W + "t")][number]
    words.text = "phen"

    found = audit.hidden(changed(made, root), side(old), side(new))

    assert [(item.kind, item.rejected, item.found, item.expected) for item in found] == [
        (audit.HiddenKind.FALSE_MARK, False, "phen", "đợt")
    ]


@pytest.mark.parametrize("number", range(3))
def test_a_mark_taken_off_an_insertion_is_named(number: int) -> None:
    old, new, made = redline()
    root = parse(made.parts[MAIN])
    mark = [item for item in root.iter(W + "ins") if len(item)][number]
    parent = mark.getparent()
    assert parent is not None
    parent[parent.index(mark) : parent.index(mark) + 1] = list(mark)

    found = audit.hidden(changed(made, root), side(old), side(new))

    assert [(item.rejected, item.found.strip(), item.expected) for item in found] == [(True, "lầnđợt", "lần")]


@pytest.mark.parametrize("kind", ["del", "ins"])
def test_words_dropped_from_a_mark_are_named(kind: str) -> None:
    old, new, made = redline()
    root = parse(made.parts[MAIN])
    mark = next(item for item in root.iter(W + kind) if len(item))
    parent = mark.getparent()
    assert parent is not None
    parent.remove(mark)

    assert len(audit.hidden(changed(made, root), side(old), side(new))) == 1


@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_named_in_an_honest_redline(seed: int) -> None:
    maker = Maker(seed)
    old = maker.original()
    new = maker.draft(old)

    assert audit.hidden(written(old, new), side(old), side(new)) == ()


def test_what_changes_no_side_is_remarked_on() -> None:
    who = 'w:id="1" w:author="Người khác"'
    body = (
        f"<w:p><w:ins {who}><w:del {who}><w:r><w:delText>lồng</w:delText></w:r></w:del></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"
        f"<w:tbl><w:tr><w:trPr><w:ins {who}/></w:trPr><w:tc><w:p><w:r><w:t>trần</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    parts = open_package(document(paragraphs("x"))).parts
    content = parts[MAIN].replace(b"<w:body>", b"<w:body>" + body.encode())

    found = audit.remarks(open_package(save_package({**parts, MAIN: content})))

    assert [(item.kind, item.words) for item in found] == [
        (audit.RemarkKind.NESTED, "lồng"),
        (audit.RemarkKind.UNSEEN, "ẩn"),
        (audit.RemarkKind.ROW, "trần"),
        (audit.RemarkKind.AUTHOR, "Người khác (3)"),
    ]
