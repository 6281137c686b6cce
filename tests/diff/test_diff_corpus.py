"""Real pairs: what the comparison finds is what the amending instruments command."""

from __future__ import annotations

import csv
from pathlib import Path

from test_diff_compare import check

from kcdocs.diff.compare import compare
from kcdocs.model.comparison import ChangeClass, Comparison, Row
from kcdocs.model.instrument import Instrument
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

COMMANDED = """dieu-1 dieu-3 dieu-4 dieu-12.khoan-1.diem-c dieu-12.khoan-2 dieu-12.khoan-3 dieu-12.khoan-4
dieu-12.khoan-7 dieu-13.khoan-4.diem-a dieu-13.khoan-5 dieu-13.khoan-6 dieu-13.khoan-7 dieu-13.khoan-10.diem-a
dieu-13.khoan-11 dieu-14.khoan-4"""
"""What Decree 55/2023, Điều 1, commands outside the annexes."""

EDITORIAL = {
    "dieu-8.khoan-2": "a letter lost in the copy",
    "dieu-13.khoan-2": "a doubled space",
    "dieu-13.khoan-8": "numbered 5 in the copy of the consolidated text",
    "dieu-13.khoan-9": "numbered 6 in the copy of the consolidated text",
    "dieu-16.doan-1": "the stroke that ends the text",
    "chuong-IV": "the mark of a footnote",
}
"""Other differences of the copies before the signature, each looked at."""

COPIES = {
    "dau-van-ban": "the copy's own heading",
    "ten-van-ban": "the copy's own heading",
    "doan": "the list of instruments that a consolidated text opens with",
    "can-cu": "notes and spaces of the copy",
    "cau-ban-hanh": "the mark of footnote 1",
    "ket": "the end of the copy",
    "chu-ky": "each text has its own signature",
    "noi-nhan": "each text has its own recipients",
    "dieu-16.doan": "what the copies flattened behind the last article, footnotes among it",
    "phu-luc": "commanded: Decree 55/2023, khoản 2 Điều 2, replaces the annexes",
}
"""Where the two copies differ outside the articles, each kind with its reason."""


def load(path: Path) -> Instrument:
    return parse(reading(path.read_text(encoding="utf-8"), path.name))


def articles(found: Comparison) -> set[str]:
    """Labels of the articles in which anything changed."""
    nodes = (node for row in found.rows if row.changes for node in (*row.olds, *row.news))
    return {node.address.steps[0].label for node in nodes if str(node.address).startswith("dieu-")}


def test_law_75_2015_changed_in_exactly_the_listed_articles(corpus: Path) -> None:
    folder = corpus / "luat-mttq"
    found = compare(load(folder / "truoc.txt"), load(folder / "sau.txt"))
    with (folder / "nguon-tung-dieu.tsv").open(encoding="utf-8") as table:
        listed = {row["dieu"] for row in csv.DictReader(table, delimiter="\t") if row["thay_doi"] == "DOI"}
    assert len(listed) == 11
    assert articles(found) == listed
    check(found)


def test_decree_75_2021_differs_from_its_consolidated_text_only_as_commanded(corpus: Path) -> None:
    folder = corpus / "nd-75-2021"
    found = compare(load(folder / "goc.md"), load(folder / "hop-nhat-834.md"))
    check(found)
    rows = [row for row in found.rows if row.changes and before_the_signature(row)]
    commanded = COMMANDED.split()
    assert len(rows) > 50
    strange = {
        address for row in rows if not under(address := str((row.olds or row.news)[0].address), commanded)
    }
    assert strange == set(EDITORIAL)
    elsewhere = [row for row in found.rows if row.changes and not before_the_signature(row)]
    assert [row.address for row in elsewhere if not explained(row)] == []
    met = {root for row in rows for root in commanded if under(str(row.address), [root])}
    assert met == set(commanded), "every command shows"


def before_the_signature(row: Row) -> bool:
    """Not the head, not the annexes (which were replaced), not what the copies flattened after Điều 16."""
    address = str((row.olds or row.news)[0].address)
    tail = address.startswith("dieu-16.doan-") and address != "dieu-16.doan-1"
    return address.startswith(("dieu-", "chuong-")) and not tail


def explained(row: Row) -> bool:
    """Whether a difference outside the articles is of a kind that is named."""
    return str((row.olds or row.news)[0].address).startswith(tuple(COPIES))


def under(address: str, roots: list[str]) -> bool:
    return any(address == root or address.startswith(root + ".") for root in roots)


def test_no_real_text_differs_from_itself(corpus: Path) -> None:
    for name in (
        "45-2012-nd-cp/van-ban.txt",
        "nd-75-2021/sua-doi-55-2023.md",
        "luat-mttq/luat-97-2025-qh15.txt",
    ):
        instrument = load(corpus / name)
        found = compare(instrument, instrument)
        assert [row for row in found.rows if row.changes] == []
        assert (found.impacts, found.findings) == ((), ())


def test_renumbering_the_decree_on_industrial_promotion_is_all_technical(corpus: Path) -> None:
    """An article put in front makes every reference follow: what is repaired is technical, nothing else."""
    text = (corpus / "45-2012-nd-cp" / "van-ban.txt").read_text(encoding="utf-8")
    lines = text.splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith("Điều 2."))
    added = ["Điều 1a. Tên thử", "Nội dung thử không có trong văn bản gốc, chỉ dùng để kiểm tra."]
    old = parse(reading(text, "gốc"))
    found = compare(old, parse(reading("\n".join([*lines[:first], *added, *lines[first:]]), "thử")))
    assert {change for row in found.rows for change in row.changes} == {ChangeClass.ADDED}
    check(found)
