"""The thresholds of the room: how far is looked, and what is too long or too far to be what it looks like."""

from __future__ import annotations

LOOK_AHEAD = 200
"""Lines in which the label of a list is looked for once more: an article of a law has fewer, and a text of a
hundred thousand lines must not be read again for each."""

LONGEST_HEADING = 20
"""Lines of a heading with its label: a heading takes three or four; more is text that lost its labels."""

DEEPEST_QUOTE = 6
"""Quotations inside one another: an amending text that quotes an amending text has two."""

ARTICLED = 60
"""Lines from the head of an annex in which its first article stands if it is a regulation of its own: the
title, the words of issue and a chapter's heading stand before it."""

LONGEST_NAME = 160
"""Characters of a law's name: the longest of the catalogue, a law that amends two, has 94."""

LONGEST_TITLE = 2000
"""Characters of an instrument's title; those known have no six hundred. A sentence that names thousands of
instruments is not read to its end for each of them."""

CARRIED = 3
"""Texts that come one with another ("Quy chế … kèm theo Quy định … kèm theo Quyết định số …"):
one is usual; a row without an end would be read as deep as it is long."""

FAR_JUMP = 10
"""Clauses or points from one label to the next: from farther the line is one that begins like a label
("30. 000 đồng") and no provision."""

UNCLOSED = 400
"""Lines of a quotation that is never closed: more than any article; its end is guessed from what follows."""

LISTED = 3
"""Siblings from which "các khoản 1, 2 và 3" is written; two have each their unit."""

LONGEST_CHAIN = 100
"""Units and labels of one reference: more than any sentence joins; a table of contents is none."""

UNREAD = 24
"""Characters before a reference that may hold a unit and a label that cannot be read."""

FORM = 100
"""Characters before an annex that may name its forms: seven of them, and "ban hành kèm theo" behind."""

DETAILED = 40
"""Characters between "quy định chi tiết" in a title and the provisions detailed: "một số điều của" and the
like stand between; more belongs to the command."""

ANNEX_TITLE = 200
"""Characters of an annex's own title between its label and "ban hành kèm theo": the longest seen has 120."""

PLACE_ALONE = 300
"""Characters of a place with nothing but a list below it ("Tại Điều 7 Thông tư số … quy định về …:"): a
number, a date and a long title take 250."""

CONTENTS = 3
"""Provisions with a page number that stand together from which they are a table of contents: one or two lines
of a form may end in dots and a number."""

CONTENTS_GAP = 3
"""Lines from one of them to the next: a long heading takes two."""

AUTHENTICATION = 8
"""Lines above the one that authenticates a consolidated text in which its issuer and number stand: an issuer
of three lines, its number, and empty lines between."""
