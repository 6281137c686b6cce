"""The crash door: what a person sees when something happens that nobody foresaw."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECRET = "Ông Trần Văn Kín được thưởng"
CRASH = """
import sys
import kcdocs.api.show as api
class Panic(BaseException):
    pass
def deep(text):
    return deep(text)
def fall(text, **how):
    {body}
api.show = fall
sys.argv = ["kcdocs", *sys.argv[1:]]
from kcdocs.cli import main
main()
"""
WRITES = (
    "import pathlib; from kcdocs.files import write_whole; write_whole(pathlib.Path('ra/x.txt'), b'x'); 1 / 0"
)
BODIES = {
    "RuntimeError": f"raise RuntimeError({SECRET!r})",
    "MemoryError": "raise MemoryError",
    "RecursionError": "deep(text)",
    "Panic": f"raise Panic({SECRET!r})",
    "UnicodeDecodeError": f"{SECRET!r}.encode().decode('ascii')",
}


def crash(
    folder: Path, body: str, *words: str, **variables: str
) -> tuple[subprocess.CompletedProcess[str], list[Path]]:
    """Run a command in which something breaks; also the files of details."""
    done = subprocess.run(
        [sys.executable, "-c", CRASH.format(body=body), *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT), **variables},
        cwd=folder,
        check=False,
    )
    return done, sorted((Path(os.environ["KCDOCS_DATA"]) / "su-co").glob("*"))


@pytest.mark.parametrize("kind", BODIES)
def test_whatever_breaks_ends_in_vietnamese_with_a_code_and_an_exit_code_of_its_own(
    kind: str, tmp_path: Path
) -> None:
    done, details = crash(tmp_path, BODIES[kind], "show", "a.txt")

    lines = done.stderr.splitlines()
    assert done.returncode == 70
    assert lines[0].startswith("Lỗi KC901: ")
    assert kind in lines[0]
    assert "chưa ghi xong tệp nào" in lines[1]
    assert len(details) == 1
    assert str(details[0]) in lines[2]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("kind", BODIES)
def test_the_details_hold_version_command_and_calls_but_no_text_of_a_document(
    kind: str, tmp_path: Path
) -> None:
    _, details = crash(tmp_path, BODIES[kind], "show", "a.txt", "--address", "cụm từ kín")

    kept = details[0].read_text("utf-8")
    assert "kcdocs 0." in kept
    assert "kcdocs show a.txt --address ‹…›\n" in kept
    assert "kcdocs/cli/show.py:" in kept
    assert kind in kept
    assert "Trần Văn Kín" not in kept
    assert "cụm từ kín" not in kept
    assert len(kept.splitlines()) < 80


def test_a_password_in_an_address_is_not_kept(tmp_path: Path) -> None:
    _, details = crash(tmp_path, "1 / 0", "show", "https://toi:mat-khau@kho.vn/a.txt")

    assert "https://…@kho.vn/a.txt" in details[0].read_text("utf-8")


def test_what_was_written_before_the_crash_is_told(tmp_path: Path) -> None:
    done, _ = crash(tmp_path, WRITES, "show", "a.txt")

    assert done.returncode == 70
    assert "đã ghi xong: 1 tệp trong «ra»" in done.stderr
    assert "chưa ghi xong" not in done.stderr


def test_a_cause_is_kept_behind_its_consequence(tmp_path: Path) -> None:
    _, details = crash(
        tmp_path, "\n    try:\n        1 / 0\n    except ZeroDivisionError as no:\n        raise KeyError from no", "show", "a"
    )  # fmt: skip

    kept = details[0].read_text("utf-8")
    assert kept.index("KeyError") < kept.index("caused by") < kept.index("ZeroDivisionError")


@pytest.mark.parametrize("how", ["front", "back", "variable"])
def test_with_debug_the_crash_is_shown_as_it_is(how: str, tmp_path: Path) -> None:
    words = {"front": ["--debug", "show", "a"], "back": ["show", "a", "--debug"], "variable": ["show", "a"]}
    variables = {"KCDOCS_DEBUG": "1"} if how == "variable" else {}

    done, details = crash(tmp_path, "1 / 0", *words[how], **variables)

    assert "Traceback" in done.stderr
    assert "ZeroDivisionError: division by zero" in done.stderr
    assert done.returncode == 70
    assert not details


def test_where_the_details_cannot_be_kept_the_door_still_opens(tmp_path: Path) -> None:
    (tmp_path / "day-la-tep").write_text("")

    done, _ = crash(tmp_path, "1 / 0", "show", "a", KCDOCS_DATA=str(tmp_path / "day-la-tep"))

    assert done.returncode == 70
    assert "Không lưu được chi tiết; xin chạy lại lệnh này với --debug" in done.stderr
    assert "Traceback" not in done.stderr


def test_two_crashes_keep_two_files(tmp_path: Path) -> None:
    crash(tmp_path, "1 / 0", "show", "a")
    _, details = crash(tmp_path, "1 / 0", "show", "a")

    assert len(details) == 2
