"""Writing operations as the articles of an amending instrument.

Source: the formulae of Decree 78/2025/NĐ-CP, articles 66 to 70 (as secondary sources and the gazette's
texts of 2025 and 2026 show them); those under Decree 34/2016/NĐ-CP read the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kcdocs.model.address import SPOKEN, Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Node
from kcdocs.model.line import Line
from kcdocs.model.operation import Act, Operation, Scope, Side
from kcdocs.parse.references import write as write_addresses
from kcdocs.parse.rules import article, clause

_WORDS = (Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS)
_LATE = (*_WORDS, Act.REPEAL, Act.SUSPEND)
_SIDES = {Side.AFTER: "sau", Side.BEFORE: "trước"}


@dataclass(frozen=True, slots=True)
class Written:
    """The body of an amending instrument.

    Attributes:
        title: What it is about, to follow its type ("sửa đổi, bổ sung một số điều của …").
        articles: The lines of its articles.
        annexes: The lines of annexes that come with it.
    """

    title: str
    articles: tuple[str, ...]
    annexes: tuple[str, ...]


def write(operations: Sequence[Operation], amended: Citation, *, effective: date | None = None) -> Written:
    """Write operations as articles.

    Provisions first, in the order given, as clauses of one article; then words and repeals as those of a
    second; then the articles on effect and responsibility.

    Args:
        operations: What to command.
        amended: The instrument amended; type and number are needed.
        effective: First day of force; None leaves it open for the registry.
    """
    name = f"{amended.type} số {amended.number}"
    early = [item for item in operations if item.act not in _LATE]
    late = [item for item in operations if item.act in _LATE]
    bodies: list[tuple[str, list[Sequence[str]]]] = [
        (f"Sửa đổi, bổ sung một số điều của {name}", list(_provisions(early, name))),
        (f"Thay thế, bỏ một số cụm từ và bãi bỏ một số quy định của {name}", list(_late(late))),
        ("Hiệu lực thi hành", [(_effect(amended.type, effective),)]),
        ("Trách nhiệm thi hành", [(_responsible(amended.type),)]),
    ]
    lines: list[str] = []
    for number, (heading, body) in enumerate(((head, rows) for head, rows in bodies if rows), 1):
        lines += article.write(str(number), heading)
        lines += _numbered(body) if heading.endswith(name) else [line for rows in body for line in rows]
    return Written(_title(amended, name), tuple(lines), tuple(_annexes(early)))


def _title(amended: Citation, name: str) -> str:
    issued = amended.issued
    day = f" ngày {issued.day:02} tháng {_month(issued)} năm {issued.year}" if issued else ""
    issuer = f" của {amended.issuer}" if amended.issuer else ""
    return f"sửa đổi, bổ sung một số điều của {name}{day}{issuer} {amended.title}".rstrip()


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month < 3 else str(day.month)


def _numbered(bodies: Sequence[Sequence[str]]) -> Iterator[str]:
    for number, rows in enumerate(bodies, 1):
        yield from clause.write(str(number), rows[0])
        yield from rows[1:]


def _provisions(operations: Sequence[Operation], name: str) -> Iterator[Sequence[str]]:
    def together(item: Operation) -> object:
        return (item.anchor, item.side) if item.act is Act.INSERT and item.anchor else id(item)

    for _, run in groupby(operations, key=together):
        yield _command(list(run), name)


def _command(run: Sequence[Operation], name: str) -> Sequence[str]:
    first = run[0]
    targets = write_addresses([item.target for item in run])
    if first.act is Act.RETITLE:
        return (f"Sửa đổi tên {targets} như sau:", *_quoted([_heading(first)]))
    if first.act is Act.REPLACE and first.target.kind is Kind.ANNEX:
        attached = f"{targets} ban hành kèm theo"
        return (f"Thay thế {attached} {name} bằng {attached} {name.split(' số ', maxsplit=1)[0]} này.",)
    block = _quoted([line.text for item in run for node in item.content for line in _lines(node)])
    if first.act is Act.REPLACE:
        return (f"Sửa đổi, bổ sung {targets} như sau:", *block)
    beside = f" vào {_SIDES[first.side]} {first.anchor.spoken()}" if first.anchor else ""
    named = _labels([item.target for item in run]) if first.anchor else targets
    return (f"Bổ sung {named}{beside} như sau:", *block)


def _labels(targets: Sequence[Address]) -> str:
    """New siblings by their own labels: what is around them follows with the neighbour."""
    unit = SPOKEN[targets[0].kind or Kind.OTHER]
    named = [f"{unit} {target.label}" for target in targets]
    return ", ".join(named[:-1]) + (" và " if named[1:] else "") + named[-1]


def _lines(node: Node) -> Iterator[Line]:
    for item in node.walk():
        yield from item.lines


def _heading(operation: Operation) -> str:
    step = operation.target.steps[-1]
    if step.kind is Kind.ARTICLE:
        return article.write(step.label, operation.new)[0]
    return f"{SPOKEN[step.kind]} {step.label}\n{operation.new}"


def _quoted(lines: Sequence[str]) -> list[str]:
    rows = [row for line in lines for row in line.split("\n")]
    rows[0] = f"“{rows[0]}"
    rows[-1] = f"{rows[-1]}”."
    return rows


def _late(operations: Sequence[Operation]) -> Iterator[Sequence[str]]:
    for (act, old, new, side), run in groupby(
        operations, key=lambda item: (item.act, item.old, item.new, item.side)
    ):
        items = list(run)
        places = _places(items)
        match act:
            case Act.REPLACE_WORDS:
                yield (f"Thay thế cụm từ “{old}” bằng cụm từ “{new}” tại {places}.",)
            case Act.INSERT_WORDS:
                yield (f"Bổ sung cụm từ “{new}” vào {_SIDES[side]} cụm từ “{old}” tại {places}.",)
            case Act.REMOVE_WORDS:
                yield (f"Bỏ cụm từ “{old}” tại {places}.",)
            case Act.SUSPEND:
                yield (f"Ngưng hiệu lực {places}.",)
            case _:
                yield (f"Bãi bỏ {places}.",)


def _places(items: Sequence[Operation]) -> str:
    named = [
        f"tên {item.target.spoken()}" if item.scope is Scope.HEADING else item.target.spoken()
        for item in items
    ]
    return ", ".join(named[:-1]) + (" và " if named[1:] else "") + named[-1]


def _effect(type_: str, effective: date | None) -> str:
    day = (
        f"{effective.day:02} tháng {_month(effective)} năm {effective.year}"
        if effective
        else "… tháng … năm …"
    )
    return f"{type_} này có hiệu lực thi hành từ ngày {day}."


def _responsible(type_: str) -> str:
    return (
        "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân các tỉnh, thành phố"
        f" và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành {type_} này./."
    )


def _annexes(operations: Sequence[Operation]) -> Iterator[str]:
    for operation in operations:
        if operation.act is Act.REPLACE and operation.target.kind is Kind.ANNEX:
            for node in operation.content:
                yield from (
                    line for item in node.walk() for row in item.lines for line in row.text.split("\n")
                )
