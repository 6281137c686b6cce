"""Every code that a user may see: declared once, and known here.

A code is one kind of thing that goes wrong or is worth telling. Findings are declared by a `Declared`, errors
by a class (`kcdocs.errors`); both enter their code here when their room is imported, and none twice.
`docs/reference/codes.md` is written from this registry by `make codes`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.model.finding import Finding, Place, Severity


class KnownCode(NamedTuple):
    """What the registry knows of one code.

    Attributes:
        code: The code ("PA101").
        grade: The letter of the severity ("W", or "W, E" where it depends), or "exit 4" for an error.
        about: What it stands for, in English.
        words: What a user reads, in Vietnamese; a fact stands in braces.
        expected: What was expected.
        mend: What to do, as one or more sentences.
        source: The legal source, if a rule of law asks for it.
    """

    code: str
    grade: str
    about: str
    words: str
    expected: str = ""
    mend: str = ""
    source: str = ""


class DeclaredTwiceError(RuntimeError):
    """Two declarations of one code."""


_entries: dict[str, KnownCode] = {}


def enter(entry: KnownCode) -> None:
    """Put a code into the registry.

    Raises:
        DeclaredTwiceError: If it stands there already.
    """
    if entry.code in _entries:
        raise DeclaredTwiceError(entry.code)
    _entries[entry.code] = entry


def entries() -> Mapping[str, KnownCode]:
    """The codes of all rooms imported so far."""
    return MappingProxyType(_entries)


class Declared:
    """One kind of finding; `at` makes the finding itself.

    Args:
        code: See `KnownCode`, also for the other words.
        severity: How grave it is.
        about: What it stands for, in English.
        words: One Vietnamese sentence; what differs from finding to finding stands in braces (`{name}`).
        expected: What was expected; may hold facts.
        mend: What to do; may hold facts.
        source: The legal source, if a rule of law asks for it.
        worst: The gravest it can be, where that depends on the data.
    """

    # No dataclass: errors enter their codes here, and a help page is shown without loading that machinery.
    def __init__(
        self,
        code: str,
        severity: Severity,
        about: str,
        words: str,
        *,
        expected: str = "",
        mend: str = "",
        source: str = "",
        worst: Severity | None = None,
    ) -> None:
        self.code, self.severity, self.words = code, severity, words
        self.expected, self.mend, self.source = expected, mend, source
        grade = f"{severity}, {worst}" if worst else str(severity)
        enter(KnownCode(code, grade, about, words, expected, mend, source))

    def at(
        self,
        place: Place,
        found: str = "",
        *,
        severity: Severity | None = None,
        expected: str | None = None,
        mend: str | None = None,
        source: str | None = None,
        **facts: object,
    ) -> Finding:
        """The finding at a place.

        Args:
            place: Where it stands.
            found: What stands there, verbatim.
            severity: Another one than the first, where the data tell which it is.
            expected: In place of the declared words, where the data tell more.
            mend: The same, for what to do.
            source: The same, for the legal source, where a dated rule of the law tells it.
            facts: What stands for the names in braces.
        """
        from kcdocs.model.finding import Finding  # noqa: PLC0415 - see `__init__`

        return Finding(
            self.code,
            severity or self.severity,
            place,
            self.words.format_map(facts),
            found,
            self.expected.format_map(facts) if expected is None else expected,
            self.mend.format_map(facts) if mend is None else mend,
            self.source if source is None else source,
        )
