"""Whether a document is what it says it is: untouched, edited, or made by another version; and the proof."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kcdocs import settings
from kcdocs.batch.origin import find_origin
from kcdocs.decrees import catalogue
from kcdocs.drafting import context
from kcdocs.drafting.beside import files_beside
from kcdocs.drafting.choice import choose
from kcdocs.drafting.doubling import surroundings_of, undoubled
from kcdocs.drafting.reading import open_data
from kcdocs.engine.fill import produce
from kcdocs.errors import KcdocsError
from kcdocs.law.signing import says_signed
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.sets import proof, trace, versions
from kcdocs.sets.contract import data_faults
from kcdocs.sets.proof import Provenance, digest_of, paragraph_differences, read_provenance
from kcdocs.word.package import Allow, Package, open_package

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kcdocs.engine.template import Template


class DocumentVerdict(StrEnum):
    """What was found; the value is the slug in JSON."""

    PROVEN = "chung-minh-duoc"
    INTACT = "nguyen-ven"
    EDITED = "da-sua"
    COMPLETED = "da-hoan-thien"
    DIFFERENT = "lap-lai-khac"
    FOREIGN = "khong-co-dau"


@dataclass(frozen=True, slots=True)
class Verification:
    """What verifying a document showed.

    Attributes:
        verdict: What was found.
        provenance: What the document says of its making; None if it says nothing.
        findings: What speaks against it, or cannot be proven.
    """

    verdict: DocumentVerdict
    provenance: Provenance | None
    findings: tuple[Finding, ...]

    @property
    def good(self) -> bool:
        """Whether nothing speaks against the document."""
        wrong = any(finding.severity is Severity.ERROR for finding in self.findings)
        return self.verdict in _GOOD and not wrong


_GOOD = frozenset({DocumentVerdict.PROVEN, DocumentVerdict.INTACT, DocumentVerdict.COMPLETED})


def verify(path: Path, records: Path | None, day: date | None) -> Verification:
    """Say whether a document is as kcdocs made it, and whether it can be made again.

    Args:
        path: The `.docx` file.
        records: The file of data it was made from, of any kind that batches read, to make it again.
        day: The document's date, where the record leaves it open.

    Raises:
        PackageError: The file is no Word document that may be opened.
        KcdocsError: The records cannot be read.
    """
    package = open_package(path, allow=Allow.ALL)
    place = Place(file=str(path))
    provenance = read_provenance(package)
    if provenance is None:
        return Verification(DocumentVerdict.FOREIGN, None, (proof.FOREIGN.at(place),))
    edited = digest_of(package) != provenance.content
    verdict = DocumentVerdict.EDITED if edited else DocumentVerdict.INTACT
    findings = [proof.EDITED.at(place)] if edited else []
    if provenance.maker != settings.VERSION:
        findings.append(proof.OTHER_MAKER.at(place, maker=provenance.maker, ours=settings.VERSION))
    try:
        version = versions.one(*_name(provenance))
        template = version.compiled()
    except KcdocsError as error:
        lacking = proof.NO_TEMPLATE.at(
            place, mend=error.mend, set_name=provenance.set_name, message=error.message
        )
        return Verification(verdict, provenance, (*findings, lacking))
    if template.hash != provenance.template:
        findings.append(proof.OTHER_TEMPLATE.at(place, set_name=provenance.set_name))
    if records:
        remade, told = _remade(package, provenance, version, template, records, day, place, edited=edited)
        if remade is DocumentVerdict.COMPLETED:
            findings = [item for item in findings if item.code != proof.EDITED.code]
        findings += told
        verdict = _with_proof(verdict, remade)
    return Verification(verdict, provenance, tuple(findings))


def _with_proof(verdict: DocumentVerdict, remade: DocumentVerdict | None) -> DocumentVerdict:
    """The verdict, after the document was made again; None if it was not."""
    edited = verdict is DocumentVerdict.EDITED
    return verdict if remade is None or (edited and remade is DocumentVerdict.DIFFERENT) else remade


def _remade(
    package: Package,
    provenance: Provenance,
    version: versions.Version,
    template: Template,
    records: Path,
    day: date | None,
    place: Place,
    *,
    edited: bool,
) -> tuple[DocumentVerdict | None, list[Finding]]:
    """What making the document again shows (None: it was not made), and what to say."""
    with closing(open_data(version.name, records, day, numbered=True)) as stream:
        origin = find_origin((one for one, _ in stream.pairs()), version.contract, provenance.record, package)
    findings = [] if origin.record else [proof.OTHER_RECORD.at(place, count=origin.seen)]
    record = origin.record or (origin.first if origin.seen == 1 else None)
    if record is None:
        return None, findings
    around = surroundings_of(template)
    fitting, _ = undoubled(version.contract, record, around)
    if findings and data_faults(version.contract, fitting):
        return None, findings
    on = choose(version.name, record, day).on
    values = context.build(version, fitting, on, catalogue.load_catalogue(), around).values
    told = trace.properties(
        version.name, template.hash, trace.record_hash(version.contract.typed(record.data))
    )
    made = produce(template, values, properties=told, beside=files_beside(records.parent))
    if made.digest == digest_of(package):
        return DocumentVerdict.PROVEN, findings
    again = open_package(made.data, name=version.name)
    found, hidden = paragraph_differences(again, package), proof.disguised(again, package)
    done = None
    if origin.record and edited:
        pictures = proof.pictures_added(again, package)
        done = proof.after_making(found, place, hidden=hidden, pictures=pictures, says_signed=says_signed)
    if done is not None:
        return DocumentVerdict.COMPLETED, [*findings, *done]
    return DocumentVerdict.DIFFERENT, [*findings, *proof.difference_findings(found, place, hidden=hidden)]


def _name(provenance: Provenance) -> tuple[str, str]:
    set_name, _, number = provenance.set_name.partition("@")
    return set_name, number
