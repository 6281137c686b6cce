"""The thresholds of the room: how much a sealed file may hold, which anyone may have made."""

from __future__ import annotations

MOST_LIST = 256 * 2**20
"""Bytes of the list in a sealed file: a million files of 160 bytes each, two years of the largest office."""

MOST_LISTED = 8_000_000
"""Values that a list may have: a million files have four each, and twice that is room enough."""

LONGEST_PATH = 200
"""Characters of a file's path: with the folder of data it stays under the 260 of a path on Windows."""

MOST_RATIO = 200
"""How many times its own size a sealed file may unpack to: text packs to a twentieth, a bomb to a
thousandth."""

ALWAYS = 64 * 2**20
"""Bytes that any sealed file may unpack to, however small it is: an empty register packs to a hundredth."""

LATEST = 2**33
"""Seconds since 1970 that a day of change may have, the year 2242: what systems cannot keep is refused
before."""

PIECE = 2**20
"""Speed only: bytes that are read at once."""
