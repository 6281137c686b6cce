"""An original and its drafts for a console: who changed what in which step, then each step in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.model.comparison import ChangeClass
from kcdocs.report import terminal
from kcdocs.report.cautions import steps_cautions, words
from kcdocs.report.marks import Piece
from kcdocs.report.notes import comparison_names, net_name, net_words, returned_words, step_words
from kcdocs.report.selection import ALL, Selection
from kcdocs.report.titles import classes, heading
from kcdocs.report.words import capital, instrument_words, source_words
from kcdocs.report.wrap import bold, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.report.chain import Chain
    from kcdocs.report.strands import Strand


def render(chain: Chain, selection: Selection = ALL, *, width: int = 80, colour: bool = False) -> str:
    """The steps as lines of text.

    Args:
        chain: What to render.
        selection: Which rows to show; summaries are always those of the whole.
        width: Columns of the console, at least `limits.NARROWEST` are taken.
        colour: Whether the console shows colours.
    """
    lines = [bold("SO SÁNH QUA CÁC DỰ THẢO", colour=colour)]
    names = [chain.steps[0].old, *(step.new for step in chain.steps)]
    for number, instrument in enumerate(names):
        file = f" ({file})" if (file := source_words(instrument)) else ""
        role = f"Dự thảo {number}" if number else "Bản gốc"
        lines += _text(f"{role}: {instrument_words(instrument)}{file}", width)
    for finding in steps_cautions(chain.comparisons):
        lines += ["", *_text(f"! {words(finding)}", width)]
    lines += ["", bold("THAY ĐỔI QUA TỪNG BƯỚC", colour=colour), "=" * 22]
    for group in chain.groups:
        lines += [
            line for strand in _changed(group, selection) for line in _strand(chain, strand, group, width)
        ]
    for number, (name, step) in enumerate(zip(comparison_names(chain), chain.comparisons, strict=True), 1):
        title = f"{f'BƯỚC {number}' if step is not chain.net else 'KẾT QUẢ'}: {name.upper()}"
        report = terminal.render(step, selection, width=width, colour=colour)
        lines += ["", "#" * width, bold(title, colour=colour), "", report.rstrip("\n")]
    return "\n".join(lines) + "\n"


def _changed(group: tuple[Strand, ...], selection: Selection) -> Iterator[Strand]:
    for strand in group:
        if strand.changed and any(selection.has(row) for rows in strand.rows for row in rows):
            yield strand


def _strand(chain: Chain, strand: Strand, group: tuple[Strand, ...], width: int) -> Iterator[str]:
    """What each step and all together did to a provision, under its heading if it is an article's own."""
    name = heading(strand.node) if strand is group[0] else capital(strand.node.address.spoken())
    yield from _text(f"- {name}", width)
    for number in range(len(strand.rows)):
        changes = strand.changes(number)
        told = classes(change for change in ChangeClass if change in changes) or "không đổi"
        if strand.rows[number]:
            again = f" ({back})" if (back := returned_words(strand, number)) else ""
            yield from _text(f"  {step_words(number)}: {told}{again}", width)
    if chain.net is not None:
        yield from _text(f"  {net_name(chain)}: {net_words(strand)}", width)


def _text(text: str, width: int) -> list[str]:
    indent = "  " if not text.startswith("  ") else "      "
    return wrapped([Piece(text.strip())], width=width, indent=indent, hang="  ")
