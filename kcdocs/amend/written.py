"""Writing an amending instrument that is proved: read again and applied, it is the draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kcdocs.amend.apply import apply
from kcdocs.amend.errors import UnplannableError
from kcdocs.amend.plan import Plan, differing, plan_commands
from kcdocs.amend.read import read
from kcdocs.amend.target import only_on
from kcdocs.amend.write import Written, write_articles
from kcdocs.codes import Declared
from kcdocs.model.address import SPOKEN, Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.comparison import Comparison
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Consolidation, Verdict
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading
from kcdocs.text.normalise import content_form

_GAP = Declared(
    "AM128",
    Severity.ERROR,
    "A provision of a rewritten text for which no command could be written.",
    "Chưa soạn được lệnh để có {target} như bản viết lại: chỗ đó trong văn bản sửa đổi còn để trống.",
    mend="Tìm chỗ «…………» trong văn bản sửa đổi và viết lệnh vào đó, rồi chạy kcdocs amend check.",
)

_AROUND = Declared(
    "AM129",
    Severity.WARNING,
    "A rewritten text that also changes what stands around its provisions.",
    "Bản viết lại đổi cả {part}; chưa có lệnh nào cho phần này, nên sau sửa đổi phần này vẫn như cũ.",
    mend="Nếu cần đổi, tự soạn quy định về phần này.",
)

_OWN_BASES = Declared(
    "AM131",
    Severity.NOTE,
    "A rewritten text with other legal bases, which an amending instrument states for itself.",
    "Bản viết lại đổi cả {part}; văn bản sửa đổi nêu căn cứ của chính nó, phần này của văn bản gốc vẫn giữ.",
)

_OPENS = frozenset({SPOKEN[Kind.BASIS], SPOKEN[Kind.ENACTING]})
_AROUND_KINDS = frozenset({Kind.TITLE, Kind.BASIS, Kind.ENACTING, Kind.PARAGRAPH, Kind.TABLE})


def write_proved(
    comparison: Comparison, amended: Citation, *, effective: date | None = None
) -> tuple[Plan, Written]:
    """Plan and write an amending instrument, read it again, and hold what it makes against the draft.

    Where changes under one lead cannot be read back, each gets a clause of its own; a provision that cannot
    be reached even so is left open as a gap, and all the rest is written.

    Args:
        comparison: The original against the draft.
        amended: The instrument amended; type and number are needed.
        effective: First day of force; None leaves it open for the registry.

    Raises:
        UnplannableError: If no command at all can be written that is read again as it was meant.
    """
    planned = plan_commands(comparison)
    while planned.commands:
        wrong: set[Address] = set()
        for grouped in (True, False):
            written = write_articles(planned.operations, amended, effective=effective, grouped=grouped)
            wrong = unreached(comparison, planned, written, amended)
            if not wrong:
                return planned, written
        planned = planned.without(set(_unread_alone(comparison, planned, amended)) or wrong)
    if planned.gaps:
        raise UnplannableError(comparison.new.name, sorted(gap.spoken() for gap in planned.gaps))
    return planned, write_articles((), amended, effective=effective)


def open_findings(comparison: Comparison, planned: Plan) -> tuple[Finding, ...]:
    """What of the draft is not made by the commands: each gap, and what stands around the provisions.

    Args:
        comparison: The original against the draft.
        planned: What was written for it.
    """
    name = comparison.new.name
    gaps = sorted(planned.gaps, key=str)
    open_ = [_GAP.at(Place(file=name, address=str(gap)), target=gap.spoken()) for gap in gaps]
    around = changed_around(comparison)
    told = [(_OWN_BASES if part in _OPENS else _AROUND).at(Place(file=name), part=part) for part in around]
    return (*open_, *told)


def changed_around(comparison: Comparison) -> list[str]:
    """The parts around the provisions that the draft words otherwise, such as its title, in Vietnamese.

    A part that the draft leaves out as a whole is no change: who rewrites provisions gives only these.
    """
    old, new = (_around(text) for text in (comparison.old, comparison.new))
    return [SPOKEN[kind] for kind, said in new.items() if old.get(kind) != said]


def _around(instrument: Instrument) -> dict[Kind, list[str]]:
    found: dict[Kind, list[str]] = {}
    for node in instrument.nodes:
        if node.kind in _AROUND_KINDS:
            found.setdefault(node.kind, []).append(content_form(node.text))
    return found


def unreached(comparison: Comparison, planned: Plan, written: Written, amended: Citation) -> set[Address]:
    """The provisions that a written instrument, read again and applied, does not make what the draft has.

    Those that a refused command names are among them, whatever stands there; a gap is refused as it should
    be.
    """
    done = _done(comparison.old, written, amended)
    refused = {item.operation.target for item in done.log if item.verdict is Verdict.REFUSED}
    asked = {address for address in refused if address.steps and not planned.leaves_open(address)}
    return differing(comparison.new, done.amended, planned) | asked


def _done(original: Instrument, written: Written, amended: Citation) -> Consolidation:
    again = read(parse(reading(written.text)))
    return apply(original, only_on(original, again, amended.number).operations)


def _unread_alone(comparison: Comparison, planned: Plan, amended: Citation) -> Iterator[Address]:
    """What the commands act on that do not make, written alone and read again, what they are to make.

    A mark that nothing closes spoils all that is read behind it: this tells the one that holds it.
    """
    old = comparison.old
    for operation in (item for item in planned.operations if not item.reason):
        meant = _words(apply(old, (operation,)).amended)
        if _words(_done(old, write_articles((operation,), amended), amended).amended) != meant:
            yield operation.target


def _words(instrument: Instrument) -> list[tuple[Address, Kind, str]]:
    return [(node.address, node.kind, node.text) for node in instrument.provisions()]
