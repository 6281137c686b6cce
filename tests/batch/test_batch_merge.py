"""All documents of a batch merged into one Word file, to be printed in one go."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
import yaml
from batch_material import SERIES, make, open_book, states, write_rows
from docx import Document

from kcdocs.api import batch
from kcdocs.batch.errors import MergedInsideError, TooManyToMergeError
from kcdocs.batch.journal import NAME, Journal
from kcdocs.batch.merging import write_merged
from kcdocs.word.errors import DamagedArchiveError, JoinConflictError

ROOT = Path(__file__).parents[2]
DECISIONS = ROOT / "templates" / "quyet-dinh-cong-bo-tthc"


def texts(path: Path) -> list[str]:
    """The paragraphs of a document that hold text."""
    return [item.text for item in Document(str(path)).paragraphs if item.text]


def edit(path: Path, words: str, *, size: int | None = None) -> None:
    """Change a document as a person would; with `size`, its standard style too."""
    document = Document(str(path))
    document.paragraphs[-1].add_run(words)
    if size:
        document.styles["Normal"].font.size = size
    document.save(str(path))


def test_the_documents_stand_in_one_file_in_the_order_of_their_rows(tmp_path: Path) -> None:
    open_book()
    done = make(write_rows(tmp_path / "a.csv", 12), tmp_path / "ra", merge=tmp_path / "gop.docx")
    files = [tmp_path / "ra" / f"to-trinh-{number}-TTr-BCT.docx" for number in range(41, 53)]

    assert done.whole
    assert texts(tmp_path / "gop.docx") == [text for path in files for text in texts(path)]
    assert len(Document(str(tmp_path / "gop.docx")).sections) == 12


def test_a_batch_gone_on_with_gives_the_same_merged_bytes_in_the_place_of_the_old(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 3)
    make(records, tmp_path / "ra", merge=tmp_path / "a.docx")
    first = (tmp_path / "a.docx").read_bytes()
    (tmp_path / "ra" / "to-trinh-42-TTr-BCT.docx").unlink()
    (tmp_path / "a.docx").write_bytes(b"cu")
    make(records, tmp_path / "ra", resume=True, merge=tmp_path / "a.docx")

    assert (tmp_path / "a.docx").read_bytes() == first


def test_a_document_that_a_person_changed_is_merged_as_it_stands(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 2)
    make(records, tmp_path / "ra")
    edit(tmp_path / "ra" / "to-trinh-41-TTr-BCT.docx", "Thêm bằng tay.")
    make(records, tmp_path / "ra", resume=True, merge=tmp_path / "gop.docx")

    assert any("Thêm bằng tay." in text for text in texts(tmp_path / "gop.docx"))


def test_documents_that_cannot_be_merged_stand_and_the_reason_is_told(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 2)
    make(records, tmp_path / "ra")
    one, other = (tmp_path / "ra" / f"to-trinh-{number}-TTr-BCT.docx" for number in (41, 42))
    edit(other, "", size=200000)
    done = make(records, tmp_path / "ra", resume=True, merge=tmp_path / "gop.docx")

    assert isinstance(done.unmerged, JoinConflictError)
    assert f"«{one}» và «{other}»" in done.unmerged.message
    assert "«Normal»" in done.unmerged.message
    assert not done.whole
    assert not (tmp_path / "gop.docx").exists()
    assert states() == [(41, "đã cấp"), (42, "đã cấp")]


def test_five_hundred_and_one_documents_are_refused_before_the_first_is_made(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 501)
    asked = batch.order("to-trinh", records, tmp_path / "ra", series=SERIES, merge=tmp_path / "gop.docx")

    for attempt in (batch.run, batch.dry_run):
        with pytest.raises(TooManyToMergeError, match=r"nhiều nhất 500 văn bản.* có 501 văn bản"):
            attempt(asked)
    assert not (tmp_path / "ra").exists()
    assert states() == []


def test_a_merged_file_among_the_documents_is_refused_before_they_are_made(tmp_path: Path) -> None:
    open_book()
    with pytest.raises(MergedInsideError, match="nằm trong thư mục của đợt"):
        make(
            write_rows(tmp_path / "a.csv", 1),
            tmp_path / "ra",
            merge=tmp_path / "ra" / "x" / ".." / "gop.docx",
        )
    assert not (tmp_path / "ra").exists()


def test_where_no_document_could_be_made_nothing_is_merged_and_that_is_told(tmp_path: Path) -> None:
    open_book()
    make(write_rows(tmp_path / "a.csv", 1), tmp_path / "ra")
    (tmp_path / "ra" / "to-trinh-41-TTr-BCT.docx").unlink()
    journal = Journal(tmp_path / "ra" / NAME)
    (remark,) = write_merged(tmp_path / "gop.docx", tmp_path / "ra", journal)
    journal.close()

    assert "không có văn bản nào để gộp" in remark
    assert not (tmp_path / "gop.docx").exists()


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command, on the folder's data."""
    command = [sys.executable, str(ROOT / "cli.py"), "batch", "to-trinh", str(folder / "a.csv")]
    options = ["--out", str(folder / "ra"), "--series", SERIES, *words]
    return subprocess.run([*command, *options], capture_output=True, text=True, check=False)


def test_the_command_tells_of_the_batch_and_then_why_it_was_not_merged(tmp_path: Path) -> None:
    open_book()
    write_rows(tmp_path / "a.csv", 2)
    merge = ["--merge", str(tmp_path / "gop.docx")]
    assert run(tmp_path, *merge).returncode == 0
    broken = tmp_path / "ra" / "to-trinh-42-TTr-BCT.docx"
    data = broken.read_bytes()
    broken.write_bytes(data[:200] + bytes(100) + data[300:])
    done = run(tmp_path, *merge, "--resume")

    assert "Đợt" in done.stdout
    assert done.returncode == 3
    assert DamagedArchiveError.code in done.stderr
    assert "to-trinh-42-TTr-BCT.docx" in done.stderr


def test_the_command_asks_for_the_name_of_a_word_file(tmp_path: Path) -> None:
    done = run(tmp_path, "--merge", str(tmp_path / "a.csv"))

    assert (done.returncode, "đuôi .docx" in done.stderr) == (2, True)


def pages(path: Path) -> list[str]:
    """The text of each page of a PDF file."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


@pytest.mark.usefixtures("soffice")
def test_merged_decisions_print_the_pages_of_the_single_ones(tmp_path: Path) -> None:
    """Each decision has two sections, no number on the first page of either, and tables."""
    examples = list(yaml.safe_load_all((DECISIONS / "2.0.0" / "example.yaml").read_text("utf-8")))
    records = tmp_path / "a.json"
    records.write_text(json.dumps([{**one, "so": 100 + n} for n, one in enumerate(examples)], default=str))
    out, whole = tmp_path / "ra", tmp_path / "gop.docx"
    batch.run(batch.order(DECISIONS.name, records, out, pattern="{stt}", merge=whole), pdf=True)
    words = ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*words, "--outdir", str(tmp_path), str(whole)], check=True, capture_output=True, timeout=60
    )
    single = [pages(path) for path in sorted(out.glob("*.pdf"))]

    assert len(single) == len(examples) > 1
    assert single[0][1].startswith("2")
    assert pages(tmp_path / "gop.pdf") == [page for each in single for page in each]
