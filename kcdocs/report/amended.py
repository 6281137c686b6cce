"""What is told of texts that are compared, and of an amending draft applied so that like meets like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kcdocs.codes import Declared
from kcdocs.model.address import Address
from kcdocs.model.comparison import Commanded, Comparison, Unfollowed
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Act, Amendment, Applied, Claim, Consolidation, Verdict
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
    "Lệnh «{operation}» ở {spot} của văn bản sửa đổi không áp được nên không có trong phần so sánh. {why}",
    mend="Xem và sửa lệnh này trong dự thảo: kcdocs amend check.",
)

_UNCLAIMED = Declared(
    "RP203",
    Severity.WARNING,
    "Words of an amending draft of which it is not known what they are.",
    "Chưa rõ lời ở {spot} của văn bản sửa đổi là gì; nếu là lệnh thì lệnh đó không có trong kết quả.",
    mend="Xem lời này trong dự thảo; nếu là lệnh, viết lại theo mẫu câu của lệnh.",
)


@dataclass(frozen=True, slots=True)
class ComparedText:
    """A text to compare, and what there is to tell of it.

    Attributes:
        instrument: The text; of an amending draft, what it makes of the old text.
        findings: What goes with the text into every result, and what became of an amending draft's commands.
        commands: Which command made which provision what it is.
        unfollowed: The commands that could not be followed.
        replaced: The words that commands replaced, and what they replaced them by.
    """

    instrument: Instrument
    findings: tuple[Finding, ...] = ()
    commands: tuple[Commanded, ...] = ()
    unfollowed: tuple[Unfollowed, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()


def amended(amendment: Amendment, consolidation: Consolidation) -> ComparedText:
    """The old text as an amending draft makes it.

    Args:
        amendment: The amending draft, read.
        consolidation: The draft applied to the old text.

    Returns:
        The amended text under the draft's name; a note on the commands, and a warning for each that could
        not be followed and for all words of which it is not known what they are.
    """
    new = amendment.instrument
    log = consolidation.log
    refused = [item for item in log if item.verdict is Verdict.REFUSED]
    note = _AMENDED.at(Place(file=new.name), applied=len(log) - len(refused), count=len(log))
    text = replace(consolidation.amended, citation=new.citation, name=new.name, standing=None)
    commands = tuple(
        Commanded(address, item.operation.origin.address, item.operation.origin.words)
        for item in log
        for address in item.touched
    )
    told = [_refused(item, new.name) for item in refused]
    findings = (*new.findings, note, *told, *unclaimed(amendment))
    replaced = (
        (item.operation.old, item.operation.new)
        for item in log
        if item.operation.act is Act.REPLACE_WORDS and item.verdict is not Verdict.REFUSED
    )
    return ComparedText(text, findings, commands, tuple(map(_unfollowed, refused)), tuple(replaced))


def unclaimed(amendment: Amendment) -> tuple[Finding, ...]:
    """A warning for each stretch of an amending draft of which it is not known what it is."""
    draft = amendment.instrument
    return tuple(
        _unclaimed(draft, item.address) for item in amendment.claims if item.claim is Claim.UNCLAIMED
    )


def plain(text: Instrument) -> ComparedText:
    """A text as it stands, with what its reading had to tell."""
    return ComparedText(text, text.findings)


def with_source_findings(comparison: Comparison, texts: Sequence[ComparedText]) -> Comparison:
    """A comparison with what goes with its texts, once each, and the commands that made the new one."""
    findings = dict.fromkeys(finding for text in texts for finding in text.findings)
    commands = tuple(item for text in texts for item in text.commands)
    unfollowed = tuple(item for text in texts for item in text.unfollowed)
    return replace(
        comparison, findings=(*findings, *comparison.findings), commands=commands, unfollowed=unfollowed
    )


def _refused(item: Applied, name: str) -> Finding:
    command = item.operation
    unknown = ", ".join(f"«{words}»" for words in command.not_understood)
    return _REFUSED.at(
        Place(file=name),
        f"{command.origin.words}{f' (chữ không hiểu: {unknown})' if unknown else ''}",
        expected="" if command.question == item.remark else command.question,
        operation=operation_words(command),
        spot=command.origin.address.spoken(),
        why=item.remark,
    )


def _unclaimed(draft: Instrument, place: Address) -> Finding:
    node = draft.find(place)
    return _UNCLAIMED.at(Place(file=draft.name), node.text if node else "", spot=place.spoken())


def _unfollowed(item: Applied) -> Unfollowed:
    command = item.operation
    return Unfollowed(
        command.target,
        command.origin.address,
        command.origin.words,
        item.remark,
        command.not_understood,
        command.question,
    )
