"""Citations: how one instrument names another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to an instrument; what is not known is empty.

    Attributes:
        type: The kind of instrument in Vietnamese, capital first ("Nghị định", "Luật").
        number: Number and symbol ("45/2012/NĐ-CP").
        issued: Date of issue or passing.
        issuer: Issuing body ("Chính phủ").
        title: What it is about, without the type ("về khuyến công").
    """

    type: str = ""
    number: str = ""
    issued: date | None = None
    issuer: str = ""
    title: str = ""

    def may_be(self, other: Citation) -> bool:
        """Whether both can name one instrument: type, year and issuer are the same where both say them."""
        return (
            (not self.type or not other.type or self.type == other.type)
            and (not self.issued or not other.issued or self.issued.year == other.issued.year)
            and (not self.issuer or not other.issuer or self.issuer == other.issuer)
        )
