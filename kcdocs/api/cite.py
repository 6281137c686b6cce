"""Name instruments the way a document of a given class and date names its legal bases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kcdocs.decrees import catalogue
from kcdocs.drafting.basis_words import CitedBases, cite_bases
from kcdocs.model.catalogue import DocumentClass


def cite(
    numbers: Sequence[str], *, day: date, document: DocumentClass, effective: date | None = None
) -> CitedBases:
    """Name the instruments a document rests on.

    Args:
        numbers: Their numbers ("45/2012/NĐ-CP") or what else names them ("NĐ 45"), in any order.
        day: The document's date.
        document: The document's class.
        effective: The document's own day of effect: a later base must be in force by then. None if not known.

    Raises:
        AmbiguousInstrumentError: If several known instruments fit one of them.
        CannotCiteError: If one is unknown, named twice or not in force on that day.
        BadCatalogueError: If a catalogue file says what cannot be.
    """
    known = catalogue.load_catalogue()
    return cite_bases(numbers, known, day=day, document=document, effective=effective)
