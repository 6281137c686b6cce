"""Fields of Word's mail merge and words in «…» put into tags: a new file, the old one stays.

Source: ECMA-376 part 1, 17.16.5.35 (MERGEFIELD), 17.16.5.26 (INCLUDEPICTURE) and 17.16.4 (switches).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kcdocs.word.package import open_package
from kcdocs.word.package.docx import save_package
from kcdocs.word.package.tree import parse_part, serialise
from kcdocs.word.package.wml import SPACE, W, local, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kcdocs.word.package import Package

_TEXT_PARTS = ("document.main+xml", "template.main+xml", "header+xml", "footer+xml", "notes+xml")
_MERGE = re.compile(r'\s*MERGEFIELD\s+(?:"([^"]*)"|([^\s"\\]+))')
_KIND = re.compile(r"\s*([A-Za-z]+)")
_QUOTED = re.compile(r"«([^«»]{1,60})»")
_LEFT = frozenset({"IF", "NEXT", "NEXTIF", "SKIPIF", "ASK", "FILLIN", "ADDRESSBLOCK", "GREETINGLINE"})
"""Other kinds of field that a mail merge works with; only a person can say what they are in a template."""


class MergeName(NamedTuple):
    """What stands for a value in a mail-merge form.

    Attributes:
        name: What it is called there.
        code: The code of its field, switches included; empty for words in «…».
        picture: Whether it names the file of a picture that stands there.
    """

    name: str
    code: str = ""
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Tagged:
    """A document whose merge fields were put into tags.

    Attributes:
        data: The DOCX file.
        made: What stood there and the tag in its place, each once, in reading order.
        left: The codes of fields of a mail merge that were left as they are.
    """

    data: bytes
    made: tuple[tuple[MergeName, str], ...]
    left: tuple[str, ...]


@dataclass(slots=True)
class _Field:
    """A field over several runs whose end has not come yet."""

    runs: list[_Element] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    inner: list[str] = field(default_factory=list)
    nested: bool = False
    shown: bool = False

    @property
    def is_picture(self) -> bool:
        """Whether it shows the picture whose file a merge field in it names."""
        return "".join(self.code).split()[:1] == ["INCLUDEPICTURE"] and len(self.inner) == 1


def tagged(data: bytes, tag_of: Callable[[MergeName], str], *, name: str = "") -> Tagged:
    """Put the merge fields of a document, and words in «…», into tags.

    Args:
        data: A DOCX file.
        tag_of: What stands for a value → its tag; empty leaves it as it is.
        name: How the user named the file.

    Raises:
        PackageError: The file is no Word document that may be opened, or a part cannot be read.
    """
    package = open_package(data, name=name)
    putting = _Putting(tag_of)
    parts = {part: putting.part(package, part) for part in _texts(package)}
    left = tuple(putting.left)
    if not putting.made:
        return Tagged(data, (), left)
    return Tagged(save_package({**package.parts, **parts}), tuple(putting.made.items()), left)


def _texts(package: Package) -> Iterator[str]:
    texts = [part for part in package.parts if package.content_type(part).endswith(_TEXT_PARTS)]
    yield from sorted(texts, key=lambda part: part != package.main)


@dataclass(slots=True)
class _Putting:
    """One document's merge fields being put into tags."""

    tag_of: Callable[[MergeName], str]
    made: dict[MergeName, str] = field(default_factory=dict)
    left: dict[str, None] = field(default_factory=dict)

    def part(self, package: Package, part: str) -> bytes:
        """A part of the document with tags in it."""
        root = parse_part(package, part)
        for simple in list(root.iter(w("fldSimple"))):
            self._field(list(simple.iter(w("r"))), simple.get(W + "instr", ""), simple)
        for paragraph in root.iter(w("p")):
            for done in list(_fields(paragraph)):
                if not done.nested:
                    code = done.inner[0] if done.is_picture else "".join(done.code)
                    self._field(done.runs, code, picture=done.is_picture)
            self._quoted(paragraph)
        return serialise(root)

    def _field(
        self, runs: list[_Element], code: str, holder: _Element | None = None, *, picture: bool = False
    ) -> None:
        """A tag in the place of a merge field, looking as its result does; others are noted."""
        found, kind, code = _MERGE.match(code), _KIND.match(code), " ".join(code.split())
        if not found and kind and kind[1].upper() in _LEFT:
            self.left[code] = None
        said = MergeName((found[1] or found[2]).strip(), code, picture) if found else None
        tag = self.tag_of(said) if said else ""
        if not said or not tag or not runs:
            return
        kept = next((run for run in runs if run.find(w("t")) is not None), runs[0])
        _write_alone(kept, tag)
        self.made[said] = tag
        if holder is not None:
            holder.addprevious(kept)
        for gone in [holder] if holder is not None else [run for run in runs if run is not kept]:
            _take_out(gone)

    def _quoted(self, paragraph: _Element) -> None:
        """Tags in the place of words in «…», which runs may split; a field that is left stays whole."""
        within = {run for one in _fields(paragraph) for run in one.runs}
        within |= {run for simple in paragraph.iter(w("fldSimple")) for run in simple.iter(w("r"))}
        texts = [
            text
            for run in paragraph.iter(w("r"))
            if run not in within and next(run.iterancestors(w("p")), None) is paragraph
            for text in run.iterfind(w("t"))
        ]
        whole = "".join(text.text or "" for text in texts)
        for found in reversed(list(_QUOTED.finditer(whole))):
            said = MergeName(" ".join(found[1].split()))
            if tag := self.tag_of(said):
                _put(texts, found.start(), found.end(), tag)
                self.made[said] = tag


def _fields(paragraph: _Element) -> Iterator[_Field]:
    """The fields of a paragraph over several runs, those within others marked."""
    stack: list[_Field] = []
    for run in paragraph.iter(w("r")):
        for one in stack:
            one.runs.append(run)
        for mark in run:
            kind = mark.get(W + "fldCharType") if local(mark) == "fldChar" else ""
            if kind == "begin":
                stack.append(_Field([run], nested=bool(stack)))
            elif stack and kind == "separate":
                stack[-1].shown = True
            elif stack and kind == "end":
                done = stack.pop()
                if stack:
                    stack[-1].inner.append("".join(done.code))
                yield done
            elif stack and local(mark) == "instrText" and not stack[-1].shown:
                stack[-1].code.append(mark.text or "")


def _write_alone(run: _Element, text: str) -> None:
    """Leave nothing in a run but its look and a text."""
    for child in [child for child in run if local(child) != "rPr"]:
        run.remove(child)
    shown = run.makeelement(w("t"), {SPACE: "preserve"})
    shown.text = text
    run.append(shown)


def _take_out(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _put(texts: list[_Element], start: int, end: int, tag: str) -> None:
    """Write a tag over a stretch of the texts: into the first of them, out of the others."""
    at = 0
    for text in texts:
        said = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(said))
        if first < last:
            text.text = said[:first] + tag + said[last:]
            text.set(SPACE, "preserve")
            tag = ""
        at += len(said)
