"""LibreOffice as a converter: cut off from the world, a time limit, no half-made files.

A document may name pictures and texts at any address. Fetching them would tell a stranger who reads it and
when, send the user's login to the server that a link names (on Windows), and put into a text what its author
never wrote. The profile forbids it to LibreOffice, and macros too; where Linux lets us, the program has no
network besides.
"""

from __future__ import annotations

import functools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs.convert import limits
from kcdocs.convert.errors import (
    ConversionFailedError,
    ConversionTimeoutError,
    HeldOpenError,
    NoLibreOfficeError,
)
from kcdocs.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


_WINDOWS = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_MAC = ("/Applications/LibreOffice.app/Contents/MacOS/soffice",)
_NOWHERE, _DISCARD = "127.0.0.1", "9"
_OFFICE, _INET = "/org.openoffice.Office.", "/org.openoffice.Inet/Settings"
_SETTINGS = (
    (f"{_OFFICE}Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (f"{_OFFICE}Common/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_OFFICE}Common/Security/Scripting", "MacroSecurityLevel", "3"),
    (f"{_OFFICE}Writer/Content/Update", "Link", "0"),  # never
    (f"{_OFFICE}Calc/Content/Update", "Link", "2"),  # never
    (_INET, "ooInetProxyType", "2"),  # by hand: what asks for an address all the same asks a closed door
    (_INET, "ooInetHTTPProxyName", _NOWHERE),
    (_INET, "ooInetHTTPProxyPort", _DISCARD),
    (_INET, "ooInetHTTPSProxyName", _NOWHERE),
    (_INET, "ooInetHTTPSProxyPort", _DISCARD),
    (_INET, "ooInetNoProxy", ""),
)
_ITEM = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)


def program() -> Path:
    """Where LibreOffice is.

    Raises:
        NoLibreOfficeError: If it is not installed.
    """
    found = shutil.which("soffice") or shutil.which("libreoffice")
    places = [found] if found else [path for path in (*_WINDOWS, *_MAC) if Path(path).is_file()]
    if not places:
        raise NoLibreOfficeError
    return Path(places[0])


def to_pdf(sources: Sequence[Path], out: Path, *, seconds: float = limits.START_SECONDS) -> tuple[Path, ...]:
    """Convert Word files to PDF.

    Args:
        sources: The files; names must differ.
        out: The folder for the PDF files, which must exist; older ones of the same names are replaced.
        seconds: Time limit, for the start.

    Returns:
        The PDF files, in the order of the sources.

    Raises:
        NoLibreOfficeError: If it is not installed.
        ConversionTimeoutError: If it took too long.
        ConversionFailedError: If it made no file from a source; those of the others are written.
        HeldOpenError: If an older PDF file cannot be replaced.
    """
    return _convert(sources, out, "pdf", "pdf:writer_pdf_Export", seconds)


def doc_to_docx(source: Path, out: Path, *, seconds: float = limits.START_SECONDS) -> Path:
    """Convert a Word 97 file (.doc) to DOCX; raises as `to_pdf`."""
    return _convert([source], out, "docx", "docx:MS Word 2007 XML", seconds)[0]


def _convert(sources: Sequence[Path], out: Path, suffix: str, form: str, seconds: float) -> tuple[Path, ...]:
    if not sources:  # without a file, LibreOffice would wait for a person
        return ()
    office = program()
    with tempfile.TemporaryDirectory(prefix="kcdocs-") as folder:
        work = Path(folder)
        made = work / "ra"
        made.mkdir()
        _write_profile(work / "ho-so")
        waiting = {made / f"{source.stem}.{suffix}": source for source in sources}
        command = _command(office, work / "ho-so", sources, made, form)
        _run(
            command,
            seconds + limits.FILE_SECONDS * len(sources),
            lambda: _take_finished(waiting, out, ended=False),
        )
        _take_finished(waiting, out, ended=True)
        if waiting:
            raise ConversionFailedError(list(waiting.values()))
    return tuple(out / f"{source.stem}.{suffix}" for source in sources)


def _take_finished(waiting: dict[Path, Path], out: Path, *, ended: bool) -> None:
    """Put finished files in their place; LibreOffice writes them in order, the last perhaps still."""
    there = [result for result in waiting if result.is_file()]
    for result in there if ended else there[:-1]:
        _placed(out / result.name, result.read_bytes())
        del waiting[result]


def _placed(path: Path, data: bytes) -> Path:
    try:
        return write_whole(path, data)
    except PermissionError:
        raise HeldOpenError(path) from None


def _command(office: Path, profile: Path, sources: Sequence[Path], made: Path, form: str) -> list[str]:
    options = ["--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}"]
    files = [str(source.resolve()) for source in sources]
    return [*without_network(), str(office), *options, "--convert-to", form, "--outdir", str(made), *files]


def _run(command: Sequence[str], seconds: float, look: Callable[[], None]) -> None:
    quiet = subprocess.DEVNULL
    group = sys.platform != "win32"
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=group)
    end = time.monotonic() + seconds
    try:
        while not _ended(process, min(limits.LOOK, seconds)):
            look()
            if time.monotonic() > end:
                raise ConversionTimeoutError(seconds)
    finally:
        _stop(process)


def _ended(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether a process ends within that time."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and all it started; the launcher may be gone while the program itself still runs."""
    if sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        if process.poll() is None:
            subprocess.run(tree, check=False, capture_output=True)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _write_profile(folder: Path) -> None:
    """Make a profile for one run of LibreOffice that follows no link.

    Args:
        folder: Where; it is made.
    """
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (user / "registrymodifications.xcu").write_text(f"{_HEAD}{items}</oor:items>\n", encoding="utf-8")


@functools.cache
def without_network() -> tuple[str, ...]:
    """The words before a command that give it an empty network of its own; none where that cannot be."""
    program = shutil.which("unshare") if sys.platform == "linux" else None
    if program is None:
        return ()
    words = (program, "--map-root-user", "--net", "--")
    command, most = [*words, "true"], limits.PROBE_SECONDS
    try:
        tried = subprocess.run(command, check=False, capture_output=True, timeout=most)
    except subprocess.TimeoutExpired:
        return ()
    return words if tried.returncode == 0 else ()
