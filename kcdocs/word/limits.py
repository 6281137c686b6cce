"""The thresholds of the room: what a package may hold, and what of it a reader takes."""

from __future__ import annotations

MOST_UNPACKED = 64 * 2**20
"""Bytes that all parts of a document may unpack to: a text of a thousand pages with pictures has some ten
million; a small file that unpacks to more is there to fill the memory."""

MOST_SWELLING = 200
"""Times that a package, and each part over `SWELLING_FROM`, may grow in unpacking: text grows 5 to 20 times,
a part made to harm up to a thousand times, as far as DEFLATE goes."""

SWELLING_FROM = 2**20
"""Bytes a part unpacks to from which its growing is looked at: a small part may repeat itself as it likes."""

MOST_PARTS = 512
"""Parts of a package: a dossier with a picture on each page of hundreds has fewer."""

MOST_TAGS = 1_000_000
"""Tags of all XML parts together: each takes some hundred bytes as a tree; a thousand pages have about
400,000."""

LONGEST_CHAIN = 40
"""Styles of a style that is based on another, and so on: Word takes ten; a circle would never end."""

LONGEST_LABEL = 255
"""Characters of the pattern of a list's label; Word takes no more."""

MOST_ZEROS = 10
"""Digits of a number padded with zeros; Word itself offers five, and a format of a million would fill the
memory."""

LARGEST_IN_LETTERS = 3_999
"""The largest number of a list in Roman numerals or letters, as far as Roman numerals go."""

DEEPEST_PARTS = 8
"""Parts that parts of parts need: a chart goes two deep; a circle would never end."""

LONGEST_BOOKMARK = 40
"""Characters of a bookmark's name (a limit of Word)."""

CONFLICTS_SHOWN = 5
"""Things in which documents differ that a message tells, for a person to see what it is about."""

WORDS_SHOWN = 80
"""Characters of odd words that a finding repeats, enough to find them by searching."""

PACKED_FROM = 1_024
"""Speed only: bytes from which a part is deflated; deflating less costs more time than it saves room."""

LEAST_COLUMN = 5
"""Characters a column of a written table is taken to hold at least, so that one of figures stays readable."""

LEAST_WIDTH = 454
"""Twentieths of a point that each column of a written table has before the rest is shared by its words: 8 mm,
with which a head such as "STT" in bold of 12 points stays whole."""

MOST_COLUMN = 40
"""Characters a column of a written table is taken to hold at most: longer words are wrapped, and a column of
long sentences leaves room for the others."""

CELL_SIZE = 26
"""Half points of letters in a cell of a written table: 13 point, as the style of cells says."""

LEAST_SIZE = 12
"""Half points below which letters of a written table do not go: 6 point, about the smallest that is read in
print; words of a table still too wide are broken."""

CELL_MARGIN = 57
"""Twips between a cell's border and its words, 1 mm: Word's own 1.9 mm takes a third of a table of 15
columns."""

BROADER = 1.15
"""Times that words may be broader than reckoned from their letters: bold ones are by a tenth."""

LEAST_BLANK = 12
"""Dots in a row from which they are a place to fill in, no ellipsis, and stand unbroken in print."""

SHARED_WORDS = 0.5
"""Share of the longer paragraph's words that two paragraphs without a guide must share to be one: below half,
a reader sees two texts, and marks between them would be crumbs."""

LEAST_DIVIDED = 3
"""Words of a paragraph that may be taken for a part of a divided one: fewer stand in any text by chance."""

DIVIDED_WORDS = 0.8
"""Share of a paragraph's words that must stand in the divided one beyond those of its other parts: one in
five may be edited on the way; with fewer in common, what goes and what comes are two texts."""

CRUMBS = 1
"""Blanks or lone signs between two changes that change with them, so that a reader is not shown crumbs."""

MOST_LIKENESSES = 250_000
"""Pairs of paragraphs or rows held against one another in one gap: more would take longer than the rest of
the comparison, and so large a gap has no order left to show."""

FARTHEST_MODEL = 200
"""Paragraphs from a new one to the one whose look it takes; beyond, the one before it is the better model."""

LOOKS_KEPT = 4_096
"""Ways to set letters or paragraphs that are remembered for the next document of one template; documents have
some dozens, and a file made to harm shall not fill the memory."""
