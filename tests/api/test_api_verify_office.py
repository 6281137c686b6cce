"""What an office does with a document after its making is told from an edit of substance."""

from __future__ import annotations

import copy
import io
import random
import re
import struct
import subprocess
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Word
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from kcdocs import settings
from kcdocs.api import DocumentVerdict
from kcdocs.api.generate import generate
from kcdocs.api.verify import verify
from kcdocs.text.joining import untypeset

EXAMPLE = settings.shipped("templates") / "to-trinh" / "2.0.0" / "example.yaml"
DAY = date(2026, 5, 14)
Edit = Callable[[Word], object]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Path]:
    """A submission whose number and day are left to the registry office, and its record."""
    folder = tmp_path_factory.mktemp("to-trinh")
    record = folder / "ho-so.yaml"
    text = re.sub(r"(?m)^(so|ngay):.*$", r"\1: để trống", EXAMPLE.read_text("utf-8"))
    record.write_text(text, "utf-8")
    (one,) = generate("to-trinh", record, folder / "ra", day=DAY)
    return one.path.read_bytes(), record


def _every(word: Word) -> list[Paragraph]:
    cells = (cell for table in word.tables for row in table.rows for cell in row.cells)
    return [*word.paragraphs, *(p for cell in cells for p in cell.paragraphs)]


def _of(word: Word, said: str) -> Paragraph:
    return next(item for item in _every(word) if said in untypeset(item.text))


def _typed(said: str, old: str, new: str) -> Edit:
    def edit(word: Word) -> None:
        paragraph = _of(word, said)
        text = re.sub(old, new, untypeset(paragraph.text), count=1)
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = text

    return edit


NUMBER = _typed("/TTr-BCT", "\xa0{3,}", "118")
DATE = _typed("Hà Nội, ngày", "\xa0{3,}tháng\xa0{3,}", " 14 tháng 5 ")


def _signing(word: Word) -> _Cell:
    cells = (cell for table in word.tables for row in table.rows for cell in row.cells)
    return next(cell for cell in cells if "THỨ TRƯỞNG" in cell.text)


def _line_over_name(text: str) -> Edit:
    return lambda word: _signing(word).paragraphs[-1].insert_paragraph_before(text)


def _scanned(word: Word) -> None:
    rows = b"".join(b"\0" + b"\x20\x20\xc0" * 30 for _ in range(20))
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", 30, 20, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    image = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    run = _signing(word).paragraphs[-1].insert_paragraph_before().add_run()
    run.add_picture(io.BytesIO(b"\x89PNG\r\n\x1a\n" + image), width=Mm(30))


def _remarked(word: Word) -> None:
    paragraph = _of(word, "Hồ sơ trình")
    word.add_comment(paragraph.runs[0], "Xem lại giúp.", author="Văn thư")


def _split(word: Word) -> None:
    """Runs cut into pieces, as Word leaves them behind where it looked for mistakes."""
    rng = random.Random(7)
    for paragraph in _every(word):
        for run in list(paragraph.runs):
            text = run.text
            if len(run._r.findall(qn("w:t"))) == 1 and len(run._r) <= 2 and len(text) > 5:
                at, rest = rng.randrange(1, len(text)), copy.deepcopy(run._r)
                run.text, rest.find(qn("w:t")).text = text[:at], text[at:]
                rest.find(qn("w:t")).set(qn("xml:space"), "preserve")
                mark = OxmlElement("w:proofErr")
                mark.set(qn("w:type"), "spellStart")
                run._r.addnext(mark)
                mark.addnext(rest)


def _tracked(word: Word) -> None:
    """The number typed while changes were tracked."""
    paragraph = _of(word, "/TTr-BCT")
    space = next(re.finditer("\xa0{3,}", untypeset(paragraph.text)))[0]
    before, behind = untypeset(paragraph.text).split(space)
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)
    paragraph.runs[0].text = before
    names, signed = nsdecls("w"), 'w:author="VT" w:date="2026-05-14T00:00:00Z"'
    for piece in (
        f'<w:del {names} w:id="5" {signed}><w:r><w:delText xml:space="preserve">{space}</w:delText></w:r></w:del>',
        f'<w:ins {names} w:id="6" {signed}><w:r><w:t>118</w:t></w:r></w:ins>',
        f"<w:r {names}><w:t>{behind}</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(piece))


def _page_counted(word: Word) -> None:
    """The number of the page, as another program counted it last."""
    for item in word.sections[0].header._element.iter(qn("w:t")):
        item.text = "9"


def _looking(change: Callable[[object], object]) -> Edit:
    return lambda word: [change(run.font) for run in _of(word, "Lược bỏ quy định").runs]


def _theme(font: object) -> None:
    colour = parse_xml(f'<w:color {nsdecls("w")} w:val="000000" w:themeColor="background1"/>')
    font._element.get_or_add_rPr().append(colour)  # type: ignore[attr-defined]


OFFICE: dict[str, tuple[Edit, ...]] = {
    "a number": (NUMBER,),
    "a number without the space before it": (_typed("/TTr-BCT", " ?\xa0{3,}", "118"),),
    "a day": (DATE,),
    "a number, a day and the words of a copy": (NUMBER, DATE, _line_over_name("(Đã ký)")),
    "a scanned signature": (NUMBER, DATE, _scanned),
    "a comment": (_remarked,),
    "runs cut into pieces": (NUMBER, DATE, _split),
    "a number typed as a tracked change": (_tracked,),
    "pages counted anew": (_page_counted,),
}
SUBSTANCE: dict[str, tuple[Edit, ...]] = {
    "another amount": (_typed("gồm 03 điều", "03", "05"),),
    "a word taken away": (_typed("không phát sinh biên chế", "không phát sinh biên", "phát sinh biên"),),
    "a paragraph taken away": (
        lambda word: _of(word, "(3) Bản so")._p.getparent().remove(_of(word, "(3) Bản so")._p),
    ),
    "a paragraph put in": (lambda word: _of(word, "(5) Báo cáo").insert_paragraph_before("(4a) Bản vẽ;"),),
    "another signer": (lambda word: setattr(_signing(word).paragraphs[-1].runs[0], "text", "Trần Văn B"),),
    "another symbol beside the number": (NUMBER, _typed("/TTr-BCT", "TTr-BCT", "TTr-BTC")),
    "letters beside the number": (_typed("/TTr-BCT", "\xa0{3,}", "118/ĐC"),),
    "a day that no calendar has": (_typed("Hà Nội, ngày", "\xa0{3,}tháng\xa0{3,}", " 45 tháng 13 "),),
    "another year": (DATE, _typed("Hà Nội, ngày", "2026", "2027")),
    "more than the words of a copy": (_line_over_name("Đã ký thay và đồng ý chi thêm"),),
    "the words of a copy elsewhere": (
        lambda word: _of(word, "(5) Báo cáo").insert_paragraph_before("(Đã ký)"),
    ),
    "words in the footer": (lambda word: word.sections[0].footer.paragraphs[0].add_run("Thêm"),),
    "words almost white": (_looking(lambda font: setattr(font.color, "rgb", RGBColor(0xFE, 0xFE, 0xFE))),),
    "words in the colour of the paper": (_looking(_theme),),
    "words too small to read": (_looking(lambda font: setattr(font, "size", Pt(1))),),
    "hidden words": (_looking(lambda font: setattr(font, "hidden", True)),),
}


def _edited(path: Path, data: bytes, edits: tuple[Edit, ...]) -> Path:
    word = Document(io.BytesIO(data))
    for edit in edits:
        edit(word)
    word.save(str(path))
    return path


@pytest.mark.parametrize("name", OFFICE)
def test_what_an_office_adds_leaves_the_document_good(
    made: tuple[bytes, Path], tmp_path: Path, name: str
) -> None:
    found = verify(_edited(tmp_path / "a.docx", made[0], OFFICE[name]), made[1], day=DAY)

    assert (found.verdict, found.good) == (DocumentVerdict.COMPLETED, True)
    assert ("TP412" in [item.code for item in found.findings]) is (name == "a scanned signature")


@pytest.mark.parametrize("name", SUBSTANCE)
def test_an_edit_of_substance_is_found(made: tuple[bytes, Path], tmp_path: Path, name: str) -> None:
    found = verify(_edited(tmp_path / "a.docx", made[0], SUBSTANCE[name]), made[1], day=DAY)

    assert (found.verdict, found.good) == (DocumentVerdict.EDITED, False)


def test_both_are_told_apart_after_libreoffice_saved_the_files_anew(
    soffice: str, made: tuple[bytes, Path], tmp_path: Path
) -> None:
    office = {f"tot-{n}": edits for n, edits in enumerate(OFFICE.values())}
    substance = {f"sua-{n}": edits for n, edits in enumerate(SUBSTANCE.values())}
    files = [
        _edited(tmp_path / f"{name}.docx", made[0], edits) for name, edits in (office | substance).items()
    ]
    again = tmp_path / "luu-lai"
    profile = f"-env:UserInstallation={(tmp_path / 'ho-so').as_uri()}"
    convert = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(again),
    ]
    subprocess.run([*convert, *map(str, files)], check=True, capture_output=True, timeout=600)

    good = {path.stem for path in again.iterdir() if verify(path, made[1], day=DAY).good}

    assert good == office.keys()
