"""The base of every error a user may see, and the exit codes of the commands."""

from __future__ import annotations

import copyreg
from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.model.finding import Finding, Place


class ExitCode(IntEnum):
    """What a command tells the shell.

    `DIFFERENCES` also stands for "there are findings"; `UNFORESEEN` is a fault of kcdocs itself.
    """

    OK = 0
    DIFFERENCES = 1
    USAGE = 2
    FILE = 3
    DATA = 4
    TEMPLATE = 5
    ENVIRONMENT = 6
    UNFORESEEN = 70
    INTERRUPTED = 130


class KcdocsError(Exception):
    """Something the user can mend.

    A subclass is one thing that goes wrong: it fixes `code` (stable, printed) and `exit_code`, takes
    the facts as arguments and words them in Vietnamese.

    Args:
        message: One polite Vietnamese sentence that says what was found and what was expected.
        mend: One Vietnamese sentence that says what to do next.
        place: Where it is, if it has a place.
    """

    code: ClassVar[str] = "KC000"
    exit_code: ClassVar[ExitCode] = ExitCode.FILE

    def __init__(self, message: str, *, mend: str = "", place: Place | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend
        self.place = place

    def __reduce__(self) -> tuple[object, ...]:
        """Let it come back from another process: as it is, not made anew from its facts."""
        return copyreg.__newobj__, (type(self), *self.args), vars(self)  # type: ignore[attr-defined]


class FindingsError(KcdocsError):
    """Many faults of one input, told at once; a subclass fixes the code and the exit code."""

    def __init__(self, message: str, findings: Sequence[Finding], *, mend: str = "") -> None:
        super().__init__(message, mend=mend)
        self.findings = tuple(findings)
