"""Answering: an amending instrument read with the words a person put in the place of unclear ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kcdocs.amend.target import commands_of
from kcdocs.amend.twig import Twig, trunk
from kcdocs.amend.wording import find, folded
from kcdocs.codes import Declared
from kcdocs.diff.fixes import digest
from kcdocs.model.address import Address
from kcdocs.model.answer import Answer
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Instrument
from kcdocs.model.line import Line, Reading, SourceKind
from kcdocs.model.operation import Amendment, Claim, Operation
from kcdocs.model.span import Span
from kcdocs.parse.instrument import parse

_ABSENT = Declared(
    "AM116",
    Severity.WARNING,
    "A person's answer names a command that is not there.",
    "Tệp trả lời nêu lệnh «{command}» tại {spot}, nhưng ở đó không có lệnh này; bỏ qua câu trả lời.",
    mend="Xem lại câu trả lời này, hoặc xóa khỏi tệp trả lời.",
)

_CHANGED = Declared(
    "AM117",
    Severity.WARNING,
    "A provision changed since a person answered for a command in it.",
    "Lời của {spot} đã đổi từ khi trả lời cho lệnh «{command}»; bỏ qua câu trả lời.",
    mend="Xem lại lệnh, rồi ghi lại câu trả lời với dấu mới.",
)

_FOLLOWED = Declared(
    "AM118",
    Severity.NOTE,
    "A command is read as a person answered.",
    "Lệnh «{command}» tại {spot} được hiểu theo tệp trả lời là «{words}».",
)

_DENIED = Declared(
    "AM127",
    Severity.NOTE,
    "Words are taken for no command, as a person answered.",
    "Lời «{command}» tại {spot} không phải lệnh, theo tệp trả lời; không áp và không kiểm tra như lệnh.",
)

_STILL_UNCLEAR = Declared(
    "AM119",
    Severity.WARNING,
    "A person's answer is itself no clear command.",
    "Câu trả lời «{words}» tại {spot} cũng chưa rõ: {why}",
    mend="Viết lại câu trả lời theo mẫu câu của lệnh, như «Bãi bỏ khoản 2 Điều 7.».",
)


def answered(draft: Instrument, answers: Iterable[Answer]) -> tuple[Instrument, tuple[Finding, ...]]:
    """The draft with the words of answers in the place of those they are for, read anew.

    Args:
        draft: The amending instrument.
        answers: What a person answered; each is honoured while the provision it is for reads as it did then.

    Returns:
        The draft, and a finding for each answer: followed, or why not.
    """
    top = trunk(draft)
    twigs = {twig.address: twig for twig in top.walk()}
    findings: list[Finding] = []
    edits: dict[Twig, list[tuple[Span, str]]] = {}
    for answer in answers:
        span = _span(draft, answer)
        findings.append(_finding(draft, answer, span))
        if isinstance(span, Span) and not answer.denies:
            edits.setdefault(twigs[answer.place], []).append((span, answer.words))
    for twig, own in edits.items():
        twig.mend(own)
    return (_read_anew(draft, _lines(top)) if edits else draft), tuple(findings)


def commands_as_answered(draft: Instrument, answers: Sequence[Answer]) -> Amendment:
    """The commands of an amending instrument, read as a person answered.

    Args:
        draft: The amending instrument.
        answers: See `answered`; what became of them goes with the text and is told.

    Raises:
        NotAmendingError: If it holds no command.
    """
    if not answers:
        return commands_of(draft)
    text, told = answered(draft, answers)
    pairs = list(zip(answers, told, strict=True))
    followed = [answer for answer, finding in pairs if finding.code == _FOLLOWED.code]
    denied = [answer for answer, finding in pairs if finding.code == _DENIED.code]
    amendment = _without(commands_of(text), denied)
    doubts = tuple(_still_unclear(followed, amendment.operations, text.name))
    found = (*told, *doubts)
    text = replace(amendment.instrument, findings=(*amendment.instrument.findings, *found))
    return replace(amendment, instrument=text, findings=(*amendment.findings, *found))


def _without(amendment: Amendment, denied: Iterable[Answer]) -> Amendment:
    """The amendment without what is no command; where nothing else commands, words are its own law."""
    said = {(answer.place, _plain(answer.command)) for answer in denied}
    kept = tuple(
        item for item in amendment.operations if (item.origin.address, _plain(item.origin.words)) not in said
    )
    commanding = {item.origin.address for item in kept}
    own = {place for place, _ in said} - commanding
    claims = tuple(
        replace(item, claim=Claim.OWN) if item.address in own else item for item in amendment.claims
    )
    return replace(amendment, operations=kept, claims=claims)


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(" ;.,").casefold()


def _still_unclear(
    answers: Iterable[Answer], operations: Sequence[Operation], name: str
) -> Iterator[Finding]:
    """Answers from which no clear command was read.

    Args:
        answers: Those that were followed.
        operations: What was read with them.
        name: The amending instrument, for the place.
    """
    for answer in answers:
        own = [item for item in operations if item.origin.address == answer.place]
        why = next((item.reason for item in own if item.reason), "" if own else "Không đọc được lệnh nào.")
        if why:
            place = Place(file=name, address=str(answer.place))
            yield _STILL_UNCLEAR.at(place, words=answer.words, spot=answer.place.spoken(), why=why)


def unclear(operations: Iterable[Operation]) -> dict[tuple[Address, str], Operation]:
    """The commands to ask a person about, once each, by place and words."""
    found: dict[tuple[Address, str], Operation] = {}
    for item in operations:
        found.setdefault((item.origin.address, item.origin.words), item)
    return found


def _span(draft: Instrument, answer: Answer) -> Span | Declared:
    """Where the words of the command stand in its provision, or why the answer cannot be followed."""
    node = draft.find(answer.place)
    hits = find(answer.command, folded(node.text)).hits if node and answer.command else ()
    if node is not None and answer.digest and digest(node) != answer.digest:
        return _CHANGED
    return hits[0].span if len(hits) == 1 else _ABSENT


def _finding(draft: Instrument, answer: Answer, span: Span | Declared) -> Finding:
    place = Place(file=draft.name, address=str(answer.place))
    spot = answer.place.spoken()
    if isinstance(span, Span):
        if answer.denies:
            return _DENIED.at(place, command=answer.command, spot=spot)
        return _FOLLOWED.at(place, command=answer.command, spot=spot, words=answer.words)
    return span.at(place, command=answer.command, spot=spot)


def read_again(instrument: Instrument) -> Instrument:
    """An instrument that commands made, read from its lines, so that what it quotes is taken apart too."""
    return _read_anew(instrument, instrument.lines())


def _read_anew(draft: Instrument, lines: Iterable[Line]) -> Instrument:
    reading = Reading(draft.name, SourceKind.TEXT, tuple(lines), draft.notes, headers=draft.headers)
    return replace(parse(reading), citation=draft.citation, findings=draft.findings, standing=draft.standing)


def _lines(twig: Twig) -> Iterator[Line]:
    yield from twig.lines
    for child in twig.children:
        yield from _lines(child)
