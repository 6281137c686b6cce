"""Whether a document is what it says it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kcdocs.batch import verifying
from kcdocs.batch.verifying import Verification
from kcdocs.files import AnyPath


def verify(path: AnyPath, records: AnyPath | None = None, *, day: date | None = None) -> Verification:
    """Verify a document.

    Args:
        path: The `.docx` file.
        records: The file of data it was made from, of any kind that batches read, to make it again.
        day: The document's date, where the record leaves it open.

    Raises:
        PackageError: The file is no Word document that may be opened.
        KcdocsError: The records cannot be read.
    """
    return verifying.verify(Path(path), Path(records) if records is not None else None, day)
