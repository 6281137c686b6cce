"""The mechanical part of an explanation: class, what follows, numbers and references touched."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from kcdocs.model.address import Address
from kcdocs.model.comparison import ChangeClass, Outcome
from kcdocs.report.cautions import same_words
from kcdocs.report.commands import CommandIndex
from kcdocs.report.marks import changes_of
from kcdocs.report.titles import classes, renamed, spoken
from kcdocs.report.words import OUTCOMES, QUANTITIES, capital, class_words, file_words, match_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kcdocs.model.comparison import Comparison, Impact, QuantityChange, Row
    from kcdocs.report.blocks import Block
    from kcdocs.report.chain import Chain
    from kcdocs.report.strands import Strand

T = TypeVar("T")


class Notes:
    """Says of each block of a chain what the machine knows of it.

    Args:
        chain: What the blocks are followed through.
    """

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._steps = tuple(map(_Step, chain.steps))

    def of(self, block: Block) -> Iterator[str]:
        """Sentences about a block, each a line of the explanation; of several steps each under its name."""
        if not block.changed:
            yield kept_words(self._chain, block)
        for number, step in enumerate(self._steps):
            told = [*step.notes(block.rows(number)), *_returned(block, number)]
            if told and len(self._steps) > 1:
                yield f"{step_words(number)}:"
            yield from told
        if self._chain.net is not None and block.changed:
            yield from _net(self._chain, block)


def _returned(block: Block, step: int) -> Iterator[str]:
    told: dict[str, list[Strand]] = defaultdict(list)
    for strand in block.strands:
        if words := returned_words(strand, step):
            told[words].append(strand)
    for words, strands in told.items():
        yield f"{capital(words)}{_places(strands, block)}."


def _net(chain: Chain, block: Block) -> Iterator[str]:
    """What all steps together did to a block, one line for what the same befell."""
    told: dict[str, list[Strand]] = defaultdict(list)
    for strand in block.strands:
        if strand.changed:
            told[net_words(strand)].append(strand)
    for words, strands in told.items():
        yield f"{net_name(chain)}: {words}{_places(strands, block)}."


def _places(strands: Sequence[Strand], block: Block) -> str:
    if len(block.strands) == 1:
        return ""
    return f" ({'; '.join(Address(strand.node.address.steps[-1:]).spoken() for strand in strands)})"


def kept_words(chain: Chain, block: Block) -> str:
    """What is said of a provision that no step changed: kept, unless a command on it is still open."""
    places = [node.address for version in range(len(chain.steps) + 1) for node in block.places(version)]
    waiting = [item for step in chain.steps for item in step.unfollowed if any(map(item.concerns, places))]
    if not waiting:
        return "Giữ nguyên."
    told = dict.fromkeys(f"“{item.words}” ({item.origin.spoken()}): {item.reason}" for item in waiting)
    return f"Chưa rõ có giữ nguyên hay không, vì chưa áp được lệnh {'; '.join(told)}"


def step_words(number: int) -> str:
    """The name of a step, counted from 0: "Dự thảo 1 so với bản gốc"."""
    return f"Dự thảo {number + 1} so với {f'dự thảo {number}' if number else 'bản gốc'}"


def net_name(chain: Chain) -> str:
    """The name of the comparison of the first text with the last: "Dự thảo 2 so với bản gốc"."""
    return f"Dự thảo {len(chain.steps)} so với bản gốc"


def comparison_names(chain: Chain) -> list[str]:
    """The names of the steps, and behind them that of the first text with the last where it was compared."""
    names = [step_words(number) for number, _ in enumerate(chain.steps)]
    return [*names, net_name(chain)] if chain.net is not None else names


def unchanged_words(chain: Chain) -> list[str]:
    """For each comparison that found no difference what that covers, under its name if there are several."""
    several = len(chain.steps) > 1
    return [
        f"{name}: {same_words(comparison)}" if several else same_words(comparison)
        for name, comparison in zip(comparison_names(chain), chain.comparisons, strict=True)
        if not any(map(changes_of, comparison.rows))
    ]


def returned_words(strand: Strand, step: int) -> str:
    """That a step put back the words of an earlier text: "khôi phục như bản gốc"; empty if it did not."""
    place = strand.returned(step)
    return "" if place is None else f"khôi phục như {f'dự thảo {place}' if place else 'bản gốc'}"


def net_words(strand: Strand) -> str:
    """What all steps together did to a provision."""
    if not strand.net:
        return "không có ở cả hai bản"
    return classes(change for change in ChangeClass if change in strand.net_changes) or "không đổi"


def row_notes(comparison: Comparison) -> Callable[[Sequence[Row]], Iterator[str]]:
    """What is told of rows of one comparison: classes, commands, quantities, phrases, references."""
    return _Step(comparison).notes


class _Step:
    """What one comparison tells of its rows, found by provision: a draft has thousands of each."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._commands = CommandIndex(comparison)
        self._quantities = _by_address(comparison.quantities, lambda item: (item.address,))
        self._impacts = _by_address(comparison.impacts, lambda item: (item.address, *item.reference.targets))

    def notes(self, rows: Sequence[Row]) -> Iterator[str]:
        if any(map(changes_of, rows)):
            yield _classes(rows)
        told = dict.fromkeys(map(self._commands.words_of, rows))
        yield from (f"{capital(words)}." for words in told if words)
        yield from (
            f"{capital(spoken(row.news))} trước là {spoken(row.olds)}."
            for row in rows
            if renamed(row) and changes_of(row)
        )
        news = {node.address for row in rows for node in row.news}
        olds = {node.address for row in rows for node in row.olds}
        yield from map(_quantity, _found(self._quantities, news))
        yield from _phrases(rows, self._comparison)
        yield from self._references(news, olds)
        yield from (
            f"Ghép cặp chưa chắc chắn: {match_words(row.match)}."
            for row in rows
            if row.match and not row.match.sure
        )

    def _references(self, news: set[Address], olds: set[Address]) -> Iterator[str]:
        for impact in _found(self._impacts, news | olds):
            own = impact.instrument == self._comparison.new.name and impact.address in news
            if own and impact.outcome is not Outcome.FOLLOWED:
                repair = f"; đề nghị sửa thành “{impact.proposed}”" if impact.proposed else ""
                yield f"Viện dẫn “{impact.words}”: {OUTCOMES[impact.outcome]}{repair}."
            elif not own and _points_at(impact, olds if impact.outcome is Outcome.DANGLING else news):
                place = _from(impact, self._comparison)
                yield f"Được dẫn từ {place} (“{impact.words}”: {OUTCOMES[impact.outcome]})."


_ByPlace = dict[Address, list[tuple[int, T]]]


def _by_address(items: Iterable[T], addresses: Callable[[T], Iterable[Address]]) -> _ByPlace[T]:
    """For each address the items that name it, with their places in the order of all."""
    places: _ByPlace[T] = defaultdict(list)
    for place, item in enumerate(items):
        for address in addresses(item):
            places[address].append((place, item))
    return places


def _found(places: _ByPlace[T], addresses: Iterable[Address]) -> list[T]:
    """The items that name one of the addresses, once each, in the order of all."""
    found = {place: item for address in addresses for place, item in places.get(address, ())}
    return [found[place] for place in sorted(found)]


def _classes(block_rows: Sequence[Row]) -> str:
    changed: dict[ChangeClass, list[Row]] = defaultdict(list)
    for row in block_rows:
        for change in changes_of(row):
            changed[change].append(row)
    told = []
    for change in filter(changed.__contains__, ChangeClass):
        places = f" ({'; '.join(map(_short, changed[change]))})" if len(block_rows) > 1 else ""
        told.append(f"{class_words(change)}{places}")
    return f"Loại thay đổi: {'; '.join(told)}."


def _short(row: Row) -> str:
    """The last step of an address: the block's place says the rest."""
    nodes = row.news or row.olds
    return ", ".join(Address(node.address.steps[-1:]).spoken() for node in nodes)


def _quantity(item: QuantityChange) -> str:
    return f"{capital(QUANTITIES[item.kind])}: {item.old or '(không có)'} → {item.new or '(bỏ)'}."


def _phrases(rows: Sequence[Row], comparison: Comparison) -> Iterator[str]:
    found = {edit.phrase for row in rows for edit in row.edits if edit.phrase >= 0}
    for index in sorted(found):
        phrase = comparison.phrases[index]
        new = f"bằng “{phrase.new}”" if phrase.new else "(bỏ hẳn)"
        yield f"Thay “{phrase.old}” {new}, cùng {len(phrase.places)} nơi trong văn bản."


def _points_at(impact: Impact, addresses: set[Address]) -> bool:
    return not addresses.isdisjoint(impact.reference.targets)


def _from(impact: Impact, comparison: Comparison) -> str:
    place = impact.address.spoken()
    return place if impact.instrument == comparison.new.name else f"{place}, {file_words(impact.instrument)}"
