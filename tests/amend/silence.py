"""Amending sentences made from known acts on random instruments, and the text each must give.

What a sentence does is worked out on plain lines, with nothing of the product's own reading or applying.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from silence_base import BASE, TITLE, base_units
from silence_shapes import SHAPES

from kcdocs.amend.apply import apply
from kcdocs.amend.read import read
from kcdocs.amend.target import only_on
from kcdocs.errors import KcdocsError
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

FOREIGN = (
    "tạm thời",
    "trước mắt",
    "đại khái",
    "sơ bộ",
    "linh hoạt",
    "bước đầu",
    "khẩn trương",
    "nhìn chung",
    "thí điểm",
    "kịp thời",
)
"""Words that no amending sentence is made of."""


@dataclass(frozen=True)
class Case:
    """A base, an amending text, and what must come of it.

    Attributes:
        shape: The name of the sentence's shape.
        base: The base instrument's text.
        commands: The lines that command, the first one with the sentence that a foreign word may go into.
        after: The lines of the base from its first article on, after the commands.
        annex: Lines of an annex that comes with the amending text.
        several: Whether the sentence holds several acts, so that some of them may stand when one is unclear.
    """

    shape: str
    base: str
    before: tuple[str, ...]
    commands: tuple[str, ...]
    after: tuple[str, ...]
    annex: tuple[str, ...] = ()
    several: bool = False

    def draft(self) -> str:
        """The amending text."""
        return _draft(self.commands, self.annex)

    def foreign(self, random: Random) -> str:
        """The amending text with a word put into its sentence that no such sentence is made of."""
        sentence, *rest = self.commands
        gaps = _gaps(sentence)
        place = random.choice(gaps)
        spoilt = f"{sentence[:place]} {random.choice(FOREIGN)}{sentence[place:]}"
        return _draft((spoilt, *rest), self.annex)


class Outcome(NamedTuple):
    """What the product makes of an amending text.

    Attributes:
        lines: The base's lines from its first article on, after it.
        reasons: Why commands were not done, empty for those that were.
    """

    lines: tuple[str, ...]
    reasons: tuple[str, ...]


def outcome(case: Case, draft: str) -> Outcome:
    """Read and apply an amending text on a case's base."""
    original = parse(reading(case.base, "văn bản gốc"))
    try:
        amendment = only_on(original, read(parse(reading(draft, "dự thảo"))), "11/2030/TT-BTN")
    except KcdocsError as error:
        return Outcome(case.before, (str(error),))
    done = apply(original, amendment.operations)
    lines = [line.text for node in done.amended.walk() for line in node.lines if line.text.strip()]
    first = next(place for place, line in enumerate(lines) if line.startswith("Điều 1."))
    return Outcome(tuple(lines[first:]), tuple(item.remark or item.operation.reason for item in done.log))


def exact(case: Case, made: Outcome) -> bool:
    """Whether the text is as the acts say."""
    return made.lines == case.after


def guessed(case: Case, made: Outcome) -> bool:
    """Whether something was done that a sentence with a foreign word does not allow.

    Of several acts in one sentence those may be done that the word does not touch.
    """
    if case.several:
        return made.lines == case.after or not any(made.reasons)
    return made.lines != case.before


def case(seed: int) -> Case:
    """The case of a seed; the shapes take turns."""
    random = Random(seed)
    shape = SHAPES[seed % len(SHAPES)]
    units = base_units(random)
    after = deepcopy(units)
    made = shape(random, after)
    lines = [line for unit in units for line in unit.lines()]
    return Case(
        shape.__name__.strip("_"),
        "\n".join([*_HEAD, *lines]),
        tuple(lines),
        tuple(made.commands),
        tuple(line for unit in after for line in unit.lines()),
        made.annex,
        made.several,
    )


_HEAD = ["BỘ THỬ NGHIỆM", "Số: 11/2030/TT-BTN", "THÔNG TƯ", "Quy định về nghề thủ công"]


def _draft(commands: tuple[str, ...], annex: tuple[str, ...]) -> str:
    rows = [
        "BỘ THỬ NGHIỆM",
        "Số: 12/2031/TT-BTN",
        "THÔNG TƯ",
        f"Sửa đổi, bổ sung một số điều của {BASE} {TITLE}",
        f"Điều 1. Sửa đổi, bổ sung một số điều của {BASE}",
        *commands,
        "Điều 2. Hiệu lực thi hành",
        "Thông tư này có hiệu lực từ ngày 01 tháng 01 năm 2032.",
    ]
    return "\n".join([*rows, *annex])


def _gaps(sentence: str) -> list[int]:
    """The spaces of a sentence outside quotation marks, and its place before the end mark."""
    depth = 0
    found = []
    for place, char in enumerate(sentence):
        depth += {"“": 1, "”": -1}.get(char, 0)
        if char == " " and depth == 0:
            found.append(place)
    return found
