"""Breaks: a provision written in one paragraph here and in several there is the same provision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.model.address import Kind
from kcdocs.model.comparison import Match, Pass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kcdocs.diff.lexicon import Lexicon
    from kcdocs.diff.links import Link, Links
    from kcdocs.diff.tree import Unit


def join_breaks(old: Unit, new: Unit, links: Links, lexicon: Lexicon) -> None:
    """Link provisions that differ only in where their paragraphs break, each with its paragraphs.

    Args:
        old: Root of the one instrument.
        new: Root of the other.
        links: All links; those of provisions so broken are replaced.
        lexicon: The code points of this comparison.
    """
    lefts, rights = old.walk(), new.walk()
    for link in list(links):
        if link.match.by is Pass.FIXED:
            continue
        left, right = link.olds[0], link.news[0]
        if left.family is not Kind.PARAGRAPH or left.own == right.own:
            continue
        sides = _same_words(_paragraphs(lefts, left), _paragraphs(rights, right), lexicon)
        if sides and _apart(sides[0], links.by_old, link) and _apart(sides[1], links.by_new, link):
            links.join(*sides, Match(Pass.EXACT, 1.0))


def _paragraphs(units: Sequence[Unit], head: Unit) -> list[Unit]:
    """A unit and the unlabelled paragraphs that follow it at once."""
    end = head.index + 1
    while end < len(units) and units[end].node.kind is Kind.PARAGRAPH:
        end += 1
    return list(units[head.index : end])


def _same_words(
    olds: Sequence[Unit], news: Sequence[Unit], lexicon: Lexicon
) -> tuple[Sequence[Unit], Sequence[Unit]] | None:
    """The fewest first paragraphs of both sides that have the same words; None if there are none."""
    i = j = 1
    left, right = olds[0].words(lexicon).code, news[0].words(lexicon).code
    while left != right:
        if left.startswith(right) and j < len(news):
            right += news[j].words(lexicon).code
            j += 1
        elif right.startswith(left) and i < len(olds):
            left += olds[i].words(lexicon).code
            i += 1
        else:
            return None
    return (olds[:i], news[:j]) if i + j > 2 else None


def _apart(units: Sequence[Unit], links: Mapping[int, Link], link: Link) -> bool:
    """Whether the units are linked to nothing but one another."""
    return all(links.get(unit.index) in (None, link) for unit in units)
