"""Wording commands as drafters do: neighbours in one clause, an article's changes under one lead.

Source: Decree 78/2025/NĐ-CP, Article 69 (secondary), and the gazette's texts of 2013 to 2026: of 1 960
commands 141 name several neighbours ("các khoản 1, 2 Điều 7"), and 172 leads open the changes of one article
("một số điểm, khoản của Điều 5").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kcdocs.amend.gaps import UNWRITTEN
from kcdocs.law.commanding import WRITTEN
from kcdocs.law.kinds import CONTAINERS, SMALL
from kcdocs.model.address import SPOKEN, Address, Kind
from kcdocs.model.consolidated import Paragraph, Setting
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Act, Operation, PartKind, Side
from kcdocs.parse.openings import heads
from kcdocs.parse.references import write_addresses
from kcdocs.text.labels import following

_SIDES = {Side.AFTER: "sau", Side.BEFORE: "trước"}
_ON_WORDS = (Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS)
_ON_PROVISIONS = (Act.REPEAL, Act.SUSPEND)

LATE = (*_ON_WORDS, *_ON_PROVISIONS)
"""Acts that stand in an article of their own, behind new text."""

Clause = Sequence[Paragraph]
"""A command without its number, and the text that it quotes."""


def provision_clauses(operations: Sequence[Operation], name: str, *, grouped: bool) -> Iterator[Clause]:
    """New text, article by article in the order given.

    Args:
        operations: What to command; no words, no repeals.
        name: Type and number of the amended instrument.
        grouped: Whether several changes of an article come under one lead, and like neighbours together.
    """
    for article, run in groupby(operations, key=_article):
        commands = list(_together(list(run), grouped=grouped))
        lead = _lead(commands) if grouped and article else ""
        if lead:
            yield _listed(lead, [_command(items, name, _shared(commands)) for items in commands])
        else:
            yield from (_command(items, name, Address()) for items in commands)


def late_clauses(operations: Sequence[Operation], *, grouped: bool) -> Iterator[Clause]:
    """Changes of words, then repeals; several changes of words alike under one lead."""
    in_order = sorted(operations, key=lambda item: LATE.index(item.act))
    for act, run in groupby(in_order, key=lambda item: item.act):
        said = [_words(list(items)) for _, items in groupby(run, key=_same_words)]
        if grouped and act in _ON_WORDS and len(said) > 1:
            yield _listed(f"{WRITTEN[act]} một số cụm từ như sau:", [[Paragraph(words)] for words in said])
        else:
            yield from ((Paragraph(words),) for words in said)


def late_heading(operations: Sequence[Operation], name: str) -> str:
    """The heading of the article of words and repeals: it names the acts below it."""
    acts = {item.act for item in operations}
    verbs = [WRITTEN[act] for act in _ON_WORDS if act in acts]
    words = [*verbs[:1], *(verb.lower() for verb in verbs[1:])]
    provisions = [WRITTEN[act] for act in _ON_PROVISIONS if act in acts]
    said = [f"{_list(words)} một số cụm từ"] if words else []
    said += [f"{verb} một số quy định" for verb in provisions]
    heading = _list([said[0], *(item[:1].lower() + item[1:] for item in said[1:])])
    return f"{heading} của {name}"


def rows(node: Node) -> Iterator[Paragraph]:
    """A provision's lines, as they are set."""
    for item in node.walk():
        for line in item.lines:
            yield from (Paragraph(text, _setting(item, text)) for text in line.text.split("\n"))


def _article(operation: Operation) -> Address | None:
    """The article inside which a command acts; None for one on a whole article, or on anything else."""
    small = operation.target.kind in SMALL and operation.act in (Act.REPLACE, Act.INSERT)
    first = operation.target.steps[0]
    return Address((first,)) if small and first.kind is Kind.ARTICLE else None


def _together(operations: Sequence[Operation], *, grouped: bool) -> Iterator[list[Operation]]:
    """Neighbours put in at one place; of provisions rewritten, those of one kind in one parent."""

    def alike(item: Operation) -> object:
        if item.reason:
            return object()
        if item.act is Act.INSERT and item.anchor:
            return item.anchor, item.side
        small = grouped and item.act is Act.REPLACE and item.target.kind in SMALL
        return (item.target.parent, item.target.kind) if small else object()

    return (list(run) for _, run in groupby(operations, key=alike))


def _lead(commands: Sequence[Sequence[Operation]]) -> str:
    """What opens the changes of an article; empty where there is only one, or the letters do not reach."""
    if len(commands) < 2 or len(_letters(len(commands))) < len(commands):
        return ""
    kinds = {item.target.kind for items in commands for item in items}
    units = ", ".join(SPOKEN[kind] for kind in (Kind.POINT, Kind.CLAUSE) if kind in kinds)
    return f"Sửa đổi, bổ sung một số {units} của {_shared(commands).spoken()} như sau:"


def _shared(commands: Sequence[Sequence[Operation]]) -> Address:
    """The provision that all changes stand in."""
    parents = [item.target.parent.steps for items in commands for item in items]
    depth = next(
        (place for place, column in enumerate(zip(*parents, strict=False)) if len(set(column)) > 1),
        min(len(steps) for steps in parents),
    )
    return Address(parents[0][:depth])


def _listed(lead: str, clauses: Sequence[Clause]) -> Clause:
    """A lead, and below it commands as points; each but the last ends with a semicolon."""
    listed = [Paragraph(lead)]
    letters = _letters(len(clauses))
    for place, clause in enumerate(clauses):
        first, *more = clause
        opened = [Paragraph(line) for line in heads(Kind.POINT, letters[place], first.text)]
        listed += [*opened, *more]
        if place < len(clauses) - 1:
            listed[-1] = replace(listed[-1], text=f"{listed[-1].text.removesuffix('.')};")
    return listed


def _letters(count: int) -> list[str]:
    """The first letters of points, as many as there are."""
    letters = ["a"]
    while len(letters) < count:
        try:
            letters.append(following(letters[-1]))
        except ValueError:
            break
    return letters


def _command(run: Sequence[Operation], name: str, inside: Address) -> Clause:
    """One command and the text it quotes; addresses without what stands around `inside` already."""
    first = run[0]
    depth = len(inside.steps)
    own = [Address(item.target.steps[depth:]) for item in run]
    targets = write_addresses(own)
    if first.act is Act.INSERT and first.anchor:
        targets = _labels([item.target for item in run])
    if first.reason:
        where = f" ban hành kèm theo {name}" if first.target.kind is Kind.ANNEX else ""
        return (Paragraph(f"{_opening(first, targets, depth)}{where} như sau: {UNWRITTEN}"),)
    if first.act is Act.RETITLE:
        return (Paragraph(f"Sửa đổi tên {targets} như sau:"), *_quoted(_heading(first)))
    if first.target.kind is Kind.ANNEX:
        return (Paragraph(_attached(first, targets, name)),)
    block = _quoted([row for item in run for node in item.content for row in rows(node)])
    return (Paragraph(f"{_opening(first, targets, depth)} như sau:"), *block)


def _attached(operation: Operation, targets: str, name: str) -> str:
    """A command on an annex, whose text comes with the amending instrument."""
    type_ = name.split(" số ", maxsplit=1)[0]
    old, own = (f"ban hành kèm theo {name}", f"{targets} ban hành kèm theo {type_} này")
    if operation.act is Act.INSERT:
        return f"{_opening(operation, targets, 0)} {old} như {own}."
    return f"Thay thế {targets} {old} bằng {own}."


def _opening(operation: Operation, targets: str, depth: int) -> str:
    """What a command on provisions does, and beside what it puts new ones."""
    if operation.act is not Act.INSERT:
        return f"Sửa đổi, bổ sung {targets}"
    if operation.anchor is None:
        return f"Bổ sung {targets}"
    anchor = Address(operation.anchor.steps[depth:])
    return f"Bổ sung {targets} vào {_SIDES[operation.side]} {anchor.spoken()}"


def _labels(targets: Sequence[Address]) -> str:
    """New siblings by their own labels: what is around them follows with the neighbour."""
    unit = SPOKEN[targets[0].kind or Kind.OTHER]
    return _list([f"{unit} {target.label}" for target in targets])


def _setting(node: Node, text: str) -> Setting:
    if node.kind is Kind.ARTICLE:
        return Setting.HEADING
    if node.kind in CONTAINERS:
        return Setting.CHAPTER
    return Setting.ITALIC if text.startswith("(Kèm theo ") else Setting.BODY


def _heading(operation: Operation) -> list[Paragraph]:
    step = operation.target.steps[-1]
    if step.kind is Kind.ARTICLE:
        return [Paragraph(heads(Kind.ARTICLE, step.label, operation.new)[0], Setting.HEADING)]
    named = f"{SPOKEN[step.kind]} {step.label}"
    return [Paragraph(text, Setting.CHAPTER) for text in (named, *operation.new.split("\n"))]


def _quoted(lines: Sequence[Paragraph]) -> list[Paragraph]:
    quoted = list(lines)
    quoted[0] = replace(quoted[0], text=f"“{quoted[0].text}")
    quoted[-1] = replace(quoted[-1], text=f"{quoted[-1].text}”.")
    return quoted


def _same_words(operation: Operation) -> object:
    return operation.old, operation.new, operation.side


def _words(run: Sequence[Operation]) -> str:
    """A change of words or a repeal, with all its places."""
    act, old, new = run[0].act, run[0].old, run[0].new
    places = _places(run)
    match act:
        case Act.REPLACE_WORDS:
            return f"Thay thế cụm từ “{old}” bằng cụm từ “{new}” tại {places}."
        case Act.INSERT_WORDS:
            return f"Bổ sung cụm từ “{new}” vào {_SIDES[run[0].side]} cụm từ “{old}” tại {places}."
        case Act.REMOVE_WORDS:
            return f"Bỏ cụm từ “{old}” tại {places}."
        case _:
            return f"{WRITTEN[act]} {places}."


def _places(items: Sequence[Operation]) -> str:
    """Where words change: siblings side by side together, headings by name."""
    named = []
    for (heading, _, _), run in groupby(items, key=_sibling):
        if heading:
            named += [f"tên {item.target.spoken()}" for item in run]
        else:
            named.append(write_addresses([item.target for item in run]))
    return ", ".join(named) if " và " in named[-1] else _list(named)


def _sibling(item: Operation) -> tuple[bool, Address, Kind | None]:
    return item.part is PartKind.HEADING, item.target.parent, item.target.kind


def _list(items: Sequence[str]) -> str:
    return ", ".join(items[:-1]) + (" và " if items[1:] else "") + items[-1]
