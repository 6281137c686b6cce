"""The parts of a template with what every filled document has besides."""

from __future__ import annotations

from kcdocs.word.package.docx import Package
from kcdocs.word.package.properties import CONTENT_TYPE, CUSTOM, RELATION
from kcdocs.word.package.relations import CONTENT_TYPES, rels_name

_TEMPLATE = b"wordprocessingml.template.main+xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"


def with_custom_part(package: Package) -> dict[str, bytes]:
    """The parts, content types first, with a place for custom properties; a `.dotx` becomes a `.docx`."""
    types = package.parts[CONTENT_TYPES].replace(_TEMPLATE, _DOCUMENT)
    rels = package.parts[rels_name("")]
    if not package.content_type(CUSTOM).endswith("custom-properties+xml"):
        types = appended(types, f'<Override PartName="/{CUSTOM}" ContentType="{CONTENT_TYPE}"/>')
    if all(relation.target != CUSTOM for relation in package.relations("")):
        rels = appended(rels, f'<Relationship Id="rIdKcdocs" Type="{RELATION}" Target="{CUSTOM}"/>')
    return {CONTENT_TYPES: types, **package.parts} | {CONTENT_TYPES: types, rels_name(""): rels}


def appended(xml: bytes, element: str) -> bytes:
    """The XML with one more element at the end of its root, in the root's namespace."""
    if b"</" not in xml:
        xml = _opened(xml)
    start = xml.rindex(b"</")
    name = xml[start + 2 :].split(b">")[0].strip()
    prefix = name.rpartition(b":")[0].decode()
    named = element.replace("<", f"<{prefix}:", 1) if prefix else element
    return xml[:start] + named.encode() + xml[start:]


def _opened(xml: bytes) -> bytes:
    """The XML with its empty root element opened."""
    start = xml.rindex(b"<")
    name = xml[start + 1 :].split()[0].removesuffix(b"/>")
    return xml[: xml.rindex(b"/>")] + b"></" + name + b">"
