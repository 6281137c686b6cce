"""Heads and ends of texts, left out of a comparison where one of the texts has none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.law.kinds import BACK, FRONT
from kcdocs.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.model.instrument import Instrument

_BODY_ONLY = Declared(
    "DF208",
    Severity.NOTE,
    "A text has neither head nor end, so those of the others are not compared.",
    "«{name}» chỉ có phần nội dung; phần đầu, tên, căn cứ, chữ ký, nơi nhận của văn bản kia không so sánh.",
)


def bodies(texts: Sequence[Instrument]) -> tuple[list[Instrument], list[Finding]]:
    """The texts as far as all of them have it, with a note for each that has no head and no end.

    Args:
        texts: Texts to be compared with each other.
    """
    bare = [text for text in texts if not any(_frames(text))]
    if len(bare) in (0, len(texts)):
        return list(texts), []
    cut = [
        replace(text, nodes=tuple(node for node in text.nodes if node.kind not in FRONT | BACK))
        for text in texts
    ]
    return cut, [_BODY_ONLY.at(Place(file=text.name), name=text.name) for text in bare]


def _frames(text: Instrument) -> list[bool]:
    return [node.kind in FRONT | BACK for node in text.nodes]
