"""The thresholds of the room: which file answers the base, and how changes of words are told."""

from __future__ import annotations

SAME_BASE = 0.34
"""Share of the base's provisions that must stand word for word in a returned draft: two decrees of one field
share few (effect, duties), and an office that rewrote two thirds sent a draft of its own."""

OTHER_STATE = 10
"""Provisions changed without a mark from which a draft that tracks its changes is told to stem from another
state of the base: a person forgets to track a few, and not ten."""

JOINED = 2
"""Equal words between two changes up to which they are told as one: a reader sees one new phrase, not three
changes of a word each."""

REWRITTEN = 0.6
"""Share of a provision's words that change from which it is told as rewritten: a list of dozens of small
changes would be read by nobody."""

CONTEXT = 4
"""Words told in front of what is put in, enough to find the place in a provision."""

SHORT = 2
"""Words replaced up to which the words on either side are told too: a number alone may stand in many
places of a provision."""

KEY = 20
"""Hexadecimal digits of a row's key: a bookmark of Word, which bears it with prefixes, takes 40 characters;
two of ten thousand rows share one once in billions of tables."""

QUOTED = 400
"""Characters of a provision that a clash of merged drafts quotes, some six lines: a comment that holds all of
an article would be read by nobody, and the draft beside it holds the rest."""

RECOGNISED = 20
"""Characters of a provision that a table of opinions must quote to be tied to it by its words alone: some
five words, which no two provisions of a draft share."""

SUBJECT = 0.5
"""Share of the pairs of words in a draft's name that must stand in the base's own (of quoted words: in its
text) to be about the same: names of two drafts of one field share a word or two, a shortened name all."""

QUOTES = 3
"""Passages quoted from the draft, none of which stands in the base, from which another draft is suspected:
one or two may be quoted with slips."""

OPENING = 3
"""Lines of a letter's begin that say which draft it is about: what was received, on what, from whom."""
