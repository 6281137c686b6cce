"""YAML files: records with the line of every value.

Scalars are taken as the text that stands there, whatever YAML would make of them (`05`, `no`, `2024-12-27`);
the set's contract says what each one is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.record import Record, Value
from kcdocs.records.errors import EmptyRecordsError, RecordFaultsError, RecordSyntaxError
from kcdocs.records.hygiene import faults as text_faults
from kcdocs.records.text_file import read_text
from kcdocs.records.values import clean, too_long

if TYPE_CHECKING:
    from pathlib import Path

DEPTH = 20
"""Most levels of lists and groups inside one another."""

VALUES = 200_000
"""Most values of one file, repeats by alias counted."""

_TAG = "tag:yaml.org,2002:"
_PLAIN = frozenset({"str", "null", "bool", "int", "float", "timestamp", "merge", "value"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path) -> tuple[Record, ...]:
    """The records of a YAML file: one, a list of them, or one in each `---` document.

    Raises:
        UnreadableRecordError: If the file cannot be read as text.
        RecordSyntaxError: If it is not YAML.
        RecordFaultsError: If a key stands twice, a value bears a tag, or a text is not fit for a document.
        EmptyRecordsError: If it holds nothing.
    """
    text = read_text(path)
    try:
        roots = [root for root in yaml.compose_all(text, Loader=_LOADER) if root is not None]
    except yaml.MarkedYAMLError as fault:
        raise RecordSyntaxError("YAML", _reason(fault), _syntax_place(path, fault)) from None
    except yaml.YAMLError as fault:
        raise RecordSyntaxError("YAML", str(fault).splitlines()[0], Place(file=str(path))) from None
    reading = _Reading(str(path))
    records = [reading.record(node) for root in roots for node in _record_nodes(root)]
    if reading.faults:
        raise RecordFaultsError(reading.faults)
    if not records:
        raise EmptyRecordsError(path)
    return tuple(records)


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
            self._fault("RC115", place, "Một hồ sơ phải gồm các dòng «tên trường: giá trị».")
            return Record({}, {}, place)
        data = self._mapping(node, "", 0)
        return Record(data, self.places, place)

    def _value(self, node: yaml.Node, path: str, depth: int) -> Value:
        self.places[path] = place = self.places.get(path) or self._place(node, path)
        self.values += 1
        if self.values > VALUES or depth > DEPTH:
            if not any(fault.code == "RC116" for fault in self.faults):
                self._fault(
                    "RC116", place, f"Dữ liệu quá nhiều ({VALUES} giá trị) hoặc lồng quá sâu ({DEPTH} cấp)."
                )
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
            inner = f"{path}.{name}" if path else name
            if name in data:
                first = self.places[inner].line
                self._fault(
                    "RC114",
                    self._place(key, inner),
                    f"Trường «{name}» đã có ở dòng {first}; mỗi trường chỉ ghi một lần.",
                )
                continue
            self.places[inner] = self._place(key, inner)
            data[name] = self._value(item, inner, depth + 1)
        return data

    def _scalar(self, node: yaml.Node, place: Place) -> Value:
        if node.tag.removeprefix(_TAG) not in _PLAIN:
            self._fault("RC117", place, f"Không dùng nhãn kiểu «{node.tag}» trong tệp dữ liệu.")
        if node.tag == _TAG + "null":
            return None
        text = clean(str(node.value))
        self.faults.extend((*too_long(text, place), *text_faults(text, place)))
        return text

    def _place(self, node: yaml.Node, path: str) -> Place:
        return Place(file=self.file, line=node.start_mark.line + 1, field=path)

    def _fault(self, code: str, place: Place, message: str) -> None:
        self.faults.append(Finding(code, Severity.ERROR, place, message))


def _syntax_place(path: Path, fault: yaml.MarkedYAMLError) -> Place:
    mark = fault.problem_mark or fault.context_mark
    return Place(file=str(path), line=mark.line + 1 if mark else 0)


_REASONS = {
    "mapping values are not allowed": "dấu hai chấm sai chỗ; giá trị có dấu «: » phải đặt trong ngoặc kép",
    "could not find expected ':'": "thiếu dấu hai chấm sau tên trường",
    "found a tab character": "có dấu tab đầu dòng; thụt đầu dòng bằng dấu cách",
    "cannot start any token": "có dấu tab hoặc ký tự không được đứng đầu giá trị",
    "did not find expected key": "các dòng không thụt đầu dòng bằng nhau, hoặc thiếu dấu ngoặc",
    "did not find expected": "thiếu dấu ngoặc, dấu nháy hoặc dấu gạch đầu dòng",
    "found unexpected end of stream": "dấu nháy mở ra mà không đóng lại",
    "found undefined alias": "có dấu * trỏ tới chỗ không có; giá trị bắt đầu bằng * phải đặt trong ngoặc kép",
    "control characters are not allowed": "có ký tự điều khiển trong tệp",
}


def _reason(fault: yaml.MarkedYAMLError) -> str:
    problem = fault.problem or ""
    known = (words for key, words in _REASONS.items() if key in problem)
    return next(known, "không hiểu được chỗ này")
