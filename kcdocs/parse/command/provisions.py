"""The part of the grammar that speaks of provisions: what is replaced, put in, repealed, and by what."""

from __future__ import annotations

from collections.abc import Iterator

from kcdocs.model.operation import Act, Side
from kcdocs.model.span import Span
from kcdocs.parse.command.cursor import SEPARATORS
from kcdocs.parse.command.naming import SEVERAL
from kcdocs.parse.command.sentence import Command, Naming
from kcdocs.parse.command.tokens import T
from kcdocs.parse.command.unfinished import UnfinishedCommand
from kcdocs.parse.command.wording import Wording

_ENDS = (T.COLON, T.SEMICOLON, T.STOP, T.VERB, T.AFTER, T.BEFORE, T.INTO, T.END)


class Provisions(Wording):
    """Commands on provisions."""

    def _of_provisions(self, act: Act | None, verb: str, start: int) -> Iterator[Command]:
        commands = self._of_one_list(act, verb, start)
        yield from commands
        while commands[-1].act is Act.INSERT and self._more_inserted():
            self._take()
            commands = self._of_one_list(act, verb, self._peek().span.start)
            yield from commands

    def _of_one_list(self, act: Act | None, verb: str, start: int) -> list[Command]:
        """The commands on provisions that stand in one place, or on words of them."""
        draft = UnfinishedCommand(act, verb, start)
        if act is Act.INSERT:
            self._position(draft)
            if draft.at_end and self._at_words():
                return [self._words_at_end(draft)]
        if not draft.at_end or self._starts_item():
            self._objects(draft)
        if act is Act.INSERT:
            self._position(draft)
        self._target(draft)
        worded = self._words_of(draft)
        if worded:
            self._rest(worded[-1])
            return [part.frozen(self._end()) for part in worded]
        self._substitute(draft)
        self._rest(draft)
        return [draft.frozen(self._end())]

    def _words_at_end(self, draft: UnfinishedCommand) -> Command:
        """Words put behind all others of a place that is said first: "vào cuối khoản 2 cụm từ “…”"."""
        draft.act, draft.items, draft.into = Act.INSERT_WORDS, draft.into, []
        draft.placed = bool(draft.items)
        draft.news = self._quoted_list(draft)
        self._target(draft)
        self._rest(draft)
        return draft.frozen(self._end())

    def _more_inserted(self) -> bool:
        """Whether another provision with a position of its own follows without a verb."""
        if not self._at(*SEPARATORS):
            return False
        mark = self._place
        self._take()
        more = self._starts_item() and bool(self.items(single=True)) and self._at(T.AFTER, T.BEFORE, T.INTO)
        self._place = mark
        return more

    def _objects(self, draft: UnfinishedCommand) -> None:
        """What a verb acts on: a group, provisions, a whole instrument."""
        if self._done() and self._peek(-1).kind is T.COLON:
            draft.group = self._introduces = True
        elif not (self._portion(draft) or self._grouped(draft) or self._whole(draft)):
            draft.items = self.items(semicolons=True)
            if not draft.items:
                self._foreign(draft)

    def _portion(self, draft: UnfinishedCommand) -> bool:
        """Take "một phần Thông tư số …", "một phần các văn bản": it opens a list of what is meant."""
        mark = self._place
        if self._skip("portion"):
            self._skip(T.AT)
            self._skip(T.EACH)
            if self._at(T.NAMING, "group"):
                draft.naming, draft.group = self._take().naming, True
                return True
        self._place = mark
        return False

    def _grouped(self, draft: UnfinishedCommand) -> bool:
        """Take a group and what it is a group of: "một số khoản của Điều 5"."""
        if not self.group():
            return False
        draft.group = True
        if self._at_lead():
            self._lead()
        if self._skip(T.AT, T.ATTACHED):
            if self.group(placed=True):
                if self._at_lead():
                    self._lead()
                self._skip(T.AT)
            draft.items = self.items() if self._starts_item() else []
            self._types(draft)
        if self._at(T.NAMING):
            draft.naming = self._take().naming
        return True

    def _types(self, draft: UnfinishedCommand) -> None:
        """Take "các Nghị định, Thông tư sau": each item of the list names its own."""
        mark = self._place
        start = self._peek().span.start
        self._skip(T.EACH)
        while self._at(T.NAMING) and not self._names_another():
            self._take()
            self._separators()
        if self._place > mark and self._at_lead() and not (draft.items or draft.naming):
            draft.naming = Naming(SEVERAL, Span(start, self._end()), sure=False)
        else:
            self._place = mark

    def _whole(self, draft: UnfinishedCommand) -> bool:
        """Take a whole instrument."""
        if self._at(T.WHOLE, T.EACH) and self._at(T.NAMING, ahead=1):
            self._take()
        if not self._at(T.NAMING):
            return False
        draft.naming = self._take().naming
        draft.group = draft.act is not Act.REPEAL
        draft.throughout = not draft.group
        return True

    def _foreign(self, draft: UnfinishedCommand) -> None:
        """Words between a verb and its object that are nothing, and the object behind them."""
        while not (self._done() or self._starts_item() or self._at(*_ENDS) or self._at_words()):
            if self._grouped(draft):
                return
            draft.left.append(self._take())
        draft.items = self.items(semicolons=True)

    def _position(self, draft: UnfinishedCommand) -> None:
        while self._at(T.AFTER, T.BEFORE, T.INTO, T.END, T.START):
            token = self._take()
            if token.is_(T.END, T.START) and token.kind not in (T.AFTER, T.BEFORE):
                draft.at_end = token.is_(T.END)
                draft.into = self.items(single=True)
            elif token.is_(T.AFTER, T.BEFORE):
                draft.side = Side.AFTER if token.is_(T.AFTER) else Side.BEFORE
                anchors = self.items(single=True)
                draft.anchor = anchors[0] if anchors else None
                if not anchors:
                    draft.left.append(token)
            else:
                draft.into = self.items(single=True)
                if not draft.into:
                    draft.left.append(token)
            if self._at(T.JOINT) and self._at(T.AFTER, T.BEFORE, T.INTO, ahead=1):
                self._take()

    def _substitute(self, draft: UnfinishedCommand) -> None:
        """What takes the place of the items: words for a title, an annex of the amending instrument."""
        if not self._at(T.BY, T.BY_ANNEX, T.RESPECTIVELY):
            return
        mark = self._place
        self._skip(T.RESPECTIVELY)
        if not self._skip(T.BY, T.BY_ANNEX):
            self._place = mark
            return
        self._skip(T.COLON)
        self._as_annexes()
        if self._at_words():
            draft.news = self._quoted_list(draft)
        elif self._starts_item():
            draft.substitutes = self.items()
        elif self._done() or self._rests():
            self._introduces = True
        else:
            self._place = mark

    def _as_annexes(self) -> None:
        """Take "các Phụ lục tương ứng tại" before the forms that take the place of annexes."""
        mark = self._place
        self._skip(T.EACH)
        named = (
            self._at(T.UNIT, "group", T.PART)
            and not self._is_label(1)
            and self._skip(T.UNIT, "group", T.PART)
        )
        if not (self._skip(T.RESPECTIVELY) or named):
            self._place = mark
            return
        if named and not self._skip(T.AT):
            self._place = mark
