"""One text in any of its views: outline, words, references, and the forms for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kcdocs.law.kinds import NUMBERED
from kcdocs.model.address import SPOKEN
from kcdocs.model.format import SINGLE_TEXT, Format, FormatNotMadeError
from kcdocs.model.instrument import Status
from kcdocs.model.line import Line, Source
from kcdocs.report import akn, instrument_json
from kcdocs.report.cautions import cautions, words
from kcdocs.report.words import header_words

if TYPE_CHECKING:
    from kcdocs.model.citation import Citation
    from kcdocs.model.finding import Finding
    from kcdocs.model.instrument import Instrument, Node, Reference
    from kcdocs.model.line import Note

_INDENT = "  "
_NO_LINES = (Line("", Source("", "", 0)),)


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
            return _cautions_text(instrument) + "\n".join(_outline(instrument, nodes, width))
        case Format.TEXT:
            return "\n".join(_whole_text(instrument, nodes))
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


def _outline(instrument: Instrument, nodes: Sequence[Node], width: int) -> Iterator[str]:
    """The provisions, and behind them the notes that they are marked with; headers behind a whole text."""
    if outlined := outline_text(nodes, width=width):
        yield outlined
    for note in _notes(instrument, nodes):
        yield _cut(f"Chú thích {note.label} · {' '.join(line.text for line in note.lines)}", width)
    if nodes == instrument.nodes:
        for line in instrument.headers or ():
            yield _cut(f"{header_words(line)} · {line.text}", width)


def _whole_text(instrument: Instrument, nodes: Sequence[Node]) -> Iterator[str]:
    """All lines, the marks of notes in brackets, and behind them the notes: read again, it is the same."""
    for top in nodes:
        for node in top.walk():
            yield from map(_with_marks, node.lines)
    for note in _notes(instrument, nodes):
        first, *others = map(_with_marks, note.lines or _NO_LINES)
        yield f"[{note.label}] {first}"
        yield from others


def _with_marks(line: Line) -> str:
    text = line.text
    for mark in reversed(line.marks):
        text = f"{text[: mark.offset]}[{mark.note}]{text[mark.offset :]}"
    return text


def _notes(instrument: Instrument, nodes: Sequence[Node]) -> list[Note]:
    """The notes of an instrument, or of some of its provisions those that they are marked with."""
    if nodes == instrument.nodes:
        return list(instrument.notes)
    marked = {mark.note for top in nodes for node in top.walk() for line in node.lines for mark in line.marks}
    return [note for note in instrument.notes if note.label in marked]


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
    yield _cut(f"{_INDENT * depth}{SPOKEN[node.kind]}{label}" + (f" · {words}" if words else ""), width)
    for child in node.children:
        yield from _outlined(child, depth + 1, width)


def _cut(line: str, width: int) -> str:
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


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
