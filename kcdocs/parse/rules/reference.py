"""How a text points at provisions: single, listed, ranged, nested, relative.

The grammar, in the order a text writes it (the innermost first)::

    chain   = ["các" | "từ"] group { joint group } [ "của" ] [ instrument ]
    group   = unit ( label { "," | "và" | "hoặc" | "đến" label } | "này" )
    joint   = nothing | "," | ";" | "và" | "hoặc" | "đến" | "của" ...
    unit    = "điểm" | "khoản" | "Điều" | "Mục" | "Chương" | "Phần" | "Phụ lục" | "đoạn" ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kcdocs.law.kinds import LEVEL, unit_pattern
from kcdocs.law.kinds import NAMES as UNIT_KINDS
from kcdocs.law.numbers import SYMBOLS
from kcdocs.law.vocabulary import GENERIC, INSIDE, alternation, either_case
from kcdocs.law.vocabulary import names as type_names
from kcdocs.model.address import BELOW, FORMS, SPOKEN, Address, Kind
from kcdocs.parse import limits
from kcdocs.parse.names import Names
from kcdocs.parse.rules import citation
from kcdocs.parse.rules.citation import Cited
from kcdocs.text.labels import ANNEX, ARABIC, FORM, POINT, ROMAN
from kcdocs.text.late import late
from kcdocs.text.ordinals import WORDS

_ORDINAL = rf"thứ\s+(?:{WORDS})"
_END = r"(?!\w|[.,/]\d)"
_LISTED_END = r"(?!\w|[./]\d)"
_ARABIC = rf"(?!0){ARABIC}{_LISTED_END}"
_ROMAN = rf"{ROMAN}{_END}"
_LABELS = {
    Kind.PARAGRAPH: late(rf"{_ORDINAL}|mở đầu|cuối cùng|cuối|\d{{1,2}}{_END}"),
    Kind.POINT: re.compile(rf"{POINT}(?!\w)(?!\s(?:tế|sĩ|học|tá|bác|dược)\b)"),
    Kind.CLAUSE: re.compile(_ARABIC),
    Kind.ARTICLE: re.compile(rf"[1-9]\d{{0,3}}[a-zđ]?{_LISTED_END}"),
    Kind.SUBSECTION: re.compile(rf"{_ARABIC}|{_ROMAN}"),
    Kind.SECTION: re.compile(rf"{_ARABIC}|{_ROMAN}"),
    Kind.CHAPTER: re.compile(rf"{_ROMAN}|{_ARABIC}"),
    Kind.PART: late(rf"{_ORDINAL}|{_ROMAN}|{_ARABIC}"),
    Kind.ANNEX: re.compile(rf"(?:số\s+)?{ANNEX}(?!\w|[./-]\d|[-–]\w)"),
}
_NAMES = unit_pattern()
_UNIT = late(rf"({_NAMES})\s+(?:(này)(?!\w))?")
_JOINT = re.compile(
    r"(\s*,\s*(?:và|hoặc)?|\s*;|\s+(?:và/hoặc|và|hoặc|đến hết|đến|của|thuộc|trong|tại)(?=\s)|)\s*"
    r"(?:(?:quy định )?tại\s+)?((?:các|những|từ)\s+)?(?:tên\s+(?:của\s+)?)?"
)
_LIST = re.compile(r"\s*(,\s*(?:và|hoặc)?|;|và/hoặc|và|hoặc|đến hết|đến|-|–)\s*")
_COUNTED = "|".join([SPOKEN[Kind.PART].lower(), SPOKEN[Kind.ANNEX].lower(), *FORMS])
_MEASURED = re.compile(
    r"\s+(?:ngày|tháng|năm|giờ|phút|tuần|quý|lần|người|đồng|triệu|tỷ|nghìn|trăm|bản|bộ|cấp|loại|nhóm|"
    rf"đơn vị|cơ quan|văn bản|trường hợp|hình thức|mức|thành viên|{_COUNTED}|tổ chức|đại diện)\b"
    r"|\s?(?:%|m2|km|ha|kg)"
)
_BUDGET = re.compile(r"loại \d+,? $")
"""What stands before a unit of the budget: "loại 070 khoản 102"."""

_INSIDE = {
    unit: tuple(words.removesuffix(unit) for words in INSIDE if words.endswith(f" {unit}"))
    for unit in {words.split()[-1] for words in INSIDE}
}
"""What stands before a unit's name that is the end of another word: "thời điểm", "giai đoạn cuối"."""

_UNREAD = re.compile(
    rf"(?:{unit_pattern(Kind.POINT)})\s+(?:([a-zđ])\1{{1,3}}|\d\S{{0,6}})\s+$"
    rf"|(?:{unit_pattern(Kind.CLAUSE)})\s+\d\S{{0,6}}\s+$"
    rf"|(?:{either_case(BELOW)})\s+(?:[a-zđ](?:[\W\d]\S{{0,3}})?|[ivx]{{2,4}}|\d\S{{0,4}})\s+$"
)
_FORMS = rf"(?:{either_case(FORMS)})\s+(?:số\s+)?"
_FORM = late(
    rf"(?<!\w)({_FORMS}{FORM}(?:(?:,|\s+và|\s+hoặc|\s+đến)\s+(?:{_FORMS})?{FORM}){{0,6}})"
    r"\s+(?:(?:tại|của|thuộc|trong|kèm theo|ban hành kèm theo)\s+)?$"
)
"""The forms of the annex that is named next: "Mẫu số 01 và Mẫu số 02 "."""

_ATTACHED = re.compile(r"\s+(?:(?:được\s+)?ban hành\s+)?kèm theo(?:\s+tại)?(?=\W|$)")
_OF = re.compile(r"(\s*,)?\s*(?:(?:của|thuộc|trong|tại|theo)\s+)?")
_BEFORE = re.compile(r"(?:[Cc]ác|[Nn]hững|[Tt]ừ)\s+$")
_TYPES = alternation((*type_names(), GENERIC))
_SYMBOLS = alternation(SYMBOLS)
_WORDS = f"{_NAMES}|{_TYPES}|{_SYMBOLS}".split("|")
_FIRST = "".join(sorted({word[0] for word in _WORDS}))
_SECOND = "".join(sorted({word[1] for word in _WORDS if len(word) > 1}))
_BEGINNING = (
    rf"(?:{_NAMES})\s+(?=\d|{ROMAN}(?!\w)|[A-H](?!\w)|[a-zđ]\d{{0,2}}(?!\w)|này(?!\w)"
    r"|số\s+\d|thứ\s|từ\s|mở đầu|cuối|(?:ban hành )?kèm theo)"
    rf"|(?:{_TYPES})\s|(?:{_SYMBOLS})\s+(?:số\s+)?\d"
)
_ANCHOR = late(rf"[{_FIRST}](?<![^\W_].)(?=[{_SECOND}\s])(?<=(?=({_BEGINNING})).)")
"""Where a reference may begin: one group. Its letter, what stands before it and the next letter, asked first,
spare trying a hundred words everywhere; a pattern that begins with a set of letters is searched for in C."""


class Group(NamedTuple):
    """One unit and its labels.

    Attributes:
        kind: The unit.
        labels: Its labels; empty for "này".
        ranges: Places in `labels` of those that open a range up to the next label.
        joint: What joins it to the group before ("", ",", "và", "của", ...).
        plural: Whether "các" stands before it.
    """

    kind: Kind
    labels: tuple[str, ...]
    ranges: frozenset[int]
    joint: str
    plural: bool


class ReferenceChain(NamedTuple):
    """An expression that points at provisions, at an instrument, or at provisions of an instrument.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        groups: Its units in the order written; empty where only an instrument is named.
        cited: The instrument named, None if none is.
        unread: A label before it that is none ("điểm aa"): what the whole points at is not understood.
        form: The forms of the annex that it points at ("Mẫu số 01"), as they stand before it; empty for all.
    """

    start: int
    end: int
    groups: tuple[Group, ...]
    cited: Cited | None
    unread: str = ""
    form: str = ""


def chains(text: str, names: Names) -> list[ReferenceChain]:
    """All expressions of a text that point somewhere, in order.

    Args:
        text: The text, composed.
        names: Instruments known by name.
    """
    found: list[ReferenceChain] = []
    place = 0
    while (anchor := _ANCHOR.search(text, place)) is not None:
        chain = _chain(text, anchor.start(), names)
        if chain is not None:
            found.append(chain)
            found += _further(text, chain.cited, names)
        place = found[-1].end if chain is not None else anchor.end(1)
    return found


def _further(text: str, cited: Cited | None, names: Names) -> Iterator[ReferenceChain]:
    """The instruments whose numbers alone follow one that is named."""
    while cited is not None:
        cited = citation.read_further(text, cited, names)
        if cited is not None:
            yield ReferenceChain(cited.start, cited.end, (), cited)


def write(address: Address) -> str:
    """An address as a text writes it: "điểm đ khoản 2 Điều 5a"."""
    return " ".join(f"{SPOKEN[step.kind]} {step.label}".strip() for step in reversed(address.steps))


def _of_another_word(text: str, start: int) -> bool:
    """Whether the name that begins there is no unit's: the end of a longer word, or a unit of the budget."""
    before = text[max(start - 12, 0) : start].lower()
    longer = any(text.startswith(unit, start) and before.endswith(firsts) for unit, firsts in _INSIDE.items())
    return longer or _BUDGET.search(before) is not None


def _chain(text: str, start: int, names: Names) -> ReferenceChain | None:
    if start and _of_another_word(text, start):
        return None
    group, end = _group(text, start, "", plural=False)
    if group is None:
        cited = citation.read(text, start, names)
        return ReferenceChain(start, cited.end, (), cited) if cited else None
    groups, end = _groups(text, group, end)
    before = _BEFORE.search(text[max(start - 8, 0) : start])
    if before is not None and (before.group().strip().lower() != "từ" or _ranged(groups)):
        start -= len(before.group())
        if before.group().strip().lower() != "từ":
            groups[0] = groups[0]._replace(plural=True)
    cited, end = _of(text, end, groups[-1].kind, names)
    unread = _UNREAD.search(text, max(start - limits.UNREAD, 0), start)
    if unread is not None and _of_another_word(text, unread.start()):
        unread = None
    if unread is not None:
        start = unread.start()
    form = _form(text, start) if groups[0].kind is Kind.ANNEX else ""
    return ReferenceChain(start, end, tuple(groups), cited, unread.group().strip() if unread else "", form)


def _form(text: str, start: int) -> str:
    """The forms named right before an annex."""
    found = _FORM.search(text, max(start - limits.FORM, 0), start)
    return " ".join(found.group(1).split()) if found else ""


def _groups(text: str, group: Group, end: int) -> tuple[list[Group], int]:
    """All groups from the first one on, ranges over two units made one, and where they end."""
    groups = [group]
    while len(groups) < limits.LONGEST_CHAIN:
        joint = _JOINT.match(text, end)
        if joint is None:
            return groups, end
        following, after = _group(text, joint.end(), joint.group(1).strip(" ;"), plural=bool(joint.group(2)))
        if following is None or (not joint.group(1) and joint.end() == end):
            return groups, end
        end = after
        last = groups[-1]
        if following.joint.startswith("đến") and following.kind is last.kind and last.labels:
            groups[-1] = last._replace(
                labels=last.labels + following.labels,
                ranges=last.ranges | {len(last.labels) - 1},
            )
        else:
            groups.append(following)
    return groups, end


def _group(text: str, start: int, joint: str, *, plural: bool) -> tuple[Group | None, int]:
    unit = _UNIT.match(text, start)
    if unit is None:
        return None, start
    kind = UNIT_KINDS[unit.group(1).lower()]
    if unit.group(2):
        usable = kind is not Kind.ARTICLE or unit.group(1)[0].isupper()
        return (Group(kind, (), frozenset(), joint, plural) if usable else None), unit.end()
    if kind is Kind.ANNEX and _ATTACHED.match(text, unit.end() - 1):
        return Group(kind, ("",), frozenset(), joint, plural), unit.start(1) + len(unit.group(1))
    return _labelled(text, unit.end(), kind, joint, plural=plural)


def _labelled(text: str, start: int, kind: Kind, joint: str, *, plural: bool) -> tuple[Group | None, int]:
    pattern = _LABELS[kind]
    if kind in (Kind.CLAUSE, Kind.POINT, Kind.ARTICLE) and text.startswith("từ ", start):
        start += 3
    found = pattern.match(text, start)
    if found is None or (kind is Kind.PARAGRAPH and _MEASURED.match(text, found.end())):
        return None, start
    labels, ranges, end = [_bare(found.group())], set(), found.end()
    while (link := _LIST.match(text, end)) is not None:
        found = pattern.match(text, link.end())
        if found is None or _MEASURED.match(text, found.end()) or not _separated(text, link, found):
            break
        if link.group(1).startswith(("đến", "-", "–")):
            ranges.add(len(labels) - 1)
        labels.append(_bare(found.group()))
        end = found.end()
    return Group(kind, tuple(labels), frozenset(ranges), joint, plural), end


def _separated(text: str, link: re.Match[str], found: re.Match[str]) -> bool:
    """Whether a word that joins two labels stands free of them."""
    if not link.group(1)[0].isalpha():
        return True
    return text[link.start()].isspace() and text[link.end() - 1].isspace() and found.start() == link.end()


def _bare(label: str) -> str:
    return label.removeprefix("số").strip().lstrip("0") or label


def _ranged(groups: list[Group]) -> bool:
    return any(group.ranges for group in groups)


def _of(text: str, end: int, last: Kind, names: Names) -> tuple[Cited | None, int]:
    """The instrument that a chain names at its end, and where the whole ends."""
    attached = _ATTACHED.match(text, end) if last is Kind.ANNEX else None
    start = attached.end() if attached else end
    of = _OF.match(text, start)
    if of is None or of.end() == start:
        return None, start
    cited = citation.read(text, of.end(), names)
    if cited is None and (of.group().strip() == "của" or last is Kind.ARTICLE):
        cited = citation.read_alone(text, of.end(), names)
    if cited is None or (of.group(1) and LEVEL[last] > LEVEL[Kind.ARTICLE]):
        return None, start
    return cited, cited.end
