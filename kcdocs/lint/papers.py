"""A document with its parts, as the rules see it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kcdocs.law import layout, numbers
from kcdocs.law.layout import Profile, Role
from kcdocs.law.vocabulary import alternation
from kcdocs.lint import limits
from kcdocs.lint.finder import PartFinder
from kcdocs.lint.pieces import PaperLine, pieces_of
from kcdocs.lint.signs import DATE, OPEN, TYPE_NAMES, name_of, same_words
from kcdocs.model.catalogue import Catalogue
from kcdocs.text.dates import from_parts
from kcdocs.text.normalise import fold_tones
from kcdocs.word.read import SetParagraph, TypeSetting

_FOOT = re.compile(rf"\s*{layout.RECIPIENTS}\s*:", re.IGNORECASE)
_NO_STATE = re.compile(
    rf"(?:{alternation(fold_tones(name) for name in layout.NO_STATE_BODIES)})(?! ĐỒNG)(?!\w)"
)
_HONOURED = re.compile(rf"(?:{alternation(map(fold_tones, layout.HONOURED))})(?!\w)")

_DAY = re.compile(r"ngày\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """A document with its parts.

    Attributes:
        name: The file, as the user named it.
        setting: How it is set.
        pieces: All its lines but those of text boxes, in reading order.
        roles: What each part is made of, in reading order; a part that was not found is left out.
        body: The lines between the opening and the signature, tables left out.
        annexed: Its lines from the first annex on.
        type: Its type ("Quyết định"); empty for a letter.
        number: Its number and symbol, empty where it bears none yet.
        issued: Its day, None where it bears none yet.
        template: Whether it is a template with tags.
        foreign: Whether it is a paper of a kind, or of a body, that is under no rules of offices.
        profile: The rules of layout it is under.
        catalogue: The instruments that are known, for its legal bases; None to leave their force aside.
    """

    name: str
    setting: TypeSetting
    pieces: tuple[PaperLine, ...]
    roles: Mapping[Role, tuple[PaperLine, ...]]
    body: tuple[PaperLine, ...]
    annexed: tuple[PaperLine, ...]
    type: str
    number: str
    issued: date | None
    template: bool
    foreign: bool
    profile: Profile
    catalogue: Catalogue | None = None

    def of(self, role: Role) -> tuple[PaperLine, ...]:
        """The lines of a part; none where it was not found."""
        return self.roles.get(role, ())

    def text(self, role: Role) -> str:
        """The words of a part in one line."""
        return " ".join(piece.plain for piece in self.of(role))

    @property
    def is_document(self) -> bool:
        """Whether it is an office's document: it has a number, or a head with a type or an abstract."""
        headed = bool(self.of(Role.NATIONAL)) and bool(self.of(Role.ISSUER))
        named = any(name_of(piece) in TYPE_NAMES for piece in self.of(Role.TYPE)) or bool(self.of(Role.ABOUT))
        return not self.foreign and (bool(self.of(Role.NUMBER)) or (headed and named))

    @property
    def is_private(self) -> bool:
        """Whether its issuer is no state body: it need not follow the decree."""
        return any(_NO_STATE.match(self.text(role)) for role in (Role.ISSUER, Role.SUPERIOR))

    @property
    def is_honoured(self) -> bool:
        """Whether its issuer is of the arms, education, health or science: their signers bear a rank."""
        return any(_HONOURED.match(self.text(role)) for role in (Role.ISSUER, Role.SUPERIOR))

    @property
    def is_open(self) -> bool:
        """Whether a tag, or a row of dots, stands for a part that is still to be filled in."""
        named = {piece for found in self.roles.values() for piece in found}.union(self.body, self.annexed)
        return any(OPEN.search(piece.text) for piece in self.pieces if piece not in named)

    @property
    def is_draft(self) -> bool:
        """Whether it is no more than a draft: marked so, or with its number or its day left open."""
        number, day = self.of(Role.NUMBER), self.of(Role.PLACE)
        marked = any(piece.plain.startswith(layout.DRAFT) for piece in self.pieces[: limits.HEAD])
        unnumbered = bool(number) and not any(map(str.isdigit, number[0].text.partition("/")[0]))
        return marked or unnumbered or (bool(day) and not _DAY.search(day[0].text))

    @property
    def is_enclosed(self) -> bool:
        """Whether it comes with another document and bears no number of its own."""
        return bool(self.of(Role.ENCLOSED)) and not self.of(Role.NUMBER)


def read_paper(
    setting: TypeSetting, name: str, *, template: bool = False, profile: Profile | None = None
) -> CheckedPaper:
    """Find the parts of a document.

    Args:
        setting: How it is set.
        name: The file, as the user named it.
        template: Whether it is a template with tags.
        profile: The rules of layout to hold it against; told by its type, number and day if None.
    """
    finder = PartFinder(_lines(setting.paragraphs))
    finder.find()
    roles = {role: tuple(found) for role, found in finder.roles.items() if found}
    number = numbers.number_in(" ".join(piece.text for piece in roles.get(Role.NUMBER, ())))
    type_, issued = _type(roles, number), _day(roles.get(Role.PLACE, ()))
    issuer = " ".join(piece.plain for piece in roles.get(Role.ISSUER, ()))
    return CheckedPaper(
        name,
        setting,
        tuple(finder.pieces),
        roles,
        tuple(finder.body),
        tuple(finder.annexed),
        type_,
        number,
        issued,
        template,
        finder.foreign or type_ in layout.OF_PARTIES,
        profile or layout.profile_of(type_, number, issued, issuer),
    )


def _foot(paragraphs: Sequence[SetParagraph]) -> range:
    """Numbers of the paragraphs of a foot without a table: tabs part recipients and signature there."""
    starts = [item.number for item in paragraphs if not item.spot.table and _FOOT.match(item.text)]
    return range(starts[-1], starts[-1] + limits.FOOT) if starts else range(0)


def _lines(paragraphs: Sequence[SetParagraph]) -> list[PaperLine]:
    """The lines of a document; those of text boxes only where its head stands in them."""
    foot = _foot(paragraphs)
    every = [(item, list(_pieces(item, foot))) for item in paragraphs]
    open_ = [piece for item, pieces in every if not item.boxed for piece in pieces]
    early = open_[: limits.HEAD]
    boxed = any(item.boxed for item in paragraphs)
    if not boxed or any(same_words(piece, layout.NATIONAL) for piece in early):
        return open_
    return [piece for _, pieces in every for piece in pieces]


def _pieces(paragraph: SetParagraph, foot: range) -> Iterable[PaperLine]:
    return pieces_of(paragraph, apart=paragraph.number <= limits.HEAD or paragraph.number in foot)


def _type(roles: Mapping[Role, Sequence[PaperLine]], number: str) -> str:
    named = next((TYPE_NAMES.get(name_of(piece)) for piece in roles.get(Role.TYPE, ())), None)
    if named is not None:
        return named.name
    return "" if Role.ABOUT in roles or Role.ADDRESSEE in roles else numbers.type_of(number)


def _day(found: Sequence[PaperLine]) -> date | None:
    dated = next((match for piece in found if (match := DATE.search(piece.text))), None)
    return from_parts(dated[1], dated[2], dated[3]) if dated else None
