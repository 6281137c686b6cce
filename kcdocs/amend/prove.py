"""Proving: is every paragraph of an amending instrument accounted for, and every clause of what it made?

Nothing here is shared with what reads, compares or applies: paragraphs are read a second time by a simpler
rule (`reread`), and words are held against one another by a plain rule of its own, so that a fault of theirs
cannot hide itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kcdocs.amend.consequences import dangling
from kcdocs.amend.deeds import BASES
from kcdocs.amend.recount import rows
from kcdocs.amend.reread import Above, disagreements
from kcdocs.amend.sighting import Mention, commands
from kcdocs.law.commanding import REPEALED
from kcdocs.law.kinds import GROUPING, LABELLED, NUMBERED
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.operation import Act, Amendment, Applied, Claim, Claimed, Consolidation, Operation, Verdict
from kcdocs.model.proof import ChangedClause, Difference, DifferenceKind, Disagreement, Proof
from kcdocs.model.span import Span

_REPEALED = re.compile(r"[(\[]? ?(?:đã )?(?:(?:được|bị) ?)?bãi bỏ ?[)\]]?\.?", re.IGNORECASE)
_LEADER = re.compile(r"(?<!\s)\s*(?:\.{2,}|…)[\s.…]*")
_MARK = re.compile(r"\[\d{1,3}\]|(?<=[^\W\d_])\d{1,3}(?=[\s.,;:]|$)|(?<=[^\W\d_][.;:])\d{1,3}$")
"""A note's mark as it is left in a consolidated text: "[4]", or figures behind a word ("phí4") or its end."""

_COMMANDING = (Claim.COMMAND, Claim.ITEM)
_PLAIN = (Claim.EFFECT, Claim.TRANSITION, Claim.RESPONSIBILITY, Claim.NOTE)
"""Parts whose paragraphs command nothing; one that shows a command all the same is not accounted for."""


def prove_amendment(
    amendment: Amendment, consolidation: Consolidation, consolidated: Instrument | None = None
) -> Proof:
    """Prove an amending instrument on the instrument it amends.

    Args:
        amendment: All that was read from it, also what is for other instruments.
        consolidation: Its operations on the one instrument, applied.
        consolidated: The official consolidated text to hold the result against.
    """
    accounts = _Accounts(amendment, consolidation)
    made = _words(consolidation.amended)
    given = _words(consolidated) if consolidated else made
    changed, untouched = _clauses(consolidation)
    return Proof(
        unclaimed=tuple(accounts.unclaimed()),
        refused=tuple(item for item in consolidation.log if item.verdict is Verdict.REFUSED),
        dangling=tuple(str(node.address) for node, _, _ in dangling(consolidation)),
        differences=tuple(_differences(made, given)),
        compared=len(given) if consolidated else 0,
        paragraphs=tuple(Counter(item.claim for item in amendment.claims).items()),
        silent=tuple(accounts.silent()),
        disagreements=tuple(accounts.disagreements()),
        changed=changed,
        untouched=untouched,
    )


class _Accounts:
    """The paragraphs of an amending instrument and what was read from each."""

    def __init__(self, amendment: Amendment, consolidation: Consolidation) -> None:
        self._nodes = [node for node in amendment.instrument.provisions() if node.text.strip()]
        self._around = dict(_texts_above(amendment.instrument.nodes))
        self._behind = dict(_quoted_behind(amendment.instrument.nodes))
        self._texts = {node.address: node.text for node in self._nodes}
        self._title = amendment.instrument.citation.title
        self._claims = amendment.claims
        self._operations: dict[Address, list[Operation]] = defaultdict(list)
        for operation in amendment.operations:
            self._operations[operation.origin.address].append(operation)
        self._lost = set(_lost(amendment, consolidation))

    def unclaimed(self) -> Iterator[Claimed]:
        """Paragraphs that nothing is said of, or that nobody knows."""
        claimed = {item.address for item in self._claims}
        yield from (item for item in self._claims if item.claim is Claim.UNCLAIMED)
        for node in self._nodes:
            if node.address not in claimed and node.kind is not Kind.QUOTE:
                yield Claimed(node.address, Span(0, len(node.text)), Claim.UNCLAIMED)

    def silent(self) -> Iterator[Claimed]:
        """Paragraphs that command without an operation, or whose operation was lost on the way."""
        for item in self._claims:
            words = self._texts.get(item.address, "")
            bare = not self._operations[item.address]
            shows = item.claim in _COMMANDING or (item.claim in _PLAIN and commands(words))
            if (bare and shows) or item.address in self._lost:
                yield item

    def disagreements(self) -> Iterator[Disagreement]:
        """Paragraphs whose clear operations are not what their words show."""
        for node in self._nodes:
            operations = self._operations.get(node.address, [])
            if operations and not any(item.reason for item in operations):
                why = disagreements(node.text, operations, self._above(node))
                if why:
                    yield Disagreement(node.address, node.text, tuple(why))

    def _above(self, node: Node) -> Above:
        quotes = [item for item in node.children if item.kind is Kind.QUOTE] or self._behind[node.key]
        quoted = [child for item in quotes for child in item.children]
        return Above(
            self._around[node.key],
            self._title,
            tuple(Mention(child.kind, child.label) for child in quoted if child.kind in LABELLED),
            rows(quotes),
        )


def _texts_above(
    nodes: Iterable[Node], above: tuple[str, ...] = ()
) -> Iterator[tuple[object, tuple[str, ...]]]:
    """For every provision the words of those around it, chapters too, the nearest first.

    A paragraph before a list in the same provision stands above the list.
    """
    lead: tuple[str, ...] = ()
    for node in nodes:
        lead = (node.text,) if node.kind is Kind.PARAGRAPH and node.text else lead
        here = above if node.kind is Kind.PARAGRAPH else (*lead, *above)
        yield node.key, here
        if node.kind is not Kind.QUOTE:
            yield from _texts_above(node.children, (node.text, *here) if node.text else here)


def _quoted_behind(nodes: Sequence[Node]) -> Iterator[tuple[object, list[Node]]]:
    """For every provision the quotation right behind it."""
    for node, behind in zip(nodes, [*nodes, None][1:], strict=True):
        own = node.kind is Kind.PARAGRAPH and behind is not None and behind.kind is Kind.QUOTE
        yield node.key, [behind] if own and behind is not None else []
        if node.kind is not Kind.QUOTE:
            yield from _quoted_behind(node.children)


def _lost(amendment: Amendment, consolidation: Consolidation) -> Iterator[Address]:
    """Where commands stand that were read for the instrument and are not among those applied."""
    applied = [item.operation for item in consolidation.log]
    numbers = {item.amends.number for item in applied if item.amends}
    kept = {_deed(item) for item in applied}
    for operation in amendment.operations:
        own = operation.amends is None or operation.amends.number in numbers
        if own and _deed(operation) not in kept:
            yield operation.origin.address


def _deed(operation: Operation) -> tuple[object, ...]:
    return (operation.origin, operation.act, operation.parts, operation.old, operation.new)


# --- The clauses of the result ------------------------------------------------------------------------------


def _clauses(consolidation: Consolidation) -> tuple[tuple[ChangedClause, ...], int]:
    """Which provisions of the result changed by which command, and how many did not."""
    before, after = _whole(consolidation.original), _whole(consolidation.amended)
    within = _articles(consolidation.original, consolidation.amended)
    touched = [
        (address, item.operation.origin.address)
        for item in consolidation.log
        for around in _reached(item)
        for address in (around, *within[around])
    ]
    changed = []
    for address in dict.fromkeys((*before, *after)):
        if before.get(address) != after.get(address):
            by = [origin for place, origin in touched if _concerns(place, address)]
            changed.append(ChangedClause(str(address), tuple(dict.fromkeys(by))))
    return tuple(changed), len(after) - sum(Address.parse(item.address) in after for item in changed)


def _reached(item: Applied) -> tuple[Address, ...]:
    """Where a command changed something: what it renumbers or repeals leaves a place empty too."""
    if item.verdict is Verdict.REFUSED:
        return ()
    moved = (item.operation.target,) if item.operation.act is Act.RENUMBER else ()
    based = (_BASES,) if item.operation.part in BASES else ()
    return (*item.touched, *moved, *based)


def _articles(*texts: Instrument) -> dict[Address, list[Address]]:
    """The articles in each chapter and section, whose addresses do not show where they stand."""
    found: dict[Address, list[Address]] = defaultdict(list)
    for node in (node for text in texts for node in text.provisions() if node.kind in GROUPING):
        found[node.address] += [item.address for item in node.walk() if item.kind is Kind.ARTICLE]
    return found


def _concerns(touched: Address, address: Address) -> bool:
    """Whether a change there can be one here: the provision, one around it, a paragraph right below it."""
    below = touched.starts_with(address) and all(
        step.kind not in LABELLED for step in touched.steps[len(address.steps) :]
    )
    return below or address.starts_with(touched)


_BASES = Address().child(Kind.BASIS, "")
"""All legal bases: their places are counted, so that one more moves those behind it."""


def _whole(instrument: Instrument) -> dict[Address, str]:
    """The words of each labelled provision with its paragraphs, and of what bears no label at the top."""
    found: dict[Address, str] = {}
    for node in instrument.provisions():
        steps = node.address.steps
        while len(steps) > 1 and steps[-1].kind not in LABELLED:
            steps = steps[:-1]
        steps = _BASES.steps if node.kind is Kind.BASIS else steps
        words = " ".join(unicodedata.normalize("NFC", node.text).split())
        found[Address(steps)] = f"{found.get(Address(steps), '')}\n{words}"
    return found


# --- Against the official text ------------------------------------------------------------------------------


def _differences(made: Mapping[str, str], given: Mapping[str, str]) -> Iterator[Difference]:
    for address in dict.fromkeys((*made, *given)):
        here, there = made.get(address, ""), given.get(address, "")
        if here != there:
            yield Difference(address, here, there, _sort(here, there))


def _sort(made: str, given: str) -> DifferenceKind:
    """What differs: the least that explains it."""
    if all(not words or _REPEALED.fullmatch(words) for words in (made, given)):
        return DifferenceKind.REPEALED
    if _letters(made) == _letters(given):
        return DifferenceKind.FORM
    if made and given and _squeezed(made) == _squeezed(_MARK.sub("", given)):
        return DifferenceKind.NOTE
    return DifferenceKind.SUBSTANCE


def _letters(words: str) -> str:
    """Words without capitals, marks and space."""
    return "".join(char for char in words.lower() if char.isalnum())


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _words(instrument: Instrument) -> dict[str, str]:
    """Each provision's own words, composed and singly spaced, rows of dots alike.

    What stands above the first chapter or article, where a consolidated text lists its instruments, is left
    out.
    """
    found: dict[str, str] = {}
    for node in instrument.provisions():
        words = " ".join(unicodedata.normalize("NFC", node.text).split())
        loose = node.kind is Kind.PARAGRAPH and len(node.address.steps) == 1
        if node.kind in NUMBERED and not loose and not _is_gone(words):
            found[str(node.address)] = _LEADER.sub(" … ", words).strip()
    return found


def _is_gone(words: str) -> bool:
    return words == REPEALED
