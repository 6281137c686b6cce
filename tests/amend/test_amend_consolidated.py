"""Consolidated texts: written with notes, and the notes read back."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from kcdocs.amend.apply import apply
from kcdocs.amend.consolidate import consolidate
from kcdocs.amend.footnotes import FootnoteChange, footnote_changes
from kcdocs.amend.read import read as read_commands
from kcdocs.model.consolidated import ConsolidatedText
from kcdocs.model.format import Format
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
    return consolidate(done, amendment, in_force=date(2012, 7, 1))


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

    assert lines[0] == "NGHỊ ĐỊNH"
    assert lines[2].startswith("Nghị định số 999/2012/NĐ-CP ngày 14 tháng 5 năm 2012")
    assert lines[2].endswith("có hiệu lực kể từ ngày 01 tháng 7 năm 2012, được sửa đổi, bổ sung bởi:")
    assert "Điều 10. (được bãi bỏ)[19]" in lines
    authentication = lines.index("XÁC THỰC VĂN BẢN HỢP NHẤT")
    assert lines[authentication - 1] == "Số: …/VBHN-BCT"
    assert lines.index("Phụ lục") > authentication


def test_the_enforcement_articles_of_the_amending_instrument_stand_in_a_note(text: ConsolidatedText) -> None:
    notes = [note.text for paragraph in text.paragraphs for note in paragraph.notes]

    (enforcement,) = [note for note in notes if "quy định như sau:" in note[0]]
    assert enforcement[1] == "“Điều 3. Hiệu lực thi hành"
    assert enforcement[-1].endswith("”.")


def test_the_page_needs_no_network_and_every_mark_leads_to_its_note_and_back(text: ConsolidatedText) -> None:
    page = render(text, Format.HTML, ()).decode()

    numbers = range(1, 31)
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
