"""The thresholds of the room: how much of a list of places a message shows."""

from __future__ import annotations

STRETCHES_SHOWN = 5
"""Stretches of rows that a message names ("C2:C9, C12"): one line of a screen; how many rows is told too."""
