"""How files are to be read, as a user says it."""

from __future__ import annotations

from kcdocs.sources.options import Options
from kcdocs.text.legacy import Encoding
from kcdocs.word.read.revisions import Revisions


def reading(
    *, revisions: str = Revisions.REFUSE, encoding: str | None = None, instrument: str = ""
) -> Options:
    """Options for files still to be named.

    Args:
        revisions: What to do with tracked changes of a Word file; value of a `Revisions`.
        encoding: The code page a file is written in, value of an `Encoding`; None for Unicode.
        instrument: Number of the instrument wanted, for a page that holds many.
    """
    return Options("", Revisions(revisions), Encoding(encoding) if encoding else None, instrument)
