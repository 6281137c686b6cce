"""Filling: one record into a compiled template, without opening or parsing anything again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from kcdocs.templating.environment import Context, sandbox
from kcdocs.templating.faults import fault
from kcdocs.templating.render import Render
from kcdocs.templating.template import Functions, Part, Template
from kcdocs.word import wellformed
from kcdocs.word.properties import PART as CUSTOM
from kcdocs.word.properties import custom_xml
from kcdocs.word.zipping import archive, entry

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT_PROPERTY = "kcdocs.content"
"""Custom property that holds the digest of all other parts."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled document.

    Attributes:
        data: The `.docx` file.
        digest: SHA-256 over all its parts but the custom properties, uncompressed; hexadecimal.
    """

    data: bytes
    digest: str


def fill(
    template: Template, context: Mapping[str, object], *, properties: Mapping[str, str] | None = None
) -> bytes:
    """Fill a template.

    Args:
        template: The compiled template.
        context: Name in the template → value.
        properties: Custom document properties to write, in order.

    Returns:
        The `.docx` file, the same bytes every time.

    Raises:
        TemplateError: The template is at fault.
        FillError: The data do not fit the template; the error names the field and the place.
    """
    return produce(template, context, properties=properties).data


def produce(
    template: Template, context: Mapping[str, object], *, properties: Mapping[str, str] | None = None
) -> Filled:
    """Fill a template; like `fill`, with the digest of the document."""
    render = Render()
    parts = {
        part.name: _part(part, functions, template, context, render)
        for part, functions in zip(template.parts, template.functions, strict=True)
    }
    digest = content_digest(
        template.digests | {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}
    )
    custom = custom_xml({**(properties or {}), CONTENT_PROPERTY: digest} if properties else {})
    entries = (entry(name, data) for name, data in (*parts.items(), (CUSTOM, custom)))
    return Filled(archive((*template.static, *entries)), digest)


def content_digest(digests: Mapping[str, str]) -> str:
    """The digest of a document.

    Args:
        digests: Part name → SHA-256 of its bytes, hexadecimal, for all parts but the custom properties.
    """
    lines = "".join(f"{name}\0{digests[name]}\n" for name in sorted(digests))
    return hashlib.sha256(lines.encode()).hexdigest()


def _part(
    part: Part, functions: Functions, template: Template, values: Mapping[str, object], render: Render
) -> bytes:
    environment = sandbox()
    context = Context(environment, {**environment.globals, **values}, part.name, functions.blocks)
    context.render = render
    render.part = part.name
    try:
        data = (HEAD + "".join(functions.root(context))).encode()
        wellformed.check(data)
    except Exception as error:
        raise fault(error, part, functions, template.name, values) from error
    return data
