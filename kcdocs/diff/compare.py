"""The comparison: two instruments in, every change with its class out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.diff.align import align
from kcdocs.diff.atlas import Atlas
from kcdocs.diff.lexicon import Lexicon
from kcdocs.diff.order import moved_links, told
from kcdocs.diff.rows import added, paired, removed
from kcdocs.diff.tree import grow
from kcdocs.model.comparison import Comparison

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.diff.links import Links
    from kcdocs.diff.order import Sides
    from kcdocs.diff.tree import Unit
    from kcdocs.model.comparison import Fix, Row
    from kcdocs.model.instrument import Instrument


def compare(
    old: Instrument, new: Instrument, *, fixes: Sequence[Fix] = (), affected: Sequence[Instrument] = ()
) -> Comparison:
    """Compare two instruments, provision by provision and word by word.

    Args:
        old: The instrument compared from.
        new: The instrument compared to.
        fixes: A reviewer's decisions about what became of which provision.
        affected: Further instruments whose references to the old one are followed.

    Returns:
        Every provision of either side in exactly one row; `compare(b, a)` has the same rows, turned round.
    """
    lexicon = Lexicon()
    roots = grow(old, new, lexicon)
    links = _aligned(*roots, lexicon)
    sides = told(*roots, links)
    atlas = Atlas(sides)
    rows = tuple(_row(side, links, atlas, lexicon) for side in sides)
    return Comparison(old, new, rows, moves=tuple(atlas.moves))


def _aligned(old: Unit, new: Unit, lexicon: Lexicon) -> Links:
    """Align in one direction whichever side is called old, so that both directions give the same pairs."""
    turned = _rank(old) > _rank(new)
    left, right = (new, old) if turned else (old, new)
    links = align(left, right, lexicon)
    links.moved = moved_links(links)
    return links.flipped() if turned else links


def _rank(root: Unit) -> tuple[int, list[str]]:
    return root.weight, [unit.node.text for unit in root.walk()]


def _row(side: Sides, links: Links, atlas: Atlas, lexicon: Lexicon) -> Row:
    olds, news = side
    if not olds:
        return added(news[0])
    if not news:
        return removed(olds[0])
    link = links.by_new[news[0].index]
    return paired(olds, news, link.match, id(link) in links.moved, atlas, lexicon)
