"""What a Word file has once for all its text: styles, theme, settings. Documents that differ are refused."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from kcdocs.word.errors import JoinConflictError
from kcdocs.word.join.sections import R
from kcdocs.word.package.order import placed
from kcdocs.word.package.wml import W, elements, local, val, w

if TYPE_CHECKING:
    from lxml.etree import _Element

ElementShape: TypeAlias = tuple[object, ...]
"""An element without its prefixes, comments and spaces: two that are equal mean the same."""

_LOOKS = frozenset({"basedOn", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"})
_PAGE_SETTINGS = (
    *("mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter"),
    *("gutterAtTop", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone"),
    *("doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting", "printTwoOnOne"),
    *("characterSpacingControl", "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore"),
    *("noPunctuationKerning", "footnotePr", "endnotePr", "compat", "documentProtection"),
)
_OFF = frozenset({"0", "false", "off"})
_LABELS = {"paragraph": "kiểu đoạn mặc định", "table": "kiểu bảng mặc định"}


@dataclass(slots=True)
class Shared:
    """What the documents so far have in common.

    Attributes:
        styles: Root of `word/styles.xml`.
        settings: Root of `word/settings.xml`.
    """

    styles: _Element | None = None
    settings: _Element | None = None
    _facts: dict[str, tuple[ElementShape, str]] = field(default_factory=dict)
    _seen: set[bytes] = field(default_factory=set)

    def take(self, file: str, roots: Mapping[str, _Element], data: Mapping[str, bytes]) -> None:
        """See that a document agrees with those before it, and add the styles that only it has.

        Args:
            file: The document.
            roots: Root of its "styles", "theme" and "settings", as far as it has them.
            data: The same as bytes.

        Raises:
            JoinConflictError: If it does not agree.
        """
        key = sha256(b"\0".join(data.get(kind, b"") for kind in ("styles", "theme", "settings"))).digest()
        if key in self._seen:
            return
        self._seen.add(key)
        found = dict(_facts(roots))
        known = {what: self._facts.setdefault(what, (shape, file)) for what, shape in found.items()}
        differing = [what for what, (shape, _) in known.items() if shape != found[what]]
        if differing:
            raise JoinConflictError(known[differing[0]][1], file, differing)
        self._add_styles(roots.get("styles"))
        if self.settings is None and "settings" in roots:
            self.settings = _without_links(roots["settings"])

    def _add_styles(self, styles: _Element | None) -> None:
        if styles is None or self.styles is None:
            self.styles = styles if self.styles is None else self.styles
            return
        known = {style.get(f"{W}styleId") for style in self.styles.iter(f"{W}style")}
        for style in styles.iter(f"{W}style"):
            if style.get(f"{W}styleId") not in known:
                self.styles.append(_without_list(copy.deepcopy(style)))

    def endnotes_by_section(self) -> None:
        """Let endnotes stand at the end of their section, for the end of the file is another document's."""
        if self.settings is None:
            self.settings = etree.Element(f"{W}settings", nsmap={"w": W[1:-1]})
        placed(placed(self.settings, "endnotePr"), "pos").set(f"{W}val", "sectEnd")


def _facts(roots: Mapping[str, _Element]) -> Iterator[tuple[str, ElementShape]]:
    styles, settings = roots.get("styles"), roots.get("settings")
    yield "định dạng mặc định", _shape(None if styles is None else styles.find(w("docDefaults")))
    defaults = dict.fromkeys(_LABELS, "")
    for style in [] if styles is None else styles.iter(f"{W}style"):
        id_, kind = style.get(f"{W}styleId", ""), style.get(f"{W}type", "")
        if kind in defaults and style.get(f"{W}default", "0") not in _OFF:
            defaults[kind] = id_
        yield f"kiểu «{val(style, 'name') or id_}»", (id_, kind, *_look(style))
    for kind, id_ in defaults.items():
        yield _LABELS[kind], (id_,)
    if "theme" in roots:
        yield "bộ màu và phông chữ (theme)", _shape(roots["theme"])
    for name in _PAGE_SETTINGS:
        yield f"thiết đặt «{name}»", _setting(None if settings is None else settings.find(w(name)))


def _look(style: _Element) -> Iterator[ElementShape]:
    for item in elements(style):
        if local(item) in _LOOKS and (len(item) or item.attrib):
            yield _shape(_without_list_number(copy.deepcopy(item)))


def _setting(item: _Element | None) -> ElementShape:
    """The shape of a setting; one that is switched off, or that lists lines above notes, says nothing."""
    if item is None or item.get(f"{W}val") in _OFF:
        return ()
    if local(item) not in {"compat", "footnotePr", "endnotePr"}:
        return _shape(item)
    told = (each for each in elements(item) if local(each) not in {"footnote", "endnote"})
    return tuple(sorted((_shape(each) for each in told if each.get(f"{W}val") not in _OFF), key=repr))


def _shape(item: _Element | None) -> ElementShape:
    if item is None:
        return ()
    return (item.tag, *sorted(item.attrib.items()), *(_shape(each) for each in elements(item)))


def _without_list_number(item: _Element) -> _Element:
    """Which number a list has says nothing: each document has its own lists."""
    for number in item.iter(f"{W}numId"):
        number.attrib.pop(f"{W}val", "")
    return item


def _without_list(style: _Element) -> _Element:
    """A style that names no list: its paragraphs name their own."""
    for item in style.findall(w("pPr/numPr")):
        if (parent := item.getparent()) is not None:
            parent.remove(item)
    return style


def _without_links(settings: _Element) -> _Element:
    for item in list(elements(settings)):
        if any(str(name).startswith(R) for each in item.iter() for name in each.attrib):
            settings.remove(item)
    return settings
