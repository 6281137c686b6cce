"""Word documents, through the room that knows them; those of Word 97–2003 are converted first."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kcdocs.model.finding import Finding, Place
from kcdocs.model.line import Reading, SourceKind
from kcdocs.model.revisions import Revisions
from kcdocs.sources.errors import LegacySourceError, TrackedChangesError
from kcdocs.sources.options import Options
from kcdocs.text.legacy import LEGACY, Encoding, convert, convert_if_better, detect
from kcdocs.word.package import Allow, Package, open_package
from kcdocs.word.read import LINK, outside_fields, outside_finding, read_story

_FONTS = {
    Encoding.TCVN3: re.compile(r"\.vn", re.IGNORECASE),
    Encoding.VNI: re.compile(r"vni[- ]", re.IGNORECASE),
}
_CAPITAL_FONT = re.compile(r"\.vn.*h", re.IGNORECASE)


def read_docx(data: bytes, options: Options) -> Reading:
    """Read a Word document.

    Raises:
        TrackedChangesError: It holds tracked changes, and nobody said what to do with them.
        LegacySourceError: Words are set in a font of a legacy code page, and none was named.
        kcdocs.errors.KcdocsError: It is damaged or beyond the limits.
    """
    package = open_package(data, name=options.name, allow=Allow.ALL)
    encoding = options.encoding

    def decode(text: str, font: str) -> str:
        return _decoded(text, font, encoding) if encoding in LEGACY and encoding else text

    kept = options.revisions is Revisions.KEEP
    revisions = Revisions.ACCEPT if kept else options.revisions
    story = read_story(package, revisions=revisions, decode=decode)
    if story.changes and options.revisions is Revisions.REFUSE:
        raise TrackedChangesError(options.name, story.changes)
    if encoding is None:
        _refuse_legacy(story.fonts, options.name)
    findings = (*story.findings, *_reaching_out(package))
    return Reading(
        options.name, SourceKind.DOCX, story.lines, story.notes, findings, story.headers, story.pictures
    )


def read_doc(data: bytes, options: Options) -> Reading:
    """Read a Word 97–2003 document (.doc), converted by LibreOffice first.

    Raises:
        kcdocs.errors.KcdocsError: LibreOffice is missing, or cannot convert it; else as for Word documents.
    """
    from kcdocs.convert.errors import ConversionFailedError  # noqa: PLC0415 - no other document needs it
    from kcdocs.convert.libreoffice import doc_to_docx  # noqa: PLC0415 - the same

    with tempfile.TemporaryDirectory(prefix="kcdocs-") as folder:
        path = Path(folder) / "nguon.doc"  # an address, or a name from another system, may be no name here
        path.write_bytes(data)
        try:
            converted = doc_to_docx(path, Path(folder)).read_bytes()
        except ConversionFailedError:
            raise ConversionFailedError([Path(options.name)]) from None
    return replace(read_docx(converted, options), kind=SourceKind.DOC)


def _reaching_out(package: Package) -> Iterator[Finding]:
    """Fields that reach outside; links are not told, for a text copied from a page is full of them."""
    for found in outside_fields(package):
        if found.kind != LINK:
            place = Place(package.name, found.part, paragraph=found.paragraph, cell=found.cell)
            yield outside_finding(place, found)


def _decoded(text: str, font: str, encoding: Encoding) -> str:
    """Convert what is set in a font of that code page; of other fonts what is not Vietnamese as it stands."""
    fonts = _FONTS.get(encoding)
    if fonts is not None and any(pattern.match(font) for pattern in _FONTS.values()):
        if not fonts.match(font):
            return text
        converted = convert(text, encoding)
    else:
        converted = convert_if_better(text, encoding)
    return converted.upper() if encoding is Encoding.TCVN3 and _CAPITAL_FONT.fullmatch(font) else converted


def _refuse_legacy(fonts: Mapping[str, str], name: str) -> None:
    for font, text in fonts.items():
        guess = detect(text)
        if guess is not None:
            raise LegacySourceError(
                name, guess.encoding, guess.sample, f" trong phông «{font}»" if font else ""
            )
