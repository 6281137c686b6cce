"""The amending loop: read a draft's commands, apply them, examine and prove the draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from kcdocs.amend.answering import commands_as_answered
from kcdocs.amend.apply import apply as apply_operations
from kcdocs.amend.consolidate import AmendingStep, consolidate, layout_findings
from kcdocs.amend.effect import effective_date
from kcdocs.amend.examine import examine
from kcdocs.amend.prove import prove_amendment
from kcdocs.amend.target import only_on
from kcdocs.api.decisions import answers_in, ask, refused
from kcdocs.api.reading import open_articles, open_text, steps_before
from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.decrees.errors import AmendedAlreadyError
from kcdocs.decrees.opening import the_store
from kcdocs.files import AnyPath
from kcdocs.model.citation import Citation
from kcdocs.model.consolidated import Authentication
from kcdocs.model.finding import Finding
from kcdocs.model.format import CONSOLIDATION, Format, FormatNotMadeError
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Amendment, Consolidation, Verdict
from kcdocs.model.proof import Proof
from kcdocs.report import amendment_json, operations
from kcdocs.report import consolidated as consolidated_text
from kcdocs.report.amended import unclaimed
from kcdocs.sources.options import Options


@dataclass(frozen=True, slots=True)
class AppliedAmendment:
    """An amending instrument applied to the instrument it amends.

    Attributes:
        amendment: The amending instrument, with only the operations on that one.
        consolidation: What they made, and the log.
        in_force: First day of force of the original, where the store knows it.
        before: What the store did to the original before, in order.
    """

    amendment: Amendment
    consolidation: Consolidation
    in_force: date | None
    before: tuple[AmendingStep, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What goes with both texts: which text of the store was used, what was not read or understood."""
        texts = (self.consolidation.original, self.amendment.instrument)
        return (*(item for text in texts for item in text.source_findings), *unclaimed(self.amendment))

    @property
    def whole(self) -> bool:
        """Whether every command was applied, and it is known of every other word what it is."""
        refused = any(item.verdict is Verdict.REFUSED for item in self.consolidation.log)
        return not (refused or unclaimed(self.amendment))


@dataclass(frozen=True, slots=True)
class Examined:
    """An amending draft applied and examined.

    Attributes:
        amendment: The draft, with only the operations on that one instrument.
        consolidation: Its operations applied.
        findings: What goes with the texts, then what is wrong or odd in the draft.
    """

    amendment: Amendment
    consolidation: Consolidation
    findings: tuple[Finding, ...]


def read(draft: AnyPath, *, how: Options | None = None, decisions: AnyPath | None = None) -> Amendment:
    """Read an amending instrument.

    Args:
        draft: A file or a citation.
        how: How files are read; None for the usual way.
        decisions: A person's file of answers on unclear commands; where it is not there yet, it is made, with
            what there is to ask.

    Raises:
        NotAmendingError: If it holds no command.
        BadAnswersError: If the file of answers cannot be understood.
    """
    amendment = _read(draft, how, decisions)
    ask(decisions, amendment.instrument, [item for item in amendment.operations if item.reason], [draft])
    return amendment


def apply(
    original: AnyPath,
    draft: AnyPath,
    *,
    number: str = "",
    as_of: date | None = None,
    how: Options | None = None,
    decisions: AnyPath | None = None,
) -> AppliedAmendment:
    """Apply an amending instrument to the instrument it amends.

    Args:
        original: A file or a citation.
        draft: A file or a citation.
        number: The number of the original, where its file does not say it.
        as_of: Which edition of a stored original.
        how: How files are read; None for the usual way.
        decisions: See `read`; what cannot be done is asked about too.

    Raises:
        OtherInstrumentError: If the draft amends other instruments only.
        UnnamedTargetError: If the draft amends several and nothing says which one the original is.
        BadAnswersError: If the file of answers cannot be understood.
    """
    old = open_articles(original, as_of=as_of, how=how)
    old = replace(old, citation=known_as(old, number))
    amendment, consolidation = _apply(old, _read(draft, how, decisions), number)
    ask(decisions, amendment.instrument, refused(consolidation), [original, draft])
    known = the_store()
    facts = known.facts(known.number(number) or old.citation.number)
    begun = facts.in_force_from if facts else effective_date(old)
    return AppliedAmendment(amendment, consolidation, begun, steps_before(original, as_of))


def known_as(original: Instrument, number: str = "") -> Citation:
    """What an original is to the commands on it: as its file says, its number as a user gave it."""
    return replace(original.citation, number=the_store().number(number) or original.citation.number)


def apply_to(
    original: Instrument, draft: Instrument, *, number: str = "", decisions: AnyPath | None = None
) -> tuple[Amendment, Consolidation]:
    """Apply an amending instrument that is at hand; arguments and errors as for `apply`."""
    amendment, consolidation = _apply(original, commands_as_answered(draft, answers_in(decisions)), number)
    ask(decisions, amendment.instrument, refused(consolidation), [original.name, draft.name])
    return amendment, consolidation


def check(
    original: AnyPath,
    draft: AnyPath,
    *,
    number: str = "",
    as_of: date | None = None,
    how: Options | None = None,
    decisions: AnyPath | None = None,
) -> Examined:
    """Examine an amending draft; arguments and errors as for `apply`."""
    old = open_articles(original, as_of=as_of, how=how)
    amendment, consolidation = _apply(old, _read(draft, how, decisions), number)
    ask(decisions, amendment.instrument, refused(consolidation), [original, draft])
    found = examine(amendment, consolidation, load_catalogue())
    own = (*old.source_findings, *amendment.instrument.source_findings)
    return Examined(amendment, consolidation, (*own, *found))


def prove(
    original: AnyPath,
    draft: AnyPath,
    consolidated: AnyPath = "",
    *,
    number: str = "",
    as_of: date | None = None,
    how: Options | None = None,
    decisions: AnyPath | None = None,
) -> Proof:
    """Prove an amending instrument on its original, and on an official consolidated text if given.

    Arguments and errors as for `apply`; `consolidated` is a file or a citation.
    """
    old = open_articles(original, as_of=as_of, how=how)
    amendment = _read(draft, how, decisions)
    consolidation = _apply(old, amendment, number)[1]
    ask(decisions, amendment.instrument, refused(consolidation), [original, draft])
    official = open_text(consolidated, how=how) if consolidated else None
    texts = (old, amendment.instrument, *([official] if official else []))
    found = tuple(finding for text in texts for finding in text.source_findings)
    return replace(prove_amendment(amendment, consolidation, official), findings=found)


def _read(draft: AnyPath, how: Options | None, decisions: AnyPath | None) -> Amendment:
    """The commands of a draft, read as a person answered; the findings on the answers go with the text."""
    return commands_as_answered(open_text(draft, how=how), answers_in(decisions))


def consolidated(done: AppliedAmendment, form: Format, *, gazette: bool = False) -> bytes:
    """The amended instrument in a medium.

    Args:
        done: An amending instrument applied.
        form: PLAIN for the bare text; TEXT, HTML or DOCX for the consolidated text with notes; JSON for the
            log and the provisions.
        gazette: Whether head and closing block are as the gazette prints them, rather than as a text signed
            for issue has them.

    Raises:
        FormatNotMadeError: If it is another.
    """
    if form not in CONSOLIDATION:
        raise FormatNotMadeError(form, CONSOLIDATION)
    if form == Format.JSON:
        return as_json(done).encode()
    if form == Format.PLAIN:
        return "".join(f"{line.text}\n" for line in done.consolidation.amended.lines()).encode()
    text = consolidate(
        [*done.before, AmendingStep(done.amendment, done.consolidation)],
        in_force=done.in_force,
        authentication=Authentication(gazette=gazette),
    )
    return consolidated_text.render(text, form, done.findings)


def layout_remarks(done: AppliedAmendment, form: Format, day: date) -> tuple[Finding, ...]:
    """What must be told of how a consolidated text is set out; nothing for other forms.

    Args:
        done: An amending instrument applied.
        form: In what it is to be written.
        day: The day it is signed.
    """
    own = form in (Format.TEXT, Format.HTML, Format.DOCX)
    return tuple(layout_findings(day, done.consolidation.amended.name)) if own else ()


def log_lines(done: AppliedAmendment) -> Iterator[str]:
    """What goes with the texts, then what became of each operation, one line each."""
    return operations.log_lines(done.consolidation.log, done.findings)


def lines(amendment: Amendment) -> Iterator[str]:
    """What goes with the text, the operations of an amendment, numbered, and the stretches nobody claims."""
    return operations.to_lines(amendment)


def as_json(found: Amendment | AppliedAmendment | Examined | Proof) -> str:
    """What reading, applying, checking or proving found, as JSON ending in a line feed.

    The schemas are `docs/reference/amendment*.schema.json`.
    """
    match found:
        case Amendment():
            return amendment_json.amendment(found)
        case AppliedAmendment(amendment=draft, consolidation=done):
            return amendment_json.consolidation(done, found.findings, draft.instrument.name)
        case Examined(amendment=draft, consolidation=done, findings=findings):
            return amendment_json.examination(done, findings, draft.instrument.name)
        case Proof():
            return amendment_json.proof(found)
        case _:
            assert_never(found)


def proof_lines(proof: Proof) -> Iterator[str]:
    """What goes with the texts, then what a proof leaves unexplained."""
    return operations.proof_lines(proof)


def _apply(old: Instrument, amendment: Amendment, number: str) -> tuple[Amendment, Consolidation]:
    own_number = amendment.instrument.citation.number
    if old.standing and own_number in old.standing.made_by:
        raise AmendedAlreadyError(old.name, own_number)
    own = only_on(old, amendment, known_as(old, number).number)
    return own, apply_operations(old, own.operations)
