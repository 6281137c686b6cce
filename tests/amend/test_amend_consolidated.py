"""Consolidated texts: written with notes, and the notes read back."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from official_notes import FootnoteChange, footnote_changes

from kcdocs.amend.apply import apply
from kcdocs.amend.consolidate import AmendingStep, consolidate
from kcdocs.amend.gaps import SPACE
from kcdocs.amend.read import read as read_commands
from kcdocs.api.amend import apply as applied
from kcdocs.api.amend import consolidated
from kcdocs.convert.libreoffice import to_pdf
from kcdocs.law.kinds import NUMBERED
from kcdocs.model.address import Kind
from kcdocs.model.citation import Citation
from kcdocs.model.consolidated import Authentication, ConsolidatedText
from kcdocs.model.format import Format
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Act, Amendment
from kcdocs.parse.instrument import parse
from kcdocs.report.consolidated import render
from kcdocs.sources.read import read
from kcdocs.word.write.consolidated import write_consolidated

MODEL = Path(__file__).parents[2] / "decrees" / "mo-phong-lang-nghe"
DAY = date(2027, 3, 1)
DONE = {
    Act.REPLACE: Act.REPLACE,
    Act.RETITLE: Act.REPLACE,
    Act.REPLACE_WORDS: Act.REPLACE,
    Act.INSERT: Act.INSERT,
    Act.INSERT_WORDS: Act.INSERT,
    Act.REPEAL: Act.REPEAL,
    Act.REMOVE_WORDS: Act.REPEAL,
}


@pytest.fixture(scope="module")
def amendment() -> Amendment:
    return read_commands(parse(read(MODEL / "du-thao-sua-doi.txt")))


@pytest.fixture(scope="module")
def text(amendment: Amendment) -> ConsolidatedText:
    done = apply(parse(read(MODEL / "van-ban.txt")), amendment.operations)
    return consolidate([AmendingStep(amendment, done)], in_force=date(2012, 7, 1))


def test_every_operation_is_read_back_from_the_footnotes_of_the_word_file(
    text: ConsolidatedText, amendment: Amendment, tmp_path: Path
) -> None:
    path = tmp_path / "hop-nhat.docx"
    path.write_bytes(write_consolidated(text))

    found = set(footnote_changes(parse(read(path))))

    words = (Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS)
    assert found == {
        FootnoteChange(
            item.target, DONE[item.act], item.origin.address, "…/2026/NĐ-CP", DAY, item.act in words
        )
        for item in amendment.operations
    }


def test_the_text_opens_with_the_list_of_instruments_and_ends_with_the_authentication_and_annexes(
    text: ConsolidatedText,
) -> None:
    lines = render(text, Format.TEXT, ()).decode().splitlines()

    title = lines.index("NGHỊ ĐỊNH")
    assert lines[:title] == [
        "BỘ CÔNG THƯƠNG",
        "Số: …/VBHN-BCT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Nội, ngày … tháng … năm …",
        "",
    ]
    listed = lines[title + 2]
    assert listed.startswith("Nghị định số 999/2012/NĐ-CP ngày 14 tháng 5 năm 2012")
    assert listed.endswith("có hiệu lực kể từ ngày 01 tháng 7 năm 2012, được sửa đổi, bổ sung bởi:")
    assert any(line.startswith("Điều 10. (được bãi bỏ)[") for line in lines)
    authentication = lines.index("XÁC THỰC VĂN BẢN HỢP NHẤT")
    assert "Nơi nhận:" in lines[title:authentication]
    assert lines.index("Phụ lục") > authentication


def test_an_original_known_by_its_number_alone_is_named_by_its_type_and_its_title_left_to_the_drafter(
    amendment: Amendment,
) -> None:
    original = replace(parse(read(MODEL / "van-ban.txt")), citation=Citation(number="999/2012/NĐ-CP"))
    done = apply(original, amendment.operations)
    lines = render(consolidate([AmendingStep(amendment, done)]), Format.TEXT, ()).decode().splitlines()

    title = lines.index("NGHỊ ĐỊNH")
    assert lines[title + 1] == SPACE
    assert lines[title + 2].startswith("Nghị định số 999/2012/NĐ-CP, được sửa đổi")


def test_the_gazette_prints_the_number_in_the_closing_block(text: ConsolidatedText) -> None:
    gazette = replace(text, authentication=Authentication(gazette=True))
    lines = render(gazette, Format.TEXT, ()).decode().splitlines()

    assert lines[0] == "NGHỊ ĐỊNH"
    place = lines.index("XÁC THỰC VĂN BẢN HỢP NHẤT")
    assert lines[place - 1] == "Số: …/VBHN-BCT"
    assert "Nơi nhận:" not in lines
    assert "Số: …/VBHN-BCT" in render(gazette, Format.HTML, ()).decode()


def test_what_several_commands_did_to_a_provision_stands_in_one_note(text: ConsolidatedText) -> None:
    marks = [[note.offset for note in item.notes] for item in text.paragraphs]

    assert all(len(found) <= 1 for found in marks)
    assert any(len(note.text) > 1 for item in text.paragraphs for note in item.notes)


def test_the_enforcement_articles_of_the_amending_instrument_stand_in_a_note(text: ConsolidatedText) -> None:
    notes = [note.text for paragraph in text.paragraphs for note in paragraph.notes]

    (enforcement,) = [note for note in notes if "quy định như sau:" in note[0]]
    assert enforcement[1] == "“Điều 3. Hiệu lực thi hành"
    assert enforcement[-1].endswith("”.")


def test_the_page_needs_no_network_and_every_mark_leads_to_its_note_and_back(text: ConsolidatedText) -> None:
    page = render(text, Format.HTML, ()).decode()

    numbers = range(1, 1 + sum(len(item.notes) for item in text.paragraphs))
    assert all(page.count(f'id="t{number}"') == page.count(f'id="c{number}"') == 1 for number in numbers)
    assert "http" not in page.replace("http-equiv", "")
    assert "default-src &#39;none&#39;" in page


def test_the_word_file_is_the_same_bytes_each_time_and_libreoffice_prints_its_notes(
    text: ConsolidatedText, soffice: str, tmp_path: Path
) -> None:
    path = tmp_path / "hop-nhat.docx"
    path.write_bytes(write_consolidated(text))
    subprocess.run(
        [
            soffice,
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/lo",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(tmp_path),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )

    printed = (tmp_path / "hop-nhat.txt").read_text("utf-8")

    assert path.read_bytes() == write_consolidated(text)
    for paragraph in text.paragraphs:
        behind_marks = max((note.offset for note in paragraph.notes), default=0)
        assert paragraph.text[behind_marks:][-30:] in printed


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (
            "12-2022/hop-nhat-469.pdf",
            [("dieu-5", Act.REPLACE, "dieu-8.khoan-1"), ("dieu-6.khoan-1", Act.REPLACE, "dieu-8.khoan-2")],
        ),
        ("09-2022/hop-nhat-1676.pdf", [("dieu-1", Act.REPLACE, "dieu-1")]),
    ],
)
def test_the_footnotes_of_official_consolidated_texts_are_read_as_operations(
    file: str, expected: list[tuple[str, Act, str]], corpus: Path
) -> None:
    found = footnote_changes(parse(read(corpus / "cong-bao" / file)))

    assert [(str(item.target), item.done, str(item.origin)) for item in found] == expected


def _words(text: Instrument) -> dict[str, str]:
    """Every provision and table of a text with its words, the list of instruments left out."""
    return {
        str(node.address): " ".join(node.text.split())
        for node in text.provisions()
        if node.kind in NUMBERED or node.kind is Kind.TABLE
        if node.kind is not Kind.PARAGRAPH or len(node.address.steps) > 1
    }


@dataclass(frozen=True)
class _Triple:
    """An instrument of the corpus, what amends it, and the official consolidated text."""

    original: str
    amending: str
    official: str
    number: str


_DECREE = "nd-75-2021/"
_GAZETTE = "cong-bao/"
_TRIPLES = (
    _Triple(f"{_DECREE}goc.md", f"{_DECREE}sua-doi-55-2023.md", f"{_DECREE}hop-nhat-834.md", "75/2021/NĐ-CP"),
    _Triple(
        f"{_GAZETTE}12-2022/goc-12-2022-tt-bldtbxh.pdf",
        f"{_GAZETTE}12-2022/sua-doi-12-2024-tt-bldtbxh.pdf",
        f"{_GAZETTE}12-2022/hop-nhat-469.pdf",
        "12/2022/TT-BLĐTBXH",
    ),
    _Triple(
        f"{_GAZETTE}09-2022/goc-09-2022-tt-bldtbxh.pdf",
        f"{_GAZETTE}09-2022/sua-doi-02-2023-tt-bldtbxh.pdf",
        f"{_GAZETTE}09-2022/hop-nhat-1676.pdf",
        "09/2022/TT-BLĐTBXH",
    ),
)


@pytest.mark.parametrize("triple", _TRIPLES, ids=lambda triple: triple.number)
def test_a_real_consolidated_text_reads_back_from_word_the_same_with_the_notes_of_the_official_one(
    triple: _Triple, corpus: Path, tmp_path: Path
) -> None:
    done = applied(corpus / triple.original, corpus / triple.amending, number=triple.number)
    path = tmp_path / "hop-nhat.docx"
    path.write_bytes(consolidated(done, Format.DOCX))

    made, official = parse(read(path)), parse(read(corpus / triple.official))
    assert _words(made) == _words(done.consolidation.amended)
    told = [(item.target, item.done, item.origin) for item in footnote_changes(made)]
    known = [(item.target, item.done, item.origin) for item in footnote_changes(official)]
    if not triple.official.endswith("834.md"):
        assert told == known
    assert set(told) >= {item for item in known if item[0].steps[0].kind is Kind.ARTICLE}
    order = [Kind.ENACTING, Kind.RECIPIENTS, Kind.SIGNATURE, Kind.ANNEX]
    kinds = [node.kind for node in made.nodes if node.kind in order]
    assert kinds == sorted(kinds, key=order.index)


_PRINTED = (
    *_TRIPLES,
    _Triple(
        f"{_GAZETTE}tuyen-doc/01-2019/goc.txt",
        f"{_GAZETTE}tuyen-doc/01-2019/sua.pdf",
        f"{_GAZETTE}tuyen-doc/01-2019/sau.pdf",
        "01/2019/TT-BLĐTBXH",
    ),
)


def test_the_consolidated_texts_of_real_triples_say_the_same_in_print(
    corpus: Path, soffice: str, tmp_path: Path
) -> None:
    """Printed by LibreOffice and read again: every provision, form and table, tables over pages too.

    At the end of a row nothing shows whether a space stands behind a slash.
    """
    del soffice
    applied_texts, paths = [], []
    for triple in _PRINTED:
        done = applied(corpus / triple.original, corpus / triple.amending, number=triple.number)
        applied_texts.append(_without_space(_words(done.consolidation.amended)))
        paths.append(tmp_path / f"{len(paths)}.docx")
        paths[-1].write_bytes(consolidated(done, Format.DOCX))

    printed = to_pdf(paths, tmp_path)

    assert [_without_space(_words(parse(read(path)))) for path in printed] == applied_texts


def _without_space(words: dict[str, str]) -> dict[str, str]:
    return {key: said.replace("/ ", "/") for key, said in words.items()}
