"""Legal bases as a document of a given class and date names them, whatever a person calls the instruments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kcdocs.decrees import naming
from kcdocs.decrees.errors import AmbiguousInstrumentError
from kcdocs.decrees.standing import prevailing
from kcdocs.drafting.bases import find_written, legal_bases
from kcdocs.errors import ExitCode, FindingsError
from kcdocs.model.catalogue import Catalogue, DocumentClass
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


def cite_bases(
    numbers: Sequence[str], known: Catalogue, *, day: date, document: DocumentClass, effective: date | None
) -> CitedBases:
    """Name the instruments a document rests on; arguments and errors as for `kcdocs.api.cite.cite`.

    Args:
        numbers: What a person calls them, in any order.
        known: The instruments that may be named.
        day: The document's date.
        document: The document's class.
        effective: The document's own day of effect; None if not known.
    """
    named = [_number(words, known) for words in numbers]
    bases = legal_bases(named, known, document=document, day=day, effective=effective)
    if any(finding.severity is Severity.ERROR for finding in bases.findings):
        raise CannotCiteError(bases.findings)
    beside = [item for entry in bases.entries for item in prevailing(entry, day)]
    return CitedBases(tuple(basis_list(bases.sentences)), (*bases.findings, *beside))


def _number(words: str, known: Catalogue) -> str:
    """The number that words mean; the words themselves where they name one by its day, or none known."""
    if find_written(known, words) is not None:
        return words
    found = naming.matches(words, (entry.citation for entry in known.entries))
    if len(found) > 1:
        raise AmbiguousInstrumentError(words, found)
    return found[0].number if found else words
