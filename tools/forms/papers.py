"""Papers whose body is a plain text: one paragraph a line, in `papers/<set>.txt`.

A later version than the first is named: `papers/<set>@2.0.0.txt`.
A line may name its style first ("KCKet: …"); without one it is running text. `**…**` is bold. Lines that open
with "#" say what the paper is and are left out; a block stands alone on its line. `[[phần mới]]` begins a
section, `[[phần ngang]]` one on its side, each with page numbers of its own; `[[kèm theo, ngang]]` is the
block `kem-theo` for such pages. Lines that open with "|" are a
table: "|: 12 72" gives its columns in millimetres, "|! A || B" heads them, "| a || b" is a row, and a row
with one cell goes over all columns.
"""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from tools.forms.annexes import LANDSCAPE
from tools.forms.blocks import attached
from tools.forms.ooxml import cell, package, paragraph, row, run, section, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAPERS = Path(__file__).parent / "papers"
_STYLED = re.compile(r"(KC\w+): (.*)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_SECTION, _SIDEWAYS, _ATTACHED = "[[phần mới]]", "[[phần ngang]]", "[[kèm theo, ngang]]"


FIRST = "1.0.0"


def papers(styles: str) -> Iterator[tuple[str, str, bytes]]:
    """Every paper: the name of its set, its version, and its Word file.

    Args:
        styles: The styles part.
    """
    for path in sorted(PAPERS.glob("*.txt")):
        lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
        name, _, version = path.stem.partition("@")
        yield (
            name,
            version or FIRST,
            package(
                "".join(_body(lines)),
                styles,
                name,
                landscape=_SIDEWAYS in lines,
                restart=bool({_SECTION, _SIDEWAYS} & set(lines)),
                foot="[[khối dia-chi]]" if "[[khối dau-cong-van]]" in lines else None,
            ),
        )


def _body(lines: Sequence[str]) -> Iterator[str]:
    for in_table, group in groupby(lines, lambda line: line.startswith("|")):
        if in_table:
            yield _table(list(group)) + paragraph("KCThan")
        else:
            yield from map(_line, group)


def _line(line: str) -> str:
    if line in {_SECTION, _SIDEWAYS}:
        return section(last=False)
    if line == _ATTACHED:
        return attached(LANDSCAPE)
    if line.startswith("[["):
        return paragraph("Normal", line)
    styled = _STYLED.fullmatch(line)
    style, text = (styled[1], styled[2]) if styled else ("KCThan", line)
    return _worded(style, text)


def _worded(style: str, text: str) -> str:
    pieces = _BOLD.split(text)  # plain, bold, plain, …
    return paragraph(style, *(run(piece, bold=True) if n % 2 else piece for n, piece in enumerate(pieces)))


def _table(lines: Sequence[str]) -> str:
    widths = [float(width) for width in lines[0].removeprefix("|:").split()]
    first = "KCBangGiua" if lines[1].startswith(("|! STT", "|! TT")) else "KCBang"
    return table(widths, [_row(line, widths, first) for line in lines[1:]], lined=True)


def _row(line: str, widths: Sequence[float], first: str) -> str:
    heading = line.startswith("|!")
    texts = [text.strip() for text in line.lstrip("|!").split("||")]
    if len(texts) == 1:
        style = "KCBang" if texts[0].startswith("{%") else "KCBangNhom"
        return row(cell(sum(widths), paragraph(style, texts[0]), span=len(widths)))
    styles = ["KCBangDau"] * len(texts) if heading else [first, *["KCBang"] * (len(texts) - 1)]
    cells = zip(widths, styles, texts, strict=True)
    return row(
        *(cell(width, _worded(style, text), middle=heading) for width, style, text in cells),
        heading=heading,
    )
