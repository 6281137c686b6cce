"""Templates compiled once: after this nothing of the package is opened or parsed again for a record."""

from __future__ import annotations

import hashlib
import sys
import zlib
from types import CodeType

from jinja2 import TemplateAssertionError, nodes
from jinja2.exceptions import TemplateError as JinjaError

from kcdocs.engine.codegen import Generator, count_loops, repeats_cells, repeats_ids, tidy_data
from kcdocs.engine.environment import sandbox
from kcdocs.engine.errors import OutsideFieldError, SyntaxFaultError, TemplateError, UnknownFilterError
from kcdocs.engine.metering import weigh_values
from kcdocs.engine.places import find_place, outside_fields_of, place_of
from kcdocs.engine.reasons import syntax_reason
from kcdocs.engine.scanning import find_slots
from kcdocs.engine.slots import PrintSlot
from kcdocs.engine.structure import refuse_unfit, tracked_changes_of
from kcdocs.engine.surroundings import surroundings
from kcdocs.engine.template import CompiledPart, Template
from kcdocs.model.finding import Place
from kcdocs.text.wellformed import NotWellFormedError
from kcdocs.word.errors import BrokenPartError
from kcdocs.word.package import (
    CUSTOM,
    Package,
    entry,
    open_package,
    part_titles,
    read_properties,
    with_custom_part,
    without_remarks,
)
from kcdocs.word.write.mending import may_lose_content

OWN = "kcdocs."
"""How the names of the properties that the product writes begin."""

_STORED_LEVEL = zlib.Z_BEST_COMPRESSION  # static parts are deflated once, so as well as can be
_DYNAMIC = (
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
    "wordprocessingml.header+xml",
    "wordprocessingml.footer+xml",
    "wordprocessingml.footnotes+xml",
    "wordprocessingml.endnotes+xml",
    "package.core-properties+xml",
)
_PLAIN = "package.core-properties+xml"


def compile_template(data: bytes, *, name: str = "", typesetting: bool = False) -> Template:
    """Compile a Word template.

    Args:
        data: The `.docx` file.
        name: How the user named it, for messages.
        typesetting: Whether numbers, dates and symbols are kept on one line; a text then has no-break spaces
            where docxtpl would print plain ones.

    Returns:
        The compiled template, safe in threads, which `fill` takes.

    Raises:
        PackageError: The file is no Word document that may be opened.
        TemplateError: A tag cannot be read, it or a field of Word is not allowed, or changes are tracked.
    """
    package = without_remarks(open_package(data, name=name))
    for _, fault in tracked_changes_of(package):
        raise fault
    for found, place in outside_fields_of(package):
        raise OutsideFieldError(found.kind, place)
    parts = with_custom_part(package)
    titles = part_titles(package)
    dynamic = [
        _compile_part(package, part, titles[part], typesetting)
        for part in parts
        if package.content_type(part).endswith(_DYNAMIC) and _has_tags(parts[part])
    ]
    names = {part.name for part in dynamic} | {CUSTOM}
    return Template(
        name=name,
        hash=hashlib.sha256(data).hexdigest(),
        static=tuple(
            entry(part, content, _STORED_LEVEL) for part, content in parts.items() if part not in names
        ),
        digests={
            part: hashlib.sha256(content).hexdigest() for part, content in parts.items() if part not in names
        },
        parts=tuple(dynamic),
        custom=tuple(one for one in read_properties(parts.get(CUSTOM, b"")) if not one.name.startswith(OWN)),
    )


def _has_tags(data: bytes) -> bool:
    from kcdocs.word.read import has_tags  # noqa: PLC0415 - Word's library is loaded only to compile

    return has_tags(data)


def _compile_part(package: Package, part: str, title: str, typesetting: bool) -> CompiledPart:
    from kcdocs.word.read import prepare  # noqa: PLC0415 - Word's library is loaded only to compile

    try:
        prepared = prepare(package.parts[part])
    except NotWellFormedError as error:
        raise BrokenPartError(package.name, part, error.reason) from None
    places = tuple((line, place_of(package.name, title, where)) for line, where in prepared.lines)
    try:
        tree = sandbox().parse(prepared.source, part)
        refuse_unfit(tree, places)
        printed = surroundings(tree)
        plain = package.content_type(part).endswith(_PLAIN)
        slots = find_slots(tree, plain=plain, typesetting=typesetting and not plain)
        code = _code(tree, part, slots)
    except JinjaError as error:
        raise _fault(error, places, Place(package.name, title)) from None
    except (RecursionError, SyntaxError, MemoryError):
        raise SyntaxFaultError("thẻ lồng nhau quá sâu", Place(package.name, title)) from None
    return CompiledPart(
        name=part,
        code=code,
        blank=_blank(prepared.source, part == package.main),
        slots=tuple(slots.values()),
        places=places,
        repeats_ids=repeats_ids(tree),
        repeats_cells=repeats_cells(tree),
        may_be_hollow=may_lose_content(prepared.source) or repeats_cells(tree),
        printed=printed,
    )


def _blank(source: str, main: bool) -> bytes:
    root = source[: source.index(">") + 1]
    name = root[1:].split()[0].rstrip(">")
    return f"{root}{'<w:body/>' if main else ''}</{name}>".encode()


def _code(tree: nodes.Template, part: str, slots: dict[nodes.Node, PrintSlot]) -> CodeType:
    tidy_data(tree)
    weigh_values(tree)
    count_loops(tree)
    numbers = {key: (number, slot.writer) for number, (key, slot) in enumerate(slots.items())}
    generator = Generator(sandbox(), part, numbers)
    generator.visit(tree)
    return compile(generator.written.getvalue(), file_name(part), "exec", dont_inherit=True)


def file_name(part: str) -> str:
    """The name that the code of a part bears in tracebacks."""
    return sys.intern(f"<kcdocs {part}>")


def _fault(error: JinjaError, places: tuple[tuple[int, Place], ...], whole: Place) -> TemplateError:
    line = getattr(error, "lineno", None)
    place = find_place(places, line) if line else whole
    if isinstance(error, TemplateAssertionError) and "named" in str(error.message):
        return UnknownFilterError(str(error.message).split("'")[1], place)
    return SyntaxFaultError(syntax_reason(str(error.message)), place)
