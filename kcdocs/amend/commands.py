"""The grammar of amending commands.

Source: the formulae of Decree 78/2025/NĐ-CP, articles 66 to 71 (before it, of Decree 34/2016/NĐ-CP), and
what official amending texts of 2025 and 2026 use besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kcdocs.amend.phrases import Masked
from kcdocs.law.commanding import DONE, QUOTED, SEVERAL, VAGUE, VERB, act_of
from kcdocs.law.kinds import LEVEL, NAMES, unit_pattern
from kcdocs.law.vocabulary import VERBS
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.operation import Act, Side
from kcdocs.model.span import Span

_VERB = re.compile(
    rf"(?:^|(?<=[;:.,])\s*|\s(?:và|đồng thời)\s+)({VERB})(?!\w)(?!\s+(?:và|hoặc|theo|cho)\s)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(rf"{DONE}(?:,| và)?\s+$", re.IGNORECASE)
"""What makes a verb part of a note on provenance ("đã được sửa đổi, bổ sung tại …")."""
_SEVERAL = "|".join(SEVERAL)
_OBJECT = rf"(?:(?:(?:{_SEVERAL}) )?(?:{'|'.join(QUOTED)})(?: sau)?[:]?\s*)"
_QUOTE = r"“¤*”"
_QUOTES = rf"{_QUOTE}(?:(?:,| và|, và)?\s*{_OBJECT}?{_QUOTE})*"
_PLACES = r"(?P<{}>(?:tại|ở|trong|của)\s[^“”]*?)"
_REPLACING = "|".join(verb.words.lower() for verb in VERBS if verb.act is Act.REPLACE and not verb.weak)
_REPLACED = re.compile(
    rf"\s*{_OBJECT}?(?P<old>{_QUOTES})\s*+(?:{_PLACES.format('before')}(?<!\s)\s*+)?"
    rf"(?:được\s+)?(?:(?:{_REPLACING})\s+)?(?:bằng|thành)\s+{_OBJECT}?(?P<new>{_QUOTE})(?P<after>[^“”]*)"
)
_INSERTED = re.compile(
    rf"\s*{_OBJECT}?(?P<new>{_QUOTE})\s*(?:vào\s+)?(?:ngay\s+)?(?:phía\s+|liền\s+)?(?P<side>sau|trước)\s+{_OBJECT}?"
    rf"(?P<old>{_QUOTE})(?P<after>[^“”]*)"
)
_REMOVED = re.compile(rf"\s*{_OBJECT}?(?P<old>{_QUOTES})(?P<after>[^“”]*)")
_UNIT = rf"(?={unit_pattern(*(kind for kind in LEVEL if kind is not Kind.PARAGRAPH))})"
_BESIDE = re.compile(
    rf"\svào\s+(?:ngay\s+)?(?:(?P<side>sau|trước)\s+)?|\s(?:ngay\s+)?(?P<bare>sau|trước)\s+{_UNIT}"
)
_GROUP = re.compile(
    rf"\s*(?:{_SEVERAL})\s+(?:{'|'.join((*NAMES, *VAGUE))})"
    r"(?!\s+(?:\d+[a-zđ]?|[a-zđ]\d?|[IVXLC]+)(?!\w))",
    re.IGNORECASE,
)
_AGAIN = re.compile(rf";\s*(?:và\s+)?(?={_OBJECT}?“)")
_AFTER_ANNEX = re.compile(rf"\stheo\s(?={SPOKEN[Kind.ANNEX]}\b[^“”]{{0,200}}?ban hành kèm theo)")
_INSTEAD = re.compile(r"\s(?:bằng|thành)\s")


@dataclass(frozen=True, slots=True)
class Segment:
    """One command of a clause: a verb and what it governs.

    Attributes:
        act: What it does.
        span: Its characters, verb included.
        old: Quoted words replaced, removed, or beside which others go.
        new: Quoted words put in.
        places: Where the addresses it acts on are to be looked for.
        side: On which side of the anchor or of `old`.
        anchors: Where the address of the neighbour is to be looked for, None if none is named.
        substitutes: Where the annex that takes the target's place, or is added, is named; None if none is.
        group: Whether it only introduces the commands below it.
        asked: The verb, where it does not say what is to be done; empty where it does.
    """

    act: Act
    span: Span
    old: tuple[Span, ...] = ()
    new: Span | None = None
    places: tuple[Span, ...] = ()
    side: Side = Side.AFTER
    anchors: Span | None = None
    substitutes: Span | None = None
    group: bool = False
    asked: str = ""


def segments(masked: Masked) -> list[Segment]:
    """The commands of a clause, in order; empty if it commands nothing.

    Args:
        masked: The clause's words up to its quoted block.
    """
    verbs = [
        found for found in _VERB.finditer(masked.text) if not _PASSIVE.search(masked.text, 0, found.start(1))
    ]
    if not verbs or verbs[0].start(1) > _lead(masked.text):
        return []
    ends = [*(found.start(1) for found in verbs[1:]), len(masked.text)]
    return [item for found, end in zip(verbs, ends, strict=True) for item in _segments(masked, found, end)]


def _segments(masked: Masked, verb: re.Match[str], end: int) -> Iterator[Segment]:
    """The commands of one verb; words may follow without it ("…; “C” vào sau cụm từ “D” tại …")."""
    again = [found.end() for found in _AGAIN.finditer(masked.text, verb.end(1), end)]
    first, *more = zip([verb.end(1), *again], [*again, end], strict=True)
    head = _segment(masked, verb, first[1])
    if not head.old:
        yield _segment(masked, verb, end)
        return
    yield head
    for start, stop in more:
        if (
            said := _of_words(masked, act_of(verb.group(1)) or head.act, Span(start, stop), start)
        ) is not None:
            yield said


def _lead(text: str) -> int:
    """How many characters may stand before the first verb: an ordinal phrase or nothing."""
    found = re.match(r"\s*(?:Quy định tại|Tại)\s[^“”]{0,80}?,\s*", text)
    return found.end() if found else len(text) - len(text.lstrip())


def _segment(masked: Masked, verb: re.Match[str], end: int) -> Segment:
    span = Span(verb.start(1), end)
    act = act_of(verb.group(1))
    if act is None:
        return Segment(Act.REPLACE, span, asked=verb.group(1))
    rest = verb.end(1)
    if _GROUP.match(masked.text, rest) and not masked.quoted(rest, end):
        return Segment(act, span, places=(Span(rest, end),), group=True)
    return _of_words(masked, act, span, rest) or _of_provisions(masked, act, span, rest)


def _of_words(masked: Masked, act: Act, span: Span, rest: int) -> Segment | None:
    if act is Act.REPLACE and (found := _REPLACED.match(masked.text, rest, span.end)):
        places = [Span(*found.span(name)) for name in ("before", "after") if found.group(name)]
        old, new = masked.quoted(*_wide(found, "old")), masked.quoted(*_wide(found, "new"))[0]
        return Segment(Act.REPLACE_WORDS, span, tuple(old), new, tuple(places))
    if act is Act.INSERT and (found := _INSERTED.match(masked.text, rest, span.end)):
        side = Side.AFTER if found.group("side") == "sau" else Side.BEFORE
        old, new = masked.quoted(*_wide(found, "old")), masked.quoted(*_wide(found, "new"))[0]
        return Segment(Act.INSERT_WORDS, span, tuple(old), new, (Span(*found.span("after")),), side)
    if act is Act.REPEAL and (found := _REMOVED.match(masked.text, rest, span.end)):
        old = masked.quoted(*_wide(found, "old"))
        return Segment(Act.REMOVE_WORDS, span, tuple(old), None, (Span(*found.span("after")),))
    return None


def _wide(found: re.Match[str], name: str) -> tuple[int, int]:
    return found.start(name) - 1, found.end(name) + 1


def _of_provisions(masked: Masked, act: Act, span: Span, rest: int) -> Segment:
    text = masked.text[: span.end]
    if act is Act.INSERT and (found := _BESIDE.search(text, rest)):
        side = found.group("side") or found.group("bare")
        where = Side.BEFORE if side == "trước" else Side.AFTER
        return Segment(
            act,
            span,
            places=(Span(rest, found.start()),),
            side=where,
            anchors=Span(found.end(), span.end),
            group=False,
        )
    instead = {Act.REPLACE: _INSTEAD, Act.INSERT: _AFTER_ANNEX}.get(act)
    if instead is not None and (found := instead.search(text, rest)):
        return Segment(
            act, span, places=(Span(rest, found.start()),), substitutes=Span(found.end(), span.end)
        )
    return Segment(act, span, places=(Span(rest, span.end),))
