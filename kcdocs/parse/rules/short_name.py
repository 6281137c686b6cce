"""Short names that a text gives to instruments: "… (sau đây gọi là Nghị định 35)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kcdocs.law.numbers import type_of_symbol
from kcdocs.law.vocabulary import alternation
from kcdocs.law.vocabulary import names as type_names
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Reference
from kcdocs.text.late import late

_GIVEN = late(
    r"\(\s*(?:(?:sau|dưới) đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là:?\s+"
    r"[“\"]?([^()“”\"]{2,80})[”\"]?\)"
)
_TYPE = late(rf"({alternation(type_names())})(?!\w)")
_ENDS = (";", ". ")


def short_names(text: str, references: Sequence[Reference]) -> list[tuple[str, Citation]]:
    """The short names that a text gives to instruments it names.

    Args:
        text: The text.
        references: What it points at.

    Returns:
        Each with the instrument of its type named before it in the sentence. One that could be of two of
        them, or of none, is left out.
    """
    found = []
    for given in _GIVEN.finditer(text):
        words = " ".join(given.group(1).split())
        before = [item for item in references if item.citation and item.span.end <= given.start()]
        sentence = [
            item.citation
            for item in before
            if item.citation and not any(end in text[item.span.end : given.start()] for end in _ENDS)
        ]
        meant = {citation for citation in sentence if _may_be_called(citation, words)}
        if len(meant) == 1:
            found.append((words, meant.pop()))
    return found


def type_of(words: str) -> str:
    """The type of instrument that a short name begins with ("NĐ 35": "Nghị định"), empty if with none."""
    found = _TYPE.match(words)
    return found.group(1) if found else type_of_symbol(words.split(" ", 1)[0])


def _may_be_called(citation: Citation, words: str) -> bool:
    number = re.search(r"\d+", words)
    fits = number is None or citation.number.startswith(f"{number.group()}/")
    return fits and citation.type == type_of(words) and bool(citation.number or citation.issued)
