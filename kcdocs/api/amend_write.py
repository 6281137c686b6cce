"""Write the amending instrument that makes a rewritten draft of an original: as text and as Word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs.amend.errors import NothingToAmendError, UnplannableError
from kcdocs.amend.plan import Plan
from kcdocs.amend.write import Written
from kcdocs.amend.written import changed_around, open_findings, write_proved
from kcdocs.api.decrees import named
from kcdocs.api.reading import open_articles
from kcdocs.decrees import catalogue
from kcdocs.decrees.errors import NamelessTextError
from kcdocs.diff.compare import compare
from kcdocs.errors import KcdocsError
from kcdocs.files import AnyPath
from kcdocs.model.citation import Citation
from kcdocs.model.comparison import Comparison
from kcdocs.model.finding import Finding, Severity

if TYPE_CHECKING:
    from kcdocs.drafting.amending import WordDocument
    from kcdocs.sources.options import Options


@dataclass(frozen=True, slots=True)
class Drafted:
    """An amending instrument planned and written.

    Attributes:
        plan: The commands, and what stands where instead of being renumbered or moved.
        written: The body of the instrument.
        amends: The instrument it amends.
        effective: First day of force, None if open.
        findings: What is left open in it, and what goes with both texts: which text of the store was used,
            what of a file was not read.
        whole: Whether it makes all of the draft; False where the findings name what is left open.
    """

    plan: Plan
    written: Written
    amends: Citation
    effective: date | None
    findings: tuple[Finding, ...] = ()
    whole: bool = True

    def text(self) -> str:
        """The instrument as plain text, one paragraph a line; header and signature are the registry's."""
        return self.written.text


def plan(
    original: AnyPath,
    draft: AnyPath,
    *,
    effective: date | None = None,
    number: str = "",
    as_of: date | None = None,
    how: Options | None = None,
) -> Drafted:
    """Plan and write the amending instrument that makes a rewritten draft of an original.

    A provision that no command reaches is left open there, and named in the findings.

    Args:
        original: A file or a citation; its number must be known.
        draft: The rewritten text, a file or a citation.
        effective: First day of force; None leaves it open.
        number: The number of the original, where its file does not say it.
        as_of: Which edition of a stored original.
        how: How files are read; None for the usual way.

    Raises:
        NamelessTextError: If the original does not say its number.
        UnplannableError: If no command reaches anything that the draft changes.
        NothingToAmendError: If the draft is no other than the original.
    """
    old = named(open_articles(original, as_of=as_of, how=how), number)
    new = open_articles(draft, how=how)
    if not old.citation.number:
        raise NamelessTextError(old.name)
    comparison = compare(old, new)
    planned, written = write_proved(comparison, old.citation, effective=effective)
    if not planned.operations:
        raise _nothing(comparison)
    left = open_findings(comparison, planned)
    found = (*old.source_findings, *new.source_findings, *left)
    return Drafted(
        planned,
        written,
        old.citation,
        effective,
        found,
        whole=all(item.severity is Severity.NOTE for item in left),
    )


def _nothing(comparison: Comparison) -> KcdocsError:
    """Why there is no command: nothing differs, or only what stands around the provisions."""
    name, around = comparison.new.name, changed_around(comparison)
    return UnplannableError(name, around) if around else NothingToAmendError(name)


def word(drafted: Drafted, known: AnyPath | None, day: date) -> WordDocument:
    """An amending decree as Word, by the set of its regime.

    Args:
        drafted: The instrument.
        known: A file of any kind with one record of what else is known (legal bases, who proposes,
            recipients, who signs); None, or a field it lacks, leaves a visible space for the drafter.
        day: The document's date, where the record leaves it open; it chooses the regime.

    Raises:
        NoSetError: If the instrument is no decree.
        NoSingleRecordError: If the file holds no record or several.
        ForeignFieldsError: If the record gives articles of its own.
        ContractError: If the record does not meet the set's contract.
    """
    from kcdocs.drafting.amending import AmendingText, amending_document  # noqa: PLC0415 - only where Word is wanted

    written = drafted.written
    articles = [(item.heading, item.rows) for item in written.commands]
    text = AmendingText(
        drafted.amends, written.title, written.responsible, articles, written.attached, drafted.effective
    )
    file = Path(known) if known is not None else None
    return amending_document(text, file, day, catalogue.load_catalogue())
