"""What the items of a command name: addresses, each with what its neighbours and the lines above lend it.

Items are read from right to left: one takes the larger units that it lacks from the item on its right, and
what is still missing from above. Nothing is ever widened: an item whose place stays open has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from kcdocs.law.kinds import GROUPING, LEVEL
from kcdocs.law.parts import part_words
from kcdocs.model.address import SPOKEN, Address, Kind, Step
from kcdocs.model.operation import Part, PartKind
from kcdocs.parse.command.sentence import NamedItem, NamedUnit, Naming
from kcdocs.parse.command.spread import going_down, reads, spread

_OWN = {PartKind.FORM, PartKind.TABLE, PartKind.NOTE}
"""Parts that need no unit around them to be found."""

_OF_ALL = {PartKind.HEADING, PartKind.BASIS, PartKind.BASES}
"""Parts that are the whole text's where no unit is named with them."""

_ROWS = {PartKind.ROW, PartKind.COLUMN, PartKind.TABLE}
_SMALLEST = 10
"""Below every level of `LEVEL`: where a part without a unit stands."""

_TWO_WAYS = "“{}” là một nơi hay hai nơi?"
_OTHERWISE = "Lời dẫn ở trên nói {}, lệnh nói {}; lệnh tác động vào nơi nào?"
_NO_PLACE = "Không rõ “{}” thuộc đơn vị nào."
_NO_LABEL = "Không đọc được số hiệu “{}”."
_NO_RANGE = "“{}” gồm những số, ký hiệu nào? Số, ký hiệu sau không lớn hơn số, ký hiệu trước."
_SMALL = (Kind.CLAUSE, Kind.POINT, Kind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What one item names.

    Attributes:
        item: The item.
        address: The provision; empty for a form whose annex is not named.
        parts: Which part of it, the outermost first.
        naming: The instrument named behind it, or behind an item on its right.
        doubt: Why it is not sure, in Vietnamese; empty where it is.
        inherited: Whether units were taken from above.
        ranged: Whether it stands in a range ("từ khoản 3 đến khoản 7").
    """

    item: NamedItem
    address: Address
    parts: tuple[Part, ...] = ()
    naming: Naming | None = None
    doubt: str = ""
    inherited: bool = False
    ranged: bool = False


def resolve(
    lists: Sequence[Sequence[NamedItem]], above: Address, *, fresh: frozenset[int] = frozenset()
) -> list[list[Resolved]]:
    """What the items of a sentence name.

    Args:
        lists: The lists of items in the order of the sentence; items of one list stand beside one another.
        above: What the lines above lend: one provision, or the instrument.
        fresh: Places in `lists` of provisions that are new: they stand beside what stands above, not in it.

    Returns:
        For each list what its items name, labels and ranges spread out.
    """
    reader = _Reader(above)
    found = [reader.items(items, fresh=place in fresh) for place, items in reversed(list(enumerate(lists)))]
    return _backwards(found[::-1], above)


def _backwards(lists: list[list[Resolved]], above: Address) -> list[list[Resolved]]:
    """Settle "Điều này": the unit last named before it."""
    last = above
    result: list[list[Resolved]] = []
    for items in lists:
        row: list[Resolved] = []
        for item in items:
            this = next((unit.kind for unit in item.item.units if unit.this), None)
            row.append(item if this is None else _this(item, this, last))
            last = row[-1].address if row[-1].address.steps else last
        result.append(row)
    return result


def _this(item: Resolved, kind: Kind, last: Address) -> Resolved:
    for length in range(len(last.steps), 0, -1):
        if last.steps[length - 1].kind is kind:
            below = tuple(step for step in item.address.steps if LEVEL[step.kind] > LEVEL[kind])
            return replace(item, address=Address((*last.steps[:length], *below)), doubt="")
    return replace(item, doubt=_NO_PLACE.format(f"{SPOKEN[kind]} này"))


class _Reader:
    """Reads items from right to left; what one names is lent to the next."""

    def __init__(self, above: Address) -> None:
        self._above = above
        self._lent: tuple[Step, ...] = ()
        self._naming: Naming | None = None
        self._forms: tuple[Part, ...] = ()
        self._right: set[Address] = set()

    def items(self, items: Sequence[NamedItem], *, fresh: bool) -> list[Resolved]:
        """What a list names, its last item first; the result in the order of the list."""
        found: list[list[Resolved]] = []
        place = len(items) - 1
        while place >= 0:
            item = items[place]
            right = items[place + 1] if place + 1 < len(items) else None
            resolved, whole = self._item(item, right, fresh=fresh)
            if whole and right is not None and right.joint != "," and _leads(item):
                resolved = [self._above_of(one) for one in resolved]
            elif whole and right is not None:
                resolved = self._beside(resolved, found, right)
            elif right is not None and _may_hold(right, items[: place + 1]):
                resolved = self._two_ways(resolved, found, right)
            found.append(resolved)
            place -= 1
        return [one for several in reversed(found) for one in several]

    def _above_of(self, lead: Resolved) -> Resolved:
        """The lead of what the unit beside it is in: "đoạn mở đầu và điểm a khoản 2" is that of khoản 2."""
        around = lead.address.parent
        self._lent = around.steps
        doubt = lead.doubt if around.steps else _NO_PLACE.format(_said(lead.item))
        return replace(lead, address=around, doubt=doubt)

    def _beside(
        self, resolved: list[Resolved], found: list[list[Resolved]], right: NamedItem
    ) -> list[Resolved]:
        """An item wholly in the one on its right: one place behind a comma, two ways behind "và"."""
        apart = (
            right.joint != ","
            or _leads(resolved[0].item)
            or (self._above.steps and not _within(resolved[0].address, self._above))
        )
        if apart:
            return self._two_ways(resolved, found, right)
        found.pop()
        return resolved

    def _two_ways(
        self, resolved: list[Resolved], found: list[list[Resolved]], right: NamedItem
    ) -> list[Resolved]:
        two_ways = _TWO_WAYS.format(f"{_said(resolved[0].item)} {right.joint} {_said(right)}")
        found[-1] = [replace(one, doubt=one.doubt or two_ways) for one in found[-1]]
        return [replace(one, doubt=one.doubt or two_ways) for one in resolved]

    def _item(self, item: NamedItem, right: NamedItem | None, *, fresh: bool) -> tuple[list[Resolved], bool]:
        if item.naming is not None:
            self._naming = item.naming
        units = sorted(item.units, key=lambda unit: LEVEL[unit.kind])
        bad = next(
            (
                f"{SPOKEN[unit.kind]} {label}"
                for unit in units
                for label in unit.labels
                if not reads(unit, label)
            ),
            "",
        )
        if bad or len({unit.kind for unit in units}) < len(units):
            self._lent = ()
            return [
                Resolved(
                    item, _plain(units), _first(item), self._naming, _NO_LABEL.format(bad or _said(item))
                )
            ], False
        open_ = next((unit.kind for unit in units if not (unit.labels or unit.this)), None)
        outermost = _outermost(units, open_)
        if not units and item.parts and item.parts[0][0].kind in _OF_ALL:
            lent, whole, doubt = self._lend_whole(item, right)
        else:
            lent, whole, doubt = self._lend(item, units, outermost, fresh=fresh)
        doubt = next((_NO_RANGE.format(_unit_said(unit)) for unit in units if going_down(unit)), doubt)
        labelled = [unit for unit in units if unit.labels]
        resolved = [
            Resolved(
                item,
                _address((*lent, *steps)),
                parts,
                self._naming,
                doubt,
                ranged=any(unit.ranges for unit in units),
            )
            for steps in spread(labelled)
            for parts in self._parts(item)
        ]
        self._lent = (
            resolved[-1].address.steps
            if resolved and len({one.address for one in resolved}) == 1
            else _common(resolved)
        )
        self._right = {one.address for one in resolved}
        self._forms = tuple(part for part in resolved[-1].parts if part.kind is PartKind.FORM) or self._forms
        return resolved, whole and right is not None and not right.parts

    def _parts(self, item: NamedItem) -> list[tuple[Part, ...]]:
        """The parts of an item, each alternative by itself; a row is lent the form on its right."""
        found = _alternatives(item)
        return [(*self._forms, *parts) for parts in found] if _is_row(item) else found

    def _lend(  # noqa: PLR0911 - one for each lender
        self, item: NamedItem, units: Sequence[NamedUnit], outermost: int, *, fresh: bool
    ) -> tuple[tuple[Step, ...], bool, str]:
        """The larger units that an item lacks, whether the item on its right is just those, what is open."""
        if any(unit.this for unit in units):
            return (), False, ""
        from_right = tuple(step for step in self._lent if LEVEL[step.kind] < outermost)
        complete = _complete(units)
        if complete and not (_headed_open(units) and not any(unit.labels for unit in units)):
            return (), False, self._against(units, fresh=fresh) if complete else ""
        if from_right and (_fits(from_right, units, item)):
            mixed = self._differs(from_right)
            return from_right, Address(from_right) in self._right, mixed
        from_above = tuple(step for step in self._above.steps if LEVEL[step.kind] < outermost)
        if from_above and _fits(from_above, units, item):
            return from_above, False, self._against(units, fresh=fresh)
        if item.parts and not units and (_stands_alone(item) or (self._forms and _is_row(item))):
            return from_right, False, ""
        if units and units[0].kind is Kind.SECTION and units[0].labels:
            return (), False, ""
        return (), False, _NO_PLACE.format(_said(item))

    def _lend_whole(self, item: NamedItem, right: NamedItem | None) -> tuple[tuple[Step, ...], bool, str]:
        """Whose title or bases are meant, as `_lend`: those of the whole text only where that is named."""
        heading = item.parts[0][0].kind is PartKind.HEADING
        if heading and item.naming is None and right is not None and right.parts and self._lent:
            return self._lent, False, ""
        if item.naming is None and self._above.steps:
            return self._above.steps, False, ""
        return (), False, _NO_PLACE.format(_said(item)) if heading and item.naming is None else ""

    def _against(self, units: Sequence[NamedUnit], *, fresh: bool) -> str:
        """Whether what is said contradicts what stands above."""
        if fresh:
            return ""
        for unit in units:
            for step in self._above.steps:
                apart = step.kind is unit.kind and unit.labels and step.label not in unit.labels
                if apart and unit.kind not in GROUPING:
                    return _OTHERWISE.format(
                        self._above.spoken(), " ".join(_unit_said(item) for item in units)
                    )
        return ""

    def _differs(self, lent: tuple[Step, ...]) -> str:
        for step in lent:
            for other in self._above.steps:
                if step.kind is other.kind and step.label != other.label:
                    return _OTHERWISE.format(self._above.spoken(), _address(lent).spoken())
        return ""


def _is_row(item: NamedItem) -> bool:
    """Whether an item is a row or column of a form that another item names."""
    return not item.units and bool(item.parts) and _first(item)[0].kind in _ROWS


def _leads(item: NamedItem) -> bool:
    """Whether it is the words before a list of which units are named beside it."""
    return not item.units and bool(item.parts) and _first(item)[-1].kind is PartKind.LEAD


def _may_hold(right: NamedItem, items: Sequence[NamedItem]) -> bool:
    """Whether a chapter behind a comma may be only where the article before it stands: "Điều 9, Chương II".

    Where other provisions are listed before that article, the chapter is one more of the list.
    """
    outer = {unit.kind for unit in items[-1].units}
    around = {unit.kind for unit in right.units}
    article = around and around <= GROUPING and Kind.ARTICLE in outer and not outer & GROUPING
    annexed = around == {Kind.ANNEX} and outer and outer <= GROUPING
    held = right.joint == "," and bool(article or annexed)
    return held and not any(_complete(item.units) for item in items[:-1])


def _stands_alone(item: NamedItem) -> bool:
    return any(alternatives[0].kind in _OWN for alternatives in item.parts)


def shared(addresses: Sequence[Address]) -> Address:
    """What several addresses share: that of the smallest provision around them all."""
    steps = list(addresses[0].steps)
    for address in addresses[1:]:
        same = 0
        for one, other in zip(steps, address.steps, strict=False):
            if one != other:
                break
            same += 1
        del steps[same:]
    return Address(tuple(steps))


def _within(address: Address, around: Address) -> bool:
    return address.starts_with(around) or around.starts_with(address)


def _outermost(units: Sequence[NamedUnit], open_: Kind | None) -> int:
    """The level above which an item needs to be lent units; one without a label needs its own label too."""
    if not units:
        return _SMALLEST
    return LEVEL[units[0].kind] + (1 if open_ is not None and units[0].kind is open_ else 0)


def _headed_open(units: Sequence[NamedUnit]) -> bool:
    return any(not (unit.labels or unit.this) for unit in units)


def _complete(units: Sequence[NamedUnit]) -> bool:
    kinds = {unit.kind for unit in units if unit.labels}
    return bool(kinds & {Kind.ARTICLE, Kind.ANNEX, Kind.CHAPTER, Kind.PART})


def _fits(lent: Sequence[Step], units: Sequence[NamedUnit], item: NamedItem) -> bool:
    """Whether lent units can stand around an item: a clause in an article, a section in a chapter."""
    kinds = {step.kind for step in lent}
    smallest = {unit.kind for unit in units}
    if _headed_open(units):
        return any(unit.kind in kinds for unit in units if not unit.labels)
    if smallest & {Kind.SECTION, Kind.SUBSECTION}:
        return bool(kinds & {Kind.CHAPTER, Kind.PART, Kind.ANNEX, Kind.SECTION})
    if item.parts and not units:
        return True
    return bool(kinds & {Kind.ARTICLE, Kind.ANNEX})


def _alternatives(item: NamedItem) -> list[tuple[Part, ...]]:
    """The parts of an item, outermost first, each alternative by itself."""
    return [tuple(reversed(chosen)) for chosen in product(*item.parts)]


def _first(item: NamedItem) -> tuple[Part, ...]:
    return _alternatives(item)[0]


def _address(steps: Sequence[Step]) -> Address:
    """The address of steps; an article stands at the top or in an annex, whatever chapter it is in."""
    ordered = sorted(steps, key=lambda step: LEVEL[step.kind])
    if any(step.kind is Kind.ARTICLE for step in ordered):
        ordered = [step for step in ordered if step.kind not in GROUPING]
    return Address(tuple(ordered))


def _plain(units: Sequence[NamedUnit]) -> Address:
    return _address([Step(unit.kind, unit.labels[0]) for unit in units if unit.labels])


def _common(resolved: Sequence[Resolved]) -> tuple[Step, ...]:
    """The units that all share: what a list of several lends."""
    shared: list[Step] = []
    for steps in zip(*(one.address.steps for one in resolved), strict=False):
        if len(set(steps)) > 1:
            break
        shared.append(steps[0])
    return tuple(shared)


def _unit_said(unit: NamedUnit) -> str:
    return f"{SPOKEN[unit.kind]} {', '.join(unit.labels)}".strip()


def _said(item: NamedItem) -> str:
    words = [part_words(parts[:1]) for parts in item.parts]
    return " ".join([*words, *(_unit_said(unit) for unit in item.units)])
