"""Papers whose body is a plain text: one paragraph a line, in `papers/<set>.txt`.

A line may name its style first ("KCKet: …"); without one it is running text. Lines that open with "#" say
what the paper is and are left out; a block stands alone on its line.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs.word.write.blank_page import with_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

PAPERS = Path(__file__).parent / "papers"
_STYLED = re.compile(r"(KC\w+): (.*)")


def papers(page: bytes) -> Iterator[tuple[str, bytes]]:
    """Every paper: the name of its set, and its Word file.

    Args:
        page: A DOCX file with the page set-up and the styles.
    """
    for path in sorted(PAPERS.glob("*.txt")):
        lines = tuple(_lines(path.read_text("utf-8")))
        letter = any("dau-cong-van" in text for _, text in lines)
        yield path.stem, with_lines(page, lines, "[[khối dia-chi]]" if letter else "")


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        if line and not line.startswith("#"):
            styled = _STYLED.fullmatch(line)
            style = "Normal" if line.startswith("[[") else "KCThan"
            yield (styled[1], styled[2]) if styled else (style, line)
