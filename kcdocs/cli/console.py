"""What goes to the screen: results, progress and faults, on consoles of any code page."""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
import unicodedata
from typing import TYPE_CHECKING, TextIO

from kcdocs.errors import FileTroubleError, FindingsError, KcdocsError
from kcdocs.files import trouble

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.model.finding import Finding, Place

_CODED = re.compile("[A-Z]{2}[0-9]{3}: ")
_SEVERITY = {"E": "Lỗi", "W": "Cảnh báo", "I": "Ghi chú"}
_PLAIN = str.maketrans(
    {"đ": "d", "Đ": "D", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "→": "->", "…": "...", "·": "-"}
)
_COLOUR = re.compile(r"(\x1b\[(?:0|1|2|31|32)m)")
"""The colours that reports use; other sequences, as from the name of a file, do not pass."""

_LETTER = "ậ"
"""A code page that has this letter has all of Vietnamese."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Grave, acute, tilde, hook above, dot below: Windows-1258 sets them behind their letters."""
_OURS = "kcdocs_"

_told: list[bool] = []


def prepare() -> None:
    """Make stdout and stderr write any text, also on code pages that lack letters of Vietnamese."""
    codecs.register(_fitting)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            holds = _holds(_LETTER, stream.encoding)
            stream.reconfigure(
                encoding=stream.encoding if holds else _OURS + stream.encoding, errors="replace"
            )


def say(text: str = "", *, colours: bool = False) -> None:
    """Write a line of a result to stdout; `colours` lets the colours of a report through."""
    _write(sys.stdout, text, colours=colours)


def warn(text: str) -> None:
    """Write a line of progress or a fault to stderr."""
    _write(sys.stderr, text)


def emit(document: str) -> None:
    """Write a document in a machine form (JSON, HTML, XML) to stdout, as UTF-8 whatever the console."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None or sys.stdout.isatty():
        say(document)
        return
    sys.stdout.flush()
    stream.write(document.encode() + b"\n")
    stream.flush()


def plain_json(document: str) -> str:
    r"""JSON that says the same without a character that would act on a screen: U+202E as \u202e."""
    if document.isascii():
        return document
    from kcdocs.text import unseen

    return re.sub(f"[\x7f-\x9f{unseen.BIDI}]", lambda found: f"\\u{ord(found[0]):04x}", document)


def detach() -> None:
    """Forget stdout after its reader went away, so that leaving raises nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_error(fault: KcdocsError) -> None:
    """Write an error: what, where, how to mend it, and every finding it carries."""
    warn(f"Lỗi {fault.code}: {_one_line(fault.message)}")
    if fault.place and (words := place_words(fault.place)):
        warn(f"  Tại: {words}")
    if isinstance(fault, FindingsError):
        print_findings(fault.told)
    if fault.mend:
        warn(f"  Cách sửa: {_sentence(fault.mend)}")


def print_os_error(fault: OSError) -> None:
    """Write an error of the disk or the network that no room foresaw."""
    print_error(FileTroubleError(trouble(fault)))


def print_findings(findings: Iterable[Finding]) -> None:
    """Write findings to stderr, one block each."""
    for finding in findings:
        for line in finding_lines(finding):
            warn(line)


def print_remark(remark: str) -> None:
    """Write what a user should know of a file or a document; a code that it begins with stands in front."""
    warn(f"Lưu ý{' ' if _CODED.match(remark) else ': '}{remark}")


def finding_lines(finding: Finding) -> list[str]:
    """A finding as lines: severity, code and place, then what, found, expected, mend and legal source."""
    where = place_words(finding.place)
    lines = [
        f"{_SEVERITY[finding.severity]} {finding.code}" + (f" · {where}" if where else ""),
        f"  {_one_line(finding.message)}",
    ]
    for name, words in (
        ("Thấy", finding.found),
        ("Cần", finding.expected),
        ("Cách sửa", finding.mend),
        ("Căn cứ", finding.source),
    ):
        if words:
            lines.append(f"  {name}: {_sentence(words) if name == 'Cách sửa' else words}")
    return lines


def place_words(place: Place) -> str:
    """A place as a person says it: "ho-so.yaml · dòng 7 · trường can_cu[2].so"."""
    from kcdocs.model.address import Address

    parts = [place.file, place.part]
    parts += [f"trang tính «{place.sheet}»"] if place.sheet else []
    parts += [f"ô {place.cell}" if place.sheet else place.cell] if place.cell else []
    parts += [f"dòng {place.line}"] if place.line else []
    parts += [f"đoạn {place.paragraph}"] if place.paragraph else []
    parts += [Address.parse(place.address).spoken()] if place.address else []
    in_sheet = place.sheet or place.cell.startswith("cột ")  # whose columns bear titles, not names of fields
    parts += [f"trường {place.field}"] if place.field and not in_sheet else []
    return _one_line(" · ".join(part for part in parts if part))


def _one_line(words: str) -> str:
    """A name that holds a line feed must not look like a line of ours."""
    return words.replace("\n", "␊")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _write(stream: TextIO, text: str, *, colours: bool = False) -> None:
    """The door of the screen: what would act on a console is shown as a sign."""
    if not text.isascii() or not text.isprintable():
        from kcdocs.text import unseen

        parts = _COLOUR.split(text) if colours else [text]
        text = "".join(part if n % 2 else unseen.shown(part) for n, part in enumerate(parts))
    stream.write(text + "\n")
    stream.flush()


def _holds(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _fitting(name: str) -> codecs.CodecInfo | None:
    """The codec of a code page that writes all text as far as the page can, by its name behind `_OURS`."""
    if not name.startswith(_OURS):
        return None
    page = name.removeprefix(_OURS)

    def encode(text: str, errors: str = "replace") -> tuple[bytes, int]:
        return _fitted(text, page).encode(page, errors), len(text)

    class Encoder(codecs.IncrementalEncoder):
        def encode(self, text: str, final: bool = False) -> bytes:  # noqa: ARG002 - as its base
            return encode(text, self.errors)[0]

    known = codecs.lookup(page)
    return codecs.CodecInfo(encode, known.decode, None, None, Encoder, known.incrementaldecoder, name)


def _fitted(text: str, page: str) -> str:
    """A text in letters of a code page: whole where the page has tones by themselves, else unmarked."""
    if text.isascii():
        return text
    if _holds(_TONES, page):
        return "".join(char if _holds(char, page) else _toned(char, page) for char in text)
    if not _told:
        _told.append(True)
        sys.stderr.write("(Man hinh nay khong hien duoc tieng Viet co dau; chu duoc in khong dau.)\n")
    plain = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(char for char in plain if not unicodedata.combining(char))


def _toned(char: str, page: str) -> str:
    """A letter with its tone behind it; another sign as its nearest plain one."""
    parts = unicodedata.normalize("NFD", char)
    letter = "".join(part for part in parts if part not in _TONES)
    told = unicodedata.normalize("NFC", letter) + "".join(part for part in parts if part in _TONES)
    return told if _holds(told, page) else char.translate(_PLAIN)
