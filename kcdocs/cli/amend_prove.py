"""`kcdocs amend prove`: hold the result against the official consolidated text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kcdocs.cli import console
from kcdocs.cli.base import Command
from kcdocs.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.amend.prove import Proof


@click.command(
    cls=Command,
    help="Chứng minh: áp hết các lệnh, không sót đoạn nào, và (nếu có) đúng như văn bản hợp nhất.",
    epilog="Ví dụ: kcdocs amend prove goc.txt sua-doi.docx hop-nhat.pdf",
)
@click.argument("original", metavar="GỐC")
@click.argument("draft", metavar="DỰ_THẢO")
@click.argument("consolidated", metavar="[HỢP_NHẤT]", default="")
@click.option(
    "--as", "number", metavar="SỐ", default="", help="Số, ký hiệu văn bản gốc, khi tệp không tự nói."
)
def command(original: str, draft: str, consolidated: str, number: str) -> int:
    """Print what is left unexplained; 1 if anything is."""
    from kcdocs.api import amend  # noqa: PLC0415 - help pages do not need it

    proof = amend.prove(original, draft, consolidated, number=number)
    for line in _lines(proof):
        console.say(line)
    return ExitCode.OK if proof.holds else ExitCode.DIFFERENCES


def _lines(proof: Proof) -> Iterator[str]:
    from kcdocs.model.address import Address  # noqa: PLC0415 - help pages do not need it
    from kcdocs.report.operations import sentence  # noqa: PLC0415 - the same

    yield f"Đoạn chưa đọc được: {len(proof.unclaimed)}"
    yield from (f"  {item.address.spoken()}" for item in proof.unclaimed)
    yield f"Lệnh không làm được: {len(proof.refused)}"
    yield from (f"  {sentence(item.operation)}: {item.remark}" for item in proof.refused)
    yield f"Dẫn chiếu đến nội dung không còn: {len(proof.dangling)}"
    yield from (f"  {Address.parse(item).spoken()}" for item in proof.dangling)
    if proof.compared:
        yield f"Điều khoản đã đối chiếu với văn bản hợp nhất: {proof.compared}"
        yield f"Chỗ khác với văn bản hợp nhất: {len(proof.differences)}"
        for item in proof.differences:
            yield f"  {Address.parse(item.address).spoken()}"
            yield f"    theo lệnh:  {item.made or '(không có)'}"
            yield f"    hợp nhất:   {item.given or '(không có)'}"
