"""One command of kcdocs in a process of its own, with limits on its time and memory, and what is wrong with its end."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import pkgutil
import resource
import signal
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import kcdocs
from kcdocs.errors import ExitCode

SECONDS = 5.0  # of processor time that a command may work on a quiet machine
WAIT = 60.0  # seconds on the clock, for what waits without working
MEMORY = 500 * 2**20  # bytes in memory at most
BARE = 90 * 2**20  # bytes that a process holds which has all of kcdocs imported and no more
ROOM = 700 * 2**20  # bytes of addresses beyond those of the warm process; guards the machine, judges nothing
DOCUMENTED = frozenset(ExitCode) - {ExitCode.UNFORESEEN}
CODE_OF_SIGNAL = 128


@dataclass(frozen=True)
class Ended:
    """How a command ended.

    Attributes:
        code: Its exit code; minus the number of the signal that ended it.
        seconds: Processor time.
        memory: Most bytes in memory.
        out: What it printed, both streams, at most the first megabyte.
    """

    code: int
    seconds: float
    memory: int
    out: str

    def faults(self, patience: float) -> list[str]:
        """What no command may do, whatever it is given; `patience` is how many seconds it may work."""
        found = []
        if self.code not in DOCUMENTED:
            found.append(f"exit code {self.code}")
        if "Traceback (most recent call last)" in self.out:
            found.append("traceback")
        if self.seconds > patience:
            found.append(f"{self.seconds:.1f} s")
        if self.memory > MEMORY:
            found.append(f"{self.memory // 2**20} MB")
        return found


def warm_up() -> None:
    """Import all of kcdocs, so that each command needs only a fork."""
    for found in pkgutil.walk_packages(kcdocs.__path__, "kcdocs."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)


def rehearse(lines: Iterable[str], folder: Path, env: Mapping[str, str]) -> None:
    """Run commands on sound files in this process: what is made once is there in every fork."""
    from kcdocs.cli import root
    from kcdocs.cli.base import run as command

    before, where = dict(os.environ), Path.cwd()
    os.environ.update(env)
    os.chdir(folder)
    try:
        for line in lines:
            told = io.TextIOWrapper(io.BytesIO(), "utf-8")
            ends = contextlib.suppress(SystemExit)
            with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told), ends:
                command(root, line.split())
    finally:
        os.chdir(where)
        os.environ.clear()
        os.environ.update(before)


def run(words: Sequence[str], folder: Path, env: Mapping[str, str], *, wait: float = WAIT) -> Ended:
    """Run `kcdocs WORDS` in a folder, in a copy of this process.

    Args:
        words: What follows the program's name.
        folder: Where it runs.
        env: What is set in its environment besides this process's own.
        wait: Seconds on the clock after which it is killed.
    """
    printed = folder / ".printed"
    besides = max(0, _held() - BARE)  # what other tests left in this process, which the fork begins with
    child = os.fork()
    if child == 0:
        become(words, folder, env, printed)
    status, usage = _waited(child, time.monotonic() + wait)
    with printed.open("rb") as file:
        out = file.read(2**20).decode("utf-8", "replace")
    printed.unlink()
    code = os.waitstatus_to_exitcode(status)
    return Ended(code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 - besides, out)


def _held() -> int:
    """Bytes of this process in memory now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize()


def _waited(child: int, end: float) -> tuple[int, resource.struct_rusage]:
    pause = 0.002
    while True:
        done, status, usage = os.wait4(child, os.WNOHANG)
        if done:
            return status, usage
        if time.monotonic() > end:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            end = float("inf")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)


def become(words: Sequence[str], folder: Path, env: Mapping[str, str], printed: Path) -> None:
    """Turn this process into the command; never returns."""
    code = CODE_OF_SIGNAL - 1
    try:
        sink = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - ends with the process
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - the same
        os.environ.update(env)
        os.chdir(folder)
        _limit()
        from kcdocs.cli import root
        from kcdocs.cli.base import run as command

        command(root, list(words))
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - told by its traceback, as the interpreter would
        import traceback

        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _limit() -> None:
    own = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (own + ROOM, own + ROOM))
    seconds = int(4 * SECONDS)  # killed then, on any machine
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
