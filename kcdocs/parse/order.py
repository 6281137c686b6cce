"""Whether a label continues a list: the judgement on which a line is a provision or words."""

from __future__ import annotations

from enum import Enum

from kcdocs.law.kinds import SMALL
from kcdocs.parse import limits
from kcdocs.parse.rules.opening import Opening
from kcdocs.text.labels import LabelStep, first, rank, step


class LabelReading(Enum):
    """What a label at the start of a line is."""

    PROVISION = "provision"
    MISSING = "provision, others missing before it"
    REPEATED = "provision with a label used before"
    DISORDERED = "provision after a later one"
    LISTED = "line of a list inside a provision"
    RESTARTED = "first line of such a list"
    STRAY = "words that begin like a label"
    WORDS = "words"


def judge(found: Opening, previous: str | None, listed: str | None) -> LabelReading:
    """Judge a label in the body of a text.

    Args:
        found: The label.
        previous: Label of the last provision of the kind that it would be a sibling of, None if none.
        listed: Last label of a list that runs inside the open provision, None if none.
    """
    if previous is None:
        return _opens(found)
    relation = step(previous, found.label)
    if relation is LabelStep.NEXT:
        return LabelReading.PROVISION
    if listed is not None and step(listed, found.label) is LabelStep.NEXT:
        return LabelReading.LISTED
    if not found.plain or relation is None:
        return LabelReading.WORDS
    if relation is LabelStep.GAP:
        return LabelReading.STRAY if _far(previous, found) else LabelReading.MISSING
    return _again(found, relation)


def judge_loosely(found: Opening, previous: str | None) -> LabelReading:
    """Judge a label in an annex or a text without articles: only what continues a list is a provision."""
    if previous is None:
        return LabelReading.PROVISION if first(found.label) else LabelReading.WORDS
    return LabelReading.PROVISION if step(previous, found.label) is LabelStep.NEXT else LabelReading.WORDS


def _again(found: Opening, relation: LabelStep) -> LabelReading:
    """The judgement on a label that does not go on from the last one."""
    if _small(found) and first(found.label):
        return LabelReading.RESTARTED
    return LabelReading.REPEATED if relation is LabelStep.SAME else LabelReading.DISORDERED


def _opens(found: Opening) -> LabelReading:
    if first(found.label):
        return LabelReading.PROVISION
    place = rank(found.label)
    if not found.plain or place is None:
        return LabelReading.WORDS
    return LabelReading.STRAY if _small(found) and place.major > 2 * limits.FAR_JUMP else LabelReading.MISSING


def _far(previous: str, found: Opening) -> bool:
    old, new = rank(previous), rank(found.label)
    return (
        _small(found) and old is not None and new is not None and new.major - old.major > 2 * limits.FAR_JUMP
    )


def _small(found: Opening) -> bool:
    return found.kind in SMALL
