"""`kcdocs compare`: what a draft does to a text."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kcdocs.cli import console, limits
from kcdocs.cli.adding import refresh_store
from kcdocs.cli.base import VietnameseCommand
from kcdocs.cli.output import Output, output_options
from kcdocs.cli.reading_options import (
    as_of_option,
    asking,
    decisions_option,
    keeping_options,
    number_option,
)
from kcdocs.cli.types import Choice
from kcdocs.cli.usage import Usage
from kcdocs.errors import ExitCode
from kcdocs.model.format import Format

if TYPE_CHECKING:
    from kcdocs.api import Chain, Selection

_FORMS = {
    Format.TERMINAL: "màn hình",
    Format.HTML: "trang để xem",
    Format.JSON: "cho máy đọc",
    Format.DOCX: "bản so sánh, thuyết minh dạng Word",
    Format.XLSX: "bảng Excel",
    Format.TRACKED: "bản gốc có chỗ sửa theo dõi của Word, chấp nhận hết là bản mới, bác bỏ hết là bản gốc",
}
_TABLES = (Format.DOCX, Format.XLSX)
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
    cls=VietnameseCommand,
    help="So sánh hai văn bản: điều khoản nào thêm, bỏ, sửa, chuyển chỗ; từng chữ và loại thay đổi.\n\n"
    "CŨ và MỚI là tệp (.docx, .doc, .pdf, .txt…) hoặc số của văn bản trong kho như 45/2012/NĐ-CP. "
    "Văn bản sửa đổi được áp vào văn bản cũ rồi mới so sánh. Thêm các dự thảo sau để xem từng bước đổi gì. "
    "Chỉ một tệp Word có chỗ sửa đang theo dõi: so sánh trước và sau các chỗ sửa đó. "
    "Kế hoạch, công văn, báo cáo không chia thành điều: dùng --format tracked-docx. "
    "Mã thoát: 0 không khác nhau, 1 có khác nhau hoặc còn chỗ chưa đọc, chưa áp, chưa so sánh được.",
    epilog="Ví dụ: kcdocs compare cu.docx moi.docx --out so-sanh.html",
)
@click.argument("old", metavar="CŨ")
@click.argument("new", metavar="[MỚI]", default="")
@click.argument("later", metavar="[DỰ-THẢO-SAU]...", nargs=-1)
@as_of_option
@number_option
@click.option(
    "--draft",
    metavar="CÁCH",
    type=Choice(("auto", "whole", "amending")),
    default="auto",
    help="Văn bản mới là gì: auto (xét từng điều, chưa rõ thì hỏi; mặc định), whole (toàn văn), "
    "amending (văn bản sửa đổi, bổ sung: áp vào văn bản cũ rồi so sánh).",
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
    help="Văn bản khác có viện dẫn tới văn bản cũ, như thông tư hướng dẫn (ghi nhiều lần được); "
    "store: mọi văn bản trong kho.",
)
@click.option(
    "--fixes",
    metavar="TỆP",
    type=click.Path(path_type=Path),
    help="Tệp ghép cặp của người rà soát (.yaml); chưa có thì được lập với các cặp chưa chắc chắn.",
)
@decisions_option
@click.option(
    "--comments",
    is_flag=True,
    help="Với tracked-docx: ghi nhận xét của Word ở mỗi chỗ thay đổi nội dung, kèm viện dẫn bị ảnh hưởng.",
)
@keeping_options
@output_options(_FORMS)
def command(
    old: str,
    new: str,
    later: Sequence[str],
    as_of: date | None,
    number: str,
    draft: str,
    only: Sequence[str],
    article: Sequence[str],
    affected: Sequence[str],
    fixes: Path | None,
    decisions: Path | None,
    output: Output,
    *,
    comments: bool,
    **how: Any,
) -> ExitCode:
    """Compare, report, and say by the exit code whether the texts differ."""
    tracking, keeping = output.form is Format.TRACKED, how["revisions"] == "keep"
    two = bool(new) and not later
    _refuse(
        {
            "--comments chỉ dùng với --format tracked-docx.": comments and not tracking,
            "--revisions keep chỉ dùng với --format tracked-docx.": keeping and not tracking,
            "Dạng tracked-docx cần đúng hai văn bản; không dùng --only, --article, --affected, --fixes.": (
                tracking and bool(not two or affected or fixes or only or article)
            ),
            "--affected, --fixes, --decisions và --as chỉ dùng khi so sánh hai văn bản.": (
                not two and bool(affected or fixes or number or decisions)
            ),
            "--decisions trả lời các lệnh của văn bản sửa đổi; không dùng cùng --draft whole.": (
                bool(decisions) and draft == "whole"
            ),
        }
    )
    asked: dict[str, Any] = {"as_of": as_of, "number": number, "draft": draft, "decisions": decisions}
    if tracking:
        with asking(decisions):
            return _tracked(old, new, output, comments=comments, read=how, **asked)
    texts = (old, new, *later) if new else (old,)
    from kcdocs.api import compare as api
    from kcdocs.api.reading import reading

    drafted = fixes is not None and not fixes.exists()
    if api.STORE in affected:
        refresh_store()
    with asking(decisions):
        chain = api.compare_texts(texts, affected=affected, fixes=fixes, how=reading(**how), **asked)
    if drafted:
        console.warn(f"Đã lập tệp ghép cặp để rà soát: {fixes}")
    _report(chain, output, api.selection(only, article))
    return ExitCode.DIFFERENCES if api.differs(chain) else ExitCode.OK


def _report(chain: Chain, output: Output, selection: Selection) -> None:
    from kcdocs.api import compare as api

    colours = output.path is None and _shows_colours()
    report = api.render(
        chain,
        output.form,
        selection,
        width=80 if output.path else min(shutil.get_terminal_size().columns, limits.WIDEST),
        colour=colours,
        earlier=output.path,
        force=output.force,
    )
    output.give(report, carried=output.form in _TABLES, colours=colours)


def _refuse(contradictions: dict[str, bool]) -> None:
    """Refuse options that contradict one another: what is said of each, and whether it was asked for."""
    for words, holds in contradictions.items():
        if holds:
            raise Usage(words, click.get_current_context())


def _tracked(
    old: str, new: str, output: Output, *, comments: bool, read: dict[str, Any], **asked: Any
) -> ExitCode:
    """Write the original with the draft as tracked changes; what goes with the texts goes to stderr."""
    from kcdocs.api import tracked
    from kcdocs.api.reading import reading

    made = tracked.tracked(old, new, comments=comments, how=reading(**read), **asked)
    console.print_findings(made.findings)
    output.give(made.data)
    return ExitCode.DIFFERENCES if made.differs else ExitCode.OK


def _shows_colours() -> bool:
    """Whether the console takes colours: not a file, not switched off, no old Windows console."""
    wanted = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty() and (os.name != "nt" or "WT_SESSION" in os.environ)
