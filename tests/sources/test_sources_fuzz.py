"""No file, however broken, is answered with anything but lines or a sentence."""

from __future__ import annotations

import random

import model_forms
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_bytes import scanned, worded
from wordml import docx, p

from kcdocs.errors import KcdocsError
from kcdocs.model.revisions import Revisions
from kcdocs.settings import shipped
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_bytes

STARTS = (
    b"",
    b"PK\x03\x04",
    b"%PDF-1.4\n",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
)


def answered(data: bytes, revisions: Revisions = Revisions.REFUSE, name: str = "a") -> None:
    """Read; a sentence is an answer, too."""
    try:
        reading = read_bytes(data, Options(name, revisions))
    except KcdocsError as error:
        assert error.message  # noqa: PT017 - either answer will do
        return
    assert reading.lines
    assert not any("\n" in line.text for line in reading.lines)


@given(st.sampled_from(STARTS), st.binary(max_size=300))
def test_random_bytes(start, rest):
    answered(start + rest)


@given(st.text(max_size=200), st.sampled_from(["a.txt", "a.md"]))
def test_random_text(text, name):
    answered(text.encode("utf-8", "surrogatepass"), name=name)


def test_a_line_feed_written_as_an_entity_ends_no_line():
    answered("Điều 1&#10;a\n| b&#10;c |\n".encode(), name="a.md")
    answered(docx(p("a&#10;b"), p('<w:r><w:sym w:font="Symbol" w:char="000A"/></w:r>')))
    answered(b"<html><p>a&#10;b</p><pre>c&#10;d</pre>")


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "<table>",
                "<tr>",
                "<td>",
                "</table>",
                "<ol>",
                "<li>",
                "<br>",
                "a",
                "&",
                "<",
                "<!--",
                "-->",
                "<a",
                "href=#_ftn1>",
                "<div",
                "id=ftn1>",
            ]
        ),
        max_size=40,
    )
)
def test_random_markup(pieces):
    answered(b"<html>" + "".join(pieces).encode())


def samples() -> dict[str, bytes]:
    texts = (
        (shipped("decrees") / "mo-phong-lang-nghe" / "van-ban.txt").read_text(encoding="utf-8").splitlines()
    )
    return {
        "pdf": worded(b"BT /F 12 Tf 72 700 Td (Dieu 1. Mot) Tj 0 -14 Td (1. Hai) Tj ET 72 690 100 1 re f"),
        "scan": scanned(),
        "docx": model_forms.numbered(texts),
        "html": model_forms.html(texts),
    }


@pytest.mark.parametrize("kind", ["pdf", "scan", "docx", "html"])
def test_corrupted_files(kind):
    whole = samples()[kind]
    dice = random.Random(kind)
    for _ in range(25):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 12)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        answered(bytes(data))
        answered(whole[: dice.randrange(len(whole))])


EMPTY = """
p r t tab br br|type="page" tbl sym sym|char="zz" sym|char="110000" sym|char="-1" sym|char="D800" sym|char="000A" ilvl|val="²" numId|val="--1" fldChar fldChar|fldCharType="begin"
fldChar|fldCharType="separate" fldChar|fldCharType="end" footnoteReference footnoteReference|id="1" numPr ilvl|val="-1"
ilvl|val="99" ilvl|val="0" numId|val="1" altChunk ins del vMerge gridSpan|val="x" gridBefore|val="-4" pStyle|val="a"
vanish
"""
LEAVES = ["<w:t>a</w:t>", *("<w:" + item.replace("|", " w:") + "/>" for item in EMPTY.split())]
NAMES = [
    "p",
    "r",
    "t",
    "pPr",
    "rPr",
    "tbl",
    "tr",
    "tc",
    "tcPr",
    "trPr",
    "sdt",
    "sdtContent",
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "pPrChange",
    "rPrChange",
    "numPr",
    "hyperlink",
    "txbxContent",
    "drawing",
    "pict",
    "object",
    "ruby",
    "fldSimple",
    "footnote",
]


def wrapped(*names: str, inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda name, parts: f"<w:{name}>{''.join(parts)}</w:{name}>",
        st.sampled_from(names),
        st.lists(inner, max_size=5),
    )


LEAF = st.sampled_from(LEAVES)
TREES = st.recursive(LEAF, lambda inner: wrapped(*NAMES, inner=inner), max_leaves=12)
PARAGRAPHS = wrapped("p", inner=wrapped("r", "pPr", "ins", "hyperlink", inner=LEAF | TREES))


@settings(max_examples=120)
@given(st.lists(PARAGRAPHS | TREES, max_size=4), st.sampled_from(list(Revisions)))
def test_word_documents_whose_elements_stand_where_they_should_not(trees, revisions):
    data = docx(p("a"), *trees, numbering="".join(trees), footnotes="".join(trees), styles="".join(trees))
    answered(data, revisions)
