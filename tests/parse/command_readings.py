"""Sentences that command, read to the end: what each says, in a form that a test can compare."""

from __future__ import annotations

from kcdocs.model.address import Address
from kcdocs.model.operation import Act, Part, Side
from kcdocs.parse.command.grammar import read
from kcdocs.parse.command.naming import Namings
from kcdocs.parse.command.places import Resolved, resolve
from kcdocs.parse.command.sentence import Command, Sentence
from kcdocs.parse.names import Names

NAMINGS = Namings(Names())
BASE = "Thông tư số 11/2030/TT-BTN"


def sentence(text: str, carried: Act | None = None) -> Sentence:
    """The sentence, read."""
    return read(text, NAMINGS, carried=carried)


def told(text: str, above: str = "", carried: Act | None = None) -> list[str]:
    """What each command of a sentence does, one line for each place and pair of words."""
    commands = sentence(text, carried).commands
    lists = []
    for command in commands:
        lists += [command.items, (command.anchor,) if command.anchor else (), command.into]
    fresh = frozenset(3 * place for place, command in enumerate(commands) if command.act is Act.INSERT)
    found = resolve(lists, Address.parse(above), fresh=fresh)
    return [
        line
        for place, command in enumerate(commands)
        for line in _lines(command, *found[3 * place : 3 * place + 3])
    ]


def clear(text: str, above: str = "", carried: Act | None = None) -> list[str]:
    """The lines of `told` that nothing speaks against."""
    said = sentence(text, carried)
    if said.left_over:
        return []
    return [line for line in told(text, above, carried) if "?" not in line]


def _lines(
    command: Command, items: list[Resolved], anchors: list[Resolved], into: list[Resolved]
) -> list[str]:
    words = [
        f"“{old.text}”→“{new.text}”" for old in command.olds for new in command.news or (old,) if command.news
    ] or [f"“{old.text}”" for old in command.olds]
    beside = [f"{_SIDES[command.side]} {_where(anchor)}" for anchor in anchors]
    within = [f"vào {_where(item)}" for item in into]
    tail = [
        *beside,
        *within,
        *(["cuối"] if command.at_end else []),
        *(["toàn văn"] if command.throughout else []),
        *(["nhóm"] if command.group else []),
        *([f"@{command.naming.citation.number}"] if command.naming and command.naming.citation else []),
        *([f"bằng {len(command.substitutes)}"] if command.substitutes else []),
        *(["?"] if command.left_over or command.doubt else []),
    ]
    places = [_where(item) for item in items] or [""]
    head = command.act.value if command.act else "?"
    title = [f"“{new.text}”" for new in command.news if not command.olds]
    return [
        " ".join(filter(None, [head, place, pair, *title, *tail]))
        for place in places
        for pair in words or [""]
    ]


_SIDES = {Side.AFTER: "sau", Side.BEFORE: "trước"}


def _where(item: Resolved) -> str:
    parts = "/".join(_part(part) for part in item.parts)
    naming = item.naming.citation.number if item.naming and item.naming.citation else ""
    return " ".join(
        filter(None, [str(item.address), parts, f"@{naming}" if naming else "", "?" if item.doubt else ""])
    )


def _part(part: Part) -> str:
    return f"{part.kind}:{part.label or part.ordinal or ''}".rstrip(":")
