"""`kcdocs batch`: many numbered documents from one file of data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kcdocs.cli import limits
from kcdocs.cli.base import VietnameseCommand
from kcdocs.cli.console import place_words, print_remark, say, warn
from kcdocs.cli.form_option import check_option, told_good
from kcdocs.cli.output import chosen, open_in_program, open_option, refuse_used_name
from kcdocs.cli.progress import Progress
from kcdocs.cli.types import Choice, Day
from kcdocs.cli.usage import Usage
from kcdocs.errors import ExitCode
from kcdocs.model.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.api import BatchPlan, BatchResult, PlannedDocument


@click.command(
    "batch",
    cls=VietnameseCommand,
    help="Lập hàng loạt văn bản có số từ một bảng: kiểm tra hết rồi mới ghi, sau sự cố làm tiếp được.",
    epilog='Ví dụ: kcdocs batch quyet-dinh-cong-bo-tthc ho-so.xlsx --out dot-1 --series "QĐ-BCT/2025"',
)
@click.argument("set_name", metavar="BỘ-MẪU")
@click.argument("records", metavar="TỆP-DỮ-LIỆU", type=click.Path(path_type=Path))
@click.option(
    "--out",
    metavar="THƯ-MỤC",
    required=True,
    type=click.Path(path_type=Path),
    help="Thư mục riêng của đợt.",
)
@click.option("--date", "day", metavar="NGÀY", type=Day(), help="Ngày văn bản khi hồ sơ để trống.")
@click.option("--pattern", metavar="MẪU-TÊN", help="Cách đặt tên tệp, như «{so}-{ky_hieu}-{stt}».")
@click.option("--series", metavar="DÃY-SỐ", help="Dãy số trong sổ đăng ký, như «QĐ-BCT/2026».")
@click.option(
    "--jobs", metavar="N", type=click.IntRange(1, 64), default=1, help="Số tiến trình cùng lập văn bản."
)
@click.option("--cluster", metavar="ĐỊA-CHỈ", help="Lập trên cụm máy Dask, như tcp://may-chu:8786.")
@click.option("--pdf", is_flag=True, help="Tạo thêm tệp PDF cạnh mỗi văn bản (cần LibreOffice).")
@click.option(
    "--zip",
    "bundle",
    metavar="TỆP.zip",
    type=click.Path(path_type=Path),
    help="Gói mọi văn bản và bảng kê vào một tệp ZIP.",
)
@click.option(
    "--merge",
    metavar="TỆP.docx",
    type=click.Path(path_type=Path),
    help="Gộp mọi văn bản (nhiều nhất 500) vào một tệp Word để in liền một lượt.",
)
@click.option("--resume", is_flag=True, help="Làm tiếp đợt dở trong thư mục.")
@click.option("--dry-run", "dry", is_flag=True, help="Chỉ kiểm tra và in kế hoạch, không ghi gì.")
@click.option("--keep-going", is_flag=True, help="Lập các hồ sơ đúng, liệt kê các hồ sơ sai.")
@click.option("--again", is_flag=True, help="Cấp số mới cả cho hồ sơ đã có số trong sổ đăng ký.")
@click.option(
    "--marked",
    metavar="TỆP.xlsx",
    type=click.Path(path_type=Path),
    help="Khi có lỗi, ghi bản sao của bảng dữ liệu có đánh dấu từng ô sai.",
)
@click.option(
    "--progress",
    metavar="KIỂU",
    type=Choice(["auto", "json", "none"]),
    default="auto",
    help="Cách báo tiến độ: auto, json hoặc none.",
)
@click.option(
    "--force",
    is_flag=True,
    help="Ghi đè tệp đã có, dù là tệp khác, ở --zip, --merge, --marked; văn bản đã lập không bị ghi đè.",
)
@check_option
@open_option
def command(
    set_name: str,
    records: Path,
    out: Path,
    day: date | None,
    pattern: str | None,
    series: str | None,
    jobs: int,
    cluster: str | None,
    pdf: bool,
    bundle: Path | None,
    merge: Path | None,
    resume: bool,
    dry: bool,
    keep_going: bool,
    again: bool,
    marked: Path | None,
    progress: str,
    force: bool,
    how: str | None,
    opens: bool,
) -> int:
    """Make the batch, or show its plan; 1 if a document was kept, left out or could not be made."""
    from kcdocs.api import batch

    beside = ((Format.ZIP, bundle), (Format.DOCX, merge), (Format.XLSX, marked))
    _only_of_sheets(marked, records)
    _refuse_standing(beside, force=force)
    asked = batch.order(
        set_name,
        records,
        out,
        day=day,
        pattern=pattern,
        series=series,
        keep_going=keep_going,
        merge=merge,
        again=again,
    )
    with _naming_marked_copy(marked), closing(Progress(progress)) as tell:
        if dry:
            return _print_plan(*batch.dry_run(asked, marked=marked, tell=tell))
        done = batch.run(
            asked, jobs=jobs, cluster=cluster, resume=resume, marked=marked, bundle=bundle, pdf=pdf, tell=tell
        )
    _remember(beside)
    code = _print_result(done, out, bundle, None if done.unmerged else merge)
    made = sorted(path for path in out.glob("*.docx") if merge is None or path.name != merge.name)
    if not told_good(made, how):
        code = code or ExitCode.DIFFERENCES
    if opens:
        open_in_program(out)
    return code


def _only_of_sheets(marked: Path | None, records: Path) -> None:
    if marked and records.suffix.lower() not in {".xlsx", ".csv"}:
        raise Usage(
            "--marked chỉ dùng được khi dữ liệu là bảng tính .xlsx hoặc .csv.", click.get_current_context()
        )


@contextmanager
def _naming_marked_copy(marked: Path | None) -> Iterator[None]:
    """Say where the marked copy of the data is, if it has faults and a copy was wanted."""
    from kcdocs.api import BatchFaultsError

    try:
        yield
    except BatchFaultsError:
        if marked:
            _remember(((Format.XLSX, marked),))
            warn(f"Bảng đã đánh dấu lỗi: {marked}")
        raise


def _refuse_standing(files: Iterable[tuple[Format, Path | None]], *, force: bool) -> None:
    """See that the files beside the batch take the place of nothing, before anything is made."""
    from kcdocs import results

    for form, path in files:
        if path:
            chosen((form,), form, path)
            refuse_used_name(path)
            results.refuse_standing_files([path], f"batch {form}", force=force)


def _remember(files: Iterable[tuple[Format, Path | None]]) -> None:
    from kcdocs import results

    for form, path in files:
        if path:
            results.remember([path], f"batch {form}")


def _print_plan(found: BatchPlan, lines: Iterator[PlannedDocument]) -> int:
    count, skipped = found.count, len(found.skipped)
    for remark in found.remarks:
        print_remark(remark)
    for fault in [fault for item in found.skipped for fault in item.faults][: limits.LINES_SHOWN]:
        warn(f"Bỏ qua: {fault.code} · {place_words(fault.place)}. {fault.message}")
    for number, line in enumerate(lines, 1):
        if number > limits.LINES_SHOWN:
            say(f"… và {count - limits.LINES_SHOWN} văn bản nữa.")
            break
        numbered = f", số {line.number}" if line.number else ""
        say(f"{line.row} → {line.file} ({line.set_name}{numbered})")
    say(f"Kế hoạch: {count} văn bản; bỏ qua {skipped} hồ sơ có lỗi. Chưa ghi tệp nào, chưa lấy số nào.")
    return ExitCode.DIFFERENCES if skipped else ExitCode.OK


def _print_result(done: BatchResult, out: Path, *together: Path | None) -> int:
    for remark in done.remarks:
        print_remark(remark)
    for file, verdict in done.kept[: limits.LINES_SHOWN]:
        warn(f"{file}: {verdict}")
    for path, why in done.unprinted[: limits.LINES_SHOWN]:
        warn(f"{path}: chưa có PDF. {why}")
    counts = "; ".join(f"{verdict}: {count}" for verdict, count in done.verdicts.items())
    say(f"Đợt {out}: {done.total} văn bản ({counts}).")
    if done.skipped:
        say(f"Bỏ qua {done.skipped} hồ sơ có lỗi; xem cuối bảng kê.")
    say(f"Bảng kê: {out / 'bang-ke.xlsx'} (cùng bản .csv, .json). Kiểm tra lại: kcdocs verify {out}")
    for path in filter(None, together):
        if path.is_file():
            say(f"Tất cả văn bản trong một tệp: {path}")
    if done.unmerged:
        raise done.unmerged
    return ExitCode.OK if done.whole else ExitCode.DIFFERENCES
