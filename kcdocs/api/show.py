"""Looking at one text: its outline, its words, its references, what is odd about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdocs.api.reading import open_text
from kcdocs.decrees.opening import provisions_at
from kcdocs.files import AnyPath
from kcdocs.model.finding import Finding
from kcdocs.model.format import Format
from kcdocs.model.instrument import Instrument, Node
from kcdocs.report import instrument as views
from kcdocs.sources.options import Options


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text, and the provisions of it that were asked for."""

    instrument: Instrument
    nodes: tuple[Node, ...]


def show(
    name: AnyPath,
    *,
    address: str = "",
    as_of: date | None = None,
    how: Options | None = None,
) -> ShownText:
    """Open a text and find the provisions asked for.

    Args:
        name: A file, an http(s) address, or the number of an instrument in the store.
        address: A provision, as a person writes it ("khoản 2 Điều 1") or in machine form; empty for all.
        as_of: Which edition of a stored instrument; None for that of today.
        how: How a file is read; None for the usual way.

    Raises:
        NoSuchProvisionError: If there is no such provision.
        KcdocsError: A file that cannot be read, or a number that the store cannot give.
    """
    opened = open_text(name, as_of=as_of, how=how)
    return ShownText(opened, provisions_at(opened, address))


def render(shown: ShownText, view: Format, *, width: int = 80) -> str:
    """What was asked for, as text.

    FINDINGS give nothing, since the caller words findings itself; AKN gives the whole instrument.

    Args:
        shown: The text and its provisions.
        view: What to show: one of `SINGLE_TEXT`.
        width: Columns of an outline's lines.
    """
    return views.render(shown.instrument, shown.nodes, view, width=width)


def beside(shown: ShownText, view: Format) -> tuple[Finding, ...]:
    """The cautions of a text that a view has no room for: what is read on by machines stays as it is."""
    return views.beside(shown.instrument, view)
