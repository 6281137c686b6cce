"""Every real text read whole: nothing lost, the counts known from elsewhere, nothing odd unexplained."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kcdocs.model.address import Kind
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
TEXTS = sorted(
    str(path.relative_to(CORPUS))
    for path in CORPUS.rglob("*")
    if path.suffix in (".txt", ".md", ".docx", ".pdf") and path.name != "README.md"
)

# What is odd in the texts themselves, checked against them by eye.
EXPLAINED = {
    # no chapter headings in the codification snapshot, so sections start again
    "cong-bao/sua-doi/31-2019-nd-cp-goc.txt": {("PA101", "muc-2"), ("PA102", "muc-2")},
    # the quotation has no closing mark
    "cong-bao/sua-doi/156-2026-nd-cp": {("PA108", "dieu-1.trich-1"), ("PA108", "dieu-7.trich-1")},
    # clauses 8 and 9 are numbered 5 and 6 in the page saved from the web
    "nd-75-2021/hop-nhat-834.md": {("PA103", "dieu-13.khoan-5"), ("PA101", "dieu-13.khoan-10")},
    # point e follows d without đ
    "thong-tu-khuyen-cong/26-2014-tt-bct.txt": {
        ("PA101", "dieu-23.khoan-2.diem-e"),
        ("PA101", "dieu-23.khoan-3.diem-e"),
    },
    # two clauses bear the number 3
    "thong-tu-khuyen-cong/36-2013-tt-bct.txt": {("PA102", "dieu-23.khoan-3")},
    # quotations that the text itself leaves open, or opens twice
    "bo-cong-thuong/38-2025-tt-bct": {
        ("PA108", "dieu-1.khoan-7.trich-1"),
        ("PA108", "dieu-21.khoan-1.trich-1"),
    },
    "bo-cong-thuong/26-2026-tt-bct.docx": {("PA108", "dieu-6.khoan-7.trich-1")},
    # the first section has no heading of its own
    "cong-bao/tuyen-doc/27-2016/goc.txt": {("PA101", "muc-2")},
    "cong-bao/tuyen-doc/27-2016/sau.pdf": {("PA101", "muc-2")},
    # a form with two lists that each begin at 1
    "cong-bao/tuyen-doc/28-2015/sau.pdf": {("PA106", "phu-luc-27.khoan-1")},
    # a closing mark behind each example within the quotation, so that its last clauses stand outside it
    "cong-bao/tuyen-doc/28-2015/sua.pdf": {("PA101", "dieu-1.khoan-8"), ("PA103", "dieu-1.khoan-7")},
    # annexes alone, no articles
    "docx/phuluc1.docx": {("PA109", "")},
    "docx/phuluc3.docx": {("PA109", "")},
}

COUNTS = {
    "45-2012-nd-cp/van-ban.txt": {Kind.CHAPTER: 6, Kind.ARTICLE: 19, Kind.CLAUSE: 54, Kind.POINT: 49},
    "luat-mttq/truoc.txt": {Kind.ARTICLE: 41},
    "luat-mttq/sau.txt": {Kind.ARTICLE: 41},
    "thong-tu-khuyen-cong/46-2012-tt-bct.txt": {Kind.CHAPTER: 0},
    "thong-tu-khuyen-cong/36-2013-tt-bct.txt": {Kind.CHAPTER: 0},
    "thong-tu-khuyen-cong/26-2014-tt-bct.txt": {Kind.CHAPTER: 0},
    "thong-tu-khuyen-cong/26-2014-ttlt-btc-bct.txt": {Kind.CHAPTER: 0},
    "docx/30-2020-nd-cp.docx": {Kind.CHAPTER: 7, Kind.ARTICLE: 38},
    "docx/luat-61-2024-qh15.docx": {Kind.CHAPTER: 9, Kind.ARTICLE: 81},
    "docx/luat-80-2025-qh15.docx": {Kind.CHAPTER: 7, Kind.ARTICLE: 45},
}


def explained(text: str) -> set[tuple[str, str]]:
    return EXPLAINED.get(text) or EXPLAINED.get(text.rsplit(".", 1)[0], set())


@pytest.mark.skipif(not TEXTS, reason="the corpus of real texts is not beside this checkout")
@pytest.mark.parametrize("text", TEXTS)
def test_a_real_text_is_read_whole(text: str) -> None:
    reading = read(CORPUS / text)
    instrument = parse(reading)
    assert instrument.lines() == reading.lines
    assert not [node for node in instrument.walk() if node.kind is Kind.OTHER]
    odd = {(f.code, f.place.address) for f in instrument.findings if f.code.startswith("PA")}
    assert odd == explained(text)
    unresolved = [r for node in instrument.walk() for r in node.references if r.status == "unresolved"]
    assert all(reference.reason for reference in unresolved)


@pytest.mark.parametrize("text", COUNTS)
def test_a_real_text_has_the_counts_known_from_elsewhere(corpus: Path, text: str) -> None:
    kinds = Counter(node.kind for node in parse(read(corpus / text)).provisions())
    assert {kind: kinds[kind] for kind in COUNTS[text]} == COUNTS[text]
