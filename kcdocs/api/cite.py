"""Name instruments the way a document of a given class and date names its legal bases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kcdocs.decrees import catalogue, naming
from kcdocs.decrees.errors import AmbiguousInstrumentError
from kcdocs.decrees.standing import prevailing
from kcdocs.drafting.bases import legal_bases
from kcdocs.errors import ExitCode, FindingsError
from kcdocs.model.catalogue import DocumentClass
from kcdocs.model.finding import Finding, Severity
from kcdocs.text.joining import basis_list


class CannotCiteError(FindingsError):
    """Instruments that are unknown, or not in force on the document's date."""

    code = "DC300"
    exit_code = ExitCode.DATA
    words = "Không viện dẫn được: {errors} căn cứ có lỗi."
    mend = "Sửa từng căn cứ như trên; xem kho văn bản bằng kcdocs decrees list."


@dataclass(frozen=True, slots=True)
class CitedBases:
    """The legal bases as paragraphs.

    Attributes:
        lines: "Căn cứ …;" and so on, in order, the last one ending with a full stop.
        findings: Warnings: what no source confirmed; notes: what prevails over an instrument on that day.
    """

    lines: tuple[str, ...]
    findings: tuple[Finding, ...]


def cite(
    numbers: Sequence[str], *, day: date, document: DocumentClass, effective: date | None = None
) -> CitedBases:
    """Name the instruments a document rests on.

    Args:
        numbers: Their numbers ("45/2012/NĐ-CP") or what else names them ("NĐ 45"), in any order.
        day: The document's date.
        document: The document's class.
        effective: The document's own day of effect: a later base must be in force by then. None if not known.

    Raises:
        AmbiguousInstrumentError: If several known instruments fit one of them.
        CannotCiteError: If one is unknown, named twice or not in force on that day.
        BadCatalogueError: If a catalogue file says what cannot be.
    """
    known = catalogue.load_catalogue()
    fitting = [naming.matches(words, (entry.citation for entry in known.entries)) for words in numbers]
    for words, found in zip(numbers, fitting, strict=True):
        if len(found) > 1:
            raise AmbiguousInstrumentError(words, found)
    named = [found[0].number if found else words for words, found in zip(numbers, fitting, strict=True)]
    bases = legal_bases(named, known, document=document, day=day, effective=effective)
    if any(finding.severity is Severity.ERROR for finding in bases.findings):
        raise CannotCiteError(bases.findings)
    beside = [item for entry in bases.entries for item in prevailing(entry, day)]
    return CitedBases(tuple(basis_list(bases.sentences)), (*bases.findings, *beside))
