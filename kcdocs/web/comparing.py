"""Comparisons of the page: made when they are looked at, the last few kept in memory."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import asdict, replace
from threading import Lock
from typing import TYPE_CHECKING

from kcdocs.web import limits

if TYPE_CHECKING:
    from pathlib import Path

    from kcdocs.api import Chain, Explainable, Explanation
    from kcdocs.web.desk import Comparing, Desk


class Comparisons:
    """Makes comparisons and remembers the last ones.

    Args:
        desk: Where the files and the decisions are.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._made: OrderedDict[tuple[str, str], Chain] = OrderedDict()
        self._lock = Lock()
        self._writing = Lock()

    def chain(self, asked: Comparing) -> Chain:
        """The comparison, with what its user decided.

        Raises:
            NothingThereError: If a file is no longer kept.
            KcdocsError: If a text cannot be read, found or compared.
        """
        decisions = self._decisions(asked)
        state = (asked.key, hashlib.sha256(decisions).hexdigest())
        with self._lock:  # two tabs that ask at once get one comparison, not two at the same time
            if state not in self._made:
                self._made[state] = self._compare(asked)
            self._made.move_to_end(state)
            while len(self._made) > limits.COMPARED:
                self._made.popitem(last=False)
            return self._made[state]

    def explained(self, asked: Comparing) -> tuple[tuple[Explainable, ...], tuple[Explanation, ...]]:
        """The rows to explain with what was said of them, and what found no row."""
        from kcdocs.api import Explanation, compare  # noqa: PLC0415 - the page starts without it

        said = [Explanation(**facts) for facts in self._desk.explanations(self._original(asked))]
        return compare.explainable(self.chain(asked), said)

    def explain(self, asked: Comparing, key: str, words: str) -> bool:
        """Keep what is said of one row, also for later drafts; False if there is no such row."""
        with self._writing:  # two rows that are kept at once must not lose one another
            return self._explain(asked, key, words)

    def take_back(self, asked: Comparing, table: Path) -> int:
        """Keep what people wrote into a table that came back, in place of what stood there; how many rows."""
        from kcdocs.api import compare  # noqa: PLC0415 - the page starts without it

        told, unplaced = compare.explainable(self.chain(asked), compare.explanations(table))
        words = {row.explanation.key: row.explanation.words for row in told if row.explanation.words.strip()}
        with self._writing:
            rows, lost = self.explained(asked)
            said = [replace(e, words=words.get(e.key, e.words)) for e in (row.explanation for row in rows)]
            kept = dict.fromkeys((*said, *lost, *unplaced))
            self._desk.explain(self._original(asked), [asdict(item) for item in kept if item.words.strip()])
        return len(words)

    def _explain(self, asked: Comparing, key: str, words: str) -> bool:
        rows, lost = self.explained(asked)
        if key not in {row.explanation.key for row in rows}:
            return False
        said = [
            replace(e, words=words if e.key == key else e.words) for e in (row.explanation for row in rows)
        ]
        kept = [asdict(item) for item in (*said, *lost) if item.words.strip()]
        self._desk.explain(self._original(asked), kept)
        return True

    def _original(self, asked: Comparing) -> str:
        """What explanations are kept by: the stored text's number, else the words of the file."""
        return (
            asked.old
            if asked.stored
            else hashlib.sha256(self._desk.file(asked.old).path.read_bytes()).hexdigest()
        )

    def titles(self, asked: Comparing) -> tuple[str, str]:
        """The names of both sides, as their user knows them."""
        old = asked.old if asked.stored else self._desk.file(asked.old).name
        return old, ", ".join(self._desk.file(key).name for key in asked.drafts)

    def _decisions(self, asked: Comparing) -> bytes:
        files = (self._desk.decided_file(asked.key), self._desk.answered_file(asked.key))
        return b"|".join(path.read_bytes() if path else b"" for path in files)

    def _compare(self, asked: Comparing) -> Chain:
        from kcdocs.api import compare  # noqa: PLC0415 - the page starts without it

        old = asked.old if asked.stored else self._desk.file(asked.old).path
        drafts = [self._desk.file(key).path for key in asked.drafts]
        answers = self._desk.answered_file(asked.key) if len(drafts) == 1 else None
        fixes = self._desk.decided_file(asked.key)
        return compare.compare_texts([old, *drafts], fixes=fixes, decisions=answers)
