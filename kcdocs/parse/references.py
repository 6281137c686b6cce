"""References: found in a text, resolved, read from what a user types, and written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from kcdocs.law.vocabulary import COMMON, GENERIC, NAMED, TypeClass, names
from kcdocs.model.address import SPOKEN, Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Reference, Status
from kcdocs.model.span import Span
from kcdocs.parse import limits
from kcdocs.parse.errors import NoAddressError
from kcdocs.parse.names import Names
from kcdocs.parse.resolve import Outside, Situation, targets
from kcdocs.parse.rules import citation as rule
from kcdocs.parse.rules.citation import Cited
from kcdocs.parse.rules.reference import ReferenceChain, chains
from kcdocs.parse.tree import Tree
from kcdocs.text.normalise import nfc
from kcdocs.text.seen import Seen, seen

_NO_PLACE = "Chỗ viện dẫn không nằm trong đơn vị mà nó gọi là “này”."
_IN_WORDS = "Nằm trong lời văn được trích của lệnh sửa đổi, nên không rõ “này” chỉ đơn vị nào."
_NOT_READ = "Chưa đọc được “{}”."
_NO_AMENDED = "Chưa xác định được văn bản được sửa đổi."


@dataclass(frozen=True, slots=True)
class ReferenceContext:
    """What a text's references may mean.

    Attributes:
        type: Type of the instrument the text belongs to ("Nghị định"), empty if unknown.
        tree: Its provisions, None if they are not at hand.
        bare: The instrument meant where none is named; None for the one the text belongs to.
        this: What "Nghị định này" means; None for the one the text belongs to.
        quoted: Whether the text is quoted new text of another instrument.
        command: Whether the text is an amending command, whose bare labels belong together.
        inherited: What the command around it amends.
        names: Instruments known by name.
        seen: Whether the text is known to be seen just as it is written.
    """

    type: str = ""
    tree: Tree | None = None
    bare: Citation | None = None
    this: Citation | None = None
    quoted: bool = False
    command: bool = False
    inherited: Address = field(default_factory=Address)
    names: Names = field(default_factory=Names)
    seen: bool = False


def find_references(
    text: str,
    *,
    at: Address,
    around: Mapping[Kind, Address] | None = None,
    setting: ReferenceContext | None = None,
) -> tuple[Reference, ...]:
    """The references in a provision's text.

    Args:
        text: The text, in any Unicode form.
        at: The provision it is the text of.
        around: The nearest part, chapter, section, subsection and annex around it.
        setting: What the references may mean; without it they are held against nothing.

    Returns:
        References in order, not overlapping; each is one expression, which may list several targets.
    """
    setting = setting or ReferenceContext()
    view = Seen(text) if setting.seen else seen(text)
    found = chains(view.text, setting.names)
    if not found:
        return ()
    situation = Situation(at, around or {})
    outsides = _commanded(found, setting) if setting.command else {}
    references = [
        _reference(chain, view, situation, setting, outsides.get(place)) for place, chain in enumerate(found)
    ]
    return tuple([reference for reference in references if reference is not None])


def address(text: str) -> Address:
    """The one provision that a user's words or machine form name.

    Args:
        text: "điểm đ khoản 2 Điều 5a", "Phụ lục I" or "dieu-5a.khoan-2.diem-đ".

    Raises:
        NoAddressError: If it names none, or several, or anything else besides.
    """
    words = " ".join(nfc(text).split())
    try:
        return Address.parse(words)
    except ValueError:
        pass
    found = chains(words, Names())
    if len(found) != 1 or found[0].end - found[0].start != len(words) or found[0].cited:
        raise NoAddressError(text)
    named = targets(found[0], Situation(), lambda _: Address(), None)
    if named is None or len(named) != 1:
        raise NoAddressError(text)
    return named[0]


def write_addresses(addresses: Sequence[Address], citation: Citation | None = None, *, this: str = "") -> str:
    """Addresses as a text lists them: "các khoản 1, 2 và 3 Điều 5".

    Args:
        addresses: At least one.
        citation: The other instrument they stand in, if any.
        this: The type of the own instrument, to end with "Nghị định này".
    """
    runs = [list(run) for _, run in groupby(addresses, key=lambda item: (item.parent, item.kind))]
    words = _and([_run(run) for run in runs])
    if citation is not None:
        return f"{words} {rule.write(citation)}"
    return f"{words} {this} này" if this else words


def _run(run: Sequence[Address]) -> str:
    """Siblings: each with its unit up to two, behind "các" from three on."""
    unit = SPOKEN[run[0].kind or Kind.OTHER]
    if len(run) < limits.LISTED:
        listed = _and([f"{unit} {item.label}".strip() for item in run])
    else:
        listed = f"các {unit} " + _and([item.label for item in run])
    return " ".join([listed, *([run[0].parent.spoken()] if run[0].parent.steps else [])])


def _and(items: Sequence[str]) -> str:
    return " và ".join([*([", ".join(items[:-1])] if len(items) > 1 else []), items[-1]])


def _reference(
    chain: ReferenceChain,
    view: Seen,
    situation: Situation,
    setting: ReferenceContext,
    inherited: Address | None,
) -> Reference | None:
    if chain.cited is not None and _another_sense(chain.cited, situation, setting):
        if not chain.groups:
            return None
        chain = chain._replace(cited=None)
    if setting.command and _in_words(view.text, chain):
        setting = replace(setting, this=setting.bare)
        if _relative(chain):
            span = Span(view.back(chain.start), view.back(chain.end))
            return Reference(span, (), setting.bare, Status.UNRESOLVED, _IN_WORDS)
    citation, own = _instrument(chain, setting)
    if chain.unread:
        span = Span(view.back(chain.start), view.back(chain.end))
        return Reference(span, (), citation, Status.UNRESOLVED, _NOT_READ.format(chain.unread))
    tree = setting.tree if own else None
    outside = situation.outside if inherited is None else _below(inherited)
    situation_ = situation if own or setting.quoted or setting.command else Situation()
    named = targets(chain, situation_, outside if situation_ is situation else _nowhere, tree)
    span = Span(view.back(chain.start), view.back(chain.end))
    if named is None:
        return Reference(span, (), citation, Status.UNRESOLVED, _NO_PLACE)
    if tree is not None:
        named = [tree.settle(item) for item in named]
    reason = _why_not(named, chain, citation, own, setting)
    status = Status.UNRESOLVED if reason else Status.RESOLVED
    return Reference(span, tuple(named), citation, status, reason, chain.form)


def _in_words(text: str, chain: ReferenceChain) -> bool:
    """Whether a chain stands in words that a command quotes."""
    return text.rfind("“", 0, chain.start) > text.rfind("”", 0, chain.start)


def _nowhere(_: Kind) -> Address:
    return Address()


def _another_sense(cited: Cited, situation: Situation, setting: ReferenceContext) -> bool:
    """Whether "Quy định này" at the start of a sentence is no instrument."""
    if cited.citation is not None or cited.type not in COMMON:
        return False
    return Kind.ANNEX not in situation.around and setting.type != cited.type and not setting.quoted


def _instrument(chain: ReferenceChain, setting: ReferenceContext) -> tuple[Citation | None, bool]:
    """The instrument a chain points into (None for its own), and whether it is the own one."""
    if chain.cited is not None and chain.cited.citation is not None:
        return chain.cited.citation, False
    if chain.cited is not None or _relative(chain):
        return setting.this, setting.this is None and not setting.quoted
    return setting.bare, setting.bare is None and not setting.quoted and not setting.command


def _relative(chain: ReferenceChain) -> bool:
    return any(not group.labels for group in chain.groups)


def _why_not(
    named: Sequence[Address],
    chain: ReferenceChain,
    citation: Citation | None,
    own: bool,
    setting: ReferenceContext,
) -> str:
    """Why a reference is unresolved, empty if it is resolved."""
    cited = chain.cited
    if cited is not None and not cited.sure:
        title = cited.citation.title if cited.citation else ""
        name = f"{cited.type} {title}".strip()
        known = f"Chưa tra được văn bản “{name}” trong danh mục, hoặc chưa rõ tên văn bản kết thúc ở đâu."
        return known if title else f"Chưa rõ “{name}” là văn bản nào."
    if not own:
        return _NO_AMENDED if citation is None else ""
    if cited is not None and setting.type and not _fits(cited.type, setting.type):
        return f"Văn bản này là {setting.type}, không phải {cited.type}."
    tree = setting.tree
    missing = [item.spoken() for item in named if tree is not None and item not in tree]
    return f"Văn bản này không có {', '.join(missing)}." if missing else ""


def _fits(named: str, own: str) -> bool:
    if named in NAMED or own in NAMED:
        return (named in NAMED) == (own in NAMED)
    return named in (own, GENERIC, *names(TypeClass.ATTACHED)) or own.startswith(f"{named} liên ")


def _below(outer: Address) -> Outside:
    """Where the outermost unit of a command stands, by what is amended around it."""

    def outside(kind: Kind) -> Address:
        return Situation(outer).outside(kind)

    return outside


def _commanded(found: Sequence[ReferenceChain], setting: ReferenceContext) -> dict[int, Address]:
    """For each chain of a command what stands around its outermost unit.

    "Bổ sung khoản 7 vào sau khoản 6 Điều 31": the first chain takes the article from the second; where
    no chain beside it names one, from the command around.
    """
    complete = [chain for chain in found if _complete(chain)]
    named = targets(complete[-1], Situation(), _nowhere, None) if complete else None
    beside = named[0] if named else setting.inherited
    outsides: dict[int, Address] = {}
    for place in range(len(found) - 1, -1, -1):
        chain = found[place]
        if chain.groups:
            if not _complete(chain):
                outsides[place] = beside
            named = targets(chain, Situation(), _below(beside), None)
            beside = named[0] if named else beside
    return outsides


def _complete(chain: ReferenceChain) -> bool:
    return any(group.kind not in (Kind.PARAGRAPH, Kind.POINT, Kind.CLAUSE) for group in chain.groups)
