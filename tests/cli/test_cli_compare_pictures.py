"""Pictures of Word files: one put in place of another is told in every medium, whatever the words."""

from __future__ import annotations

import io
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


def test_pictures_are_held_against_word_files_only(tmp_path: Path) -> None:
    text = "\n".join(LINES).encode()
    _, report = compared(tmp_path, text, _file(10), names=("cu.txt", "moi.docx"))
    assert "DF219" not in report
    assert "hình ảnh" in report
