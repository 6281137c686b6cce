"""Making documents of one set: its versions, templates and the catalogue are read once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kcdocs.drafting import choice, context, output
from kcdocs.drafting.beside import files_beside
from kcdocs.drafting.doubling import surroundings_of, undoubled
from kcdocs.drafting.reading import without_repeats
from kcdocs.engine.fill import attempt, fill
from kcdocs.model.finding import Severity
from kcdocs.records.source import was_read
from kcdocs.sets import release, trace, versions
from kcdocs.sets.contract import data_faults, sample_remarks
from kcdocs.sets.errors import ContractError, RecordError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kcdocs.drafting.choice import VersionChoice
    from kcdocs.drafting.context import DocumentContext
    from kcdocs.drafting.doubling import Surroundings
    from kcdocs.engine.template import Template
    from kcdocs.model.catalogue import Catalogue
    from kcdocs.model.finding import Finding
    from kcdocs.model.record import Record
    from kcdocs.records.source import Stream
    from kcdocs.sets.versions import Version


@dataclass(frozen=True, slots=True)
class Draft:
    """A record found good, with all that its document says.

    Attributes:
        choice: The version and the day.
        context: What the template is filled with.
        typed: The record's typed data.
        remarks: What the user should know of the document, in Vietnamese.
        folder: Where the files lie that its values name: beside the file of data.
    """

    choice: VersionChoice
    context: DocumentContext
    typed: Mapping[str, object]
    remarks: tuple[str, ...]
    folder: Path

    @property
    def version(self) -> Version:
        """The version of the set."""
        return self.choice.version

    def file_name(self, pattern: str | None, extra: Mapping[str, object] | None = None) -> str:
        """The document's file name; without a pattern by the version's own.

        Args:
            pattern: "{so}-{ky_hieu}" and the like.
            extra: Names a pattern may use beside the fields.
        """
        return output.file_name(pattern or self.version.output, {**self.context.values, **(extra or {})})


class Drafter:
    """Makes documents of one set.

    Args:
        name: "to-trinh" chooses versions by date, "to-trinh@1.0.0" takes that version.
        known: Instruments and institutions with their dates.

    Raises:
        UnknownSetError: If no set bears the name.
    """

    def __init__(self, name: str, known: Catalogue) -> None:
        self._name = name
        set_name, _, self._number = name.partition("@")
        self._every = versions.of_set(set_name)
        self._known = known
        self._templates: dict[str, Template] = {}
        self._remarks: dict[str, tuple[str, ...]] = {}
        self._around: dict[str, Surroundings] = {}

    @property
    def newest(self) -> Version:
        """The set's newest version."""
        return self._every[-1]

    def draft(self, record: Record, day: date | None) -> Draft:
        """Check a record and work out what its document says.

        Args:
            record: The record.
            day: Its date, where the record leaves it open.

        Raises:
            ContractError: If the record has faults; all of them.
            RecordError: If no version can be chosen for it.
        """
        guess = self._every[-1].contract
        typed = replace(record, data=guess.typed(record.data))
        chosen = choice.choose_among(self._every, self._number, typed, day)
        contract = chosen.version.contract
        record = typed if contract is guess else replace(record, data=contract.typed(record.data))
        fitting, told = undoubled(contract, record, self._surroundings(chosen.version))
        doubts = [item for item in told if item.severity is Severity.ERROR]
        if data_faults(contract, fitting) or doubts:
            found = data_faults(chosen.version.shown, fitting)  # its examples are the set's own
            raise ContractError([*found, *doubts], chosen.version.name)
        return self._drafted(chosen, record, fitting, told)

    def drafts(self, stream: Stream, day: date | None) -> list[Draft]:
        """Check all records of a file.

        Args:
            stream: The file.
            day: The documents' date, where the records leave it open.

        Raises:
            ContractError: If records have faults; all faults of all of them.
            RecordError: If nothing is wrong but that no version can be chosen for the first.
        """
        drafts: list[Draft] = []
        faults: list[Finding] = []
        alone: RecordError | None = None
        for number, (record, found) in enumerate(stream.pairs(), 1):
            faults += found
            if not was_read(record, found):
                continue
            try:
                drafts.append(self.draft(record, day))
            except ContractError as fault:
                faults += fault.findings
            except RecordError as fault:
                alone = fault if number == 1 and not faults else None
                faults.append(fault.as_finding())
        faults = without_repeats([*stream.loose, *faults])
        if alone and len(faults) == 1 and not drafts:
            raise alone
        if faults:
            raise ContractError(faults, self._name)
        return drafts

    def version(self, name: str) -> Version:
        """The version of a draft by its set and version."""
        return versions.numbered(self._every, name.partition("@")[2])

    def _drafted(
        self, chosen: VersionChoice, record: Record, fitting: Record, left_out: Sequence[Finding]
    ) -> Draft:
        """The draft of a record as given, whose document prints the one that fits the template."""
        around = self._surroundings(chosen.version)
        filled = context.build(chosen.version, fitting, chosen.on, self._known, around)
        wrong = [item for item in filled.findings if item.severity is Severity.ERROR]
        if wrong:
            raise ContractError(wrong, chosen.version.name)
        told = dict.fromkeys(finding.remark for finding in (*left_out, *filled.findings))
        samples = sample_remarks(chosen.version.contract, record)
        remarks = (*chosen.remarks, *samples, *self._unreleased(chosen.version), *told)
        folder = Path(record.place.file).parent
        return Draft(chosen, filled, dict(record.data), remarks, folder)

    def template(self, version: Version) -> Template:
        """A version's compiled template.

        Raises:
            ChangedReleaseError: If it was released and is no longer the same.
            TemplateError: If it cannot be compiled.
        """
        if version.name not in self._templates:
            release.refuse_changed(version)
            self._templates[version.name] = version.compiled()
        return self._templates[version.name]

    def document(self, draft: Draft) -> bytes:
        """The Word file of a draft. Raises as `filled`."""
        return self.filled(draft.version, draft.context.values, trace.record_hash(draft.typed), draft.folder)

    def filled(self, version: Version, values: Mapping[str, Any], record: str, folder: Path) -> bytes:
        """The Word file of a draft that another process may have made.

        Args:
            version: Its version.
            values: What its template is filled with.
            record: SHA-256 of its typed data.
            folder: Where the files lie that its values name.

        Raises:
            TemplateError: The template is at fault.
            FillError: The data do not fit the template.
        """
        template = self.template(version)
        told = trace.properties(version.name, template.hash, record)
        return fill(template, values, properties=told, beside=files_beside(folder))

    def trial(self, draft: Draft) -> None:
        """See that a draft can be filled; the document is thrown away. Raises as `document`."""
        attempt(self.template(draft.version), draft.context.values, beside=files_beside(draft.folder))

    def _surroundings(self, version: Version) -> Surroundings:
        """What the documents of a version print around their values."""
        if version.name not in self._around:
            self._around[version.name] = surroundings_of(self.template(version))
        return self._around[version.name]

    def _unreleased(self, version: Version) -> tuple[str, ...]:
        if version.name not in self._remarks:
            self._remarks[version.name] = release.remarks(version)
        return self._remarks[version.name]
