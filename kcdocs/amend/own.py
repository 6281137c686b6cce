"""An amending instrument's own provisions: articles that make law of their own and amend nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kcdocs.law.kinds import GROUPING, unit_pattern
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.operation import Claim, Claimed
from kcdocs.model.span import Span
from kcdocs.parse.command.quotation import quotations

_UNIT = re.compile(rf"(?:{unit_pattern()})\s+\S")
_PLAIN = frozenset({Claim.UNCLAIMED, Claim.HEADING, Claim.FRAME, Claim.NOTE})


def with_own(
    instrument: Instrument, claims: Sequence[tuple[Node, Claim]], odd: Callable[[str], bool]
) -> tuple[Claimed, ...]:
    """The claims, those of articles that only make law of their own told apart from what nobody knows.

    Such an article commands nothing, and none of its words look like a command: no verb with an object, no
    quoted words beside a provision. One word that does leaves the whole article unknown.

    Args:
        instrument: The amending instrument.
        claims: Its provisions and what each was taken for.
        odd: Whether words that are no command look like one.
    """
    known = {node.key: said for node, said in claims}
    own = {
        node.key
        for article in _articles(instrument.nodes)
        if _is_own(article, known, odd)
        for node in article.walk()
    }
    return tuple(
        Claimed(
            node.address,
            Span(0, len(node.text)),
            Claim.OWN if said is Claim.UNCLAIMED and node.key in own else said,
        )
        for node, said in claims
    )


def own_articles(claims: Sequence[Claimed]) -> list[Address]:
    """The articles among the instrument's own provisions, in order."""
    found = (item.address for item in claims if item.claim is Claim.OWN)
    return list(dict.fromkeys(address for address in found if address.kind is Kind.ARTICLE))


def _articles(nodes: Sequence[Node]) -> list[Node]:
    below = [item for node in nodes if node.kind in GROUPING for item in _articles(node.children)]
    return [*(node for node in nodes if node.kind is Kind.ARTICLE), *below]


def _is_own(article: Node, known: dict[int, Claim], odd: Callable[[str], bool]) -> bool:
    nodes = list(article.walk())
    claimed = {known[node.key] for node in nodes if node.key in known}
    return claimed <= _PLAIN and not any(_like_a_command(node.text, odd) for node in nodes)


def _like_a_command(words: str, odd: Callable[[str], bool]) -> bool:
    return odd(words) or (bool(quotations(words)) and _UNIT.search(words) is not None)
