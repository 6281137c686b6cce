"""The papers of offices: which types there are, and what stands on each.

Source: Decree 30/2020/NĐ-CP in force from 5 March 2020, Article 7 (types) and Annex III (forms of papers).
"""

from __future__ import annotations

from dataclasses import dataclass

from kcdocs.law.vocabulary import TYPES, DocumentType, TypeClass

_LETTER = "Công văn"
_ENACTED = frozenset({"Quyết định", "Nghị quyết"})
_ALSO = _ENACTED | {"Chỉ thị"}
"""Legal instruments whose name papers of offices bear too."""

_ADDRESSED = frozenset({_LETTER, "Tờ trình", "Giấy mời", "Công điện"})
_SIGNED_BY_TWO = frozenset({"Biên bản"})
_WITHOUT_ABSTRACT = frozenset({"Giấy giới thiệu", "Giấy nghỉ phép"})
"""Forms 1.8 and 1.10 of Annex III: the text begins under the type."""


@dataclass(frozen=True, slots=True)
class OfficePaper:
    """A type of paper and what stands on it.

    Attributes:
        type: The type.
        letter: Whether it has no title: its abstract stands under the number, the address at the foot.
        addressed: Whether it names above its text to whom it goes.
        enacted: Whether it has legal bases, enacting words and articles.
        signed_by_two: Whether two sign it side by side.
        abstract: Whether an abstract stands under its type.
    """

    type: DocumentType
    letter: bool
    addressed: bool
    enacted: bool
    signed_by_two: bool
    abstract: bool


def _paper(item: DocumentType) -> OfficePaper:
    name = item.name
    return OfficePaper(
        type=item,
        letter=name == _LETTER,
        addressed=name in _ADDRESSED,
        enacted=name in _ENACTED,
        signed_by_two=name in _SIGNED_BY_TWO,
        abstract=name != _LETTER and name not in _WITHOUT_ABSTRACT,
    )


PAPERS = {
    item.name: _paper(item)
    for item in TYPES
    if item.of in {TypeClass.ADMINISTRATIVE, TypeClass.ATTACHED} or item.name in _ALSO
}
"""Name of a type → the paper."""

LETTER = next(item.type.name for item in PAPERS.values() if item.letter)
"""What an official letter is called; its number does not say so."""
