"""What to do with the tracked changes of a Word file that is read."""

from __future__ import annotations

from enum import StrEnum


class Revisions(StrEnum):
    """What to do with tracked changes; the value is what a user types."""

    REFUSE = "refuse"
    ACCEPT = "accept"
    REJECT = "reject"
