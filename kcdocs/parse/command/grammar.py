"""The grammar of the amending sentence, by recursive descent over its tokens.

Every rule takes what is its own and leaves the rest; what no rule of a command takes is left over, and the
command is not understood. Source: Decree 78/2025/NĐ-CP, Articles 66 to 71, and the sentences of 124 amending
instruments of 2013 to 2026, whose 29 shapes it holds. The rules stand in a row of classes, each on the one
before: tokens and what they name (`objects`), quoted words with their places and what ends a command
(`endings`), commands on words (`wording`), on provisions (`provisions`), and here the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kcdocs.law.commanding import SPOKEN_OF
from kcdocs.model.operation import Act
from kcdocs.model.span import Span
from kcdocs.parse.command.naming import Namings
from kcdocs.parse.command.objects import SEPARATORS
from kcdocs.parse.command.provisions import Provisions
from kcdocs.parse.command.sentence import Command, NamedItem, Naming, Sentence, SentenceKind
from kcdocs.parse.command.tokens import T, Token, tokens
from kcdocs.parse.command.unfinished import UnfinishedCommand, joined
from kcdocs.parse.command.wording import WORD_ACTS, share_places

_WHICH_PLACE = "Lệnh nêu nơi sửa hai lần: trước và sau động từ; sửa ở nơi nào?"


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


class _Parser(Provisions):
    """Reads the tokens of one sentence."""

    def __init__(self, text: str, toks: Sequence[Token], carried: Act | None) -> None:
        super().__init__(text, toks)
        self._carried = carried
        self._day: date | None = None
        self._places: list[NamedItem] = []

    def sentence(self) -> Sentence:
        """The whole sentence."""
        if self._speaks_only():
            return Sentence(SentenceKind.OTHER, Span(0, len(self._text)))
        self._before()
        if self._effect():
            return Sentence(SentenceKind.EFFECT, Span(0, len(self._text)))
        before = self._ahead_of_verb()
        commands = self._commands()
        if not commands:
            return Sentence(SentenceKind.OTHER, Span(0, len(self._text)), left_over=tuple(joined(before)))
        commands = [replace(item, day=item.day or self._day) for item in commands]
        commands = list(_places_shared(commands))
        group = all(item.group for item in commands)
        return Sentence(
            SentenceKind.OPENING if group else SentenceKind.COMMAND,
            Span(0, len(self._text)),
            tuple(commands),
            tuple(self._places),
            self._introduces,
            self._ended,
            self._inline,
            tuple(joined(before)),
        )

    def _speaks_only(self) -> bool:
        if self._at(T.PART) and self._at(T.ORDINAL, ahead=1):  # "Căn cứ thứ hai được …" names one
            return False
        lower = " ".join(self._text.lower().split())
        return lower.startswith(tuple(f"{word} " for word in SPOKEN_OF))

    def _before(self) -> None:
        """What may stand before the verb: a day, a place, the instrument itself."""
        if self._at(T.DAY):
            self._day = self._take().day
            self._skip(T.COMMA)
        if self._this_instrument() and self._peek(1).is_(T.VERB):
            self._take()
        if self._at(T.AT) and not self._at(T.QUOTE, ahead=1):
            mark = self._place
            self._take()
            self._places = self.items()
            if not (self._skip(T.COMMA, T.COLON) and (self._at(T.VERB) or self._at_words_done())):
                self._place, self._places = mark, []

    def _at_words_done(self) -> bool:
        """Whether quoted words follow, and what is done to them: "cụm từ “…” được thay thế bằng …"."""
        if not self._at_words():
            return False
        mark = self._place
        self._quoted_list(UnfinishedCommand(None, "", 0))
        done = self._at(T.DONE)
        self._place = mark
        return done

    def _this_instrument(self) -> bool:
        token = self._peek()
        return token.kind is T.NAMING and token.naming is not None and token.naming.citation is None

    def _effect(self) -> bool:
        """Whether a whole instrument is replaced by another, or its force ends."""
        subject = self._peek()
        if subject.kind is T.NAMING:
            done = self._peek(1)
            return done.is_(T.EXPIRE, T.SUSPEND) or (done.kind is T.DONE and done.act is Act.REPEAL)
        own = self._text[: subject.span.start].rstrip().lower().endswith("này")
        return own and subject.act is Act.REPLACE and self._at(T.NAMING, ahead=1)

    def _ahead_of_verb(self) -> list[Token]:
        """Words before the first verb that no rule takes ("Đối với tổ hợp tác, …")."""
        if self._at(T.VERB) or self._carried is not None or self._starts_object() or self._at_subject():
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
            passive = self._passive()
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
        if self._at_words():
            yield from self._of_words(act, verb, start)
        elif act is Act.REPEAL:
            yield from self._repealed(act, verb, start)
        else:
            yield from self._of_provisions(act, verb, start)

    def _repealed(self, act: Act, verb: str, start: int) -> Iterator[Command]:
        """Provisions and words in one list: "Bãi bỏ khoản 1 Điều 7, cụm từ “…” tại khoản 2 Điều 7"."""
        yield self._repealed_provisions(act, verb, start)
        while self._at(*SEPARATORS) and not self._at(T.VERB, ahead=1):
            mark = self._place
            self._separators()
            begin = self._peek().span.start
            if self._listed_group() or self._at_words():
                yield from self._of_words(act, verb, begin)
            elif self._starts_item():
                yield self._repealed_provisions(act, verb, begin)
            else:
                self._place = mark
                return

    def _repealed_provisions(self, act: Act, verb: str, start: int) -> Command:
        draft = UnfinishedCommand(act, verb, start)
        self._objects(draft)
        self._target(draft)
        self._rest(draft)
        return draft.frozen(self._end())

    def _passive(self) -> list[Command] | None:
        """Provisions or words first, what is done to them behind: "Khoản 2 Điều 3 được sửa đổi như sau:"."""
        mark, state = self._place, (self._introduces, self._listing_of)
        draft = UnfinishedCommand(None, "", self._peek().span.start)
        wholes = self._subject(draft)
        named = draft.naming or draft.olds or draft.items or draft.group or wholes
        if not (named and self._at_predicate()):
            self._place = mark
            self._introduces, self._listing_of = state
            return None
        token = self._take()
        draft.verb = token.words
        draft.act = token.act
        if token.is_(T.EXPIRE):
            draft.act = Act.REPEAL
        elif token.is_(T.SUSPEND):
            draft.act = Act.SUSPEND
        found = self._said_of(draft) if draft.naming or draft.olds or draft.items or draft.group else []
        return [*found, *(_of_whole(draft, naming) for naming in wholes)]

    def _at_subject(self) -> bool:
        """Whether something is named next, and what is done to it."""
        mark, state = self._place, (self._introduces, self._listing_of)
        self._subject(UnfinishedCommand(None, "", 0))
        found = self._place > mark and self._at_predicate()
        self._place = mark
        self._introduces, self._listing_of = state
        return found

    def _subject(self, draft: UnfinishedCommand) -> list[Naming]:
        """What something is done to; whole instruments that stand beside provisions."""
        if self._at(T.NAMING) and self._at(T.DONE, ahead=1):
            draft.naming, draft.group = self._take().naming, True
            return []
        if self._at_words():
            draft.olds = self._quoted_list(draft)
            self._placed(draft)
            return []
        wholes = list(self._instruments())
        if wholes and not self._starts_item():
            return []
        if self._starts_item():
            draft.items = self.items()
            self._target(draft)
            if self._at(*SEPARATORS):
                mark = self._place
                self._separators()
                wholes += self._instruments()
                self._place = self._place if self._at_predicate() else mark
        else:
            self._grouped(draft)
        return wholes

    def _instruments(self) -> Iterator[Naming]:
        """Whole instruments in a list, with the separator behind each."""
        while self._at(T.NAMING) and self._at(*SEPARATORS, T.EXPIRE, T.SUSPEND, T.DONE, ahead=1):
            naming = self._take().naming
            if naming is not None:
                yield naming
            self._separators()

    def _at_predicate(self) -> bool:
        """Whether what is done follows: "được sửa đổi", "hết hiệu lực", or a bare verb before "như sau"."""
        if self._at(T.DONE, T.EXPIRE, T.SUSPEND):
            return True
        if not self._at(T.VERB):
            return False
        ends = self._at(T.STOP, ahead=1) or self._place + 1 == len(self._toks)
        alone = {Act.SUSPEND: True, Act.REPEAL: ends}
        return self._at(T.LEAD, T.COLON, ahead=1) or alone.get(self._peek().act or Act.REPLACE, False)

    def _said_of(self, draft: UnfinishedCommand) -> list[Command]:
        if draft.olds and draft.act is not None:
            draft.act = WORD_ACTS.get(draft.act, draft.act)
            parts = [draft]
            if draft.act is Act.REPLACE_WORDS:
                parts = self._replaced_words(draft, parts)
            self._placed(parts[-1])
            share_places(parts)
            self._rest(parts[-1])
            return [part.frozen(self._end()) for part in parts]
        if draft.items and draft.act in WORD_ACTS and self._at_words():
            return self._words_there(draft)
        if draft.act is Act.INSERT and self._starts_item():
            draft.into, draft.items = draft.items, self.items()
            self._position(draft)
        elif self.group():
            draft.group = True
        self._substitute(draft)
        self._rest(draft)
        return [draft.frozen(self._end())]

    def _words_there(self, draft: UnfinishedCommand) -> list[Command]:
        """What is done to words of provisions named before: "Khoản 2 được bổ sung cụm từ “…” vào sau …"."""
        found = self._worded(draft.act, draft.verb, draft.start)
        for part in found:
            if not part.placed:
                part.items, part.naming = list(draft.items), part.naming or draft.naming
            elif draft.items:
                part.doubt = part.doubt or _WHICH_PLACE
        return [part.frozen(self._end()) for part in found]


def _of_whole(draft: UnfinishedCommand, naming: Naming) -> Command:
    """What is done to provisions, done to a whole instrument beside them."""
    return Command(draft.act, Span(draft.start, draft.start), draft.verb, naming=naming, throughout=True)


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
