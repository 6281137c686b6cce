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

WORDS_SHOWN = 80
"""Letters of a menu, or of what a page hides, that a finding repeats: enough to know which it is."""

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

PRINTED_LINE = 150
"""Letters of a line of print at most: a landscape page of A4 in 10 points has about 130. A text whose lines
are paragraphs has several in a hundred that are longer."""

LONGER_SHARE = 0.05
"""Share of the lines of a wrapped text that are longer than its width: rows of a table and dotted lines of
forms are; of a text whose lines are paragraphs, a sixth to a third."""

BROKEN_LINES = 2
"""Lines that begin in small letters behind an unfinished one from which a text is taken for wrapped: one may
be the second line of a title."""

NARROWEST = 20.0
"""Em of the narrowest page: about 45 letters; a list of short lines in small letters is narrower."""

FULL_LINE = 0.9
"""Share of the broken lines that are no wider than a full line: the widest tenth holds rows of tables and
forms."""

LONGER = 1.15
"""Width of a full line by which one is longer than the page: letters of a face differ from ours by a
tenth."""

NEARLY_FULL = 0.86
"""Width of a full line, with the first word of the next, from which that word had no room: justified lines of
official prints end between 0.86 and 1.05 by our widths."""

TEXT_INDENT = 2
"""Spaces by which first lines are set in, in texts that keep them: programs write three to eight."""

PAGE_FROM = 12
"""Lines with words between the numbers of two pages at least: a page with a large picture has a dozen; rows
of a numbered table are nearer."""

PAGE_TO = 90
"""Lines with words between the numbers of two pages at most: a page of law has 35 to 50, in small print
ninety."""

HEAD_PAGES = 3
"""Pages on which the same words stand, or a number grows by one, from which they are a running head: twice
may be chance."""

HEAD_LETTERS = 8
"""Letters of the words of a running head at least: less may be a cell of a table."""

STAMP_ROWS = 3
"""Rows like "Ký bởi: …" from which they are the stamp of a digital signature: one or two may be text."""

RULE_SPACES = 20
"""Spaces of a line that stands for the rule above footnotes, at least: programs write forty for two inches;
an empty paragraph has one."""
