"""What people say of the provisions of a draft, beside the comparison and outside any table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from kcdocs.report.blocks import Block, blocks
from kcdocs.report.carry import Earlier, carry
from kcdocs.report.selection import ALL
from kcdocs.report.titles import spoken
from kcdocs.report.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        explanation: What was said of it so far.
    """

    anchor: str
    name: str
    explanation: Explanation


def explainable(
    chain: Chain, said: Iterable[Explanation] = ()
) -> tuple[tuple[Explainable, ...], tuple[Explanation, ...]]:
    """The changed rows of the comparison table with what was said of them, also of an earlier draft.

    Args:
        chain: The comparison.
        said: Explanations, of this draft or an earlier one.

    Returns:
        The rows, and the explanations that no row takes.
    """
    entries = [item for item in blocks(chain, ALL) if isinstance(item, Block) and item.changed]
    told = [item for item in said if item.words.strip()]
    carried = carry(entries, (item.earlier(item) for item in told))
    anchors = {row.key: f"r{number}" for number, row in enumerate(chain.steps[-1].rows)}
    rows = []
    for number, entry in enumerate(entries):
        nodes = entry.nodes(-1) or entry.nodes(0)
        words = "\n".join(item.words for item in carried.placed.get(number, []))
        own = Explanation(next(iter(entry.old_keys), ""), entry.new_key, entry.new_text, words)
        first = next((anchors[row.key] for row in entry.rows(-1) if row.changes), "")
        rows.append(Explainable(first if len(chain.steps) == 1 else "", capital(spoken(nodes)), own))
    return tuple(rows), tuple(item.written for item in carried.lost)
