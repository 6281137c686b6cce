"""Long work beside the page: one process each, which leaves word of how far it is in a file.

The page reads that file, so a reload, another tab and the next start see the same. A job ends by itself, or
when its standard input ends: the page closes it to stop a job, and it closes where the page is gone, however
that went.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import deque
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import Any

from kcdocs.files import patiently, write_whole
from kcdocs.web import limits

_ASKED, _STATE = "hoi.json", "viec.json"


class JobStage(StrEnum):
    """How far a job is; CUT_OFF is one whose process is gone without a word."""

    WAITING = "cho"
    WORKING = "dang"
    STOPPED = "dung"
    FAILED = "hong"
    CUT_OFF = "tat"
    DONE = "xong"


OVER = frozenset({JobStage.STOPPED, JobStage.FAILED, JobStage.CUT_OFF, JobStage.DONE})


@dataclass(frozen=True, slots=True)
class JobState:
    """What is known of a job.

    Attributes:
        stage: How far it is.
        step: What it is doing ("lap").
        done: How many of that are done.
        of: Of how many; 0 where that is not known.
        began: When that step began, in seconds since 1970.
        seen: When this was written.
        fault: Why it stopped or failed, as pages tell it; empty if it did not.
        result: What it found or made.
    """

    stage: JobStage = JobStage.WAITING
    step: str = ""
    done: int = 0
    of: int = 0
    began: float = field(default_factory=time.time)
    seen: float = field(default_factory=time.time)
    fault: dict[str, Any] = field(default_factory=dict)
    result: dict[str, Any] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.stage in OVER

    @property
    def left(self) -> float | None:
        """Seconds that it will still take, as far as one can tell yet."""
        taken = self.seen - self.began
        if not self.of or self.done < limits.FIRST_DONE or taken < limits.FIRST_SECONDS:
            return None
        return (self.of - self.done) * taken / self.done

    @property
    def rate(self) -> float:
        """How many are done in a second."""
        taken = self.seen - self.began
        return self.done / taken if taken >= limits.FIRST_SECONDS else 0.0


class Jobs:
    """Starts jobs, a few at once, and says how far each is."""

    def __init__(self) -> None:
        self._running: dict[Path, subprocess.Popen[bytes]] = {}
        self._waiting: deque[Path] = deque()
        self._lock = Lock()

    def start(self, home: Path, kind: str, asked: dict[str, Any]) -> None:
        """Start a job, or let it wait until others are done.

        Args:
            home: Its folder.
            kind: What it does, as `kcdocs.web.work` knows it.
            asked: What it is given.
        """
        with self._lock:
            if home in self._waiting or (self._alive(home) and not self._ended(home)):
                return
            write_whole(home / _ASKED, json.dumps({"kind": kind, "asked": asked}).encode())
            leave_word(home, JobState())
            self._waiting.append(home)
            self._go_on()

    def stop(self, home: Path) -> None:
        """Let a job stop where it can be gone on with."""
        with self._lock:
            if home in self._waiting:
                self._waiting.remove(home)
                leave_word(home, JobState(JobStage.STOPPED))
            elif (process := self._running.get(home)) and process.stdin:
                process.stdin.close()

    @property
    def busy(self) -> bool:
        """Whether any is at work, or waits to be."""
        with self._lock:
            self._go_on()
            return bool(self._running)

    def state(self, home: Path) -> JobState | None:
        """How far a job is; None if it was never begun."""
        with self._lock:
            self._go_on()
            found = last_word(home)
            if found is None or found.over or home in self._waiting or self._alive(home):
                return found
            found = last_word(home) or found  # it may have ended in between
            return found if found.over else JobState(**{**asdict(found), "stage": JobStage.CUT_OFF})

    def forget(self, home: Path) -> None:
        """Take away the last word of a job that is over, so that it may begin anew."""
        (home / _STATE).unlink(missing_ok=True)

    def _alive(self, home: Path) -> bool:
        process = self._running.get(home)
        if process and process.poll() is None:
            return True
        if process and process.stdin:
            process.stdin.close()
        self._running.pop(home, None)
        return False

    def _ended(self, home: Path) -> bool:
        """Whether a job that has said its last word is gone now; it is given a moment to go."""
        found, process = last_word(home), self._running[home]
        if found is None or not found.over:
            return False
        with suppress(subprocess.TimeoutExpired):
            process.wait(limits.FAREWELL)
        return not self._alive(home)

    def _go_on(self) -> None:
        """Start those that wait, as many as there is room for."""
        for home in list(self._running):
            self._alive(home)
        while self._waiting and len(self._running) < limits.JOBS:
            home = self._waiting.popleft()
            leave_word(home, JobState(JobStage.WORKING))
            self._running[home] = _process(home)


def _process(home: Path) -> subprocess.Popen[bytes]:
    """A process that no signal to the page's window reaches; it ends with its standard input."""
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", "kcdocs.web.work", str(home)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, **apart)


def leave_word(home: Path, state: JobState) -> None:
    """Say how far a job is."""
    write_whole(home / _STATE, json.dumps(asdict(state), ensure_ascii=False).encode())


def last_word(home: Path) -> JobState | None:
    """How far a job said that it is; None if it never did."""
    try:
        facts = json.loads(patiently((home / _STATE).read_bytes))
        return JobState(**{**facts, "stage": JobStage(facts["stage"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def asked_of(home: Path) -> tuple[str, dict[str, Any]]:
    """The kind of a job, and what it is given."""
    found = json.loads((home / _ASKED).read_bytes())
    return found["kind"], found["asked"]
