"""The thresholds of the room: how long names of files and titles are, and when a day is in doubt."""

from __future__ import annotations

LONGEST_NAME = 120
"""Characters of a file's name, so that a deep folder still fits the 260 of Windows."""

LONGEST_NAME_BYTES = 230
"""Bytes of a file's name in UTF-8: Linux takes 255, suffixes included."""

LONGEST_TITLE = 60
"""Characters of a title that a message repeats beside a number: a code's name, not the subject of a
decree."""

DOUBT_DAYS = 365
"""Days on either side of an unconfirmed day within which a person should look: sources that give but the year
may be off by so much."""

MOST_UNDATED = 1_000
"""Records of a sheet looked at for the first with a date that can be read, which says by what version the
columns are read; where so many have none, the dates are what must be mended."""

GAP_FLOORS = 6
"""Times that gaps are looked for in data that are not complete: groups within groups are three deep at the
most, and each may ask for one more."""

LARGEST_BESIDE = 20 * 2**20
"""Bytes of a picture or Word file beside a record: a scan of a page has one or two megabytes."""
