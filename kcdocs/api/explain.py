"""What is to be explained of a comparison (thuyết minh), and what people wrote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kcdocs.files import AnyPath
from kcdocs.report import explaining, media
from kcdocs.report.chain import Chain
from kcdocs.report.explaining import Explainable, Explanation


def explainable(chain: Chain) -> tuple[Explainable, ...]:
    """The changed rows of the comparison table, for a person to explain."""
    return explaining.explainable(chain)


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
    return explaining.explained(rows, said)


def explanations(table: AnyPath) -> tuple[Explanation, ...]:
    """What people wrote into the explanations of a comparison table that came back.

    Args:
        table: A Word or Excel file that `render` made, edited since.

    Raises:
        ForeignTableError: If it is no comparison table.
        KcdocsError: If it is not even a file of its kind.
    """
    return media.explanations(Path(table))
