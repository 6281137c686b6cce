"""What `kcdocs decrees add` does with one file or with many, and what it says of it; the store's index."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kcdocs.cli import console
from kcdocs.cli.reading_options import asking
from kcdocs.errors import ExitCode

if TYPE_CHECKING:
    from kcdocs.api.decrees import Added


def add_many(names: tuple[str, ...], jobs: int | None, cluster: str | None, how: dict[str, Any]) -> ExitCode:
    """Add what files and folders hold; the exit code is that of the first fault."""
    from kcdocs.api import adding
    from kcdocs.api.reading import reading
    from kcdocs.cli.progress import Progress
    from kcdocs.model.finding import Place

    files, others = adding.files_in(names)
    for path in others:
        console.warn(f"Không phải tệp văn bản, đã bỏ qua: {path}")
    with closing(Progress("auto")) as progress:
        done = adding.add(
            files,
            jobs=jobs,
            cluster=cluster,
            how=reading(**{**how, "told": None}),
            tell=lambda count: progress("them", count, len(files)),
        )
    console.say(
        f"{done.files} tệp: thêm {len(done.added)} văn bản, {done.known} đã có sẵn, "
        f"{len(done.faults)} không thêm được."
    )
    for name, count in done.doubted.items():
        console.warn(f"Lưu ý: {name}: {count} điều cần xem khi đọc tệp; xem bằng kcdocs show.")
    if done.unclear:
        console.warn(f"Trong kho còn bản dựng có chỗ chưa rõ: {', '.join(done.unclear)}.")
    console.print_findings(fault.as_finding(Place(file=name)) for name, fault in done.faults)
    if done.faults:
        return done.faults[0][1].exit_code
    return ExitCode.DIFFERENCES if done.unclear else ExitCode.OK


def refresh_store() -> None:
    """Have the store's index know all texts, and say so where that takes a while."""
    from kcdocs.api import shelf
    from kcdocs.cli.progress import Progress

    with closing(Progress("auto")) as progress:

        def tell(done: int, total: int) -> None:
            if not done:
                console.warn(
                    f"Kho hoặc chương trình đã đổi: lập lại chỉ mục của {total} văn bản, chỉ lần này."
                )
            progress("chi-muc", done, total)

        shelf.refresh(tell)


def add_one(
    file: str,
    number: str,
    edition: date | None,
    instrument: str,
    decisions: Path | None,
    accept_differences: bool,
    force: bool,
    how: dict[str, Any],
) -> ExitCode:
    """Add one text and tell what was checked and built; 1 if something is unclear in what was built."""
    from kcdocs.api import decrees
    from kcdocs.api.reading import reading

    with asking(decisions):
        added = decrees.add(
            file,
            number=number or instrument,
            since=edition,
            accept_differences=accept_differences,
            how=reading(instrument=instrument or number, **how),
            force=force,
            decisions=decisions,
        )
    _say_added(added)
    for line in decrees.built_lines(added):
        console.say(line)
    if added.waits_for:
        console.say(
            f"Kho chưa có toàn văn của {', '.join(added.waits_for)}; thêm vào thì bản sửa đổi được dựng."
        )
    return ExitCode.DIFFERENCES if added.unclear else ExitCode.OK


def _say_added(added: Added) -> None:
    """Tell where a text is kept and what it was held against."""
    if added.new:
        console.say(f"Đã thêm {added.citation.number} vào kho: {added.path}")
    else:
        console.say(f"Kho đã giữ đúng bản này của {added.citation.number}, không cần thêm lại: {added.path}")
    if added.aside:
        console.say(f"Bản cũ được cất ở: {added.aside}")
    if added.said:
        console.warn(
            f"Lưu ý: tệp tự ghi số {added.said}; xin kiểm tra đây có đúng là {added.citation.number} không."
        )
    console.print_findings(added.findings)
    if not added.checked:
        console.say("Kho không có dấu vân tay để đối chiếu bản này; xin tự kiểm tra với bản chính thức.")
    elif added.differences:
        console.say(f"Đã chấp nhận {len(added.differences)} chỗ khác với dấu vân tay:")
        console.print_findings(added.differences)
    else:
        console.say("Mọi điều khoản khớp với dấu vân tay.")
