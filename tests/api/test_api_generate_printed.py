"""All shipped sets as LibreOffice prints them: every word of the Word file, and nothing besides."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import docx
from docx.oxml.xmlchemy import BaseOxmlElement

from kcdocs.api.generate import generate
from kcdocs.convert.libreoffice import to_pdf
from kcdocs.sets import versions
from kcdocs.text.joining import untypeset

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SETS = tuple(name for name in versions.set_names() if name != "nghi-dinh-sua-doi")  # has a file of its own
SHIPPED = [version for name in SETS for version in versions.of_set(name)]


def test_libreoffice_prints_the_text_that_stands_in_every_word_file(soffice: str, tmp_path: Path) -> None:
    del soffice
    made = [generate(one.set_name, one.examples[0], tmp_path / one.name)[0].path for one in SHIPPED]
    words = [path.rename(path.with_name(f"{number}.docx")) for number, path in enumerate(made)]

    printed = to_pdf(words, tmp_path)  # one start for all of them

    for path, pdf in zip(words, printed, strict=True):
        told = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True)
        foot = docx.Document(str(path)).sections[0].first_page_footer
        lines = [*_lines(path), *(untypeset(item.text) for item in foot.paragraphs)]
        written, shown = _characters("".join(lines)), _characters(told.stdout.decode())
        assert (path.parent, written - shown) == (path.parent, Counter())
        more, heads = shown - written, _characters("".join(_head_rows(path)))
        while heads and heads <= more:  # a table over several pages shows its head on each
            more -= heads
        assert set(more) <= set("23456789")  # the page numbers


def _lines(path: Path) -> list[str]:
    return _texts(docx.Document(str(path)).element.body)


def _head_rows(path: Path) -> list[str]:
    """The texts of the rows that a table repeats on every page it goes over."""
    rows = docx.Document(str(path)).element.body.iter(f"{W}tr")
    heads = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
    return [text for row in heads for text in _texts(row)]


def _texts(part: BaseOxmlElement) -> list[str]:
    return [untypeset(docx.text.paragraph.Paragraph(item, None).text) for item in part.iter(f"{W}p")]


def _characters(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s+", "", unicodedata.normalize("NFC", text)))
