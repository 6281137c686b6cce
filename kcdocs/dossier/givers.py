"""Who gave opinions on a draft, as the text of a paper tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcdocs.dossier.offices import Office, offices_and_rest, offices_in_cell
from kcdocs.law.papers import LETTER
from kcdocs.text.normalise import content_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WHO = r"(?:nơi|bộ|cơ quan|đơn vị|tổ chức|địa phương)"
_HOW = r"(?: bằng văn bản| góp ý| tham gia| đóng góp| phản hồi){0,3}"
_OPINIONS = rf"(?:văn bản )?(?:ý kiến|góp ý|tham gia ý kiến){_HOW}"
_GOT = re.compile(
    rf"(?:(?<!chấp )nhận(?: được)?|thu được|tổng hợp)[^.;]{{0,60}}?{_OPINIONS}[^.;:]{{0,40}}?(?: của| từ|:)"
    rf"|{_WHO}[^.;:]{{0,60}} (?:có|gửi|tham gia|góp) {_OPINIONS},? ?(?:gồm|là|:)",
    re.IGNORECASE,
)
"""Behind it stand all who gave one."""
_OF = re.compile(rf"(?<!lấy )(?<!xin )(?<!cho ){_OPINIONS} (?:của|từ)(?= )", re.IGNORECASE)
_GIVE = re.compile(
    rf"(?:(?:đã|cùng|cũng|đều) ){{0,3}}(?:có|gửi|tham gia|góp)(?: văn bản| {LETTER})?(?: tham gia| góp)? ý"
    r"(?: kiến)?(?! của)",
    re.IGNORECASE,
)
"""Before it stand some who gave one."""
_OTHERWISE = re.compile(
    r"thẩm (?:định|tra)|chỉ đạo|nhất trí|thống nhất|đồng ý|không (?:có|góp) ý"
    r"|(?:kết luận|đề nghị|yêu cầu|sẽ) ",
    re.IGNORECASE,
)
"""What makes an opinion none on the draft, or none that a table answers."""
_COUNTED = re.compile(
    rf"(?:các|\d{{1,4}}) {_WHO}[^:]{{0,80}}?(?: là)? ?:|gồm ?:?|sau(?: đây)? ?:", re.IGNORECASE
)
_NOTHING = re.compile(r"(?:[\s,;:.()/&-]|(?<!\w)và(?!\w))*")


@dataclass(frozen=True, slots=True)
class Givers:
    """Bodies that a paper says gave an opinion.

    Attributes:
        line: The number of the line that says it, from 0.
        offices: The bodies.
        whole: Whether these are all, as the paper tells it.
    """

    line: int
    offices: tuple[Office, ...]
    whole: bool


def givers(lines: Sequence[str], *, besides: str = "") -> Iterator[Givers]:
    """Who gave opinions.

    Args:
        lines: The lines of a paper, tables of opinions left out.
        besides: The body that speaks, which is none of them.
    """
    for one in _every(lines):
        offices = tuple(office for office in one.offices if office.name.casefold() != besides.casefold())
        if offices:
            yield replace(one, offices=offices)


def _every(lines: Sequence[str]) -> Iterator[Givers]:
    plain = [content_form(line) for line in lines]
    for number, line in enumerate(plain):
        got = _GOT.search(line)
        if got and line.endswith(":"):
            yield from _listed(number, plain)
        for sentence in re.split(r"(?<=\.) (?=[^\W\d_])", line):
            if "ý" in sentence:
                yield from _said(number, sentence)


def _said(number: int, sentence: str) -> Iterator[Givers]:
    found = _GOT.search(sentence)
    after = sentence[found.end() :] if found else ""
    if found and not _OTHERWISE.search(after):
        offices, rest = offices_and_rest(after)
        whole = len(offices) > 1 and _NOTHING.fullmatch(_COUNTED.sub("", rest)) is not None
        if offices:
            yield Givers(number, offices, whole)
        return
    if _OTHERWISE.search(sentence):
        return
    if found := _OF.search(sentence):
        named = sentence[found.end() :]
    elif found := _GIVE.search(sentence):
        named = sentence[: found.start()]
    else:
        return
    if offices := offices_and_rest(named)[0]:
        yield Givers(number, offices, whole=False)


def _listed(number: int, lines: Sequence[str]) -> Iterator[Givers]:
    """The bodies listed below a line that announces them, a line each."""
    found: list[Office] = []
    for line in lines[number + 1 :]:
        offices, rest = offices_and_rest(line)
        if not offices or not _NOTHING.fullmatch(re.sub(r"^\W*\d+\W", "", rest)):
            break
        found += offices_in_cell([line]) if len(offices) == 1 else offices
    if len(found) > 1:
        yield Givers(number + 1, tuple(found), whole=True)
