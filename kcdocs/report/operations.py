"""Amendments, what became of them and their proof, as lines for a console; first what goes with the texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import assert_never

from kcdocs.law.parts import spoken
from kcdocs.model.address import Address
from kcdocs.model.finding import Finding
from kcdocs.model.operation import Act, Amendment, Applied, Claim, Operation, Side, Verdict
from kcdocs.model.proof import Difference, DifferenceKind, Proof
from kcdocs.report import limits
from kcdocs.report.cautions import words

_VERDICTS = {
    Verdict.DONE: "đã làm",
    Verdict.REMARK: "đã làm, có ghi chú",
    Verdict.REFUSED: "không làm được",
}


def operation_words(operation: Operation) -> str:
    """What an operation does, with its scope in full: "bãi bỏ Điều 5, trừ khoản 2 Điều 5"."""
    return f"{_deed(operation, _target(operation))}{_spared(operation)}"


def instrument_words(operation: Operation) -> str:
    """The instrument that an operation is on, as it is cited; empty where it is not known."""
    amends = operation.amends
    if amends is None:
        return ""
    number = f"số {amends.number}" if amends.number else amends.title
    return f"{amends.type} {number}".strip()


def _target(operation: Operation) -> str:
    if operation.target.steps or operation.parts or operation.throughout:
        at_end = "cuối " if operation.at_end and not operation.parts else ""
        return f"{at_end}{spoken(operation.target, operation.parts)}"
    return "(chưa rõ điều khoản nào)"


def _spared(operation: Operation) -> str:
    spared = [
        f"“{item.words}” tại {spoken(item.address, item.parts)}"
        if item.words
        else spoken(item.address, item.parts)
        for item in operation.exceptions
    ]
    return f", trừ {', '.join(spared)}" if spared else ""


def _deed(operation: Operation, target: str) -> str:  # noqa: PLR0911, PLR0912 - one for each act
    match operation.act:
        case Act.REPLACE:
            return f"sửa đổi, bổ sung {target}"
        case Act.INSERT:
            beside = f" {_SIDES[operation.side]} {operation.anchor.spoken()}" if operation.anchor else ""
            return f"bổ sung {target}{beside}"
        case Act.REPEAL:
            return f"bãi bỏ {target}"
        case Act.RETITLE:
            return f"sửa {target} thành “{operation.new}”"
        case Act.RENUMBER:
            return f"đánh số lại {target} thành {operation.new}"
        case Act.REPLACE_WORDS:
            return f"thay “{operation.old}” bằng “{operation.new}” tại {target}"
        case Act.INSERT_WORDS if not operation.old:
            return f"thêm “{operation.new}” vào {target}"
        case Act.INSERT_WORDS:
            return f"thêm “{operation.new}” {_SIDES[operation.side]} “{operation.old}” tại {target}"
        case Act.REMOVE_WORDS:
            return f"bỏ “{operation.old}” tại {target}"
        case Act.SUSPEND:
            return f"ngưng hiệu lực {target}"
        case Act.PROLONG:
            return f"kéo dài, điều chỉnh hiệu lực {target}"
        case Act.CORRECT:
            return f"đính chính {target}"
        case _:
            assert_never(operation.act)


class _Instruments:
    """The instruments that commands are on: told once where it is one, else behind each command."""

    def __init__(self, operations: Sequence[Operation]) -> None:
        self._names = list(dict.fromkeys(instrument_words(item) for item in operations))

    def heading(self) -> Iterator[str]:
        """A line on top where all commands are on one instrument."""
        if len(self._names) == 1 and self._names[0]:
            yield f"Văn bản được sửa đổi: {self._names[0]}."

    def of(self, operation: Operation) -> str:
        """What stands behind a command where they are on several."""
        if len(self._names) < 2:
            return ""
        return f" [{instrument_words(operation) or 'chưa rõ văn bản nào'}]"


class _Days:
    """The days from which commands are in force: told once where it is one, else behind each command."""

    def __init__(self, operations: Sequence[Operation]) -> None:
        self._days = list(dict.fromkeys(item.effective for item in operations if item.effective))

    def told_once(self) -> Iterator[str]:
        """A line for the day that all commands share."""
        if len(self._days) == 1:
            yield f"Hiệu lực từ ngày {_day(self._days[0])}."

    def of(self, operation: Operation) -> str:
        """What stands behind a command where they are of several days."""
        if len(self._days) < 2 or operation.effective is None:
            return ""
        return f" [từ ngày {_day(operation.effective)}]"


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")


_SIDES = {Side.AFTER: "sau", Side.BEFORE: "trước"}


def to_lines(amendment: Amendment) -> Iterator[str]:
    """The operations of an amendment, numbered, and the stretches nobody claims."""
    yield from map(words, amendment.findings)
    named = _Instruments(amendment.operations)
    days = _Days(amendment.operations)
    yield from named.heading()
    for number, operation in enumerate(amendment.operations, 1):
        said = f"{operation_words(operation)}{named.of(operation)}{days.of(operation)}"
        yield f"{number:3}. {operation.origin.address.spoken()}: {said}"
        if operation.reason:
            yield f"     ! Chưa rõ: {operation.reason}{_wording(operation, operation.reason)}"
        if operation.question and operation.question != operation.reason:
            yield f"     Cần hỏi: {operation.question}"
    unclaimed = [item for item in amendment.claims if item.claim is Claim.UNCLAIMED]
    yield f"{len(amendment.operations)} lệnh; {len(unclaimed)} đoạn chưa đọc được."
    for item in unclaimed:
        node = amendment.instrument.find(item.address)
        yield f"  ? {item.address.spoken()}{f': “{_clipped(node.text)}”' if node else ''}"
    if amendment.effective:
        yield f"Hiệu lực từ ngày {_day(amendment.effective)}."
    else:
        yield from days.told_once()


def _wording(operation: Operation, told: str) -> str:
    """The words of a command of which no reason says which were not understood."""
    said = not operation.not_understood or any(words in told for words in operation.not_understood)
    return "" if said else f" Lời văn: “{_clipped(operation.origin.words)}”."


def _clipped(text: str) -> str:
    most = limits.PARAGRAPH_SHOWN
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def log_lines(log: tuple[Applied, ...], told: Iterable[Finding]) -> Iterator[str]:
    """What became of each operation, one line each.

    Args:
        log: The operations as they were applied.
        told: What goes with the texts.
    """
    yield from map(words, told)
    operations = [item.operation for item in log]
    named, days = _Instruments(operations), _Days(operations)
    yield from named.heading()
    yield from days.told_once()
    for number, item in enumerate(log, 1):
        wording = _wording(item.operation, item.remark) if item.verdict is Verdict.REFUSED else ""
        remark = f" ({item.remark}{wording})" if item.remark else ""
        said = f"{operation_words(item.operation)}{named.of(item.operation)}{days.of(item.operation)}"
        yield f"{number:3}. {said}: {_VERDICTS[item.verdict]}{remark}"


def proof_lines(proof: Proof) -> Iterator[str]:
    """What goes with the texts, then what a proof leaves unexplained."""
    yield from map(words, proof.findings)
    yield from _accounted(proof)
    yield f"Lệnh không làm được: {len(proof.refused)}"
    yield from (f"  {operation_words(item.operation)}: {item.remark}" for item in proof.refused)
    yield f"Điều khoản đã đổi: {len(proof.changed)}; giữ nguyên: {proof.untouched}"
    yield f"Điều khoản đổi mà không do lệnh nào: {len(proof.unexplained)}"
    yield from (f"  {Address.parse(item.address).spoken()}" for item in proof.unexplained)
    yield f"Dẫn chiếu đến nội dung không còn: {len(proof.dangling)}"
    yield from (f"  {Address.parse(item).spoken()}" for item in proof.dangling)
    if proof.compared:
        yield f"Điều khoản đã đối chiếu với văn bản hợp nhất: {proof.compared}"
        for kind in DifferenceKind:
            yield from _differing(kind, [item for item in proof.differences if item.kind is kind])


def _accounted(proof: Proof) -> Iterator[str]:
    """The paragraphs of the amending instrument: what they are, and those that are not accounted for."""
    listed = ", ".join(f"{count} {_PARAGRAPHS[claim]}" for claim, count in proof.paragraphs)
    yield f"Đoạn của văn bản sửa đổi: {listed}"
    yield f"Đoạn chưa đọc được: {len(proof.unclaimed)}"
    yield from (f"  {item.address.spoken()}" for item in proof.unclaimed)
    yield f"Đoạn ra lệnh mà không lệnh nào được đọc: {len(proof.silent)}"
    yield from (f"  {item.address.spoken()}" for item in proof.silent)
    yield f"Đoạn đọc lại thấy khác: {len(proof.disagreements)}"
    for item in proof.disagreements:
        yield f"  {item.address.spoken()}: {item.words[: limits.PARAGRAPH_SHOWN]}"
        yield from (f"    {why}" for why in item.why)


def _differing(kind: DifferenceKind, items: Sequence[Difference]) -> Iterator[str]:
    yield f"Chỗ khác với văn bản hợp nhất, {_KINDS[kind]}: {len(items)}"
    for item in items:
        yield f"  {Address.parse(item.address).spoken()}"
        yield f"    theo lệnh:  {item.made or '(không có)'}"
        yield f"    hợp nhất:   {item.given or '(không có)'}"


_KINDS = {
    DifferenceKind.SUBSTANCE: "về nội dung",
    DifferenceKind.FORM: "chỉ về chữ hoa, dấu câu",
    DifferenceKind.NOTE: "chỉ về dấu chú thích",
    DifferenceKind.REPEALED: "chỉ về cách ghi điều khoản bị bãi bỏ",
}

_PARAGRAPHS = {
    Claim.COMMAND: "lệnh",
    Claim.OPENING: "mở đầu nhóm lệnh",
    Claim.ITEM: "mục liệt kê",
    Claim.CONTENT: "nội dung mới",
    Claim.BASIS: "căn cứ",
    Claim.FRAME: "thể thức",
    Claim.HEADING: "tiêu đề",
    Claim.NOTE: "ghi chú",
    Claim.EFFECT: "hiệu lực",
    Claim.TRANSITION: "chuyển tiếp",
    Claim.RESPONSIBILITY: "trách nhiệm",
    Claim.OWN: "quy định riêng",
    Claim.UNCLAIMED: "chưa đọc được",
}
