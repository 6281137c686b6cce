"""Figures above and below the line, and formulas, as text that keeps what they say."""

from __future__ import annotations

import pytest

from kcdocs.text.meaning import same_meaning
from kcdocs.word.package import open_package
from kcdocs.word.read import read_story
from kcdocs.word.read.lines import WordText
from tests.wordml import docx, p, r

UP = '<w:vertAlign w:val="superscript"/>'
DOWN = '<w:vertAlign w:val="subscript"/>'


def _read(*paragraphs: str) -> WordText:
    return read_story(open_package(docx(*paragraphs)))


def _text(*runs: str) -> str:
    return _read(p(*runs)).lines[0].text


def t(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def m(name: str, inside: str) -> str:
    return f"<m:{name}>{inside}</m:{name}>"


def over(above: str, below: str) -> str:
    return m("f", m("num", above) + m("den", below))


def power(base: str, up: str) -> str:
    return m("sSup", m("e", base) + m("sup", up))


def _formula(inside: str) -> tuple[str, list[str]]:
    read = _read(p(m("oMath", inside)))
    return read.lines[0].text, [item.code for item in read.findings]


def test_figures_above_and_below_the_line_stay_there():
    assert _text("10", r("2", UP), " m", r("3", UP), ", CO", r("2", DOWN)) == "10² m³, CO₂"
    assert _text("10", r("-6", UP), " và 2", r("n", UP), r(" 4 ", UP)) == "10⁻⁶ và 2ⁿ ⁴ "


def test_a_raised_figure_keeps_its_place_where_a_run_says_baseline():
    assert _text("10", r("2", '<w:vertAlign w:val="baseline"/>')) == "102"


def test_raised_words_and_marks_of_notes_are_read_as_they_stand():
    assert _text("N", r("o", UP), " 5", r("[1]", UP), r("*", UP)) == "No 5[1]*"


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        (over(t("A+B"), t("C")), "(A+B)/C"),
        (t("A+") + over(t("B"), t("C")), "A+B/C"),
        (power(t("x"), t("2")), "x²"),
        (power(t("x+1"), t("k")), "(x+1)^k"),
        (power(t("x"), over(t("1"), t("2"))), "x^(1/2)"),
        (m("sSub", m("e", t("K")) + m("sub", t("1"))), "K₁"),
        (m("sSubSup", m("e", t("K")) + m("sub", t("i")) + m("sup", t("2"))), "K_i²"),
        (m("rad", m("radPr", "") + m("deg", "") + m("e", t("a+b"))), "√(a+b)"),
        (m("rad", m("deg", t("3")) + m("e", t("a"))), "³√a"),
        (m("d", m("e", t("a")) + m("e", t("b"))), "(a|b)"),
        (m("d", '<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>' + m("e", t("a"))), "[a]"),
        (
            m(
                "nary",
                '<m:naryPr><m:chr m:val="∑"/></m:naryPr>'
                + m("sub", t("i=1"))
                + m("sup", t("n"))
                + m("e", t("x")),
            ),
            "∑_(i=1)ⁿ(x)",
        ),
        (m("func", m("fName", t("log")) + m("e", t("x"))), "log(x)"),
    ],
)
def test_a_formula_is_one_line_that_keeps_its_structure(inside, line):
    assert _formula(inside) == (line, [])


@pytest.mark.parametrize(
    "inside",
    [
        m("m", m("mr", m("e", t("a")) + m("e", t("b")))),
        m("acc", m("e", t("a"))),
        '<m:f><m:fPr><m:type m:val="noBar"/></m:fPr><m:num>'
        + t("a")
        + "</m:num><m:den>"
        + t("b")
        + "</m:den></m:f>",
    ],
)
def test_a_formula_whose_structure_is_not_understood_is_told(inside):
    line, codes = _formula(inside)
    assert {"a", "b"} & set(line)
    assert codes == ["WD203"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (over(t("A+B"), t("C")), t("A+") + over(t("B"), t("C"))),
        (over(t("A"), t("B+C")), over(t("A"), t("B")) + t("+C")),
        (power(t("A+B"), t("2")), t("A+") + power(t("B"), t("2"))),
        (m("rad", m("e", t("A+B"))), m("rad", m("e", t("A"))) + t("+B")),
        (m("rad", m("e", t("A"))), t("A")),
        (power(t("x"), t("2")), power(t("x"), t("3"))),
        (power(t("x"), t("2")), t("x2")),
        (t("S=a"), t("s=a")),
    ],
)
def test_a_formula_of_other_structure_says_something_else(old, new):
    before, after = _formula(old)[0], _formula(new)[0]
    assert not same_meaning(before, after, (0, len(before)), (0, len(after)))
