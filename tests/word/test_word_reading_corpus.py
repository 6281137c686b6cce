"""The ten Word files as published give the same lines read directly and through LibreOffice's export to text."""

from __future__ import annotations

import subprocess
import unicodedata
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from kcdocs.model.address import Kind
from kcdocs.model.line import Reading
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

ALIKE = [
    "30-2020-nd-cp",
    "604-qd-ttg-700112",
    "luat-43-2024-qh15",
    "luat-61-2024-qh15",
    "luat-76-2025-qh15",
    "luat-80-2025-qh15",
    "luat-82-2025-qh15",
    "luat-85-2025-qh15",
]
OTHER = ["phuluc1", "phuluc3"]
"""Annexes made of sample layouts.

LibreOffice's export gives no text boxes, puts a footnote's mark into the text, and gives an empty line for
each covered cell; all else is the same.
"""


@pytest.fixture(scope="module")
def exported(soffice: str, corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of text files LibreOffice made of all ten."""
    out = tmp_path_factory.mktemp("xuat")
    files = [str(corpus / "docx" / f"{name}.docx") for name in (*ALIKE, *OTHER)]
    profile = f"-env:UserInstallation={(out / 'ho-so').as_uri()}"
    form = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(out)]
    subprocess.run(
        [soffice, "--headless", profile, *form, *files], check=True, capture_output=True, timeout=180
    )
    return out


@cache
def direct(corpus: Path, name: str) -> Reading:
    return read(corpus / "docx" / f"{name}.docx")


def lines_of(folder: Path, name: str) -> list[str]:
    """LibreOffice's lines; it ends the last one, too."""
    return (folder / f"{name}.txt").read_text(encoding="utf-8-sig").removesuffix("\n").split("\n")


@pytest.mark.parametrize("name", ALIKE)
def test_eight_files_give_the_very_same_lines(exported, corpus, name):
    assert [line.text for line in direct(corpus, name).lines] == lines_of(exported, name)


@pytest.mark.parametrize("name", ALIKE)
def test_and_the_very_same_articles_but_for_those_that_hold_a_table(exported, corpus, name):
    """Exported text has no cells: the rows of the one table in an article (61/2024, Điều 79) read as clauses."""
    word, text = parse(direct(corpus, name)), parse(read(exported / f"{name}.txt"))
    tabled = {str(node.address).split(".")[0] for node in word.provisions() if node.kind is Kind.TABLE}
    found = [
        [
            (str(node.address), node.text)
            for node in instrument.provisions()
            if str(node.address).startswith("dieu") and str(node.address).split(".")[0] not in tabled
        ]
        for instrument in (word, text)
    ]
    assert found[0] == found[1]
    assert {address for address in tabled if address.startswith("dieu")} == (
        {"dieu-79"} if "61" in name else set()
    )


@pytest.mark.parametrize("name", OTHER)
def test_two_annexes_differ_only_for_the_reasons_listed(exported, corpus, name):
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")  # plain text sets them on the line
    ours = [line.text.translate(raised).strip() for line in direct(corpus, name).lines]
    theirs = [text.strip() for text in lines_of(exported, name)]
    lost = []
    for kind, old, end, _, _ in SequenceMatcher(a=theirs, b=ours, autojunk=False).get_opcodes():
        if kind in {"delete", "replace"}:
            lost += [text for text in theirs[old:end] if text]
    assert lost == (["Cỡ chữ1"] if name == "phuluc1" else [])


def test_the_one_law_that_is_not_composed_keeps_its_code_points(corpus):
    lines = direct(corpus, "luat-61-2024-qh15").lines
    assert any(not unicodedata.is_normalized("NFC", line.text) for line in lines)
