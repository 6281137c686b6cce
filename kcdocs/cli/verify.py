"""`kcdocs verify`: whether a document is what it says it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kcdocs.cli import console
from kcdocs.cli.base import VietnameseCommand
from kcdocs.cli.output import Output, output_options
from kcdocs.cli.reading_options import reading_options
from kcdocs.cli.types import Day
from kcdocs.cli.usage import Usage
from kcdocs.errors import ExitCode
from kcdocs.model.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.api import Verification
    from kcdocs.api.tracked import Audited

_WORDS = {
    "chung-minh-duoc": "đã lập lại từ bộ mẫu và dữ liệu, nội dung trùng khớp hoàn toàn.",
    "nguyen-ven": "nguyên vẹn theo dấu ghi trong tệp. Muốn chứng minh bằng cách lập lại, thêm --record.",
    "da-sua": "đã bị sửa tay hoặc lưu lại bằng phần mềm khác.",
    "da-hoan-thien": "lời văn đúng như khi lập; sau đó chỉ điền số, ngày, thêm nhận xét, hình, lưu lại.",
    "lap-lai-khac": "dấu còn nguyên nhưng lập lại cho kết quả khác.",
    "khong-co-dau": "không phải văn bản do kcdocs lập.",
}


@click.command(
    cls=VietnameseCommand,
    help="Xác minh một văn bản do kcdocs lập (còn nguyên, đã sửa tay…), hoặc thư mục của cả một đợt.\n\n"
    "Với --tracked: xác minh một bản đánh dấu sửa đổi của Word, ai lập cũng được: bác bỏ hết có là bản GỐC, "
    "chấp nhận hết có là bản MỚI; chữ nào bị sửa mà không có dấu thì nêu ra từng chỗ.",
    epilog="Ví dụ: kcdocs verify to-trinh-10693-TTr-CTĐP.docx --record ho-so.yaml",
)
@click.argument("file", metavar="TỆP|THƯ-MỤC", type=click.Path(path_type=Path))
@click.argument("old", metavar="[GỐC]", default="")
@click.argument("new", metavar="[MỚI]", default="")
@click.option("--tracked", is_flag=True, help="TỆP là bản đánh dấu sửa đổi (chỗ sửa theo dõi của Word).")
@click.option(
    "--record",
    metavar="TỆP-DỮ-LIỆU",
    type=click.Path(path_type=Path),
    help="Dữ liệu đã dùng, để lập lại văn bản mà chứng minh.",
)
@click.option("--date", "day", metavar="NGÀY", type=Day(), help="Ngày văn bản, khi hồ sơ để trống.")
@reading_options
@output_options({Format.TERMINAL: "màn hình", Format.JSON: "cho máy đọc, cùng --tracked"})
def command(
    file: Path,
    old: str,
    new: str,
    record: Path | None,
    day: date | None,
    output: Output,
    *,
    tracked: bool,
    **how: Any,
) -> int:
    """Print the verdict, where the document comes from and what speaks against it; 1 if anything does."""
    if tracked:
        return _give_audit(file, old, new, output, how)
    if old or new:
        raise Usage("Chỉ ghi thêm bản GỐC, bản MỚI khi có --tracked.", click.get_current_context())
    if output.form is Format.JSON or output.path is not None:
        raise Usage("--format json, --out chỉ dùng khi có --tracked.", click.get_current_context())
    if file.is_dir():
        return _print_batch(file)
    from kcdocs.api.verify import verify

    found = verify(file, record, day=day)
    _print_verification(file, found)
    return ExitCode.OK if found.good else ExitCode.DIFFERENCES


def _give_audit(file: Path, old: str, new: str, output: Output, how: dict[str, Any]) -> int:
    """Tell what a redline hides; 1 if it hides anything."""
    from kcdocs.api import tracked
    from kcdocs.api.reading import reading

    found = tracked.audit_redline(file, old or None, new or None, how=reading(**how))
    told = found.json() if output.form is Format.JSON else "\n".join(_audit_lines(file, found)) + "\n"
    output.give(told)
    return ExitCode.OK if found.honest else ExitCode.DIFFERENCES


def _audit_lines(file: Path, found: Audited) -> Iterator[str]:
    against = " và ".join(found.against)
    if not found.honest:
        yield f"{file}: có chữ bị sửa mà dấu sửa đổi không nói đúng (so với {against})."
    elif against:
        yield f"{file}: {found.marks} dấu sửa đổi, đúng từng chữ với {against}."
    else:
        yield f"{file}: {found.marks} dấu sửa đổi; chưa so với bản gốc và bản mới vì lệnh không nêu."
    for finding in found.findings:
        yield from console.finding_lines(finding)


def _print_verification(file: Path, found: Verification) -> None:
    console.say(f"{file}: {_WORDS[found.verdict]}")
    if found.provenance:
        console.say(f"  Bộ mẫu: {found.provenance.set_name} (mã băm {found.provenance.template[:16]}…)")
        console.say(f"  Hồ sơ: mã băm {found.provenance.record[:16]}…")
        console.say(f"  Lập bằng: kcdocs {found.provenance.maker}")
    for finding in found.findings:
        for line in console.finding_lines(finding):
            console.say(line)


def _print_batch(folder: Path) -> int:
    """Tell of a whole batch."""
    from kcdocs.api import batch
    from kcdocs.cli.progress import Progress

    tell = Progress("auto")
    found = batch.verify(folder, tell)
    tell.close()
    for finding in found.findings:
        for line in console.finding_lines(finding):
            console.say(line)
    bad = len(found.findings)
    told = f"{bad} điểm không khớp bảng kê" if bad else "tất cả đúng như bảng kê"
    console.say(f"{folder}: {found.documents} văn bản, {told}.")
    return ExitCode.DIFFERENCES if bad else ExitCode.OK
