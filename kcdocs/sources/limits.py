"""The thresholds of the room: how large a source may be, and what is taken for a table or a note.

What a PDF may hold, and the distances by which its pages are read, stand with its readers in `pdf/`.
"""

from __future__ import annotations

MAX_TEXT = 8 * 2**20
"""Bytes a text file or a page may have: four times the longest code of laws; its parsers stop at 10 MB."""

MAX_LINES = 100_000
"""Lines it may have: the longest instruments have about 20,000."""

PROBE = 4_096
"""Speed only: bytes by which a text in UTF-16 without a mark is known: a page of text, of which every second
byte is nearly always zero."""

HEAD = 2**16
"""Bytes by which a web page is known: pages saved by a browser begin with comments on where they are from."""

MOST_TAGS = 500_000
"""Tags of a page: one of a million would take half a gigabyte of memory; the longest laws have 50,000."""

MOST_SPANNED = 100
"""Columns or rows that one cell covers: more than any paper is wide; a cell of a thousand million is there to
fill the memory."""

MOST_COLUMNS = 1_000
"""Columns of a table: a row walks over those that cells above it cover; browsers, too, stop at 1,000."""

FEWEST_NOTES = 2
"""Notes at the end of a text without a mark of their own from which they are taken for notes: one alone may
be a numbered line."""

FETCH_SECONDS = 60.0
"""Speed only: seconds a fetch may take in all: the name looked up, the connection, every redirect, head and
body."""

SILENCE = 15.0
"""Speed only: seconds a server may say nothing: a slow one begins within some seconds; a person would think
that nothing happens."""

REDIRECTS = 5
"""Redirects that are followed: http to https, a name to another, a page to its file are three."""
