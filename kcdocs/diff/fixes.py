"""Fixes: a reviewer's decisions on what became of a provision, honoured while the text is the same."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.text.normalise import content_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.diff.align import Fixed
    from kcdocs.diff.tree import Unit
    from kcdocs.model.address import Address
    from kcdocs.model.comparison import Fix
    from kcdocs.model.instrument import Node

_DIGITS = 16


_ABSENT = Declared(
    "DF101",
    Severity.WARNING,
    "A reviewer's pair names a provision that is not there.",
    "Tệp ghép cặp nêu {address}, nhưng văn bản không có quy định này; bỏ qua cặp đó.",
    mend="Xem lại cặp này và ghi lại quyết định vào tệp ghép cặp.",
)

_CHANGED = Declared(
    "DF102",
    Severity.WARNING,
    "A provision changed since the reviewer paired it.",
    "Nội dung {address} đã đổi từ khi người rà soát ghép cặp; bỏ qua cặp đó.",
    mend="Xem lại cặp này và ghi lại quyết định vào tệp ghép cặp.",
)

_REPEATED = Declared(
    "DF103",
    Severity.WARNING,
    "A reviewer's file decides on a provision twice.",
    "Tệp ghép cặp quyết định {address} hai lần; chỉ theo lần đầu.",
    mend="Bỏ một trong hai quyết định.",
)


def digest(node: Node) -> str:
    """Fingerprint of a provision with all below it: 16 hexadecimal digits of the SHA-256 of its content form.

    Args:
        node: The provision.
    """
    text = "\n".join(content_form(below.text) for below in node.walk())
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def decided(
    fixes: Iterable[Fix], old: Unit, new: Unit, names: tuple[str, str]
) -> tuple[list[Fixed], list[Finding]]:
    """Look up what a reviewer fixed.

    Args:
        fixes: The decisions.
        old: Root of the old instrument.
        new: Root of the new one.
        names: Names of both instruments.

    Returns:
        The units of the decisions that still hold, and a finding for each that does not.
    """
    fixed: list[Fixed] = []
    findings: list[Finding] = []
    used: set[int] = set()
    for fix in fixes:
        sides = [(fix.old, fix.old_digest, old, names[0]), (fix.new, fix.new_digest, new, names[1])]
        units = [_find(root, address) for address, _, root, _ in sides]
        faults = [
            _fault(address, unit, wanted, name)
            for (address, wanted, _, name), unit in zip(sides, units, strict=True)
        ]
        faults += [
            _repeated(unit, side[3])
            for unit, side in zip(units, sides, strict=True)
            if unit is not None and unit.node.key in used
        ]
        told = [fault for fault in faults if fault is not None]
        findings += told
        if not told:
            fixed.append((units[0], units[1]))
            used |= {unit.node.key for unit in units if unit is not None}
    return fixed, findings


def _find(root: Unit, address: Address | None) -> Unit | None:
    if address is None:
        return None
    units = (unit for unit in root.walk() if unit.index and not unit.quoted)
    return next((unit for unit in units if unit.node.address == address), None)


def _repeated(unit: Unit, name: str) -> Finding:
    address = unit.node.address
    return _REPEATED.at(Place(file=name, address=str(address)), address=address.spoken())


def _fault(address: Address | None, unit: Unit | None, wanted: str, name: str) -> Finding | None:
    if address is None:
        return None
    place = Place(file=name, address=str(address))
    if unit is None:
        return _ABSENT.at(place, address=address.spoken())
    if wanted and digest(unit.node) != wanted:
        return _CHANGED.at(place, digest(unit.node), expected=wanted, address=address.spoken())
    return None
