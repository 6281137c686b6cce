"""Filling: one record into a compiled template, without opening or parsing anything again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from kcdocs.engine.beside_files import BesideReader
from kcdocs.engine.environment import RenderContext, sandbox
from kcdocs.engine.render import Render
from kcdocs.engine.template import CompiledPart, Template
from kcdocs.text import wellformed
from kcdocs.word.join.merging import Master
from kcdocs.word.package import CUSTOM, ZipEntry, archive, custom_xml, entry, unpacked
from kcdocs.word.write.keeping import keep_together_on_page
from kcdocs.word.write.mending import close_last_section, mend_grids, mend_hollows, unique_ids

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT_PROPERTY = "kcdocs.content"
"""Custom property that holds the digest of all other parts."""


_FIRST_ID = 100_000  # ids given to drawings and bookmarks begin here, for each part elsewhere


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
    template: Template,
    context: Mapping[str, object],
    *,
    properties: Mapping[str, str] | None = None,
    beside: BesideReader | None = None,
) -> bytes:
    """Fill a template.

    Args:
        template: The compiled template.
        context: Name in the template → value.
        properties: Custom document properties to write, in order.
        beside: Reads the files that values name; without it their names are printed.

    Returns:
        The `.docx` file, the same bytes every time.

    Raises:
        TemplateError: The template is at fault.
        FillError: The data do not fit the template; the error names the field and the place.
    """
    return produce(template, context, properties=properties, beside=beside).data


def produce(
    template: Template,
    context: Mapping[str, object],
    *,
    properties: Mapping[str, str] | None = None,
    beside: BesideReader | None = None,
) -> Filled:
    """Fill a template; like `fill`, with the digest of the document."""
    render = Render(Master(partial(_blank_parts, template)), beside)
    parts = {
        part.name: _part(part, index, template, context, render) for index, part in enumerate(template.parts)
    }
    static, digests = template.static, template.digests
    if render.additions or render.master.merged:
        static, digests = _with_brought(template, render)
    digest = content_digest(digests | {name: sha256(data).hexdigest() for name, data in parts.items()})
    custom = custom_xml({**properties, CONTENT_PROPERTY: digest} if properties else {}, template.custom)
    wellformed.refuse_malformed(custom)
    entries = (entry(name, data) for name, data in (*parts.items(), (CUSTOM, custom)))
    return Filled(archive((*static, *entries)), digest)


def attempt(template: Template, context: Mapping[str, object], *, beside: BesideReader | None = None) -> None:
    """Fill a template and keep nothing: raises what `fill` would, for less time."""
    render = Render(Master(partial(_blank_parts, template)), beside)
    for index, part in enumerate(template.parts):
        _part(part, index, template, context, render)


def _blank_parts(template: Template) -> dict[str, bytes]:
    static = {one.name.decode(): unpacked(one) for one in template.static}
    return {**static, **{part.name: part.blank for part in template.parts}, CUSTOM: custom_xml({})}


def _with_brought(template: Template, render: Render) -> tuple[tuple[ZipEntry, ...], dict[str, str]]:
    """The static parts with what values brought along, and their digests."""
    from kcdocs.word.write.additions import with_additions  # noqa: PLC0415 - most documents bring nothing along

    before = _blank_parts(template)
    whole = with_additions(render.master.parts() or before, render.additions)
    for part in template.parts:
        del whole[part.name]
    del whole[CUSTOM]
    kept = {one.name.decode(): one for one in template.static}
    same = {name for name, data in whole.items() if before.get(name) == data}
    return (
        tuple(kept[name] if name in same else entry(name, data) for name, data in whole.items()),
        {n: template.digests[n] if n in same else sha256(data).hexdigest() for n, data in whole.items()},
    )


def content_digest(digests: Mapping[str, str]) -> str:
    """The digest of a document.

    Args:
        digests: Part name → SHA-256 of its bytes, hexadecimal, for all parts but the custom properties.
    """
    lines = "".join(f"{name}\0{digests[name]}\n" for name in sorted(digests))
    return sha256(lines.encode()).hexdigest()


def _part(
    part: CompiledPart, index: int, template: Template, values: Mapping[str, object], render: Render
) -> bytes:
    environment, functions = sandbox(), template.functions[index]
    context = RenderContext(environment, {**environment.globals, **values}, part.name, functions.blocks)
    context.render = render
    render.part = part.name
    try:
        data = (HEAD + _mended("".join(functions.root(context)), part, index, render)).encode()
        wellformed.refuse_malformed(data)
    except Exception as error:
        from kcdocs.engine.faults import fault  # noqa: PLC0415 - most documents have no fault

        raise fault(error, part, functions, template.name, values) from error
    return data


def _mended(xml: str, part: CompiledPart, index: int, render: Render) -> str:
    if part.repeats_cells:
        xml = mend_grids(xml)
    if part.may_be_hollow:
        xml = mend_hollows(xml)
    xml = close_last_section(keep_together_on_page(xml))
    if part.repeats_ids or render.additions or render.master.merged:
        xml = unique_ids(xml, _FIRST_ID * (index + 1))
    return xml
