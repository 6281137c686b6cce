"""Word files that ask for far more than any document does are refused or read in bounds."""

from __future__ import annotations

import io
from zipfile import ZIP_STORED, ZipFile

import pytest
from wordml import abstract, docx, level, num, p, r

from kcdocs.word.errors import BrokenPartError, CrowdedPackageError
from kcdocs.word.package.docx import open_package
from kcdocs.word.read.lines import WordText, read_story


def stored(data: bytes) -> bytes:
    """The archive without packing, so that the limit of packing does not catch it."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()


def story(*body: str, **parts: str) -> WordText:
    return read_story(open_package(stored(docx(*body, **parts))))


def test_a_document_of_more_tags_than_any_is_refused():
    with pytest.raises(CrowdedPackageError):
        open_package(stored(docx("<w:p/>" * 1_000_001)))


@pytest.mark.parametrize("around", ["customXml", "smartTag", "sdt", "tbl"])
def test_elements_in_one_another_are_read_to_the_parsers_depth_and_refused_beyond(around):
    inside = {
        "tbl": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        "sdt": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    }
    start, end = inside.get(around, (f"<w:{around}>", f"</w:{around}>"))
    assert [line.text for line in story(start * 80 + p(r("a")) + end * 80).lines] == ["a"]
    with pytest.raises(BrokenPartError):
        story(start * 300 + p(r("a")) + end * 300)


def test_a_label_is_no_longer_than_word_lets_it_be():
    lists = abstract(0, level(0, "decimal", "x" * 100_000)) + num(1, 0)
    assert len(story(p("a", num=(1, 0)), numbering=lists).lines[0].text) == 255 + 2


def test_the_same_mark_given_thousands_of_times_stays_apart_and_short():
    mark = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    notes = story(p("a", mark * 3000), footnotes=f'<w:footnote w:id="1">{p("x")}</w:footnote>').notes
    labels = [note.label for note in notes]
    assert len(set(labels)) == 3000
    assert labels[:3] == ["*", "**", "**2"]
    assert max(map(len, labels)) <= 6
