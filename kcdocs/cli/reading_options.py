"""Options of one meaning that several commands share: how files are read, which instrument, day, answers."""

from __future__ import annotations

import functools
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kcdocs.cli import console
from kcdocs.cli.progress import Progress
from kcdocs.cli.types import Choice, Day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_ENCODINGS = ("utf-8", "utf-16", "tcvn3", "vni", "viqr", "windows-1258")

_WAYS = {
    "refuse": "không đọc, mặc định",
    "accept": "coi như đã chấp nhận",
    "reject": "coi như đã bác bỏ",
}
_KEEP = {"keep": "chỉ với tracked-docx: giữ các chỗ sửa sẵn có của bản gốc, ghi chỗ sửa mới bên cạnh"}


def _revisions(ways: Mapping[str, str]) -> Callable[..., Any]:
    told = ", ".join(f"{way} ({words})" for way, words in ways.items())
    return click.option(
        "--revisions",
        metavar="CÁCH",
        type=Choice(tuple(ways)),
        default="refuse",
        help=f"Chỗ sửa đang theo dõi trong Word: {told}.",
    )


_OPTIONS = (
    click.option(
        "--encoding",
        metavar="BẢNG-MÃ",
        type=Choice(_ENCODINGS),
        help=f"Bảng mã của tệp, khi không phải Unicode: {', '.join(_ENCODINGS)}.",
    ),
    click.option(
        "--instrument", metavar="SỐ", default="", help="Văn bản cần đọc, khi trang chứa nhiều văn bản."
    ),
    click.option(
        "--ocr",
        is_flag=True,
        help="Nhận dạng chữ của trang quét trong PDF (cần Tesseract có tiếng Việt); phải rà soát lại.",
    ),
)

number_option = click.option(
    "--as",
    "number",
    metavar="SỐ",
    default="",
    help="Số, ký hiệu của văn bản gốc, khi tệp không tự nói.",
)
as_of_option = click.option(
    "--as-of",
    metavar="NGÀY",
    type=Day(),
    help="Với văn bản trong kho: lấy bản có hiệu lực vào ngày này.",
)


def reading_options(command: Callable[..., Any], *, keeping: bool = False) -> Callable[..., Any]:
    """Tracked changes, code page, which instrument of a page that holds many, and scanned pages.

    Args:
        command: The command.
        keeping: Whether it writes redlines, in which tracked changes may stay.
    """

    @functools.wraps(command)
    def telling(*args: Any, **given: Any) -> Any:
        with closing(Progress("auto")) as progress:
            return command(*args, told=functools.partial(progress, "nhan-dang"), **given)

    whole: Callable[..., Any] = telling
    for option in reversed((_revisions({**_WAYS, **_KEEP} if keeping else _WAYS), *_OPTIONS)):
        whole = option(whole)
    return whole


keeping_options = functools.partial(reading_options, keeping=True)
"""The same for a command that writes redlines."""


decisions_option = click.option(
    "--decisions",
    metavar="TỆP",
    type=click.Path(path_type=Path),
    help="Tệp trả lời các lệnh chưa rõ (.yaml); chưa có thì được lập với các câu hỏi.",
)

gazette_option = click.option(
    "--gazette",
    is_flag=True,
    help="Văn bản hợp nhất trình bày như trên Công báo: số, ngày ở khối xác thực cuối văn bản.",
)


@contextmanager
def asking(decisions: Path | None) -> Iterator[None]:
    """Tells of a file of answers that is made on the way."""
    wanted = decisions is not None and not decisions.exists()
    yield
    if wanted:
        console.warn(f"Đã lập tệp trả lời để điền: {decisions}")
