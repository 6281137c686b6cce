"""The numbers of a batch: what the register knows of its records, and the block it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kcdocs.codes import Declared
from kcdocs.drafting.reading import NUMBER
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.register.errors import SeriesOpenError, issued_words
from kcdocs.register.nouns import Number, State
from kcdocs.sets.trace import record_hash

if TYPE_CHECKING:
    from kcdocs.model.record import Record
    from kcdocs.register.nouns import Series
    from kcdocs.register.register import Register

ISSUED = Declared(
    "BT207",
    Severity.ERROR,
    "A record that has a number already.",
    "Hồ sơ này đã được cấp số {issued}.",
    mend="Bỏ hồ sơ này khỏi dữ liệu; thật sự muốn cấp số lần nữa thì thêm --again.",
)

_TAKEN = Declared(
    "BT209",
    Severity.ERROR,
    "The number a record gives is not free.",
    "Số {number} của dãy «{series}» {why}.",
    mend="Sửa số, hoặc xóa cột số để sổ đăng ký cấp số kế tiếp.",
)

_AHEAD = Declared(
    "BT210",
    Severity.ERROR,
    "The number a record gives would leave a hole before it.",
    "Số {number} bỏ cách số {hole}: số kế tiếp của dãy «{series}» là {following}, và không hồ sơ nào lấy "
    "số {hole}.",
    mend="Ghi các số liền nhau từ số kế tiếp, hoặc xóa cột số.",
)


def fingerprint(set_name: str, typed: Mapping[str, Any]) -> str:
    """What tells a record from every other: the set and all its typed data but the number.

    The date that `--date` gives to a record that has none is no part of it, and neither is the set's version.
    """
    data = {name: value for name, value in typed.items() if name != NUMBER}
    return record_hash({"set": set_name.partition("@")[0], "record": data})


@dataclass(frozen=True)
class Numbers:
    """A series of the register as one batch sees it.

    Attributes:
        register: The register.
        series: The book.
        again: Whether records that have a number may get another.
        holder: The batch that is gone on with: its own numbers count as free; empty for a new one.
    """

    register: Register
    series: Series
    again: bool
    holder: str = ""

    @cached_property
    def begins(self) -> bool:
        """Whether the book is that of a new year, not open yet."""
        return self.register.begins(self.series)

    @cached_property
    def following(self) -> int:
        """The number it is expected to give next."""
        return 1 if self.begins else self.register.following(self.series)

    def issued(self, records: Sequence[str]) -> Mapping[str, Number]:
        """Fingerprint → number, of the records that have one and may get no other."""
        if self.again:
            return {}
        found = self.register.of_records(records)
        return {record: number for record, number in found.items() if number.holder != self.holder}

    def taken(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """Number → why it cannot be given, of those the data asks for."""
        known = self.register.known(self.series, numbers)
        told = {number: self._why(number, known.get(number)) for number in numbers}
        return {number: why for number, why in told.items() if why}

    def _why(self, number: int, known: Number | None) -> str:
        if known is None:
            early = f"đã dùng trước khi mở dãy số trong sổ (số kế tiếp là {self.following})"
            return early if number < self.following else ""
        if known.state is State.RELEASED or known.holder == self.holder:
            return ""
        return f"{known.state} ngày {known.at.astimezone():%d/%m/%Y} cho «{known.document or known.holder}»"

    def reserve(self, count: int, given: Sequence[int], holder: str, records: Sequence[str]) -> int:
        """Take the block of the batch; the book of a new year is opened.

        Args:
            count: How many.
            given: The numbers the data gives; empty if it gives none.
            holder: The batch.
            records: Fingerprint of each record.

        Returns:
            The first number.
        """
        if self.register.begins(self.series):
            with suppress(SeriesOpenError):
                self.register.open(self.series)
        register, series, again = self.register, self.series, self.again
        if not given:
            return register.reserve(series, count, holder=holder, records=records, again=again).start
        register.reserve_given(series, given, holder=holder, records=records, again=again)
        return given[0]


def issued_fault(record: Record, number: Number) -> Finding:
    """That a record has a number already."""
    return ISSUED.at(record.place, issued=issued_words([number]))


def taken_fault(record: Record, series: Series, number: int, why: str) -> Finding:
    """That the number a record gives is not free."""
    return _TAKEN.at(_cell(record), number=number, series=series, why=why)


def ahead_fault(record: Record, numbers: Numbers, number: int, hole: int) -> Finding:
    """That the number a record gives would leave a hole before it."""
    series, following = numbers.series, numbers.following
    return _AHEAD.at(_cell(record), number=number, hole=hole, series=series, following=following)


def _cell(record: Record) -> Place:
    return replace(record.where(NUMBER), field=NUMBER)
