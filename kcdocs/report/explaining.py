"""What people say of the provisions of a draft, beside the comparison and outside any table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from kcdocs.report.blocks import Block, blocks
from kcdocs.report.carry import Earlier, carry
from kcdocs.report.selection import ALL
from kcdocs.report.titles import spoken
from kcdocs.report.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcdocs.report.chain import Chain


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a person said of a provision, and which one it was.

    Attributes:
        old_key: The provision in the original; empty if it is new.
        new_key: The provision in the draft; empty if it is gone.
        new_text: The draft's words then.
        words: What was said; empty if nothing.
    """

    old_key: str
    new_key: str
    new_text: str
    words: str = ""

    @property
    def key(self) -> str:
        """What names its row while the draft stays the same."""
        return f"{self.old_key}|{self.new_key}"

    def earlier(self, written: T) -> Earlier[T]:
        """The same as something that stood in an earlier table, in the form of that table."""
        return Earlier(self.old_key, self.new_key, self.new_text, written)


@dataclass(frozen=True, slots=True)
class Explainable:
    """A changed row of the comparison table, for a person to explain.

    Attributes:
        anchor: Where it begins in the fragment of two texts; empty where there are several drafts.
        name: The provision in words.
        old_keys: Its provisions in the original; none if it is new.
        new_key: The first of them in the draft; empty if they are gone.
        new_text: The draft's words.
        words: What was said of it so far.
    """

    anchor: str
    name: str
    old_keys: tuple[str, ...]
    new_key: str
    new_text: str
    words: str = ""

    @property
    def explanation(self) -> Explanation:
        """What was said of it, as it is kept for later drafts."""
        return Explanation(next(iter(self.old_keys), ""), self.new_key, self.new_text, self.words)


def explainable(chain: Chain) -> tuple[Explainable, ...]:
    """The changed rows of the comparison table."""
    anchors = {row.key: f"r{number}" for number, row in enumerate(chain.steps[-1].rows)}
    rows = []
    for entry in blocks(chain, ALL):
        if not isinstance(entry, Block) or not entry.changed:
            continue
        nodes = entry.nodes(-1) or entry.nodes(0)
        first = next((anchors[row.key] for row in entry.rows(-1) if row.changes), "")
        anchor = first if len(chain.steps) == 1 else ""
        own = (entry.old_keys, entry.new_key, entry.new_text)
        rows.append(Explainable(anchor, capital(spoken(nodes)), *own))
    return tuple(rows)


def explained(
    rows: Sequence[Explainable], said: Iterable[Explanation]
) -> tuple[tuple[Explainable, ...], tuple[Explanation, ...]]:
    """The rows with what was said of them, also of an earlier draft.

    Args:
        rows: The changed rows of the comparison table.
        said: Explanations, of this draft or an earlier one.

    Returns:
        The rows, and the explanations that no row takes.
    """
    told = (item for item in said if item.words.strip())
    carried = carry(rows, (item.earlier(item) for item in told))
    words = ("\n".join(item.words for item in carried.placed.get(number, [])) for number in range(len(rows)))
    placed = tuple(replace(row, words=each) for row, each in zip(rows, words, strict=True))
    return placed, tuple(item.written for item in carried.lost)
