"""A Word file taken as the template of a set: checked, its blocks composed in, its fields known."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kcdocs.engine.check import check_template
from kcdocs.loading import load
from kcdocs.records.field_sheet import FieldSheetError
from kcdocs.sets import versions
from kcdocs.sets.derive import asked_fields, schema_for, torn_fields
from kcdocs.sets.errors import BrokenTemplateError
from kcdocs.sets.field_faults import row_faults
from kcdocs.sets.field_rows import rows_of, schema_of
from kcdocs.sets.schema import DAY
from kcdocs.word.join.compose import compose
from kcdocs.word.package import open_package

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from kcdocs.engine.asked import Asked
    from kcdocs.model.finding import Finding
    from kcdocs.records.field_sheet import FieldRow
    from kcdocs.records.values import Schema
    from kcdocs.sets.schema import LineContract


@dataclass(frozen=True)
class Taken:
    """A Word file that a set can be made of.

    Attributes:
        data: The file.
        composed: The same with the shared blocks in the place of their markers.
        lines: The lines that can be made, by name.
        shared: The definitions all sets share.
        doubts: What the checker warns of.
    """

    data: bytes
    composed: bytes
    lines: Mapping[str, LineContract]
    shared: Mapping[str, Schema]
    doubts: tuple[Finding, ...] = ()

    def schema(self, name: str, title: str) -> Schema:
        """The schema that its tags make, for a version ("giay-moi@1.0.0") and the title of the document."""
        return schema_for(name, title, self.composed, self.shared, self.lines)

    def with_rows(self, schema: Schema, rows: Sequence[FieldRow]) -> Schema:
        """A schema with what a person's sheet says of its fields.

        Raises:
            FieldSheetError: If rows cannot be taken; all faults at once.
        """
        known = {row.path: row for row in rows_of(schema, self.shared)}
        if faults := row_faults(rows, dict(_below(self._asked, "")), known):
            raise FieldSheetError(faults)
        return schema_of(rows, schema, self.shared)

    def remarks(self, schema: Schema) -> tuple[str, ...]:
        """What a person should know of its fields, in Vietnamese."""
        asked = dict(_below(self._asked, ""))
        torn = [
            f"Trường «{path}» vừa in như ngày vừa in như số; xem lại các thẻ của trường ấy trong tệp Word."
            for path in torn_fields(self.composed)
        ]
        loose = [
            f"Mẫu in trường «{row.path}» mà không hỏi có hay không; hồ sơ không ghi thì không lập được. "
            f"Đặt thẻ giữa {{% if {_in_tag(row.path)} và {{% endif %}}, hoặc ghi «có» ở cột Bắt buộc."
            for row in rows_of(schema, self.shared)
            if row.path in asked and asked[row.path].needed and not row.required
        ]
        return (*map(_told, self.doubts), *torn, *loose)

    @cached_property
    def _asked(self) -> dict[str, Asked]:
        return asked_fields(self.composed, self.lines)


def taken(template: Path, home: Path, lines: Mapping[str, LineContract]) -> Taken:
    """Take a Word file as a template.

    Args:
        template: The file.
        home: The folder of sets whose blocks and shared definitions it uses.
        lines: The lines that can be made, by name.

    Raises:
        BrokenTemplateError: If it has faults.
        KcdocsError: If it is no Word document that may be opened.
    """
    data = load(template)
    open_package(data, name=str(template))
    blocks = versions.blocks(home)
    report = check_template(data, name=str(template), blocks=blocks, own=(DAY,))
    if report.broken:
        raise BrokenTemplateError(report.errors, str(template))
    shared = json.loads(versions.shared_schema(home))["$defs"]
    return Taken(data, compose(data, blocks), lines, shared, report.warnings)


def _in_tag(path: str) -> str:
    """How a condition asks for a field: within a loop by the name that the loop gives an item."""
    outer, _, inner = path.rpartition("[].")
    return f"x.{inner} %}} (x là tên đứng sau chữ for)" if outer else f"{path} %}}"


def _told(finding: Finding) -> str:
    """A finding of a template in a sentence: its code, where it is, what it says and what mends it."""
    paragraph = f", đoạn {finding.place.paragraph}" if finding.place.paragraph else ""
    where = f"{finding.place.part}{paragraph}: " if finding.place.part else ""
    return f"{finding.code}: {where}{finding.message} {finding.mend}".strip()


def _below(fields: Mapping[str, Asked], path: str) -> Iterator[tuple[str, Asked]]:
    for name, asked in fields.items():
        inside = f"{path}.{name}" if path else name
        yield inside, asked
        yield from asked.below(inside)
