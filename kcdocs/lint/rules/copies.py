"""Certified copies: the symbol in their number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.lint import limits
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.finding import Severity

_SYMBOL = Declared(
    "LT353",
    Severity.WARNING,
    "The number of a copy bears another symbol than that of its kind.",
    "Bản sao «{kind}» ghi ký hiệu «{symbol}».",
    expected="«{wanted}»",
    mend="Ghi lại ký hiệu bản sao: «{wanted}» thay cho «{symbol}».",
)
_NUMBER = re.compile(rf"{layout.NUMBERED}\s?:\s?\d{{1,5}}/([^\W\d_]{{1,5}})[-–]")


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Copies whose number, near their heading below the signature, is of another kind."""
    signed = paper.of(layout.Role.SIGNER)
    start = paper.pieces.index(signed[-1]) + 1 if signed else len(paper.pieces)
    for place in range(start, len(paper.pieces)):
        kind = paper.pieces[place].plain
        if kind not in layout.COPIES:
            continue
        for near in paper.pieces[max(start, place - limits.COPY_HEAD) : place + limits.COPY_HEAD + 1]:
            found = _NUMBER.match(near.text)
            if found and found[1] != layout.COPIES[kind]:
                facts = {"kind": kind, "symbol": found[1], "wanted": layout.COPIES[kind]}
                yield breach(paper, _SYMBOL, layout.part(1, section="IV"), [near], **facts)
