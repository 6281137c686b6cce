"""Custom document properties: what a document says about its own making.

Source: ECMA-376 part 1, 22.3 (custom file properties).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kcdocs.word.package.escaping import inside_attribute, inside_plain

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CUSTOM = "docProps/custom.xml"
"""The part that holds them."""

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"

_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_PID = 2  # 0 and 1 are reserved


class Property(NamedTuple):
    """One property: its name, the name of its type without prefix ("lpwstr", "i4"), its value as text."""

    name: str
    type: str
    text: str


def custom_xml(values: Mapping[str, str], kept: Sequence[Property] = ()) -> bytes:
    """The part that holds the properties, in the given order.

    Args:
        values: Name → text.
        kept: Properties that the template has of its own, written first.
    """
    texts = (Property(name, "lpwstr", text) for name, text in values.items())
    items = "".join(
        f'<property fmtid="{_FORMAT}" pid="{pid}" name="{inside_attribute(one.name)}">'
        f"<vt:{one.type}>{inside_plain(one.text)}</vt:{one.type}></property>"
        for pid, one in enumerate((*kept, *texts), start=_FIRST_PID)
    )
    return f'{_HEAD}<Properties xmlns="{_NAMESPACE}" xmlns:vt="{_TYPES}">{items}</Properties>'.encode()


def read_properties(data: bytes) -> tuple[Property, ...]:
    """The properties in the part; one that is no single value counts as text.

    Args:
        data: The part, already checked to be well formed and without a document type; empty if there is none.
    """
    if not data:
        return ()
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - filling only writes

    found = ET.fromstring(data).iter(f"{{{_NAMESPACE}}}property")  # noqa: S314 - checked at the door
    return tuple(Property(item.get("name", ""), _type(item), "".join(item.itertext())) for item in found)


def read_custom(data: bytes) -> dict[str, str]:
    """The properties in the part: name → text.

    Args:
        data: The part, already checked to be well formed and without a document type; empty if there is none.
    """
    return {one.name: one.text for one in read_properties(data)}


def _type(item: Element) -> str:
    """The name of a property's type if it holds a single value."""
    if len(item) != 1 or len(item[0]):
        return "lpwstr"
    return item[0].tag.rpartition("}")[2]
