"""What the filters of lists tell of the items of a list, and what they make of it."""

from __future__ import annotations

from jinja2 import nodes

from kcdocs.engine import asked_uses as uses
from kcdocs.engine.asked_field import Asked


def result(node: nodes.Filter, listed: Asked) -> Asked:
    """What a filter of a list gives; what it tells of the items is noted.

    Args:
        node: The filter, one of `uses.LISTS`.
        listed: What it filters, which is a list from now on.
    """
    item, name = listed.listed(), node.name
    inside = _attribute(node, item)
    if name == "sum" or _with_number(node):
        (inside or item).kinds.add("so")
    match name:
        case "groupby":
            return Asked(item=Asked(fields={"grouper": inside or Asked(), "list": listed}))
        case "map":
            return Asked(item=inside or _mapped(node, item))
        case "batch" | "slice":
            return Asked(item=listed)
        case _ if name in uses.ITEM:
            return item
        case _:
            return listed if name in uses.SAME_LIST else Asked()


def _with_number(node: nodes.Filter) -> bool:
    """Whether a filter compares a field of the items with a number: `selectattr("tien", "gt", 5)`."""
    match node.args:
        case [_, _, value]:
            return uses.is_number(value)
        case _:
            return False


def targets(target: nodes.Node, item: Asked) -> dict[str, Asked]:
    """The names that a loop gives: the item, or the two parts of a group that `groupby` made."""
    if isinstance(target, nodes.Name):
        return {target.name: item}
    names = [name.name for name in target.find_all(nodes.Name)]
    parts = [item.fields[part] for part in ("grouper", "list") if part in item.fields]
    return dict(zip(names, parts if len(parts) == len(names) else [item] * len(names), strict=True))


def _attribute(node: nodes.Filter, item: Asked) -> Asked | None:
    """The field of the items that a filter names; the last of several ("cap,so")."""
    named = [pair.value for pair in node.kwargs if pair.key == "attribute"]
    named += node.args[:1] if node.name in uses.ATTRIBUTE_FIRST else []
    if not named or not isinstance(named[0], nodes.Const) or not isinstance(named[0].value, str):
        return None
    inside = item
    for path in named[0].value.split(","):
        inside = item
        for step in path.strip().split("."):
            inside = inside.fields.setdefault(step, Asked())
            inside.needed = True
        inside.printed = True
    return inside


def _mapped(node: nodes.Filter, item: Asked) -> Asked:
    """The items that `map("ngay_so")` prints, of the kind that its filter asks for."""
    name = node.args[0].value if node.args and isinstance(node.args[0], nodes.Const) else ""
    if kind := uses.KINDS.get(name):
        item.kinds.add(kind)
        item.unit = item.unit or uses.UNITS.get(name, "")
    return item
