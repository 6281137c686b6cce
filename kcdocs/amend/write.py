"""Writing operations as the articles of an amending instrument.

Source: the formulae of Decree 78/2025/NĐ-CP, articles 66 to 70 (as secondary sources and the gazette's
texts of 2025 and 2026 show them); those under Decree 34/2016/NĐ-CP read the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from kcdocs.law.kinds import CONTAINERS
from kcdocs.model.address import SPOKEN, Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.consolidated import Paragraph, Setting
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Act, Operation, PartKind, Side
from kcdocs.parse.openings import heads
from kcdocs.parse.references import write_addresses
from kcdocs.text.dates import date_words

_WORDS = (Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS)
_LATE = (*_WORDS, Act.REPEAL, Act.SUSPEND)
_SIDES = {Side.AFTER: "sau", Side.BEFORE: "trước"}


@dataclass(frozen=True, slots=True)
class Article:
    """An article of an amending instrument; its number is its place.

    Attributes:
        heading: Its heading.
        rows: Its paragraphs, clause numbers and quotation marks included.
    """

    heading: str
    rows: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The body of an amending instrument.

    Attributes:
        title: What it is about, to follow its type ("sửa đổi, bổ sung một số điều của …").
        commands: The articles that command.
        effect: The sentence on the first day of force.
        responsible: The sentence on who carries it out.
        attached: The paragraphs of each annex that comes with it.
    """

    title: str
    commands: tuple[Article, ...]
    effect: str
    responsible: str
    attached: tuple[tuple[Paragraph, ...], ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The lines of all its articles, those on effect and responsibility last."""
        final = (
            Article("Hiệu lực thi hành", (Paragraph(self.effect),)),
            Article("Trách nhiệm thi hành", (Paragraph(self.responsible),)),
        )
        return tuple(
            line
            for number, item in enumerate((*self.commands, *final), 1)
            for line in (*heads(Kind.ARTICLE, str(number), item.heading), *(row.text for row in item.rows))
        )

    @property
    def annexes(self) -> tuple[str, ...]:
        """The lines of its annexes."""
        return tuple(row.text for rows in self.attached for row in rows)


def write_articles(
    operations: Sequence[Operation], amended: Citation, *, effective: date | None = None
) -> Written:
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
    bodies = (
        (f"Sửa đổi, bổ sung một số điều của {name}", list(_provisions(early, name))),
        (f"Thay thế, bỏ một số cụm từ và bãi bỏ một số quy định của {name}", list(_late(late))),
    )
    return Written(
        _title(amended, name),
        tuple(Article(heading, tuple(_numbered(rows))) for heading, rows in bodies if rows),
        _effect(amended.type, effective),
        _responsible(amended.type),
        tuple(_annexes(early)),
    )


def _title(amended: Citation, name: str) -> str:
    issued = amended.issued
    day = f" {date_words(issued)}" if issued else ""
    issuer = f" của {amended.issuer}" if amended.issuer else ""
    return f"sửa đổi, bổ sung một số điều của {name}{day}{issuer} {amended.title}".rstrip()


def _numbered(bodies: Sequence[Sequence[Paragraph]]) -> Iterator[Paragraph]:
    for number, rows in enumerate(bodies, 1):
        yield from (Paragraph(line) for line in heads(Kind.CLAUSE, str(number), rows[0].text))
        yield from rows[1:]


def _provisions(operations: Sequence[Operation], name: str) -> Iterator[Sequence[Paragraph]]:
    def together(item: Operation) -> object:
        return (item.anchor, item.side) if item.act is Act.INSERT and item.anchor else object()

    for _, run in groupby(operations, key=together):
        yield _command(list(run), name)


def _command(run: Sequence[Operation], name: str) -> Sequence[Paragraph]:
    first = run[0]
    targets = write_addresses([item.target for item in run])
    if first.act is Act.RETITLE:
        return (Paragraph(f"Sửa đổi tên {targets} như sau:"), *_quoted(_heading(first)))
    if first.act is Act.REPLACE and first.target.kind is Kind.ANNEX:
        attached = f"{targets} ban hành kèm theo"
        type_ = name.split(" số ", maxsplit=1)[0]
        return (Paragraph(f"Thay thế {attached} {name} bằng {attached} {type_} này."),)
    block = _quoted([row for item in run for node in item.content for row in _rows(node)])
    if first.act is Act.REPLACE:
        return (Paragraph(f"Sửa đổi, bổ sung {targets} như sau:"), *block)
    beside = f" vào {_SIDES[first.side]} {first.anchor.spoken()}" if first.anchor else ""
    named = _labels([item.target for item in run]) if first.anchor else targets
    return (Paragraph(f"Bổ sung {named}{beside} như sau:"), *block)


def _labels(targets: Sequence[Address]) -> str:
    """New siblings by their own labels: what is around them follows with the neighbour."""
    unit = SPOKEN[targets[0].kind or Kind.OTHER]
    named = [f"{unit} {target.label}" for target in targets]
    return ", ".join(named[:-1]) + (" và " if named[1:] else "") + named[-1]


def _rows(node: Node) -> Iterator[Paragraph]:
    for item in node.walk():
        for line in item.lines:
            yield from (Paragraph(text, _setting(item, text)) for text in line.text.split("\n"))


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


def _quoted(rows: Sequence[Paragraph]) -> list[Paragraph]:
    quoted = list(rows)
    quoted[0] = replace(quoted[0], text=f"“{quoted[0].text}")
    quoted[-1] = replace(quoted[-1], text=f"{quoted[-1].text}”.")
    return quoted


def _late(operations: Sequence[Operation]) -> Iterator[Sequence[Paragraph]]:
    for (act, old, new, side), run in groupby(
        operations, key=lambda item: (item.act, item.old, item.new, item.side)
    ):
        places = _places(list(run))
        match act:
            case Act.REPLACE_WORDS:
                said = f"Thay thế cụm từ “{old}” bằng cụm từ “{new}” tại {places}."
            case Act.INSERT_WORDS:
                said = f"Bổ sung cụm từ “{new}” vào {_SIDES[side]} cụm từ “{old}” tại {places}."
            case Act.REMOVE_WORDS:
                said = f"Bỏ cụm từ “{old}” tại {places}."
            case Act.SUSPEND:
                said = f"Ngưng hiệu lực {places}."
            case _:
                said = f"Bãi bỏ {places}."
        yield (Paragraph(said),)


def _places(items: Sequence[Operation]) -> str:
    named = [
        f"tên {item.target.spoken()}" if item.part is PartKind.HEADING else item.target.spoken()
        for item in items
    ]
    return ", ".join(named[:-1]) + (" và " if named[1:] else "") + named[-1]


def _effect(type_: str, effective: date | None) -> str:
    day = date_words(effective) if effective else "ngày … tháng … năm …"
    return f"{type_} này có hiệu lực thi hành từ {day}."


def _responsible(type_: str) -> str:
    return (
        "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân các tỉnh, thành phố"
        f" và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành {type_} này./."
    )


def _annexes(operations: Sequence[Operation]) -> Iterator[tuple[Paragraph, ...]]:
    for operation in operations:
        if operation.act is Act.REPLACE and operation.target.kind is Kind.ANNEX:
            for node in operation.content:
                yield tuple(_rows(node))
