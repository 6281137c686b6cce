"""The thresholds of the room: how long a kept text may be, how much of a title or of a doubt is told."""

from __future__ import annotations

MOST_KEPT_VALUES = 4_000_000
"""Values of a kept text: about twenty a line, so the 100,000 lines that a text may have are half of it."""

LONGEST_TITLE = 60
"""Characters of type and title that a list of instruments to choose from shows: enough to tell them apart;
with the number still one line of a screen."""

DOUBTS_SHOWN = 5
"""Unclear places of an edition that its warning names; more would bury the other warnings of a report, and
`kcdocs decrees list` counts them all."""

DOUBT_SHOWN = 120
"""Characters of an unclear command that are shown: enough to find it in the amending instrument."""

TYPED = 1_000
"""Letters of a search that are looked at: a whole clause pasted to find where it stands has fewer."""

EXCERPT, LEAD = 300, 60
"""Letters of a provision that a search shows, and how many of them before the first word found: four lines of
a page, which most clauses fit whole."""

FOUND_SHOWN = 20
"""Provisions that a search shows at once: two screens."""

COUNTED = 5_000
"""Provisions that a search counts, and among which it looks for the best ones: headings first, then those
added last. To weigh one takes some microseconds; to count on, a tenth of a second for a hundred thousand.
Nobody looks through 250 times twenty: further words find what is meant, and the best of more would differ by
nothing that a person sees."""

WAIT = 30
"""Seconds to wait while another process writes the index: it writes a part at a time, which takes one."""

AT_ONCE = 64
"""Speed only: instruments that are written into the index at a time; more take memory, fewer more merging."""

FIRST_HEADING = 2**40
"""Speed only: what is added to the number of a heading in the index of words: a search goes through the
numbers from above, so it comes to the headings first."""

KEPT_WORDS = 2**16
"""Speed only: words whose form without marks is remembered: texts of law have some ten thousand."""

WORTH_A_PROCESS = 40
"""Speed only: files for which one more process pays: it takes a second to begin, a file a twentieth."""

MOST_UPDATE = 16 * 2**20
"""Bytes of an update of the facts, unpacked too: those of 2026 are 76 thousand, of fifty decrees two
million."""

WAIT_TAKEN = 10
"""Seconds to wait while another command takes an update of the facts: one takes less than a second."""
