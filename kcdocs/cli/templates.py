"""`kcdocs templates`: the sets of templates."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kcdocs.cli import console, limits
from kcdocs.cli.base import CommandGroup
from kcdocs.cli.console import say
from kcdocs.cli.output import (
    Output,
    chosen,
    force_option,
    open_in_program,
    open_option,
    output_options,
    refuse_used_name,
)
from kcdocs.cli.template_faults import report_lines
from kcdocs.cli.types import Day
from kcdocs.cli.usage import Usage
from kcdocs.errors import ExitCode
from kcdocs.model.format import Format

if TYPE_CHECKING:
    from kcdocs.api import Report


group = CommandGroup(
    "templates",
    help="Bộ mẫu văn bản: liệt kê, xem, kiểm tra, so sánh phiên bản, lập tệp dữ liệu, thêm bộ mẫu mới.",
    epilog="Ví dụ: kcdocs templates show to-trinh",
)


@group.command(
    "list",
    help="Liệt kê các bộ mẫu và phiên bản theo loại văn bản, ngày áp dụng, đã phát hành hay chưa.",
    epilog='Ví dụ: kcdocs templates list --find "tra loi kien nghi"',
)
@click.option(
    "--find",
    default="",
    metavar="CHỮ",
    help="Chỉ nêu bộ mẫu có các chữ này, gõ có dấu hay không dấu.",
)
def list_sets(find: str) -> None:
    """Tell each version on two lines, under the type of its document; types of one set stand last."""
    from kcdocs.api.templates import list_versions

    found = list_versions(find)
    if not found:
        say(f"Không có bộ mẫu nào có các chữ «{find}». Xem tất cả: kcdocs templates list")
    types = {version.name.partition("@")[0]: version.type for version in found}
    for kind, _ in Counter(types.values()).most_common():
        say(f"{kind}:")
        for version in (one for one in found if one.type == kind):
            say(f"  {version.name}  ({version.status})")
            say(f"    {version.title}; dùng cho văn bản {version.period}")


@group.command(
    "show",
    help="Xem một bộ mẫu: các phiên bản, nguồn, điều chưa kiểm chứng, các trường dữ liệu và ví dụ.",
    epilog="Ví dụ: kcdocs templates show to-trinh@1.0.0",
)
@click.argument("name", metavar="BỘ-MẪU[@PHIÊN-BẢN]")
@output_options({Format.TERMINAL: "màn hình", Format.MARKDOWN: "trang Markdown"})
def show(name: str, output: Output) -> None:
    """Print the page of the set."""
    from kcdocs.api import templates

    width = min(shutil.get_terminal_size().columns, limits.WIDEST) if output.path is None else 80
    output.give(
        templates.show(name) if output.form is Format.MARKDOWN else templates.show_on_screen(name, width)
    )


@group.command(
    "check",
    help="Kiểm tra một mẫu Word, hoặc mọi phiên bản của một bộ mẫu; nêu mọi lỗi trong một lần.",
    epilog="Ví dụ: kcdocs templates check mau.docx --comments mau-co-ghi-chu.docx",
)
@click.argument("target", metavar="TỆP-MẪU|BỘ-MẪU")
@click.option(
    "--record",
    metavar="TỆP-DỮ-LIỆU",
    type=click.Path(path_type=Path),
    help="Đối chiếu mẫu với dữ liệu này và lập thử.",
)
@click.option(
    "--comments",
    metavar="TỆP.docx",
    type=click.Path(path_type=Path),
    help="Ghi bản sao của mẫu có chú thích Word.",
)
@output_options({Format.TERMINAL: "màn hình", Format.JSON: "cho máy đọc"})
def check(target: str, record: Path | None, comments: Path | None, output: Output) -> int:
    """Check and tell; 5 if a template has errors, 1 if it has warnings or notes only."""
    if comments:
        chosen((Format.DOCX,), None, comments)
        refuse_used_name(comments)
    from kcdocs.api import check_template as api

    if not _is_file(target):
        if record or comments:
            raise Usage(
                "--record và --comments chỉ dùng khi kiểm tra một tệp .docx.", click.get_current_context()
            )
        reports = api.check_set(target)
    else:
        reports = (api.check_file(Path(target), record),)
    told = [line for report in reports for line in report_lines(report)]
    output.give(api.as_json(reports) if output.form is Format.JSON else "\n".join(told))
    if comments:
        count = api.write_commented(Path(target), reports[0], comments, force=output.force)
        console.warn(f"Đã ghi bản sao có {count} chú thích: {comments}")
    return _exit_code(reports)


def _is_file(target: str) -> bool:
    return target.lower().endswith((".docx", ".dotx")) or Path(target).is_file()


def _exit_code(reports: tuple[Report, ...]) -> int:
    if any(report.broken for report in reports):
        return ExitCode.TEMPLATE
    return ExitCode.DIFFERENCES if any(report.faults for report in reports) else ExitCode.OK


@group.command(
    "form",
    help="Lập tệp dữ liệu để điền: .xlsx, .csv, .json, .jsonl có sẵn ví dụ; .yaml để trống, có chú giải.",
    epilog="Ví dụ: kcdocs templates form quyet-dinh-cong-bo-tthc --out bang-moi.xlsx",
)
@click.argument("name", metavar="BỘ-MẪU[@PHIÊN-BẢN]")
@click.option(
    "--out",
    metavar="TỆP",
    required=True,
    type=click.Path(path_type=Path),
    help="Tệp .xlsx, .csv, .yaml, .json hoặc .jsonl.",
)
@force_option
@open_option
def form(name: str, out: Path, force: bool, opens: bool) -> None:
    """Write the file and say what to do with it."""
    from kcdocs.api.templates import write_form

    say(f"Đã lập: {write_form(name, out, force=force)}")
    say(f"Điền xong thì chạy: kcdocs generate {name} {out} --out ket-qua")
    if opens:
        open_in_program(out)


@group.command(
    "diff",
    help="So sánh hai phiên bản mẫu: lời văn, trường dữ liệu, trình bày.",
    epilog="Ví dụ: kcdocs templates diff to-trinh@1.0.0 to-trinh@2.0.0 --out khac-nhau.html",
)
@click.argument("old", metavar="BỘ-MẪU@CŨ")
@click.argument("new", metavar="BỘ-MẪU@MỚI")
@output_options({Format.TERMINAL: "màn hình", Format.HTML: "trang để xem"})
def diff(old: str, new: str, output: Output) -> int:
    """Compare and tell; 1 if the versions differ."""
    from kcdocs.api.templates import compare_versions, comparison_page

    found = compare_versions(old, new)
    output.give(comparison_page(found, output.form))
    return ExitCode.DIFFERENCES if found.any else ExitCode.OK


@group.command(
    "blank",
    help="Lập tệp Word trống đúng thể thức của một loại văn bản, có sẵn khối và thẻ, để bắt đầu một mẫu.",
    epilog='Ví dụ: kcdocs templates blank --type "Công văn" --out cong-van.docx',
)
@click.option(
    "--type", "type_name", metavar="LOẠI", required=True, help="Loại văn bản, như «Công văn», «Quyết định»."
)
@click.option("--out", metavar="TỆP.docx", required=True, type=click.Path(path_type=Path), help="Tệp Word.")
@force_option
@open_option
def blank(type_name: str, out: Path, force: bool, opens: bool) -> None:
    """Write the file and say what comes next."""
    from kcdocs.api.templates import write_blank

    chosen((Format.DOCX,), None, out)
    say(f"Đã lập: {write_blank(type_name, out, force=force)}")
    say(f"Sửa lời văn và thẻ bằng Word, rồi chạy: kcdocs templates check {out}")
    if opens:
        open_in_program(out)


@group.command(
    "tags",
    help="Đổi các trường trộn thư (MERGEFIELD) và chữ trong «…» của một tệp Word thành thẻ, ghi ra tệp mới.",
    epilog="Ví dụ: kcdocs templates tags TỆP --out giay-moi.docx",
)
@click.argument("source", metavar="TỆP.docx", type=click.Path(path_type=Path))
@click.option(
    "--out", metavar="TỆP.docx", required=True, type=click.Path(path_type=Path), help="Tệp mới, có thẻ."
)
@force_option
@open_option
def tags(source: Path, out: Path, force: bool, opens: bool) -> int:
    """Write the copy and tell each tag; 1 if there was nothing to put into one."""
    from kcdocs.api.templates import write_tags

    found = write_tags(source, out, force=force)
    for said, tag in found.made:
        say(f"  «{said.name}» → {tag}")
    for code in found.left:
        console.warn(f"Lưu ý: trường «{code}» giữ nguyên; xóa đi và gõ thẻ thay cho nó (xem hướng dẫn).")
    if not found.made:
        console.warn(
            f"«{source}» không có trường trộn thư, cũng không có chữ nào trong «…»; chưa ghi tệp nào."
        )
        return ExitCode.DIFFERENCES
    say(f"Đã ghi: {out}. Xem lại từng thẻ trong Word, rồi chạy: kcdocs templates check {out}")
    if opens:
        open_in_program(out)
    return ExitCode.OK


@group.command(
    "fields",
    help="Lập bảng các trường của một tệp Word hoặc một bộ mẫu, để sửa tên, kiểu, thứ tự bằng Excel.",
    epilog="Ví dụ: kcdocs templates fields mau.docx --out truong.xlsx",
)
@click.argument("source", metavar="TỆP.docx|BỘ-MẪU[@PHIÊN-BẢN]")
@click.option(
    "--out", metavar="TỆP.xlsx", required=True, type=click.Path(path_type=Path), help="Bảng trường."
)
@force_option
@open_option
def fields(source: str, out: Path, force: bool, opens: bool) -> None:
    """Write the sheet and say what to do with it."""
    from kcdocs.api.templates import write_field_sheet

    say(f"Đã lập bảng trường: {write_field_sheet(source, out, force=force)}")
    word = source.lower().endswith((".docx", ".dotx"))
    after = f"new TÊN-BỘ-MẪU --from {source} --fields {out}" if word else f"update {source} --fields {out}"
    say(f"Sửa bảng và lưu lại, rồi chạy: kcdocs templates {after}")
    if opens:
        open_in_program(out)


@group.command(
    "new",
    help="Lập bộ mẫu của đơn vị từ một tệp Word có thẻ {{ tên_trường }}.",
    epilog='Ví dụ: kcdocs templates new to-trinh-rieng --from mau.docx --title "Tờ trình của Cục"',
)
@click.argument("name", metavar="TÊN-BỘ-MẪU")
@click.option(
    "--from",
    "template",
    metavar="TỆP.docx",
    required=True,
    type=click.Path(path_type=Path),
    help="Tệp Word có thẻ.",
)
@click.option("--title", metavar="TÊN", help="Tên văn bản, như «Giấy mời họp»; mặc định là tên bộ mẫu.")
@click.option("--since", metavar="NGÀY", type=Day(), help="Dùng cho văn bản từ ngày này; mặc định 05/3/2020.")
@click.option(
    "--fields",
    metavar="TỆP.xlsx",
    type=click.Path(path_type=Path),
    help="Bảng trường đã sửa; bỏ trống thì kiểu lấy theo cách dùng thẻ.",
)
def new(name: str, template: Path, title: str | None, since: date | None, fields: Path | None) -> None:
    """Make the set and say what comes next."""
    from kcdocs.api.templates import start_set

    made = start_set(name, template, title or name, since or date(2020, 3, 5), fields)
    say(f"Đã lập bộ mẫu «{name}» tại: {made.folder}")
    for remark in made.remarks:
        console.warn(f"Lưu ý: {remark}")
    say("Việc tiếp theo:")
    steps = (
        [] if fields else [f"Sửa tên, kiểu của từng trường: kcdocs templates fields {name} --out truong.xlsx"]
    )
    steps += [f"Lập tệp dữ liệu: kcdocs templates form {name} --out ho-so.yaml"]
    steps += [f"Lập thử văn bản: kcdocs generate {name} ho-so.yaml --out ket-qua"]
    for number, step in enumerate(steps, 1):
        say(f"  {number}. {step}")


@group.command(
    "update",
    help="Sửa bộ mẫu của đơn vị theo tệp Word đã sửa, bảng trường đã sửa; phiên bản đã phát hành thì lập "
    "phiên bản mới từ nó.",
    epilog="Ví dụ: kcdocs templates update to-trinh-rieng --from mau.docx --fields truong.xlsx",
)
@click.argument("name", metavar="BỘ-MẪU[@PHIÊN-BẢN]")
@click.option(
    "--from",
    "template",
    metavar="TỆP.docx",
    type=click.Path(path_type=Path),
    help="Tệp Word đã sửa; bỏ trống thì đọc lại tệp Word trong bộ mẫu.",
)
@click.option("--fields", metavar="TỆP.xlsx", type=click.Path(path_type=Path), help="Bảng trường đã sửa.")
@click.option("--since", metavar="NGÀY", type=Day(), help="Phiên bản mới dùng cho văn bản từ ngày này.")
@force_option
def update(name: str, template: Path | None, fields: Path | None, since: date | None, force: bool) -> None:
    """Bring the set up to date and tell what changed."""
    from kcdocs.api.templates import update_set

    made = update_set(name, template=template, fields=fields, since=since, force=force)
    say(f"Đã lập phiên bản mới {made.name} tại: {made.folder}" if made.begun else f"Đã cập nhật {made.name}.")
    for words, paths in (
        ("Trường mới", made.added),
        ("Trường đổi thành hoặc không còn là danh sách, nhóm", made.reshaped),
        ("Mẫu không còn dùng, nên không bắt buộc nữa (xóa hàng trong bảng trường để bỏ hẳn)", made.unused),
    ):
        if paths:
            say(f"{words}: {', '.join(paths)}.")
    for remark in made.remarks:
        console.warn(f"Lưu ý: {remark}")


@group.command(
    "release",
    help="Phát hành một phiên bản mẫu: ghép khối dùng chung, ghi mã băm; từ đó không sửa nữa.",
    epilog="Ví dụ: kcdocs templates release to-trinh-rieng@1.0.0",
)
@click.argument("name", metavar="BỘ-MẪU@PHIÊN-BẢN")
def release(name: str) -> None:
    """Freeze the version; tell its hash, and whether its documents are in due form."""
    from kcdocs.api.check_form import check_examples
    from kcdocs.api.templates import release_version

    on = datetime.now().astimezone().date()
    digest = release_version(name, on)
    say(f"Đã phát hành {name}; mã băm SHA-256: {digest}")
    formed = check_examples(name, on)
    if formed and all(item.good for item in formed):
        say(f"Thể thức: {len(formed)} văn bản lập từ dữ liệu ví dụ đều đúng; đã ghi cùng mã băm.")
        return
    found = [finding for item in formed for finding in item.findings]
    console.warn(
        "Lưu ý: chưa xác nhận được thể thức của bộ mẫu, nên văn bản lập từ đó được kiểm tra toàn bộ."
    )
    for finding in found:
        for line in console.finding_lines(finding):
            console.warn(line)


@group.command(
    "export",
    help="Gói một bộ mẫu với mọi phiên bản thành một tệp để gửi cho đơn vị khác.",
    epilog="Ví dụ: kcdocs templates export to-trinh --out to-trinh.zip",
)
@click.argument("name", metavar="BỘ-MẪU")
@click.option("--out", metavar="TỆP.zip", required=True, type=click.Path(path_type=Path), help="Tệp để gửi.")
@force_option
@open_option
def export(name: str, out: Path, force: bool, opens: bool) -> None:
    """Write the file and say how it is taken in."""
    from kcdocs.api.templates import export_set

    say(f"Đã gói: {export_set(name, out, force=force)}")
    say(f"Nơi nhận chạy: kcdocs templates add {out.name}")
    if opens:
        open_in_program(out)


@group.command(
    "add",
    help="Thêm bộ mẫu nhận từ đơn vị khác (tệp do «templates export» lập), sau khi kiểm tra từng tệp.",
    epilog="Ví dụ: kcdocs templates add TỆP",
)
@click.argument("path", metavar="TỆP.zip", type=click.Path(path_type=Path))
def add(path: Path) -> None:
    """Take the set in and tell what is new."""
    from kcdocs.api.templates import add_set

    found = add_set(path)
    for name in found.added:
        say(f"Đã thêm {name}.")
    for name in found.known:
        say(f"Đã có sẵn {name}, giống hệt.")
