"""A person's file of answers: what the unclear commands of an amending instrument are to be read as."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.model.answer import Answer
from kcdocs.model.finding import Finding, Severity
from kcdocs.report.errors import BadAnswersError
from kcdocs.report.filled_in import text_of, unknown_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kcdocs.model.address import Address
    from kcdocs.model.operation import Operation
    from kcdocs.model.record import Record

_FIELDS = ("noi", "lenh", "tra_loi", "dau")
_HEAD = """\
# Tệp trả lời cho các lệnh chưa rõ của văn bản sửa đổi.
# Mỗi mục ghi noi (lệnh ở đâu trong văn bản sửa đổi) và lenh (lời của lệnh). Anh, chị ghi vào tra_loi lời lệnh
# đã rõ, như «Bãi bỏ khoản 2 Điều 7», rồi chạy lại; lời ấy không phải lệnh thì ghi «Không phải lệnh»; để trống
# là chưa trả lời. dau là dấu của đoạn lúc hỏi: lời của đoạn đổi thì bỏ qua câu trả lời.
"""

_NO_PLACE = Declared(
    "RP108",
    Severity.ERROR,
    "An answer names a place that cannot be understood.",
    "Không hiểu nơi được nêu trong câu trả lời.",
    expected="một nơi, như «khoản 2 Điều 1»",
    mend="Ghi noi như kcdocs đã ghi khi lập tệp trả lời.",
)

_NO_FIELD = Declared(
    "RP109",
    Severity.ERROR,
    "An answer has a field that none has.",
    "Câu trả lời không có trường «{name}».",
    expected="một trong: {known}",
    mend="Sửa tên trường, hoặc bỏ trường này.",
)

_NO_COMMAND = Declared(
    "RP110",
    Severity.ERROR,
    "An answer does not say which command it is for.",
    "Câu trả lời này không ghi lời của lệnh.",
    expected="lenh, như trong văn bản sửa đổi",
    mend="Ghi vào lenh lời của lệnh cần trả lời.",
)


def read_answers(
    records: Iterable[Record], name: str, address: Callable[[str], Address | None]
) -> tuple[Answer, ...]:
    """The answers in a person's file; entries that are not answered yet are left out.

    Args:
        records: Each has `noi` (a place as a person writes it), `lenh`, `tra_loi` and perhaps `dau`.
        name: The file, for the error.
        address: Reads a place as a person writes it; None where that cannot be done.

    Raises:
        BadAnswersError: If a record cannot be understood; all faults at once.
    """
    faults: list[Finding] = []
    answers = [answer for record in records if (answer := _answer(record, faults, address))]
    if faults:
        raise BadAnswersError(faults, name)
    return tuple(answers)


def draft_answers(asked: Iterable[Operation], digest: Callable[[Address], str]) -> str:
    """A file to begin with: every unclear command with its question, to be answered.

    Args:
        asked: The commands, each with the reason why it is not clear.
        digest: The digest of a provision of the amending instrument.
    """
    return _HEAD + "".join(line for item in asked for line in _question(item, digest))


def _question(item: Operation, digest: Callable[[Address], str]) -> Iterator[str]:
    yield f"\n- noi: {_quoted(item.origin.address.spoken())}\n"
    yield f"  # Chưa rõ: {_one_line(item.reason)}\n"
    if item.question and item.question != item.reason:
        yield f"  # Hỏi: {_one_line(item.question)}\n"
    yield f'  lenh: {_quoted(item.origin.words)}\n  tra_loi: ""\n'
    yield f"  dau: {_quoted(digest(item.origin.address))}\n"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    """The text as a YAML string: JSON's rules for one are YAML's too."""
    return json.dumps(text, ensure_ascii=False)


def _answer(record: Record, faults: list[Finding], read: Callable[[str], Address | None]) -> Answer | None:
    own = list(unknown_fields(record, _FIELDS, _NO_FIELD))
    place = read(text_of(record, "noi"))
    if place is None:
        own.append(_NO_PLACE.at(record.where("noi"), text_of(record, "noi")))
    if not text_of(record, "lenh"):
        own.append(_NO_COMMAND.at(record.where("lenh")))
    faults += own
    if own or place is None or not text_of(record, "tra_loi"):
        return None
    return Answer(place, text_of(record, "lenh"), text_of(record, "tra_loi"), text_of(record, "dau"))
