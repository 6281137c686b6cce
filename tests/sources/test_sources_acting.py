"""Control and direction characters of a source are told."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from kcdocs.model.finding import Finding
from kcdocs.model.line import Reading
from kcdocs.sources.read import read

BODY = "Điều 1. Phí\nPhí là \u202e005\u202c đồng.\nHai lần \u202e9.\n"


def _of(reading: Reading, code: str) -> list[Finding]:
    return [finding for finding in reading.findings if finding.code == code]


def test_an_escape_sequence_becomes_visible_and_is_told_with_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Điều 1. Phí\nMột \x1b[8mẩn\x1b[0m.\nHai \x1b]52;c;x.\n", "utf-8")

    reading = read(path)

    assert [line.text for line in reading.lines][1:3] == ["Một ␛[8mẩn␛[0m.", "Hai ␛]52;c;x."]
    (told,) = _of(reading, "SR206")
    assert told.place.line == 2
    assert "ESC (U+001B) trong 2 dòng" in told.message


def test_each_direction_character_is_told_once_and_stays_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY, "utf-8")

    reading = read(path)

    assert "".join(line.text + "\n" for line in reading.lines).startswith(BODY.rstrip())
    told = _of(reading, "SR207")
    assert [("U+202E" in one.message, "2 dòng" in one.message, one.place.line) for one in told] == [
        (True, True, 2),
        (False, False, 2),
    ]
    assert told[0].found == "Phí là ‹U+202E›005‹U+202C› đồng."


def test_a_word_file_and_a_web_page_are_looked_at_too(tmp_path: Path) -> None:
    document = docx.Document()
    for line in BODY.splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    page = "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    (tmp_path / "a.html").write_text(f"<html><meta charset=utf-8><body>{page}</body></html>", "utf-8")

    for name in ("a.docx", "a.html"):
        assert len(_of(read(tmp_path / name), "SR207")) == 2


@pytest.mark.parametrize("text", ["Điều 1. Phí\nPhí là 100 đồng.\n", "Điều 1. Phí\n\fPhí\tlà 100.\n"])
def test_an_ordinary_text_is_left_alone(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")

    assert [one for one in read(path).findings if one.code in {"SR206", "SR207"}] == []
