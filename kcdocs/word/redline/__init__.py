"""Tracked changes: a Word file that shows what makes of the original the draft.

The door of the room: what other rooms use stands here.
"""

from kcdocs.word.redline.own import NOTE, PICTURE, OwnItem, ParagraphKey, every_paragraph
from kcdocs.word.redline.plain import LinedStory, clean_document
from kcdocs.word.redline.redline import Guide, OwnText, Redlined, own_text, write_redline
from kcdocs.word.redline.strokes import Hand, Hands

__all__ = [
    "NOTE",
    "PICTURE",
    "Guide",
    "Hand",
    "Hands",
    "LinedStory",
    "OwnItem",
    "OwnText",
    "ParagraphKey",
    "Redlined",
    "clean_document",
    "every_paragraph",
    "own_text",
    "write_redline",
]
