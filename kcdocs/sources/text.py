"""Plain text and Markdown files, in Unicode or a code page from before it."""

from __future__ import annotations

import codecs
import re
from itertools import accumulate

from kcdocs.loading import LargeFileError
from kcdocs.model.line import Line, Reading, Source, SourceKind
from kcdocs.sources import limits
from kcdocs.sources.errors import (
    BinarySourceError,
    LegacySourceError,
    TooManyLinesError,
    UndecodableSourceError,
)
from kcdocs.sources.markdown import read_markdown
from kcdocs.sources.options import Options
from kcdocs.sources.wrapped import unwrapped
from kcdocs.text.legacy import LEGACY, Encoding, characters, convert, detect

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_BYTES = re.compile(_CONTROLS.pattern.encode())
_TAG = re.compile(r"<[^<>]*>")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARKDOWN = (".md", ".markdown")


def read_text(data: bytes, options: Options) -> Reading:
    """Read a text file; one whose name ends in .md as Markdown.

    Raises:
        LegacySourceError: It is written in a code page from before Unicode, and none was named.
        UndecodableSourceError: It does not fit the encoding named, or none.
        BinarySourceError: It is no text.
        LargeFileError, TooManyLinesError: It is larger than any text.
    """
    ended = decode(data, options).splitlines(keepends=True)
    pages = list(accumulate((text.endswith("\f") for text in ended), initial=0))
    texts = [text.splitlines()[0] for text in ended]
    if len(texts) > limits.MAX_LINES:
        raise TooManyLinesError(options.name, limits.MAX_LINES)
    if options.name.lower().endswith(_MARKDOWN):
        return Reading(options.name, SourceKind.TEXT, read_markdown(texts, options.name))
    whole = unwrapped(texts, pages, options.name)
    if whole is not None:
        return whole
    lines = tuple(Line(text, Source(options.name, "", index)) for index, text in enumerate(texts))
    return Reading(options.name, SourceKind.TEXT, lines)


def decode(data: bytes, options: Options) -> str:
    """The characters of a text file.

    Raises:
        LegacySourceError, UndecodableSourceError, BinarySourceError, LargeFileError: As for `read_text`.
    """
    refuse_large(data, options.name)
    if options.encoding in LEGACY:
        return convert(as_written(data, options.name), options.encoding)
    text = _unicode(data, options)
    if options.encoding is None:
        refuse_legacy(text, options.name)
    return text


def refuse_large(data: bytes, name: str) -> None:
    """Refuse what is larger than any text.

    Raises:
        LargeFileError: If it is.
    """
    if len(data) > limits.MAX_TEXT:
        raise LargeFileError(name, len(data), limits.MAX_TEXT)


def as_written(data: bytes, name: str) -> str:
    """The characters of a file in a legacy code page, or of a Unicode file that keeps such characters.

    Raises:
        BinarySourceError: It is no text.
        LargeFileError: It is larger than any text.
    """
    refuse_large(data, name)
    if _CONTROL_BYTES.search(data):
        raise BinarySourceError(name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return characters(data)


def refuse_legacy(text: str, name: str) -> None:
    """Refuse text whose characters stand for those of a legacy code page.

    Raises:
        LegacySourceError: If they do.
    """
    guess = detect(_TAG.sub(" ", text))
    if guess is not None:
        raise LegacySourceError(name, guess.encoding, " ".join(guess.sample.split()))


def _unicode(data: bytes, options: Options) -> str:
    codec = next((codec for mark, codec in _MARKS if data.startswith(mark)), None) or _unmarked(data, options)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        return _undecodable(data, options, error.start)
    if _CONTROLS.search(text):
        raise BinarySourceError(options.name)
    return text


def _unmarked(data: bytes, options: Options) -> str:
    """The codec of bytes without a byte order mark; UTF-16 shows by zero bytes in every other place only."""
    probe = data[: limits.PROBE]
    little, big = probe[1::2].count(0), probe[::2].count(0)
    many, few = max(little, big), min(little, big)
    if options.encoding is Encoding.UTF_16 or (many > len(probe) // 5 and few < many // 10):
        return "utf-16-le" if little >= big else "utf-16-be"
    return "utf-8"


def _undecodable(data: bytes, options: Options, offset: int) -> str:
    if options.encoding is not None:
        raise UndecodableSourceError(options.name, options.encoding, offset)
    if _CONTROL_BYTES.search(data):
        raise BinarySourceError(options.name)
    refuse_legacy(characters(data), options.name)
    raise UndecodableSourceError(options.name, Encoding.UTF_8, offset)
