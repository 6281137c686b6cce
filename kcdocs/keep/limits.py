"""The thresholds of the room: how long one command waits for another."""

from __future__ import annotations

WAIT_SECONDS = 10
"""Seconds that a command waits while data are restored: laying a large register in place takes one."""

WAIT_ALONE = 2
"""Seconds that restoring waits for other commands to end: a page never does, and its user is told at once."""
