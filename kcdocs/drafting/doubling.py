"""Values beside their template: what it adds anyway is taken off them, or told where that is unsure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from kcdocs.codes import Declared
from kcdocs.drafting.institutions import NAME
from kcdocs.drafting.lines import LINES
from kcdocs.model.finding import Severity
from kcdocs.records.values import is_plain_text
from kcdocs.sets.naming import called
from kcdocs.sets.schema import FORM
from kcdocs.text.doubling import HOLE, Around, fitted, spoken_words
from kcdocs.text.pasted import unpasted
from kcdocs.text.slices import Slice, is_among

if TYPE_CHECKING:
    from kcdocs.engine.template import Template
    from kcdocs.model.finding import Finding
    from kcdocs.model.record import Record, Value
    from kcdocs.sets.schema import Contract, SchemaPart


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line that a document prints among the items of a list by itself.

    Attributes:
        begins: How it begins, without its field.
        path: The field it ends in.
    """

    begins: str
    path: str


class AroundItems(NamedTuple):
    """The text around a value in one place.

    Attributes:
        around: The text.
        items: Which items of its nearest list stand there; nothing for all. Only the text behind is for them
            alone: words before one item, such as a label, are left out of every item.
    """

    around: Around
    items: tuple[Slice, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the documents of a template print around their values.

    Attributes:
        around: Path of a field ("noi_nhan[]") → the text around its values in each place.
        own: Path of the items of a list → the lines that stand among them without being items.
    """

    around: Mapping[str, Sequence[AroundItems]]
    own: Mapping[str, Sequence[OwnLine]]


_TAKEN = Declared(
    "TP346",
    Severity.NOTE,
    "Words or marks of a value that the template adds anyway were left out.",
    "Đã bỏ {taken} trong {name}: mẫu tự ghi phần này.",
)
_DOUBTFUL = Declared(
    "TP347",
    Severity.ERROR,
    "A value begins or ends with something like what the template adds, but not the same.",
    "{name} ghi «{said}», trong khi ở đây đã có {added}.",
    mend="Bỏ phần đó khỏi dữ liệu; nếu đúng là nội dung, viết lại cho khác đi.",
)
_JOINED = Declared(
    "TP348",
    Severity.NOTE,
    "Line breaks in the middle of a sentence were left out.",
    "Đã nối các dòng bị ngắt giữa câu trong {name}.",
)

_NAMED = Around(after=", ")
_NAMES = frozenset({NAME, "ten-goi"})
"""Formats of names and titles, of bodies and of people: they go on everywhere, and none ends in a mark."""

_FIELD = re.compile(r"\{(|[^{}=][^{}]*)\}")
_DECIDING = re.compile(r"\{=([^{}]*)\}")
_EDGED = re.compile(f"{HOLE}([^{HOLE}]*){HOLE}")
_Wording = Sequence["str | _Field"]


@dataclass(frozen=True, slots=True)
class _Field:
    """A field within the wording of a printed line; no path for what is none."""

    path: str


def surroundings_of(template: Template) -> Surroundings:
    """What the documents of a template print around the values of each field.

    Args:
        template: The compiled template; the lines that the law words are those of `LINES`.
    """
    found: dict[str, dict[AroundItems, None]] = defaultdict(dict)
    own: dict[str, Sequence[OwnLine]] = {}
    for part in template.parts:
        for printed in part.printed:
            own |= _own_lines(printed.path)
            before, after, above = map(_resolved, (printed.before, printed.after, printed.above))
            for wording in _wordings(printed.path):
                for path, inner_before, inner_after in _fields_of(wording):
                    around = Around(before + inner_before, inner_after + after, above, printed.offset)
                    if around.before.strip() or around.after.strip() or around.above:
                        items = printed.items if path == printed.path else ()
                        found[path][AroundItems(around, items)] = None
    return Surroundings({path: tuple(arounds) for path, arounds in found.items()}, own)


def _own_lines(path: str) -> dict[str, Sequence[OwnLine]]:
    """The lines that a printed list has besides its items, by the path of those."""
    own = path.removeprefix(f"{FORM}.")
    fields = [field for wording in _wordings(path) for field in _fields_of(wording)]
    lines = [OwnLine(before.strip(" -,"), field) for field, before, _ in fields if field != own]
    return (
        {own: lines} if lines and path.endswith("[]") and any(field == own for field, _, _ in fields) else {}
    )


def _resolved(text: str) -> str:
    """The text with a hole for each other value in it; a line that has words of its own gives them."""
    return _EDGED.sub(lambda found: _plain(_wordings(found[1])[0]) if found[1] else HOLE, text)


def _plain(wording: _Wording) -> str:
    return "".join(HOLE if isinstance(piece, _Field) else piece for piece in wording)


def _fields_of(wording: _Wording) -> Iterator[tuple[str, str, str]]:
    """Each field of a wording with the text before and behind it."""
    for at, piece in enumerate(wording):
        if isinstance(piece, _Field) and piece.path:
            yield piece.path, _plain(wording[:at]), _plain(wording[at + 1 :])


def _wordings(path: str) -> list[_Wording]:
    """How a value is put together that a template prints."""
    form, _, own = path.partition(".")
    if form != FORM or not own:
        return [(_Field(path),)]
    line = LINES.get(re.split(r"[.\[]", own)[0])
    if line and own in line.prints:
        return [_parsed(wording) for wording in line.prints[own]]
    return [(_Field(own if line and line.shape else ""),)]


def _parsed(wording: str) -> _Wording:
    pieces = _FIELD.split(wording)  # text, field, text, field, …
    return [_Field(piece) if at % 2 else piece for at, piece in enumerate(pieces) if at % 2 or piece]


def undoubled(contract: Contract, record: Record, surroundings: Surroundings) -> tuple[Record, list[Finding]]:
    """A record as its document needs it.

    Args:
        contract: The contract of its data.
        record: The record.
        surroundings: What its document prints around them.

    Returns:
        The record with its typed data; what to tell: a note of what was left out, an error where that is
        not certain.
    """
    typed = contract.typed(record.data)
    walk = _Walk(contract, replace(record, data=typed), surroundings)
    whole = contract.whole
    values = {name: walk.value(item, whole.member(name), name, name) for name, item in typed.items()}
    return replace(record, data=typed.mended(values)), [*walk.doubts, *walk.notes()]


@dataclass(slots=True)
class _Walk:
    """One walk through a record.

    Attributes:
        doubts: What is told as an error.
        taken: Path without numbers → what was taken off its values, each with where it stood last.
        joined: Path without numbers of values whose lines were joined → the first of them.
        seen: Path without numbers → how many values of it were seen.
    """

    contract: Contract
    record: Record
    surroundings: Surroundings
    doubts: list[Finding] = field(default_factory=list)
    taken: dict[str, dict[str, str]] = field(default_factory=dict)
    joined: dict[str, str] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)

    def value(
        self, value: Value, part: SchemaPart, path: str, kind: str, place: int = 0, count: int = 0
    ) -> Value:
        """A value without what the template adds.

        Args:
            value: The value, or all values of a group or list.
            part: What the contract says of it.
            path: Where it stands ("noi_nhan[2]").
            kind: The same without numbers ("noi_nhan[]").
            place: Its place in the nearest list, from 1.
            count: How many items that list has.
        """
        if isinstance(value, str):
            form = part.schema.get("format")
            at = (place, count)
            return self._text(value, path, kind, at, form) if is_plain_text(part.schema) else value
        if isinstance(value, Mapping):
            return {
                name: self.value(item, part.member(name), f"{path}.{name}", f"{kind}.{name}", place, count)
                for name, item in value.items()
            }
        if isinstance(value, Sequence):
            items = [
                self.value(item, part.item, f"{path}[{number}]", f"{kind}[]", number, len(value))
                for number, item in enumerate(value, 1)
            ]
            lines = self.surroundings.own.get(f"{kind}[]", ())
            return [item for n, item in enumerate(items, 1) if not self._printed(item, f"{path}[{n}]", lines)]
        return value

    def _printed(self, item: Value, path: str, lines: Sequence[OwnLine]) -> bool:
        """Whether an item is a line that the document prints by itself; one that differs from it is told."""
        said = spoken_words(item) if lines and isinstance(item, str) else ()
        for line in lines:
            begins, ending = spoken_words(line.begins), spoken_words(str(self._field(line.path) or ""))
            if said[: len(begins)] != begins:
                continue
            if said in (begins, begins + ending):
                self.taken.setdefault(path, {})[str(item)] = path
                return True
            self._doubt(path, str(item), f"dòng «{line.begins} …» do mẫu tự ghi từ «{line.path}»")
        return False

    def _field(self, path: str) -> Value:
        """A field of the record outside its lists."""
        value: Value = self.record.data
        for name in path.split("."):
            value = value.get(name) if isinstance(value, Mapping) else None
        return value

    def _text(self, value: str, path: str, kind: str, at: tuple[int, int], form: str | None) -> str:
        self.seen[kind] += 1
        text = unpasted(value)
        if value.count("\n") > text.count("\n"):
            self.joined.setdefault(kind, path)
        around = [
            self._said(one if is_among(*at, items) else replace(one, after=""))
            for one, items in self.surroundings.around.get(kind, ())
        ]
        around += [_NAMED] if form in _NAMES else []
        if not around:
            return text
        found = fitted(text, around, (at[0], self.seen[kind]))
        if found.doubt:
            self._doubt(path, found.doubt.found, found.doubt.added)
        elif found.taken:
            self.taken.setdefault(kind, {}).update(dict.fromkeys(found.taken, path))
        return found.text

    def _said(self, around: Around) -> Around:
        """What stands around a value, with the value of another field where that decides."""
        if "{=" not in around.before:
            return around
        before = _DECIDING.sub(lambda found: str(self._field(found[1]) or HOLE), around.before)
        return replace(around, before=before)

    def _doubt(self, path: str, said: str, added: str) -> None:
        place = replace(self.record.where(path), field=path)
        name = self._named(path)
        named = name[:1].upper() + name[1:]
        self.doubts.append(_DOUBTFUL.at(place, said, name=named, said=said, added=added))

    def _named(self, path: str) -> str:
        return called(self.contract, replace(self.record.where(path), field=path), path)

    def notes(self) -> Iterator[Finding]:
        """What was left out, once for all values of a field."""
        for told in self.taken.values():
            path = next(iter(told.values()))
            said = ", ".join(f"«{one}»" for one in told)
            yield _TAKEN.at(self.record.where(path), said, taken=said, name=self._of_all(path))
        for path in self.joined.values():
            yield _JOINED.at(self.record.where(path), name=self._of_all(path))

    def _of_all(self, path: str) -> str:
        """The field, without the number of an item."""
        return self._named(re.sub(r"\[\d+\]$", "", path))
