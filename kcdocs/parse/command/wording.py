"""The part of the grammar that speaks of words: “a” replaced by “b”, put in, taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kcdocs.model.operation import Act, Side
from kcdocs.parse.command.cursor import SEPARATORS
from kcdocs.parse.command.endings import Endings
from kcdocs.parse.command.sentence import Command, Spoken
from kcdocs.parse.command.tokens import T
from kcdocs.parse.command.unfinished import UnfinishedCommand

WORD_ACTS = {
    Act.REPLACE: Act.REPLACE_WORDS,
    Act.INSERT: Act.INSERT_WORDS,
    Act.REPEAL: Act.REMOVE_WORDS,
    Act.CORRECT: Act.REPLACE_WORDS,
}
_PAIRS = "Có {} cụm từ cũ và {} cụm từ mới; cụm từ nào thay cụm từ nào?"
_TWICE = "“{}” nêu hai lần; lệnh làm gì với chữ sau?"
_BY_WHAT = "Thay bằng gì?"


class Wording(Endings):
    """Commands on quoted words."""

    def _of_words(self, act: Act | None, verb: str, start: int) -> Iterator[Command]:
        """Commands on quoted words, each with the places that are its own."""
        drafts: list[UnfinishedCommand] = []
        while True:
            drafts.extend(self._worded(act, verb, start))
            if not (self._at(*SEPARATORS) and self._words_after_separators()):
                break
            self._separators()
            self._listed_group()
            start = self._peek().span.start
        share_places(drafts)
        for draft in drafts:
            yield draft.frozen(self._end())

    def _worded(self, act: Act | None, verb: str, start: int) -> list[UnfinishedCommand]:
        """One group of old words, with what is done to them."""
        draft = UnfinishedCommand(WORD_ACTS.get(act) if act else None, verb, start)
        parts = self._olds(draft)
        if act is Act.INSERT:
            return [self._inserted_words(draft, parts)]
        if act in (Act.REPLACE, Act.CORRECT):
            parts = self._replaced_words(draft, parts)
        last = parts[-1]
        self._placed(last)
        self._rest(last)
        if not last.placed and self._at(T.AT):
            last.left.append(self._take())
        for part in parts:
            part.left = part.left if part is last else [*part.left, *last.left]
            part.exceptions = part.exceptions or last.exceptions
            part.doubt = part.doubt or last.doubt
        return parts

    def _olds(self, draft: UnfinishedCommand) -> list[UnfinishedCommand]:
        """Old words in groups, each with the places that stand behind it before "bằng"."""
        groups = [draft]
        current = draft
        current.olds = self._quoted_list(current)
        while True:
            self._placed(current)
            if not (self._at(*SEPARATORS) and current.placed and self._more_olds()):
                return groups
            self._separators()
            current = UnfinishedCommand(draft.act, draft.verb, self._peek().span.start)
            current.olds = self._quoted_list(current)
            groups.append(current)

    def _more_olds(self) -> bool:
        """Whether quoted words follow that the same "bằng" replaces: “a” tại P, “b” tại Q bằng “c”."""
        if self._at(T.SEMICOLON) or not self._words_after_separators():
            return False
        if self._place >= self._looked:
            mark = self._place
            probe = UnfinishedCommand(None, "", 0)
            while self._words_after_separators() and not self._at(T.SEMICOLON):
                self._separators()
                self._quoted_list(probe)
                self._placed(probe)
            self._looked, self._replaced, self._place = self._place, self._at(T.BY), mark
        return self._replaced

    def _replaced_words(
        self, draft: UnfinishedCommand, parts: list[UnfinishedCommand]
    ) -> list[UnfinishedCommand]:
        paired = bool(self._skip(T.RESPECTIVELY))
        if not self._at(T.BY):
            for part in parts:
                part.act = Act.REPLACE_WORDS
                part.doubt = part.doubt or _BY_WHAT
            return parts
        self._take()
        self._skip(T.COLON)
        paired = bool(self._skip(T.RESPECTIVELY)) or paired
        news = self._quoted_list(draft, before_by=True)
        paired = bool(self._skip(T.RESPECTIVELY)) or paired
        if not news:
            for part in parts:
                part.doubt = part.doubt or _BY_WHAT
            return parts
        olds = [old for part in parts for old in part.olds]
        if len(news) == 1 and (len(olds) == 1 or not paired):
            for part in parts:
                part.news = news
            return parts
        if len(parts) == 1 and len(olds) == len(news):
            return [_one(draft, old, new) for old, new in zip(olds, news, strict=True)]
        for part in parts:
            part.news = news
            part.doubt = _PAIRS.format(len(olds), len(news))
        return parts

    def _inserted_words(self, draft: UnfinishedCommand, parts: list[UnfinishedCommand]) -> UnfinishedCommand:
        draft.news, draft.olds = draft.olds, []
        if len(parts) > 1 or len(draft.news) > 1:
            draft.doubt = _TWICE.format(draft.news[0].text) if draft.news else draft.doubt
        if self._at(T.AFTER, T.BEFORE):
            token = self._take()
            draft.side = Side.AFTER if token.is_(T.AFTER) else Side.BEFORE
            if self._at_words():
                draft.olds = self._quoted_list(draft)
            else:
                draft.left.append(token)
        elif self._at(T.END):
            self._take()
            draft.at_end = True
            draft.items = self.items()
            draft.placed = bool(draft.items)
        self._placed(draft)
        self._rest(draft)
        return draft

    def _words_of(self, draft: UnfinishedCommand) -> list[UnfinishedCommand]:
        """Words of a provision named first: "Sửa tiêu đề Điều 10 “a” thành “b”"; none where none are."""
        mark = self._place
        if draft.items and draft.act in (Act.REPLACE, Act.CORRECT) and self._at_words():
            draft.olds = self._quoted_list(draft)
            if draft.olds and self._at(T.BY):
                draft.act, draft.placed = Act.REPLACE_WORDS, True
                return self._replaced_words(draft, [draft])
        self._place, draft.olds = mark, []
        return []

    def _corrected(self) -> list[Command] | None:
        """A slip and its correction: "Khoản 2 Điều 5 đã in “a”, nay sửa lại là “b”"."""
        mark = self._place
        draft = UnfinishedCommand(Act.REPLACE_WORDS, "", self._peek().span.start, placed=True)
        self._skip(T.AT)
        draft.items = self.items() if self._starts_item() else []
        self._target(draft)
        self._skip(T.COMMA)
        if draft.items and self._at("printed"):
            draft.verb = self._take().words
            draft.olds = self._quoted_list(draft)
            self._separators()
            if draft.olds and self._skip("corrected"):
                draft.news = self._quoted_list(draft)
                if len(draft.olds) == len(draft.news) == 1:
                    self._rest(draft)
                    return [draft.frozen(self._end())]
        self._place = mark
        return None


def _one(draft: UnfinishedCommand, old: Spoken, new: Spoken) -> UnfinishedCommand:
    return replace(draft, olds=[old], news=[new], items=list(draft.items), left=list(draft.left))


def share_places(drafts: Sequence[UnfinishedCommand]) -> None:
    """Words without a place of their own take the next place to their right."""
    for place in range(len(drafts) - 2, -1, -1):
        draft, right = drafts[place], drafts[place + 1]
        if not draft.placed:
            draft.items, draft.throughout = list(right.items), right.throughout
            draft.naming, draft.placed = draft.naming or right.naming, right.placed
