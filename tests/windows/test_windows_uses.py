"""What Windows has not, or does otherwise, is used in known places only."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
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
    ("absent", "sources/pdf/trial.py"): "resource; on Windows a trial is limited by its work alone",
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
    "sources/pdf/trial.py": ["test_on_windows_a_trial_has_no_limit_of_memory"],
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
    beside = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    own = set(re.findall(r"^def (test_\w+)", beside, re.MULTILINE))
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
