"""Citations: instruments found in a text, or read from what a user types."""

from __future__ import annotations

from kcdocs.law import numbers
from kcdocs.model.catalogue import Catalogue
from kcdocs.model.citation import Citation
from kcdocs.parse.errors import NoCitationError
from kcdocs.parse.names import names_of
from kcdocs.parse.rules import citation as rule
from kcdocs.parse.rules.citation import Cited
from kcdocs.parse.rules.reference import chains
from kcdocs.text.normalise import nfc


def find_citations(text: str, *, catalogue: Catalogue | None = None) -> tuple[Cited, ...]:
    """The instruments named in a text, in order, "Nghị định này" included.

    Args:
        text: The text, composed (NFC).
        catalogue: Instruments known by name.

    Returns:
        Each with the stretch of its name; provisions named before it do not count.
    """
    named = (chain.cited for chain in chains(text, names_of(catalogue)))
    return tuple([cited for cited in named if cited is not None])


def citation(text: str, *, catalogue: Catalogue | None = None) -> Citation:
    """The one instrument that a user's words name.

    Args:
        text: "45/2012/NĐ-CP", "Nghị định số 45/2012/NĐ-CP", "Luật Doanh nghiệp năm 2020".
        catalogue: Instruments known by number or name: what it knows of the instrument is given.

    Raises:
        NoCitationError: If the words name no instrument, or anything besides.
    """
    words = " ".join(nfc(text).split())
    number = numbers.number_in(words)
    if number and number == numbers.plain_number(words):
        return _known(Citation(numbers.type_of(number), number), catalogue)
    cited = rule.read(words, 0, names_of(catalogue))
    if cited is None or cited.end != len(words) or cited.citation is None:
        raise NoCitationError(text)
    return _known(cited.citation, catalogue)


def _known(citation: Citation, catalogue: Catalogue | None) -> Citation:
    entry = catalogue.find(citation.number, citation) if catalogue is not None and citation.number else None
    return entry.citation if entry is not None else citation
