"""The thresholds of the room: what the page refuses, how long it waits and keeps."""

from __future__ import annotations

PORT = 8420
"""First port that is tried: a bookmark of the page stays true while nobody else takes it."""

PORTS = 20
"""Ports that are tried from the first on, before any free one is taken: two users of one machine, and what a
crash left closing, find room in them."""

KEY_LIFE = 60
"""Seconds in which an address that opens the page can be used: a slow machine starts its browser in half."""

UPLOAD = 200 * 2**20
"""Bytes of a file that is dropped: ten times the largest decree with its scanned forms."""

JSON = 2 * 2**20
"""Bytes of any other thing that is sent: a form filled with the longest submission has a tenth."""

SILENCE = 60
"""Seconds without a byte after which a sender is given up."""

HEADERS = 32 * 2**10
"""Bytes of the lines before what is sent: browsers send two to four kilobytes."""

CONNECTIONS = 64
"""Connections at once: ten tabs of a browser hold sixty at the most, six each."""

FAREWELL = 3
"""Seconds that work in hand is given when the page is told to stop."""

ASKED = 2
"""Seconds that an earlier start is given to say that it still runs."""

KEPT_DAYS = 30
"""Days that a dropped file is kept after it was last used; the page says so."""

NAME = 120
"""Letters of a file's name that are kept: with its folder it stays under the 260 of a path on Windows."""

COMPARED = 4
"""Comparisons kept in memory: two tabs with two drafts; one of 300,000 words takes about 150 MB."""

RECENT = 12
"""Pieces of earlier work that the first page shows: what fits a screen."""

PREVIEWS = 6
"""Documents whose page pictures are kept in memory: two forms at work with what they were before; twenty
pages take about one MB."""

NUMBER = 999_999
"""The highest number that a page takes for the register, which has none above it: a range typed without end
would fill the memory."""
