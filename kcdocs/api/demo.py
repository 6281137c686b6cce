"""A first look: both main jobs, run on examples that come with the product, and the files to go on with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kcdocs import results, settings
from kcdocs.api.compare import compare, render
from kcdocs.api.generate import generate
from kcdocs.files import AnyPath
from kcdocs.loading import load
from kcdocs.model.address import Kind
from kcdocs.model.consolidated import Paragraph, Setting
from kcdocs.model.format import Format
from kcdocs.parse.instrument import parse
from kcdocs.report.chain import Chain
from kcdocs.sources.read import read
from kcdocs.word.write.consolidated import write_plain

_MODEL = "mo-phong-lang-nghe"
_TEXTS = {"cu.docx": "van-ban.txt", "moi.docx": "du-thao-thay-the.txt", "du-thao.docx": "du-thao-sua-doi.txt"}
"""File laid down → the text of the model instrument that it holds."""

_SETTINGS = {
    Kind.HEADER: Setting.CENTRED,
    Kind.TITLE: Setting.TITLE,
    Kind.BASIS: Setting.ITALIC,
    Kind.ENACTING: Setting.ITALIC,
    Kind.CHAPTER: Setting.CHAPTER,
    Kind.ARTICLE: Setting.HEADING,
    Kind.SIGNATURE: Setting.CENTRED,
}


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What the demonstration made.

    Attributes:
        submission: The submission in Word form.
        page: The comparison page.
        changed: How many provisions the replacing draft changes.
        examples: The files laid down to go on with: every command of the pages can be typed beside them.
    """

    submission: Path
    page: Path
    changed: int
    examples: tuple[Path, ...]


def demo(out: AnyPath, *, force: bool = False) -> Demonstration:
    """Lay the example files down, make the submission, and compare the model decree with its replacing draft.

    Args:
        out: The folder to write to; made if absent.
        force: Whether files there may be replaced that are no earlier result.

    Raises:
        FileDiffersError: If another file stands there and `force` is not set.
    """
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    examples = dict(_examples())
    for name, data in examples.items():
        results.write_result(folder / name, data, "demo", force=force)
    produced = generate("to-trinh", folder / "ho-so.yaml", folder, force=force)
    page = folder / "so-sanh-lang-nghe.html"
    comparison = compare(folder / "cu.docx", folder / "moi.docx")
    report = str(render(Chain.of(comparison), Format.HTML))
    results.write_result(page, report.encode(), "demo", force=force)
    changed = sum(bool(row.changes) for row in comparison.rows)
    return Demonstration(produced[0].path, page, changed, tuple(folder / name for name in examples))


def _examples() -> Iterator[tuple[str, bytes]]:
    for name, text in _TEXTS.items():
        yield name, write_plain(_paragraphs(settings.shipped("decrees") / _MODEL / text))
    sets = settings.shipped("templates")
    yield "ho-so.yaml", load(sets / "to-trinh" / "1.0.0" / "example.yaml")
    yield "ho-so.xlsx", load(settings.shipped("docs/examples") / "cong-bo-hai-linh-vuc.xlsx")
    yield "so-cu.xlsx", load(settings.shipped("docs/examples") / "so-cu.xlsx")
    yield "nam.yaml", load(settings.shipped("docs/examples") / "nam.yaml")
    yield "mau.docx", load(sets / "to-trinh" / "2.0.0" / "to-trinh.docx")


def _paragraphs(text: Path) -> Iterator[Paragraph]:
    for top in parse(read(text)).nodes:
        for node in top.walk():
            for line in node.lines:
                yield Paragraph(line.text, _SETTINGS.get(node.kind, Setting.BODY))
