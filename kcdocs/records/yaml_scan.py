"""What YAML would do to a text unseen: looked for in its stream of events, before anything is made of it.

Only the stream can be trusted with any file: it is read level by level without recursion, while libyaml's
composer recurses in C and ends the process on deep nesting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from kcdocs.model.finding import Finding, Place
from kcdocs.records import faults, limits
from kcdocs.text.limits import MOST_DEPTH, MOST_VALUES

if TYPE_CHECKING:
    from collections.abc import Iterable

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CUT = re.compile(r"(?P<gap>[ \t]+)#(?P<rest>[^\n]*)")


def scan(text: str, file: str) -> list[Finding]:
    """What must be mended before the text may be composed.

    Args:
        text: A YAML text.
        file: The file as the user named it.

    Returns:
        Words cut off as a remark (RC118), lines that begin with a dash inside a value (RC119), names taken
        for anchors (RC120); or but one fault where the text is too deep or has too many values (RC116).

    Raises:
        yaml.YAMLError: If it is not YAML.
    """
    reading = _Scan(text, file)
    for event in yaml.parse(text, Loader=LOADER):
        if reading.too_much(event):
            return [too_much(reading.place(event))]
        reading.take(event)
    return [*reading.found, *reading.unused()]


def too_much(place: Place) -> Finding:
    """The fault of a text that holds more than data of documents ever do."""
    return faults.TOO_MUCH.at(place, values=MOST_VALUES, depth=MOST_DEPTH)


@dataclass(slots=True)
class _Scan:
    text: str
    file: str
    found: list[Finding] = field(default_factory=list)
    anchors: dict[str, yaml.Event] = field(default_factory=dict)
    depth: int = 0
    events: int = 0

    def too_much(self, event: yaml.Event) -> bool:
        self.events += 1
        if isinstance(event, yaml.CollectionStartEvent):
            self.depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            self.depth -= 1
        most = 2 * MOST_VALUES  # a field is two events: its name, its value
        return self.depth > MOST_DEPTH or self.events > most

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            if isinstance(event, yaml.AliasEvent):
                self.anchors.pop(event.anchor, None)
            else:
                self.anchors[event.anchor] = event
        if isinstance(event, yaml.ScalarEvent) and not event.style:
            self._plain(event)

    def _plain(self, event: yaml.ScalarEvent) -> None:
        """A value without quotation marks, as most are."""
        begin, end = _mark(event.start_mark), _mark(event.end_mark)
        cut = _CUT.match(self.text, end.index)
        if cut and not _is_remark(event.value, cut):
            self.found.append(faults.CUT_OFF.at(self.place(event), f"#{cut['rest']}"[: limits.REMARK_SHOWN]))
        if begin.line == end.line:
            return
        lines = self.text[begin.index : end.index].splitlines()
        for below, line in enumerate(lines[1:], 1):
            if line.lstrip().startswith("-"):
                self.found.append(
                    faults.DASHED.at(self.place(event, below), line.strip()[: limits.REMARK_SHOWN])
                )

    def unused(self) -> Iterable[Finding]:
        """Anchors that nothing refers to: they were meant as text."""
        for name, event in self.anchors.items():
            yield faults.ANCHORED.at(self.place(event), name=name)

    def place(self, event: yaml.Event, below: int = 0) -> Place:
        """Where an event begins, or so many lines below."""
        return Place(file=self.file, line=_mark(event.start_mark).line + 1 + below)


def _is_remark(value: str, cut: re.Match[str]) -> bool:
    """Whether what follows a value is set off as people set off a remark: two spaces, "#", a space.

    So do the examples of the shipped sets. In "nhóm nghề #3" one of them is missing.
    """
    return bool(value) and len(cut["gap"].expandtabs()) > 1 and cut["rest"][:1] in ("", " ")


def _mark(mark: Any) -> Any:
    """A mark of an event; the stubs allow for none, the library sets every one."""
    return mark
