"""The thresholds of the room: how long a text that is kept may be, how much of a title tells texts apart."""

from __future__ import annotations

MOST_KEPT_VALUES = 4_000_000
"""Values of a kept text: about twenty a line, so the 100,000 lines that a text may have are half of it."""

LONGEST_TITLE = 60
"""Characters of type and title that a list of instruments to choose from shows: enough to tell them apart;
with the number still one line of a screen."""
