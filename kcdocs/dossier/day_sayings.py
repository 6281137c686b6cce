"""Days that papers of a dossier state: when the draft takes effect, until when opinions are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kcdocs.law.numbers import NUMBER
from kcdocs.law.vocabulary import LEGAL, alternation
from kcdocs.text.dates import from_parts
from kcdocs.text.normalise import fold_tones

if TYPE_CHECKING:
    from datetime import date

    from kcdocs.model.finding import Place


class DayOf(StrEnum):
    """What a day is of; the value is how it is told."""

    EFFECT = "ngày có hiệu lực của dự thảo"
    DEADLINE = "hạn gửi ý kiến"


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day that a paper states.

    Attributes:
        what: What it is of.
        day: The day.
        place: Where.
    """

    what: DayOf
    day: date
    place: Place


_DAY = r"(?:ngày )?(\d{1,2})(?: tháng |[/-])(\d{1,2})(?: năm |[/-])(\d{4})"
_EFFECT = re.compile(rf"hiệu lực[^.;\d]{{0,40}} từ {_DAY}")
_TYPES = alternation(fold_tones(name).casefold() for name in LEGAL)
_SUBJECT = re.compile(rf"dự thảo|(?:{_TYPES}) (?:này|dự kiến|sẽ|có hiệu lực)")
_OTHER = re.compile(NUMBER, re.IGNORECASE)
_DEADLINE = re.compile(rf"(?:trước|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|hạn cuối(?: là)?) {_DAY}")
_ASKED = re.compile(r"ý kiến|góp ý")
_ONCE_MORE = re.compile(r"đôn đốc|gia hạn|nhắc|đến nay|quá hạn")


def effect_in(sentence: str) -> date | None:
    """The day on which a sentence says the draft takes effect; None where it says none.

    Args:
        sentence: In small letters, single spaces.
    """
    found = _EFFECT.search(sentence)
    if found is None or _OTHER.search(sentence[: found.start()]) or not _SUBJECT.search(sentence):
        return None
    return from_parts(*found.groups())


def deadline_in(sentence: str) -> date | None:
    """The day before which a sentence asks for opinions; None where it names none.

    Args:
        sentence: In small letters, single spaces.
    """
    found = _DEADLINE.search(sentence)
    if found is None or not _ASKED.search(sentence) or _ONCE_MORE.search(sentence):
        return None
    return from_parts(*found.groups())
