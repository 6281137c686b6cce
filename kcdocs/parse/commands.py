"""Amending commands, as far as reading needs them: which provisions quoted new text belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kcdocs.law.commanding import verb_end
from kcdocs.law.kinds import LEVEL, unit_pattern
from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.parse.draft import UnfinishedNode
from kcdocs.parse.names import Names
from kcdocs.parse.references import commanded
from kcdocs.parse.rules import citation as rule
from kcdocs.parse.rules.opening import Opening
from kcdocs.parse.rules.reference import chains
from kcdocs.text.seen import seen

_LISTED = re.compile(r"\bsau(?: đây)? (?:của|tại|trong)\s+(?=[A-ZĐ])")
_UNIT = unit_pattern(*(kind for kind in LEVEL if kind is not Kind.PART))
_ABOUT = re.compile(rf"(?:một số|toàn bộ|các|{_UNIT}|[Cc]ụm từ|từ “|tên|bởi|bằng)\b")


def is_command(text: str) -> bool:
    """Whether a provision's text begins as an amending command does."""
    end = verb_end(text)
    return end is not None and _ABOUT.search(text, end) is not None


def amended_instrument(text: str, names: Names) -> Citation | None:
    """The first other instrument that a title, heading or command names.

    Args:
        text: The title, heading or command.
        names: Instruments known by name.
    """
    for chain in chains(seen(text).text, names):
        if chain.cited is not None and chain.cited.citation is not None and chain.cited.citation.type:
            return chain.cited.citation
    return None


def learn_names(text: str, names: Names) -> None:
    """Remember the laws that a sentence names in full.

    Args:
        text: The enacting sentence, which gives the number where the title gives the name alone.
        names: Learns them.
    """
    for chain in chains(seen(text).text, names):
        if chain.cited is not None:
            names.learn(chain.cited.citation)


def listed_instrument(text: str, names: Names) -> Citation | None:
    """The instrument whose provisions a list names ("các điều sau đây của Luật Tố cáo:"), None if none.

    Args:
        text: What introduces the list.
        names: Instruments known by name.
    """
    found = _LISTED.search(text)
    cited = rule.read(text, found.end(), names) if found else None
    return cited.citation if cited else None


def inherited(text: str, around: Address) -> Address:
    """What the labels below a command start from: the first provision it names.

    Args:
        text: The command.
        around: What the command around it amends.
    """
    return next((named for named in commanded(text, around) if named.steps), around)


class Commands:
    """Says what quoted new text amends; each command is read once, however many blocks it quotes."""

    def __init__(self) -> None:
        self._read: dict[
            tuple[tuple[UnfinishedNode, int], ...], tuple[Address, dict[tuple[Kind | None, str], Address]]
        ] = {}

    def target(self, drafts: Sequence[UnfinishedNode], found: Opening | None) -> Address:
        """What new text quoted under a command amends.

        Args:
            drafts: The provisions around the quotation, the outermost first; the last is the command.
            found: The label the quotation begins with, if it begins with one.

        Returns:
            The provision named in the command that bears this label, else the first one named; empty if
            none is.
        """
        key = tuple([(draft, len(draft.lines)) for draft in drafts])
        if key not in self._read:
            self._read[key] = _named(drafts)
        first, by_label = self._read[key]
        return by_label.get((found.kind, found.label), first) if found is not None else first


def _named(drafts: Sequence[UnfinishedNode]) -> tuple[Address, dict[tuple[Kind | None, str], Address]]:
    """The first provision that a command names, and those it names by kind and label."""
    around = Address()
    for draft in drafts[:-1]:
        text = draft.text()
        if is_command(text):
            around = inherited(text, around)
    named = [item for item in commanded(drafts[-1].text(), around) if item.steps] if drafts else []
    by_label = {(item.kind, item.label): item for item in reversed(named)}
    return (named[0] if named else around), by_label
