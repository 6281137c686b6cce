"""Which rules of layout a document was held against, told by a hash over what makes them."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

_MAKERS = (
    ("kcdocs.law", "layout.py", "layout.toml"),
    ("kcdocs.lint", "finder.py", "labels.py", "limits.py", "papers.py", "pieces.py", "signs.py"),
    ("kcdocs.lint.rules", "letters.py", "page.py", "spacing.py"),
)
"""Packages and the files in them on which the findings of layout rest."""


@cache
def layout_edition() -> str:
    """SHA-256 of the rules of layout, hexadecimal; what was proved by other rules is proved no longer."""
    every = hashlib.sha256()
    for package, *names in _MAKERS:
        for name in names:
            every.update((files(package) / name).read_bytes().replace(b"\r\n", b"\n"))
    return every.hexdigest()
