"""The two-way check: a set's template, contract and examples against one another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.engine.check import check_template
from kcdocs.engine.check_report import TemplateFault
from kcdocs.engine.shapes import DataShape
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.sets.sample import SAMPLE_FILE
from kcdocs.sets.schema import FORM, TRANSITION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kcdocs.engine.check_report import Report
    from kcdocs.model.record import Record, Value
    from kcdocs.sets.schema import Contract, FieldInfo, LineContract, SchemaPart
    from kcdocs.sets.versions import Version

_BY_MACHINERY = frozenset({TRANSITION})
"""Fields that choose the version and are not printed."""


_UNFILLED = Declared(
    "TP361",
    Severity.WARNING,
    "A field that no example gives a value.",
    "Không ví dụ nào ghi trường «{path}» ({title}): nhánh này của mẫu chưa được thử.",
    mend="Thêm trường này vào một hồ sơ của tệp ví dụ.",
)


_NO_EXAMPLE = Declared(
    "TP370",
    Severity.WARNING,
    "A set without an example.",
    "Bộ mẫu chưa có ví dụ nên chưa nhánh nào của mẫu được thử.",
    mend="Ghi một hồ sơ đủ các trường vào tệp example.yaml, đặt cạnh tệp Word của mẫu.",
)


_UNUSED = Declared(
    "TP360",
    Severity.WARNING,
    "A field of the contract that the template never uses.",
    "Lược đồ có trường «{field}» ({title}) nhưng mẫu không dùng.",
    mend="Bỏ trường này khỏi lược đồ, hoặc thêm vào mẫu.",
)


def check_version(version: Version, lines: Mapping[str, LineContract]) -> Report:
    """Check a version both ways: what its template asks for against its contract, and its examples.

    Args:
        version: The version.
        lines: The lines that can be made, by name.

    Raises:
        KcdocsError: If the version is damaged.
    """
    contract, file = version.contract, version.template_path.name
    shape = template_shape(contract, lines)
    report = check_template(version.template, name=version.name, shape=shape, source="lược đồ")
    found = [
        _UNUSED.at(Place(file, field=info.path), field=info.path, title=info.title)
        for info in unused_fields(contract, report.used, lines)
    ]
    found += unfilled(contract, version.example_records(), SAMPLE_FILE)
    return replace(report, faults=(*report.faults, *map(TemplateFault, found)))


def contract_shape(contract: Contract) -> DataShape:
    """The fields of a contract."""
    return _shape(contract.whole, "")


def _shape(part: SchemaPart, path: str) -> DataShape:
    fields = {name: _shape(inner, f"{path}.{name}" if path else name) for name, inner in part.members.items()}
    item = _shape(part.item, f"{path}[]") if "items" in part.schema else None
    return DataShape(path, fields, item)


def template_shape(contract: Contract, lines: Mapping[str, LineContract]) -> DataShape:
    """What a template of the contract may ask for: its fields, and the lines made of them under `the_thuc`.

    Items of a line that are a field's own values bear that field's path.

    Args:
        contract: The contract.
        lines: The lines that can be made, by name.
    """
    whole = contract_shape(contract)
    made = {
        name: _line(name, line, whole) for name, line in lines.items() if line.needs <= whole.fields.keys()
    }
    return DataShape("", {**whole.fields, FORM: DataShape(FORM, made)})


def unused_fields(
    contract: Contract, used: frozenset[str], lines: Mapping[str, LineContract]
) -> tuple[FieldInfo, ...]:
    """The fields that a template never prints nor tests, groups of which a part is used left out.

    Args:
        contract: The contract.
        used: Paths the template uses, as the checker tells them of `template_shape`.
        lines: The lines that can be made, by name.
    """
    covered = _BY_MACHINERY | {
        need
        for name, line in lines.items()
        if f"{FORM}.{name}" in used and not line.shape
        for need in line.needs
    }
    return tuple(
        info
        for info in contract.fields
        if not _touched(info.path, used) and not any(_within(info.path, name) for name in covered)
    )


def unfilled_fields(contract: Contract, examples: Sequence[Record]) -> tuple[FieldInfo, ...]:
    """The fields that no example gives a value: branches that nobody has seen printed."""
    given = {path for record in examples for path in _given(record.data, "")} | _BY_MACHINERY
    return tuple(info for info in contract.fields if info.path not in given)


def unfilled(contract: Contract, examples: Sequence[Record], file: str) -> list[Finding]:
    """A finding for each field that no example gives a value; one for all if there is no example."""
    if not examples:
        return [_NO_EXAMPLE.at(Place(file=file))]
    return [
        _UNFILLED.at(Place(file=file, field=info.path), path=info.path, title=info.title)
        for info in unfilled_fields(contract, examples)
    ]


def _line(name: str, line: LineContract, whole: DataShape) -> DataShape:
    return line.shape(whole.fields) if line.shape else DataShape(f"{FORM}.{name}")


def _touched(path: str, used: frozenset[str]) -> bool:
    return any(item == path or item.startswith((f"{path}.", f"{path}[]")) for item in used)


def _within(path: str, name: str) -> bool:
    return path == name or path.startswith((f"{name}.", f"{name}[]"))


def _given(value: Value, path: str) -> Iterator[str]:
    if value is not None and path:
        yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _given(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for item in value:
            yield from _given(item, f"{path}[]")
