"""From a record to what a template sees: the fields, completed and dated, and the lines of the form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kcdocs.drafting import cited, institutions
from kcdocs.drafting.effect import effect_findings
from kcdocs.drafting.lines import AUTHORITY, LAW, LINES, Frame, fits
from kcdocs.drafting.signing import FIELD as SIGNER
from kcdocs.drafting.signing import signature_findings
from kcdocs.model.finding import Severity
from kcdocs.sets.schema import FORM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.model.catalogue import Catalogue
    from kcdocs.model.finding import Finding
    from kcdocs.model.record import Record
    from kcdocs.sets.versions import Version


DAY = "ngay"
"""The field that holds a document's date."""


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """What a template is filled with.

    Attributes:
        values: Name → value.
        findings: Errors: legal bases not in force, institutions that were not there. Warnings: a name of
            another time, what no source confirmed.
    """

    values: dict[str, Any]
    findings: tuple[Finding, ...]


def build(version: Version, record: Record, on: date, catalogue: Catalogue) -> DocumentContext:
    """The context of a template.

    Args:
        version: The set's version.
        record: A record without faults under the version's contract.
        on: The document's date, or the date given for it where the record leaves it open.
        catalogue: Instruments and institutions with their dates.
    """
    contract = version.contract
    fields, renamed = institutions.with_names_on(contract, contract.typed(record.data), record, on, catalogue)
    whole = contract.complete(fields)
    bases = cited.legal_bases_of(whole, record, catalogue, version.document_class, on)
    replaced = cited.replaced_by(whole, record, catalogue, version.document_class, on)
    law = cited.law_of(version.law, catalogue, version.document_class, on)
    signed = _signature(whole, record, legal=version.legislative)
    refused = any(item.severity is Severity.ERROR for item in signed)
    frame = Frame(version, whole, on, bases.sentences, replaced.sentences, "".join(law.sentences))
    made = {
        name: line.make(frame)
        for name, line in LINES.items()
        if fits(line, whole) and not (refused and name == AUTHORITY)
    }
    lines = {name: line for name, line in made.items() if name != LAW or law.sentences}
    effect = effect_findings(whole, record, on) if version.legislative else ()
    return DocumentContext(
        {**whole, FORM: lines},
        (*renamed, *bases.findings, *replaced.findings, *law.findings, *effect, *signed),
    )


def _signature(fields: Mapping[str, Any], record: Record, *, legal: bool) -> tuple[Finding, ...]:
    signer = fields.get(SIGNER)
    return signature_findings(signer, record, legal=legal) if isinstance(signer, dict) else ()


def document_date(data: Mapping[str, Any]) -> date | None:
    """The date a typed record gives its document; None if it is absent, left open or not understood."""
    day = data.get(DAY)
    return day if isinstance(day, date) and not isinstance(day, datetime) else None
