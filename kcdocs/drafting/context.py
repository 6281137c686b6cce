"""From a record to what a template sees: the fields, completed and dated, and the lines of the form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kcdocs.drafting import cited, institutions
from kcdocs.drafting.basis_fitness import fitness, own_citation
from kcdocs.drafting.effect import effect_findings
from kcdocs.drafting.lawful import form_findings
from kcdocs.drafting.lines import AUTHORITY, LAW, LINES, Frame, fits
from kcdocs.drafting.provisions import CHAPTERS, beyond_letters
from kcdocs.drafting.signing import FIELD as SIGNER
from kcdocs.drafting.signing import signature_findings
from kcdocs.law.signing import Paper
from kcdocs.model.finding import Severity
from kcdocs.sets.schema import DAY, FORM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.drafting.doubling import Surroundings
    from kcdocs.model.catalogue import Catalogue
    from kcdocs.model.finding import Finding
    from kcdocs.model.record import Record
    from kcdocs.sets.versions import Version


BASES = "can_cu"
"""The field that holds a document's legal bases."""


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


def build(
    version: Version, record: Record, on: date, catalogue: Catalogue, surroundings: Surroundings
) -> DocumentContext:
    """The context of a template.

    Args:
        version: The set's version.
        record: A record without faults under the version's contract.
        on: The document's date, or the date given for it where the record leaves it open.
        catalogue: Instruments and institutions with their dates.
        surroundings: What the template prints around its values.
    """
    contract = version.contract
    fields, renamed = institutions.with_names_on(contract, contract.typed(record.data), record, on, catalogue)
    whole = contract.complete(fields)
    bases = cited.legal_bases_of(whole, record, catalogue, version.document_class, on)
    replaced = cited.replaced_by(whole, record, catalogue, version.document_class, on)
    law = cited.law_of(version.law, catalogue, version.document_class, on)
    signed = _signature(version, whole, record)
    refused = any(item.severity is Severity.ERROR for item in signed)
    endless = beyond_letters(whole, record)
    frame = Frame(version, whole, on, bases.sentences, replaced.sentences, "".join(law.sentences))
    made = {
        name: line.make(frame)
        for name, line in LINES.items()
        if fits(line, whole) and not (refused and name == AUTHORITY) and not (endless and name == CHAPTERS)
    }
    lines = {name: line for name, line in made.items() if name != LAW or law.sentences}
    effect = effect_findings(whole, record, on, legal=version.legislative)
    form = form_findings(version, whole, record, on, surroundings)
    if version.legislative:
        own, place = own_citation(version.type, whole, on), replace(record.where(BASES), field=BASES)
        form = (*form, *fitness(bases, replaced.entries, own, catalogue, place))
    return DocumentContext(
        {**whole, FORM: lines},
        (*renamed, *bases.findings, *replaced.findings, *law.findings, *effect, *signed, *form, *endless),
    )


def _signature(version: Version, fields: Mapping[str, Any], record: Record) -> tuple[Finding, ...]:
    signer, addressed = fields.get(SIGNER), fields.get("kinh_gui")
    if not isinstance(signer, dict):
        return ()
    paper = Paper(
        type=version.type,
        legal=version.legislative,
        issued_by=str(fields.get("tham_quyen") or ""),
        addressed=tuple(map(str, addressed)) if isinstance(addressed, list) else (),
    )
    return signature_findings(signer, record, paper)


def document_date(data: Mapping[str, Any]) -> date | None:
    """The date a typed record gives its document; None if it is absent, left open or not understood."""
    day = data.get(DAY)
    return day if isinstance(day, date) and not isinstance(day, datetime) else None
