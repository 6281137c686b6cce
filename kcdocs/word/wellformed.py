"""Whether bytes are well-formed XML without a document type, by expat alone."""

from __future__ import annotations

from xml.parsers import expat


class DoctypeFoundError(Exception):
    """The XML declares a document type."""


class NotWellFormedError(Exception):
    """The XML is not well formed.

    Attributes:
        reason: Expat's own words.
        offset: Byte at which it gave up.
    """

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


def check(data: bytes) -> None:
    """Refuse what is not well formed.

    Args:
        data: A whole XML document.

    Raises:
        DoctypeFoundError: It declares a document type, hence perhaps entities.
        NotWellFormedError: It is not well formed, or not XML.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise NotWellFormedError(expat.ErrorString(error.code), parser.ErrorByteIndex) from None


def _refuse(*_: object) -> None:
    raise DoctypeFoundError
