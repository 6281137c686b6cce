"""Word 97–2003 documents, converted by LibreOffice first."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from kcdocs.convert.errors import ConversionFailedError
from kcdocs.convert.libreoffice import doc_to_docx
from kcdocs.model.line import Reading, SourceKind
from kcdocs.sources.docx import read_docx
from kcdocs.sources.options import Options


def read_doc(data: bytes, options: Options) -> Reading:
    """Read a Word 97–2003 document.

    Raises:
        kcdocs.errors.KcdocsError: LibreOffice is missing, or cannot convert it; else as for Word documents.
    """
    with tempfile.TemporaryDirectory(prefix="kcdocs-") as folder:
        path = Path(folder) / "nguon.doc"  # an address, or a name from another system, may be no name here
        path.write_bytes(data)
        try:
            converted = doc_to_docx(path, Path(folder)).read_bytes()
        except ConversionFailedError:
            raise ConversionFailedError([Path(options.name)]) from None
    return replace(read_docx(converted, options), kind=SourceKind.DOC)
