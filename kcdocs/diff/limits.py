"""The thresholds of the room: how alike provisions must be to be taken for one another.

Likeness is twice the tokens of the longest common subsequence over all tokens, from 0 (nothing in common) to
1 (the same). Pairs of real texts whose alignment was judged by hand hold all of them together.
"""

from __future__ import annotations

SIMILAR = 0.5
"""Likeness from which two siblings in order are taken for one another: half of the words stayed."""

ELSEWHERE = 0.6
"""Likeness asked of siblings out of order, whose place speaks against them."""

MARGIN = 0.1
"""Likeness ahead of the runner-up below which a pair is unsure, and is no pair if it is out of order."""

SAME_LABEL = 0.08
"""Likeness by which the same label puts a candidate before others: less than `MARGIN`, so that it decides
only among those that are nearly as much alike, as the entries of a dated list are."""

KEPT_LABEL = 0.3
"""Likeness from which a provision that kept its label between neighbours that kept theirs, or that alone is
left in its place, was rewritten and not replaced by another."""

MANY_TWINS = 2_500
"""Pairs of equal provisions (50 on either side) beyond which each is not laid beside each to find the
nearest: they are taken in order."""

ALL_PAIRS = 900
"""Pairs of siblings (30 on either side) up to which each is compared with each; beyond, only those that share
rare wording, or a long instrument would take minutes."""

SHINGLE = 3
"""Tokens in a row that make up wording: of two the commonest pairs of syllables would be wording."""

COMMON = 12
"""Provisions in which wording still is rare: a formula stands in more."""

CANDIDATES = 6
"""Provisions with the most rare wording in common that are compared for each."""

LEAST_HELD = 15
"""Tokens a provision must have for a share of it in another to say anything: shorter ones are found in any
long text."""

HELD_BY_CHANCE = 0.3
"""Share of a provision's tokens that is found in any long text, in order, by chance."""

FAR_WEIGHT = 60
"""Characters of a provision, with all below it but its references, from which it is surely the same one when
its words stand under another provision: shorter texts ("Trách nhiệm của Bộ Công Thương") are equal in many
places, so that the pair is unsure."""

FAR_WORDS = 4
"""Words, references aside, that equal text must have to be taken for the same provision elsewhere: "Các chi
phí khác" is one, "Kinh phí" is a line that any text has."""

SENTENCE = 4
"""Words of a sentence that shows a provision to be the same although others were taken out of it or put in,
or that is told to have moved into another: shorter ones ("Mức chi cụ thể:") stand in many."""

FAR_TOKENS = 25
"""Tokens of it if it is not the same there."""

FAR_ALIKE = 0.8
"""Likeness asked of it then, as nothing else speaks for the pair."""

SPLIT_ALIKE = 0.75
"""Likeness of a provision and its parts together from which it was split: three quarters of the words
stayed."""

SPLIT_GAIN = 0.05
"""Likeness that a part must add to be one: a word or two in common add less."""

SPLIT_PARTS = 4
"""Parts of a provision that was split, at most: more are a new chapter with its own articles."""

SPLIT_TOKENS = 3
"""Tokens of each part where no part has a partner: shorter lines are headings and dots."""

SPLIT_TRIALS = 2_000
"""Trials of provisions without a partner with neighbours without one, beyond which none is made: the text is
another one."""

CHAPTER = 0.4
"""Likeness (half heading, half articles in common) from which two chapters are one."""

SURE_CHAPTER = 0.6
"""The same from which they surely are."""

ISLAND = 2
"""Words between two differences that are part of them: "của" or "và các" left standing help no reader."""

PHRASE_PLACES = 3
"""Places with the same replacement of words from which it is one change in the whole text."""

PHRASE_AROUND = 6
"""Words before or behind it that are told with it where all places share them: a name is shorter."""

NOTES_OF_ONE = 20
"""Footnotes up to which each is told by its words where the other text has none: a consolidated text has
hundreds, which say what amended it and drown all else."""

LONG = 3_000
"""Tokens from which differences are sought by the quicker measure, whose time does not grow with the square
of the difference; it takes more for replaced."""
