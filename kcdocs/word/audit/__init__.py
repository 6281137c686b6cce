"""The audit of tracked changes: what they lead to when all are accepted or rejected, and what they hide.

The door of the room: what other rooms use stands here. It shares no reading of words with the writer.
"""

from kcdocs.word.audit.hidden import (
    Hidden,
    HiddenKind,
    RedlineRemark,
    RemarkKind,
    count_marks,
    hidden,
    remarks,
)
from kcdocs.word.audit.lint import lint
from kcdocs.word.audit.proof import SignedDraft, Unproven, prove, prove_merged
from kcdocs.word.audit.texts import (
    CELL,
    NOTE,
    PAGES,
    PICTURE,
    ROW,
    TABLE,
    SideParagraph,
    SideTexts,
    said_story,
    side_texts,
)

__all__ = [
    "CELL",
    "NOTE",
    "PAGES",
    "PICTURE",
    "ROW",
    "TABLE",
    "Hidden",
    "HiddenKind",
    "RedlineRemark",
    "RemarkKind",
    "SideParagraph",
    "SideTexts",
    "SignedDraft",
    "Unproven",
    "count_marks",
    "hidden",
    "lint",
    "prove",
    "prove_merged",
    "remarks",
    "said_story",
    "side_texts",
]
