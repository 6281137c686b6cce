"""A disk that gives way is told under a code, with what to do."""

from __future__ import annotations

import errno

import pytest

from kcdocs.cli import console


def test_a_fault_of_the_disk_that_no_room_foresaw_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    console.print_os_error(OSError(errno.ENOSPC, "No space left on device", "a.docx"))

    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith("Lỗi KC900: Không đọc hoặc ghi được «a.docx»")
    assert told[1].startswith("  Cách sửa: Kiểm tra đường dẫn, quyền ghi, dung lượng đĩa")
