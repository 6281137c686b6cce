"""What a check of the form of one file found."""

from __future__ import annotations

from dataclasses import dataclass

from kcdocs.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class CheckedForm:
    """What a check of the form of one file found.

    Attributes:
        file: The file, as the user named it.
        profile: Which rules of layout it was held against ("nd30"); empty if the file could not be read.
        type: Its type ("Quyết định"), empty for a letter or where none was found.
        number: Its number and symbol, empty where it bears none.
        findings: What is wrong, in the order of the document; of a file that could not be read, why.
        read: Whether it could be read.
    """

    file: str
    profile: str
    type: str
    number: str
    findings: tuple[Finding, ...]
    read: bool = True

    def count(self, severity: Severity) -> int:
        """How many findings are that grave."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def good(self) -> bool:
        """Whether nothing but notes is told."""
        return all(finding.severity is Severity.NOTE for finding in self.findings)
