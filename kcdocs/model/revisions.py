"""What to do with the tracked changes of a Word file that is read."""

from __future__ import annotations

from enum import StrEnum


class Revisions(StrEnum):
    """What to do with tracked changes; the value is what a user types.

    KEEP is for redlines alone: the original's stay under their authors and dates, and the new ones stand
    beside them. A text whose changes stay is read as if they were accepted.
    """

    REFUSE = "refuse"
    ACCEPT = "accept"
    REJECT = "reject"
    KEEP = "keep"
