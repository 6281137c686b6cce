"""The thresholds of the room: what is still a number, a date, a slip of the finger, an old code page."""

from __future__ import annotations

LARGEST_SPOKEN = 10**27
"""Numbers from here on have no form in words: "tỷ tỷ" is the largest unit that is used."""

LARGEST_ROMAN = 3_999
"""The largest number that Roman numerals without strokes above them write: MMMCMXCIX."""

MOST_ORDINAL = 40
"""The largest ordinal that is read in words ("thứ bốn mươi"): more parts than any instrument has."""

FIRST_YEAR = 1900
"""The first year of a date: older papers are none of an office of today, so it is a slip (1826 for 2026)."""

LAST_YEAR = 2199
"""The last year of a date: a later one is a slip of the finger (2926 for 2026)."""

TITLE_LINE = 6
"""Words of a title that stand on one line anyway, even under a letter's number: six of four letters are 50 mm
wide at 12 points, the column 62."""

PIVOT = 50
"""Years of two figures above it are shown as of the last century where a date is asked for again: a birthday
of "5/3/90" is of 1990, and no paper of an office looks ahead to 2051."""

MOST_LABELS = 500
"""Labels of a range before its last one: a longer range ("1 to 5000") is no list of provisions."""

SPACED_GROUPS = 6
"""Groups of three figures that a space sets apart in one number ("1 500 000" has two): a number of more is in
no law."""

NOTE_FIGURES = 3
"""Figures of the mark of a note that sticks to a word: a text has no thousand notes."""

MOST_GROUPS = 20
"""Groups of digits behind the first of one number ("1.500.000" has two): more are no number, and would be run
over again from each of them."""

NEAR = 0.7
"""Likeness (share of letters that stay, optimal string alignment) from which a known name was meant: seven
letters of ten; with six of ten "ngay_ky" would be taken for "ngay_cap"."""

SLIP_FROM = 3
"""Letters of a name from which one wrong letter is a slip; of two letters the other could be any."""

SURE = 0.8
"""Share of a text's marked words that must be Vietnamese syllables once converted from an old code page:
names and abbreviations are none."""

BETTER = 0.3
"""By how much that share must be larger than before: a Unicode text with a few odd words stays as it is."""

FEWEST = 3
"""Marked words below which a text is too short to tell its code page."""

VIQR_SHARE = 0.2
"""Share of all words that must be marked in VIQR, whose marks are plain punctuation: in any text a question
mark may stand behind a vowel."""

LONGEST_SAMPLE = 60
"""Characters of the sample that shows a person what an old code page reads as: one line of a screen."""

MOST_DEPTH = 20
"""Levels of lists and objects inside one another; a record of the deepest form has 8."""

MOST_VALUES = 200_000
"""Values of one text; each may take some hundred bytes of memory with its place."""

LONGEST_NAME = 100
"""Characters of a field's name; the place of every value below it repeats it."""

MOST_DIGITS = 40
"""Characters of a number, and the most its exponent may be: a sum of money has 20."""

MOST_TOML_BYTES = 1 << 22
"""Bytes of a TOML file; the catalogue that comes with the product has 26 thousand."""

KEPT_FORMS = 8192
"""Speed only: words whose forms are remembered."""

KEPT_SYLLABLES = 65_536
"""Speed only: words of which it is remembered whether they are syllables."""

KEPT_LABELS = 4096
"""Speed only: labels whose rank is remembered; a long text asks twice for each of a few dozen."""
