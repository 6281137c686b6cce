"""Writing operations as the articles of an amending instrument.

Source: the formulae of Decree 78/2025/NĐ-CP, articles 66 to 70 (as secondary sources and the gazette's
texts of 2025 and 2026 show them); those under Decree 34/2016/NĐ-CP read the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kcdocs.amend.clauses import LATE, Clause, late_clauses, late_heading, provision_clauses, rows
from kcdocs.model.address import Kind
from kcdocs.model.citation import Citation
from kcdocs.model.consolidated import Paragraph
from kcdocs.model.operation import Act, Operation
from kcdocs.parse.openings import heads
from kcdocs.text.dates import date_words


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
        type: Its type, that of the instrument it amends.
        title: What it is about, to follow its type ("sửa đổi, bổ sung một số điều của …").
        commands: The articles that command.
        effect: The sentence on the first day of force.
        responsible: The sentence on who carries it out.
        attached: The paragraphs of each annex that comes with it.
    """

    type: str
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
    def text(self) -> str:
        """All of it but what the registry adds: title, articles and annexes, one paragraph a line."""
        title = self.title[:1].upper() + self.title[1:]
        return "".join(f"{row}\n" for row in (self.type.upper(), title, *self.articles, *self.annexes))

    @property
    def annexes(self) -> tuple[str, ...]:
        """The lines of its annexes."""
        return tuple(row.text for rows in self.attached for row in rows)


def write_articles(
    operations: Sequence[Operation],
    amended: Citation,
    *,
    effective: date | None = None,
    grouped: bool = True,
) -> Written:
    """Write operations as articles.

    Provisions first, in the order given, as clauses of one article; then words and repeals as those of a
    second; then the articles on effect and responsibility.

    Args:
        operations: What to command.
        amended: The instrument amended; type and number are needed.
        effective: First day of force; None leaves it open for the registry.
        grouped: Whether several changes of an article come under one lead; False gives each a clause.
    """
    name = f"{amended.type} số {amended.number}"
    early = [item for item in operations if item.act not in LATE]
    late = [item for item in operations if item.act in LATE]
    bodies = (
        (f"Sửa đổi, bổ sung một số điều của {name}", provision_clauses(early, name, grouped=grouped)),
        (late_heading(late, name) if late else "", late_clauses(late, grouped=grouped)),
    )
    return Written(
        amended.type,
        _title(amended, name),
        tuple(
            Article(heading, tuple(_numbered(clauses)))
            for heading, given in bodies
            if (clauses := list(given))
        ),
        _effect(amended.type, effective),
        _responsible(amended.type),
        tuple(_annexes(early)),
    )


def _title(amended: Citation, name: str) -> str:
    issued = amended.issued
    day = f" {date_words(issued)}" if issued else ""
    issuer = f" của {amended.issuer}" if amended.issuer else ""
    return f"sửa đổi, bổ sung một số điều của {name}{day}{issuer} {amended.title}".rstrip()


def _numbered(bodies: Sequence[Clause]) -> Iterator[Paragraph]:
    for number, lines in enumerate(bodies, 1):
        yield from (Paragraph(line) for line in heads(Kind.CLAUSE, str(number), lines[0].text))
        yield from lines[1:]


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
        if operation.act in (Act.REPLACE, Act.INSERT) and operation.target.kind is Kind.ANNEX:
            for node in operation.content:
                yield tuple(rows(node))
