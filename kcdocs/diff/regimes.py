"""Numbering regimes: an amending draft numbers 5a and renumbers nothing, a replacing one numbers all anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.law.kinds import LABELLED
from kcdocs.law.numbering import is_inserted
from kcdocs.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.model.comparison import Row
    from kcdocs.model.instrument import Node

_RENUMBERED = Declared(
    "DF301",
    Severity.WARNING,
    "A provision was renumbered in a draft that inserts labels like 5a.",
    "{old} được đánh số lại thành {address}, trong khi dự thảo chèn quy định bằng nhãn phụ như 5a, d1.",
    expected="giữ nguyên {kept}",
    mend="Giữ số cũ (văn bản sửa đổi không đánh số lại) hoặc đánh số lại toàn bộ (văn bản thay thế).",
)

_SUFFIXED_LABEL = Declared(
    "DF302",
    Severity.WARNING,
    "A label like 5a in a draft that renumbers.",
    "{new} mang nhãn phụ, trong khi dự thảo đánh số lại các quy định khác.",
    expected="số thứ tự liên tục",
    mend="Đánh số liên tục (văn bản thay thế) hoặc giữ số cũ của mọi quy định khác (văn bản sửa đổi).",
)


def regime_findings(rows: Iterable[Row], name: str) -> list[Finding]:
    """What mixes the two regimes: a finding for each place of the rarer one; none if only one is used.

    Args:
        rows: The rows of a comparison.
        name: Name of the new instrument.
    """
    kept: list[Node] = []
    anew: list[tuple[Node, Node]] = []
    for row in rows:
        for new in row.news:
            old = row.olds[0] if len(row.olds) == len(row.news) == 1 else None
            if (old is None or old.label != new.label) and _suffixed(new):
                kept.append(new)
            elif old is not None and _renumbered(old, new):
                anew.append((old, new))
    if not kept or not anew:
        return []
    if len(anew) <= len(kept):
        return [_renumbered_finding(old, new, name) for old, new in anew]
    return [_suffixed_finding(new, name) for new in kept]


def _suffixed(node: Node) -> bool:
    return node.kind in LABELLED and is_inserted(node.label)


def _renumbered(old: Node, new: Node) -> bool:
    return old.kind is new.kind and new.kind in LABELLED and old.label != new.label


def _renumbered_finding(old: Node, new: Node, name: str) -> Finding:
    return _RENUMBERED.at(
        Place(file=name, address=str(new.address)),
        new.address.spoken(),
        old=_spoken(old),
        address=new.address.spoken(),
        kept=old.address.spoken(),
    )


def _suffixed_finding(new: Node, name: str) -> Finding:
    return _SUFFIXED_LABEL.at(Place(file=name, address=str(new.address)), new.label, new=_spoken(new))


def _spoken(node: Node) -> str:
    words = node.address.spoken()
    return words[0].upper() + words[1:]
