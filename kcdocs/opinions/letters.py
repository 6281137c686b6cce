"""Letters of opinion, that speak of provisions in sentences: each sentence at the provision it names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kcdocs.law import layout
from kcdocs.model.address import SPOKEN, UNITS, Address, Kind
from kcdocs.model.opinion import Opinion, OpinionKind
from kcdocs.opinions import limits
from kcdocs.opinions.asking import agrees, asks, only_polite, without_bullet
from kcdocs.opinions.opinion_forms import FormRow, form_rows
from kcdocs.parse.references import find_references
from kcdocs.text.dates import parse_date, short_date
from kcdocs.text.normalise import content_form, nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.model.instrument import Instrument, Node

_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[^\W\d_])")
_DAY = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}")
_RECIPIENTS = re.compile(rf"(?:^|(?<=\s)){layout.RECIPIENTS}(?=\s*(?::|$))")
_NATION = (layout.NATIONAL, layout.MOTTO)
_CLOSING = ("trên đây là",)
_HEADED = (Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE)
_ABOUT = (
    "về",
    "đối với",
    "nội dung",
    "quy định",
    *(SPOKEN[kind].casefold() for kind in (Kind.PART, *_HEADED)),
)
"""What stands in front of a heading that names its provision."""

_PART = "I"
"""The kind of number that parts of a letter bear."""

_HEADING = ("về", "đối với", "tại", "góp ý", "ý kiến", "nội dung", *(word.casefold() for word in UNITS))
"""What a heading within a letter begins with."""

_SIGNED = re.compile(r"(?:tên )?(?:cơ quan|đơn vị|tổ chức)[^:]{0,60}góp ý[^:]{0,30}:\s*(?=\w)", re.IGNORECASE)
"""What stands in front of the name of the office, in a form that it filled in."""

_GOES_ON = ("TỈNH ", "THÀNH PHỐ ", "XÃ ", "PHƯỜNG ", "ĐẶC KHU ", "VÀ ")
"""What the second line of the name of a body begins with."""


@dataclass(frozen=True, slots=True)
class OpinionLetter:
    """A letter of opinion, or a form that an office filled in.

    Attributes:
        office: Who sent it, as its head says; empty where that cannot be told.
        letter: Number and date, as "Công văn số 12/SCT-KC ngày 05/11/2026"; empty where it bears none.
        lines: Its body: what stands between the addressee and the recipients, tables of opinions left out.
        rows: The rows of its tables of opinions.
        addressed: To whom it goes.
        subject: Where it says what it is about: its abstract and its first lines, or the title of a form.
    """

    office: str
    letter: str
    lines: tuple[str, ...]
    rows: tuple[FormRow, ...] = ()
    addressed: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()


def read_letter(text: Instrument) -> OpinionLetter | None:
    """A text as a letter of opinion; None if it is addressed to nobody and has no table of opinions."""
    forms = form_rows(text.lines())
    rows = tuple(row for found in forms.values() for row in found)
    lines = [
        nfc(part).strip()
        for line in text.lines()
        if line.cell is None or line.cell.table not in forms
        for part in line.text.split("\n")
    ]
    lines = [line for line in lines if line]
    start = next((n for n, line in enumerate(lines) if line.startswith(layout.ADDRESSED)), None)
    if start is None:
        asked = tuple(
            line for line in lines if asks(line)
        )  # the rest of a form says who filled it in, and for whom
        return OpinionLetter(_signed(lines), "", asked, rows, subject=_titles(lines)) if forms else None
    head, body = lines[:start], [*_body(lines[start + 1 :])]
    addressed = [lines[start].removeprefix(layout.ADDRESSED)]
    while not addressed[0].strip(" :") and body and body[0].startswith(("-", "–")):
        addressed.append(body.pop(0))
    names = tuple(filter(None, (name.strip(" :;.-–") for name in addressed)))
    about = (_abstract(head), *_opening(body))
    return OpinionLetter(_office(head), _number(head), tuple(body), rows, names, about)


def sentences(base: Instrument, letter: OpinionLetter) -> tuple[Opinion, ...]:
    """What a letter asks, in the order of the base; what names no provision of it stands at the whole.

    A letter that only agrees asks nothing.
    """
    places = _Places(base)
    said = [one for one in _parted(letter.lines, places) if not only_polite(one[0], letter.addressed)]
    said += [(wish, places.of_row(row)) for row in letter.rows for wish in row.wishes]
    if all(agrees(words) for words, _ in said):
        return ()
    return tuple(sorted((places.opinion(*one) for one in said), key=lambda one: one.rank))


class _Places:
    """The provisions of the base, and which of them a text names."""

    def __init__(self, base: Instrument) -> None:
        self.nodes: dict[Address, Node] = {}
        self.ranks: dict[Address, float] = {}
        for rank, node in enumerate(base.provisions()):
            self.nodes.setdefault(node.address, node)
            self.ranks.setdefault(node.address, float(rank))
        headed = [(_plain(node.text), node.address) for node in self.nodes.values() if node.kind in _HEADED]
        told = Counter(heading for heading, _ in headed)
        self.headings = {
            _about(heading): address for heading, address in headed if told[heading] == 1 and " " in heading
        }

    def named(self, text: str, around: Address) -> Address | None:
        """The provision that a text names first, or the nearest that holds it; None if it names none.

        One that stands under no other may be named by its heading too ("Về đối tượng áp dụng: …").
        """
        for reference in find_references(text, at=around):
            for target in reference.targets if reference.citation is None else ():
                place = self._standing(target)
                if place.steps:
                    return place
        return None if around.steps else self._headed(_plain(text))

    def _headed(self, text: str) -> Address | None:
        found = [
            (match.start(), address)
            for about, address in self.headings.items()
            if (match := about.search(text))
        ]
        return min(found, key=lambda one: one[0])[1] if found else None

    def of_row(self, row: FormRow) -> Address:
        """The provision that a row of a table of opinions is about: as it says, else as it quotes."""
        named = self.named(row.place, Address()) if row.place else None
        if named is None and row.quoted:
            named = self.named(row.quoted, Address()) if not row.place else None
            named = named or self._quoted(_plain(row.quoted))
        return named or Address()

    def _quoted(self, words: str) -> Address | None:
        """The one provision that says these words; None for so few that many may."""
        if len(words) < limits.RECOGNISED:
            return None
        found = [address for address, node in self.nodes.items() if words in _plain(node.text)]
        return found[0] if len(found) == 1 else None

    def _standing(self, address: Address) -> Address:
        """The provision, or the nearest around it that the base has; empty if it has none."""
        while address.steps and address not in self.nodes:
            address = address.parent
        return address

    def opinion(self, words: str, address: Address) -> Opinion:
        node = self.nodes.get(address)
        rank = self.ranks.get(address, -1.0)  # what is said of the whole stands in front
        return Opinion(OpinionKind.SENTENCE, address, rank, words, node.text if node else "")


def _plain(text: str) -> str:
    return content_form(text).casefold()


def _about(heading: str) -> re.Pattern[str]:
    """Finds where a sentence speaks of what bears this heading."""
    return re.compile(rf'(?:^|(?<!\w)(?:{"|".join(_ABOUT)}))[ :"(]*{re.escape(heading)}(?!\w)')


def _parted(lines: Sequence[str], places: _Places) -> Iterator[tuple[str, Address]]:
    """The sentences with the provision each is about.

    A line that ends in a colon, or is a heading, and names a provision speaks for the lines behind it, up to
    the next of its own level; one that names none only leads in, and a part of the letter begins anew. What
    follows a sentence in its line and names nothing else (a reason) belongs to it.
    """
    lead, level, used = "", "", True
    around = Address()
    for line in lines:
        bullet, words = without_bullet(line)
        if words.casefold().startswith(_CLOSING):
            continue
        if lead and bullet == level:
            if not used:
                yield lead, around
            lead, around = "", Address()
        if words.endswith(":") or _is_heading(words):
            if lead and not used:
                yield lead, around
            if bullet == _PART:
                lead, around = "", Address()
            named = places.named(words, around)
            lead, level, used = (words, bullet, False) if named else (lead, level, True)
            around = named or around
            continue
        for sentence, own in _stretches(words, around, places):
            used = True
            yield sentence, own
    if lead and not used:
        yield lead, around


def _is_heading(words: str) -> bool:
    """Whether a line is a heading within the letter, and no sentence."""
    if not (words[-1].isalnum() or words[-1] in ')»”"') or asks(words) or agrees(words):
        return False
    return words.isupper() or words.casefold().startswith(_HEADING)


def _stretches(words: str, around: Address, places: _Places) -> Iterator[tuple[str, Address]]:
    said, current = "", around
    for sentence in _SENTENCE.split(words):
        named = places.named(sentence, around)
        if said and named is not None and named != current:
            yield said, current
            said = ""
        current = named or current
        said = f"{said} {sentence}".strip()
    if said:
        yield said, current


def _body(lines: Iterable[str]) -> Iterator[str]:
    """The lines up to the sign that ends a letter or to its recipients, which may stand in its last line."""
    for line in lines:
        said = _RECIPIENTS.split(line, maxsplit=1)[0].rstrip()
        if said:
            yield said
        if said != line or said.endswith(layout.END):
            return


def _abstract(head: Sequence[str]) -> str:
    """What stands behind "V/v", in however many lines; two columns are parted by a tab.

    A line with the day is left out: where a print mixes both columns, a place would pass for a part of it.
    """
    left = [line.split("\t")[0].strip() for line in head if not _DAY.search(line.split("\t")[0])]
    start = next((n for n, line in enumerate(left) if line.startswith(layout.ABOUT)), len(left))
    return " ".join(line for line in left[start:] if line and line not in _NATION)


def _opening(body: Sequence[str]) -> Iterator[str]:
    """The first lines, up to one that bears a bullet or asks for something."""
    for number, line in enumerate(body[: limits.OPENING]):
        if without_bullet(line)[0] or (number and asks(line)):
            return
        yield line


def _titles(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines of a form, those in capitals that follow one another as one."""
    return tuple(
        said
        for upper, group in groupby(lines, key=str.isupper)
        for said in ([" ".join(group)] if upper else group)
    )


def _office(head: Sequence[str]) -> str:
    """The lines in capitals above the number, the issuing body first; two columns are parted by a tab."""
    above: list[str] = []
    national = ""  # what of the nation's name stood in the lines before: a narrow column parts it
    for line in head:
        left = line.split("\t")[0].strip()
        if left.startswith(layout.NUMBERED):
            break
        if left.isupper() and layout.NATIONAL.startswith(f"{national} {left}".strip()):
            national = f"{national} {left}".strip()
            continue
        if not left.isupper() or left == layout.MOTTO:
            continue
        if above and left.startswith(_GOES_ON):
            above[-1] += f" {left}"
        else:
            above.append(left)
    return ", ".join(reversed(above))


def _signed(lines: Iterable[str]) -> str:
    """The office that a filled in form names; empty where it names none."""
    found = (line[match.end() :].strip(" .…") for line in lines if (match := _SIGNED.match(line)))
    return next(filter(None, found), "")


def _number(head: Iterable[str]) -> str:
    """The number and the day, as a table of opinions cites them."""
    number = day = ""
    for line in head:
        for part in line.split("\t"):
            if part.strip().startswith(layout.NUMBERED) and "/" in part and not number:
                number = part.strip().removeprefix(layout.NUMBERED).strip(" :")
            if not day and (found := _DAY.search(part)):
                day = short_date(parse_date(found.group()))
    if not number:
        return day and f"văn bản ngày {day}"
    return f"Công văn số {number}{f' ngày {day}' if day else ''}"
