"""The thresholds of the room: how far numbers go, and how the database is asked."""

from __future__ import annotations

MOST_NUMBER = 999_999
"""The highest number of a series: the documents of every set take at most six digits."""

LONGEST_SERIES = 110
"""Characters of a series' name: more than any office's symbol has, few enough for an index of every
database."""

WAIT_SECONDS = 60
"""Seconds that one program waits for another to finish writing into the register: a batch of a hundred
thousand numbers is written within some seconds on a slow disk."""

WRITTEN_AT_ONCE = 1_000
"""Speed only: rows written by one statement."""

ASKED_AT_ONCE = 500
"""Speed only: values that one question names; an old SQLite takes 999 at most, and would be asked less."""

RANGES_SHOWN = 20
"""Ranges of numbers that a message tells: some lines of a screen; the list of the series tells all."""

FAULTS_SHOWN = 200
"""Faults of a book that are told at once: some screens, enough to see what goes wrong all over the sheet."""

LISTED = 100
"""Numbers of a book that a page lists at once: some screens, with those before on asking."""
