"""The mechanical part of an explanation: class, what follows, numbers and references touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.model.address import Address
from kcdocs.model.comparison import ChangeClass, Outcome
from kcdocs.report.commands import CommandIndex
from kcdocs.report.marks import changes_of
from kcdocs.report.titles import renamed, spoken
from kcdocs.report.words import OUTCOMES, QUANTITIES, capital, class_words, file_words, match_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.model.comparison import Comparison, Impact, Row
    from kcdocs.report.blocks import Block


def notes(block: Block) -> Iterator[str]:
    """Sentences about a block, each a line of the explanation; of several steps each under its name."""
    steps = block.chain.steps
    if not block.changed:
        yield "Giữ nguyên."
    for number, comparison in enumerate(steps):
        told = [*_step_notes(block.rows(number), comparison)]
        if told and len(steps) > 1:
            yield f"{step_words(number)}:"
        yield from told


def step_words(number: int) -> str:
    """The name of a step, counted from 0: "Dự thảo 1 so với bản gốc"."""
    return f"Dự thảo {number + 1} so với {f'dự thảo {number}' if number else 'bản gốc'}"


def _step_notes(rows: Sequence[Row], comparison: Comparison) -> Iterator[str]:
    if any(map(changes_of, rows)):
        yield _classes(rows)
    commands = CommandIndex(comparison)
    told = dict.fromkeys(commands.told(row) for row in rows)
    yield from (f"{capital(words)}." for words in told if words)
    yield from (
        f"{capital(spoken(row.news))} trước là {spoken(row.olds)}."
        for row in rows
        if renamed(row) and changes_of(row)
    )
    news = {str(node.address) for row in rows for node in row.news}
    olds = {str(node.address) for row in rows for node in row.olds}
    yield from _quantities(comparison, news)
    yield from _phrases(rows, comparison)
    yield from _references(comparison, news, olds)
    yield from (
        f"Ghép cặp chưa chắc chắn: {match_words(row.match)}."
        for row in rows
        if row.match and not row.match.sure
    )


def _classes(block_rows: Sequence[Row]) -> str:
    changed = [row for row in block_rows if changes_of(row)]
    told = []
    for change in ChangeClass:
        rows = [row for row in changed if change in changes_of(row)]
        places = f" ({'; '.join(map(_short, rows))})" if len(block_rows) > 1 else ""
        told += [f"{class_words(change)}{places}"] if rows else []
    return f"Loại thay đổi: {'; '.join(told)}."


def _short(row: Row) -> str:
    """The last step of an address: the block's place says the rest."""
    nodes = row.news or row.olds
    return ", ".join(Address(node.address.steps[-1:]).spoken() for node in nodes)


def _quantities(comparison: Comparison, news: set[str]) -> Iterator[str]:
    for item in comparison.quantities:
        if str(item.address) in news:
            yield f"{capital(QUANTITIES[item.kind])}: {item.old or '(không có)'} → {item.new or '(bỏ)'}."


def _phrases(rows: Sequence[Row], comparison: Comparison) -> Iterator[str]:
    found = {edit.phrase for row in rows for edit in row.edits if edit.phrase >= 0}
    for index in sorted(found):
        phrase = comparison.phrases[index]
        new = f"bằng “{phrase.new}”" if phrase.new else "(bỏ hẳn)"
        yield f"Thay “{phrase.old}” {new}, cùng {len(phrase.places)} nơi trong văn bản."


def _references(comparison: Comparison, news: set[str], olds: set[str]) -> Iterator[str]:
    for impact in comparison.impacts:
        own = impact.instrument == comparison.new.name and str(impact.address) in news
        if own and impact.outcome is not Outcome.FOLLOWED:
            repair = f"; đề nghị sửa thành “{impact.proposed}”" if impact.proposed else ""
            yield f"Viện dẫn “{impact.words}”: {OUTCOMES[impact.outcome]}{repair}."
        elif not own and _points_at(impact, olds if impact.outcome is Outcome.DANGLING else news):
            yield f"Được dẫn từ {_from(impact, comparison)} (“{impact.words}”: {OUTCOMES[impact.outcome]})."


def _points_at(impact: Impact, addresses: set[str]) -> bool:
    return any(str(target) in addresses for target in impact.reference.targets)


def _from(impact: Impact, comparison: Comparison) -> str:
    place = impact.address.spoken()
    return place if impact.instrument == comparison.new.name else f"{place}, {file_words(impact.instrument)}"
