"""What Windows has not, or does otherwise, is used in known places only, and what is done there instead works."""

from __future__ import annotations

import ast
import codecs
import ctypes
import errno
import importlib.metadata
import ntpath
import os
import re
import socket
import subprocess
import sys
import types
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PureWindowsPath

import pytest

from kcdocs import files, locking, private
from kcdocs.batch import journal
from kcdocs.batch.errors import BusyBatchError
from kcdocs.cli import compare, console, output
from kcdocs.convert import libreoffice
from kcdocs.drafting.output import safe_name
from kcdocs.register import opening
from kcdocs.sources.pdf import trial
from kcdocs.web import desk, jobs, shortcut, start

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "kcdocs"

ABSENT_MODULES = {
    "crypt",
    "fcntl",
    "grp",
    "posix",
    "pty",
    "pwd",
    "readline",
    "resource",
    "syslog",
    "termios",
    "tty",
}
ABSENT_CALLS = {
    "chown", "chroot", "fork", "forkpty", "getegid", "geteuid", "getgid", "getuid", "killpg", "lchown", "mkfifo",
    "mknod", "nice", "openpty", "setgid", "setpgid", "setsid", "setuid", "statvfs", "sync", "tzset", "uname",
    "add_signal_handler", "fdatasync", "posix_fallocate", "sendfile",
}  # fmt: skip
OTHERWISE = {
    "chmod": "modes",
    "umask": "modes",
    "mmap": "open files",
    "NamedTemporaryFile": "open files",
    "rename": "replacing",
    "symlink_to": "links",
    "symlink": "links",
    "get_context": "processes",
}
"""Name of a call → what Windows does otherwise."""

WORDS = {
    *ABSENT_MODULES,
    *ABSENT_CALLS,
    *OTHERWISE,
    "signal",
    "start_new_session",
    "preexec_fn",
    "process_group",
}
SIGNS = re.compile(r"os\.open|\.replace\(\w+\)|%-[a-zA-Z]")

ALLOWED = {
    (
        "absent",
        "batch/journal.py",
    ): "fcntl; msvcrt does it on Windows, behind the end, so that others can read",
    ("absent", "batch/run.py"): "os.sync is asked for before; each file is flushed by itself besides",
    ("absent", "convert/libreoffice.py"): "killpg; taskkill does it on Windows",
    ("absent", "keep/restore.py"): "os.sync is asked for before; what is restored is still in the backup",
    ("absent", "locking.py"): "fcntl; msvcrt does it on Windows",
    ("absent", "private.py"): "geteuid; the access list of the local data folder does it on Windows",
    ("absent", "sources/pdf/trial.py"): "resource; on Windows only the wait of who began it limits a trial",
    ("modes", "files.py"): "Windows knows only whether a file may be written",
    ("modes", "web/shortcut.py"): "needed for the shortcut of Linux, harmless elsewhere",
    ("modes", "web/start.py"): "no effect on Windows, where the user's data folder is closed to others",
    ("modes", "web/work.py"): "the same",
    ("opening", "files.py"): "O_BINARY is given where it is there",
    ("opening", "loading.py"): "O_BINARY is given where it is there",
    ("opening", "locking.py"): "nothing is read from it or written to it",
    ("opening", "sealed/reading.py"): "O_BINARY is given where it is there",
    ("opening", "private.py"): "O_BINARY is given where it is there",
    ("opening", "web/desk.py"): "O_BINARY is given where it is there",
    ("opening", "cli/console.py"): "os.devnull, which is there on Windows too",
    ("processes", "batch/executors.py"): "processes are spawned on every system",
    ("processes", "convert/libreoffice.py"): "a group of its own on Unix; taskkill takes the tree on Windows",
    ("processes", "web/jobs.py"): "a session of its own on Unix; creation flags do it on Windows",
    ("replacing", "batch/making.py"): "patiently; what stays open is told as open",
    ("replacing", "files.py"): "patiently; what stays open is told as open",
    ("replacing", "keep/form.py"): "patiently; to a name that is free",
    ("replacing", "keep/restore.py"): "patiently; to names that are free, and told where a file is open",
    ("signals", "batch/making.py"): "SIGINT is there on Windows",
    ("signals", "convert/libreoffice.py"): "SIGKILL on Unix only",
}
"""Where something may be used, and why it does no harm on Windows."""

BRANCHES = {
    "batch/journal.py": ["test_on_windows_a_journal_is_locked_behind_its_end"],
    "cli/compare.py": ["test_an_old_console_of_windows_gets_no_colours"],
    "cli/output.py": ["test_on_windows_a_file_is_opened_by_its_own_program"],
    "convert/libreoffice.py": ["test_on_windows_libreoffice_is_ended_with_all_it_started"],
    "files.py": ["test_a_file_that_another_program_has_is_asked_for_again"],
    "locking.py": [
        "test_on_windows_a_lock_is_taken_by_its_own_call",
        "test_on_windows_many_hold_a_lock_a_byte_each_or_one_holds_all",
    ],
    "private.py": ["test_on_windows_a_folder_is_private_unless_it_is_on_a_share"],
    "register/opening.py": ["test_on_windows_a_register_on_a_network_drive_is_known"],
    "sources/pdf/trial.py": ["test_on_windows_a_trial_has_no_limits_of_its_own"],
    "web/jobs.py": ["test_on_windows_a_job_has_no_window_and_hears_no_signal"],
    "web/shortcut.py": ["test_the_shortcut_of_windows_is_written"],
    "web/start.py": ["test_on_windows_the_port_of_the_page_is_shared_with_no_other_program"],
}
"""File → the tests that go through what it does by the name of the system."""


@cache
def _texts() -> dict[str, str]:
    return {
        path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8")
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def _modules(words: set[str], signs: re.Pattern[str]) -> Iterator[tuple[str, ast.Module]]:
    """The modules whose text has one of the words or signs; to take all apart would take long."""
    for name, text in _texts().items():
        if signs.search(text) or not words.isdisjoint(re.findall(r"\w+", text)):
            yield name, ast.parse(text)


def _uses(tree: ast.Module) -> Iterator[str]:
    """The kinds of what a module uses that Windows lacks or does otherwise."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names) if any(item.name in ABSENT_MODULES for item in names):
                yield "absent"
            case ast.ImportFrom(module=module) if module in ABSENT_MODULES:
                yield "absent"
            case ast.Attribute(value=ast.Name(id="signal"), attr=name) if name.startswith("SIG"):
                yield "signals"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="os"), attr="open")):
                yield "opening"
            case ast.Call(func=ast.Attribute(attr="replace"), args=[_], keywords=[]):
                yield "replacing"
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if name in ABSENT_CALLS:
                yield "absent"
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if name in OTHERWISE:
                yield OTHERWISE[name]
            case ast.keyword(arg="start_new_session" | "preexec_fn" | "process_group"):
                yield "processes"
            case ast.Constant(value="start_new_session" | "preexec_fn"):
                yield "processes"
            case ast.Constant(value=str(text)) if re.search(r"%-[dmHIMSjyY]", text):
                yield "days without zeros, which strftime of Windows does not write"


def test_what_windows_lacks_or_does_otherwise_is_used_where_it_is_known_to_do_no_harm() -> None:
    assert {(kind, name) for name, tree in _modules(WORDS, SIGNS) for kind in _uses(tree)} == set(ALLOWED)


def test_every_branch_by_the_name_of_the_system_is_gone_through_by_a_test() -> None:
    asked = {
        name
        for name, tree in _modules({"platform"}, re.compile(r"os\.name"))
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and f"{node.value.id}.{node.attr}" in {"os.name", "sys.platform", "platform.system"}
    }

    assert asked == set(BRANCHES)
    own = {name for name in globals() if name.startswith("test_")}
    assert {test for tests in BRANCHES.values() for test in tests} <= own


def test_every_text_file_is_opened_as_utf_8() -> None:
    """Windows would take the code page of the system."""
    found = []
    for name, tree in _modules({"read_text"}, re.compile(r"\bopen\(")):
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Attribute(attr="read_text"), args=[], keywords=[]):
                    found.append(f"{name}:{node.lineno}")
                case ast.Call(func=ast.Name(id="open"), args=[_] | [_, ast.Constant(value="r" | "w" | "a")]):
                    found += [f"{name}:{node.lineno}"] * all(item.arg != "encoding" for item in node.keywords)

    assert found == []


# Files


def test_a_file_that_another_program_has_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "viec.json"
    path.write_bytes(b"cu")
    left = [5, 32, 5]
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if left:
            raise _windows_error(left.pop(), errno.EACCES, str(self), str(target))
        return replace(self, target)

    monkeypatch.setattr(files.os, "name", "nt")
    monkeypatch.setattr(files, "_PAUSE", 0)
    monkeypatch.setattr(Path, "replace", held)
    with files.whole_file(path) as file:
        file.write(b"moi")
    monkeypatch.undo()

    assert path.read_bytes() == b"moi"
    assert left == []


@pytest.mark.parametrize("system", ["nt", "posix"])
def test_a_file_that_stays_open_elsewhere_is_left_and_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"cu")
    asked = []

    def held(self: Path, target: Path) -> Path:
        asked.append(target)
        raise _windows_error(32, errno.EACCES, str(self), str(target))

    monkeypatch.setattr(files.os, "name", system)
    monkeypatch.setattr(files, "PATIENCE", 0.01)
    monkeypatch.setattr(files, "_PAUSE", 0)
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(PermissionError) as fault, files.whole_file(path) as file:
        file.write(b"moi")
    monkeypatch.undo()

    assert (len(asked) > 1) is (system == "nt")
    assert files.trouble(fault.value) == f"«{path}» (tệp đang mở trong chương trình khác)"
    assert [(item.name, item.read_bytes()) for item in tmp_path.iterdir()] == [("a.docx", b"cu")]


@pytest.mark.parametrize(
    ("code", "number", "why"),
    [
        (5, errno.EACCES, "không có quyền, hoặc tệp đang mở trong chương trình khác"),
        (32, errno.EACCES, "tệp đang mở trong chương trình khác"),
        (33, errno.EACCES, "tệp đang mở trong chương trình khác"),
        (2, errno.ENOENT, "không có tệp hoặc thư mục này"),
        (53, errno.ENOENT, "mất kết nối với ổ mạng"),
        (64, errno.EINVAL, "mất kết nối với ổ mạng"),
        (112, errno.ENOSPC, "hết chỗ trên đĩa"),
        (206, errno.ENOENT, "tên hoặc đường dẫn quá dài"),
    ],
)
def test_the_error_codes_of_windows_are_told_in_vietnamese(code: int, number: int, why: str) -> None:
    assert files.reason(_windows_error(code, number, "a.docx")) == why


def _windows_error(code: int, number: int, name: str, other: str | None = None) -> OSError:
    """As Windows raises it: the class by its errno, and a code of its own."""
    fault = OSError(number, "words of the system", name, None, other)
    fault.winerror = code
    return fault


@pytest.mark.parametrize(
    "name", ["CON", "con.docx", "Nul.a.b", "COM1", "lpt9.txt", "aux", "prn", "com²", "LPT¹.x"]
)
def test_a_name_that_windows_keeps_is_given_to_no_file(name: str) -> None:
    assert files.reserved(name)
    assert not files.reserved(safe_name(name))
    assert not files.reserved(desk.safe_name(name))


@pytest.mark.parametrize("name", ["console", "com10", "lpt", "nulo.docx", "quyết định con", "comẢ"])
def test_a_name_that_only_begins_like_a_kept_one_stays(name: str) -> None:
    assert not files.reserved(name)


@pytest.mark.parametrize(
    "name",
    [r"..\..\x", r"C:\Windows\x", r"\\may\o\x", "C:x", "a:b", "x.", "x ", "x?", 'x"y', "a\tb", "|", "con."],
)
def test_a_name_made_from_data_is_one_that_windows_takes_and_leads_nowhere(name: str) -> None:
    for made in (safe_name(name), desk.safe_name(name)):
        assert ntpath.basename(made) == made
        assert ntpath.splitdrive(made)[0] == ""
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[. ]$', made)
        assert not files.reserved(made)


def test_what_is_installed_fits_into_the_paths_of_windows() -> None:
    """Windows takes 259 letters; the longest user name has 20."""
    site = "C:\\Users\\" + 20 * "x" + "\\AppData\\Local\\Programs\\kcdocs.cu\\Lib\\site-packages\\"
    names = [re.sub(r"[._]", "-", line.partition("==")[0]) for line in _lock()]
    paths = [str(path) for name in names for path in importlib.metadata.files(name) or []]
    paths += [f"kcdocs/{path.relative_to(PACKAGE)}" for path in PACKAGE.rglob("*") if path.suffix != ".pyc"]
    for folder in ("templates", "decrees", "docs/examples"):
        paths += [f"kcdocs/_data/{path.relative_to(ROOT)}" for path in (ROOT / folder).rglob("*")]

    assert max(len(site + path) for path in paths) <= 259
    assert [path for path in paths if any(map(files.reserved, path.split("/")))] == []
    own = [path for path in paths if path.startswith("kcdocs/")]
    assert [path for path in own if re.search(r'[<>:"|?*\\]|[. ](/|$)', path)] == []
    assert len({path.casefold() for path in own}) == len(set(own))


def _lock() -> list[str]:
    return re.findall(r"^[a-z0-9-]+==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)


# Processes, locks, folders


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


def test_on_windows_a_trial_has_no_limits_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "resource", None)

    trial._limit(1, 1)


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
            raise _windows_error(1155, errno.EINVAL, place)

    monkeypatch.setattr(os, "startfile", startfile, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    output.open_in_program(tmp_path)
    output.open_in_program(tmp_path)

    assert opened == [str(tmp_path)] * 2
    assert capsys.readouterr().err == f"Không mở tự động được; xin mở tệp này: {tmp_path}\n"


# The screen


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


@pytest.mark.parametrize("page", ["cp1258", "cp437", "cp850", "cp1252", "cp936", "ascii"])
def test_a_console_of_any_code_page_shows_vietnamese_at_least_without_marks(
    monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    words = "Đã ghi: «Tờ trình số 12/TTr-BCT» – “khuyến công” … ưỡng ệ Ữ"
    monkeypatch.setattr(console, "_told", [True])
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    console.prepare()
    codecs.lookup_error("kcdocs")

    shown = words.encode(page, "kcdocs").decode(page)

    plain = "".join(char for char in unicodedata.normalize("NFD", shown) if not unicodedata.combining(char))
    assert re.sub(r"[^A-Za-z0-9]", "", plain.replace("đ", "d").replace("Đ", "D")) == (
        "DaghiTotrinhso12TTrBCTkhuyenconguongeU"
    )
    assert "?" not in shown


def test_a_console_of_utf_8_shows_every_mark() -> None:
    words = "Đã ghi: «ưỡng ệ Ữ»"

    assert words.encode("utf-8", "kcdocs").decode() == words
