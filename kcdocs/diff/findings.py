"""Findings: what a reviewer must look at, said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from kcdocs.model.comparison import Outcome
from kcdocs.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.model.comparison import Impact


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
                yield _missed(impact)
            case Outcome.DANGLING:
                yield _finding(impact, "DF202", Severity.ERROR, *_DANGLING)
            case Outcome.RETARGETED:
                yield _finding(impact, "DF203", Severity.WARNING, *_RETARGETED)
            case Outcome.AMBIGUOUS:
                yield _finding(impact, "DF204", Severity.WARNING, *_AMBIGUOUS)
            case _:
                assert_never(impact.outcome)


def unnumbered(name: str) -> Finding:
    """The finding that references in other instruments could not be followed.

    Args:
        name: Name of the old instrument, whose number is not known.
    """
    return Finding(
        "DF205",
        Severity.WARNING,
        Place(file=name),
        "Không rõ số, ký hiệu của văn bản gốc nên không dò được viện dẫn tới nó trong các văn bản liên quan.",
        expected="số, ký hiệu văn bản, ví dụ 45/2012/NĐ-CP",
        mend="Hãy cho biết số, ký hiệu của văn bản gốc.",
    )


_DANGLING = (
    "Viện dẫn “{words}” không trỏ tới quy định nào trong văn bản mới.",
    "một quy định đang có",
    "Hãy bỏ viện dẫn hoặc viện dẫn quy định thay thế.",
)
_RETARGETED = (
    "Viện dẫn “{words}” nay trỏ tới một quy định khác với trước.",
    "quy định cũ hoặc quy định kế thừa nó",
    "Hãy kiểm tra xem có đúng ý định hay không.",
)
_AMBIGUOUS = (
    "Quy định mà “{words}” viện dẫn đã được tách ra nhiều nơi.",
    "viện dẫn nêu rõ phần được nhắc tới",
    "Hãy ghi rõ viện dẫn tới phần nào sau khi tách.",
)


def _missed(impact: Impact) -> Finding:
    message = "Viện dẫn “{words}” chưa được sửa theo vị trí mới của quy định được viện dẫn."
    mend = f"Hãy sửa thành “{impact.proposed}”."
    return _finding(impact, "DF201", Severity.ERROR, message, impact.proposed, mend)


def _finding(
    impact: Impact, code: str, severity: Severity, message: str, expected: str, mend: str
) -> Finding:
    place = Place(file=impact.instrument, address=str(impact.address), span=impact.reference.span)
    if impact.proposed and code != "DF201":
        mend += f" Nếu giữ nghĩa cũ thì sửa thành “{impact.proposed}”."
    return Finding(code, severity, place, message.format(words=impact.words), impact.words, expected, mend)
