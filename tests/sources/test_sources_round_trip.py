"""One decree in every form a ministry keeps it in is one and the same tree."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import model_forms
import pytest

from kcdocs.model.address import Kind
from kcdocs.model.instrument import Instrument
from kcdocs.parse.instrument import parse
from kcdocs.settings import shipped
from kcdocs.sources.read import read


def model() -> list[str]:
    return (
        (shipped("decrees") / "mo-phong-lang-nghe" / "van-ban.txt").read_text(encoding="utf-8").splitlines()
    )


def tree(path: Path) -> tuple[list[tuple[str, str, str]], set[str], Instrument]:
    """Address, label and words of every provision; the head's lines, whose order is the form's own.

    Tabs count as spaces: HTML has none, and on paper they are gaps.
    """
    instrument = parse(read(path))
    nodes = [
        (str(node.address), node.label, " ".join(node.text.split()))
        for node in instrument.walk()
        if node.kind is not Kind.HEADER
    ]
    head = {line.text for node in instrument.walk() if node.kind is Kind.HEADER for line in node.lines}
    return nodes, head, instrument


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The decree as text, Word typed, Word numbered and HTML."""
    place = tmp_path_factory.mktemp("mo-phong")
    texts = model()
    (place / "van-ban.txt").write_text("\n".join(texts) + "\n", encoding="utf-8")
    (place / "utf-16.txt").write_text("\n".join(texts), encoding="utf-16")
    (place / "van-ban.md").write_text("\n".join(texts), encoding="utf-8")
    (place / "go-tay.docx").write_bytes(model_forms.typed(texts))
    (place / "danh-so.docx").write_bytes(model_forms.numbered(texts))
    (place / "van-ban.html").write_bytes(model_forms.html(texts))
    return place


@pytest.fixture(scope="module")
def convert(soffice: str, folder: Path) -> Callable[[str, str], Path]:
    """LibreOffice as a converter: name and form → the file it made."""

    def made(name: str, form: str) -> Path:
        out = folder / form / name
        profile = f"-env:UserInstallation={(folder / 'ho-so').as_uri()}"
        command = [
            soffice,
            "--headless",
            profile,
            "--convert-to",
            form,
            "--outdir",
            str(out),
            str(folder / name),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return next(out.iterdir())

    return made


def test_the_text_has_the_anatomy_of_a_decree(folder):
    kinds = [node.kind for node in tree(folder / "van-ban.txt")[2].walk()]
    assert kinds.count(Kind.CHAPTER) == 6
    assert kinds.count(Kind.ARTICLE) >= 19


@pytest.mark.parametrize("name", ["utf-16.txt", "van-ban.md", "go-tay.docx", "danh-so.docx", "van-ban.html"])
def test_each_form_gives_the_same_tree(folder, name):
    expected, head, _ = tree(folder / "van-ban.txt")
    assert tree(folder / name)[:2] == (expected, head)


@pytest.mark.parametrize("name", ["go-tay.docx", "danh-so.docx"])
def test_the_pdf_libreoffice_makes_gives_the_same_tree(folder, convert, name):
    expected, head, _ = tree(folder / "van-ban.txt")
    assert tree(convert(name, "pdf"))[:2] == (expected, head)


def test_the_word_97_file_libreoffice_makes_gives_the_same_tree(folder, convert):
    expected, head, _ = tree(folder / "van-ban.txt")
    path = convert("danh-so.docx", "doc")
    assert path.suffix == ".doc"
    assert tree(path)[:2] == (expected, head)


def test_the_page_libreoffice_makes_of_a_typed_text_gives_the_same_tree(folder, convert):
    expected, head, _ = tree(folder / "van-ban.txt")
    assert tree(convert("go-tay.docx", "html"))[:2] == (expected, head)
