"""Institutions in a record: each under the name it bears on the document's date."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.drafting import limits
from kcdocs.model.finding import Severity
from kcdocs.text.dates import short_date
from kcdocs.text.nearest import nearest
from kcdocs.text.normalise import nfc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from kcdocs.model.catalogue import Catalogue, Institution, Title
    from kcdocs.model.finding import Finding, Place
    from kcdocs.model.record import Record, Value
    from kcdocs.sets.schema import Contract, SchemaPart

NAME, SYMBOL = "ten-co-quan", "ky-hieu-co-quan"
"""Formats of a schema: the document prints the name, or the symbol, of the institution that a field tells."""


_KEY = re.compile("[a-z0-9]+(-[a-z0-9]+)+")
"""What is written like this is a key of the catalogue and no name that a document could print."""

_UNKNOWN = Declared(
    "DC311",
    Severity.ERROR,
    "A record names an institution by a key that the catalogue does not have.",
    "Danh mục cơ quan không có khóa «{name}».",
    mend="Kiểm tra khóa, hoặc ghi thẳng tên cơ quan như văn bản cần in.",
)
_ABSENT = Declared(
    "DC312",
    Severity.ERROR,
    "The institution bears no name on the document's date: it is not yet or no longer there.",
    "«{name}» không mang tên nào trong danh mục cơ quan vào ngày {day}.",
    mend="Kiểm tra ngày của văn bản; nếu đúng, ghi cơ quan khác hoặc bổ sung danh mục.",
)
_STALE = Declared(
    "DC313",
    Severity.WARNING,
    "A record uses an institution's name of another time; the document gets the name of its date.",
    "«{name}» không phải tên vào ngày {day}; văn bản ghi «{shown}».",
    mend="Kiểm tra ngày của văn bản; nếu đúng, sửa tên trong dữ liệu.",
)
_UNSURE = Declared(
    "DC314",
    Severity.WARNING,
    "The document's date is within a year of a change of name whose day no source confirmed.",
    "Ngày đổi tên chưa kiểm chứng: {name} ({bounds}); văn bản đề ngày {day}.",
    mend="Đối chiếu với nghị định về cơ cấu tổ chức.",
)


def with_names_on(
    contract: Contract, data: dict[str, Value], record: Record, on: date, catalogue: Catalogue
) -> tuple[dict[str, Value], tuple[Finding, ...]]:
    """Typed data with every institution in a field of these formats under its name or symbol of a day.

    A name the catalogue does not know (a province's department, a unit of one's own) stays as it is written.

    Args:
        contract: Says which fields name institutions.
        data: The record's typed data.
        record: The record, for the places of its fields.
        on: The document's date.
        catalogue: What is known of institutions.

    Returns:
        The data, and what is wrong (errors) or should be looked at (warnings).
    """
    naming = _Naming(record, on, catalogue)
    named = {key: naming.value(value, contract.whole.member(key), key) for key, value in data.items()}
    return named, tuple(naming.findings)


@dataclass(slots=True)
class _Naming:
    """One walk through a record, gathering what it finds."""

    record: Record
    on: date
    catalogue: Catalogue
    findings: list[Finding] = field(default_factory=list)

    def value(self, value: Value, part: SchemaPart, path: str) -> Value:
        if isinstance(value, dict):
            return {key: self.value(item, part.member(key), f"{path}.{key}") for key, item in value.items()}
        if isinstance(value, list):
            return [self.value(item, part.item, f"{path}[{n}]") for n, item in enumerate(value, 1)]
        form = part.schema.get("format")
        if isinstance(value, str) and form in {NAME, SYMBOL}:
            return self._named(nfc(value).strip(), path, symbol=form == SYMBOL)
        return value

    def _named(self, said: str, path: str, *, symbol: bool) -> str:
        body = self.catalogue.institution(said)
        if body is None:
            if _KEY.fullmatch(said):
                known = nearest(said, (one.key for one in self.catalogue.institutions))
                self.findings.append(_UNKNOWN.at(self._place(path), said, expected=known, name=said))
            return said
        title = body.on(self.on)
        if title is None:
            self.findings.append(_absent(said, body, self.on, self._place(path)))
            return said
        shown = (title.symbol if symbol else title.name) or title.name
        self.findings += _doubts(said, body, title, shown, self.on, partial(self._place, path))
        return shown

    def _place(self, path: str) -> Place:
        """Where a field stands; worked out only for what is told, for a batch asks of each record."""
        return replace(self.record.where(path), field=path)


def _absent(said: str, body: Institution, on: date, place: Place) -> Finding:
    """An error; a warning where no source confirmed the day, unless a key would be printed."""
    first, last = body.titles[0], body.titles[-1]
    early = first.since is not None and on < first.since
    unsure = "since" in first.unverified if early else "until" in last.unverified
    mild = unsure and said.casefold() != body.key.casefold()
    severity = Severity.WARNING if mild else Severity.ERROR
    return _ABSENT.at(place, said, severity=severity, name=said, day=short_date(on))


def _doubts(
    said: str, body: Institution, title: Title, shown: str, on: date, where: Callable[[], Place]
) -> Iterator[Finding]:
    day = short_date(on)
    if said.casefold() not in {one.casefold() for one in (body.key, title.name, title.symbol)}:
        yield _STALE.at(where(), said, expected=shown, name=said, day=day, shown=shown)
    if bounds := _unconfirmed(title, on):
        yield _UNSURE.at(where(), title.name, name=title.name, bounds=", ".join(bounds), day=day)


def _unconfirmed(title: Title, on: date) -> list[str]:
    """The unconfirmed first and last day of a name that are near a day, in words."""
    bounds = ("since", "từ ngày", title.since), ("until", "đến ngày", title.until)
    return [
        f"{words} {short_date(bound)}"
        for name, words, bound in bounds
        if name in title.unverified and bound and abs((on - bound).days) <= limits.DOUBT_DAYS
    ]
