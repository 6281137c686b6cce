"""`kcdocs verify`: whether a document is what it says it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kcdocs.cli import console
from kcdocs.cli.base import VietnameseCommand
from kcdocs.cli.types import Day
from kcdocs.errors import ExitCode

if TYPE_CHECKING:
    from kcdocs.api import Verification

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
    help="Xác minh một văn bản do kcdocs lập (còn nguyên, đã sửa tay…), hoặc thư mục của cả một đợt.",
    epilog="Ví dụ: kcdocs verify to-trinh-10693-TTr-CTĐP.docx --record ho-so.yaml",
)
@click.argument("file", metavar="TỆP|THƯ-MỤC", type=click.Path(path_type=Path))
@click.option(
    "--record",
    metavar="TỆP-DỮ-LIỆU",
    type=click.Path(path_type=Path),
    help="Dữ liệu đã dùng, để lập lại văn bản mà chứng minh.",
)
@click.option("--date", "day", metavar="NGÀY", type=Day(), help="Ngày văn bản, khi hồ sơ để trống.")
def command(file: Path, record: Path | None, day: date | None) -> int:
    """Print the verdict, where the document comes from and what speaks against it; 1 if anything does."""
    if file.is_dir():
        return _print_batch(file)
    from kcdocs.api.verify import verify

    found = verify(file, record, day=day)
    _print_verification(file, found)
    return ExitCode.OK if found.good else ExitCode.DIFFERENCES


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
