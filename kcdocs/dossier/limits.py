"""The thresholds of the room: when two names of a draft are one, how long a paper is in print."""

from __future__ import annotations

NAMED = 4
"""Words of a draft's name from which a shorter form of it is still its name: "nghị định sửa đổi" begins the
name of every amending decree, and no paper cuts a name behind fewer words than "nghị định về khuyến công"."""

BEGUN = 6
"""Equal words at the start from which running text is taken to write the draft's full name, so that another
number in it is told: "nghị định sửa đổi bổ sung" begins the name of other drafts too."""

OTHER_WORDS = 2
"""Words more that a citation shares with the title of another paper than with that of the number it gives,
from which the number is taken for a slip: "tổng kết" beside the number of "rà soát"."""

LETTERS_A_LINE = 82
"""Letters of a full line at 14 points on 160 mm, counted on submissions that LibreOffice laid out."""

LINES_A_PAGE = 37
"""Such lines of a page with the space between paragraphs: 35 to 38 in seven submissions of 6 to 14 pages."""
