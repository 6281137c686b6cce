"""A copy of a document with a comment at each place where its form is broken."""

from __future__ import annotations

from collections.abc import Iterator

from kcdocs.lint.check import FormReport
from kcdocs.lint.telling import FormBreach
from kcdocs.model.finding import Finding
from kcdocs.model.span import Span
from kcdocs.word.package import Package
from kcdocs.word.write.comments import WordComment, with_comments
from kcdocs.word.write.retouching import Retoucher


def with_findings(package: Package, report: FormReport) -> tuple[bytes, int]:
    """The document with comments, and how many.

    Args:
        package: The document as it was checked.
        report: What the check found.
    """
    remarks = [remark for breach in report.breaches for remark in _remarks(package.main, breach)]
    return with_comments(package, remarks), len(remarks)


def with_numbers(package: Package, report: FormReport) -> bytes:
    """A copy to look at: behind each line that breaks a rule stands the number of its finding, from 1."""
    retoucher = Retoucher(package)
    for number, breach in enumerate(report.breaches, 1):
        for line in breach.lines:
            end = max(line.start, 0) + len(line.text)
            retoucher.tag(line.paragraph.part, line.paragraph.number, end, f" {number} ")
    return retoucher.done()


def _remarks(main: str, breach: FormBreach) -> Iterator[WordComment]:
    """A comment at each line; what is said of the document as a whole stands at its beginning."""
    told = _lines(breach.finding)
    if not breach.lines:
        yield WordComment(main, 0, Span(0, 0), told)
    for line in breach.lines:
        start = max(line.start, 0)
        yield WordComment(
            line.paragraph.part, line.paragraph.number, Span(start, start + max(len(line.text), 1)), told
        )


def _lines(finding: Finding) -> list[str]:
    parts = (("Cần", finding.expected), ("Cách sửa", finding.mend), ("Căn cứ", finding.source))
    return [finding.remark, *(f"{name}: {words}" for name, words in parts if words)]
