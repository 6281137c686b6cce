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

LEAST_READ = 6.0
"""Points of letters that a reader of a paper makes out: the smallest that Decree 30 prints has 11; letters of
1 point are there to be overlooked."""

LIGHTEST_READ = 0.8
"""Brightness up to which letters are seen on white paper, black 0 and white 1: the grey BFBFBF has 0.75,
yellow 0.93."""

EXAMPLE_ITEMS = 2
"""So many items of a list are shown as its example: one does not tell that there may be more."""
