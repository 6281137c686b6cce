"""A provision's words, sentence by sentence: which of them may command at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kcdocs.law.commanding import words_of
from kcdocs.law.vocabulary import VERBS, alternation, names
from kcdocs.model.operation import Act
from kcdocs.model.span import Span
from kcdocs.parse import limits
from kcdocs.parse.command.grammar import read
from kcdocs.parse.command.naming import Namings
from kcdocs.parse.command.quotation import quotations
from kcdocs.parse.command.sentence import Command, Naming, Sentence, SentenceKind
from kcdocs.parse.command.tokens import T, Token, tokens
from kcdocs.text.late import late
from kcdocs.text.normalise import nfc
from kcdocs.text.seen import Seen, seen

_VERBS = [verb.words for verb in VERBS]
_MAY = late(alternation(words.lower() for words in (*_VERBS, *words_of("expire"), *words_of("suspend"))))
"""A word of a command, in small letters: what holds none needs no reading, and most paragraphs hold none."""

_DASH = late(r"(?:[-–—•+]\s+)?")
"""What an item of a list without labels begins with."""
_BETWEEN = (T.AT, T.ATTACHED, T.COMMA, T.JOINT, T.SEMICOLON, T.HISTORY, T.DAY)
"""What may stand between provisions and what is said of them, beside the instruments they are of."""

_NAMED = late(rf"(?i:{alternation(names())})(?!\w)")
"""How a text begins that may be the name of an instrument alone."""

_PLACE_ALONE = late(
    rf"(?:{alternation(word.capitalize() for word in words_of('at'))})\s[^;“”]{{1,{limits.PLACE_ALONE}}}:\s*$"
)
"""A place with nothing but a list below it: "Tại Điều 7:"."""

_BREAK = late(r"(?<=[.])\s+(?=[A-ZĐÀ-Ỹ])")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a provision.

    Attributes:
        sentence: What it says; spans are counted in its own words.
        text: Its words as seen.
        view: The provision's words as seen.
        start: Where it begins in them.
    """

    sentence: Sentence
    text: str
    view: Seen
    start: int

    def span(self, span: Span) -> Span:
        """Characters of the sentence as characters of the provision."""
        return Span(self.view.back(self.start + span.start), self.view.back(self.start + span.end))


def may_command(text: str) -> bool:
    """Whether words could hold a command at all."""
    return _MAY.search(nfc(text).lower()) is not None


def said(text: str, namings: Namings, *, carried: Act | None = None) -> list[Said]:
    """The sentences of a provision that command, open a list of commands, or speak of force.

    Args:
        text: The provision's words, in any Unicode form.
        namings: Reads the names of instruments.
        carried: What the lines above do, where this may be an item of their list.
    """
    if carried is None and not (may_command(text) or _PLACE_ALONE.match(text)):
        return []
    view = seen(text)
    found = [
        Said(read(words, namings, carried=carried), words, view, start)
        for start, words in _sentences(view.text)
    ]
    return [
        item for item in found if item.sentence.shape is not SentenceKind.OTHER or item.sentence.left_over
    ]


def commands_in(text: str, namings: Namings, *, carried: Act | None = None) -> list[Command]:
    """All commands of a provision's words."""
    return [
        command
        for item in said(text, namings, carried=carried)
        for command in item.sentence.commands
        if item.sentence.shape in (SentenceKind.COMMAND, SentenceKind.OPENING)
    ]


def instruments(text: str, namings: Namings) -> list[Naming]:
    """The other instruments that a title names side by side; notes on earlier amendments name none."""
    named = [token.naming for token in tokens(seen(text).text, namings) if token.naming is not None]
    return [naming for naming in named if naming.citation is not None]


def only_names(text: str, namings: Namings) -> Naming | None:
    """The instrument whose name a lead is made of ("1. Thông tư số … về …:"); None if it says more."""
    words = seen(text).text
    if _NAMED.match(words) is None:
        return None
    toks = [token for token in tokens(words, namings) if token.kind not in (T.COLON, T.HISTORY)]
    naming = toks[0].naming if len(toks) == 1 else None
    return naming if naming is not None and naming.citation is not None and naming.sure else None


def suspicious(text: str, namings: Namings) -> bool:
    """Whether words that are no command hold a verb, or a predicate of force, with an object of its own."""
    if not may_command(text):
        return False
    toks = tokens(seen(text).text, namings)
    return any(_with_object(toks, place) for place in range(len(toks)))


def _with_object(toks: Sequence[Token], place: int) -> bool:
    token = toks[place]
    behind = toks[place + 1 : place + 3]
    labelled = len(behind) == 2 and behind[0].is_(T.UNIT, "object") and behind[1].is_(T.LABEL, T.QUOTE)
    if token.kind is T.VERB:
        starts = place == 0 or toks[place - 1].is_(T.COMMA, T.SEMICOLON, T.COLON, T.STOP)
        quoted = bool(behind) and behind[0].is_(T.QUOTE)
        return starts and (labelled or quoted or (token.act is not Act.INSERT and _attached(toks[place:])))
    ends = token.kind in (T.DONE, T.EXPIRE) or token.act is Act.SUSPEND
    return ends and _subject_ends(toks[:place])


def _attached(toks: Sequence[Token]) -> bool:
    """Whether what comes with an instrument is named: "danh mục dự án ban hành kèm theo Nghị quyết số …"."""
    return any(
        one.is_(T.ATTACHED) and other.naming is not None and other.naming.citation is not None
        for one, other in pairwise(toks)
    )


def _subject_ends(toks: Sequence[Token]) -> bool:
    """Whether provisions or quoted words are named right before, with the instruments they are of."""
    for token in reversed(toks):
        if token.is_(T.LABEL, T.QUOTE):
            return True
        cited = token.naming.citation if token.naming else None
        another = cited is not None and cited.number != ""
        if not (another or token.is_(*_BETWEEN)):
            return False
    return False


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text outside its quotations, each with where it begins."""
    quoted = [item.outer for item in quotations(text)]
    start = _DASH.match(text).end()  # type: ignore[union-attr]  # it matches nothing too
    for found in _BREAK.finditer(text):
        if not any(span.start < found.start() < span.end for span in quoted):
            yield start, text[start : found.start()]
            start = found.end()
    yield start, text[start:]
