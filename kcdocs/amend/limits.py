"""The thresholds of the room: when a provision is rewritten whole, and how much of a text is repeated."""

from __future__ import annotations

REWRITTEN = 0.5
"""Share of the characters of an article, from two provisions in it on, above which it is rewritten whole:
most of it would stand in the draft anyway, and a reader wants it in one piece."""

PHRASE_PLACES = 3
"""Places from which a phrase is replaced by one command: in fewer the provisions are rewritten, so that each
is read with its new words."""

LONG = 300
"""Characters from which a provision counts as long: rewriting it for one phrase repeats some four lines of
print, and the reader looks for what changed."""

LONG_PLACES = 2
"""Places from which a phrase is replaced by one command where all of them are long: laws do so from two on,
and even for one (Law 97/2025/QH15, Article 1)."""

ROUNDS = 40
"""Speed only: times that a plan is made anew, each time with one provision more rewritten whole; drafts take
two or three, and the last is the draft itself."""

WORDS_SHOWN = 120
"""Characters of a command that a finding repeats: enough to find it in the draft by."""

PASSAGES_SHOWN = 3
"""Passages shown of many: enough to recognise what is meant."""

SHARED_WORDS = 4
"""Words that remarks on one command begin with alike, from which they are told as one sentence with a list:
"Văn bản gốc không có Mẫu số 01, Mẫu số 02." ("Văn bản gốc không …" are four)."""

BARE_HEAD = 3
"""Words of the head of a form that bears nothing but its number ("Mẫu số 02"); one with more bears a title,
and its form may be no longer than that line."""

HEAD_LINES = 4
"""Lines at the head of an annex in which it may say what it replaces: its title, for what it is used and from
what it comes stand there too."""
