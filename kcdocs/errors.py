"""The base of every error a user may see, and the exit codes of the commands."""

from __future__ import annotations

import copyreg
import inspect
from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar, dataclass_transform

from kcdocs import codes

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


@dataclass_transform(eq_default=False)
class KcdocsError(Exception):
    """Something the user can mend.

    A subclass declares one thing that goes wrong: `code` (stable, printed), `exit_code`, `words` (one polite
    Vietnamese sentence: what was found, what was expected) and `mend` (what to do). Its annotated names are
    the facts, given in their order or by name as to a dataclass; `words` and `mend` say them in braces, and a
    property is a fact too. The first line of its docstring says in English what it stands for.

    Attributes:
        message: The words with their facts.
        place: Where it is, if it has a place: a fact, or what `where` says.
    """

    code: ClassVar[str]
    exit_code: ClassVar[ExitCode] = ExitCode.FILE
    words: ClassVar[str] = ""
    mend: str = ""
    message: str = ""
    place: Place | None = None

    def __init_subclass__(cls) -> None:
        if "code" in vars(cls):
            about = (cls.__doc__ or "").partition("\n")[0]
            codes.enter(codes.KnownCode(cls.code, f"exit {cls.exit_code}", about, cls.words, mend=cls.mend))

    # No real dataclass: making one costs a start of the program a fifth of a millisecond for each class.
    def __init__(self, *given: object, **named: object) -> None:
        vars(self).update(self._bound(given, named))
        self.place = self.place or self.where()
        self.message = self.words.format_map(_Facts(self))
        self.mend = type(self).mend.format_map(_Facts(self))
        super().__init__(*given)

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[object, ...]:
        """Let it come back from another process: as it is, not made anew from its facts."""
        return copyreg.__newobj__, (type(self), *self.args), vars(self)  # type: ignore[attr-defined]

    def as_finding(self, place: Place | None = None, *, found: str = "", mend: str = "") -> Finding:
        """The same as a finding, to be told with others.

        Args:
            place: Where it is, if the one who asks knows better.
            found: What stands there, verbatim.
            mend: In place of the declared words, where more is known.
        """
        from kcdocs.model.finding import Finding, Place, Severity  # noqa: PLC0415 - help pages need none

        at = place or self.place or Place()
        return Finding(self.code, Severity.ERROR, at, self.message, found, mend=mend or self.mend)

    def where(self) -> Place | None:
        """Where it is, worked out from the facts."""
        return None

    @classmethod
    def _bound(cls, given: Sequence[object], named: dict[str, object]) -> dict[str, object]:
        names = _names(cls)
        facts = dict(zip(names, given, strict=False)) | named
        absent = [name for name in names if name not in facts and not hasattr(cls, name)]
        if absent or len(given) > len(names) or facts.keys() - names or len(facts) < len(given) + len(named):
            message = f"{cls.__name__} takes {', '.join(names)}; got {given} {named}"
            raise TypeError(message)
        return facts


class FindingsError(KcdocsError):
    """Many faults of one input, told at once.

    Args:
        every: All of them.
    """

    every: Sequence[Finding]

    most: ClassVar[int | None] = None
    """How many are told; None if all."""

    @property
    def findings(self) -> Sequence[Finding]:
        """The first findings, as many as are shown."""
        return self.every[: self.most]

    @property
    def told(self) -> Sequence[Finding]:
        """The findings as a person reads them: the same fault in many cells of a column once."""
        from kcdocs.model.folding import folded  # noqa: PLC0415 - help pages need none

        return folded(self.every)[: self.most]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.every)

    @property
    def errors(self) -> int:
        """How many of them are errors."""
        from kcdocs.model.finding import Severity  # noqa: PLC0415 - help pages need none

        return sum(finding.severity is Severity.ERROR for finding in self.every)


class FileTroubleError(KcdocsError):
    """The disk or the network gave way where no room foresaw it."""

    what: str

    code = "KC900"
    words = "Không đọc hoặc ghi được {what}."
    mend = "Kiểm tra đường dẫn, quyền ghi, dung lượng đĩa; đóng tệp nếu đang mở trong Word, Excel."


class WrongUseError(KcdocsError):
    """Words of a command line that the command does not take."""

    what: str

    code = "KC902"
    exit_code = ExitCode.USAGE
    words = "{what}"


class UnforeseenError(KcdocsError):
    """A fault of kcdocs itself."""

    kind: str

    code = "KC901"
    exit_code = ExitCode.UNFORESEEN
    words = "kcdocs gặp sự cố ngoài dự kiến ({kind}) và đã dừng; đây là lỗi của kcdocs."


class _Facts(dict[str, object]):
    """What an error knows, by name, as its words say it."""

    def __init__(self, error: KcdocsError) -> None:
        self._error = error

    def __missing__(self, name: str) -> object:
        fact = getattr(self._error, name)
        return _Listed(fact) if isinstance(fact, list | tuple) else fact


class _Listed(tuple[object, ...]):
    """Several things, said with commas."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return ", ".join(format(item, spec) for item in self)


def _names(cls: type[KcdocsError]) -> list[str]:
    found: dict[str, None] = {}
    for base in reversed(cls.__mro__[: cls.__mro__.index(KcdocsError)]):
        notes = inspect.get_annotations(base)
        found |= {name: None for name, note in notes.items() if not str(note).startswith("ClassVar")}
    return list(found)
