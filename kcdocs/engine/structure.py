"""What a template may not do, found when it is compiled: reach outside, use the unknown, tear tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jinja2 import nodes

from kcdocs.engine.environment import sandbox
from kcdocs.engine.errors import (
    CrossingError,
    ForbiddenTagError,
    TrackedTemplateError,
    UnknownFilterError,
)
from kcdocs.engine.places import find_place
from kcdocs.model.finding import Place
from kcdocs.word.package import Package, part_titles

_OUTSIDE = {
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from … import",
    nodes.Extends: "extends",
    nodes.ScopedEvalContextModifier: "autoescape",
}
_TABLE_TAG = re.compile(r"<(?P<end>/?)w:(?P<name>tc|tr|tbl)(?=[ >])[^<>]*>")
_WORDS = {"tc": "ô", "tr": "hàng", "tbl": "bảng"}
_CHANGES = re.compile(
    rb"<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|"
    rb"(?:r|p|tbl|tblPrEx|tblGrid|tr|tc|sect)(?:Pr)?Change|numberingChange)[ />]"
)
_TEXT_PARTS = (
    "document.main+xml",
    "template.main+xml",
    "header+xml",
    "footer+xml",
    "footnotes+xml",
    "endnotes+xml",
)


def is_text(package: Package, part: str) -> bool:
    """Whether a part holds text that is filled."""
    return package.content_type(part).endswith(_TEXT_PARTS)


def tracked_changes_of(package: Package) -> Iterator[tuple[str, TrackedTemplateError]]:
    """Each part of a template that has tracked changes, and what is said of it."""
    titles = part_titles(package)
    for part, data in package.parts.items():
        if is_text(package, part) and (count := len(_CHANGES.findall(data))):
            where = titles.get(part, part)
            yield part, TrackedTemplateError(count, where, Place(package.name, where))


def refuse_unfit(tree: nodes.Template, places: Sequence[tuple[int, Place]]) -> None:
    """Refuse a part that cannot be filled as its author means.

    Args:
        tree: The parsed part.
        places: Line of its source → place.

    Raises:
        ForbiddenTagError: It reaches outside the template.
        UnknownFilterError: It uses a filter or test that does not exist.
        CrossingError: A loop or condition begins in one cell, row or table and ends in another.
    """
    for node in tree.find_all(tuple(_OUTSIDE)):
        raise ForbiddenTagError(_OUTSIDE[type(node)], find_place(places, node.lineno))
    for used in tree.find_all((nodes.Filter, nodes.Test)):
        known = sandbox().filters if isinstance(used, nodes.Filter) else sandbox().tests
        if used.name not in known:
            raise UnknownFilterError(used.name, find_place(places, used.lineno))
    for block in tree.find_all((nodes.For, nodes.If)):
        for branch in _branches(block):
            crossed = _crossed(branch)
            if crossed:
                raise CrossingError(_WORDS[crossed], find_place(places, block.lineno))


def _branches(block: nodes.Node) -> Iterator[list[nodes.Node]]:
    if isinstance(block, nodes.For | nodes.If):
        yield block.body
        yield block.else_


def _crossed(body: list[nodes.Node]) -> str:
    """Name of the first table element that the body closes without having opened it; empty if none."""
    depth = dict.fromkeys(_WORDS, 0)
    for tag in _TABLE_TAG.finditer("".join(_static(body))):
        depth[tag["name"]] += -1 if tag["end"] else 1
        if depth[tag["name"]] < 0:
            return tag["name"]
    return ""


def _static(body: list[nodes.Node]) -> Iterator[str]:
    for node in body:
        for data in node.find_all(nodes.TemplateData):
            yield data.data
