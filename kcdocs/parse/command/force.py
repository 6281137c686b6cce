"""The part of the grammar where what is acted on comes first: passive commands, and what loses its force."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kcdocs.law.commanding import VERB
from kcdocs.law.vocabulary import alternation
from kcdocs.law.vocabulary import names as type_names
from kcdocs.model.operation import Act
from kcdocs.parse.command.cursor import SEPARATORS
from kcdocs.parse.command.naming import SEVERAL
from kcdocs.parse.command.provisions import Provisions
from kcdocs.parse.command.sentence import Command, Naming
from kcdocs.parse.command.tokens import T, Token
from kcdocs.parse.command.unfinished import UnfinishedCommand, joined
from kcdocs.parse.command.wording import WORD_ACTS, share_places
from kcdocs.text.late import late

_TYPES = frozenset(name.lower() for name in type_names())
_NOUNS = (
    *(T.EACH, T.SOME, T.WHOLE, T.UNIT, T.PART, T.AT, T.ATTACHED, T.LEAD),
    *(T.COMMA, T.JOINT, T.SEMICOLON, T.INCLUDING),
)
"""What the subject of a list is made of: "các điều, khoản của … sau đây", no unit with its label."""

_OWN_FORCE = late(
    rf"(?:{alternation(type_names())}) này có hiệu lực[^;:“”\"]*?"
    rf"(?:[,;]|\s(?:và|đồng thời))\s+(?=(?:{VERB})(?!\w))",
    re.IGNORECASE,
)
"""From when the amending instrument itself has force, before what it commands in the same sentence."""

_OF_NO_LIST = (T.LABEL, T.QUOTE, T.ORDINAL, T.VERB)

_WHICH_PLACE = "Lệnh nêu nơi sửa hai lần: trước và sau động từ; sửa ở nơi nào?"
_WHOLE_OR_THERE = "Cả văn bản này, hay chỉ điều khoản nêu ở trước của văn bản này?"
_SPARED_OF_SEVERAL = "Phần được loại trừ thuộc điều khoản nào?"


class Force(Provisions):
    """Commands whose objects stand before what is said of them."""

    def __init__(self, text: str, toks: Sequence[Token]) -> None:
        super().__init__(text, toks)
        self._own = False

    def _passive(self) -> list[Command] | None:
        """Provisions or words first, what is done to them behind: "Khoản 2 Điều 3 được sửa đổi như sau:"."""
        mark, state = self._place, (self._introduces, self._listing_of)
        drafts = self._subjects()
        act = self._said_act()
        several = len(drafts) > 1 or any(draft.throughout and not draft.olds for draft in drafts)
        if not (drafts and self._is_said()) or (several and act not in (Act.REPEAL, Act.SUSPEND)):
            self._place = mark
            self._introduces, self._listing_of = state
            return None
        token = self._take()
        for draft in drafts:
            draft.verb, draft.act = token.words, act
        return self._said_of_all(drafts)

    def _passive_ahead(self) -> bool:
        mark, state = self._place, (self._introduces, self._listing_of)
        found = bool(self._corrected() or self._own_instead()) or (bool(self._subjects()) and self._is_said())
        self._place = mark
        self._introduces, self._listing_of = state
        return found

    def _own_instead(self) -> list[Command] | None:
        """An own annex in place of another: "Phụ lục I kèm theo Thông tư này thay thế Phụ lục II …"."""
        mark = self._place
        draft = UnfinishedCommand(Act.REPLACE, "", self._peek().span.start)
        carried = self._at(T.ATTACHED) and self._own_at(1)
        self._place += 2 if carried else 0
        own = self.items() if self._starts_item() else []
        if own and (carried or self._own_at(-1)) and self._at(T.VERB) and self._peek().act is Act.REPLACE:
            draft.verb, draft.substitutes = self._take().words, own
            draft.items = self.items() if self._starts_item() else []
            if draft.items:
                self._target(draft)
                self._rest(draft)
                return [draft.frozen(self._end())]
        self._place = mark
        return None

    def _own_at(self, ahead: int) -> bool:
        """Whether the amending instrument itself is named at a place."""
        token = self._peek(ahead)
        return token.naming is not None and token.naming.citation is None

    def _is_said(self) -> bool:
        """Whether what is done follows: "được sửa đổi", "hết hiệu lực", or a bare verb before "như sau"."""
        if self._at(T.DONE, T.EXPIRE, T.SUSPEND):
            return True
        if not self._at(T.VERB):
            return False
        ends = self._at(T.STOP, ahead=1) or self._place + 1 == len(self._toks)
        alone = {Act.SUSPEND: True, Act.REPEAL: ends}
        return self._at(T.LEAD, T.COLON, ahead=1) or alone.get(self._peek().act or Act.REPLACE, False)

    def _said_act(self) -> Act | None:
        """What is said of the subjects."""
        token = self._peek()
        if token.is_(T.EXPIRE):
            return Act.REPEAL
        return Act.SUSPEND if token.is_(T.SUSPEND) else token.act

    def _subjects(self) -> list[UnfinishedCommand]:
        """What stands before the participle: an instrument, words with their places, or a list."""
        draft = UnfinishedCommand(None, "", self._peek().span.start)
        if self._at(T.NAMING) and self._at(T.DONE, ahead=1):
            draft.naming, draft.group = self._take().naming, True
            return [draft]
        if self._at_words():
            draft.olds = self._quoted_list(draft)
            self._placed(draft)
            return [draft]
        mark = self._place
        drafts = self._listed_subjects()
        if drafts:
            return drafts
        self._place = mark
        self._grouped(draft)
        return [draft] if draft.group else []

    def _listed_subjects(self) -> list[UnfinishedCommand]:
        """Provisions and whole instruments in a list; none where it is no list of them.

        An instrument right behind provisions of one is asked: "Điều 5 Thông tư số 1 và Thông tư số 2" may
        mean the Điều 5 of both.
        """
        drafts: list[UnfinishedCommand] = []
        apart = True
        while True:
            draft = UnfinishedCommand(None, "", self._peek().span.start)
            if self._names_another():
                draft.naming, draft.throughout = self._take().naming, True
                draft.doubt = "" if apart else _WHOLE_OR_THERE
            else:
                self._ruled_in()
                draft.items = self.items(semicolons=True) if self._starts_item() else []
                self._target(draft)
            if not (draft.items or draft.throughout):
                return []
            drafts.append(draft)
            if not (self._at(*SEPARATORS) and self._another_subject()):
                return drafts
            apart = self._at(T.SEMICOLON) or draft.throughout
            self._separators()

    def _ruled_in(self) -> None:
        """Take "các nội dung quy định tại" before provisions."""
        ahead = 0
        while self._at(T.EACH, "empty", ahead=ahead):
            ahead += 1
        if self._at(T.AT, ahead=ahead) and "quy định" in self._peek(ahead).words:
            self._place += ahead + 1

    def _another_subject(self) -> bool:
        """Whether another subject follows."""
        mark = self._place
        self._separators()
        whole = self._names_another()
        self._ruled_in()
        found = whole or self._starts_item()
        self._place = mark
        return found

    def _said_of_all(self, drafts: list[UnfinishedCommand]) -> list[Command]:
        """The commands of a participle; what follows it is said of all its subjects."""
        last = drafts[-1]
        found = self._said_of(last)
        for draft in drafts[:-1]:
            draft.left, draft.day = list(last.left), last.day
            draft.doubt = _SPARED_OF_SEVERAL if last.exceptions else draft.doubt
        if len(drafts) > 1 and last.exceptions:
            last.doubt = _SPARED_OF_SEVERAL
        return [draft.frozen(self._end()) for draft in drafts] if len(drafts) > 1 else found

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

    # --- force ---

    def _of_own_force(self) -> None:
        """Take "Thông tư này có hiệu lực từ ngày … và" before a verb."""
        found = _OWN_FORCE.match(self._text, self._peek().span.start)
        if found is not None:
            while self._peek().span.start < found.end():
                self._place += 1
            self._own = True

    def _of_force(self) -> list[Command] | None:
        """What is said of whole instruments that end, or are superseded, and not commanded word by word.

        Returns:
            Commands on provisions named beside them; None where the sentence is no such.
        """
        mark = self._place
        supersedes = self._own and self._peek().act is Act.REPLACE
        verb = self._take() if supersedes else self._peek()
        drafts = self._listed_subjects()
        ended = self._at(T.EXPIRE, T.SUSPEND) or (self._at(T.DONE) and self._peek().act is Act.REPEAL)
        whole = [draft for draft in drafts if draft.throughout]
        if not whole or not (supersedes or (ended and len(whole) == len(drafts))):
            self._place = mark
            return None
        return [_superseded(draft, verb, self._end()) for draft in drafts if not draft.throughout]

    def _to_next_verb(self) -> bool:
        """Go to the next verb that commands something; whether there is one."""
        while not self._done():
            token = self._take()
            if token.kind in SEPARATORS and self._at(T.VERB) and self._commands_behind():
                return True
        return False

    def _commands_behind(self) -> bool:
        mark = self._place
        self._take()
        found = self._starts_object() or self._names_another()
        self._place = mark
        return found

    def _ending_list(self) -> Command | None:
        """Take the lead of a list of what loses its force: "Các quy định sau đây hết hiệu lực:"."""
        mark = self._place
        draft = UnfinishedCommand(Act.REPEAL, "", self._peek().span.start, group=True)
        self._grouped_nouns(draft)
        act = self._said_act()
        lawful = _speaks_of_law(self._toks[mark : self._place + 3], draft.left)
        begins = self._at(T.VERB) and self._place == mark
        if self._is_said() and act in (Act.REPEAL, Act.SUSPEND) and lawful and not begins:
            draft.act, draft.verb, before = act, self._take().words, len(draft.left)
            self._grouped_nouns(draft)
            if len(draft.left) == before and self._at(T.COLON) and self._place == len(self._toks) - 1:
                draft.left = [] if _names_types(draft.left) else draft.left
                self._lead()
                return draft.frozen(self._end())
        self._place = mark
        return None

    def _grouped_nouns(self, draft: UnfinishedCommand) -> None:
        """Take what names no provision: "các điều, khoản của Thông tư số … sau đây"."""
        while not (self._done() or self._is_said() or self._at(*_OF_NO_LIST, T.COLON)):
            token = self._peek()
            if token.kind is T.NAMING and token.naming is not None and token.naming.citation is None:
                return
            self._place += 1
            if token.kind is T.NAMING:
                cited = token.naming.citation if token.naming else None
                draft.naming = (
                    token.naming if cited and cited.number else Naming(SEVERAL, token.span, sure=False)
                )
            elif token.kind is T.DAY:
                draft.day = token.day
            elif not token.is_(*_NOUNS, "group", "object", "empty"):
                draft.left.append(token)


def _speaks_of_law(toks: Sequence[Token], left: Sequence[Token]) -> bool:
    """Whether a subject is made of provisions or instruments: licences lose their force too."""
    return _names_types(left) or any(token.is_(T.UNIT, T.NAMING, "group") for token in toks)


def _names_types(left: Sequence[Token]) -> bool:
    """Whether words are names of types alone: "các thông tư, nghị định sau đây"."""
    words = list(joined(left))
    return bool(words) and all(item.lower() in _TYPES for item in words)


def _superseded(draft: UnfinishedCommand, verb: Token, end: int) -> Command:
    draft.act, draft.verb = Act.REPLACE, verb.words
    return draft.frozen(end)
