"""Findings: what a reviewer must look at, said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from kcdocs.codes import Declared
from kcdocs.model.comparison import Outcome
from kcdocs.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.diff.impact import Widened
    from kcdocs.model.comparison import Impact


_MISSED = Declared(
    "DF201",
    Severity.ERROR,
    "A reference that does not follow the provision that moved.",
    "Viện dẫn “{words}” chưa được sửa theo vị trí mới của quy định được viện dẫn.",
    expected="{proposed}",
    mend="Sửa thành “{proposed}”.",
)

_DANGLING = Declared(
    "DF202",
    Severity.ERROR,
    "A reference that leads to no provision of the new text.",
    "Viện dẫn “{words}” không trỏ tới quy định nào trong văn bản mới.",
    expected="một quy định đang có",
    mend="Bỏ viện dẫn hoặc viện dẫn quy định thay thế.",
)

_RETARGETED = Declared(
    "DF203",
    Severity.WARNING,
    "A reference that now leads to another provision than before.",
    "Viện dẫn “{words}” nay trỏ tới một quy định khác với trước.",
    expected="quy định cũ hoặc quy định kế thừa nó",
    mend="Kiểm tra xem có đúng ý định hay không.",
)

_AMBIGUOUS = Declared(
    "DF204",
    Severity.WARNING,
    "A reference to a provision that was split.",
    "Quy định mà “{words}” viện dẫn đã được tách ra nhiều nơi.",
    expected="viện dẫn nêu rõ phần được nhắc tới",
    mend="Ghi rõ viện dẫn tới phần nào sau khi tách.",
)

_TOUCHED = Declared(
    "DF217",
    Severity.NOTE,
    "Another instrument refers to a provision whose content changes.",
    "Quy định mà “{words}” viện dẫn đổi nội dung.",
    mend="Kiểm tra quy định có viện dẫn này còn phù hợp với nội dung mới hay không.",
)

_ENDED = Declared(
    "DF218",
    Severity.WARNING,
    "Another instrument refers to an instrument that ceases as a whole.",
    "Viện dẫn “{words}” trỏ tới văn bản mà dự thảo bãi bỏ hoặc thay thế toàn bộ.",
    mend="Viện dẫn văn bản thay thế, hoặc xử lý quy định có viện dẫn này trong dự thảo.",
)

_UNNUMBERED = Declared(
    "DF205",
    Severity.WARNING,
    "References in other instruments could not be followed.",
    "Không rõ số, ký hiệu của văn bản gốc nên không dò được viện dẫn tới nó trong các văn bản liên quan.",
    expected="số, ký hiệu văn bản, ví dụ 45/2012/NĐ-CP",
    mend="Cho biết số, ký hiệu của văn bản gốc.",
)

_WIDENED = Declared(
    "DF209",
    Severity.NOTE,
    "A range that now takes in new provisions.",
    "Viện dẫn “{words}” nay gồm cả {new} mới được bổ sung.",
    expected="đúng phạm vi cần viện dẫn",
    mend="Kiểm tra xem quy định mới có thuộc phạm vi được viện dẫn hay không.",
)


def impact_findings(impacts: Iterable[Impact]) -> Iterator[Finding]:
    """A finding for each reference that does not follow the changes.

    Args:
        impacts: What became of the references.
    """
    for impact in impacts:
        match impact.outcome:
            case Outcome.FOLLOWED:
                continue
            case Outcome.MISSED:
                yield _finding(_MISSED, impact)
            case Outcome.DANGLING:
                yield _finding(_DANGLING, impact)
            case Outcome.RETARGETED:
                yield _finding(_RETARGETED, impact)
            case Outcome.AMBIGUOUS:
                yield _finding(_AMBIGUOUS, impact)
            case Outcome.TOUCHED:
                yield _finding(_TOUCHED, impact)
            case Outcome.ENDED:
                yield _finding(_ENDED, impact)
            case _:
                assert_never(impact.outcome)


def range_findings(ranges: Iterable[Widened], name: str) -> Iterator[Finding]:
    """A note for each range that reaches further than before.

    Args:
        ranges: The ranges.
        name: Name of the new instrument.
    """
    for address, words, span, new in ranges:
        place = Place(file=name, address=str(address), span=span)
        taken = ", ".join(item.spoken() for item in new)
        yield _WIDENED.at(place, words, words=words, new=taken)


def unnumbered(name: str) -> Finding:
    """The finding that references in other instruments could not be followed.

    Args:
        name: Name of the old instrument, whose number is not known.
    """
    return _UNNUMBERED.at(Place(file=name))


def _finding(declared: Declared, impact: Impact) -> Finding:
    place = Place(file=impact.instrument, address=str(impact.address), span=impact.reference.span)
    mend = None
    if impact.proposed and declared is not _MISSED:
        mend = f"{declared.mend} Nếu giữ nghĩa cũ thì sửa thành “{impact.proposed}”."
    return declared.at(place, impact.words, mend=mend, words=impact.words, proposed=impact.proposed)
