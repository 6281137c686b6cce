"""What a text is to the one it is compared with: a whole text, or one that amends it; decided by articles.

A title that begins with an amending verb says so. Elsewhere each article is looked at: one stray quotation
mark or one command makes no amending instrument, and a share of all articles would miss the usual amending
law, which has three articles of which one amends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kcdocs.amend.errors import UndecidedDraftError
from kcdocs.amend.read import read
from kcdocs.amend.target import is_on_other
from kcdocs.codes import Declared
from kcdocs.law.commanding import LAST_ARTICLES, begins_with_verb, may_amend
from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.operation import Amendment, Claim

_COMMANDS = frozenset({Claim.COMMAND, Claim.OPENING, Claim.ITEM})
_CLOSES = frozenset({Claim.EFFECT, Claim.TRANSITION, Claim.RESPONSIBILITY})

_TAKEN_AS_WHOLE = Declared(
    "AM130",
    Severity.NOTE,
    "A text that commands in places is compared as a whole text.",
    "Văn bản mới được so sánh như toàn văn; lệnh sửa đổi ở {spots} được so sánh như lời văn, không áp vào "
    "văn bản cũ.",
    mend="Nếu đây là văn bản sửa đổi, bổ sung, chạy lại với --draft amending.",
)


def is_amending(text: Instrument) -> bool:
    """Whether a text amends others throughout: its title says so, or all but its closing articles command."""
    if begins_with_verb(text.citation.title):
        return True
    if not may_amend(text):
        return False
    amendment = read(text)
    return bool(amendment.operations) and all(_commanding(amendment))


def is_applied(draft: Instrument, base: Citation, old: Instrument) -> bool:
    """Whether a draft is to be applied to the old text, rather than compared with it as a whole text.

    Args:
        draft: The text.
        base: What the old text is, as far as that is known.
        old: The old text.

    Raises:
        UndecidedDraftError: If some of it commands and some does not, and it does not answer the old text.
    """
    if is_amending(draft):
        return True
    if not may_amend(draft):
        return False
    spots = _commanding_places(draft, base)
    if spots and not _answers(draft, old):
        raise UndecidedDraftError(draft.name, [spot.spoken() for spot in spots])
    return False


def taken_as_whole(draft: Instrument, base: Citation) -> Iterator[Finding]:
    """A note on the commands of a text that is compared as a whole one.

    Args:
        draft: The text.
        base: What the old text is, as far as that is known.
    """
    spots = _commanding_places(draft, base) if may_amend(draft) else []
    if spots:
        yield _TAKEN_AS_WHOLE.at(Place(file=draft.name), spots=", ".join(spot.spoken() for spot in spots))


def _articles(text: Instrument) -> list[Node]:
    return [node for node in text.provisions() if node.kind is Kind.ARTICLE]


def _commanding(amendment: Amendment) -> Iterator[bool]:
    """Of each article that does not close the text, whether it commands: itself, or most of what is in it."""
    claims = {item.address: item.claim for item in amendment.claims}
    for article in _articles(amendment.instrument):
        if _closes(article, claims.get(article.address)):
            continue
        parts = [node for node in article.children if node.kind in (Kind.CLAUSE, Kind.PARAGRAPH)]
        said = [claims.get(node.address) in _COMMANDS for node in parts]
        yield claims.get(article.address) in _COMMANDS or 2 * sum(said) > len(said)


def _closes(article: Node, claim: Claim | None) -> bool:
    return claim in _CLOSES or article.text.lower().startswith(tuple(name.lower() for name in LAST_ARTICLES))


def _commanding_places(draft: Instrument, base: Citation) -> list[Address]:
    """Where it commands, closing articles and what is surely on other instruments left out, once each."""
    amendment = read(draft)
    claims = {item.address: item.claim for item in amendment.claims}
    closing = {node.address for node in _articles(draft) if _closes(node, claims.get(node.address))}
    places = (item.origin.address for item in amendment.operations if not is_on_other(item, base))
    return list(dict.fromkeys(place for place in places if closing.isdisjoint(_outwards(place))))


def _outwards(address: Address) -> Iterator[Address]:
    while address.steps:
        yield address
        address = address.parent


def _answers(draft: Instrument, old: Instrument) -> bool:
    """Whether most of its articles have the label and the heading of one of the old text."""
    known = set(_heads(_articles(old)))
    mine = list(_heads(_articles(draft)))
    return 2 * sum(head in known for head in mine) > len(mine)


def _heads(articles: Iterable[Node]) -> Iterator[tuple[str, str]]:
    return ((article.label, " ".join(article.text.lower().split())) for article in articles)
