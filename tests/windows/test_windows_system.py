"""What is done on Windows in place of what it has not: locks, folders, processes, the screen."""

from __future__ import annotations

import ctypes
import errno
import io
import os
import socket
import subprocess
import sys
import types
import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from system_errors import windows_error

from kcdocs import locking, private
from kcdocs.batch import journal
from kcdocs.batch.errors import BusyBatchError
from kcdocs.cli import compare, console, output
from kcdocs.convert import libreoffice
from kcdocs.register import opening
from kcdocs.sources.pdf import trial
from kcdocs.web import jobs, shortcut, start


def test_on_windows_a_lock_is_taken_by_its_own_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, taken = [], [False, True]

    def lock(handle: int, how: int, size: int) -> None:
        asked.append((how, size))
        if taken.pop():
            raise OSError(errno.EACCES, "locked")

    monkeypatch.setitem(sys.modules, "msvcrt", types.SimpleNamespace(locking=lock, LK_NBLCK=2))
    monkeypatch.setattr(sys, "platform", "win32")
    with locking.locked(tmp_path / "khoa", 5):
        pass

    assert asked == [(2, 1), (2, 1)]


def test_on_windows_many_hold_a_lock_a_byte_each_or_one_holds_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: dict[int, set[int]] = {}

    def lock(handle: int, how: int, size: int) -> None:
        first = os.lseek(handle, 0, os.SEEK_CUR)
        wanted = set(range(first, first + size))
        if any(wanted & seats for other, seats in held.items() if other != handle):
            raise OSError(errno.EACCES, "locked")
        held[handle] = wanted

    def closed(handle: int) -> None:
        held.pop(handle, None)
        close(handle)

    close = os.close
    monkeypatch.setattr(os, "close", closed)
    monkeypatch.setitem(sys.modules, "msvcrt", types.SimpleNamespace(locking=lock, LK_NBLCK=2))
    monkeypatch.setattr(sys, "platform", "win32")
    path = tmp_path / "khoa"
    with locking.shared_lock(path, 0), locking.shared_lock(path, 0):
        assert sorted(held.values(), key=min) == [{0}, {1}]
        with pytest.raises(TimeoutError), locking.shared_lock(path, 0, alone=True):
            pass
    with locking.shared_lock(path, 0, alone=True):
        assert list(held.values()) == [set(range(64))]
        with pytest.raises(TimeoutError), locking.shared_lock(path, 0):
            pass


def test_on_windows_a_journal_is_locked_behind_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There nobody reads a place that is locked, and the page reads the journal of a running batch."""
    asked: list[int] = []

    def lock(handle: int, how: int, size: int) -> None:
        asked.append(os.lseek(handle, 0, os.SEEK_CUR))
        if len(asked) > 1:
            raise OSError(errno.EACCES, "locked")

    monkeypatch.setitem(sys.modules, "msvcrt", types.SimpleNamespace(locking=lock, LK_NBLCK=2))
    monkeypatch.setattr(sys, "platform", "win32")
    held = journal.Journal(tmp_path / "nhat-ky.jsonl")
    with pytest.raises(BusyBatchError):
        journal.Journal(tmp_path / "nhat-ky.jsonl")
    held.close()

    assert asked == [2**31 - 2, 2**31 - 2]


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"C:\Users\lan\AppData\Local\kcdocs", False),
        (r"\\may-chu\chung\kcdocs", True),
        (r"\\?\C:\Users\lan", False),
        (r"\\?\UNC\may-chu\chung\kcdocs", True),
    ],
)
def test_on_windows_a_folder_is_private_unless_it_is_on_a_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, share: bool
) -> None:
    assert private.on_share(PureWindowsPath(path)) is share
    tmp_path.chmod(0o777)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(private, "on_share", lambda _: share)

    assert private.is_private(tmp_path) is not share
    (tmp_path / "tep").write_bytes(b"x")
    assert private.read_private(tmp_path / "tep") == (None if share else b"x")


@pytest.mark.parametrize(("drive", "kind"), [(4, "ổ mạng"), (3, "")])
def test_on_windows_a_register_on_a_network_drive_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drive: int, kind: str
) -> None:
    kernel = types.SimpleNamespace(GetDriveTypeW=lambda _anchor: drive)
    monkeypatch.setattr(ctypes, "windll", types.SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")

    assert opening.network_kind(tmp_path) == kind
    assert opening.network_kind(PureWindowsPath(r"\\may-chu\chung\so.sqlite")) == "UNC"


def test_on_windows_libreoffice_is_ended_with_all_it_started(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(libreoffice.subprocess, "run", lambda words, **_: ran.append(words))
    process = types.SimpleNamespace(pid=4321, poll=lambda: None, wait=lambda: ran.append("waited"))

    libreoffice._stop(process)

    assert ran == [["taskkill", "/F", "/T", "/PID", "4321"], "waited"]


def test_on_windows_a_job_has_no_window_and_hears_no_signal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {}
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(subprocess, "CREATE_NO_WINDOW", 0x08000000, raising=False)
    monkeypatch.setattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0x200, raising=False)
    monkeypatch.setattr(jobs.subprocess, "Popen", lambda words, **how: asked.update(how, words=words))

    jobs._process(tmp_path)

    assert asked["creationflags"] == 0x08000200
    assert "start_new_session" not in asked
    assert asked["words"][1:] == ["-m", "kcdocs.web.work", str(tmp_path)]


def test_on_windows_a_trial_has_no_limit_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "resource", None)

    trial._limit(1)


def test_the_shortcut_of_windows_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    path = shortcut.place_shortcut(tmp_path)

    assert path.name == "kcdocs.cmd"
    assert path.read_bytes().endswith(b'" -m kcdocs serve\r\n')


def test_on_windows_the_port_of_the_page_is_shared_with_no_other_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """There SO_REUSEADDR would let another program listen on the same port."""
    monkeypatch.setattr(os, "name", "nt")
    with start._listen(None) as listening:
        monkeypatch.undo()
        assert listening.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) == 0
    with start._listen(None) as listening:
        assert listening.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) != 0


def test_on_windows_a_file_is_opened_by_its_own_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []

    def startfile(place: str) -> None:
        opened.append(place)
        if len(opened) > 1:
            raise windows_error(1155, errno.EINVAL, place)

    monkeypatch.setattr(os, "startfile", startfile, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    output.open_in_program(tmp_path)
    output.open_in_program(tmp_path)

    assert opened == [str(tmp_path)] * 2
    assert capsys.readouterr().err == f"Không mở tự động được; xin mở tệp này: {tmp_path}\n"


@pytest.mark.parametrize(("variable", "colours"), [("WT_SESSION", True), ("KHAC", False)])
def test_an_old_console_of_windows_gets_no_colours(
    monkeypatch: pytest.MonkeyPatch, variable: str, colours: bool
) -> None:
    for name in ("NO_COLOR", "TERM", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, "1")
    monkeypatch.setattr(sys, "stdout", types.SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr(os, "name", "nt")

    shown = compare._shows_colours()
    monkeypatch.undo()

    assert shown is colours


WORDS = "Đã ghi: «Tờ trình số 12/TTr-BCT» – “khuyến công” … ưỡng ệ Ữ → à"


def shown_on(page: str, monkeypatch: pytest.MonkeyPatch, *lines: str) -> str:
    """What a console of a code page is given."""
    given = io.BytesIO()
    monkeypatch.setattr(console, "_told", [True])
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(given, page, newline=""))
    console.prepare()
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()
    return given.getvalue().decode(page)


@pytest.mark.parametrize("page", ["cp437", "cp850", "cp1252", "cp936", "ascii"])
def test_a_console_without_the_letters_of_vietnamese_shows_all_of_it_without_marks(
    monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    assert shown_on(page, monkeypatch, WORDS, "à") == (
        'Da ghi: "To trinh so 12/TTr-BCT" - "khuyen cong" ... uong e U -> a\na\n'
    )


def test_a_console_of_vietnamese_windows_shows_every_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = shown_on("cp1258", monkeypatch, WORDS)

    assert unicodedata.normalize("NFC", shown) == WORDS.replace("→", "->") + "\n"


def test_a_console_of_utf_8_shows_every_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown_on("utf-8", monkeypatch, WORDS) == WORDS + "\n"
