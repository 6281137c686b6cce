"""The thresholds of the room: how much is told at once, and how documents are put into folders and files."""

from __future__ import annotations

FAULTS_SHOWN = 200
"""Faults told on the screen: some screens; the marked copy holds all."""

MOST_FAULTS = 20_000
"""Faults after which checking stops: data with more is not what the batch is about, such as a sheet filled
down to its last row."""

REMARKS_SHOWN = 20
"""Different remarks on documents that are told: a screen; the manifest holds all."""

VALUE_SHOWN = 40
"""Characters of a wrong number that a message repeats."""

MOST_MERGED = 500
"""Documents joined into one file: Word grows slow with more, and a printer is fed a few hundred at a time."""

FILES_IN_FOLDER = 1_000
"""Files in one folder: a file manager on a network drive takes long to show more."""

SHEET_ROWS = 1_000_000
"""Rows of the manifest on one sheet, below the 1,048,576 that spreadsheet programs know."""

LONGEST_LINE = 2**24
"""Bytes of a line of the journal or the manifest: it tells of one document; the most faults that a record may
have take a quarter of it."""

GROUP = 200
"""Speed only: documents made, journalled and confirmed at a time."""

AHEAD = 2
"""Speed only: tasks handed out before the first of them is back, for each worker."""

LOOK = 2.0
"""Speed only: seconds of waiting for a task before the workers are looked after."""

RETRIES = 3
"""Speed only: times that a task is begun again whose machine of a cluster was lost; a task that ends every
machine stops the batch, which is then resumed and makes the same documents."""
