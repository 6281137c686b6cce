"""Commands in an amending instrument as drafters write one, done to the made-up base and proved."""

from __future__ import annotations

from amend_base import TEXT, missing

from kcdocs.amend.apply import apply
from kcdocs.amend.prove import prove_amendment
from kcdocs.amend.target import commands_of, only_on
from kcdocs.model.operation import Amendment, Consolidation, Verdict
from kcdocs.model.proof import Proof
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

HEAD = """BỘ MẪU THỬ
Số: 22/2031/TT-BMT
THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 21/2030/TT-BMT quy định về xưởng gốm
Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 21/2030/TT-BMT quy định về xưởng gốm
"""
END = """
Điều 2. Hiệu lực thi hành
Thông tư này có hiệu lực từ ngày 01 tháng 5 năm 2031."""


def draft(commands: str, text: str = TEXT) -> Amendment:
    """The amending instrument, with its commands on the text."""
    every = commands_of(parse(reading(HEAD + commands + END, "dự thảo")))
    return only_on(parse(reading(text, "gốc")), every, "21/2030/TT-BMT")


def amended(commands: str, text: str = TEXT) -> tuple[Consolidation, Proof]:
    """What the commands make of a text, and the proof of it."""
    amendment = draft(commands, text)
    made = apply(parse(reading(text, "gốc")), amendment.operations)
    return made, prove_amendment(amendment, made, None)


def changed(made: Consolidation) -> tuple[list[str], list[str]]:
    """The lines that are gone, and those that are new."""
    before, after = ([line.text for line in text.lines()] for text in (made.original, made.amended))
    return list(missing(before, after)), list(missing(after, before))


def refusals(made: Consolidation) -> list[str]:
    """Why commands were refused, in order."""
    return [item.remark for item in made.log if item.verdict is Verdict.REFUSED]
