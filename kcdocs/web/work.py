"""The process of one job: does what its folder says, tells how far it is, stops when its input ends.

`python -m kcdocs.web.work FOLDER`; the page starts it and no one else.
"""

from __future__ import annotations

import _thread
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

from kcdocs.errors import ExitCode, KcdocsError, UnforeseenError
from kcdocs.files import write_whole
from kcdocs.web import batch_work, compare_work, limits, opinion_work, store_work
from kcdocs.web.answers import fault_words
from kcdocs.web.jobs import JobStage, JobState, asked_of, leave_word

Work = Callable[[dict[str, Any], Callable[[str, int, int], None]], dict[str, Any]]

KINDS: dict[str, Work] = {
    "kiem-tra": batch_work.check,
    "lap": batch_work.make,
    "xac-minh": batch_work.prove,
    "so-sanh": compare_work.show,
    "tai": compare_work.download,
    "y-kien": opinion_work.gather,
    "gop": opinion_work.merge,
    "them-kho": store_work.add,
    "chi-muc": store_work.read,
}
"""Kind of a job → what does it: it is given what was asked and whom to tell of each step, and returns what is
told of its end."""


class Teller:
    """Leaves word of a job's progress, not more often than anyone looks.

    Args:
        home: The folder of the job.
    """

    def __init__(self, home: Path) -> None:
        self._home = home
        self._step, self._began, self._told = "", time.time(), 0.0

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tell that a step has come so far; a total of 0 is not known."""
        now = time.time()
        if step != self._step:
            self._step, self._began, self._told = step, now, 0.0
        if now - self._told >= limits.WORD_SECONDS or done == total:
            self._told = now
            leave_word(self._home, JobState(JobStage.WORKING, step, done, total, self._began, now))


def main(home: Path) -> None:
    """Do the job of a folder."""
    os.umask(0o077)  # as the page does: what is written is its user's alone
    Thread(target=_end_with_input, daemon=True).start()
    try:
        kind, asked = asked_of(home)
        end = JobState(JobStage.DONE, result=KINDS[kind](asked, Teller(home)))
    except KeyboardInterrupt:
        end = JobState(JobStage.STOPPED)
    except KcdocsError as fault:
        stage = JobStage.STOPPED if fault.exit_code is ExitCode.INTERRUPTED else JobStage.FAILED
        end = JobState(stage, fault=fault_words(fault))
    except Exception as fault:  # noqa: BLE001 - the page tells it; the frames alone say nothing of a text
        write_whole(home / "su-co.txt", "".join(traceback.format_tb(fault.__traceback__)).encode())
        end = JobState(JobStage.FAILED, fault=fault_words(UnforeseenError(type(fault).__name__)))
    leave_word(home, end)


def _end_with_input() -> None:
    """Stop as by Ctrl-C where the page closes the input, or is gone."""
    while os.read(
        sys.stdin.fileno(), 1
    ):  # not by its buffer, whose lock would hold up the end of the process
        pass
    _thread.interrupt_main()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
