"""What differs between two versions of a set of templates, as one web page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kcdocs.report import frame

_KINDS = {"-": "bo", "+": "them", " ": "giu", "…": "cach"}
_SPOKEN = {"-": "Bỏ: ", "+": "Thêm: "}


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the template: its style, what is said before it, its words."""

    kind: str
    spoken: str
    words: str


def render(name: str, fields: Sequence[str], layout: Sequence[str], lines: Iterable[tuple[str, str]]) -> str:
    """The page: one file, no network, no script.

    Args:
        name: What is compared with what.
        fields: Sentences about the fields.
        layout: Sentences about page and styles.
        lines: Lines of the template, each with its sign: "-" gone, "+" new, " " kept, "…" a gap.
    """
    return frame.page(
        "versions.html",
        title=name,
        style="versions.css",
        name=name,
        fields=fields,
        layout=layout,
        lines=[ShownLine(_KINDS[sign], _SPOKEN.get(sign, ""), words) for sign, words in lines],
    )
