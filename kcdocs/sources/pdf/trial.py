"""A PDF tried out by a process that is stopped when it takes too much.

When a page is opened, pdfium at once unpacks its contents, which can be a thousand times longer than packed,
and follows the forms in it (ISO 32000-1, 8.10), which can show other forms ten times each, and so on. Nothing
in this process can stop it; so a file of some kilobytes could take hours, or all memory.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys

from kcdocs.sources.errors import TangledPdfError
from kcdocs.sources.pdf import limits

_UNFOLDING = (b"Filter", b"/Form", b"#")
"""What a file must hold to be longer unfolded than it is: packed contents, forms, or a name written in a way
that could be either (ISO 32000-1, 7.3.5)."""

_RUN = "from kcdocs.sources.pdf.trial import main; main()"
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
    command = [sys.executable, "-P", "-c", _RUN]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(
            command, input=data, env=env, stdout=quiet, stderr=quiet, timeout=limits.TRIAL_WAIT, check=False
        )
    except subprocess.TimeoutExpired:
        raise TangledPdfError(name) from None
    if done.returncode == _TOO_MUCH or not 0 <= done.returncode <= _WORST_CODE:  # ended by the system
        raise TangledPdfError(name)


def main() -> None:
    """Open every page of the PDF on stdin; what is wrong with it otherwise is told by who reads it."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - before the limits: what it takes is no work of the file's

    data = sys.stdin.buffer.read()
    _limit(len(data))
    try:
        with contextlib.suppress(pdfium.PdfiumError):
            document = pdfium.PdfDocument(data)
            for index in range(min(len(document), limits.MAX_PAGES)):
                page = document[index]
                page.get_textpage().close()
                page.close()
    except MemoryError:
        os._exit(_TOO_MUCH)
    os._exit(0)


def _limit(size: int) -> None:
    """Limit this process; Windows has no such limits, only the wait of who began it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = used.ru_utime + used.ru_stime + limits.TRIAL_SECONDS + size // limits.TRIAL_BYTES
        resource.setrlimit(resource.RLIMIT_CPU, (round(seconds), round(seconds)))
        resource.setrlimit(resource.RLIMIT_DATA, (limits.TRIAL_MEMORY + size,) * 2)
