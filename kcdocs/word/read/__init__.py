"""A Word document as text: lines, tables, notes, tracked changes, numbers, and the source of a template.

The door of the room: what other rooms use stands here.
"""

from kcdocs.word.read.fields import LINK, OutsideField, outside_fields
from kcdocs.word.read.layout import layout_facts, lines_of
from kcdocs.word.read.letters import LetterLook, ParagraphLook
from kcdocs.word.read.lines import read_story
from kcdocs.word.read.numerals import formatted
from kcdocs.word.read.odd import outside_finding
from kcdocs.word.read.passages import Passage, is_properties, passages
from kcdocs.word.read.places import ParagraphPlace
from kcdocs.word.read.preparation import has_tags, prepare
from kcdocs.word.read.remarks import MarginRemark, ParagraphSpot, margin_remarks, signed_paragraphs
from kcdocs.word.read.setting import Page, SetParagraph, SetRun, TypeSetting, read_setting
from kcdocs.word.read.spots import CellSpot

__all__ = [
    "LINK",
    "CellSpot",
    "LetterLook",
    "MarginRemark",
    "OutsideField",
    "Page",
    "ParagraphLook",
    "ParagraphPlace",
    "ParagraphSpot",
    "Passage",
    "SetParagraph",
    "SetRun",
    "TypeSetting",
    "formatted",
    "has_tags",
    "is_properties",
    "layout_facts",
    "lines_of",
    "margin_remarks",
    "outside_fields",
    "outside_finding",
    "passages",
    "prepare",
    "read_setting",
    "read_story",
    "signed_paragraphs",
]
