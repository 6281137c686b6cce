"""The thresholds of the room: how long LibreOffice and Tesseract may take, and how they are given files."""

from __future__ import annotations

START_SECONDS = 120.0
"""Seconds for one start of LibreOffice: a slow office computer takes half a minute the first time; beyond it
hangs."""

FILE_SECONDS = 2.0
"""Seconds more for each file: a document of some pages takes about 0.1, one of hundreds of pages some
seconds."""

PROBE_SECONDS = 10.0
"""Speed only: seconds in which a process without network must have started; it takes some thousandths."""

LOOK = 0.3
"""Speed only: seconds between two looks at what LibreOffice has finished: a document takes it about 0.1."""

COUNT = 0.5
"""Speed only: seconds between two counts of new PDF files."""

FILES_A_START = 40
"""Speed only: files given to one start of LibreOffice."""

GROUPS_AHEAD = 16
"""Speed only: groups not done yet that are looked at: more than most machines convert at once, few enough to
be fast."""

PAGE_SECONDS = 120.0
"""Speed only: seconds that Tesseract may take for a page: a full one takes it five to ten, on a slow computer
half a minute."""

PICTURES = 60
"""Pages that are drawn of a document: a decree with its annexes; more are looked at in Word."""

PICTURE_SCALE = 1.5
"""Pixels a point of a page that is drawn: a page of A4 is 893 wide, as wide as it is shown at the most."""
