"""Random edit scripts on any instrument, in both numbering modes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from kcdocs.amend.make import make
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Instrument, Node
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading
from kcdocs.text.labels import following, inserted

LABELLED = (Kind.CHAPTER, Kind.ARTICLE, Kind.CLAUSE, Kind.POINT)
WORDS = [
    "hỗ",
    "trợ",
    "kinh",
    "phí",
    "cho",
    "cơ",
    "sở",
    "thực",
    "hiện",
    "đề",
    "án",
    "theo",
    "kế",
    "hoạch",
    "được",
    "phê",
    "duyệt",
    "hằng",
    "năm",
    "tại",
    "địa",
    "phương",
]


@dataclass
class Twig:
    """A provision that the script may change."""

    kind: Kind
    label: str
    text: str
    children: list[Twig] = field(default_factory=list)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


def edited(original: Instrument, seed: int, *, renumber: bool) -> Instrument:
    """An instrument after a few random edits.

    Args:
        original: The instrument.
        seed: Which script.
        renumber: True as a rewritten draft numbers, False as an amending one does.
    """
    random = Random(seed)
    top = Twig(Kind.OTHER, "", "", [_twig(node) for node in original.nodes])
    for _ in range(random.randint(1, 6)):
        random.choice((_reword, _reword, _drop, _add, _retitle))(top, random, renumber)
    if renumber:
        _number(top)
    rows = [
        line.text for twig in top.children for node in _node(twig, Address()).walk() for line in node.lines
    ]
    return replace(parse(reading("\n".join(rows), "dự thảo")), citation=original.citation)


def _twig(node: Node) -> Twig:
    return Twig(node.kind, node.label, node.text, [_twig(child) for child in node.children])


def _node(twig: Twig, above: Address) -> Node:
    base = Address() if twig.kind is Kind.ARTICLE else above
    address = base.child(twig.kind, twig.label)
    return make(address, twig.text, [_node(child, address) for child in twig.children])


def _some(top: Twig, random: Random, kinds: tuple[Kind, ...]) -> Twig | None:
    found = [twig for twig in top.walk() if twig.kind in kinds]
    return random.choice(found) if found else None


def _reword(top: Twig, random: Random, _: bool) -> None:
    twig = _some(top, random, (Kind.CLAUSE, Kind.POINT, Kind.PARAGRAPH))
    if twig is None:
        return
    words = twig.text.split(" ")
    place = random.randrange(len(words))
    words[place : place + random.randint(0, 2)] = random.choices(WORDS, k=random.randint(1, 3))
    twig.text = " ".join(words)


def _retitle(top: Twig, random: Random, _: bool) -> None:
    twig = _some(top, random, (Kind.ARTICLE,))
    if twig is not None:
        twig.text += " " + random.choice(WORDS)


def _drop(top: Twig, random: Random, renumber: bool) -> None:
    parents = [twig for twig in top.walk() if sum(child.kind is Kind.CLAUSE for child in twig.children) > 2]
    if not parents:
        return
    parent = random.choice(parents)
    gone = random.choice([child for child in parent.children if child.kind is Kind.CLAUSE])
    if renumber:
        parent.children.remove(gone)
    else:
        gone.text, gone.children = "(được bãi bỏ)", []


def _add(top: Twig, random: Random, renumber: bool) -> None:
    kind = random.choice((Kind.ARTICLE, Kind.CLAUSE))
    parents = [twig for twig in top.walk() if any(child.kind is kind for child in twig.children)]
    parent = random.choice(parents)
    places = [index for index, child in enumerate(parent.children) if child.kind is kind]
    place = random.choice(places)
    label = _label(top, parent, place, kind) if not renumber else "0"
    if label is None:
        return
    text = " ".join(random.choices(WORDS, k=random.randint(6, 20))).capitalize()
    below = [Twig(Kind.PARAGRAPH, "1", "Nội dung của điều mới.")] if kind is Kind.ARTICLE else []
    parent.children.insert(place + 1, Twig(kind, label, text, below))


def _label(top: Twig, parent: Twig, place: int, kind: Kind) -> str | None:
    """A label as an amending text gives it; None where none is free."""
    siblings = [
        twig.label for twig in (top.walk() if kind is Kind.ARTICLE else parent.children) if twig.kind is kind
    ]
    before = parent.children[place].label
    label = following(before) if before == siblings[-1] else inserted(before)
    return None if label in siblings or not before.isdigit() else label


def _number(top: Twig) -> None:
    articles = [twig for twig in top.walk() if twig.kind is Kind.ARTICLE]
    for number, article in enumerate(articles, 1):
        article.label = str(number)
        clauses = [child for child in article.children if child.kind is Kind.CLAUSE]
        for place, clause in enumerate(clauses, 1):
            clause.label = str(place)
