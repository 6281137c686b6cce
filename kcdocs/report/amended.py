"""What is told of texts that are compared, and of an amending draft applied so that like meets like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kcdocs.codes import Declared
from kcdocs.model.comparison import Commanded, Comparison
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Applied, Consolidation, Verdict
from kcdocs.report.operations import operation_words

_AMENDED = Declared(
    "RP201",
    Severity.NOTE,
    "The new text is an amending draft; it was applied before comparing.",
    "Văn bản mới là văn bản sửa đổi: đã áp {applied}/{count} lệnh của nó vào văn bản cũ, rồi so sánh "
    "văn bản cũ với kết quả.",
    mend="Xem từng lệnh: kcdocs amend read.",
)

_REFUSED = Declared(
    "RP202",
    Severity.WARNING,
    "A command of an amending draft could not be applied.",
    "Lệnh «{operation}» không áp được nên không có trong phần so sánh.",
    mend="Xem và sửa lệnh này trong dự thảo: kcdocs amend check.",
)


@dataclass(frozen=True, slots=True)
class ComparedText:
    """A text to compare, and what there is to tell of it.

    Attributes:
        instrument: The text; of an amending draft, what it makes of the old text.
        findings: What goes with the text into every result, and what became of an amending draft's commands.
        commands: Which command made which provision what it is.
    """

    instrument: Instrument
    findings: tuple[Finding, ...] = ()
    commands: tuple[Commanded, ...] = ()


def amended(new: Instrument, consolidation: Consolidation) -> ComparedText:
    """The old text as an amending draft makes it.

    Args:
        new: The amending draft.
        consolidation: The draft applied to the old text.

    Returns:
        The amended text under the draft's name; a note on the commands, and a warning for each that could
        not be followed.
    """
    log = consolidation.log
    refused = [item for item in log if item.verdict is Verdict.REFUSED]
    note = _AMENDED.at(Place(file=new.name), applied=len(log) - len(refused), count=len(log))
    text = replace(consolidation.amended, citation=new.citation, name=new.name, standing=None)
    commands = tuple(
        Commanded(address, item.operation.origin.address, item.operation.origin.words)
        for item in log
        for address in item.touched
    )
    return ComparedText(
        text, (*new.source_findings, note, *(_refused(item, new.name) for item in refused)), commands
    )


def plain(text: Instrument) -> ComparedText:
    """A text as it stands, with what its reading had to tell."""
    return ComparedText(text, text.source_findings)


def with_source_findings(comparison: Comparison, texts: Sequence[ComparedText]) -> Comparison:
    """A comparison with what goes with its texts, once each, and the commands that made the new one."""
    findings = dict.fromkeys(finding for text in texts for finding in text.findings)
    commands = tuple(item for text in texts for item in text.commands)
    return replace(comparison, findings=(*findings, *comparison.findings), commands=commands)


def _refused(item: Applied, name: str) -> Finding:
    return _REFUSED.at(Place(file=name), item.remark, operation=operation_words(item.operation))
