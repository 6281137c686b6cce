"""The thresholds of PDF pages: how much a file may hold, and by which distances printed rows are told apart.

Distances in em are shares of the size of the type they stand in, so that they hold for any size; those in
points (1/72 inch) are what printers and programs are inexact by. They were chosen on gazettes and drafts of
ministries, which the tests of the corpus of real texts read.
"""

from __future__ import annotations

MAX_PAGES = 3_000
"""Pages of a file: more than any instrument has with all its forms."""

MAX_ON_PAGE = 40_000
"""Characters of a page: A4 filled from edge to edge with 6-point print holds about 25,000."""

MAX_IN_ALL = 8_000_000
"""Characters of a file: four times the longest code of laws, as in a text file."""

MAX_PER_BYTE = 10
"""Characters for each byte of the file, beyond one page: a few, shown again on every page, make millions."""

MOST_OBJECTS = 20_000
"""Objects of one page that are looked at one by one: a page of 300 table cells has about 2,000."""

OBJECTS = 100_000
"""Objects that all pages may have together: letters placed one by one fill two pages with them."""

OBJECTS_PER_BYTE = 2
"""Objects more for each byte of the file: packed, a letter or a line takes a byte at least; a drawing in some
kilobytes could have millions, each looked at one by one."""

MOST_ANNOTATIONS = 2_000
"""Things laid over a page that are looked at: a page on which each word is a link has some hundred."""

TRIAL_SECONDS = 2
"""Speed only: seconds of processor time in which all pages must open: a gazette of a hundred takes
0.03."""

TRIAL_BYTES = 2**20
"""Speed only: bytes of the file for each of which there is a second more: a megabyte of text takes 0.05."""

TRIAL_MEMORY = 300 * 2**20
"""Speed only: bytes of memory for the same, beside the file: a gazette takes 30 MB."""

DRAWING_SECONDS = 30
"""Speed only: seconds of processor time in which a page must be drawn: a scan of 600 dots an inch takes one
or two."""

PATIENCE = 60
"""Speed only: seconds on the clock for each of processor time after which a process is given up: it stands
still, for on a machine with twenty others at work it has one in ten."""

GLANCE = 0.05
"""Speed only: seconds at least between two looks of a process at how long it has worked."""

DRAWING_MEMORY = 800 * 2**20
"""Speed only: bytes of memory for the same: a page of A3 in colour, scanned at 600 dots an inch, takes 210 MB
unpacked and once more while it is drawn."""

MOST_STROKES = 1_500
"""Ruled lines of a page in which tables are looked for: each is laid beside all others. A table of 40 rows
and 12 columns has a thousand where each side of a cell is drawn by itself; a drawing has more."""

FARTHEST = 1e6
"""Points from the corner within which a coordinate is one: a page is at most 14,400 wide."""

LEAST_EM = 0.5
"""Points below which a size is none: text set flat or in a damaged font has none, and every distance is told
in em."""

FILLED_EM = 1.1
"""Height of the box around a letter, in em: what Times New Roman rises and falls together."""

WIDTHS_IN_EM = 2
"""Letters that stand beside one another in an em where the box has no height: on the whole they are half as
wide as their size."""

SHADOW = 0.08
"""Em by which the same letter may be printed twice in one place, for bold: the narrowest letters are 0.2
wide."""

SHADOW_POINTS = 1.0
"""Points of the same, at most: two letters "l" of 14 points stand 4 apart."""

BOLD_WEIGHT = 600
"""Weight from which a font is bold: semi-bold in the numbers that fonts give (400 is plain, 700 bold)."""

THIN = 2.5
"""Points up to which a box is a ruled line: of the widths that Word offers for the rules of tables all but
the three thickest."""

PICTURE_SHARE = 0.5
"""Share of a page that pictures cover from which a page without letters is a scan: a coat of arms or a stamp
covers less."""

SCAN_SHARE = 0.7
"""Share of a page that pictures cover from which a page with a handful of words is a scan all the same: what
the gazette prints above and below it, or an agency stamps on it, leaves it more."""

SCAN_WORDS = 400
"""Characters of such a page at most: the stamp of a digital signature has 250, a page of law 2,000."""

SURE = 70.0
"""Percent of sureness below which Tesseract's word is doubtful: of clean scans it is sure by 90 and more; the
words it gets wrong mostly lie below 70."""

DOTS = 300
"""Dots an inch of the pictures it is given: what its makers ask for; with 200 it loses marks of Vietnamese
letters."""

LONGEST_PICTURE = 7_000
"""Dots of the longer side of the picture of a page: A3 at 300 dots an inch has 4,960; a page may say it is as
large as a house."""

SEEN_EM = 1.2
"""Size of type, in heights of a word seen in a picture: half of the words rise from the baseline to 0.7 em
and have marks or tails besides."""

SAME_LINE = 0.15
"""Em between two baselines of one row: letters set one by one are a little off; superscripts are raised by
more."""

SPACE = 0.1
"""Em of a gap that is a space: a space is 0.25 wide and narrower in a tight row; kerning moves letters by
less."""

WIDE_SPACE = 2.0
"""Em of a gap that is a tab: justified print hardly stretches a space to eight times its width."""

RAISED_FROM = 0.12
"""Em by which a superscript is raised at least: less is the same row."""

RAISED_TO = 0.7
"""Em by which a superscript is raised at most: the marks of notes that office programs print measure up to
0.653, as the size is measured by the letters there are; more is the row above, in narrow leading."""

SMALL = 0.8
"""Size of a superscript, in em of its row, at most: office programs set about 0.6."""

MARK_BEFORE = 2.0
"""Em before the first character of a row within which a superscript begins: the mark of a note of two figures
stands there, and justified print stretches the space behind it."""

MOST_RAISED = 12
"""Characters of all superscripts of a row: more are a row in small print."""

BESIDE = 0.5
"""Points by which a superscript may overlap the letter it stands before."""

WIDE_GAP = 2.0
"""Em between two parts of a row that stand in two columns: wider than any space of justified print."""

APART = 0.45
"""Em between the columns in every row of a block: a narrower gap is a space, so the row runs over both."""

LINE = 1.7
"""Em from one row of a column to the next: one and a half times single spacing; beyond, the block has
ended."""

HEAD_LINE = 2.5
"""Em between the rows of the head of an instrument, which is set wider than its text: double spacing is
2.3."""

HEAD_ROWS = 8
"""Rows from the motto down in which the date of the head stands: name of the issuer in some rows, number and
rule stand beside it."""

INDENTED = 3.0
"""Em from the edge of the recipients within which their rows start; what starts farther is the signature."""

STAMP_ROWS = 3
"""Rows like "Ký bởi: …" from which they are the stamp of a digital signature: one or two may be text."""

MARGIN = 0.09
"""Share of the page at its head and foot where page numbers stand: 27 millimetres of A4."""

HEAD_LETTERS = 8
"""Characters of a running head at least, beside the page number: less may be two rows alike by chance."""

HEAD_ALIKE = 80.0
"""Percent in which the running heads of two pages agree at least: a damaged font loses a letter or two of
thirty."""

HEAD_GROUP = 40
"""Pages whose running heads each one is laid beside at most: more tell nothing new, and a file may have
thousands."""

HEAD_PAGES = 3
"""Pages at whose head or foot the same words stand from which they are a running head without a number."""

GAZETTE_HEADS = 3
"""Rows of the gazette's own heading above an instrument at most: "VĂN BẢN QUY PHẠM PHÁP LUẬT" and an issuer,
who may take two."""

CENTRED = 12.0
"""Points by which its middle may be off the middle of the page: the two margins of a page that is bound
differ."""

RULE_FROM = 50.0
"""Points of the rule above footnotes at least: a shorter one underlines a word."""

RULE_TO = 230.0
"""Points of it at most: Word draws 144; a longer one is the border of something."""

RULE_OFF = 15.0
"""Points from the left edge of the text within which it begins."""

NOTE_SIZE = 0.95
"""Size of footnotes, in em of the text, at most: 13 points beside 14 are 0.93."""

NEAR = 3.0
"""Points by which the lines of a table may miss one another and still meet: programs draw them beside, not
on, the corner; rows of a table are 10 apart and more."""

MIDDLE = 0.3
"""Em above the baseline where the middle of a letter is: in which cell of a table it stands."""

SAME_EDGE = 4.0
"""Points by which the columns of a table may differ on the next page: printed from one table, in pages with
other margins."""

ENOUGH_ROWS = 8
"""Full rows of a page from which its margins are its own: with fewer those of all pages on its side of the
sheet count."""

JUSTIFIED = 3
"""Rows that end at one place from which that is the right margin: two sentences may end there by chance."""

CLUSTER = 2.0
"""Points within which edges of rows are one edge: letters hang over it by their shapes."""

INDENT_FROM = 8.0
"""Points from the margin at which a first row's indent begins: less is the overhang of a letter."""

INDENT_TO = 80.0
"""Points up to which it is one: an inch; what starts farther is centred or a column."""

INDENT = 0.7
"""Em from the margin from which a row begins a paragraph: official papers indent first rows by a centimetre
or more, 2 em of 14 points."""

FIRST_WORD = 0.2
"""Em of the space that a word must have had to fit in the row above: once before it, and once for the right
edge, which is uneven."""

SAME_SIDE = 5.0
"""Points by which left and right of a centred row may differ."""

OFF_INDENT = 3.0
"""Points from the usual indent within which a row that could be centred is a first row."""

OFF_MARGIN = 1.0
"""Points from the margin from which a bold row goes on a centred one, and is not the text below it."""

FAR = 4.35
"""Em from row to row of one paragraph: three times the leading of 1.45 that official papers have."""

SAME_SIZE = 1.0
"""Points below which two rows are set in one size: sizes half a point apart are mixed by accident."""

HANGS = 2.0
"""Points within which a row hangs below the word behind its paragraph's label."""
