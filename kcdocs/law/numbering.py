"""Labels of new provisions in an amending text, which never renumbers.

Source: Decree 78/2025/NĐ-CP, articles 66 and 69 (as secondary sources quote them), and the gazette's texts
of 2025 and 2026: between two units the label of the one before with a letter (points: with a number); at
the end of the parent the plain next number; after an inserted unit the next letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kcdocs.law.rule import Certainty, Rule
from kcdocs.text.labels import LabelStep, following, inserted, rank, step

NUMBERING = Rule(
    "Nghị định số 78/2025/NĐ-CP, Điều 66 và Điều 69", date(2025, 4, 1), None, Certainty.SECONDARY
)
"""What is not amended keeps its number; what is inserted is numbered by its neighbour."""

NUMBERED: tuple[Rule, ...] = (
    NUMBERING,
    Rule("Thông lệ soạn thảo trước Nghị định số 78/2025/NĐ-CP", None, date(2025, 3, 31), Certainty.GENERAL),
)
"""The same, with the practice before."""


class NoLabelError(Exception):
    """No label fits; the provision around must be rewritten whole."""


def new_labels(siblings: Sequence[str], after: str | None, count: int) -> list[str]:
    """Labels for provisions inserted side by side.

    Args:
        siblings: Labels of all that stand in the parent, repealed ones included, in order.
        after: Label of the sibling they follow, None for the head of the parent.
        count: How many.

    Raises:
        NoLabelError: At the head of the parent, or where an earlier insertion is in the way.
    """
    if after is None:
        raise NoLabelError
    last = siblings[-1] == after
    labels: list[str] = []
    for _ in range(count):
        previous = labels[-1] if labels else after
        try:
            label = following(previous) if last else _suffixed(previous, after)
        except ValueError as fault:
            raise NoLabelError from fault
        labels.append(label)
    if set(labels) & set(siblings):
        raise NoLabelError
    return labels


def follows(after: str, label: str) -> bool:
    """Whether a label may be that of a provision inserted after another ("5": "5a", or "6" at the end)."""
    return step(after, label) is LabelStep.NEXT


def is_inserted(label: str) -> bool:
    """Whether a label is one that an amending text gave: "5a", "d1", "IIa"."""
    found = rank(label)
    return found is not None and found.minor > 0


def _suffixed(previous: str, after: str) -> str:
    return inserted(after) if previous == after else inserted(after, previous)
