"""Footnotes in every form of a text that is shown, and headers where all of it is."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest
from lxml import etree
from wordml import docx, p, r

from kcdocs.api import Format
from kcdocs.api.show import render, show
from kcdocs.report.akn import NAMESPACE

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "reference" / "instrument.schema.json").read_text("utf-8")
)


def mark(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


@pytest.fixture
def noted(tmp_path: Path) -> str:
    """A Word file of two articles, each with a footnote, and a header."""
    notes = "".join(
        f'<w:footnote w:id="{number}">{"".join(map(p, lines))}</w:footnote>'
        for number, lines in {2: ["Trừ ngày lễ.", "Lễ theo luật."], 3: ["Kể cả đêm."]}.items()
    )
    path = tmp_path / "co-chu-thich.docx"
    path.write_bytes(
        docx(
            p("Điều 1. Giờ mở"),
            p(r("1. Mở cửa lúc 7 giờ"), mark(2), r(" hằng ngày.")),
            p("Điều 2. Giờ đóng"),
            p(r("Đóng cửa lúc 17 giờ."), mark(3)),
            footnotes=notes,
            header=p("BẢN LẤY Ý KIẾN"),
        )
    )
    return str(path)


def test_the_outline_ends_with_the_notes_and_the_header(noted):
    lines = render(show(noted), Format.TREE, width=40).splitlines()
    assert lines[-3:] == [
        "Chú thích 1 · Trừ ngày lễ. Lễ theo luật.",
        "Chú thích 2 · Kể cả đêm.",
        "Đầu trang · BẢN LẤY Ý KIẾN",
    ]


def test_the_whole_text_has_the_marks_and_behind_it_the_notes(noted):
    assert render(show(noted), Format.TEXT).splitlines() == [
        "Điều 1. Giờ mở",
        "1. Mở cửa lúc 7 giờ[1] hằng ngày.",
        "Điều 2. Giờ đóng",
        "Đóng cửa lúc 17 giờ.[2]",
        "[1] Trừ ngày lễ.",
        "Lễ theo luật.",
        "[2] Kể cả đêm.",
    ]


def test_the_whole_text_read_again_is_the_same_text_with_the_same_notes(noted, tmp_path):
    again = tmp_path / "lai.txt"
    again.write_text(render(show(noted), Format.TEXT) + "\n", "utf-8")
    old, new = show(noted).instrument, show(str(again)).instrument
    assert [(line.text, line.marks) for line in new.lines()] == [
        (line.text, line.marks) for line in old.lines()
    ]
    assert [(note.label, [line.text for line in note.lines]) for note in new.notes] == [
        ("1", ["Trừ ngày lễ.", "Lễ theo luật."]),
        ("2", ["Kể cả đêm."]),
    ]


@pytest.mark.parametrize("form", [Format.TREE, Format.TEXT])
def test_one_provision_comes_with_its_own_notes_only(noted, form):
    shown = render(show(noted, address="Điều 2"), form)
    assert "Kể cả đêm." in shown
    assert "Trừ ngày lễ" not in shown
    assert "BẢN LẤY Ý KIẾN" not in shown


def test_json_has_notes_marks_and_headers(noted):
    document = json.loads(render(show(noted), Format.JSON))
    jsonschema_rs.validator_for(SCHEMA).validate(document)
    assert [line["text"] for note in document["notes"] for line in note["lines"]] == [
        "Trừ ngày lễ.",
        "Lễ theo luật.",
        "Kể cả đêm.",
    ]
    assert [line["text"] for line in document["headers"]] == ["BẢN LẤY Ý KIẾN"]


def test_akoma_ntoso_has_the_notes_and_refers_to_them_where_their_marks_are(noted):
    root = etree.fromstring(render(show(noted), Format.AKN).encode())
    names = {"a": NAMESPACE}
    notes = root.findall(".//a:meta/a:notes/a:note", names)
    assert [(note.get("marker"), "".join(note.itertext())) for note in notes] == [
        ("1", "Trừ ngày lễ.Lễ theo luật."),
        ("2", "Kể cả đêm."),
    ]
    marks = root.findall(".//a:body//a:noteRef", names)
    assert [(item.get("href"), item.getprevious(), item.tail) for item in marks] == [
        (f"#{notes[0].get('eId')}", None, " hằng ngày."),
        (f"#{notes[1].get('eId')}", None, None),
    ]
    assert marks[0].getparent().text == "Mở cửa lúc 7 giờ"
