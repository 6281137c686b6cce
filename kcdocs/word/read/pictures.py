"""The pictures of a document, each by a digest of its bytes (ISO/IEC 29500-1, 20.1.8.13)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from kcdocs.word.package.wml import DRAWING, MC

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"


def shown_pictures(package: Package, trees: Mapping[str, _Element]) -> Iterator[str]:
    """The digest of each picture, in reading order; of one outside the file, that of its address.

    Args:
        package: The opened document.
        trees: Name of a part → its root, tracked changes resolved.
    """
    for part, tree in trees.items():
        targets = {item.id: item.target for item in package.relations(part)}
        for element in tree.iter(DRAWING + "blip", _IMAGE):
            if any(above.tag == MC + "Fallback" for above in element.iterancestors()):
                continue  # an old copy of what stands beside it
            named = (element.get(_RELATION + name) for name in ("embed", "link", "id"))
            target = targets.get(next(filter(None, named), ""), "")
            yield hashlib.sha256(package.parts.get(target, target.encode())).hexdigest()
