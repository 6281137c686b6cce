"""Examining an amending draft as an instrument: what a legal officer would send back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, takewhile
from typing import Any

from kcdocs.amend import limits
from kcdocs.amend.consequences import dangling
from kcdocs.amend.lawful import lawful_findings
from kcdocs.amend.ordering import ordering_findings
from kcdocs.amend.own import own_articles
from kcdocs.codes import Declared
from kcdocs.diff.compare import compare
from kcdocs.law.amending import NAMES_PLACE
from kcdocs.law.parts import spoken
from kcdocs.law.replacing import RULE, share
from kcdocs.law.rule import of_day
from kcdocs.model.address import FORMS, SPOKEN, Address, Kind
from kcdocs.model.catalogue import Catalogue
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Act, Amendment, Applied, Claim, Consolidation, Operation, Verdict
from kcdocs.model.span import Span
from kcdocs.text.labels import rank

_WORDS = frozenset({Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS})
_BESIDE = (Act.RETITLE, Act.INSERT, Act.RENUMBER)
"""Acts that leave a provision's own words alone: only the same act on the same provision clashes."""

_NO_LAW = "kiểm tra của kcdocs, không theo điều luật riêng nào"

_DANGLING = Declared(
    "AM112",
    Severity.ERROR,
    "A reference left behind that leads to what is gone.",
    "Sau khi sửa, {spot} dẫn chiếu đến {listed}, là nội dung không còn.",
    mend="Sửa dẫn chiếu này trong cùng dự thảo.",
    source=_NO_LAW,
)

_TOO_MUCH = Declared(
    "AM113",
    Severity.WARNING,
    "More than half of the articles are changed.",
    "Dự thảo đổi nội dung của {touched} trên {articles} điều của văn bản được sửa đổi, quá một nửa.",
    mend="Cân nhắc ban hành văn bản thay thế.",
)

_REFUSED = Declared(
    "AM102",
    Severity.ERROR,
    "A command that could not be applied.",
    "{why}",
    mend="Đối chiếu lệnh với văn bản được sửa đổi.",
)

_NOT_READ = Declared(
    "AM126",
    Severity.WARNING,
    "A command that kcdocs does not understand, and so did not check.",
    "Chưa kiểm tra được lệnh này: {why}",
    mend="Nếu lệnh đúng mẫu câu thì đối chiếu bằng mắt; nếu không, viết lại theo mẫu câu quy định.",
    source=_NO_LAW,
)

_REMARK = Declared(
    "AM103", Severity.NOTE, "What was remarked while a command was applied.", "{why}", source=_NO_LAW
)

_OWN = Declared(
    "AM125",
    Severity.NOTE,
    "Articles of an amending draft that amend nothing.",
    "Không có lệnh sửa đổi ở {listed}: đọc là quy định riêng của dự thảo.",
    mend="Nếu ở đó có lệnh sửa đổi, viết lại theo mẫu câu của lệnh.",
    source=_NO_LAW,
)

_UNCLAIMED = Declared(
    "AM101",
    Severity.WARNING,
    "A passage that is no command and no known part.",
    "Đoạn này không đọc được thành lệnh sửa đổi, cũng không thuộc phần nào đã biết.",
    mend="Viết lại lệnh theo mẫu câu quy định, hoặc đặt đoạn này vào điều về hiệu lực.",
)

_TWICE = Declared(
    "AM108",
    Severity.ERROR,
    "Two commands want the same words.",
    "Lệnh này và lệnh tại {spot} cùng tác động vào {target}.",
    mend="Gộp hai lệnh làm một.",
)

_MISLABELLED = Declared(
    "AM104",
    Severity.ERROR,
    "Quoted provisions whose labels the command does not name.",
    "Nội dung trích có {spot}, nhưng lệnh không nói đến.",
    mend="Sửa số, ký hiệu trong ngoặc kép hoặc trong lệnh cho khớp nhau.",
)


def examine(
    amendment: Amendment, consolidation: Consolidation, catalogue: Catalogue | None = None
) -> tuple[Finding, ...]:
    """What is wrong or odd in an amending draft.

    Args:
        amendment: The draft, read.
        consolidation: Its operations applied to the instrument it amends.
        catalogue: Instruments by number with their dates of force; None checks no legal bases.

    Returns:
        Findings in the order of the draft's provisions.
    """
    examination = _Examination(amendment, consolidation, catalogue)
    found = [finding for check in examination.checks() for finding in check]
    order = {str(node.address): place for place, node in enumerate(amendment.instrument.provisions())}
    return tuple(sorted(found, key=lambda item: order.get(item.place.address, len(order))))


@dataclass(frozen=True, slots=True)
class _Examination:
    """A draft, and every check it must pass."""

    amendment: Amendment
    consolidation: Consolidation
    catalogue: Catalogue | None

    def checks(self) -> Iterator[Iterator[Finding]]:
        """Every check, each giving its findings."""
        yield self._unclaimed()
        yield self._undone()
        yield self._mislabelled()
        yield ordering_findings(self.amendment, self.consolidation.original, self._day)
        yield self._twice()
        yield lawful_findings(self.amendment, self.catalogue)
        yield self._dangling()
        yield self._half()
        yield self._own()

    @property
    def _day(self) -> date | None:
        """The day whose law counts: of signing, of a draft that is not signed yet that of its effect."""
        return self.amendment.instrument.citation.issued or self.amendment.effective

    @property
    def _place_rule(self) -> str:
        rule = of_day(NAMES_PLACE, self._day)
        return rule.source if rule else ""

    def _finding(
        self, declared: Declared, address: Address, span: Span | None = None, **more: Any
    ) -> Finding:
        place = Place(file=self.amendment.instrument.name, address=str(address), span=span)
        return declared.at(place, **more)

    def _of(self, declared: Declared, operation: Operation, **more: Any) -> Finding:
        origin = operation.origin
        return self._finding(
            declared, origin.address, origin.span, found=origin.words[: limits.WORDS_SHOWN], **more
        )

    def _unclaimed(self) -> Iterator[Finding]:
        nodes = self.amendment.instrument.provisions()
        texts = {(node.address, len(node.text)): node.text for node in nodes}
        for item in self.amendment.claims:
            if item.claim is Claim.UNCLAIMED:
                yield self._finding(
                    _UNCLAIMED,
                    item.address,
                    found=texts.get((item.address, item.span.end), "")[: limits.WORDS_SHOWN],
                    span=item.span,
                    source=self._place_rule,
                )

    def _own(self) -> Iterator[Finding]:
        articles = [address.spoken() for address in own_articles(self.amendment.claims)]
        if articles:
            shown = articles[: limits.PASSAGES_SHOWN]
            more = f" và {len(articles) - len(shown)} điều khác" if articles[len(shown) :] else ""
            yield self._finding(_OWN, Address(), listed=f"{', '.join(shown)}{more}")

    def _undone(self) -> Iterator[Finding]:
        """What became of each command that was not simply done, told once for all that it names."""
        told: dict[tuple[Declared, Address, str], list[Applied]] = {}
        for item in self.consolidation.log:
            if item.verdict is not Verdict.DONE:
                operation = item.operation
                alike = item.remark if operation.not_understood else str(operation.origin.span)
                told.setdefault((_told_as(item), operation.origin.address, alike), []).append(item)
        for (declared, _, _), items in told.items():
            words = _together(list(dict.fromkeys(item.remark for item in items)))
            by_law = {"source": self._place_rule} if declared is _REFUSED else {}
            yield self._of(declared, items[0].operation, why=words, **by_law)

    def _mislabelled(self) -> Iterator[Finding]:
        """Quoted provisions whose labels the command does not name."""
        named: dict[Address, list[Operation]] = {}
        for operation in self.amendment.operations:
            named.setdefault(operation.origin.address, []).append(operation)
        for operations in named.values():
            first = operations[0]
            for node in _quoted(self.amendment, first.origin.address):
                if not any(_covers(operation, node.address) for operation in operations):
                    yield self._of(
                        _MISLABELLED,
                        first,
                        expected=", ".join(item.target.spoken() for item in operations),
                        spot=node.address.spoken(),
                        source=self._place_rule,
                    )

    def _twice(self) -> Iterator[Finding]:
        for earlier, later in combinations(self.amendment.operations, 2):
            if _clash(earlier, later):
                yield self._of(
                    _TWICE,
                    later,
                    spot=earlier.origin.address.spoken(),
                    target=spoken(later.target, later.parts),
                    source=self._place_rule,
                )

    def _dangling(self) -> Iterator[Finding]:
        for node, reference, lost in dangling(self.consolidation):
            yield self._finding(
                _DANGLING,
                Address(),
                found=reference.span.of(node.text),
                spot=node.address.spoken(),
                listed=", ".join(address.spoken() for address in lost),
            )

    def _half(self) -> Iterator[Finding]:
        rule = of_day((RULE,), self._day)
        counted = share(compare(self.consolidation.original, self.consolidation.amended))
        if rule is not None and counted.more_than_half:
            yield self._finding(
                _TOO_MUCH, Address(), source=rule.source, touched=counted.touched, articles=counted.articles
            )


def _quoted(amendment: Amendment, address: Address) -> Iterator[Node]:
    node = amendment.instrument.find(address)
    for quote in node.children if node else ():
        if quote.kind is Kind.QUOTE:
            yield from (
                child for child in quote.children if rank(child.label) and child.kind is not Kind.PARAGRAPH
            )


def _covers(operation: Operation, address: Address) -> bool:
    return operation.target.starts_with(address) or address.starts_with(operation.target)


def _clash(earlier: Operation, later: Operation) -> bool:
    """Whether two commands want the same words: the same provision, or a phrase inside a rewritten one.

    One that is not understood is told as such. Of two phrases, one inside the other, the longer goes first;
    of two repeals the wider one takes the other in.
    """
    here, there = (earlier.target, earlier.parts), (later.target, later.parts)
    if earlier.origin.address == later.origin.address or not (earlier.target.steps and later.target.steps):
        return False
    if earlier.reason or later.reason:
        return False
    if earlier.act in _WORDS and later.act in _WORDS:
        return here == there and earlier.old == later.old
    if any(act in (earlier.act, later.act) for act in _BESIDE):
        return earlier.act is later.act and here == there
    return _within(earlier, later) or _within(later, earlier)


def _within(inner: Operation, outer: Operation) -> bool:
    """Whether what a command acts on lies in what another does."""
    if outer.parts:
        return inner.target == outer.target and inner.parts[: len(outer.parts)] == outer.parts
    return inner.target.starts_with(outer.target)


def _told_as(item: Applied) -> Declared:
    """As what an undone command is told: a fault of the draft, not understood, or left for other reasons.

    New text that no command names bears a question of its own: it is the draft's fault.
    """
    operation = item.operation
    unnamed = operation.content and operation.question != operation.reason
    if operation.not_understood or (operation.question and not unnamed):
        return _NOT_READ
    whole = operation.act is Act.REPEAL and operation.throughout
    return _REMARK if whole or item.verdict is Verdict.REMARK else _REFUSED


def _together(remarks: Sequence[str]) -> str:
    """Remarks one behind the other; those that differ in their end only as one sentence with a list."""
    words = [remark.removesuffix(".").split() for remark in remarks]
    alike = takewhile(lambda column: len(set(column)) == 1, zip(*words, strict=False))
    shared = _before_unit(_outside_marks([column[0] for column in alike]))
    if len(remarks) == 1 or len(shared) < limits.SHARED_WORDS:
        return " ".join(remarks)
    return f"{' '.join(shared)} {', '.join(' '.join(item[len(shared) :]) for item in words)}."


def _outside_marks(words: list[str]) -> list[str]:
    """The words before a quotation that is not closed among them."""
    opened = [place for place, word in enumerate(words) if "“" in word]
    depth = sum(word.count("“") - word.count("”") for word in words)
    return words[: opened[-1]] if depth > 0 else words


def _before_unit(words: list[str]) -> list[str]:
    """The words before the name of a unit at their end, so that each of a list bears it."""
    units = {name.split()[0] for name in (*SPOKEN.values(), *FORMS)}
    places = [place for place, word in enumerate(words) if word in units and place >= limits.SHARED_WORDS]
    return words[: places[-1]] if places else words
