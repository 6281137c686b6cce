"""Trying a template on data: what goes wrong only when it is filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kcdocs.engine.check_report import TemplateFault
from kcdocs.engine.compile import compile_template
from kcdocs.engine.fill import fill
from kcdocs.errors import FindingsError, KcdocsError
from kcdocs.model.finding import Finding


def trial_faults(
    data: bytes, contexts: Iterable[Mapping[str, object]], *, name: str = ""
) -> list[TemplateFault]:
    """Fill the template with each context and throw the documents away.

    Args:
        data: The `.docx` file, which has passed the check.
        contexts: Name in the template → value, for each document.
        name: How the user named the template.

    Returns:
        A fault for each thing that went wrong; the same thing in several documents once.
    """
    template = compile_template(data, name=name)
    found: dict[Finding, None] = {}
    for context in contexts:
        try:
            fill(template, context)
        except KcdocsError as error:
            found.update(dict.fromkeys(_findings(error)))
    return [TemplateFault(finding) for finding in found]


def _findings(error: KcdocsError) -> Iterator[Finding]:
    if isinstance(error, FindingsError):
        yield from error.findings
    else:
        yield error.as_finding()
