"""The threshold of the room: how long a text that is kept may be."""

from __future__ import annotations

MOST_KEPT_VALUES = 4_000_000
"""Values of a kept text: about twenty a line, so the 100,000 lines that a text may have are half of it."""
