"""Documents put into a document: styles, lists and pictures come along (docxcompose does the work)."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Mapping
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

_composing = threading.Lock()  # docxcompose draws list ids from the process's random numbers


class Master:
    """The document that others are put into; opened when the first one comes.

    Args:
        parts: Gives its parts: those a record changes may be blank.
    """

    def __init__(self, parts: Callable[[], Mapping[str, bytes]]) -> None:
        self._parts = parts
        self._document: Document | None = None

    def attach(self, data: bytes) -> str:
        """Take in what a document brings along.

        Args:
            data: A `.docx` file.

        Returns:
            The paragraphs and tables of its body, without the last section's properties.

        Raises:
            PackageError: The file is no Word document that may be opened.
        """
        from docx import Document  # noqa: PLC0415 - Word's library is loaded only for sub-documents

        from kcdocs.word.package.docx import open_package, save_package  # noqa: PLC0415 - the same

        open_package(data)
        if self._document is None:
            self._document = Document(BytesIO(save_package(self._parts())))
        other = Document(BytesIO(data))
        _compose(self._document, other, seed=sha256(data).digest())
        return _body(other)

    @property
    def merged(self) -> bool:
        """Whether a document was put in."""
        return self._document is not None

    def parts(self) -> Mapping[str, bytes] | None:
        """All parts with what has come along; None if no document was put in."""
        if self._document is None:
            return None
        from kcdocs.word.package.docx import Allow, open_package  # noqa: PLC0415 - loaded only for sub-documents

        saved = BytesIO()
        self._document.save(saved)
        return open_package(saved.getvalue(), allow=Allow.ALL).parts


def _compose(master: Document, other: Document, *, seed: bytes) -> None:
    from docxtpl.subdoc import SubdocComposer  # noqa: PLC0415 - loaded only for sub-documents

    with _composing:
        state = random.getstate()
        random.seed(seed)
        try:
            SubdocComposer(master).attach_parts(other)
        finally:
            random.setstate(state)


def _body(document: Document) -> str:
    from lxml import etree  # noqa: PLC0415 - loaded only for sub-documents

    body = document.element.body
    if body.sectPr is not None:
        body.remove(body.sectPr)
    return "".join(etree.tostring(child, encoding="unicode", with_tail=False) for child in body)
