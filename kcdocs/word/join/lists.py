"""The lists of all documents: each document has its own, so that its numbers begin anew."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kcdocs.text.numbers import whole_number
from kcdocs.word.join.pool import PartLinks
from kcdocs.word.package.order import placed, properties
from kcdocs.word.package.wml import W, local, val, w
from kcdocs.word.read.numbering import linked_levels, read_lists
from kcdocs.word.read.styles import Listed, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBERED = {"numPicBullet": "numPicBulletId", "abstractNum": "abstractNumId", "num": "numId"}
_ORDER = (*_NUMBERED, "numIdMacAtCleanup")
_LOST = ("nsid", "styleLink", "numStyleLink")
_DURABLE = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}durableId"


@dataclass(slots=True)
class Lists:
    """The lists of all documents joined so far.

    Attributes:
        root: Root of `word/numbering.xml`; None while no document has lists.
        links: Its relations.
    """

    root: _Element | None = None
    links: PartLinks = field(default_factory=PartLinks)
    _highest: dict[str, int] = field(default_factory=dict)

    def take(
        self,
        numbering: _Element | None,
        styles: Styles,
        texts: Sequence[_Element],
        relink: Callable[[_Element, PartLinks], None],
    ) -> None:
        """Give a document's paragraphs lists of their own.

        Args:
            numbering: Root of its `word/numbering.xml`; None if it has none.
            styles: Its styles.
            texts: The roots of its parts with text.
            relink: Ties an element of that root to the relations of the joined file.
        """
        own = _OwnLists(self, numbering, styles.style_lists(), relink)
        if numbering is not None:
            lists = read_lists(numbering, styles.style_lists())
            _name_lists(styles, linked_levels(lists), texts)
        if self.root is None and numbering is not None:
            relink(numbering, self.links)
            self.root = numbering
            self._highest = {name: _highest(numbering, name) for name in _NUMBERED}
            return
        for text in texts:
            for item in text.iter(f"{W}numId"):
                item.set(f"{W}val", own.renewed(item.get(f"{W}val", "")))

    def add(self, item: _Element) -> str:
        """Put a picture, an abstract list or a list in its place, under a number of its own."""
        name = local(item)
        self._highest[name] += 1
        item.set(W + _NUMBERED[name], str(self._highest[name]))
        behind = set(_ORDER[_ORDER.index(name) + 1 :])
        root = [] if self.root is None else self.root
        following = next((other for other in root if local(other) in behind), None)
        if following is not None:
            following.addprevious(item)
        elif self.root is not None:
            self.root.append(item)
        return str(self._highest[name])


@dataclass(slots=True)
class _OwnLists:
    """The lists of one document, copied when the first paragraph asks for them."""

    all: Lists
    numbering: _Element | None
    style_lists: dict[str, str]
    relink: Callable[[_Element, PartLinks], None]
    _given: dict[tuple[str, str], str] = field(default_factory=dict)

    def renewed(self, old: str) -> str:
        """The number of a list in the joined file; "0", no list, where there is none."""
        return self._copied("num", old)

    def _copied(self, name: str, old: str) -> str:
        if (name, old) not in self._given:
            found = self._found(name, old)
            self._given[name, old] = "0" if found is None else self._copy(found)
        return self._given[name, old]

    def _found(self, name: str, old: str) -> _Element | None:
        items = [] if self.numbering is None else self.numbering.findall(w(name))
        found = next((item for item in items if item.get(W + _NUMBERED[name]) == old), None)
        style = val(found, "numStyleLink")
        use = self._found("num", self.style_lists.get(style, "")) if style else None
        return found if use is None else self._found("abstractNum", val(use, "abstractNumId") or "")

    def _copy(self, found: _Element) -> str:
        item = copy.deepcopy(found)
        self.relink(item, self.all.links)
        item.attrib.pop(_DURABLE, "")
        for lost in [*(each for name in _LOST for each in item.findall(w(name))), *item.iter(f"{W}pStyle")]:
            if (parent := lost.getparent()) is not None:
                parent.remove(lost)
        for name, tag in (("abstractNum", "abstractNumId"), ("numPicBullet", "lvlPicBulletId")):
            for reference in item.iter(W + tag):
                reference.set(f"{W}val", self._copied(name, reference.get(f"{W}val", "")))
        return self.all.add(item)


def _highest(numbering: _Element, name: str) -> int:
    return max(
        (whole_number(item.get(W + _NUMBERED[name])) or 0 for item in numbering.findall(w(name))), default=0
    )


def _name_lists(styles: Styles, linked: dict[tuple[str, str], int], texts: Sequence[_Element]) -> None:
    """Let each paragraph that is in a list by its style name the list itself."""
    for text in texts:
        for paragraph in text.iter(f"{W}p"):
            if val(paragraph, "pPr/numPr/numId") is None and (found := styles.listed(paragraph, linked)):
                _name_list(paragraph, found, _indent(styles, paragraph))


def _name_list(paragraph: _Element, found: Listed, indent: dict[str, str]) -> None:
    own = properties(paragraph)
    named = placed(own, "numPr")
    placed(named, "ilvl").set(f"{W}val", str(found.level))
    placed(named, "numId").set(f"{W}val", found.num_id)
    if indent:
        item = placed(own, "ind")
        for name, value in indent.items():
            item.set(name, item.get(name, value))


def _indent(styles: Styles, paragraph: _Element) -> dict[str, str]:
    """The indents of styles that outweigh the list's: a list that a paragraph names outweighs them all."""
    found: dict[str, str] = {}
    for style in styles.chain(styles.style_of(paragraph)):
        item = style.find(w("pPr/ind"))
        found = {**({} if item is None else {str(k): str(v) for k, v in item.attrib.items()}), **found}
        if val(style, "pPr/numPr/numId") is not None:
            break
    return found
