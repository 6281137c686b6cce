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

LONG = 400 * 2**10
"""Bytes of both texts from which on a comparison is made beside the page, with word of how far it is: some
20,000 words of Word, one second."""

RECENT = 12
"""Pieces of earlier work that the first page shows: what fits a screen."""

PREVIEWS = 6
"""Documents whose page pictures are kept in memory: two forms at work with what they were before; twenty
pages take about one MB."""

NUMBER = 999_999
"""The highest number that a page takes for the register, which has none above it: a range typed without end
would fill the memory."""

JOBS = 2
"""Jobs at once: office machines have two to four cores, and the page wants one."""

WORD_SECONDS = 0.5
"""Speed only: seconds between two words of a job on its progress; the page looks once a second."""

FIRST_DONE = 10
"""Pieces that must be done before the time left is told: of fewer it jumps about."""

FIRST_SECONDS = 1.0
"""Seconds that a step must have run before its rate is told: the first second is that of starting."""

PLANNED = 20
"""Documents of a plan that are shown one by one before the start: what shows whether numbers and names are as
they should be."""

FAULTS = 200
"""Faults of a batch that are shown one by one; the marked copy of the sheet has them all."""

WORKERS = 2
"""Speed only: processes that make the documents of a large batch."""

MANY = 2000
"""Speed only: documents from which on several processes make them: of fewer, starting them takes longer than
they save."""

LISTED = 100
"""Documents on a page of a batch's list: what is read on one screen or two."""

PART = 256 * 2**10
"""Speed only: bytes of a kept page that are read and sent at once."""

MANY_TEXTS = 64
"""Texts of the store from which on reading them into a new index is a job of its own: three seconds."""
