"""YAML files: records with the line of every value.

Scalars are taken as the text that stands there, whatever YAML would make of them (`05`, `no`, `2024-12-27`);
the set's contract says what each one is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from kcdocs.model.finding import Finding, Place
from kcdocs.model.record import Record, Value
from kcdocs.records import faults, limits
from kcdocs.records.errors import RecordSyntaxError
from kcdocs.records.hygiene import clean
from kcdocs.records.hygiene import faults as text_faults
from kcdocs.records.source import RecordSource
from kcdocs.records.text_file import read_text
from kcdocs.records.yaml_reasons import reason_of
from kcdocs.records.yaml_scan import LOADER, scan, too_much
from kcdocs.text.limits import LONGEST_NAME, MOST_DEPTH, MOST_VALUES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TAG = "tag:yaml.org,2002:"
_PLAIN = frozenset({"str", "null", "bool", "int", "float", "timestamp", "merge", "value"})


def read(path: Path) -> RecordSource:
    """Open a YAML file: a record, a list of them, or one in each `---` document.

    Raises:
        UnreadableRecordError: If the file cannot be read as text.
        RecordSyntaxError: If it is not YAML.
    """
    text = read_text(path)
    try:
        unseen = scan(text, str(path))
        deep = any(fault.code == faults.TOO_MUCH.code for fault in unseen)
        roots = [] if deep else [root for root in yaml.compose_all(text, Loader=LOADER) if root is not None]
    except yaml.YAMLError as fault:
        told = reason_of(fault, text)
        place = Place(file=str(path), line=told.line)
        raise RecordSyntaxError("YAML", told.words, place, told.mend) from None
    nodes = [node for root in roots for node in _record_nodes(root)]
    reading = _Reading(str(path), [] if nodes else unseen)
    return RecordSource(_records(nodes, unseen, reading), reading.faults)


def _records(nodes: list[yaml.Node], unseen: list[Finding], reading: _Reading) -> Iterator[Record]:
    """The records, each after what the text hides between its first line and the next record."""
    ends = [*(node.start_mark.line for node in nodes[1:]), math.inf]
    waiting = sorted(unseen, key=lambda fault: fault.place.line)
    for node, end in zip(nodes, ends, strict=False):  # no node: one end and nothing to give
        own = [fault for fault in waiting if fault.place.line <= end]
        waiting = waiting[len(own) :]
        reading.faults += own
        yield reading.record(node)


def _record_nodes(root: yaml.Node) -> list[yaml.Node]:
    if isinstance(root, yaml.SequenceNode):
        return list(root.value)
    empty = isinstance(root, yaml.ScalarNode) and root.tag == _TAG + "null"
    return [] if empty else [root]


@dataclass(slots=True)
class _Reading:
    file: str
    faults: list[Finding] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    values: int = 0

    def record(self, node: yaml.Node) -> Record:
        self.places = {}
        place = self._place(node, "")
        if not isinstance(node, yaml.MappingNode):
            self.faults.append(faults.NO_OBJECT.at(place, form="các dòng «tên trường: giá trị»"))
            return Record({}, {}, place)
        data = self._mapping(node, "", 0)
        return Record(data, self.places, place) if self.values <= MOST_VALUES else Record({}, {}, place)

    def _value(self, node: yaml.Node, path: str, depth: int) -> Value:
        self.places[path] = place = self.places.get(path) or self._place(node, path)
        self.values += 1
        if self.values > MOST_VALUES or depth > MOST_DEPTH:
            if not any(fault.code == faults.TOO_MUCH.code for fault in self.faults):
                self.faults.append(too_much(place))
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, depth)
        if isinstance(node, yaml.SequenceNode):
            return [
                self._value(item, f"{path}[{index}]", depth + 1) for index, item in enumerate(node.value, 1)
            ]
        return self._scalar(node, place)

    def _mapping(self, node: yaml.MappingNode, path: str, depth: int) -> dict[str, Value]:
        data: dict[str, Value] = {}
        for key, item in node.value:
            name = clean(str(key.value)) if isinstance(key, yaml.ScalarNode) else "?"
            if len(name) > LONGEST_NAME:
                self.faults.append(
                    faults.LONG_NAME.at(self._place(key, path), name=name[: limits.NAME_SHOWN])
                )
                continue
            inner = f"{path}.{name}" if path else name
            if name in data:
                first = self.places[inner].line
                spot = f", lần đầu ở dòng {first}"
                self.faults.append(faults.NAMED_TWICE.at(self._place(key, inner), name=name, spot=spot))
                continue
            self.places[inner] = self._place(key, inner)
            data[name] = self._value(item, inner, depth + 1)
        return data

    def _scalar(self, node: yaml.Node, place: Place) -> Value:
        if node.tag.removeprefix(_TAG) not in _PLAIN:
            self.faults.append(faults.TAGGED.at(place, tag=node.tag))
        if node.tag == _TAG + "null":
            return None
        text = clean(str(node.value))
        self.faults += text_faults(text, place)
        return text

    def _place(self, node: yaml.Node, path: str) -> Place:
        return Place(file=self.file, line=node.start_mark.line + 1, field=path)
