"""The thresholds of the room: how wide pages of text are, and which explanations are carried on."""

from __future__ import annotations

LIKE = 60.0
"""How alike (of 100) the words of two added provisions must be to be taken for one that was renumbered:
below, what a person wrote of one would come to stand beside another."""

NARROWEST = 48
"""Columns of a console that are taken at least: two texts side by side need some words a line."""

LONGEST_KEY = 32
"""Characters of a row's key: a bookmark of Word, which bears it with a prefix, takes 40; the key of a longer
address ends in a digest."""

DIGEST = 8
"""Hexadecimal digits of that digest: two of the few rows with so long an address share one once in thousands
of millions."""

PARAGRAPH_SHOWN = 120
"""Characters shown of a paragraph: its address names it, the words only help to recognise it."""

INDENTED = 4
"""Speed only: levels of a JSON document that are indented, down to the rows of each step of a chain and the
provisions of each row. Python indents value by value, which took half of the time of a long comparison."""

AROUND_SHOWN = 80
"""Characters of a paragraph that tell a reader where words are missing, enough to find it by searching."""

BATCHED = 12
"""Speed only: units of a page that a browser lays out together, three or four screens of them; a thousand
boxes that each wait for their own turn make every click slow."""

LISTED = 60
"""Speed only: lines of a list that a browser lays out together, three screens of them."""
