"""The part of the grammar for quoted words, their places, and what ends a command."""

from __future__ import annotations

from collections.abc import Sequence

from kcdocs.model.address import Kind
from kcdocs.model.operation import Act
from kcdocs.model.span import Span
from kcdocs.parse.command.cursor import SEPARATORS
from kcdocs.parse.command.objects import Objects
from kcdocs.parse.command.sentence import NamedItem, Sparing, Spoken
from kcdocs.parse.command.tokens import T, Token
from kcdocs.parse.command.unfinished import UnfinishedCommand

_NOTABLE = frozenset(
    [
        *(T.EXCEPT, T.COMMA, T.DAY, T.HISTORY, T.COLON, T.SEMICOLON, T.QUOTE, T.LEAD, T.STOP, T.JOINT),
        *(T.INCLUDING, T.AT),
    ]
)
"""What the end of a command asks for; the many tokens that are nothing of it are left over at once."""

_WHERE = "“{}” là những nơi nào?"
_UNCLOSED = "Dấu ngoặc kép chưa đóng: cụm từ kết thúc ở đâu?"


class Endings(Objects):
    """Quoted words with their places, and what may follow what a command governs."""

    def __init__(self, text: str, toks: Sequence[Token]) -> None:
        super().__init__(text, toks)
        self._introduces = False
        self._ended = False
        self._inline: Span | None = None
        self._looked = 0
        """Up to where a list of quoted words was looked through, and whether "bằng" stands there."""
        self._replaced = False
        self._resting = len(toks)
        while self._resting and toks[self._resting - 1].kind is T.STOP:
            self._resting -= 1
        self._repeals_units = False

    def _quoted_list(self, draft: UnfinishedCommand, *, before_by: bool = False) -> list[Spoken]:
        """Quoted words in a list, object words aside."""
        found: list[Spoken] = []
        while self._at_words():
            mark = self._place
            self._object_words()
            token = self._take()
            quoted = token.quoted
            if quoted is None:
                break
            if before_by and found and self._opens_pair():
                self._place = mark - 1
                break
            found.append(Spoken(quoted.span.of(self._text), quoted.span))
            if not quoted.closed:
                draft.doubt = _UNCLOSED
            if not (self._at(T.COMMA, T.JOINT) and self._words_after_separators()):
                break
            if self._at(T.COMMA, T.JOINT) and before_by and self._separated_pair():
                break
            self._separators()
        return found

    def _separated_pair(self) -> bool:
        """Whether the words behind the next separator are old words of a pair of their own."""
        mark = self._place
        self._separators()
        self._object_words()
        self._take()
        pair = self._opens_pair()
        self._place = mark
        return pair

    def _opens_pair(self) -> bool:
        """Whether quoted words just taken are replaced themselves: "bằng" follows, with or without places."""
        mark = self._place
        probe = UnfinishedCommand(None, "", 0)
        while self._at(T.COMMA, T.JOINT) and self._words_after_separators():
            self._separators()
            self._object_words()
            self._take()
        self._placed(probe)
        pair = self._at(T.BY)
        self._place = mark
        return pair

    def _placed(self, draft: UnfinishedCommand) -> None:
        """Places of words: "tại khoản 1, tên Điều 5", "tại Thông tư số …", "trong toàn văn"."""
        while self._at(T.AT, T.WHOLE) or self._at(T.ATTACHED, T.HISTORY):
            if self._at(T.AT) and self._at(T.COLON, ahead=1):
                self._take()
            token = self._take()
            if token.kind is T.HISTORY:
                draft.history.extend(token.told)
                continue
            self._skip(T.COLON)
            if self._at("empty") and self._at(T.NAMING, ahead=1):
                self._take()
            if self._at(T.AT):
                continue
            draft.placed = True
            if token.is_(T.WHOLE) or self._skip(T.WHOLE):
                draft.throughout = True
            self._where(draft)
        if draft.placed:
            self._target(draft)

    def _where(self, draft: UnfinishedCommand) -> None:
        """One place; behind a semicolon another, unless provisions are repealed beside the words.

        "Bãi bỏ Điều 4 và cụm từ “a” tại khoản 2 Điều 3; Điều 5" goes back to what is repealed.
        """
        mark = self._place
        if self.group(placed=True):
            said = self._text[self._toks[mark].span.start : self._end()]
            if not (self._at_lead() or self._at(T.COLON) or self._any_provision(mark)):
                draft.doubt = draft.doubt or _WHERE.format(said)
            if self._at_lead():
                self._lead()
                draft.placed = draft.throughout = False
            elif not (self._at(T.AT) and self._peek(1).is_(T.UNIT, T.PART)):
                draft.throughout = True
            if draft.throughout:
                self._skip("having")
            if self._at(T.AT) and self._at(T.NAMING, ahead=1):
                self._take()
        if self._at(T.NAMING):
            draft.naming = self._take().naming
            draft.throughout = draft.throughout or not draft.items
        elif self._starts_item():
            again = draft.act is Act.REMOVE_WORDS and self._repeals_units
            draft.items.extend(self.items(semicolons=not again))
            draft.throughout = False
        elif self._at_lead():
            self._lead()
            draft.placed = draft.throughout = False

    def _any_provision(self, mark: int) -> bool:
        """Whether a group means all provisions of a text ("các điều, khoản"), not some, or forms only."""
        taken = self._toks[mark : self._place]
        units = [token.unit for token in taken if token.unit is not None]
        body = any(unit is not Kind.ANNEX for unit in units) or all(
            token.is_("empty", T.EACH) for token in taken
        )
        return body and not any(token.is_(T.SOME) for token in taken)

    def _target(self, draft: UnfinishedCommand) -> None:
        """The instrument behind the provisions, and notes on its earlier amendments."""
        while True:
            if self._at(T.AT, T.ATTACHED) and self._at(T.NAMING, ahead=1):
                self._take()
            elif self._at(T.NAMING):
                draft.naming = self._take().naming
            elif self._at(T.COMMA) and self._at(T.NAMING, ahead=1) and self._may_hold(draft):
                self._take()
            elif self._at(T.HISTORY):
                draft.history.extend(self._take().told)
            else:
                return

    def _may_hold(self, draft: UnfinishedCommand) -> bool:
        """Whether an instrument behind a comma is that of the provisions: "khoản 2, Điều 11, Thông tư số …".

        In a repeal it may be one more text that goes.
        """
        return draft.naming is None and bool(draft.items) and draft.act not in (Act.REPEAL, Act.SUSPEND, None)

    def _rest(self, draft: UnfinishedCommand) -> None:
        """Exception, day, note on amendments, and what is left over, up to the end of the command."""
        while not self._done():
            if self._roles[self._place].isdisjoint(_NOTABLE):
                draft.left.append(self._take())
            elif self._at(T.EXCEPT) or (self._at(T.COMMA) and self._at(T.EXCEPT, ahead=1)):
                self._exception(draft)
            elif self._at(T.DAY):
                draft.day = self._take().day
            elif self._at(T.HISTORY):
                draft.history.extend(self._take().told)
            elif self._ends_command() or self._another_whole(draft):
                return
            elif self._at(T.INCLUDING) and draft.throughout:
                self._including()
            elif self._at(T.AT) and draft.olds and not draft.placed:
                self._placed(draft)
            else:
                draft.left.append(self._take())

    def _including(self) -> None:
        """Take "bao gồm cả các phụ lục": the whole text holds them anyhow."""
        self._take()
        while self._at(T.EACH, T.UNIT, T.LABEL, T.PART, T.COMMA, T.JOINT, T.ATTACHED, T.NAMING, "group"):
            self._take()

    def _exception(self, draft: UnfinishedCommand) -> None:
        self._skip(T.COMMA)
        token = self._take()
        words: list[Spoken] = []
        items: list[NamedItem] = []
        if self._at_words():
            words = self._quoted_list(draft)
            self._skip(T.AT)
        if self._starts_item():
            items = self.items()
        if not words and not items:
            draft.left.append(token)
            return
        if self._at(T.AT, T.ATTACHED) and self._at(T.NAMING, ahead=1):
            self._take()
        if self._at(T.NAMING):
            self._take()
        draft.exceptions.append(Sparing(tuple(items), tuple(item.text for item in words)))

    def _names_another(self) -> bool:
        """Whether an instrument by number stands here that is not the amending one itself."""
        naming = self._peek().naming
        return naming is not None and naming.citation is not None and bool(naming.citation.number)

    def _another_whole(self, draft: UnfinishedCommand) -> bool:
        """Whether another whole instrument follows the one that is repealed whole."""
        whole = draft.act is Act.REPEAL and draft.throughout and not (draft.items or draft.olds)
        mark = self._place
        self._separators()
        found = whole and self._place > mark and self._names_another()
        self._place = mark
        return found

    def _ends_command(self) -> bool:
        """Whether the command ends: at a mark, a lead, or a separator with a command or object behind."""
        if self._at(T.COLON, T.SEMICOLON, T.QUOTE) or self._at_lead() or (self._at(T.STOP) and self._rests()):
            return True
        if self._at(T.COMMA, T.JOINT):
            behind = self._peek(1)
            listed = self._at(T.COMMA) and behind.is_(T.JOINT)
            behind = self._peek(2) if listed else behind
            return behind.is_(T.VERB) or self._words_after_separators() or self._item_after_separators()
        return False

    def _rests(self) -> bool:
        """Whether only full stops follow."""
        return self._place >= self._resting

    def _end_of_command(self) -> bool:
        """Take what stands between two commands; whether a separator did."""
        if self._at_lead() or self._at(T.COLON):
            self._lead()
        if self._at(T.QUOTE) and self._introduces and self._inline is None:
            quoted = self._take().quoted
            self._inline = quoted.span if quoted else None
        separated = False
        while self._at(*SEPARATORS) or (self._at(T.STOP) and self._rests()):
            self._ended = self._at(T.STOP, T.SEMICOLON)
            separated = True
            self._take()
        return separated

    def _lead(self) -> None:
        self._introduces = True
        while self._at(T.COLON, T.INCLUDING) or self._at_lead():
            self._take()
