"""Counts that papers of a dossier state: articles of the draft, opinions and what became of them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from kcdocs.law.dossiers import OpinionOutcome
from kcdocs.law.kinds import unit_pattern
from kcdocs.law.numbers import NUMBER
from kcdocs.model.address import Kind
from kcdocs.text.heard import in_figures

if TYPE_CHECKING:
    from collections.abc import Iterator


class Measure(StrEnum):
    """What is counted; the value is how it is told."""

    ARTICLES = "số điều của dự thảo"
    CHAPTERS = "số chương của dự thảo"
    ASKED = "số cơ quan, tổ chức, cá nhân được lấy ý kiến"
    OFFICES = "số cơ quan, tổ chức, cá nhân có ý kiến"
    OPINIONS = "tổng số ý kiến"
    ROWS = "số nội dung sau khi gộp ý kiến"
    ACCEPTED = "số ý kiến được tiếp thu"
    PARTLY = "số ý kiến được tiếp thu một phần"
    EXPLAINED = "số ý kiến được giải trình"
    PROCEDURES = "số thủ tục hành chính của dự thảo"


_FIGURES = r"(?:\d{1,3}(?:\.\d{3}){1,2}|\d{1,6})"
_WHOLE = rf"(?<![\d./])({_FIGURES})"
_N = rf"{_WHOLE}(?:/{_FIGURES}(?![\d/]))?(?: \([^()]{{1,40}}\))?"
"""A count in figures, of how many where that is said ("12/23"), and in brackets once more or as a share."""
_DRAFT = re.compile(r"dự thảo|bố cục")
_ARTICLE, _CHAPTER = unit_pattern(Kind.ARTICLE), unit_pattern(Kind.CHAPTER)
_MADE_OF = r"(?<!\w)(?:gồm(?: có)?|có|thành|kết cấu|bố cục)(?: tổng cộng| tất cả)?:? "
_LAID_OUT = re.compile(
    rf"{_MADE_OF}(?:{_N} (?:{_CHAPTER}),?(?: và| với| gồm)? )?{_N} (?:{_ARTICLE})(?!\w| \d)"
)
_OTHER = re.compile(rf"^[^.;]{{0,200}}?(?<!\w){NUMBER}", re.IGNORECASE)

_OPINION = r"(?:lượt )?ý kiến(?: góp ý| tham gia)?(?: \([^()]{1,40}\))?"
_END = r"(?= (?:lượt )?ý kiến|[,;)]|\.?$| và )"
_IS = "(?: là|:)?"
_BECAME = r"(?:được |đã |đã được )?"
_TAKEN, _PARTLY, _REASONED = map(
    in_figures, (OpinionOutcome.ACCEPTED, OpinionOutcome.PARTLY, OpinionOutcome.EXPLAINED)
)
_WHO = r"(?:nơi(?: khác)?|bộ|cơ quan|đơn vị|tổ chức|địa phương|bộ, ngành|bộ, cơ quan)"
_ASKING = r"(?:xin|lấy|gửi|tham gia|góp|cho)"
_RECEIVED = r"(?:(?<!chấp )nhận(?: được)?|thu được|tổng hợp(?: được)?|tổng (?:số|cộng)(?: có)?)"
_SAID: tuple[tuple[Measure, re.Pattern[str]], ...] = tuple(
    (measure, re.compile(pattern))
    for measure, pattern in (
        (
            Measure.OPINIONS,
            rf"tổng số {_OPINION}(?: đã)?(?: nhận được| tiếp nhận| thu được)?{_IS} {_N}",
        ),
        (
            Measure.OPINIONS,
            rf"{_RECEIVED}(?: tổng số| tổng cộng| tất cả)?:? {_N} {_OPINION}",
        ),
        (Measure.OPINIONS, rf"{_N} {_OPINION}(?: đã)? nhận được(?! (?:của|từ) (?!các ))"),
        (Measure.ROWS, rf"gộp (?:lại )?thành {_N} nội dung"),
        (
            Measure.ASKED,
            rf"(?:lấy|gửi|xin)(?: xin| lấy)? ý kiến(?: góp ý| tham gia)?(?: của| tới| đến)?:? {_N} {_WHO}",
        ),
        (Measure.ASKED, rf"gửi [^;:]{{0,100}} (?:tới|đến|cho) {_N} {_WHO}"),
        (Measure.ASKED, rf"gửi {_N} {_WHO}"),
        (Measure.ASKED, rf"tổng số {_WHO}[^.;:]{{0,40}} gửi (?:xin |lấy )?ý kiến{_IS} {_N}"),
        (Measure.ASKED, rf"(?<![\d./]){_FIGURES}/({_FIGURES}) {_WHO}[^.;:\d]{{0,60}} {_ASKING} ý kiến"),
        (Measure.OFFICES, rf"tổng số {_WHO}(?![^.;:]{{0,60}} (?:xin|lấy) ý)[^.;:]{{0,60}} ý kiến{_IS} {_N}"),
        (Measure.OFFICES, rf"{_N} {_WHO}[^.;:\d]{{0,60}} (?:gửi|tham gia|có|góp) ý kiến"),
        (Measure.OFFICES, rf"(?<!lấy )(?<!xin )(?:góp ý|ý kiến)(?: tham gia)? (?:của|từ) {_N} {_WHO}"),
        (
            Measure.ACCEPTED,
            rf"(?<!không ){_TAKEN}(?: toàn bộ| đầy đủ| hoàn toàn)?{_IS} {_N}{_END}",
        ),
        (
            Measure.ACCEPTED,
            rf"{_N} {_OPINION} {_BECAME}(?!{_PARTLY}){_TAKEN}(?!, giải)",
        ),
        (Measure.PARTLY, rf"{_PARTLY}{_IS} {_N}{_END}"),
        (Measure.PARTLY, rf"{_N} {_OPINION} {_BECAME}{_PARTLY}"),
        (Measure.EXPLAINED, rf"(?<!thu, ){_REASONED}{_IS} {_N}{_END}"),
        (Measure.EXPLAINED, rf"{_N} {_OPINION} {_BECAME}{_REASONED}"),
    )
)
_PART_OF = re.compile(r"(\d) (?:trong|trên)(?: tổng)?(?: số)? (?=\d)")
_OF_ALL = re.compile(rf"(?<!tháng )(?<![\d./]){_FIGURES}/({_FIGURES}) {_OPINION}(?! (?:của|từ) (?!các ))")
"""How many opinions there are, where those of which something is said are told as a part of them."""
_ROUND = re.compile(r"(?<!\w)(?:lần (?:thứ|đầu|\d)|đợt)")
"""A draft may be sent out more than once, each time to others."""
_PROCEDURE = r"(?:thủ tục hành chính|tthc)(?=[.,;:]|$)"
_PROCEDURES = re.compile(rf"(?:quy định|có|gồm)(?: tổng số)? {_N} {_PROCEDURE}")
_NO_PROCEDURE = re.compile(rf"không (?:có|quy định) {_PROCEDURE}")
_APPRAISAL = "thẩm định"
"""Opinions of those who appraise a draft are counted apart from those that were asked for."""


def sayings(text: str, *, laid_out: bool = False) -> Iterator[tuple[Measure, int]]:
    """The counts that a line states.

    Args:
        text: The line, tones at one place, single spaces.
        laid_out: Whether it stands under a heading that announces how the draft is laid out.
    """
    plain = _PART_OF.sub(r"\1/", in_figures(text.casefold()))
    for part in re.split(r"(?<=[.;]) ", plain):
        yield from _laid_out(part, laid_out=laid_out)
        yield from _procedures(part)
    found: dict[Measure, int] = {}
    for sentence in re.split(r"(?<=\.) ", plain):
        if "ý kiến" in sentence and _APPRAISAL not in sentence:
            round_ = _ROUND.search(sentence)
            for measure, pattern in _SAID:
                by_round = round_ and measure in (Measure.ASKED, Measure.OFFICES)
                if not by_round and (match := pattern.search(sentence)):
                    found.setdefault(measure, _number(match[1]))
            if match := _OF_ALL.search(sentence):
                found.setdefault(Measure.OPINIONS, _number(match[1]))
    yield from found.items()


_SILENT = re.compile(r"không có ý kiến[^.(:]{0,40} \((\d{1,4})\)")


def silent(text: str) -> int:
    """How many of those who answered ask nothing, where a line says so; else 0.

    Args:
        text: The line, tones at one place, single spaces.
    """
    found = _SILENT.search(text.casefold())
    return int(found[1]) if found else 0


_NOTHING_ASKED = re.compile(
    rf"(?<!\w){_WHO}(?!\w)[^.;:]{{0,60}}không (?:có|góp|tham gia|đề nghị)"
    r"|(?:nhất trí|thống nhất|đồng ý)(?: hoàn toàn)? với [^.;:]{0,30}dự thảo"
)


def says_silent(text: str) -> bool:
    """Whether a line says that some of those who answered ask nothing.

    Args:
        text: The line, tones at one place, single spaces.
    """
    return _NOTHING_ASKED.search(text.casefold()) is not None


def _laid_out(sentence: str, *, laid_out: bool) -> Iterator[tuple[Measure, int]]:
    found = _LAID_OUT.search(sentence)
    if found is None:
        return
    before = sentence[: found.start()]
    if _DRAFT.search(before) or (laid_out and not _OTHER.search(before)):
        if found[1]:
            yield Measure.CHAPTERS, _number(found[1])
        yield Measure.ARTICLES, _number(found[2])


def _procedures(sentence: str) -> Iterator[tuple[Measure, int]]:
    found = _PROCEDURES.search(sentence) or _NO_PROCEDURE.search(sentence)
    if found:
        before = sentence[: found.start()]
        if _DRAFT.search(before) and not _OTHER.search(before):
            yield Measure.PROCEDURES, _number(found[1]) if found.re is _PROCEDURES else 0


def announces_layout(text: str) -> bool:
    """Whether a line is the heading under which a paper tells how the draft is laid out.

    Args:
        text: The line.
    """
    return "bố cục" in text.casefold()


def _number(said: str) -> int:
    return int(said.replace(".", ""))
