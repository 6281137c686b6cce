"""Tracked changes: a Word file that shows what makes of the original the draft.

The door of the room: what other rooms use stands here.
"""

from kcdocs.word.redline.clashes import Clash, Wish
from kcdocs.word.redline.drafts import OwnDraft, Redlined
from kcdocs.word.redline.guide import Guide
from kcdocs.word.redline.merging import JOINT
from kcdocs.word.redline.own import NO_KEY, NOTE, PICTURE, OwnItem, OwnTable, ParagraphKey, every_paragraph
from kcdocs.word.redline.plain import LinedStory, clean_document
from kcdocs.word.redline.reading import OwnText, in_form, own_text, with_last_paragraph
from kcdocs.word.redline.redline import write_merged, write_redline
from kcdocs.word.redline.strokes import Hand, Hands

__all__ = [
    "JOINT",
    "NOTE",
    "NO_KEY",
    "PICTURE",
    "Clash",
    "Guide",
    "Hand",
    "Hands",
    "LinedStory",
    "OwnDraft",
    "OwnItem",
    "OwnTable",
    "OwnText",
    "ParagraphKey",
    "Redlined",
    "Wish",
    "clean_document",
    "every_paragraph",
    "in_form",
    "own_text",
    "with_last_paragraph",
    "write_merged",
    "write_redline",
]
