"""Whatever stands around rows, cells, paragraphs and words, deciding changes loses none that stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wordml import docx, p, r, tbl, tc, tr

from kcdocs.model.revisions import Revisions
from kcdocs.word.package.docx import open_package
from kcdocs.word.read.lines import read_story

AROUND = {
    "sdt": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "customXml": '<w:customXml w:element="x">{}</w:customXml>',
    "smartTag": '<w:smartTag w:element="x">{}</w:smartTag>',
    "alternate": '<mc:AlternateContent><mc:Choice Requires="wps">{}</mc:Choice></mc:AlternateContent>',
    "ins": '<w:ins w:id="1" w:author="a">{}</w:ins>',
    "moveTo": '<w:moveTo w:id="1" w:author="a">{}</w:moveTo>',
}
NEW, OLD = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})


class Builder:
    """Draws documents, and remembers for each word which changes it stands in."""

    def __init__(self, draw) -> None:
        self.draw = draw
        self.fates: dict[str, frozenset[str]] = {}

    def choice(self, *items: str) -> str:
        return self.draw(st.sampled_from(items))

    def around(self, build, depth: int, fate: frozenset[str]) -> str:
        """What `build` makes, once or twice, with up to three elements around it."""
        if depth and self.draw(st.booleans()):
            name = self.choice(*AROUND)
            return AROUND[name].format(self.around(build, depth - 1, fate | ({name} & NEW)))
        return "".join(build(fate) for _ in range(self.draw(st.integers(1, 2))))

    def word(self, fate: frozenset[str]) -> str:
        text = f"tu{len(self.fates)}"
        change = self.choice("", "", "del", "moveFrom")
        self.fates[text] = fate | ({change} if change else set())
        if change != "del":
            inside = r(f" {text} ")
        else:
            inside = f'<w:r><w:delText xml:space="preserve"> {text} </w:delText></w:r>'
        return f'<w:{change} w:id="2" w:author="a">{inside}</w:{change}>' if change else inside

    def paragraph(self, fate: frozenset[str]) -> str:
        return p(self.around(self.word, 2, fate))

    def cell(self, fate: frozenset[str]) -> str:
        change = self.choice("", "", "cellIns", "cellDel")
        inner = fate | {"cellIns": {"ins"}, "cellDel": {"del"}}.get(change, set())
        properties = f'<w:{change} w:id="3" w:author="a"/>' if change else ""
        return tc(self.around(self.paragraph, 2, inner), properties=properties)

    def row(self, fate: frozenset[str]) -> str:
        change = self.choice("", "", "ins", "del")
        properties = f'<w:{change} w:id="4" w:author="a"/>' if change else ""
        return tr(self.around(self.cell, 2, fate | ({change} - {""})), properties=properties)

    def block(self, fate: frozenset[str]) -> str:
        if self.draw(st.booleans()):
            return self.paragraph(fate)
        return tbl(self.around(self.row, 2, fate))


@st.composite
def documents(draw) -> tuple[bytes, dict[str, frozenset[str]]]:
    builder = Builder(draw)
    return docx(builder.around(builder.block, 3, frozenset())), builder.fates


def words(data: bytes, revisions: Revisions) -> set[str]:
    lines = read_story(open_package(data), revisions=revisions).lines
    return {word for line in lines for word in line.text.split()}


@settings(max_examples=60)
@given(documents())
def test_every_word_stands_exactly_where_no_change_takes_it_away(drawn):
    data, fates = drawn
    assert words(data, Revisions.ACCEPT) == {word for word, fate in fates.items() if not fate & OLD}
    assert words(data, Revisions.REJECT) == {word for word, fate in fates.items() if not fate & NEW}


@pytest.mark.parametrize("around", ["sdt", "customXml", "smartTag", "alternate"])
@pytest.mark.parametrize("revisions", Revisions)
def test_rows_cells_and_paragraphs_in_other_elements_are_read_in_every_way(around, revisions):
    def within(inside: str) -> str:
        return AROUND[around].format(inside)

    row = tr(within(tc(within(p(within(r("một")))))))
    assert words(docx(within(tbl(within(row)))), revisions) == {"một"}


@pytest.mark.parametrize(
    "inside",
    [
        "<w:r><w:noBreakHyphen/></w:r>",
        "<w:r><w:ptab/></w:r>",
        "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
    ],
)
def test_a_paragraph_that_joins_the_next_takes_all_that_it_prints_along(inside):
    gone = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    data = docx(p(inside, properties=gone), p("b"))
    lines = read_story(open_package(data), revisions=Revisions.ACCEPT).lines
    assert len(lines) == 1
    assert len(lines[0].text) == 2


def test_cells_merged_by_a_change_that_is_rejected_are_shown():
    merged = '<w:vMerge/><w:tcPrChange w:id="1" w:author="a"><w:tcPr/></w:tcPrChange>'
    table = tbl(
        tr(tc(p("trên"), properties='<w:vMerge w:val="restart"/>')), tr(tc(p("dưới"), properties=merged))
    )
    assert words(docx(table), Revisions.REJECT) == {"trên", "dưới"}
    assert words(docx(table), Revisions.ACCEPT) == {"trên"}
