"""How texts are opened and read, as a user says it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from kcdocs.decrees.opening import open_instrument, require_articles, stored, the_store
from kcdocs.files import AnyPath
from kcdocs.model.instrument import Instrument
from kcdocs.model.revisions import Revisions
from kcdocs.sources.options import Options
from kcdocs.text.legacy import Encoding

if TYPE_CHECKING:
    from kcdocs.amend.consolidate import AmendingStep


def reading(
    *,
    revisions: str = Revisions.REFUSE,
    encoding: str | None = None,
    instrument: str = "",
    ocr: bool = False,
    told: Callable[[int, int], None] | None = None,
) -> Options:
    """Options for files still to be named.

    Args:
        revisions: What to do with tracked changes of a Word file; value of a `Revisions`.
        encoding: The code page a file is written in, value of an `Encoding`; None for Unicode.
        instrument: Number of the instrument wanted, for a page that holds many.
        ocr: Whether words in scanned pages are to be recognised; every result then says so.
        told: Called with how many scanned pages were recognised, and how many there are.
    """
    code_page = Encoding(encoding) if encoding else None
    return Options("", Revisions(revisions), code_page, instrument, recognise=ocr, told=told)


def open_text(name: AnyPath, *, as_of: date | None = None, how: Options | None = None) -> Instrument:
    """Open a text.

    Args:
        name: A file, an http(s) address, or the number of an instrument in the store.
        as_of: Which edition of a stored instrument; None for that of today.
        how: How a file is read; None for the usual way.

    Raises:
        KcdocsError: A file that cannot be read, or a number that the store cannot give.
    """
    return open_instrument(os.fspath(name), as_of=as_of, reading=how)


def open_articles(name: AnyPath, *, as_of: date | None = None, how: Options | None = None) -> Instrument:
    """Open a text that must have articles; arguments and errors as for `open_text`.

    Raises:
        NoArticlesError: If it has no article.
    """
    return require_articles(open_text(name, as_of=as_of, how=how))


def steps_before(name: AnyPath, as_of: date | None = None) -> tuple[AmendingStep, ...]:
    """What the store did to make the text that `open_text` gives; nothing for one as it was added."""
    from kcdocs.amend.consolidate import AmendingStep  # noqa: PLC0415 - files are read without amending

    store = the_store()
    entry = stored(os.fspath(name), store)
    if entry is None:
        return ()
    enacted = store.edition(entry.citation.number, as_of).enacted
    return tuple(AmendingStep(done.amendment, done.consolidation) for done in enacted)
