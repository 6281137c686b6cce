"""A made-up instrument with every part a command can mean, and operations on it built by hand."""

from __future__ import annotations

from collections.abc import Iterator

from kcdocs.amend.apply import apply
from kcdocs.model.address import Address
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.operation import Act, Applied, Operation, Origin, Part, PartKind
from kcdocs.model.span import Span
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

TEXT = """BỘ MẪU THỬ
Số: 21/2030/TT-BMT
THÔNG TƯ
Quy định về xưởng gốm
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Thông tư này quy định về xưởng gốm.
Xưởng gốm nhỏ được miễn phí.
Điều 2. Xưởng gốm
1. Xưởng gốm là nơi nung gốm.
Xưởng phải có lò. Lò phải kín.
Xưởng không có lò thì không được nung.
2. Hồ sơ gồm:
a) Đơn;
b) Giấy tờ:
- Giấy của chủ xưởng;
+ Bản sao;
+ Bản chính;
- Giấy của lò;
c) Sơ đồ.
3. Thời hạn là 10 ngày, phí là 10.000 đồng.
Điều 3. Chủ xưởng
Chủ xưởng có nghĩa vụ sau:
1. Chủ xưởng giữ lò; chủ xưởng ghi sổ.
2. Chủ xưởng báo cáo.
Chương II
QUY ĐỊNH CUỐI
Điều 4. Hiệu lực
Thông tư này có hiệu lực từ ngày 01 tháng 01 năm 2031.
PHỤ LỤC I
MỨC PHÍ
1. Lò nhỏ: 5 đồng.
2. Lò lớn: 9 đồng.
PHỤ LỤC II
BIỂU MẪU
Mẫu số 01/XG
ĐƠN XIN LÒ
Kính gửi xưởng gốm.
Mẫu số 02/XG
SỔ LÒ
Sổ của xưởng gốm."""

ROWS = TEXT.split("\n")


def base() -> Instrument:
    """The instrument."""
    return parse(reading(TEXT, "gốc"))


def operation(act: Act, target: str, *parts: Part, at: str = "dieu-1.khoan-1", **more: object) -> Operation:
    """A command as if read at a place of the amending instrument."""
    origin = Origin(Address.parse(at), Span(0, 0), "lệnh")
    return Operation(act, Address.parse(target), origin, parts=parts, **more)  # type: ignore[arg-type]


def part(kind: PartKind, ordinal: int = 0, label: str = "", quoted: str = "") -> Part:
    """A part, its fields by place."""
    return Part(kind, ordinal, label, quoted)


def content(*rows: str) -> tuple[Node, ...]:
    """Provisions as a command quotes them: those of a text that is nothing else."""
    draft = "\n".join(
        ("Điều 1. Sửa đổi, bổ sung Thông tư số 21/2030/TT-BMT như sau:", f"“{rows[0]}", *rows[1:])
    )
    nodes = parse(reading(f"THÔNG TƯ\nSửa đổi\n{draft}”.", "trích")).walk()
    return next(node.children for node in nodes if node.kind == "trich")


def done(*operations: Operation) -> tuple[list[str], tuple[Applied, ...]]:
    """The lines of the instrument after operations, and what became of each."""
    result = apply(base(), operations)
    return [line.text for line in result.amended.lines()], result.log


def changed(*operations: Operation) -> tuple[list[str], list[str]]:
    """The lines that operations took away, and those they brought."""
    lines, _ = done(*operations)
    return list(missing(ROWS, lines)), list(missing(lines, ROWS))


def missing(rows: list[str], others: list[str]) -> Iterator[str]:
    left = list(others)
    for row in rows:
        if row in left:
            left.remove(row)
        else:
            yield row
