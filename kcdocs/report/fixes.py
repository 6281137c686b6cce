"""A reviewer's file of pairings: which old provision became which new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.model.comparison import Comparison, Fix
from kcdocs.model.finding import Finding, Severity
from kcdocs.report.errors import BadFixesError
from kcdocs.report.filled_in import text_of, unknown_fields
from kcdocs.report.words import match_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kcdocs.model.address import Address
    from kcdocs.model.comparison import Row
    from kcdocs.model.instrument import Node
    from kcdocs.model.record import Record

_FIELDS = ("cu", "moi", "dau_cu", "dau_moi")
_HEAD = """\
# Tệp ghép cặp của người rà soát: quy định nào của văn bản cũ nay là quy định nào của văn bản mới.
# Mỗi cặp ghi cu (nơi trong văn bản cũ) và moi (nơi trong văn bản mới); để trống cu nếu là quy định mới,
# để trống moi nếu bị bỏ. dau_cu, dau_moi là dấu của nội dung lúc rà soát: nội dung đổi thì bỏ qua cặp đó.
# Dưới đây là các cặp chưa chắc chắn; bỏ dấu # đầu dòng để ấn định, sửa lại nếu sai, rồi chạy lại lệnh.
"""


_UNCLEAR_PLACE = Declared(
    "RP103",
    Severity.ERROR,
    "A reviewer's pair names a place that cannot be understood.",
    "Không hiểu nơi được nêu trong cặp.",
    expected="một nơi, như «điểm a khoản 2 Điều 5»",
    mend="Ghi lại nơi ấy, như «điểm a khoản 2 Điều 5».",
)

_UNKNOWN_FIELD = Declared(
    "RP107",
    Severity.ERROR,
    "A reviewer's pair has a field that none has.",
    "Cặp ghép không có trường «{name}».",
    expected="một trong: {known}",
    mend="Sửa tên trường, hoặc bỏ dòng ấy.",
)

_EMPTY_PAIR = Declared(
    "RP106",
    Severity.ERROR,
    "A reviewer's pair names no provision.",
    "Cặp này không nêu quy định nào.",
    expected="cu, moi, hoặc cả hai",
    mend="Ghi trường cu, trường moi, hoặc cả hai.",
)


def read_fixes(
    records: Iterable[Record], name: str, address: Callable[[str], Address | None]
) -> tuple[Fix, ...]:
    """The decisions in a reviewer's file.

    Args:
        records: Each has `cu` and `moi` (addresses as a person writes them, one may be empty), and
            perhaps `dau_cu` and `dau_moi` (digests).
        name: The file, for the error.
        address: Reads an address as a person writes it; None where that cannot be done.

    Raises:
        BadFixesError: If a record cannot be understood; all faults at once.
    """
    faults: list[Finding] = []
    fixes = [_fix(record, faults, address) for record in records]
    if faults:
        raise BadFixesError(faults, name)
    return tuple(fixes)


def draft_fixes(comparison: Comparison, digest: Callable[[Node], str]) -> str:
    """A file to begin with: every unsure pair as a commented record, with why and with its digests."""
    unsure = [row for row in comparison.rows if row.match and not row.match.sure]
    return _HEAD + "".join(line for row in unsure for line in _proposal(row, digest))


def _proposal(row: Row, digest: Callable[[Node], str]) -> Iterator[str]:
    yield f"\n# {match_words(row.match)}\n" if row.match else "\n"
    old, new = row.olds[0], row.news[0]
    yield f"# - cu: {_quoted(old.address.spoken())}\n#   moi: {_quoted(new.address.spoken())}\n"
    yield f"#   dau_cu: {_quoted(digest(old))}\n#   dau_moi: {_quoted(digest(new))}\n"


def _quoted(text: str) -> str:
    return f'"{text}"'


def _fix(record: Record, faults: list[Finding], read: Callable[[str], Address | None]) -> Fix:
    own = list(unknown_fields(record, _FIELDS, _UNKNOWN_FIELD))
    old, new = (_address(record, key, own, read) for key in ("cu", "moi"))
    if old is None and new is None and not own:
        own.append(_EMPTY_PAIR.at(record.where("")))
    faults += own
    return Fix(old, new, text_of(record, "dau_cu"), text_of(record, "dau_moi"))


def _address(
    record: Record, key: str, faults: list[Finding], read: Callable[[str], Address | None]
) -> Address | None:
    words = text_of(record, key)
    if not words:
        return None
    found = read(words)
    if found is None:
        faults.append(_UNCLEAR_PLACE.at(record.where(key), words))
    return found
