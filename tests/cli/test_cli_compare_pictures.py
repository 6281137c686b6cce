"""Pictures: one put in place of another is told in every medium, whatever the words."""

from __future__ import annotations

import base64
import io
import re
import struct
import zlib
from pathlib import Path

import pytest
from docx import Document
from test_cli_compare_headers import MEDIA, SAME, compared

LINES = ("Điều 1. Mẫu dấu", "1. Dấu của tổ có hình như sau:", "2. Dấu được giữ tại phòng trực.")


def _png(shade: int) -> io.BytesIO:
    """A picture of one dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(bytes((0, shade)))), chunk(b"IEND", b""))
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(parts))


def _file(*shades: int) -> bytes:
    document = Document()
    for line in LINES:
        document.add_paragraph(line)
    for shade in shades:
        document.add_picture(_png(shade))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("medium", MEDIA)
def test_a_picture_in_the_place_of_another_is_told_and_nothing_is_called_equal(
    medium: str, tmp_path: Path
) -> None:
    code, report = compared(tmp_path, _file(10), _file(200), medium)
    assert code == 1
    assert "DF219" in report
    assert "1 hình của bản trước không còn và 1 hình chỉ có ở bản nay" in report
    assert SAME not in report


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ((10,), (), "bản trước có 1 hình, bản nay có 0 hình; 1 hình của bản trước không còn."),
        ((10,), (10, 10), "bản trước có 1 hình, bản nay có 2 hình; 1 hình chỉ có ở bản nay."),
        ((10, 200), (200, 10), "bản trước có 2 hình, bản nay có 2 hình; thứ tự các hình đổi."),
    ],
)
def test_what_became_of_pictures_is_counted(
    old: tuple[int, ...], new: tuple[int, ...], told: str, tmp_path: Path
) -> None:
    _, report = compared(tmp_path, _file(*old), _file(*new))
    assert told in " ".join(report.split())


def test_the_same_pictures_are_not_told_as_different(tmp_path: Path) -> None:
    _, report = compared(tmp_path, _file(10, 200), _file(10, 200))
    assert "DF219" not in report


def _page(shade: int) -> bytes:
    picture = base64.b64encode(_png(shade).getvalue()).decode()
    words = "".join(f"<p>{line}</p>" for line in LINES)
    return f'<!DOCTYPE html><body>{words}<img src="data:image/png;base64,{picture}"></body>'.encode()


@pytest.mark.parametrize("medium", MEDIA)
def test_pictures_in_saved_pages_are_told_as_those_of_word_files(medium: str, tmp_path: Path) -> None:
    code, report = compared(tmp_path, _page(10), _page(200), medium, names=("cu.html", "moi.html"))
    assert code == 1
    assert {"SR217", "DF219"} <= set(re.findall(r"[A-Z]{2}\d{3}", report))
    assert SAME not in report


def test_a_page_is_held_against_a_word_file_by_what_the_pictures_are(tmp_path: Path) -> None:
    names = ("cu.html", "moi.docx")
    for shade, differ in ((10, False), (200, True)):
        _, report = compared(tmp_path, _page(10), _file(shade), names=names)
        assert ("DF219" in report) is differ


def test_against_a_text_that_can_show_none_pictures_are_only_told(tmp_path: Path) -> None:
    text = "\n".join(LINES).encode()
    _, report = compared(tmp_path, text, _file(10), names=("cu.txt", "moi.docx"))
    assert "DF219" not in report
    assert "hình ảnh" in report
