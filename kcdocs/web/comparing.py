"""Comparisons of the page: what is shown of each is kept as files, the last few texts in memory."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

from kcdocs.files import write_whole
from kcdocs.settings import VERSION
from kcdocs.web import limits

_AMENDING, _WHOLE = b"<!-- sua-doi -->", b"<!-- toan-bo -->"
"""First line of a kept page: whether a draft holds commands of amendment; other pages are made anew."""

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kcdocs.api import Chain, Explainable, Explanation
    from kcdocs.web.desk import Comparing, Desk


@dataclass(frozen=True, slots=True)
class ShownComparison:
    """What the page shows of a comparison.

    Attributes:
        page: The file of the comparison as HTML; all that comes from texts is escaped in it.
        amending: Whether a draft holds commands of amendment.
    """

    page: Path
    amending: bool


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

    def chain(self, asked: Comparing, tell: Callable[[int], None] | None = None) -> Chain:
        """The comparison, with what its user decided.

        Args:
            asked: The comparison.
            tell: Told how many texts are read, each time.

        Raises:
            NothingThereError: If a file is no longer kept.
            KcdocsError: If a text cannot be read, found or compared.
        """
        state = (asked.key, self._state(asked))
        with self._lock:  # two tabs that ask at once get one comparison, not two at the same time
            if state not in self._made:
                self._made[state] = self._compare(asked, tell)
            self._made.move_to_end(state)
            while len(self._made) > limits.COMPARED:
                self._made.popitem(last=False)
            return self._made[state]

    def is_long(self, asked: Comparing) -> bool:
        """Whether making it takes so long that its user should see how far it is."""
        keys = asked.drafts if asked.stored else (asked.old, *asked.drafts)
        return sum(self._desk.file(key).path.stat().st_size for key in keys) > limits.LONG

    def shown(self, asked: Comparing) -> ShownComparison | None:
        """What was made before of the same files and decisions; None if it has to be made."""
        page, _ = self._kept(asked)
        try:
            with page.open("rb") as file:
                first = file.readline(len(_AMENDING) + 1).rstrip()
        except OSError:
            return None
        return ShownComparison(page, first == _AMENDING) if first in (_AMENDING, _WHOLE) else None

    def show(self, asked: Comparing, tell: Callable[[int], None] | None = None) -> ShownComparison:
        """Make what the page shows and keep it; errors as for `chain`.

        Args:
            asked: The comparison.
            tell: Told how many of its steps are done: a text read, the texts compared.
        """
        from kcdocs.api import compare, explain  # noqa: PLC0415 - the page starts without it
        from kcdocs.web.words import on_page  # noqa: PLC0415 - as above

        page, rows = self._kept(asked)
        chain = self.chain(asked, tell)
        if tell:
            tell(len(asked.drafts) + 2)
        amending = any(step.commands or step.unfollowed for step in chain.steps)
        body = compare.fragment(on_page(chain)).encode()
        for old in page.parent.glob("xem-*"):
            with suppress(OSError):  # Windows keeps what another tab still reads: it goes the next time
                old.unlink()
        kept = [asdict(row) for row in explain.explainable(chain)]
        write_whole(rows, json.dumps(kept, ensure_ascii=False).encode())
        write_whole(page, b"%b\n%b" % (_AMENDING if amending else _WHOLE, body))
        return ShownComparison(page, amending)

    def _rows(self, asked: Comparing) -> tuple[Explainable, ...]:
        """The changed rows, to be explained."""
        from kcdocs.api import Explainable  # noqa: PLC0415 - the page starts without it

        if self.shown(asked) is None:
            self.show(asked)
        found = json.loads(self._kept(asked)[1].read_bytes())
        return tuple(Explainable(**{**row, "old_keys": tuple(row["old_keys"])}) for row in found)

    def file(self, asked: Comparing, form: str) -> bytes:
        """The comparison as a file with what was said of its rows; errors as for `chain`.

        Args:
            asked: The comparison.
            form: A value of `Format`.
        """
        from kcdocs.api import Format, compare  # noqa: PLC0415 - the page starts without it

        chain = self.chain(asked)
        rows, lost = self.explained(asked)
        said = [*(row.explanation for row in rows), *lost]
        made = compare.render(chain, Format(form), explained=said)
        return made if isinstance(made, bytes) else made.encode()

    def explained(self, asked: Comparing) -> tuple[tuple[Explainable, ...], tuple[Explanation, ...]]:
        """The rows to explain with what was said of them, and what found no row."""
        from kcdocs.api import Explanation, explain  # noqa: PLC0415 - the page starts without it

        said = [Explanation(**facts) for facts in self._desk.explanations(self._original(asked))]
        return explain.explained(self._rows(asked), said)

    def explain(self, asked: Comparing, key: str, words: str) -> bool:
        """Keep what is said of one row, also for later drafts; False if there is no such row."""
        with self._writing:  # two rows that are kept at once must not lose one another
            rows, lost = self.explained(asked)
            if key not in {row.explanation.key for row in rows}:
                return False
            said = [row.explanation for row in rows]
            self._keep(asked, [replace(e, words=words if e.key == key else e.words) for e in said], lost)
            return True

    def take_back(self, asked: Comparing, table: Path) -> int:
        """Keep what people wrote into a table that came back, in place of what stood there; how many rows."""
        from kcdocs.api import explain  # noqa: PLC0415 - the page starts without it

        with self._writing:
            rows, lost = self.explained(asked)
            told, unplaced = explain.explained(rows, explain.explanations(table))
            words = {row.explanation.key: row.words for row in told if row.words.strip()}
            said = (row.explanation for row in rows)
            self._keep(asked, [replace(e, words=words.get(e.key, e.words)) for e in said], (*lost, *unplaced))
        return len(words)

    def titles(self, asked: Comparing) -> tuple[str, str]:
        """The names of both sides, as their user knows them."""
        old = asked.old if asked.stored else self._desk.file(asked.old).name
        return old, ", ".join(self._desk.file(key).name for key in asked.drafts)

    def _keep(self, asked: Comparing, said: list[Explanation], lost: tuple[Explanation, ...]) -> None:
        kept = dict.fromkeys(item for item in (*said, *lost) if item.words.strip())
        self._desk.explain(self._original(asked), [asdict(item) for item in kept])

    def _original(self, asked: Comparing) -> str:
        """What explanations are kept by: the stored text's number, else the words of the file."""
        return (
            asked.old
            if asked.stored
            else hashlib.sha256(self._desk.file(asked.old).path.read_bytes()).hexdigest()
        )

    def _kept(self, asked: Comparing) -> tuple[Path, Path]:
        """The files of what is shown: the page and its rows; they need not be there."""
        stem = self._desk.comparison_folder(asked.key) / f"xem-{self._state(asked)[:16]}"
        return stem.with_suffix(".html"), stem.with_suffix(".json")

    def _state(self, asked: Comparing) -> str:
        """What changes whenever the comparison does: decisions, the stored text and its day, the program."""
        files = (self._desk.decided_file(asked.key), self._desk.answered_file(asked.key))
        decided = [path.read_bytes() if path else b"" for path in files]
        stored = f"{datetime.now().astimezone().date()} {store_state()}" if asked.stored else ""
        return hashlib.sha256(b"|".join([*decided, stored.encode(), VERSION.encode()])).hexdigest()

    def _compare(self, asked: Comparing, tell: Callable[[int], None] | None) -> Chain:
        from kcdocs.api import compare  # noqa: PLC0415 - the page starts without it

        old = asked.old if asked.stored else self._desk.file(asked.old).path
        drafts = [self._desk.file(key).path for key in asked.drafts]
        answers = self._desk.answered_file(asked.key) if len(drafts) == 1 else None
        fixes = self._desk.decided_file(asked.key)
        return compare.compare_texts([old, *drafts], fixes=fixes, decisions=answers, tell=tell)


def store_state() -> list[tuple[str, int]]:
    """What the store holds: a stored text may be amended by any other."""
    from kcdocs.api import decrees  # noqa: PLC0415 - the page starts without it

    paths = (edition.path for entry in decrees.entries() for edition in entry.editions)
    return sorted((str(path), path.stat().st_mtime_ns) for path in paths)
