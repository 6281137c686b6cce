"""Looking at one text: its outline, its words, its references, what is odd about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from kcdocs.api.decrees import store
from kcdocs.api.reading import reading
from kcdocs.decrees.opening import open_instrument, provisions_at
from kcdocs.model.finding import Finding
from kcdocs.model.instrument import Instrument, Node
from kcdocs.report import akn, instrument_json
from kcdocs.report.cautions import cautions, words
from kcdocs.report.instrument_text import outline, references
from kcdocs.word.read.revisions import Revisions


class View(StrEnum):
    """What is shown of a text."""

    TREE = "tree"
    TEXT = "text"
    JSON = "json"
    REFERENCES = "references"
    FINDINGS = "findings"
    AKN = "akn"


@dataclass(frozen=True, slots=True)
class Shown:
    """A text, and the provisions of it that were asked for."""

    instrument: Instrument
    nodes: tuple[Node, ...]


def show(
    name: str,
    *,
    address: str = "",
    as_of: date | None = None,
    revisions: str = Revisions.REFUSE,
    encoding: str = "",
    instrument: str = "",
) -> Shown:
    """Open a text.

    Args:
        name: A file, an http(s) address, or the number of an instrument in the store.
        address: A provision, as a person writes it ("khoản 2 Điều 1") or in machine form; empty for all.
        as_of: Which edition of a stored instrument; None for that of today.
        revisions: What to do with tracked changes of a Word file; value of a `Revisions`.
        encoding: The code page a file is written in, value of an `Encoding`; empty for Unicode.
        instrument: Number of the instrument wanted, for a page that holds many.

    Raises:
        NoSuchProvisionError: If there is no such provision.
        KcdocsError: A file that cannot be read, or a number that the store cannot give.
    """
    how = reading(revisions=revisions, encoding=encoding or None, instrument=instrument)
    opened = open_instrument(name, store(), as_of=as_of, reading=how)
    return Shown(opened, provisions_at(opened, address))


def render(shown: Shown, view: View, *, width: int = 80) -> str:
    """What was asked for, as text.

    FINDINGS give nothing, since the caller words findings itself; AKN gives the whole instrument.

    Args:
        shown: The text and its provisions.
        view: What to show.
        width: Columns of an outline's lines.
    """
    match view:
        case View.TREE:
            return _told(shown) + outline(shown.nodes, width=width)
        case View.TEXT:
            return "\n".join(line.text for top in shown.nodes for node in top.walk() for line in node.lines)
        case View.JSON:
            return instrument_json.render(shown.instrument, shown.nodes)
        case View.REFERENCES:
            return _told(shown) + references(shown.nodes)
        case View.FINDINGS:
            return ""
        case View.AKN:
            return akn.render(shown.instrument).decode()
        case _:
            assert_never(view)


def beside(shown: Shown, view: View) -> tuple[Finding, ...]:
    """The cautions of a text that a view has no room for: what is read on by machines stays as it is."""
    return cautions(shown.instrument.findings) if view in (View.TEXT, View.AKN) else ()


def _told(shown: Shown) -> str:
    return "".join(f"{words(finding)}\n\n" for finding in cautions(shown.instrument.findings))
