"""`kcdocs amend`: the amending loop, from the commands of a draft to the proof of its result."""

from __future__ import annotations

import functools
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kcdocs.cli import console
from kcdocs.cli.base import CommandGroup
from kcdocs.cli.output import Output, output_options
from kcdocs.cli.reading_options import (
    as_of_option,
    asking,
    decisions_option,
    gazette_option,
    keeping_options,
    number_option,
    reading_options,
)
from kcdocs.cli.types import Day
from kcdocs.cli.usage import Usage
from kcdocs.errors import ExitCode
from kcdocs.model.format import Format

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcdocs.api.amend import Examined
    from kcdocs.api.amend_write import Drafted
    from kcdocs.model.operation import Amendment


group = CommandGroup(
    "amend",
    help="Văn bản sửa đổi: đọc lệnh, áp vào văn bản gốc, soát lỗi, chứng minh bản hợp nhất.",
    epilog="Ví dụ: kcdocs amend check cu.docx du-thao.docx",
)


SCREEN = {Format.TERMINAL: "màn hình", Format.JSON: "cho máy đọc"}
"""The forms of what is found: for people, or for machines."""


def original_options(command: Callable[..., Any], *, keeping: bool = False) -> Callable[..., Any]:
    """The original, the draft, which instrument is meant, and how files are read.

    Args:
        command: The command.
        keeping: Whether it writes redlines, in which tracked changes may stay.
    """
    for option in reversed(
        (
            click.argument("original", metavar="GỐC"),
            click.argument("draft", metavar="DỰ-THẢO"),
            number_option,
            as_of_option,
            decisions_option,
            keeping_options if keeping else reading_options,
        )
    ):
        command = option(command)
    return command


@group.command(
    "read",
    help="Liệt kê từng lệnh sửa đổi, bổ sung, bãi bỏ trong dự thảo, và đoạn nào chưa đọc được.",
    epilog="Ví dụ: kcdocs amend read du-thao.docx",
)
@click.argument("draft", metavar="DỰ-THẢO")
@decisions_option
@reading_options
@output_options(SCREEN)
def read(draft: str, decisions: Path | None, output: Output, **how: Any) -> int:
    """Print the operations; 1 if something is not understood."""
    from kcdocs.api import amend
    from kcdocs.api.reading import reading

    with asking(decisions):
        amendment = amend.read(draft, how=reading(**how), decisions=decisions)
    output.give(amend.as_json(amendment) if output.form is Format.JSON else "\n".join(amend.lines(amendment)))
    return _code(amendment)


def _code(amendment: Amendment) -> int:
    from kcdocs.model.operation import Claim

    odd = any(item.reason for item in amendment.operations)
    odd = odd or any(item.claim is Claim.UNCLAIMED for item in amendment.claims)
    return ExitCode.DIFFERENCES if odd else ExitCode.OK


_FORMS = {
    Format.PLAIN: "chỉ toàn văn",
    Format.TEXT: "văn bản hợp nhất có chú thích, văn bản thuần",
    Format.HTML: "như trên, trang để xem",
    Format.DOCX: "như trên, dạng Word",
    Format.JSON: "cho máy đọc",
    Format.TRACKED: "văn bản gốc có chỗ sửa theo dõi của Word, mỗi chỗ có nhận xét ghi lệnh",
}


@group.command(
    "apply",
    help="Áp các lệnh của dự thảo vào văn bản gốc: toàn văn sau sửa đổi, hoặc văn bản hợp nhất.",
    epilog="Ví dụ: kcdocs amend apply cu.docx du-thao.docx --out hop-nhat.docx",
)
@functools.partial(original_options, keeping=True)
@gazette_option
@output_options(_FORMS)
def apply(
    original: str,
    draft: str,
    number: str,
    as_of: date | None,
    decisions: Path | None,
    output: Output,
    *,
    gazette: bool,
    **how: Any,
) -> int:
    """Write the amended text; the log goes to stderr; 1 if anything was refused or not understood."""
    from kcdocs.api import amend
    from kcdocs.api.reading import reading

    if how["revisions"] == "keep" and output.form is not Format.TRACKED:
        raise Usage("--revisions keep chỉ dùng với --format tracked-docx.", click.get_current_context())
    with asking(decisions):
        done = amend.apply(
            original, draft, number=number, as_of=as_of, how=reading(**how), decisions=decisions
        )
    for line in amend.log_lines(done):
        console.warn(line)
    if output.form is Format.TRACKED:
        from kcdocs.api import tracked

        output.give(tracked.tracked_amendment(original, done, how=reading(**how)).data)
    else:
        today = datetime.now().date()  # noqa: DTZ005 - the user's own calendar
        console.print_findings(amend.layout_remarks(done, output.form, today))
        output.give(amend.consolidated(done, output.form, gazette=gazette))
    return ExitCode.OK if done.whole else ExitCode.DIFFERENCES


@group.command(
    "write",
    help="Từ bản viết lại toàn văn, soạn văn bản sửa đổi, bổ sung với các lệnh tương ứng.",
    epilog="Ví dụ: kcdocs amend write cu.docx moi.docx --out sua-doi.docx",
)
@click.argument("original", metavar="GỐC")
@click.argument("draft", metavar="BẢN-VIẾT-LẠI")
@click.option(
    "--effective", metavar="NGÀY", type=Day(), help="Ngày có hiệu lực; bỏ trống thì để chỗ cho văn thư."
)
@click.option(
    "--record",
    metavar="TỆP-DỮ-LIỆU",
    type=click.Path(path_type=Path),
    help="Tệp YAML, JSON ghi căn cứ, người đề nghị, nơi nhận, người ký…; thiếu gì thì để chỗ cho người soạn.",
)
@click.option(
    "--date", "day", metavar="NGÀY", type=Day(), help="Ngày văn bản, để chọn mẫu; bỏ trống là hôm nay."
)
@number_option
@as_of_option
@reading_options
@output_options({Format.TEXT: "văn bản thuần", Format.DOCX: "dạng Word theo bộ mẫu nghị định sửa đổi"})
def write(
    original: str,
    draft: str,
    effective: date | None,
    record: Path | None,
    day: date | None,
    number: str,
    as_of: date | None,
    output: Output,
    **how: Any,
) -> int:
    """Write the instrument; what is labelled otherwise or left open goes to stderr; 1 if any is open."""
    word = output.form is Format.DOCX
    if record and not word:
        raise Usage("--record chỉ dùng khi ghi ra Word: thêm --out TỆP.docx.", click.get_current_context())
    from kcdocs.api import amend_write
    from kcdocs.api.reading import reading

    drafted = amend_write.plan(
        original, draft, effective=effective, number=number, as_of=as_of, how=reading(**how)
    )
    console.print_findings(drafted.findings)
    if word:
        today = datetime.now().date()  # noqa: DTZ005 - the user's own calendar
        document = amend_write.word(drafted, record, day or today)
        output.give(document.data)
        for remark in (f"Bộ mẫu: {document.set_name}.", *document.remarks):
            console.print_remark(remark)
    else:
        output.give(drafted.text())
    _print_moved(drafted)
    return ExitCode.OK if drafted.whole else ExitCode.DIFFERENCES


def _print_moved(drafted: Drafted) -> None:
    moved = [(old, new) for old, new in drafted.plan.addresses.items() if old != new]
    if moved:
        console.warn("Văn bản sửa đổi không đánh số lại, nên trong văn bản sau sửa đổi:")
    for old, new in moved:
        console.warn(f"  {old.spoken()} của bản viết lại là {new.spoken()}")


@group.command(
    "check",
    help="Soát dự thảo sửa đổi: lệnh không làm được, số hiệu sai, dẫn chiếu gãy, căn cứ hết hiệu lực…",
    epilog="Ví dụ: kcdocs amend check cu.docx du-thao.docx",
)
@original_options
@output_options(SCREEN)
def check(
    original: str,
    draft: str,
    number: str,
    as_of: date | None,
    decisions: Path | None,
    output: Output,
    **how: Any,
) -> int:
    """Print the findings; 1 if there are any."""
    from kcdocs.api import amend
    from kcdocs.api.reading import reading

    with asking(decisions):
        examined = amend.check(
            original, draft, number=number, as_of=as_of, how=reading(**how), decisions=decisions
        )
    output.give(amend.as_json(examined) if output.form is Format.JSON else _findings_text(examined))
    return ExitCode.DIFFERENCES if examined.findings else ExitCode.OK


def _findings_text(examined: Examined) -> str:
    lines = [line for finding in examined.findings for line in console.finding_lines(finding)]
    count = f"{len(examined.consolidation.log)} lệnh, {len(examined.findings)} phát hiện."
    return "\n".join([*lines, count])


@group.command(
    "prove",
    help="Chứng minh: áp hết các lệnh, không sót đoạn nào, và (nếu có) đúng như văn bản hợp nhất.",
    epilog="Ví dụ: kcdocs amend prove cu.docx du-thao.docx hop-nhat.docx",
)
@original_options
@click.argument("consolidated", metavar="[HỢP-NHẤT]", default="")
@output_options(SCREEN)
def prove(
    original: str,
    draft: str,
    consolidated: str,
    number: str,
    as_of: date | None,
    decisions: Path | None,
    output: Output,
    **how: Any,
) -> int:
    """Print what is left unexplained; 1 if anything is."""
    from kcdocs.api import amend
    from kcdocs.api.reading import reading

    with asking(decisions):
        proof = amend.prove(
            original,
            draft,
            consolidated,
            number=number,
            as_of=as_of,
            how=reading(**how),
            decisions=decisions,
        )
    output.give(amend.as_json(proof) if output.form is Format.JSON else "\n".join(amend.proof_lines(proof)))
    return ExitCode.OK if proof.holds else ExitCode.DIFFERENCES
