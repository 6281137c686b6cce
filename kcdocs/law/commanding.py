"""How an amending command begins: verbs, and what must follow them.

Source: Decree 78/2025/NĐ-CP, Articles 66 to 71; the gazette's texts of 2019 to 2026.
"""

from __future__ import annotations

import re

from kcdocs.law.kinds import unit_pattern
from kcdocs.law.vocabulary import VERBS, Verb, alternation, table
from kcdocs.model.address import Kind
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Act, PartKind
from kcdocs.text.late import late
from kcdocs.text.normalise import nfc

_OBJECTS = (
    rf"(?:{unit_pattern()}|một số|toàn bộ|các|tên|tiêu đề|cụm từ|từ|nội dung|quy định|biểu mẫu|mẫu|biểu|tiết|"
    r"câu|dấu|số thứ tự|dòng|bảng)\b|[“\"]"
)
_ANY = {verb.words.lower(): verb for verb in VERBS}


def _pattern(verb: Verb) -> str:
    words = r"\s+".join(re.escape(word) for word in verb.words.split())
    if verb.before:
        return rf"{words}(?=\s+(?:{'|'.join(verb.before)})\b)"
    return rf"{words}(?=\s+(?:{_OBJECTS}))" if verb.weak else words


VERB = "|".join(_pattern(verb) for verb in sorted(VERBS, key=lambda verb: -len(verb.words)))
"""A pattern for any amending verb that begins a command, the longest first; no groups."""

_BEGINS = late(rf"(?:{VERB})(?!\w)", re.IGNORECASE)


AMENDS = alternation(verb.words.lower() for verb in VERBS if not verb.weak)
"""A pattern for any verb that only amending texts use, in running text; no groups."""

REPEALING = tuple(verb.words.lower() for verb in VERBS if verb.act is Act.REPEAL and not verb.weak)
"""Verbs that repeal a provision, in running text."""

WRITTEN: dict[Act, str] = {Act(act): words for act, words in table()["written"].items()}
"""How a command begins that changes words or repeals."""

PARTICIPLES: dict[Act, str] = {Act(act): words for act, words in table()["participles"].items()}
"""How a note says what was done to a provision."""

REPEALED = f"({PARTICIPLES[Act.REPEAL]})"
"""What stands behind the label of a repealed provision (Ordinance 01/2012/UBTVQH13 on consolidation)."""

LAST_ARTICLES: tuple[str, ...] = tuple(table()["issuing"]["last"])
"""How the headings of the articles begin that close a text: on its force, on who carries it out."""

DONE = rf"(?:được|bị) (?:{alternation(verb.words.lower() for verb in VERBS)})"
"""A pattern for what was done to a provision: "được sửa đổi, bổ sung", "bị bãi bỏ"; no groups."""


def begins_with_verb(text: str) -> bool:
    """Whether a text begins with an amending verb, in any case."""
    return _BEGINS.match(nfc(text)) is not None


def act_of(words: str) -> Act | None:
    """What a verb commands ("Bãi bỏ", "được bãi bỏ"); None where the verb alone does not say."""
    said = " ".join(words.lower().split())
    return _ANY[said.removeprefix("được ").removeprefix("bị ")].act


def may_amend(instrument: Instrument) -> bool:
    """Whether a text is worth reading for commands: its title or a provision begins like one, or quotes."""
    nodes = instrument.provisions()
    begins = any(node.kind is Kind.QUOTE or begins_with_verb(node.text) for node in nodes)
    return begins or begins_with_verb(instrument.citation.title)


def words_of(kind: str) -> tuple[str, ...]:
    """The words of an amending sentence that play one part ("after": "vào sau", "ngay sau", …)."""
    return tuple(table()["command"][kind])


PART_WORDS: dict[str, PartKind] = {
    word.lower(): PartKind(kind) for kind, words in table()["command"]["parts"].items() for word in words
}
"""Which part of a provision a word names ("khổ": a paragraph)."""

SPOKEN_OF: tuple[str, ...] = tuple(table()["command"]["spoken_of"]["opens"])
"""How a sentence begins that only speaks of amending."""
