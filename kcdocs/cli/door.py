"""The crash door: a fault that nobody foresaw ends in Vietnamese sentences, its details in a file."""

from __future__ import annotations

import contextlib
import os
import platform
import re
import traceback
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs import files, settings
from kcdocs.cli import console, limits
from kcdocs.errors import ExitCode, UnforeseenError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CODE = UnforeseenError.code
FOLDER = "su-co"
"""Where in the data folder the details of crashes are kept."""

_PACKAGE = Path(__file__).resolve().parents[1]
_SECRET = re.compile(r"://[^@\s/]*@")
_FILE = re.compile(r"[^\n]{0,200}\.\w{1,5}")
_UNSEEN = {
    "batch": "Một phần của đợt có thể đã được lập, số có thể đã được giữ: chạy lại lệnh này với --resume.",
    "register": "Trước khi làm lại, xin xem sổ bằng lệnh kcdocs register list.",
}
"""Command → what it may have done elsewhere than in files written by this process."""


def flies() -> bool:
    """Whether the user asked to see a crash as it is (`KCDOCS_DEBUG`, which `--debug` sets)."""
    return os.environ.get("KCDOCS_DEBUG", "0") not in {"", "0"}


def unforeseen(fault: BaseException, args: Sequence[str]) -> ExitCode:
    """Tell a crash: that it is a fault of kcdocs, what was written before it, where the details are kept.

    Args:
        fault: What was raised.
        args: The words after the program's name.

    Returns:
        The exit code that only a crash has.
    """
    if flies():
        traceback.print_exception(fault)
        return ExitCode.UNFORESEEN
    with contextlib.suppress(OSError, ValueError):  # stderr itself may be closed or gone
        for line in _message_lines(fault, args):
            console.warn(line)
    return ExitCode.UNFORESEEN


def _message_lines(fault: BaseException, args: Sequence[str]) -> Iterator[str]:
    kind = type(fault).__name__
    yield f"Lỗi {CODE}: {UnforeseenError(kind).message}"
    yield f"  {_written_before()}"
    if args and args[0] in _UNSEEN:
        yield f"  {_UNSEEN[args[0]]}"
    try:
        yield f"  Chi tiết để gửi người phụ trách (không chứa nội dung văn bản): {_keep(fault, args)}"
    except Exception:  # noqa: BLE001 - the door itself must open whatever happens
        yield "  Không lưu được chi tiết; xin chạy lại lệnh này với --debug để xem trên màn hình."


def _written_before() -> str:
    cache = settings.cache_folder()
    done = [(folder, n) for folder, n in files.finished().items() if cache not in (folder, *folder.parents)]
    if not done:
        return "Lệnh này chưa ghi xong tệp nào; tệp đã có từ trước còn nguyên."
    return (
        "Trước khi dừng, lệnh này đã ghi xong: " + "; ".join(f"{n} tệp trong «{at}»" for at, n in done) + "."
    )


def _keep(fault: BaseException, args: Sequence[str]) -> Path:
    """Write the details; no message of a fault and no variable, for these may hold a document's text."""
    now = datetime.now().astimezone()
    lines = [
        f"{CODE} {now.isoformat(timespec='seconds')}",
        f"kcdocs {settings.VERSION}, Python {platform.python_version()}, {platform.platform()}",
        "kcdocs " + " ".join(map(_masked, args)),
        "",
        *_chain(fault),
    ]
    name = f"{CODE}-{now:%Y%m%d-%H%M%S}-{os.urandom(3).hex()}.txt"
    path = settings.data_folder().absolute() / FOLDER / name
    return files.write_whole(path, ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace"))


def _masked(word: str) -> str:
    """An argument as it may be kept: options, names of files and numbers; not a phrase, not a password."""
    name, equals, value = word.partition("=") if word.startswith("-") else ("", "", word)
    plain = not value or _FILE.fullmatch(value) or not re.search(r"\s", value)
    return name + equals + (_SECRET.sub("://…@", value) if plain else "‹…›")


def _chain(fault: BaseException | None) -> Iterator[str]:
    for _ in range(limits.CHAIN):
        if fault is None:
            return
        yield f"{type(fault).__module__}.{type(fault).__qualname__}"
        yield from _frames(fault)
        fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
        yield from ["", "caused by"] if fault else []


def _frames(fault: BaseException) -> list[str]:
    # Not the line of code: what is compiled from a template has the document's words for code.
    calls = [f"  {_short(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
             for frame, line in traceback.walk_tb(fault.__traceback__)]  # fmt: skip
    if len(calls) <= limits.FRAMES:
        return calls
    half = limits.FRAMES // 2
    return [*calls[:half], f"  … {len(calls) - limits.FRAMES} more", *calls[-half:]]


def _short(file: str) -> str:
    """A file of ours by its place in the package, one of a library by its folder and name."""
    path = Path(file)
    if path.is_relative_to(_PACKAGE):
        return str(Path("kcdocs") / path.relative_to(_PACKAGE))
    return "/".join(path.parts[-2:])
