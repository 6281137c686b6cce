"""Institutions under the name they bear on a document's date."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kcdocs.model.finding import Finding, Severity
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from datetime import date

    from kcdocs.model.catalogue import Catalogue, Institution, Title
    from kcdocs.model.record import Record, Value
    from kcdocs.sets.schema import Contract, Schema

NAME, SYMBOL = "ten-co-quan", "ky-hieu-co-quan"
"""Formats of a schema: the field holds an institution's name, or its symbol, or its key in the catalogue."""


def with_names_on(
    contract: Contract, data: dict[str, Value], record: Record, on: date, catalogue: Catalogue
) -> tuple[dict[str, Value], tuple[Finding, ...]]:
    """Typed data with every key of an institution replaced by its name or symbol on that day.

    A name or symbol of another time is an error that names the right one; what the catalogue does not know
    stays as it is.
    """
    if not any(field.schema.get("format") in {NAME, SYMBOL} for field in contract.fields):
        return data, ()
    naming = _Naming(contract, record, on, catalogue)
    named = naming.value(data, contract.schema, "")
    return (named if isinstance(named, dict) else data), tuple(naming.findings)


@dataclass(slots=True)
class _Naming:
    contract: Contract
    record: Record
    on: date
    catalogue: Catalogue
    findings: list[Finding] = field(default_factory=list)

    def value(self, value: Value, schema: Schema, path: str) -> Value:
        schema = self.contract.part(schema)
        if isinstance(value, dict):
            known = schema.get("properties", {})
            return {
                key: self.value(item, known.get(key, {}), f"{path}.{key}" if path else key)
                for key, item in value.items()
            }
        if isinstance(value, list):
            inner = schema.get("items", {})
            return [self.value(item, inner, f"{path}[{n}]") for n, item in enumerate(value, 1)]
        if isinstance(value, str) and schema.get("format") in {NAME, SYMBOL}:
            return self._named(value, path, symbol=schema["format"] == SYMBOL)
        return value

    def _named(self, value: str, path: str, *, symbol: bool) -> str:
        body = self.catalogue.institution(value)
        if body is None:
            return value
        title = body.on(self.on)
        if title is None:
            self._say("TP341", Severity.ERROR, path, value, "không có tên nào vào ngày này", "")
            return value
        shown = title.symbol if symbol else title.name
        if value == body.key:
            self._doubt(body, title, path)
            return shown
        if value.casefold() in {title.name.casefold(), title.symbol.casefold()}:
            return value
        self._say("TP342", Severity.ERROR, path, value, "là tên của thời kỳ khác", shown)
        return value

    def _doubt(self, body: Institution, title: Title, path: str) -> None:
        if title.unverified and len(body.titles) > 1:
            self._say("TP343", Severity.NOTE, path, title.name, "có ngày đổi tên chưa được kiểm chứng", "")

    def _say(self, code: str, severity: Severity, path: str, value: str, words: str, expected: str) -> None:
        place = replace(self.record.where(path), field=path)
        message = f"«{value}» {words} (văn bản ngày {short_date(self.on)})."
        mend = f"Ghi «{expected}», hoặc ghi khóa của cơ quan trong danh mục." if expected else ""
        self.findings.append(
            Finding(code, severity, place, message, found=value, expected=expected, mend=mend)
        )
