"""`kcdocs decrees`: the store of instruments."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kcdocs.cli import console, limits
from kcdocs.cli.adding import add_many, add_one, refresh_store
from kcdocs.cli.base import CommandGroup
from kcdocs.cli.output import Output, output_options
from kcdocs.cli.reading_options import (
    as_of_option,
    decisions_option,
    gazette_option,
    number_option,
    reading_options,
)
from kcdocs.cli.types import Choice, Day
from kcdocs.cli.usage import Usage
from kcdocs.errors import ExitCode
from kcdocs.model.finding import Place
from kcdocs.model.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.api import EditionState, FoundProvision, FoundTexts, ListedInstrument
    from kcdocs.model.finding import Finding


group = CommandGroup(
    "decrees",
    help="Kho văn bản: thêm, liệt kê, xem, kiểm tra và viện dẫn văn bản quy phạm.",
    epilog="Ví dụ: kcdocs decrees list",
)


@group.command(
    "add",
    help="Thêm toàn văn một văn bản vào kho, sau khi đối chiếu với dấu vân tay; hoặc nhiều văn bản.\n\n"
    "TỆP là tệp (.docx, .doc, .pdf, .html, .txt, .md) hoặc địa chỉ http(s). "
    "Thêm văn bản sửa đổi của một văn bản trong kho thì từ ngày nó có hiệu lực, kho dùng bản đã sửa đổi. "
    "Nhiều TỆP, hoặc một thư mục: số và ngày của mỗi văn bản đọc từ chính văn bản; tệp đã thêm thì không đọc "
    "lại; tệp có lỗi được báo, các tệp khác vẫn thêm. Mã thoát 1 nghĩa là còn lệnh chưa rõ.",
    epilog="Ví dụ: kcdocs decrees add cu.docx --as 999/2012/NĐ-CP",
)
@click.argument("files", metavar="TỆP...", nargs=-1, required=True)
@number_option
@click.option(
    "--edition", metavar="NGÀY", type=Day(), help="Ngày bản này bắt đầu có hiệu lực, khi không phải bản gốc."
)
@click.option("--accept-differences", is_flag=True, help="Vẫn thêm dù có điều khoản khác dấu vân tay.")
@click.option("--force", is_flag=True, help="Thay bản khác đang giữ của cùng ngày; bản cũ được cất riêng.")
@decisions_option
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 64),
    help="Nhiều văn bản: số tiến trình cùng đọc; mặc định bằng số nhân của máy.",
)
@click.option(
    "--cluster", metavar="ĐỊA-CHỈ", help="Nhiều văn bản: đọc trên cụm máy Dask, như tcp://may-chu:8786."
)
@reading_options
def add(
    files: tuple[str, ...],
    number: str,
    edition: date | None,
    instrument: str,
    decisions: Path | None,
    jobs: int | None,
    cluster: str | None,
    *,
    accept_differences: bool,
    force: bool,
    **how: Any,
) -> ExitCode:
    """Add texts and say what was checked and built; 1 if something is unclear in what was built."""
    of_one = {
        "--as": number,
        "--edition": edition,
        "--instrument": instrument,
        "--decisions": decisions,
        "--accept-differences": accept_differences,
        "--force": force,
    }
    if len(files) > 1 or Path(files[0]).is_dir():
        _refuse_many([name for name, given in of_one.items() if given])
        return add_many(files, jobs, cluster, how)
    return add_one(files[0], number, edition, instrument, decisions, accept_differences, force, how)


def _refuse_many(given: Iterable[str]) -> None:
    if names := ", ".join(given):
        raise Usage(f"{names} chỉ dùng khi thêm một tệp.", click.get_current_context())


@group.command(
    "list",
    help="Liệt kê các văn bản kho biết, và văn bản nào đã có toàn văn.",
    epilog="Ví dụ: kcdocs decrees list",
)
@output_options({Format.TEXT: "văn bản thuần"})
def list_texts(output: Output) -> None:
    """List the instruments."""
    from kcdocs.api import decrees, facts

    if facts.updated():
        console.warn(f"Dữ kiện pháp luật: bản cập nhật ngày {_said_day(facts.edition())}.")
    refresh_store()
    output.give("\n".join(line for listed in decrees.listed() for line in _lines(listed)))


def _lines(listed: ListedInstrument) -> list[str]:
    said = listed.entry.citation
    lines = [f"{said.number}  {said.type} {said.title}".rstrip()]
    facts = listed.entry.facts
    if facts and facts.in_force_from:
        until = f" đến {_day(facts.in_force_to)}" if facts.in_force_to else ""
        lines.append(f"    hiệu lực: từ {_day(facts.in_force_from)}{until}")
    if facts and facts.amended_by:
        lines.append(f"    được sửa đổi, bổ sung bởi: {', '.join(facts.amended_by)}")
    if facts and facts.model:
        lines.append("    văn bản mô phỏng, không phải pháp luật")
    editions = ", ".join(dict.fromkeys(map(_edition, listed.editions)))
    lines.append(f"    toàn văn: {editions or 'chưa có'}")
    return lines + [f"    lưu ý {remark}" for remark in listed.remarks]


def _edition(edition: EditionState) -> str:
    made = f" (dựng theo {edition.made_by[-1]})" if edition.made_by else ""
    return f"có{made}" if edition.since.year == 1 else f"bản từ {_day(edition.since)}{made}"


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")


@group.command(
    "update",
    help="Cập nhật dữ kiện pháp luật (danh mục, ngày hiệu lực, dấu vân tay) bằng một tệp, không cài lại "
    "chương trình.\n\n"
    "Cả tệp được đối chiếu mã SHA-256 và kiểm tra trước; những gì anh, chị tự thêm vẫn đứng trên.",
    epilog="Ví dụ: kcdocs decrees update DU-KIEN.zip --sha256 MÃ",
)
@click.argument("path", metavar="[TỆP.zip]", type=click.Path(path_type=Path), required=False)
@click.option("--sha256", "wanted", metavar="MÃ", default="", help="Mã SHA-256 do nơi phát hành công bố.")
@click.option("--dry-run", "dry", is_flag=True, help="Chỉ kiểm tra và xem thay đổi, không cập nhật.")
@click.option("--undo", is_flag=True, help="Quay về dữ kiện trước lần cập nhật cuối.")
def update(path: Path | None, wanted: str, dry: bool, undo: bool) -> None:
    """Take the update and say what it changes, or go back from the last one."""
    from kcdocs.api import facts

    if undo == (path is not None) or (undo and (wanted or dry)):
        raise Usage("Cần một trong hai: TỆP.zip, hoặc riêng --undo.", click.get_current_context())
    if path is None:
        console.say(f"Đã bỏ lần cập nhật cuối; đang dùng dữ kiện bản ngày {_said_day(facts.undo())}.")
        return
    made = facts.update(path, wanted, dry=dry)
    for change in made.changes[: limits.CHANGES_SHOWN]:
        console.say(f"  {change.number}: {change.what}")
    if (more := len(made.changes) - limits.CHANGES_SHOWN) > 0:
        console.say(f"  … và {more} thay đổi khác")
    for number in made.kept:
        console.say(f"  {number}: giữ nguyên điều anh, chị tự ghi trong danh mục của mình")
    did = "Chỉ kiểm tra, chưa cập nhật: tệp là" if dry else "Đã cập nhật: mọi lệnh từ nay dùng"
    console.say(f"{did} dữ kiện bản ngày {_said_day(made.day)}, {len(made.changes)} thay đổi.")


def _said_day(day: str) -> str:
    return _day(date.fromisoformat(day))


@group.command(
    "show",
    help="Xem toàn văn, hoặc một điều khoản, của văn bản trong kho: vào một ngày, hoặc qua các thời kỳ.",
    epilog='Ví dụ: kcdocs decrees show 999/2012/NĐ-CP --address "khoản 2 Điều 1"',
)
@click.argument("citation", metavar="SỐ")
@click.option("--address", metavar="ĐỊA-CHỈ", default="", help='Điều khoản cần xem: "khoản 2 Điều 1".')
@click.option(
    "--history",
    metavar="ĐỊA-CHỈ",
    default="",
    help="Xem một điều khoản qua các thời kỳ: lời văn từ ngày nào, theo lệnh nào của văn bản nào.",
)
@as_of_option
@output_options({Format.TEXT: "văn bản thuần", Format.JSON: "cho máy đọc, khi có --history"})
def show(citation: str, address: str, history: str, as_of: date | None, output: Output) -> None:
    """Print the provision's lines as they stand in the text, or through time."""
    if history and (address or as_of):
        raise Usage("--history không đi cùng --address, --as-of.", click.get_current_context())
    if output.form == Format.JSON and not history:
        raise Usage("--format json đi cùng --history; toàn văn: kcdocs show.", click.get_current_context())
    from kcdocs.api import decrees

    if history:
        console.print_findings(decrees.findings_of_named(citation))
        output.give(decrees.history(citation, history, output.form))
        return

    console.print_findings(decrees.findings_of_named(citation, as_of))
    nodes = decrees.show(citation, address=address, as_of=as_of)
    output.give("\n".join(line.text for top in nodes for node in top.walk() for line in node.lines))


@group.command(
    "search",
    help="Tìm mọi điều khoản trong kho có đủ các từ; gõ không dấu thì tìm cả từ có dấu. "
    "Mã thoát 1 nghĩa là không thấy.",
    epilog="Ví dụ: kcdocs decrees search ho tro kinh phi",
)
@click.argument("words", metavar="TỪ...", nargs=-1, required=True)
@click.option(
    "--skip", metavar="N", type=click.IntRange(0), default=0, help="Bỏ qua N chỗ đầu, đã in lần trước."
)
@output_options({Format.TEXT: "văn bản thuần"})
def search(words: tuple[str, ...], skip: int, output: Output) -> ExitCode:
    """Print where the words stand; 1 if nowhere."""
    from kcdocs.api import shelf

    refresh_store()
    found = shelf.search(" ".join(words), skip=skip)
    for told in found.unread:
        console.warn(f"Chưa tìm được trong một văn bản: {told}")
    if not found.provisions:
        console.warn(_nothing_more(found))
        return ExitCode.DIFFERENCES
    output.give("\n".join(map(_found_line, found.provisions)))
    last = skip + len(found.provisions)
    more = f"; xem tiếp: thêm --skip {last}" if last < found.total else ""
    console.warn(f"{_count(found)} điều khoản có đủ các từ{more}.")
    return ExitCode.OK


def _nothing_more(found: FoundTexts) -> str:
    if found.more:
        return f"{_count(found)} điều khoản có đủ các từ, không xem tiếp được nữa; hãy gõ thêm từ."
    return "Không có điều khoản nào khác." if found.total else "Không có điều khoản nào có đủ các từ ấy."


def _count(found: FoundTexts) -> str:
    return f"{'Hơn ' if found.more else ''}{found.total:,}".replace(",", ".")


def _found_line(found: FoundProvision) -> str:
    old = "" if found.current else f" (bản từ {_day(found.since)}, không phải bản hiện hành)"
    said = f"{'… ' if found.before else ''}{found.text}{' …' if found.after else ''}"
    return f"{found.citation.number}, {found.address.spoken()}{old}: {said}"


@group.command(
    "consolidate",
    help="Lập văn bản hợp nhất của một văn bản trong kho vào một ngày, theo các văn bản sửa đổi trong kho.",
    epilog="Ví dụ: kcdocs decrees consolidate SỐ --as-of NGÀY --out hop-nhat.docx",
)
@click.argument("citation", metavar="SỐ")
@as_of_option
@gazette_option
@output_options(
    {
        Format.TEXT: "văn bản hợp nhất có chú thích, văn bản thuần",
        Format.HTML: "như trên, trang để xem",
        Format.DOCX: "như trên, dạng Word",
    }
)
def consolidate(citation: str, as_of: date | None, output: Output, *, gazette: bool) -> ExitCode:
    """Write the consolidated text of a day; 1 if something in it is unclear."""
    from kcdocs.api import decrees

    today = datetime.now().date()  # noqa: DTZ005 - the user's own calendar
    made = decrees.consolidate(citation, as_of=as_of, signed=today)
    console.print_findings(made.findings)
    output.give(made.render(output.form, gazette=gazette))
    return ExitCode.DIFFERENCES if made.unclear else ExitCode.OK


@group.command(
    "verify",
    help="Đối chiếu các toàn văn trong kho với dấu vân tay.",
    epilog="Ví dụ: kcdocs decrees verify",
)
def verify() -> int:
    """Tell each text's state; 1 if any differs, the code of the fault if any cannot be read."""
    from kcdocs.api import decrees

    worst = ExitCode.OK
    for text in decrees.verify():
        if text.spoilt:
            worst = text.spoilt.exit_code
            console.print_findings([text.spoilt.as_finding(Place(file=text.number))])
        else:
            if text.differences and worst is ExitCode.OK:
                worst = ExitCode.DIFFERENCES
            console.say(f"{text.number}: {_verdict(text.differences)}")
            console.print_findings(text.differences or ())
        for remark in text.remarks:
            console.say(f"    lưu ý {remark}")
    return worst


def _verdict(differences: tuple[Finding, ...] | None) -> str:
    if differences is None:
        return "không có dấu vân tay để đối chiếu"
    return f"khác dấu vân tay ở {len(differences)} chỗ" if differences else "khớp"


@group.command(
    "outline",
    help="Lập dấu vân tay (outline.toml) của một văn bản từ bản chính thức.",
    epilog="Ví dụ: kcdocs decrees outline cu.docx --out outline.toml",
)
@click.argument("file", metavar="TỆP")
@reading_options
@output_options({Format.TOML: "dấu vân tay"})
def outline(file: str, output: Output, **how: Any) -> None:
    """Print the fingerprints as TOML."""
    from kcdocs.api import decrees
    from kcdocs.api.reading import reading

    made = decrees.outline(file, how=reading(**how))
    console.print_findings(made.findings)
    output.give(made.toml)


@group.command(
    "cite",
    help="In câu căn cứ của văn bản theo đúng loại và ngày, kèm văn bản sửa đổi và cảnh báo hiệu lực.",
    epilog="Ví dụ: kcdocs decrees cite 45/2012/NĐ-CP 40/2025/NĐ-CP --date 20/10/2025 --class quy-pham",
)
@click.argument("numbers", metavar="SỐ...", nargs=-1, required=True)
@click.option(
    "--date", "day", metavar="NGÀY", type=Day(), help="Ngày của văn bản viện dẫn; mặc định là hôm nay."
)
@click.option(
    "--effect",
    "effective",
    type=Day(),
    help="Ngày có hiệu lực của văn bản viện dẫn: căn cứ phải có hiệu lực chậm nhất vào ngày này.",
)
@click.option(
    "--class",
    "document",
    metavar="LOẠI",
    type=Choice(["hanh-chinh", "quy-pham"]),
    default="hanh-chinh",
    help="Loại văn bản viện dẫn: hành chính (mặc định), hoặc quy phạm pháp luật.",
)
@output_options({Format.TEXT: "văn bản thuần"})
def print_citations(
    numbers: tuple[str, ...], day: date | None, effective: date | None, document: str, output: Output
) -> ExitCode:
    """Print the sentences; warnings go to stderr."""
    from kcdocs.api.cite import cite
    from kcdocs.model.catalogue import DocumentClass

    today = datetime.now().date()  # noqa: DTZ005 - the user's own calendar
    cited = cite(numbers, day=day or today, document=DocumentClass(document), effective=effective)
    output.give("\n".join(cited.lines))
    console.print_findings(cited.findings)
    return ExitCode.DIFFERENCES if cited.findings else ExitCode.OK
