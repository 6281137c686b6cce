"""One text in any of its views: outline, words, references, and the forms for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kcdocs.law.kinds import NUMBERED
from kcdocs.model.address import SPOKEN
from kcdocs.model.format import SINGLE_TEXT, Format, FormatNotMadeError
from kcdocs.model.instrument import Status
from kcdocs.report import akn, instrument_json
from kcdocs.report.cautions import cautions, words

if TYPE_CHECKING:
    from kcdocs.model.citation import Citation
    from kcdocs.model.finding import Finding
    from kcdocs.model.instrument import Instrument, Node, Reference

_INDENT = "  "


def render(instrument: Instrument, nodes: Sequence[Node], view: Format, *, width: int = 80) -> str:
    """What was asked for of a text.

    FINDINGS give nothing, since the caller words findings itself; AKN gives the whole instrument.

    Args:
        instrument: The text.
        nodes: The provisions of it that were asked for.
        view: What to show: one of `SINGLE_TEXT`.
        width: Columns of an outline's lines.

    Raises:
        FormatNotMadeError: If `view` is another format.
    """
    match view:
        case Format.TREE:
            return _cautions_text(instrument) + outline_text(nodes, width=width)
        case Format.TEXT:
            return "\n".join(line.text for top in nodes for node in top.walk() for line in node.lines)
        case Format.JSON:
            return instrument_json.render(instrument, nodes)
        case Format.REFERENCES:
            return _cautions_text(instrument) + references(nodes)
        case Format.FINDINGS:
            return ""
        case Format.AKN:
            return akn.render(instrument).decode()
        case _:
            raise FormatNotMadeError(view, SINGLE_TEXT)


def beside(instrument: Instrument, view: Format) -> tuple[Finding, ...]:
    """The cautions of a text that a view has no room for: what is read on by machines stays as it is."""
    return cautions(instrument.findings) if view in (Format.TEXT, Format.AKN) else ()


def _cautions_text(instrument: Instrument) -> str:
    return "".join(f"{words(finding)}\n\n" for finding in cautions(instrument.findings))


def outline_text(nodes: Iterable[Node], *, width: int = 80) -> str:
    """Each provision with its label and the start of its words, indented by its depth.

    Args:
        nodes: Top provisions.
        width: Columns of a line; words that do not fit are cut off with "…".
    """
    return "\n".join(line for node in nodes for line in _outlined(node, 0, width))


def references(nodes: Iterable[Node]) -> str:
    """One line a reference, in reading order: place, words, target; why, if the target is not known."""
    return "\n".join(line for top in nodes for node in top.walk() for line in _referring(node))


def _outlined(node: Node, depth: int, width: int) -> Iterator[str]:
    label = f" {node.label}" if node.label and node.kind in NUMBERED else ""
    words = " ".join((node.text or " ".join(line.text for line in node.lines)).split())
    line = f"{_INDENT * depth}{SPOKEN[node.kind]}{label}" + (f" · {words}" if words else "")
    yield line if len(line) <= width else line[: width - 1].rstrip() + "…"
    for child in node.children:
        yield from _outlined(child, depth + 1, width)


def _referring(node: Node) -> Iterator[str]:
    for reference in node.references:
        words = " ".join(reference.span.of(node.text).split())
        line = f"{node.address.spoken()}: «{words}» → {_target(reference)}"
        unknown = reference.status is Status.UNRESOLVED
        yield f"{line} [chưa xác định: {reference.reason}]" if unknown else line


def _target(reference: Reference) -> str:
    places = " ".join(
        filter(None, (reference.form, "; ".join(address.spoken() for address in reference.targets)))
    )
    if reference.citation is None:
        return places or "chính văn bản này"
    return " ".join(filter(None, (places, _named(reference.citation))))


def _named(citation: Citation) -> str:
    """How a list calls another instrument: type and number, else type and title."""
    return " ".join(filter(None, (citation.type, citation.number or citation.title))) or "văn bản khác"
