"""The thresholds of the room: how much is told on a screen, and which name a person may have meant."""

from __future__ import annotations

WIDEST = 100
"""Columns of a report on the screen: a longer line is hard to follow back to its start, however wide the
window is."""

LINES_SHOWN = 40
"""Documents, or faults, of a batch that are told one by one: a screen; the manifest holds all."""

LIKE = 0.6
"""Likeness (difflib's ratio of letters in common) from which a name was meant: difflib's own measure, at
which "tien-trinh" is still taken for "to-trinh"."""

LIKE_FILE = 0.75
"""The same for files beside a path: names in a folder are alike anyway ("du-thao-1", "bao-cao-1")."""

MOST_MEANT = 3
"""Names that a question offers: more are a list, which nobody reads as a question."""

FILES_LOOKED_AT = 2_000
"""Files of a folder that are looked at for a name: a guess must not take seconds in the folder of a large
batch."""

FRAMES = 40
"""Calls of a crash that are kept: of a recursion a thousand deep its first and last twenty say what turned in
a circle."""

CHAIN = 8
"""Faults of a crash that are kept behind one another; a longer chain says no more."""

EVERY = 1_000
"""Documents between two lines of progress where there is no terminal: a batch of a hundred thousand fills two
screens of a log."""

MANY = 2
"""Records of a number not yet known from which looking at them is told: of one there is nothing to tell."""

BAR = 24
"""Columns of the bar of progress: beside its words it stays within the 80 of the narrowest window."""

PAUSE = 0.2
"""Seconds between two states of the bar: more often makes it flicker and slows the batch."""

BEAT = 1.0
"""Seconds between two events of progress for a program, and before which a rate says nothing."""

PATIENCE = 3.0
"""Speed only: seconds in which a program of the desktop says that it cannot open a file; a viewer that opens
it goes on running."""

COLLECTED = 10_000
"""Speed only: objects between two looks for cycles. A long text is a million objects that stay and hold no
cycle; at Python's 700 the collector goes through all of them ten times, a sixth of the whole work."""

CHECKED_SAMPLE = 20
"""Documents of a batch whose form is checked where a sample is asked for: they come from one template, so
that a fault of form stands in all; a sample of 20 takes less than a second."""

CHANGES_SHOWN = 40
"""Changes of an update of the facts of law that are told one by one: two screens, and how many
more there are."""
