"""Suggestions from the next draft: which wishes stand in it word for word. A person decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.law.dossiers import OpinionOutcome
from kcdocs.model.opinion import OpinionKind
from kcdocs.opinions.answers import answer_text
from kcdocs.text.normalise import content_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.model.instrument import Instrument, Node
    from kcdocs.model.opinion import Opinion, OpinionRow

_EDITS = (OpinionKind.EDIT, OpinionKind.SILENT)
_HEAD = f"Gợi ý: {OpinionOutcome.ACCEPTED}, "


def answer_suggested(row: OpinionRow) -> str:
    """The answer that a person may give where the next draft shows the wish; empty where it does not."""
    return answer_text(OpinionOutcome.ACCEPTED, row.taken_in.removeprefix(_HEAD)) if row.taken_in else ""


def suggested(rows: Iterable[OpinionRow], draft: Instrument) -> tuple[OpinionRow, ...]:
    """The rows, those whose wish stands in the next draft with the place where it does.

    Only what an office edited can be seen there: its provision word for word as it wants it, wherever it
    stands, or gone where it wants it dropped. What is only said (comments, letters) is for a person to judge.

    Args:
        rows: The rows.
        draft: The next draft.
    """
    places: dict[str, Node] = {}
    for node in draft.provisions():
        for said in (node.text, _whole(node)):
            if said.strip():
                places.setdefault(content_form(said), node)
    return tuple(replace(row, taken_in=_seen(row.opinion, places)) for row in rows)


def _seen(opinion: Opinion, places: dict[str, Node]) -> str:
    if opinion.kind not in _EDITS or opinion.before == opinion.after:
        return ""
    if not opinion.after:
        gone = content_form(opinion.before) not in places
        return f"{_HEAD}dự thảo mới không còn quy định này." if gone else ""
    found = places.get(content_form(opinion.after))
    return f"{_HEAD}đã thể hiện tại {found.address.spoken()} dự thảo mới." if found else ""


def _whole(node: Node) -> str:
    return "\n".join(line.text.strip() for one in node.walk() for line in one.lines if line.text.strip())
