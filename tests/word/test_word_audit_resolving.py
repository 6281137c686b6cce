"""What accepting and rejecting mean, construct by construct; the expected sides follow ISO/IEC 29500-1, 17.13.5."""

from __future__ import annotations

import pytest
from lxml import etree

from kcdocs.word.audit.resolve import resolve
from kcdocs.word.audit.texts import side_texts
from kcdocs.word.package import open_package
from kcdocs.word.package.docx import save_package
from kcdocs.word.write.plain_page import PageSetup, parts_around

WHO = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
INS, DEL = f"<w:ins {WHO}>", f"<w:del {WHO}>"


def t(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def d(words: str) -> str:
    return f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'


def p(*inside: str, mark: str = "", properties: str = "") -> str:
    end = f"<w:rPr><w:{mark} {WHO}/></w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{end}</w:pPr>{''.join(inside)}</w:p>"


def row(*cells: str, mark: str = "") -> str:
    properties = f"<w:trPr><w:{mark} {WHO}/></w:trPr>" if mark else ""
    return f"<w:tr>{properties}{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def sides(content: str) -> tuple[list[str], list[str]]:
    package = open_package(save_package(parts_around(content, PageSetup(False, 1, 1, 1, 1))))
    accepted, rejected = (side_texts(package, accept=accept).body for accept in (True, False))
    return [item.text for item in accepted], [item.text for item in rejected]


T, R, C = "\ue110", "\ue111", "\ue112"
MOVED = f'<w:moveFromRangeStart {WHO} w:name="m"/>{{}}<w:moveFromRangeEnd w:id="1"/>'

STOPS = '<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>'

SPECIMENS = {
    "words that come": (p(t("a"), INS, t("b"), "</w:ins>"), ["ab"], ["a"]),
    "words that go": (p(t("a"), DEL, d("b"), "</w:del>"), ["a"], ["ab"]),
    "tab and break in a deletion": (p(DEL, "<w:r><w:tab/><w:br/></w:r></w:del>", t("a")), ["a"], ["\t\na"]),
    "a deletion in an insertion is in neither": (
        p(INS, DEL, d("x"), "</w:del></w:ins>", t("a")),
        ["a"],
        ["a"],
    ),
    "a paragraph that comes": (p(INS, t("a"), "</w:ins>", mark="ins") + p(t("b")), ["a", "b"], ["b"]),
    "a paragraph that goes": (p(DEL, d("a"), "</w:del>", mark="del") + p(t("b")), ["b"], ["a", "b"]),
    "a paragraph with a stop for tabs that goes before a table": (
        p(t("a")) + p(DEL, d("b"), "</w:del>", mark="del", properties=STOPS) + table(row(p(t("c")))) + p(),
        ["a", "\ue110", "\ue111", "\ue112", "c", ""],
        ["a", "b", "\ue110", "\ue111", "\ue112", "c", ""],
    ),
    "an empty paragraph that goes": (p(mark="del") + p(t("b")), ["b"], ["", "b"]),
    "a divided paragraph": (p(t("a"), mark="ins") + p(t("b")), ["a", "b"], ["ab"]),
    "three joined": (p(t("a"), mark="del") + p(t("b"), mark="del") + p(t("c")), ["abc"], ["a", "b", "c"]),
    "the last paragraph, its end before it": (
        p(t("a"), mark="del") + p(DEL, d("b"), "</w:del>"),
        ["a"],
        ["a", "b"],
    ),
    "a bookmark between joined ones": (
        p(t("a"), mark="del") + '<w:bookmarkStart w:id="9" w:name="x"/><w:bookmarkEnd w:id="9"/>' + p(t("b")),
        ["ab"],
        ["a", "b"],
    ),
    "words left before a table stay": (
        p(t("a"), mark="del") + table(row(p(t("b")))) + p(),
        ["a", T, R, C, "b", ""],
        ["a", T, R, C, "b", ""],
    ),
    "nothing left before a table goes": (
        p(t("x")) + p(DEL, d("a"), "</w:del>", mark="del") + table(row(p(t("b")))) + p(),
        ["x", T, R, C, "b", ""],
        ["x", "a", T, R, C, "b", ""],
    ),
    "the only paragraph of a cell stays": (
        table(row(p(DEL, d("a"), "</w:del>", mark="del"))) + p(),
        [T, R, C, "", ""],
        [T, R, C, "a", ""],
    ),
    "a row that comes": (
        table(row(p(t("a"))), row(p(INS, t("b"), "</w:ins>", mark="ins"), mark="ins")) + p(),
        [T, R, C, "a", R, C, "b", ""],
        [T, R, C, "a", ""],
    ),
    "a table of rows that go": (
        p(t("x")) + table(row(p(t("a")), mark="del")) + p(),
        ["x", ""],
        ["x", T, R, C, "a", ""],
    ),
    "a cell that comes": (
        table(
            f"<w:tr><w:tc><w:tcPr/>{p(t('a'))}</w:tc><w:tc><w:tcPr><w:cellIns {WHO}/></w:tcPr>{p(t('b'))}</w:tc></w:tr>"
        )
        + p(),
        [T, R, C, "a", C, "b", ""],
        [T, R, C, "a", ""],
    ),
    "a move": (
        MOVED.format(p(f"<w:moveFrom {WHO}>", t("a"), "</w:moveFrom>", mark="moveFrom"))
        + p(t("b"))
        + p(f"<w:moveTo {WHO}>", t("a"), "</w:moveTo>", mark="moveTo")
        + p(t("c")),
        ["b", "a", "c"],
        ["a", "b", "c"],
    ),
    "a field that goes whole": (
        p(
            DEL,
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText> REF x </w:delInstrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            d("7"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>',
            t("a"),
        ),
        ["a"],
        ["7a"],
    ),
    "marks in a link": (p(f'<w:hyperlink w:anchor="x">{INS}{t("b")}</w:ins></w:hyperlink>'), ["b"], [""]),
    "blanks at ends without preserve are not seen": (p("<w:r><w:t> a </w:t></w:r>"), ["a"], ["a"]),
}


@pytest.mark.parametrize("name", SPECIMENS)
def test_each_construct_resolves_as_the_standard_says(name: str) -> None:
    content, accepted, rejected = SPECIMENS[name]

    assert sides(content) == (accepted, rejected)


def resolved(content: str, *, accept: bool) -> etree._Element:
    root = etree.fromstring(
        f'<w:body xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{content}</w:body>'
    )
    resolve(root, accept=accept)
    return root


def left(content: str, *, accept: bool) -> str:
    return etree.tostring(resolved(content, accept=accept), encoding="unicode").split(">", 1)[1]


def test_the_former_properties_come_back_when_rejected_and_only_then() -> None:
    changed = p(
        properties=f'<w:jc w:val="both"/><w:pPrChange {WHO}><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>'
    )

    assert 'w:val="both"' in left(changed, accept=True)
    assert 'w:val="left"' in left(changed, accept=False)


def test_of_joined_paragraphs_the_last_ones_properties_stay() -> None:
    joined = p(t("a"), mark="del", properties='<w:jc w:val="left"/>') + p(
        t("b"), properties='<w:jc w:val="both"/>'
    )

    assert 'w:val="both"' in left(joined, accept=True)
    assert 'w:val="left"' not in left(joined, accept=True)


def test_a_number_given_under_tracking_is_taken_off_when_rejected() -> None:
    numbered = p(t("a"), properties=f'<w:numPr><w:numId w:val="1"/><w:ins {WHO}/></w:numPr>')

    assert "numPr" in left(numbered, accept=True)
    assert "numPr" not in left(numbered, accept=False)


def test_cells_merged_under_tracking_are_in_the_state_that_the_side_names() -> None:
    cell = (
        f'<w:tc><w:tcPr><w:cellMerge {WHO} w:vMerge="cont" w:vMergeOrig="rest"/></w:tcPr>{p(t("a"))}</w:tc>'
    )
    content = f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"

    assert '<w:vMerge w:val="continue"/>' in left(content, accept=True)
    assert '<w:vMerge w:val="restart"/>' in left(content, accept=False)
