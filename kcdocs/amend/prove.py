"""Proving: is the consolidated text what the commands give, provision by provision?

Nothing here is shared with the rooms that read, compare or apply: the words are held against one another by
a plain rule of its own, so that a fault of theirs cannot hide itself.
"""

from __future__ import annotations

import re
import unicodedata

from kcdocs.amend.consequences import dangling
from kcdocs.law.commanding import REPEALED
from kcdocs.law.kinds import NUMBERED
from kcdocs.model.address import Kind
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Amendment, Claim, Consolidation, Verdict
from kcdocs.model.proof import Difference, Proof

_LEADER = re.compile(r"(?<!\s)\s*(?:\.{2,}|…)[\s.…]*")


def prove_amendment(
    amendment: Amendment, consolidation: Consolidation, consolidated: Instrument | None = None
) -> Proof:
    """Prove an amending instrument on the instrument it amends.

    Args:
        amendment: The instrument, read.
        consolidation: Its operations applied.
        consolidated: The official consolidated text to hold the result against.
    """
    made = _words(consolidation.amended)
    given = _words(consolidated) if consolidated else made
    return Proof(
        unclaimed=tuple(item for item in amendment.claims if item.claim is Claim.UNCLAIMED),
        refused=tuple(item for item in consolidation.log if item.verdict is Verdict.REFUSED),
        dangling=tuple(str(node.address) for node, _, _ in dangling(consolidation)),
        differences=tuple(
            Difference(address, made.get(address, ""), given.get(address, ""))
            for address in dict.fromkeys((*made, *given))
            if made.get(address, "") != given.get(address, "")
        ),
        compared=len(given) if consolidated else 0,
    )


def _words(instrument: Instrument) -> dict[str, str]:
    """Each provision's own words, composed and singly spaced, rows of dots alike.

    Repealed provisions are as if not there; so is what stands above the first chapter or article, where a
    consolidated text lists its instruments.
    """
    found: dict[str, str] = {}
    for node in instrument.provisions():
        words = " ".join(unicodedata.normalize("NFC", node.text).split())
        loose = node.kind is Kind.PARAGRAPH and len(node.address.steps) == 1
        if node.kind in NUMBERED and words != REPEALED and not loose:
            found[str(node.address)] = _LEADER.sub(" … ", words).strip()
    return found
