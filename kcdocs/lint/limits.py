"""The thresholds of the room: tolerances of measures, and how far a part of a document is looked for."""

from __future__ import annotations

TOLERANCE = 0.5
"""Millimetres a measure may be off: Word rounds to twentieths of a point, scanners of rulers do not."""

PAPER_TOLERANCE = 2.0
"""Millimetres the paper may be off: printers' A4 differs by one; Letter by six."""

POINT_TOLERANCE = 0.05
"""Points a size or a gap may be off: sizes are halves of a point, gaps twentieths."""

LEAST_EXACT = 1.0
"""Distance of lines told in points, as a multiple of the size of the letters, from which it is a single line:
"exactly 14 pt" of 14-point letters is common, though Word's own single line is 1.15 of the size."""

MOST_EXACT = 1.75
"""The same up to which it is one and a half lines: 1.5 of 1.15 is 1.73."""

HEAD = 40
"""Paragraphs in which the head of a document stands; drafts put a note or a stamp before it."""

FOOT = 20
"""Paragraphs from "Nơi nhận" on that a foot without a table may take: recipients, offices, signer."""

COPY_HEAD = 8
"""Lines from the heading of a copy within which its number stands: issuer and place are between them."""

LONG_ENOUGH = 4_500
"""Letters of a body from which a document surely goes on to a second page: a full page of 13 points has some
3,000."""

MOSTLY = 0.9
"""Share of the letters of a part that must be set as the law says: a word in italics is no breach."""

SENTENCE = 25
"""Characters from which a line that ends in a full stop is a sentence and no caption or unit of a table."""

SHORTEST_WORD = 3
"""Letters up to which capitals may be an abbreviation and no shouting: "V/V", "UBND" has four."""

NATIONAL_ALIKE = 88.0
"""Likeness in per cent from which a line is a national title or motto with a slip in it."""

ABSTRACT_LINES = 8
"""Lines of an abstract: longer ones are the text itself."""

SHORT_LINE = 90
"""Characters of a line that gives place and date: a sentence with a date is longer."""

SHOWN = 60
"""Characters of a document that a finding repeats, enough to find the place by searching."""

DARK = 0x40
"""Each part of a colour below which it prints as black: themes have a black of 0D or 26."""

PLACES_TOLD = 3
"""Places that one finding names where a breach stands in many."""

RULE_NEAR = 3
"""Paragraphs in which the rule below a part stands: the part's own, an empty one, one that holds the rule."""
