"""Custom document properties: what a document says about its own making.

Source: ECMA-376 part 1, 22.3 (custom file properties).
"""

from __future__ import annotations

from collections.abc import Mapping

from kcdocs.word.escaping import inside_attribute, inside_plain

PART = "docProps/custom.xml"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"

_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PID = 2  # 0 and 1 are reserved


def custom_xml(values: Mapping[str, str]) -> bytes:
    """The part that holds the properties, in the given order.

    Args:
        values: Name → text.
    """
    items = "".join(
        f'<property fmtid="{_FORMAT}" pid="{pid}" name="{inside_attribute(name)}">'
        f"<vt:lpwstr>{inside_plain(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(values.items(), start=_FIRST_PID)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<Properties xmlns="{_NAMESPACE}" xmlns:vt="{_TYPES}">{items}</Properties>'.encode()


def read_custom(data: bytes) -> dict[str, str]:
    """The properties in the part, as text.

    Args:
        data: The part, already checked to be well formed and without a document type; empty if there is none.
    """
    if not data:
        return {}
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - filling only writes

    found = ET.fromstring(data).iter(f"{{{_NAMESPACE}}}property")  # noqa: S314 - checked at the door
    return {item.get("name", ""): "".join(item.itertext()) for item in found}
