"""The thresholds of the room: how much a record, a file of records and a sheet of them may hold."""

from __future__ import annotations

LONGEST_VALUE = 1_000_000
"""Characters of one value: a whole law has fewer; a longer one is a file that was taken for a field."""

LONGEST_LINE = 1 << 22
"""Characters of a line of JSON Lines: four of the longest values; a file without line ends would otherwise be
read into memory as one line."""

MOST_BYTES = 16 * 2**20
"""Bytes of a YAML or JSON file, which is read as a whole and takes many times as much memory; more records
are read in a stream, from CSV, XLSX or JSON Lines."""

EXACT = 10**15
"""Numbers from here on have more digits than the cell of a spreadsheet keeps, so the last ones are lost."""

HEADER_WITHIN = 20
"""Rows, from the first that is not empty, among which the header is looked for: the head of an office's list
(name of the office, motto, title, date, notes) takes some ten."""

SHOWN = 60
"""Characters of a value that a message repeats: one line of a screen."""

REMARK_SHOWN = 80
"""Characters of a cut-off remark or line that a message repeats, enough to find it by searching."""

NAME_SHOWN = 40
"""Characters of too long a name that a message repeats."""

NOTE_WIDTH = 100
"""Characters of a line of notes in a starter file: as wide as an editor shows without scrolling."""

LONE_WORD = 3
"""Letters from which one word alone tells an old code page: a name in a cell; a sign such as "µm" has two."""

FAIR = 0.8
"""Share of a value's marked words that must be Vietnamese once converted, as for whole texts."""

PLACES_SEEN = 9
"""Decimals from which on a cell without a number format does not show all: its column shows eleven characters
at most, a digit and the comma among them."""
