"""By what signs the parts of a document are known: patterns of their words, and what a line looks like."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from kcdocs.law import layout
from kcdocs.law.vocabulary import BASES, MARKS, OLD_MARKS, TITLES, TYPES, alternation
from kcdocs.lint import limits
from kcdocs.lint.pieces import PaperLine
from kcdocs.model.address import Kind
from kcdocs.text.casing import CAPITALS
from kcdocs.text.normalise import fold_tones
from kcdocs.text.surnames import NAME_SYLLABLES, SURNAMES

GROUPS = frozenset({Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION})
TYPE_NAMES = {fold_tones(item.name).upper(): item for item in TYPES if not item.untitled}
_RULE = re.compile(r"[\s_*\-‒–—―⎯─━=.~]{3,}")
NUMBER = re.compile(rf"{layout.NUMBERED}\s*(?::|\d|\.{{2,}}|…|/|\{{)", re.IGNORECASE)
DATE = re.compile(r"ngày([^,;:]{0,40}?)tháng([^,;:]{0,40}?)năm\s{0,3}(\d{4})?")
ABOUT = re.compile(rf"(?:{alternation(layout.ABOUT)})\b", re.IGNORECASE)
ADDRESSED = re.compile(rf"(?:{layout.ADDRESSED}\s*:|.{{5,200}}\s{layout.WIRED}$)", re.IGNORECASE)
RECIPIENTS = re.compile(rf"{layout.RECIPIENTS}\s*(?::\s*)?$", re.IGNORECASE)
BASIS = re.compile(rf"[-–+•]?\s*(?:{alternation(BASES)})\b", re.IGNORECASE)
ENACTS = re.compile(rf"(?:{alternation(word for item in TYPES for word in item.enacts)})\s*:")
MARK = re.compile(rf"(?:{alternation((*MARKS, *OLD_MARKS))})\s?[./]\s?[{CAPITALS}]")
TITLE = re.compile(rf"(?:QUYỀN |PHÓ |Q\. ?)?(?:{alternation(title.upper() for title in TITLES)})(?!\w)")
UNIT = re.compile(rf"(?:{alternation(fold_tones(name).upper() for name in layout.UNITS)})(?!\w)")
DASHED = re.compile(r"[-–—•+*]\s*")
NOTE = re.compile(rf"\(?\s*(?:{alternation(layout.ENCLOSED)})\b", re.IGNORECASE)
ENCLOSED = re.compile(rf"\(\s*(?:{alternation(layout.ENCLOSED)})\b", re.IGNORECASE)
DRAFTER = re.compile(r"[^\W\d_]{1,5}\.?\s?\(?\d{1,5}\)?\.?")
OPEN = re.compile(r"\{[{%]|«[^«»]{1,40}»|^[.…_]{3,}(?: ?\(\d{1,2}\))?$")
"""What stands for words that are to come: a tag of a template, a field of a mail merge, a row of dots."""

_SENTENCE = (".", ";", ":", ",", "/")
_LETTERS = re.compile(r"[^\w]+")
NAMED = re.compile(rf"(?:{alternation(TYPE_NAMES)})(?!\w)")
_NO_OFFICE = re.compile(rf"(?:{alternation(map(fold_tones, layout.NO_OFFICE_PAPERS))})(?!\w)")


def name_of(piece: PaperLine) -> str:
    """A line as the name of a type is looked up: in capitals, tones at one place, no colon."""
    return piece.plain.rstrip(" :").upper()


@lru_cache(maxsize=256)
def bare(text: str) -> str:
    """The letters and figures of a line alone, in small letters, tones at one place."""
    return _LETTERS.sub("", fold_tones(text)).casefold()


def same_words(piece: PaperLine, words: str) -> bool:
    """Whether a line says some fixed words, or all but."""
    said, meant = bare(piece.text), bare(words)
    return said == meant or ratio(said, meant) >= limits.NATIONAL_ALIKE


def ends_sentence(piece: PaperLine) -> bool:
    """Whether a line ends as a sentence, or an item of a list, does: it is no heading."""
    return piece.text.rstrip().endswith(_SENTENCE)


def is_rule(text: str) -> bool:
    """Whether a line is a row of line characters."""
    return _RULE.fullmatch(text) is not None


def is_mark(piece: PaperLine) -> bool:
    """Whether a line in capitals is no part of the head: a mark, or a row of line characters."""
    return piece.plain in layout.URGENCY or piece.plain.startswith(layout.DRAFT) or is_rule(piece.text)


def is_title(piece: PaperLine) -> bool:
    """Whether a line begins with a type of document, or with a word for a paper that no office issues."""
    named = name_of(piece) if names_type(piece) else piece.plain
    return bool(NAMED.match(named) or _NO_OFFICE.match(named))


def names_type(piece: PaperLine) -> bool:
    """Whether a line is the name of a type and no more: in capitals, or centred in bold and typed small."""
    set_apart = (
        piece.paragraph.block.align == "center" and piece.share(lambda look: look.bold) > limits.MOSTLY
    )
    return (piece.text.isupper() or set_apart) and name_of(piece) in TYPE_NAMES


def is_text(piece: PaperLine) -> bool:
    """Whether a line is the text itself: a justified sentence in ordinary letters."""
    plain = piece.share(lambda look: look.bold) < limits.MOSTLY
    return plain and piece.paragraph.block.align == "both" and ends_sentence(piece)


def names_person(piece: PaperLine) -> bool:
    """Whether a line in capitals is a person's name, with ranks of learning before it or without."""
    words = [word for word in piece.text.split() if not word.endswith(".")]
    named = all(map(str.isalpha, words)) and len(words) in NAME_SYLLABLES
    return named and words[0].capitalize() in SURNAMES
