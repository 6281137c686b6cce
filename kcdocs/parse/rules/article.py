"""Articles: "Điều 5. Tên điều", the old form without the dot, inserted "Điều 20a."."""

from __future__ import annotations

import re

from kcdocs.model.address import Kind
from kcdocs.parse.rules.opening import Opening, heading_follows, opened

_OPENING = re.compile(
    rf"(?:{opened(Kind.ARTICLE)})\s*(\d{{1,4}}[a-zđ]?)(?!\w)\s*([.:]|[-–](?=\s))?(?:\d{{1,3}}(?=\s))?\s*"
)


def read(text: str) -> Opening | None:
    """The article that a line opens."""
    found = _OPENING.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    dotted = found.group(2) is not None
    if not dotted and rest and not (rest[0].isupper() and heading_follows(rest, None)):
        return None
    return Opening(Kind.ARTICLE, found.group(1), found.end(), dotted)


def write(label: str, heading: str) -> tuple[str, ...]:
    """The line of an article: a dot behind the number, then its heading."""
    return (f"Điều {label}. {heading}".rstrip(),)
