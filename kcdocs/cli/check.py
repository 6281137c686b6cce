"""`kcdocs check`: whether a finished document is in due form on its date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kcdocs.cli import console
from kcdocs.cli.base import VietnameseCommand
from kcdocs.cli.output import Output, chosen, output_options, refuse_used_name
from kcdocs.cli.types import Choice
from kcdocs.cli.usage import Usage
from kcdocs.errors import ExitCode
from kcdocs.model.format import Format

if TYPE_CHECKING:
    from kcdocs.api import CheckedForm
    from kcdocs.law.layout import Profile

_PROFILES = ("nd30", "qppl_2016", "qppl_2025", "quoc_hoi")
_WORD = ".docx"


@click.command(
    cls=VietnameseCommand,
    help="Kiểm tra thể thức văn bản Word: khổ giấy, lề, phông, cỡ chữ, các phần, số, ngày, căn cứ, chữ ký.",
    epilog="Ví dụ: kcdocs check moi.docx --annotate moi-co-chu-thich.docx",
)
@click.argument("files", metavar="TỆP|THƯ-MỤC…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--profile",
    metavar="BỘ-QUY-TẮC",
    type=Choice(_PROFILES),
    help="Theo quy tắc nào: nd30 (văn bản hành chính), qppl_2016, qppl_2025 (văn bản quy phạm pháp luật), "
    "quoc_hoi. Bỏ trống thì theo loại, số và ngày của văn bản.",
)
@click.option(
    "--annotate",
    metavar="TỆP|THƯ-MỤC",
    type=click.Path(path_type=Path),
    help="Ghi bản sao có chú thích Word ở từng chỗ; kiểm tra nhiều tệp thì ghi vào thư mục này.",
)
@click.option(
    "--fix",
    metavar="TỆP|THƯ-MỤC",
    type=click.Path(path_type=Path),
    help="Ghi bản sao đã sửa những chỗ sửa được mà không đổi lời văn (lề, phông, cỡ chữ, dấu cách, số 0…).",
)
@output_options({Format.TERMINAL: "màn hình", Format.HTML: "trang để xem", Format.JSON: "cho máy đọc"})
def command(
    files: tuple[Path, ...], profile: str | None, annotate: Path | None, fix: Path | None, output: Output
) -> int:
    """Check and tell; 1 if anything but notes is told, 3 if a file could not be read."""
    from kcdocs.api import check_form as api
    from kcdocs.law.layout import Profile

    rules = Profile(profile) if profile else None
    found = api.word_files(files, apart=[target for target in (annotate, fix) if target is not None])
    if not found:
        raise Usage("Trong thư mục không có tệp .docx nào.", click.get_current_context())
    several = len(found) > 1 or any(path.is_dir() for path in files)
    if (annotate or fix) and len(set(found.values())) < len(found):
        raise Usage(
            "Hai tệp cùng tên sẽ ghi chung một bản sao: kiểm tra từng thư mục riêng.",
            click.get_current_context(),
        )
    for target in (annotate, fix):
        if target is not None and not several:
            chosen((Format.DOCX,), None, target)
            refuse_used_name(target)
    checked = [api.check(path, profile=rules) for path in found]
    _tell(checked, output, several=several)
    read = [path for path, item in zip(found, checked, strict=True) if item.read]
    readable = {path: found[path] if several else Path() for path in read}
    if annotate is not None:
        _annotate(readable, annotate, rules, force=output.force)
    if fix is not None:
        _fix(readable, fix, rules, force=output.force)
    if not all(item.read for item in checked):
        return ExitCode.FILE
    return ExitCode.OK if all(item.good for item in checked) else ExitCode.DIFFERENCES


def _tell(checked: Sequence[CheckedForm], output: Output, *, several: bool) -> None:
    from kcdocs.api import check_form as api

    told = api.render(checked, output.form)
    if output.form is Format.TERMINAL and not several:
        lines = [line for finding in checked[0].findings for line in ("", *console.finding_lines(finding))]
        told = "\n".join([told.rstrip("\n"), *lines]) + "\n"
    output.give(told)


def _annotate(files: Mapping[Path, Path], target: Path, rules: Profile | None, *, force: bool) -> None:
    from kcdocs.api import check_form as api

    for path, inside in files.items():
        out = _place(target, inside)
        count = api.annotate(path, out, profile=rules, force=force)
        console.warn(f"Đã ghi bản sao có {count} chú thích: {out}")


def _fix(files: Mapping[Path, Path], target: Path, rules: Profile | None, *, force: bool) -> None:
    from kcdocs.api import check_form as api

    for path, inside in files.items():
        out = _place(target, inside)
        mends, left = api.mend(path, out, profile=rules, force=force)
        if not mends:
            console.warn(f"{path}: không có chỗ nào sửa tự động được, nên không ghi bản sao.")
            continue
        console.warn(f"Đã ghi bản sao đã sửa {len(mends)} lỗi: {out}")
        for finding in mends:
            console.warn(f"  {finding.code}: {finding.message}")
        rest = sum(item.severity != "I" for item in left.findings)
        console.warn(f"  Còn {rest} lỗi, cảnh báo cần người sửa." if rest else "  Không còn lỗi nào.")


def _place(target: Path, inside: Path) -> Path:
    """Where the copy of a file goes: the file that was named, or its own place in the folder."""
    place = target / inside
    if inside.parts:
        place.parent.mkdir(parents=True, exist_ok=True)
    return place
