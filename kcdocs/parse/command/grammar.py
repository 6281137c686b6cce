"""The grammar of the amending sentence, by recursive descent over its tokens.

Every rule takes what is its own and leaves the rest; what no rule of a command takes is left over, and the
command is not understood. Source: Decree 78/2025/NĐ-CP, Articles 66 to 71, and the sentences of 124 amending
instruments of 2013 to 2026, whose 29 shapes it holds. The rules stand in a row of classes, each on the one
before: tokens and what they name (`objects`), quoted words with their places and what ends a command
(`endings`), commands on words (`wording`), on provisions (`provisions`), passive ones and the end of force
(`force`), and here the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kcdocs.law.commanding import SPOKEN_OF
from kcdocs.model.operation import Act
from kcdocs.model.span import Span
from kcdocs.parse.command.cursor import SEPARATORS
from kcdocs.parse.command.force import Force
from kcdocs.parse.command.naming import Namings
from kcdocs.parse.command.sentence import Command, NamedItem, Naming, Sentence, SentenceKind
from kcdocs.parse.command.tokens import T, Token, tokens
from kcdocs.parse.command.unfinished import UnfinishedCommand, joined


def read(text: str, namings: Namings, *, carried: Act | None = None) -> Sentence:
    """Read one sentence.

    Args:
        text: The sentence, composed, without its own label.
        namings: Reads the names of instruments.
        carried: What the sentence above does, where this may be an item of its list ("a) Khoản 2 Điều 7;").

    Returns:
        What it says; words that no rule takes are in `left_over` of the command they stand in.
    """
    return _Parser(text, tokens(text, namings), carried).sentence()


class _Parser(Force):
    """Reads the tokens of one sentence."""

    def __init__(self, text: str, toks: Sequence[Token], carried: Act | None) -> None:
        super().__init__(text, toks)
        self._carried = carried
        self._day: date | None = None
        self._places: list[NamedItem] = []
        self._whose: Naming | None = None

    def sentence(self) -> Sentence:
        """The whole sentence."""
        lead = self._ending_list() or self._place_alone()
        if lead is None and self._speaks_only():
            return Sentence(SentenceKind.OTHER, Span(0, len(self._text)))
        self._before()
        ended = self._of_force() if lead is None else [lead]
        before = self._ahead_of_verb() if ended is None else []
        commands = self._commands() if ended is None or self._to_next_verb() else []
        if ended is not None and not (ended or commands):
            return Sentence(SentenceKind.EFFECT, Span(0, len(self._text)))
        commands = [*(ended or []), *commands]
        if not commands:
            return Sentence(SentenceKind.OTHER, Span(0, len(self._text)), left_over=tuple(joined(before)))
        places = tuple(self._places)
        commands = [
            replace(item, day=item.day or self._day, naming=item.naming or self._whose, places=places)
            for item in commands
        ]
        commands = list(_places_shared(commands))
        group = all(item.group for item in commands)
        return Sentence(
            SentenceKind.OPENING if group else SentenceKind.COMMAND,
            Span(0, len(self._text)),
            tuple(commands),
            places,
            self._introduces,
            self._ended,
            self._inline,
            tuple(joined(before)),
        )

    def _place_alone(self) -> Command | None:
        """Take a place with nothing but a list below it: "Tại Điều 7:"."""
        mark = self._place
        draft = UnfinishedCommand(None, "", self._peek().span.start, group=True)
        if self._skip(T.AT):
            draft.items = self.items()
            self._target(draft)
            if draft.items and self._at(T.COLON) and self._place == len(self._toks) - 1:
                self._lead()
                return draft.frozen(self._end())
        self._place = mark
        return None

    def _speaks_only(self) -> bool:
        if self._at(T.PART) and self._at(T.ORDINAL, ahead=1):  # "Căn cứ thứ hai được …" names one
            return False
        lower = " ".join(self._text.lower().split())
        return lower.startswith(tuple(f"{word} " for word in SPOKEN_OF))

    def _before(self) -> None:
        """What may stand before the verb: a day, a place, an instrument, the amending one itself."""
        if self._names_another() and self._peek(1).kind is T.COLON and self._peek(2).is_(T.VERB, T.DAY):
            self._whose = self._take().naming
            self._take()
        if self._at(T.DAY):
            self._day = self._take().day
            self._skip(T.COMMA)
        self._of_own_force()
        if self._this_instrument() and self._peek(1).is_(T.VERB):
            self._take()
            self._own = True
        mark = self._place
        said = self._skip(T.AT) and not self._at(T.QUOTE)
        if said or self._starts_item():
            self._places = self.items()
            while self._skip(T.HISTORY):
                pass
            behind = self._skip(T.COMMA, T.COLON) if said else self._skip(T.COLON)
            if not (behind and (self._at(T.VERB) or (said and self._at_words()))):
                self._place, self._places = mark, []
        else:
            self._place = mark

    def _this_instrument(self) -> bool:
        token = self._peek()
        return token.kind is T.NAMING and token.naming is not None and token.naming.citation is None

    def _ahead_of_verb(self) -> list[Token]:
        """Words before the first verb that no rule takes ("Đối với tổ hợp tác, …")."""
        if self._at(T.VERB) or self._carried is not None or self._starts_object() or self._passive_ahead():
            return []
        left: list[Token] = []
        while not self._done():
            token = self._take()
            left.append(token)
            if token.kind in (T.COMMA, T.COLON) and self._at(T.VERB):
                return [item for item in left if item.kind is not T.COMMA]
        return left

    def _commands(self) -> list[Command]:
        found: list[Command] = []
        act, verb = self._carried, ""
        listing = self._carried is not None
        begun = 0
        while not self._done():
            start = self._peek().span.start
            passive = self._corrected() or self._own_instead() or self._passive()
            if passive is not None:
                found += passive
            elif self._at(T.VERB):
                found[begun:] = _of_one_verb(found[begun:], self._listing_of)
                begun = len(found)
                act, verb = self._verb()
                found += self._governed(act, verb, start)
            elif listing:
                self._skip(T.AT)
                found += self._governed(act, verb, start)
            elif found:
                found[-1] = self._with_stray(found[-1])
            else:
                return []
            separated = self._end_of_command()
            listing = act is not None and bool(found) and self._goes_on(found[-1], act, separated=separated)
        found[begun:] = _of_one_verb(found[begun:], self._listing_of)
        return _with_what_follows(found)

    def _goes_on(self, last: Command, act: Act, *, separated: bool) -> bool:
        """Whether the same verb may govern more: a list behind "các quy định sau:", a repeal behind ";"."""
        if last.group:
            return self._introduces and self._starts_object()
        return separated and act is Act.REPEAL and self._starts_item()

    def _with_stray(self, last: Command) -> Command:
        """A command with the words behind it that belong to nothing."""
        stray = [self._take()]
        while not (self._done() or self._at(T.SEMICOLON)):
            stray.append(self._take())
        return replace(last, left_over=(*last.left_over, *joined(stray)))

    def _verb(self) -> tuple[Act | None, str]:
        token = self._take()
        act, words = token.act, token.words
        while self._at(T.COMMA, T.JOINT) and self._at(T.VERB, ahead=1) and self._several_verbs():
            self._take()
            words = f"{words}, {self._take().words.lower()}"
        self._skip(T.COLON)
        return act, words

    def _several_verbs(self) -> bool:
        """Whether verbs are listed before what they govern ("Sửa đổi, bổ sung, bãi bỏ một số điều")."""
        ahead = 2
        while self._at(T.COMMA, T.JOINT, ahead=ahead) and self._at(T.VERB, ahead=ahead + 1):
            ahead += 2
        return self._at(T.SOME, T.EACH, "group", T.NAMING, ahead=ahead)

    def _governed(self, act: Act | None, verb: str, start: int) -> Iterator[Command]:
        """All that one verb governs, up to the next verb."""
        self._repeals_units = False
        if self._at_words():
            yield from self._of_words(act or Act.REPLACE, verb, start)
        elif act is Act.REPEAL:
            yield from self._repealed(act, verb, start)
        else:
            yield from self._of_provisions(act, verb, start)

    def _repealed(self, act: Act, verb: str, start: int) -> Iterator[Command]:
        """Provisions and words in one list: "Bãi bỏ khoản 1 Điều 7, cụm từ “…” tại khoản 2 Điều 7"."""
        draft = self._repealed_provisions(act, verb, start)
        yield draft.frozen(self._end())
        while self._at(*SEPARATORS) and not self._at(T.VERB, ahead=1):
            mark = self._place
            apart = self._at(T.SEMICOLON) or self._another_whole(draft)
            self._separators()
            begin = self._peek().span.start
            if self._listed_group() or self._at_words():
                yield from self._of_words(act, verb, begin)
            elif self._starts_item() or (apart and self._names_another()):
                draft = self._repealed_provisions(act, verb, begin)
                yield draft.frozen(self._end())
            else:
                self._place = mark
                return

    def _repealed_provisions(self, act: Act, verb: str, start: int) -> UnfinishedCommand:
        draft = UnfinishedCommand(act, verb, start)
        self._objects(draft)
        self._target(draft)
        self._rest(draft)
        self._repeals_units = self._repeals_units or bool(draft.items)
        return draft


def _of_one_verb(commands: Sequence[Command], listing: Naming | None) -> list[Command]:
    """The commands of one verb: what one leaves over makes all unclear; an instrument named is of all."""
    left = tuple(words for command in commands for words in command.left_over)
    return [
        replace(command, left_over=left or command.left_over, naming=command.naming or listing)
        for command in commands
    ]


def _with_what_follows(commands: Sequence[Command]) -> list[Command]:
    """Commands; where a verb with nothing of its own follows, what it leaves over is of the one before too.

    "Bỏ cụm từ “a” tại khoản 2 và thay thế bằng cụm từ “b”" must not be done by half.
    """
    found: list[Command] = []
    for command in reversed(commands):
        after = found[-1] if found else command
        named = (after.items, after.olds, after.news, after.naming, after.group, after.anchor, after.into)
        bound = after is not command and after.verb and not any(named)
        left = (*command.left_over, *after.left_over) if bound else command.left_over
        found.append(replace(command, left_over=left))
    return found[::-1]


def _places_shared(commands: Sequence[Command]) -> Iterator[Command]:
    """Commands on words; one without a place takes that of the next ("thay … và thay … tại khoản 2")."""
    for command, following in zip(commands, [*commands[1:], None], strict=True):
        unplaced = command.olds and not (command.items or command.throughout or command.naming)
        if following is not None and unplaced and following.olds:
            yield replace(
                command, items=following.items, throughout=following.throughout, naming=following.naming
            )
        else:
            yield command
