"""Number formats that show something else than the value: percent signs and leading zeros."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

_BUILT_IN = {9: "0%", 10: "0.00%"}
_ASIDE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
"""What a format code shows as it stands: quoted text, escapes, colours and conditions, gaps."""


@dataclass(frozen=True, slots=True)
class Formats:
    """Cell styles whose value is not what a person sees.

    Attributes:
        percent: Styles that show the value times a hundred with a percent sign.
        padded: Style → how many digits it shows at least ("000" shows 7 as 007).
    """

    percent: frozenset[int] = frozenset()
    padded: Mapping[int, int] = field(default_factory=dict)


def formats(styles: ET.Element | None) -> Formats:
    """The telling formats of a workbook.

    Args:
        styles: Root of its part `xl/styles.xml`; None if it has none.
    """
    if styles is None:
        return Formats()
    codes = {**_BUILT_IN, **dict(_custom(_named(styles, "numFmt")))}
    shown = [codes.get(int(item.get("numFmtId", "0")), "") for item in _cell_styles(styles)]
    plain = [_ASIDE.sub("", code).partition(";")[0] for code in shown]
    percent = frozenset(index for index, code in enumerate(plain) if "%" in code)
    padded = {index: len(code) for index, code in enumerate(plain) if re.fullmatch("0{2,}", code)}
    return Formats(percent, padded)


def _custom(items: Iterable[ET.Element]) -> Iterable[tuple[int, str]]:
    return ((int(item.get("numFmtId", "0")), item.get("formatCode", "")) for item in items)


def _cell_styles(styles: ET.Element) -> list[ET.Element]:
    return [item for group in _named(styles, "cellXfs") for item in group]


def _named(root: ET.Element, name: str) -> list[ET.Element]:
    return [item for item in root.iter() if item.tag.rpartition("}")[2] == name]
