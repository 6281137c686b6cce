"""Operations as lines for a console, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, assert_never

from kcdocs.model.operation import Act, Amendment, Applied, Claim, Operation, Scope, Side, Verdict

SCHEMA = "kcdocs/amendment/1"
_VERDICTS = {
    Verdict.DONE: "đã làm",
    Verdict.REMARK: "đã làm, có ghi chú",
    Verdict.REFUSED: "không làm được",
}


def sentence(operation: Operation) -> str:  # noqa: PLR0911 - one for each act
    """What an operation does, in a few Vietnamese words: "sửa đổi khoản 2 Điều 5"."""
    target = operation.target.spoken()
    if operation.scope is Scope.HEADING:
        target = f"tên {target}"
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
        case Act.INSERT_WORDS:
            return f"thêm “{operation.new}” {_SIDES[operation.side]} “{operation.old}” tại {target}"
        case Act.REMOVE_WORDS:
            return f"bỏ “{operation.old}” tại {target}"
        case Act.SUSPEND:
            return f"ngưng hiệu lực {target}"
        case _:
            assert_never(operation.act)


_SIDES = {Side.AFTER: "sau", Side.BEFORE: "trước"}


def to_lines(amendment: Amendment) -> Iterator[str]:
    """The operations of an amendment, numbered, and the stretches nobody claims."""
    for number, operation in enumerate(amendment.operations, 1):
        yield f"{number:3}. {operation.origin.address.spoken()}: {sentence(operation)}"
        if operation.reason:
            yield f"     ! Chưa rõ: {operation.reason}"
    unclaimed = [item for item in amendment.claims if item.claim is Claim.UNCLAIMED]
    yield f"{len(amendment.operations)} lệnh; {len(unclaimed)} đoạn chưa đọc được."
    yield from (f"  ? {item.address.spoken()}" for item in unclaimed)
    if amendment.effective:
        yield f"Hiệu lực từ ngày {amendment.effective.strftime('%d/%m/%Y')}."


def log_lines(log: tuple[Applied, ...]) -> Iterator[str]:
    """What became of each operation, one line each."""
    for number, item in enumerate(log, 1):
        remark = f" ({item.remark})" if item.remark else ""
        yield f"{number:3}. {sentence(item.operation)}: {_VERDICTS[item.verdict]}{remark}"


def to_json(amendment: Amendment) -> str:
    """An amendment as JSON; its schema is `docs/reference/amendment.schema.json`."""
    data = {
        "schema": SCHEMA,
        "instrument": amendment.instrument.name,
        "effective": amendment.effective.isoformat() if amendment.effective else None,
        "operations": [_operation(item) for item in amendment.operations],
        "claims": [
            {
                "address": str(item.address),
                "start": item.span.start,
                "end": item.span.end,
                "claim": item.claim,
            }
            for item in amendment.claims
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _operation(operation: Operation) -> dict[str, Any]:
    return {
        "act": operation.act,
        "target": str(operation.target),
        "scope": operation.scope,
        "amends": operation.amends.number if operation.amends else "",
        "anchor": str(operation.anchor) if operation.anchor else None,
        "side": operation.side,
        "old": operation.old,
        "new": operation.new,
        "content": [
            {"address": str(node.address), "text": node.text}
            for top in operation.content
            for node in top.walk()
        ],
        "origin": {
            "address": str(operation.origin.address),
            "start": operation.origin.span.start,
            "end": operation.origin.span.end,
            "words": operation.origin.words,
        },
        "effective": operation.effective.isoformat() if operation.effective else None,
        "reason": operation.reason,
    }
