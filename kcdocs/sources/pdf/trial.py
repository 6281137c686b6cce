"""A PDF tried out, and its pages drawn, by a process that is stopped when it takes too much.

When a page is opened, pdfium at once unpacks its contents, which can be a thousand times longer than packed,
and follows the forms in it (ISO 32000-1, 8.10), which can show other forms ten times each, and so on. Nothing
in this process can stop it; so a file of some kilobytes could take hours, or all memory.

What is limited is the processor time of that process, which it watches itself, on every system: by the clock
a sound file would be refused on a machine that is busy.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time

from kcdocs.sources.errors import TangledPdfError
from kcdocs.sources.pdf import limits

_UNFOLDING = (b"Filter", b"/Form", b"#")
"""What a file must hold to be longer unfolded than it is: packed contents, forms, or a name written in a way
that could be either (ISO 32000-1, 7.3.5)."""

_TOO_MUCH = 3
_WORST_CODE = 255


def try_out(data: bytes, name: str) -> None:
    """Make sure that every page can be opened within limits that grow with the file.

    Args:
        data: The file.
        name: How the user named it.

    Raises:
        TangledPdfError: One cannot.
    """
    if not sys.executable or not any(sign in data for sign in _UNFOLDING):
        return
    seconds = limits.TRIAL_SECONDS + len(data) // limits.TRIAL_BYTES
    code, _ = _run(data, name, f"main({seconds})", seconds)
    if code == _TOO_MUCH or not 0 <= code <= _WORST_CODE:  # ended by the system
        raise TangledPdfError(name)


def picture(data: bytes, number: int, name: str) -> bytes:
    """A page in shades of grey, as a portable grey map of `limits.DOTS` dots an inch.

    Args:
        data: The file.
        number: The page, from 1.
        name: How the user named it.

    Raises:
        TangledPdfError: To draw it takes too much.
    """
    code, drawn = _run(data, name, f"draw({number})", limits.DRAWING_SECONDS)
    if code or not drawn:
        raise TangledPdfError(name)
    return drawn


def _run(data: bytes, name: str, call: str, seconds: int) -> tuple[int, bytes]:
    """How a process ended that is given the file and so many seconds of work, and what it wrote."""
    command = [sys.executable, "-P", "-c", f"from {__name__} import draw, main; {call}"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    out, quiet = subprocess.PIPE, subprocess.DEVNULL
    try:
        done = subprocess.run(
            command,
            input=data,
            env=env,
            stdout=out,
            stderr=quiet,
            timeout=seconds * limits.PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TangledPdfError(name) from None
    return done.returncode, done.stdout


def main(seconds: int) -> None:
    """Open every page of the PDF on stdin; what is wrong with it otherwise is told by who reads it."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - before the limits: what it takes is no work of the file's

    from kcdocs.sources.pdf.overlay import is_overlaid, overlay_of  # noqa: PLC0415 - the same

    data = sys.stdin.buffer.read()
    _watch(seconds)
    _limit(limits.TRIAL_MEMORY + len(data))
    try:
        with contextlib.suppress(pdfium.PdfiumError):
            document = pdfium.PdfDocument(data)
            for index in range(min(len(document), limits.MAX_PAGES)):
                page = document[index]
                page.get_textpage().close()
                if is_overlaid(page):
                    overlay_of(document, index)
                page.close()
    except MemoryError:
        os._exit(_TOO_MUCH)
    os._exit(0)


def draw(number: int) -> None:
    """Draw a page of the PDF on stdin to stdout."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - as above

    data = sys.stdin.buffer.read()
    _watch(limits.DRAWING_SECONDS)
    _limit(limits.DRAWING_MEMORY + len(data))
    page = pdfium.PdfDocument(data)[number - 1]
    scale = min(limits.DOTS / 72, limits.LONGEST_PICTURE / max(*page.get_size(), 1))
    drawn = page.render(scale=scale, grayscale=True)
    whole = bytes(drawn.buffer)
    sys.stdout.buffer.write(b"P5\n%d %d\n255\n" % (drawn.width, drawn.height))
    for row in range(drawn.height):
        sys.stdout.buffer.write(whole[row * drawn.stride :][: drawn.width])
    sys.stdout.buffer.flush()
    os._exit(0)


def _watch(seconds: float) -> None:
    """End this process once it has worked so long more; pdfium lets other threads run beside it."""
    threading.Thread(target=_end_after, args=(time.process_time() + seconds,), daemon=True).start()


def _end_after(most: float) -> None:
    while (left := most - time.process_time()) > 0:
        time.sleep(max(left, limits.GLANCE))
    os._exit(_TOO_MUCH)


def _limit(memory: int) -> None:
    """Limit the memory of this process; Windows has no such limit, only that of its work."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_DATA, (memory,) * 2)
