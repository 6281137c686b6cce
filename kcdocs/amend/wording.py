"""Finding words in a provision, as a command means them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kcdocs.amend.twig import Twig
from kcdocs.model.span import Span
from kcdocs.text.normalise import fold_quotes, nfc
from kcdocs.text.seen import seen

_SPACE = re.compile(r"\s+")


def occurrences(words: str, twig: Twig) -> Iterator[tuple[int, Span]]:
    """Where words stand in a twig's own words.

    The case of letters counts. Unicode form, kinds of space and kinds of quotation mark do not. A
    syllable is never cut: "cấp" is not found in "cấpphép".

    Args:
        words: The words as quoted by the command; space at either end belongs to them.
        twig: The provision.

    Yields:
        Index of the line, and the characters in its slice.
    """
    pattern = _pattern(words)
    for index, (line, own) in enumerate(zip(twig.lines, twig.slices, strict=True)):
        view = seen(own.of(line.text))
        for found in pattern.finditer(fold_quotes(view.text)):
            yield index, Span(view.back(found.start()), view.back(found.end()))


def tidy(text: str, seam: int) -> tuple[Span, str]:
    """What to mend where words were taken out.

    Args:
        text: The words after the removal.
        seam: Where the removed words stood.

    Returns:
        Characters around the seam, and what should stand there: no doubled space, no space before a
        punctuation mark, no doubled mark.
    """
    start = len(text[:seam].rstrip())
    end = len(text) - len(text[seam:].lstrip())
    before, after = text[:start][-1:], text[end : end + 1]
    if start == seam and end == seam:
        return Span(seam, seam), ""
    glue = "" if not before or not after or after in ",;.:)”" or before in "(“" else " "
    return Span(start, end), glue


def _pattern(words: str) -> re.Pattern[str]:
    plain = fold_quotes(seen(nfc(words)).text)
    escaped = _SPACE.sub(r"\\s+", re.escape(plain).replace(r"\ ", " "))
    head = r"(?<!\w)" if plain[:1].isalnum() else ""
    tail = r"(?!\w)" if plain[-1:].isalnum() else ""
    return re.compile(f"{head}{escaped}{tail}")
