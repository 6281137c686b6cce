"""The thresholds of the room: what a workbook or a CSV file may be, and how sheets are written."""

from __future__ import annotations

MOST_UNPACKED = 1 << 30
"""Bytes that all parts of a workbook may unpack to: a million rows of thirty cells at thirty bytes stay
below; a small file that unpacks to more is there to fill the memory."""

MOST_SWELLING = 250
"""Times that a part may grow in unpacking: sheets of real data grow 5 to 60 times, a part made to harm up to
a thousand times, as far as DEFLATE goes."""

SWELLING_FROM = 1 << 22
"""Bytes a part unpacks to from which its growing is looked at: a small part that repeats itself, an empty
table of styles, does no harm."""

MOST_PARTS = 4_000
"""Parts of a package: a workbook of a thousand sheets with remarks has three parts a sheet; a package of a
million empty parts would only keep the reader busy."""

MOST_INDEX_BYTES = 1 << 23
"""Bytes of each part that is read as a whole (index of sheets, styles): the index of a book of a thousand
sheets has about 200 thousand; as a tree in memory a part takes many times as much."""

BLOCK = 1 << 17
"""Speed only: bytes that are unpacked at a time."""

KEPT = 1 << 25
"""Speed only: bytes of a sheet that is unpacked once and kept; a larger one is unpacked twice."""

MOST_SHAPES = 500
"""Speed only: forms of rows that are kept as patterns; rows of a sheet with more are read one by one."""

WIDEST_SHAPE = 500
"""Speed only: cells of the widest row that is worth a pattern."""

MOST_ELEMENT_BYTES = 1 << 24
"""Bytes of one row, of one shared text, and of what stands before the first of them: a row of all 16,384
columns with a hundred characters each has a tenth of it; one that never ends would fill the memory."""

LAST_ROW = 1_048_576
"""The last row that spreadsheet programs know (ECMA-376, as Excel and LibreOffice keep it)."""

MOST_CELLS = 24_000_000
"""Cells of the area from A1 to the outermost cells, empty ones included: 1,000,000 rows of 24 columns, more
than any batch; one stray cell in the far corner would make 17 thousand million."""

LONGEST_FORMAT = 255
"""Characters of a number format: spreadsheet programs take no more, so a longer one is none; one of 300,000
brackets is there to keep the patterns busy that read it."""

GENERAL_DIGITS = 11
"""Characters of a number up to which a cell without a number format shows all its digits (as Excel does; from
then on it shows a power of ten)."""

DAY_AFTER_LAST = 2_958_466
"""Days from the beginning of the calendar to the day after 31 December 9999, the last that spreadsheets and
Python know; a larger number in a cell of a date style is no day."""

LEAP_DAY = 60
"""The number of 29 February 1900, a day that spreadsheets know and the calendar does not: days before it
count from one later."""

MOST_CSV_BYTES = 1 << 29
"""Bytes of a CSV file: a million rows of 500 bytes; it is read in a stream, so this is a limit of time."""

LONGEST_FIELD = 1_000_000
"""Characters of one field of a CSV file: a quotation mark that is never closed takes all that follows for one
field, and is told from here on rather than after the whole file; no field of a decision is so long."""

SAMPLE = 1 << 16
"""Bytes of a CSV file's beginning that code page and delimiter are found from: a header of a thousand columns
with sixty characters each."""

LONGEST_TEXT = 32_767
"""Characters of a cell (a limit of the format; Excel calls a file with more damaged)."""

LONGEST_SHEET_NAME = 31
"""Characters of a sheet's name (a limit of the format)."""

HIGHEST_ROW = 409
"""Points of a row (a limit of the format)."""

LINE = 16.5
"""Points that a line of the 12-point text takes with its leading; rows are made as high as their lines."""

LEAST_FILLED = 0.6
"""Share of a column's width that a line fills at least: in a narrow column long words leave more empty than
`RAGGED`."""

RAGGED = 4
"""Letters of a line that stay empty on the whole, since words are not broken."""

FORM_ROWS = 10_000
"""Rows below the header of a form whose cells are formatted and checked while typing: as many as are typed by
hand; more make the empty file slow to open."""

EXACT_DIGITS = 15
"""Digits that a number in a cell keeps (it is a double of IEEE 754); one with more is written as text."""

MOST_ENTERED = 10**14
"""The largest number that may be typed into a form, in either direction: with one digit behind the comma it
still has no more than `EXACT_DIGITS`."""

LONGEST_REMARK = 2_000
"""Characters of the remark at a wrong cell: as much as its box can show; the column of faults holds all."""
