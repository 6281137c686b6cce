"""Whether bytes are well-formed XML as Office packages hold it, by expat alone.

Source: ECMA-376 part 2 (2021), 6.2.5: XML in a package is UTF-8 or UTF-16 and declares no document type.
"""

from __future__ import annotations

from xml.parsers import expat

_ENCODINGS = frozenset({"utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii"})


class DoctypeFoundError(Exception):
    """The XML declares a document type."""


class NotWellFormedError(Exception):
    """The XML is not well formed, or not in an encoding of Office packages.

    Attributes:
        reason: Why, in expat's own words or in Vietnamese.
        offset: Byte at which it gave up.
    """

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


def refuse_malformed(data: bytes) -> None:
    """Refuse what is not well formed.

    Any other encoding than UTF-8 and UTF-16 is refused where it is declared: for those, expat would ask
    Python's codecs, and another parser might read other characters.

    Args:
        data: A whole XML document.

    Raises:
        DoctypeFoundError: It declares a document type, hence perhaps entities.
        NotWellFormedError: It is not well formed, or not XML, or in another encoding.
    """
    parser = expat.ParserCreate()
    parser.XmlDeclHandler = _refuse_encoding
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise NotWellFormedError(expat.ErrorString(error.code), parser.ErrorByteIndex) from None


def _refuse(*_: object) -> None:
    raise DoctypeFoundError


def _refuse_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _ENCODINGS:
        raise NotWellFormedError(f"khai báo bảng mã «{encoding}», không phải UTF-8", 0)
