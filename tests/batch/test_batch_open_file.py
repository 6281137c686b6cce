"""Files that a person has open elsewhere, so that they can neither be replaced nor, at times, read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from batch_material import SERIES, contents, make, open_book, states, write_rows
from docx import Document

from kcdocs.batch.errors import BatchBrokenError
from kcdocs.convert.pool import to_pdf_beside

ROOT = Path(__file__).parents[2]

Lock = Callable[[Path], None]


@pytest.fixture
def lock(tmp_path: Path) -> Iterator[Lock]:
    """Lets no one replace a file, as Word and Excel on Windows do; the locks end with the test."""
    probe = tmp_path / "thu"
    probe.touch()
    if not shutil.which("chattr") or _chattr("+i", probe).returncode:
        pytest.skip("this file system locks no file (chattr +i)")
    locked = [probe]

    def held(path: Path) -> None:
        locked.append(path)
        assert _chattr("+i", path).returncode == 0

    yield held
    for path in locked:
        unlock(path)


def unlock(path: Path) -> None:
    """Let the file be replaced again."""
    _chattr("-i", path)


def _chattr(flag: str, path: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["chattr", flag, str(path)], check=False, capture_output=True)


def test_a_file_held_open_is_named_its_number_kept_and_the_others_made(tmp_path: Path, lock: Lock) -> None:
    open_book()
    records, out = write_rows(tmp_path / "a.csv", 3), tmp_path / "ra"
    held = out / "to-trinh-42-TTr-BCT.docx"

    def someone(step: str, done: int, _total: int) -> None:
        if (step, done) == ("kiem-tra", 3):
            out.mkdir()
            held.write_text("đang gõ dở", "utf-8")
            lock(held)

    done = make(records, out, tell=someone)

    assert done.kept == [(held.name, "tệp đang mở, chưa ghi được")]
    assert held.read_text("utf-8") == "đang gõ dở"
    assert states() == [(41, "đã cấp"), (42, "đang giữ"), (43, "đã cấp")]
    assert not list(out.glob("*.tmp"))

    unlock(held)
    assert make(records, out, resume=True).whole
    assert states() == [(number, "đã cấp") for number in (41, 42, 43)]


def test_a_manifest_held_open_is_named_and_written_when_it_is_closed(tmp_path: Path, lock: Lock) -> None:
    open_book()
    records, out = write_rows(tmp_path / "a.csv", 2), tmp_path / "ra"
    make(records, out)
    whole = contents(out)
    (out / "bang-ke.csv").unlink()
    lock(out / "bang-ke.xlsx")
    with pytest.raises(BatchBrokenError) as fault:
        make(records, out, resume=True)

    assert f"«{out / 'bang-ke.xlsx'}» (không có quyền, hoặc tệp đang mở" in fault.value.message
    assert "--resume" in fault.value.mend
    unlock(out / "bang-ke.xlsx")
    assert make(records, out, resume=True).whole
    assert contents(out) == whole


@pytest.mark.usefixtures("soffice")
def test_a_pdf_file_held_open_is_named_and_left_as_it_is(tmp_path: Path, lock: Lock) -> None:
    source, held = tmp_path / "a.docx", tmp_path / "a.pdf"
    held.write_bytes(b"dang xem")
    lock(held)
    Document().save(str(source))

    ((named, why),) = to_pdf_beside([source])

    assert (named, "«a.pdf»: tệp đang mở" in why) == (source, True)
    assert held.read_bytes() == b"dang xem"


def test_a_file_that_may_not_even_be_read_is_kept_and_named(tmp_path: Path) -> None:
    if os.name != "posix" or not shutil.which("setpriv"):
        pytest.skip("no program here takes away the right to read every file (setpriv)")
    open_book()
    records, out = write_rows(tmp_path / "a.csv", 3), tmp_path / "ra"
    make(records, out)
    held, gone = (out / f"to-trinh-{number}-TTr-BCT.docx" for number in (42, 43))
    whole = contents(out)
    gone.unlink()
    held.chmod(0)
    command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", sys.executable, "cli.py", "batch"]
    words = ["to-trinh", str(records), "--out", str(out), "--series", SERIES, "--resume"]
    told = subprocess.run([*command, *words], cwd=ROOT, capture_output=True, check=False)
    held.chmod(0o644)

    assert f"{held.name}: tệp đang mở, chưa ghi được" in told.stderr.decode()
    assert told.returncode == 1
    assert make(records, out, resume=True).whole
    assert contents(out) == whole
