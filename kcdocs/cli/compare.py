"""`kcdocs compare`: what a draft does to a text."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from kcdocs.cli import console
from kcdocs.cli.base import Choice, Command, Day, Usage
from kcdocs.cli.reading_options import reading_options
from kcdocs.errors import ExitCode

_MEDIA = {
    "terminal": "màn hình",
    "html": "trang để xem",
    "json": "cho máy đọc",
    "table-docx": "bản so sánh, thuyết minh dạng Word",
    "xlsx": "dạng Excel",
}
_WIDEST = 100
_BINARY = ("table-docx", "xlsx")
_CLASSES = (
    "noi-dung",
    "bo-sung",
    "bai-bo",
    "thay-cum-tu",
    "chuyen-vi-tri",
    "tach",
    "gop",
    "ky-thuat",
    "hinh-thuc",
    "ma-hoa",
)


class ArticleLabel(click.ParamType[str]):
    """The label of an article, as "5a" or "Điều 5a"."""

    name = "điều"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The label alone."""
        found = re.fullmatch(r"(?:(?:điều|dieu)[ -]*)?(\d+[a-zđ]?)", str(value).strip().lower())
        if found is None:
            self.fail(f"«{value}» không phải số của một điều; xin ghi như 5 hoặc 5a.", param, ctx)
        return found.group(1)


@click.command(
    "compare",
    cls=Command,
    help="So sánh hai văn bản: điều khoản nào thêm, bỏ, sửa, chuyển chỗ; từng chữ và loại thay đổi.\n\n"
    "CŨ và MỚI là tệp (.docx, .doc, .pdf, .txt…) hoặc số của văn bản trong kho như 45/2012/NĐ-CP. "
    "Văn bản sửa đổi được áp vào văn bản cũ rồi mới so sánh. Thêm các dự thảo sau để xem từng bước đổi gì. "
    "Mã thoát: 0 không khác nhau, 1 có khác nhau.",
    epilog="Ví dụ: kcdocs compare 45/2012/NĐ-CP du-thao.docx --format html --out so-sanh.html",
)
@click.argument("old", metavar="CŨ")
@click.argument("new", metavar="MỚI")
@click.argument("later", metavar="[DỰ-THẢO-SAU]...", nargs=-1)
@click.option(
    "--format",
    "medium",
    metavar="DẠNG",
    type=Choice(tuple(_MEDIA)),
    default="terminal",
    help=f"Dạng kết quả, mặc định terminal: {'; '.join(f'{k} ({v})' for k, v in _MEDIA.items())}.",
)
@click.option("--out", metavar="TỆP", type=click.Path(path_type=Path), help="Ghi ra tệp thay vì màn hình.")
@click.option("--as-of", metavar="NGÀY", type=Day(), help="Lấy bản trong kho có hiệu lực vào ngày này.")
@click.option(
    "--as",
    "number",
    metavar="SỐ",
    default="",
    help="Số của văn bản cũ khi tệp không ghi, để áp văn bản sửa đổi vào đúng văn bản.",
)
@click.option(
    "--only",
    metavar="LOẠI",
    type=Choice(_CLASSES),
    multiple=True,
    help=f"Chỉ hiện một loại thay đổi (ghi nhiều lần được): {', '.join(_CLASSES)}.",
)
@click.option(
    "--article",
    metavar="ĐIỀU",
    type=ArticleLabel(),
    multiple=True,
    help="Chỉ hiện một điều, như 5 hoặc 5a (ghi nhiều lần được).",
)
@click.option(
    "--affected",
    metavar="TỆP",
    multiple=True,
    help="Văn bản khác có viện dẫn tới văn bản cũ, như thông tư hướng dẫn (ghi nhiều lần được).",
)
@click.option(
    "--fixes",
    metavar="TỆP",
    type=click.Path(path_type=Path),
    help="Tệp ghép cặp của người rà soát (.yaml); chưa có thì được lập với các cặp chưa chắc chắn.",
)
@reading_options
def command(
    old: str,
    new: str,
    later: Sequence[str],
    medium: str,
    out: Path | None,
    as_of: date | None,
    number: str,
    only: Sequence[str],
    article: Sequence[str],
    affected: Sequence[str],
    fixes: Path | None,
    revisions: str,
    encoding: str | None,
    instrument: str,
) -> ExitCode:
    """Compare, report, and say by the exit code whether the texts differ."""
    if out is None and medium in _BINARY:
        raise Usage(f"Dạng {medium} cần --out TỆP.", click.get_current_context())
    if later and (affected or fixes or number):
        raise Usage(
            "--affected, --fixes và --as chỉ dùng khi so sánh hai văn bản.", click.get_current_context()
        )
    from kcdocs.api import compare as api  # noqa: PLC0415 - help pages do not need it
    from kcdocs.api.reading import reading  # noqa: PLC0415 - the same

    drafted = fixes is not None and not fixes.exists()
    texts = (old, new, *later)
    for file in filter(None, (out, fixes)):
        api.spare((*texts, *affected), file)
    how = reading(revisions=revisions, encoding=encoding, instrument=instrument)
    chain = api.compare_texts(texts, as_of=as_of, affected=affected, fixes=fixes, number=number, how=how)
    if drafted:
        console.warn(f"Đã lập tệp ghép cặp để rà soát: {fixes}")
    selection = api.selection(only, article)
    report = api.render(
        chain,
        api.Medium(medium),
        selection,
        width=min(shutil.get_terminal_size().columns, _WIDEST) if out is None else 80,
        colour=out is None and _shows_colours(),
        earlier=out,
    )
    if out is not None:
        api.save(out, report)
        console.warn(f"Đã ghi: {out}")
    elif isinstance(report, str):
        (console.say if medium == "terminal" else console.emit)(report.rstrip("\n"))
    return ExitCode.DIFFERENCES if api.differs(chain) else ExitCode.OK


def _shows_colours() -> bool:
    """Whether the console takes colours: not a file, not switched off, no old Windows console."""
    wanted = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty() and (os.name != "nt" or "WT_SESSION" in os.environ)
