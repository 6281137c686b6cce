"""Verifying documents: untouched, edited, saved anew, made by another version, from another record."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from kcdocs import settings
from kcdocs.api import DocumentVerdict
from kcdocs.api.generate import generate
from kcdocs.api.verify import verify
from kcdocs.errors import KcdocsError
from kcdocs.text.joining import untypeset
from kcdocs.word.package.docx import open_package, save_package
from kcdocs.word.package.properties import CUSTOM

ROOT = Path(__file__).parents[2]
EXAMPLE = settings.shipped("templates") / "to-trinh" / "1.0.0" / "example.yaml"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The shipped submission, made from its example."""
    (made,) = generate("to-trinh", EXAMPLE, tmp_path_factory.mktemp("van-ban"))
    return made.path.read_bytes()


@pytest.fixture
def document(tmp_path: Path, original: bytes) -> Path:
    path = tmp_path / "to-trinh.docx"
    path.write_bytes(original)
    return path


def changed(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The file with its parts changed, otherwise packed as it was."""
    parts = dict(open_package(path).parts)
    change(parts)
    path.write_bytes(save_package(parts))
    return path


def edited_record(folder: Path, old: str, new: str) -> Path:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert old in text
    path = folder / "ho-so.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def codes(path: Path, records: Path | None = None) -> list[str]:
    return [finding.code for finding in verify(path, records).findings]


def test_an_untouched_document_is_intact_and_says_what_made_it(document):
    found = verify(document)

    assert found.verdict is DocumentVerdict.INTACT
    assert found.good
    assert found.findings == ()
    assert found.provenance is not None
    assert found.provenance.set_name == "to-trinh@1.0.0"
    assert found.provenance.maker == settings.VERSION
    assert (
        len(found.provenance.template) == len(found.provenance.record) == len(found.provenance.content) == 64
    )


def test_with_its_record_it_is_proven_by_making_it_again(document):
    found = verify(document, EXAMPLE)
    assert found.verdict is DocumentVerdict.PROVEN
    assert found.good
    assert found.findings == ()


def test_another_compression_is_no_edit(document):
    """The digest is over the uncompressed parts."""
    import zipfile

    parts = open_package(document).parts
    with zipfile.ZipFile(document, "w", zipfile.ZIP_STORED) as archive:
        for name, data in reversed(parts.items()):
            archive.writestr(name, data)
    assert verify(document, EXAMPLE).verdict is DocumentVerdict.PROVEN


def test_an_edited_word_is_found_and_shown_against_what_was_made(document):
    def edit(parts: dict[str, bytes]) -> None:
        body = parts["word/document.xml"].decode()
        assert body.count("10693") == 1
        parts["word/document.xml"] = body.replace("10693", "10694").encode()

    changed(document, edit)

    assert codes(document) == ["TP402"]
    found = verify(document, EXAMPLE)
    assert found.verdict is DocumentVerdict.EDITED
    assert not found.good
    assert [finding.code for finding in found.findings] == ["TP402", "TP407"]
    told = found.findings[1]
    assert told.found == "Số: 10694/TTr-CTĐP"
    assert told.expected == "Số: 10693/TTr-CTĐP"
    assert told.place.part == "thân văn bản"
    assert told.place.paragraph > 0


def test_a_removed_paragraph_is_shown_as_missing(document):
    word = Document(str(document))
    gone = next(item for item in word.paragraphs if "Kính gửi" in item.text)
    gone._p.getparent().remove(gone._p)
    word.save(str(document))

    told = [finding for finding in verify(document, EXAMPLE).findings if finding.code == "TP407"]

    assert [(finding.found, finding.expected) for finding in told] == [
        ("(không có đoạn này)", "Kính gửi: Chính phủ")
    ]


def test_of_many_differences_the_first_twenty_are_told_and_the_rest_counted(document):
    word = Document(str(document))
    for paragraph in [item for item in word.paragraphs if item.text][:30]:
        paragraph.add_run("!")
    word.save(str(document))
    told = [item for item in verify(document, EXAMPLE).findings if item.code in {"TP407", "TP409"}]
    assert [item.code for item in told] == ["TP407"] * 20 + ["TP409"]
    assert told[-1].message == "Còn 10 đoạn khác nữa."


def test_a_file_only_saved_anew_is_told_from_one_whose_words_changed(document):
    stream = io.BytesIO()
    Document(str(document)).save(stream)
    document.write_bytes(stream.getvalue())
    assert codes(document) == ["TP402"]
    assert codes(document, EXAMPLE) == ["TP408"]
    assert verify(document, EXAMPLE).verdict is DocumentVerdict.COMPLETED


def test_a_forged_digest_is_seen_through_by_making_the_document_again(document):
    import hashlib

    from kcdocs.engine.fill import content_digest

    def forge(parts: dict[str, bytes]) -> None:
        old = content_digest({n: hashlib.sha256(d).hexdigest() for n, d in parts.items() if n != CUSTOM})
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"10693", b"10694")
        new = content_digest({n: hashlib.sha256(d).hexdigest() for n, d in parts.items() if n != CUSTOM})
        assert old.encode() in parts[CUSTOM]
        parts[CUSTOM] = parts[CUSTOM].replace(old.encode(), new.encode())

    changed(document, forge)

    assert verify(document).verdict is DocumentVerdict.INTACT
    found = verify(document, EXAMPLE)
    assert found.verdict is DocumentVerdict.DIFFERENT
    assert not found.good


def test_another_record_is_named_and_its_differences_shown(document, tmp_path):
    other = edited_record(tmp_path, 'so: "10693"', 'so: "10700"')
    found = verify(document, other)
    assert [finding.code for finding in found.findings] == ["TP406", "TP407"]
    assert found.findings[1].expected == "Số: 10700/TTr-CTĐP"
    assert found.verdict is DocumentVerdict.DIFFERENT


def test_a_record_of_another_form_is_named_and_nothing_is_made_of_it(document):
    other = settings.shipped("templates") / "to-trinh" / "2.0.0" / "example.yaml"
    first = other.read_text(encoding="utf-8").split("\n---")[0]
    path = document.with_name("khac.yaml")
    path.write_text(first, encoding="utf-8")
    found = verify(document, path)
    assert [finding.code for finding in found.findings] == ["TP406"]
    assert found.verdict is DocumentVerdict.INTACT
    assert not found.good


def test_a_record_that_leaves_its_date_open_needs_the_date(tmp_path):
    record = edited_record(tmp_path, "ngay: 27/12/2024", "ngay: để trống")
    (made,) = generate("to-trinh", record, tmp_path, day=date(2024, 12, 27))
    with pytest.raises(KcdocsError, match="Chưa biết ngày"):
        verify(made.path, record)
    assert verify(made.path, record, day=date(2024, 12, 27)).verdict is DocumentVerdict.PROVEN


def test_the_record_is_found_among_several_by_its_hash(document, tmp_path):
    both = tmp_path / "hai.yaml"
    other = edited_record(tmp_path, 'so: "10693"', 'so: "10700"').read_text(encoding="utf-8")
    both.write_text(other + "\n---\n" + EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    assert verify(document, both).verdict is DocumentVerdict.PROVEN


def test_another_version_of_kcdocs_and_another_template_are_said(document):
    def claim(parts: dict[str, bytes]) -> None:
        claims = parts[CUSTOM].replace(f">{settings.VERSION}<".encode(), b">0.0.9<")
        template = verify(document).provenance.template.encode()
        parts[CUSTOM] = claims.replace(template, b"0" * 64)

    changed(document, claim)

    found = verify(document)
    assert [finding.code for finding in found.findings] == ["TP403", "TP405"]
    assert "kcdocs 0.0.9" in found.findings[0].message
    assert not found.good


def test_a_set_that_is_not_here_is_said_and_the_seal_still_checked(document):
    changed(document, lambda parts: parts.update({CUSTOM: parts[CUSTOM].replace(b"to-trinh@", b"bo-la@")}))
    found = verify(document, EXAMPLE)
    assert found.verdict is DocumentVerdict.INTACT
    assert [finding.code for finding in found.findings] == ["TP404"]


def test_a_document_of_other_making_is_foreign(tmp_path):
    path = tmp_path / "la.docx"
    Document().save(str(path))
    found = verify(path)
    assert found.verdict is DocumentVerdict.FOREIGN
    assert found.provenance is None
    assert [finding.code for finding in found.findings] == ["TP401"]


def test_what_is_no_word_file_is_refused(tmp_path):
    path = tmp_path / "x.docx"
    path.write_bytes(b"khong phai Word")
    with pytest.raises(KcdocsError) as caught:
        verify(path)
    assert caught.value.code.startswith("WD")


def test_the_command_tells_the_verdict_and_its_exit_code(document):
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, str(ROOT / "cli.py"), "verify", str(document)]
    proven = subprocess.run([*command, "--record", str(EXAMPLE)], capture_output=True, env=env, check=False)
    changed(document, lambda parts: parts.update({"word/document.xml": parts["word/document.xml"] + b"\n"}))
    edited = subprocess.run(command, capture_output=True, env=env, check=False)

    assert proven.returncode == 0
    assert "đã lập lại từ bộ mẫu và dữ liệu, nội dung trùng khớp hoàn toàn." in proven.stdout.decode()
    assert "Bộ mẫu: to-trinh@1.0.0" in proven.stdout.decode()
    assert edited.returncode == 1
    assert "Lỗi TP402" in edited.stdout.decode()


def test_a_record_copied_with_marks_of_its_template_proves_its_document(tmp_path):
    dirty = edited_record(tmp_path, "dia_danh: Hà Nội", "dia_danh: Hà Nội,")
    (made,) = generate("to-trinh", dirty, tmp_path / "ra")

    assert verify(made.path, dirty).verdict is DocumentVerdict.PROVEN


OPEN = ('so: "10693"', "so: để trống")


@pytest.fixture
def unnumbered(tmp_path) -> tuple[Path, Path]:
    """A document whose number is left to the registry office, and its record."""
    record = edited_record(tmp_path, *OPEN)
    (made,) = generate("to-trinh", record, tmp_path / "ra")
    return made.path, record


def _typed(path: Path, before: str, after: str) -> None:
    """Type into Word: the words of one paragraph changed, the file saved by another program."""
    word = Document(str(path))
    every = [
        *word.paragraphs,
        *(p for t in word.tables for row in t.rows for c in row.cells for p in c.paragraphs),
    ]
    paragraph = next(item for item in every if before in untypeset(item.text))
    changed_text = untypeset(paragraph.text).replace(before, after)
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = changed_text
    word.save(str(path))


SPACE = "Số:" + " " + "\xa0" * 10


def test_a_number_filled_in_where_space_was_left_is_no_edit_of_substance(unnumbered):
    document, record = unnumbered
    _typed(document, SPACE, "Số: 118")

    found = verify(document, record)

    assert (found.verdict, found.good) == (DocumentVerdict.COMPLETED, True)
    assert [(item.code, item.found) for item in found.findings] == [("TP410", "Số: 118/TTr-CTĐP")]
    assert [item.code for item in verify(document).findings] == ["TP402"]


@pytest.mark.parametrize(
    ("before", "after"),
    [(SPACE, "Số: 118a"), ("/TTr-CTĐP", "/QĐ-CTĐP"), ("Kính gửi: Chính phủ", "Kính gửi: Bộ Tư pháp")],
)
def test_other_words_beside_a_filled_number_are_an_edit(unnumbered, before, after):
    document, record = unnumbered
    if before != SPACE:
        _typed(document, SPACE, "Số: 118")
    _typed(document, before, after)

    found = verify(document, record)

    assert (found.verdict, found.good) == (DocumentVerdict.EDITED, False)
    assert "TP407" in [item.code for item in found.findings]


def test_a_scanned_signature_and_a_comment_are_no_edit_of_substance(document):
    word = Document(str(document))
    run = word.paragraphs[-1].add_run()
    word.add_comment(run, "Đã kiểm tra", author="VT")
    word.save(str(document))

    assert verify(document, EXAMPLE).verdict is DocumentVerdict.COMPLETED


@pytest.mark.parametrize("how", ["strike", "hidden"])
def test_words_that_were_struck_out_or_hidden_are_an_edit(document, how):
    word = Document(str(document))
    run = next(run for item in word.paragraphs if "Kính gửi" in item.text for run in item.runs)
    setattr(run.font, how, True)
    word.save(str(document))

    found = verify(document, EXAMPLE)

    assert found.verdict is DocumentVerdict.EDITED
    assert [item.code for item in found.findings] == ["TP402", "TP411"]
