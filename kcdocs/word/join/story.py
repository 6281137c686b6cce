"""A part that holds what all documents have in theirs: the body, the footnotes, the comments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.word.errors import JoinConflictError
from kcdocs.word.join.pool import PartLinks
from kcdocs.word.package.escaping import inside_attribute
from kcdocs.word.package.wml import MC, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(slots=True)
class Story:
    """One such part, kept as bytes: trees of hundreds of documents would not fit in memory.

    Attributes:
        tags: The elements that hold the content, outermost first ("document", "body").
        links: Its relations.
    """

    tags: tuple[str, ...]
    links: PartLinks = field(default_factory=PartLinks)
    _chunks: list[bytes] = field(default_factory=list)
    _namespaces: dict[str | None, tuple[str, str]] = field(default_factory=dict)
    _ignorable: dict[str, None] = field(default_factory=dict)

    def add(self, holder: _Element, file: str) -> None:
        """Add the content of an element.

        Args:
            holder: The element, in its tree.
            file: The document, for the error.

        Raises:
            JoinConflictError: If two documents mean different things by one namespace prefix.
        """
        for prefix, address in holder.nsmap.items():
            known, origin = self._namespaces.setdefault(prefix, (address, file))
            if known != address:
                raise JoinConflictError(origin, file, [f"tiền tố XML «{prefix or ''}»"])
        ignorable = holder.getroottree().getroot().get(f"{MC}Ignorable", "").split()
        self._ignorable |= dict.fromkeys(prefix for prefix in ignorable if prefix in holder.nsmap)
        self._chunks.append(_inside(holder))

    def data(self) -> bytes:
        """The part's bytes."""
        declared = "".join(
            f' xmlns{f":{prefix}" if prefix else ""}="{inside_attribute(address)}"'
            for prefix, (address, _) in self._namespaces.items()
        )
        mark = self._qualified(MC, "Ignorable")
        ignorable = f' {mark}="{" ".join(self._ignorable)}"' if self._ignorable and ":" in mark else ""
        names = [self._qualified(W, tag) for tag in self.tags]
        head = f"{_HEAD}<{names[0]}{declared}{ignorable}>" + "".join(f"<{name}>" for name in names[1:])
        tail = "".join(f"</{name}>" for name in reversed(names))
        return b"".join((head.encode(), *self._chunks, tail.encode()))

    def _qualified(self, namespace: str, name: str) -> str:
        prefixes = (key for key, (address, _) in self._namespaces.items() if f"{{{address}}}" == namespace)
        prefix = max((key or "" for key in prefixes), default="")
        return f"{prefix}:{name}" if prefix else name


def _inside(holder: _Element) -> bytes:
    """What stands between the tags of an element; its namespaces are not declared."""
    if not len(holder):
        return b""
    whole = etree.tostring(holder, encoding="UTF-8", xml_declaration=False, with_tail=False)
    return whole[whole.index(b">") + 1 : whole.rindex(b"</")]
