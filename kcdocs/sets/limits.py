"""The thresholds of the room: how much is told at once, and how long another process is waited for."""

from __future__ import annotations

DIFFERENCES_TOLD = 20
"""Differing paragraphs that are told one by one: a screen; of a document that was rewritten more say nothing
new."""

PATIENCE = 20.0
"""Speed only: seconds to wait for another process that changes the folder of sets; a release takes well under
a second."""

LONG_TEXT = 15
"""Letters that a text must have at the least for its box to have several lines: names of drafts and reasons
do, names of persons and places do not."""

MOST_FILES = 300
"""Safety: files of a packed set; thirty versions with four examples each have 270."""

MOST_BYTES = 64 * 2**20
"""Safety: bytes of a packed set unpacked: thirty Word files of 2 MB, with a picture in each."""
