"""How papers name the draft that they are about, and whether two of them name the same one."""

from __future__ import annotations

import re

from kcdocs.dossier import limits
from kcdocs.law.issuers import BODIES
from kcdocs.law.vocabulary import LEGAL, alternation
from kcdocs.text.dates import ANY
from kcdocs.text.normalise import fold_tones

_TYPES = alternation(fold_tones(name).casefold() for name in LEGAL)
_NAMED = re.compile(rf"dự thảo ({_TYPES}) ", re.IGNORECASE)
_TYPE = re.compile(rf"(?:{_TYPES})(?!\w)")
_ENDS = re.compile(r"[;:()\"«»]|\.(?!\d)|,? \(|/\.")
_BODIES = alternation(fold_tones(name).casefold() for name in BODIES)
_BESIDE = re.compile(rf",? {ANY}|,? của (?:{_BODIES})(?!\w)")
_TYPING = str.maketrans("", "", ",")


def full_names(text: str) -> list[str]:
    """The drafts that a line names, each up to the end of its sentence or the next bracket.

    Args:
        text: The line, tones at one place.

    Returns:
        Each with its type ("Nghị định sửa đổi …").
    """
    return [
        f"{found[1]} {_ENDS.split(text[found.end() :], maxsplit=1)[0].strip()}"
        for found in _NAMED.finditer(text)
    ]


def same_draft(one: str, other: str) -> bool:
    """Whether two names name one draft: equal but for date and issuer, or one a shorter form of the other.

    A shorter form is the other's beginning, or its type and what it is about at the end.
    """
    shorter, longer = sorted((words_of(one), words_of(other)), key=len)
    if longer[: len(shorter)] == shorter:
        return len(shorter) >= min(limits.NAMED, len(longer))
    kind, subject = _parted(shorter)
    return (
        bool(kind and subject)
        and longer[: len(kind)] == kind
        and longer[-len(subject) :] == subject
        and not _of_a_number(shorter, longer)
    )


def shortens(short: str, name: str) -> bool:
    """Whether a name is another one with words left out.

    Args:
        short: What may be a shorter form.
        name: The whole name.
    """
    ours, theirs = words_of(short), words_of(name)
    rest = iter(theirs)
    in_order = len(ours) >= limits.NAMED and all(word in rest for word in ours)
    return in_order and not _of_a_number(ours, theirs)


def _parted(words: list[str]) -> tuple[list[str], list[str]]:
    """The words of a name that say its type, and the others."""
    typed = _TYPE.match(" ".join(words))
    kind = len(typed[0].split()) if typed else 0
    return words[:kind], words[kind:]


def _of_a_number(short: list[str], name: list[str]) -> bool:
    """Whether a shorter name is that of the text which the whole one amends: its number follows its type."""
    return _parted(short)[1][:1] == ["số"] != _parted(name)[1][:1]


def strays(said: str, name: str) -> bool:
    """Whether running text begins to write a draft's name and then gives another number.

    Args:
        said: What follows "dự thảo" in the text, as `full_names` gives it.
        name: The draft's name.
    """
    ours, theirs = words_of(said), words_of(name)
    at = next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
    if at is None or at < limits.BEGUN:
        return False
    return any(letter.isdigit() for letter in ours[at]) and any(letter.isdigit() for letter in theirs[at])


def words_of(name: str) -> list[str]:
    """A name as words to compare: small letters, no commas, without date and issuer.

    Args:
        name: The name, with its type.
    """
    plain = _BESIDE.sub("", fold_tones(" ".join(name.split())).casefold())
    return plain.translate(_TYPING).strip(" .").split()
