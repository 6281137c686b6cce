"""Headers and footers: they are no provisions and have no rows, so that what differs in them is a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.diff.footnotes import told_apart
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.line import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.model.instrument import Instrument
    from kcdocs.model.line import Line

_DIFFERS = Declared(
    "DF213",
    Severity.WARNING,
    "A header or footer that differs.",
    "{part} khác nhau: trước là {old}; nay là {new}.",
    mend="Xem đầu trang, chân trang trong hai tệp.",
)

_FORMAL = Declared(
    "DF214",
    Severity.WARNING,
    "A header or footer that differs in form only.",
    "{part} chỉ khác về hình thức: trước là {old}; nay là {new}.",
    mend="Xem đầu trang, chân trang trong hai tệp.",
)

_NOT_COMPARED = Declared(
    "DF215",
    Severity.NOTE,
    "Headers and footers that were not compared, since the other text does not keep its own apart.",
    "Không so sánh đầu trang, chân trang của «{name}»: văn bản kia không phải tệp Word nên không tách riêng "
    "phần này.",
    mend="Xem đầu trang, chân trang trong tệp; cần so sánh thì dùng hai tệp Word.",
)

_FOOTER, _HEADER = "Chân trang", "Đầu trang"


def header_findings(old: Instrument, new: Instrument) -> Iterator[Finding]:
    """A finding for each line of headers and footers that differs, or that could not be compared.

    Args:
        old: The old instrument.
        new: The new one.
    """
    if old.headers is None or new.headers is None:
        for text in (old, new):
            if text.headers:
                said = " / ".join(" ".join(line.text.split()) for line in text.headers)
                yield _NOT_COMPARED.at(Place(file=text.name), said, name=text.name)
        return
    formal, others = told_apart(_noted(old.headers), _noted(new.headers))
    for was, now in formal:
        yield _FORMAL.at(Place(file=new.name), part=now.label, old=_said(was), new=_said(now))
    for before, after in others:
        place, part = (new.name, after.label) if after else (old.name, before.label if before else "")
        yield _DIFFERS.at(Place(file=place), part=part, old=_said(before), new=_said(after))


def _noted(lines: Iterable[Line]) -> list[Note]:
    """Each line with the part of the page it stands in, the same words of several sections once."""
    found: dict[tuple[str, str], Note] = {}
    for line in lines:
        part = _FOOTER if line.source.in_footer else _HEADER
        found.setdefault((part, " ".join(line.text.split())), Note(part, (line,)))
    return list(found.values())


def _said(note: Note | None) -> str:
    return f"“{' '.join(note.lines[0].text.split())}”" if note else "(không có)"
