"""The comparison: two instruments in, every change with its class out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from kcdocs.collector import without_collector
from kcdocs.diff.align import align
from kcdocs.diff.atlas import Atlas
from kcdocs.diff.cells import cell_findings
from kcdocs.diff.findings import impact_findings, range_findings, unnumbered
from kcdocs.diff.fixes import decided
from kcdocs.diff.footnotes import note_findings
from kcdocs.diff.headers import header_findings
from kcdocs.diff.impact import OuterImpacts, impacts, outer_references, touched, widened
from kcdocs.diff.islands import join_islands
from kcdocs.diff.known import known_phrases
from kcdocs.diff.lexicon import Lexicon
from kcdocs.diff.order import moved_links, row_sides
from kcdocs.diff.phrases import candidates, find_phrases, marked, told_phrases
from kcdocs.diff.pictures import picture_findings
from kcdocs.diff.quantities import changed_quantities
from kcdocs.diff.regimes import regime_findings
from kcdocs.diff.rows import added, paired, removed
from kcdocs.diff.sentences import moved_sentences
from kcdocs.diff.table_rows import moved_row_findings
from kcdocs.diff.tree import grow
from kcdocs.model.comparison import ChangeClass, Comparison

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcdocs.diff.align import Fixed
    from kcdocs.diff.known import WordPair
    from kcdocs.diff.links import Links
    from kcdocs.diff.order import Sides
    from kcdocs.diff.prepared import KnownPhrase
    from kcdocs.diff.tree import Unit
    from kcdocs.model.comparison import EndedInstrument, Fix, OuterReference, PhraseChange, Row
    from kcdocs.model.instrument import Instrument


def compare(
    old: Instrument,
    new: Instrument,
    *,
    fixes: Sequence[Fix] = (),
    affected: Sequence[Instrument] = (),
    referring: Iterable[OuterReference] = (),
    ended: Sequence[EndedInstrument] = (),
    replaced: Sequence[WordPair] = (),
) -> Comparison:
    """Compare two instruments, provision by provision and word by word.

    Args:
        old: The instrument compared from.
        new: The instrument compared to.
        fixes: A reviewer's decisions about what became of which provision.
        affected: Further instruments whose references to the old one are followed.
        referring: References of still others that are followed.
        ended: The instruments that the new one says cease as a whole.
        replaced: Words that commands replace, and what they replace them by, where the new instrument is what
            commands made of the old one: they are told as one replacement each, and shown whole.

    Returns:
        Every provision of either side in exactly one row; `compare(b, a)` has the same rows, turned round.
    """
    with without_collector():
        found, atlas = _compare(old, new, fixes, dict.fromkeys(replaced))
        beside = [*chain.from_iterable(map(outer_references, affected)), *referring]
        return _with_outside(found, atlas, beside, ended) if affected or beside else found


def _with_outside(
    found: Comparison, atlas: Atlas, beside: Iterable[OuterReference], ended: Sequence[EndedInstrument]
) -> Comparison:
    """The comparison with what becomes of references in other instruments."""
    number = found.old.citation.number
    outside = tuple(OuterImpacts(number, atlas, touched(found.rows), ended).of(beside))
    lost = () if number else (unnumbered(found.old.name),)
    return replace(
        found,
        impacts=(*found.impacts, *outside),
        findings=(*found.findings, *lost, *impact_findings(outside)),
    )


def _compare(
    old: Instrument,
    new: Instrument,
    fixes: Sequence[Fix],
    replaced: Iterable[WordPair],
) -> tuple[Comparison, Atlas]:
    lexicon = Lexicon()
    roots = grow(old, new, lexicon)
    fixed, outdated = decided(fixes, *roots, (old.name, new.name))
    links = _aligned(*roots, lexicon, fixed)
    sides = row_sides(*roots, links)
    atlas = Atlas(sides)
    rows, phrases = _with_phrases(sides, links, atlas, lexicon, replaced)
    told_rows = tuple(join_islands(row) for row in rows)
    own = tuple(impacts(told_rows, atlas, new.name))
    found = Comparison(
        old,
        new,
        told_rows,
        moves=tuple(atlas.moves),
        phrases=tuple(phrases),
        quantities=tuple(changed_quantities(told_rows)),
        impacts=own,
        findings=(
            *note_findings(old, new),
            *header_findings(old, new),
            *picture_findings(old, new),
            *outdated,
            *regime_findings(told_rows, new.name),
            *impact_findings(own),
            *range_findings(widened(told_rows, atlas), new.name),
            *cell_findings(told_rows, new.name),
            *moved_row_findings(told_rows, new.name),
            *moved_sentences(told_rows, new.name),
        ),
    )
    return found, atlas


def _aligned(old: Unit, new: Unit, lexicon: Lexicon, fixed: Iterable[Fixed]) -> Links:
    """Align in one direction whichever side is called old, so that both directions give the same pairs."""
    turned = old.weight > new.weight or (old.weight == new.weight and _rank(old) > _rank(new))
    left, right = (new, old) if turned else (old, new)
    decisions = [(b, a) if turned else (a, b) for a, b in fixed]
    links = align(left, right, lexicon, decisions)
    links.moved = moved_links(links)
    return links.flipped() if turned else links


def _rank(root: Unit) -> list[tuple[str, str, str, int]]:
    nodes = (unit.node for unit in root.walk())
    return [(node.text, node.kind, node.label, len(node.children)) for node in nodes]


def _with_phrases(
    sides: Sequence[Sides], links: Links, atlas: Atlas, lexicon: Lexicon, replaced: Iterable[WordPair]
) -> tuple[list[Row], list[PhraseChange]]:
    """The rows with replacements of phrases aligned as such: those of commands, and those of many places."""
    words = list(replaced)
    known = known_phrases(words, lexicon, commanded=True)
    rows = [_row(side, links, atlas, lexicon, known) for side in sides]
    places = [candidates(row) for row in rows]
    found = find_phrases(chain.from_iterable(places))
    numbers = {key: number for number, (key, _) in enumerate(found, len(words))}
    rows = [marked(row, numbers, here) for row, here in zip(rows, places, strict=True)]
    known += known_phrases([pair for _, pair in found], lexicon, first=len(words))
    for place, row in enumerate(rows if found else ()):
        changed = row.match is not None and ChangeClass.SUBSTANCE in row.changes
        if changed and _may_hide(known, sides[place], row, lexicon):
            anew = _row(sides[place], links, atlas, lexicon, known)
            rows[place] = marked(anew, numbers, candidates(anew))
    return told_phrases(rows, [*words, *(pair for _, pair in found)])


def _may_hide(known: Iterable[KnownPhrase], side: Sides, row: Row, lexicon: Lexicon) -> bool:
    """Whether a row replaces a phrase more often than it is told to."""
    old, new = ("".join(unit.words(lexicon).code for unit in units) for units in side)
    told = Counter(edit.phrase for edit in row.edits)
    return any(
        phrase.replaced(old, new) > told[phrase.number]
        for phrase in known
        if phrase.old in old and phrase.new in new  # for speed only
    )


def _row(side: Sides, links: Links, atlas: Atlas, lexicon: Lexicon, known: Sequence[KnownPhrase]) -> Row:
    olds, news = side
    if not olds:
        return added(news[0])
    if not news:
        return removed(olds[0])
    link = links.by_new[news[0].index]
    return paired(olds, news, link.match, link in links.moved, atlas, lexicon, known)
