"""The thresholds of the room: how much work one document may ask for, and how much of a fault is shown.

A template is a program of someone who may have made a mistake or mean harm; all its limits together bound the
memory and the time of one document to what a desktop gives in half a minute.
"""

from __future__ import annotations

MAX_OUTPUT = 64 * 2**20
"""Characters of XML that all parts of one document may have together: a thousand pages have about 10
million."""

MAX_ITERATIONS = 1_000_000
"""Rounds of all loops of one document together, calls included: a list of 40,000 rows with a call in each
takes most of them."""

MAX_STRING = 16 * 2**20
"""Characters a calculated text may have, and items a list that an operator makes: one step of doubling below
what a document may have in all."""

MAX_WIDTH = 1_000
"""Width of padding, indentation and number formats: more than a line of any paper has letters."""

MAX_RANGE = 100_000
"""Numbers a `range` may have: more rows than a document's tables have."""

MAX_BITS = 4_096
"""Bits a calculated whole number may have: a power of powers would fill the memory with one operator."""

MAX_PLACES = 1_000
"""Digits on either side of the comma that a calculated number may have: written out, a power with a million
of them took 25 seconds."""

CALL_COST = 20
"""Rounds of a loop that a call is worth: it takes many times as long as a round, its arguments being
weighed."""

CHARACTERS_A_ROUND = 64
"""Characters of a text that an operation works through in the time of a round of a loop."""

NUMBERS_A_ROUND = 32
"""Numbers of a `range` that a search works through in the time of a round of a loop."""

EXPRESSION_COST = 64
"""Characters that a printed value is taken to have before it is seen: most values are shorter, and one that
is longer is taken from the limits when it is seen."""

TAGS_AT_ONCE = 16
"""Characters that taking one tag out of a text copies in the time of one calculated character; the text is
copied once for each tag."""

MOST_PLACES = 20
"""Digits behind the comma that a number may be given: money has two, a measure six."""

SHORT = 200
"""Speed only: characters from which a value is taken from the limits by itself; the rounds of the loops bound
how many shorter ones there are."""

CONTEXT = 30
"""Characters shown on either side of a fault: half a line of a screen."""

CHARACTERS_SHOWN = 60
"""Characters of a tag that a message repeats: one line of a screen."""

NAMES_SHOWN = 6
"""Names of a group of fields that a message repeats, for a person to see which group it is."""

VALUE_SHOWN = 30
"""Characters of a value that a message repeats, for a person to see which value it is."""

WORDINGS = 16
"""Wordings of one paragraph that are looked at for what stands around its values: four conditions within it
make so many; those of a fifth repeat what stands around each value but for its neighbours."""

LABEL_LENGTH = 60
"""Characters of a paragraph, paths of values included, up to which it can be a label over the next one
("Chương IV"): a longer one is a sentence."""

TYPESET_KEPT = 4096
"""Speed only: short texts whose typeset form is remembered, some hundred kilobytes; the documents of a batch
repeat names of offices, posts and laws."""

NAME_WORDS = 6
"""Words of a name in «…» of a mail-merge form at the most: columns of lists are called so ("số định danh của
chủ hộ gia đình" is longer and stands shortened); what is longer is a quotation."""

PHOTO_WIDTH = 30
"""Millimetres of a picture of a mail-merge form whose name says no size: the photo of 3 × 4 cm that
forms ask for; its height follows."""

TEXT_WIDTH = 160
"""Millimetres of a page's text: A4 with the margins of Decree 30/2020/NĐ-CP, 30 and 20."""

LEAST_SIDE = 3
"""Millimetres of a picture's or table's side: of less nothing is seen."""

MOST_SIDE = 420
"""Millimetres of a picture's or table's side: the long side of A3; more is a slip of the unit."""

QR_SIDE = 25
"""Millimetres of a QR code where a template says none: what a telephone reads from a hand's distance."""

QR_DOTS = 8
"""Dots of each square of a QR code: at 25 mm and 40 squares some 325 to the inch, sharp in print."""
