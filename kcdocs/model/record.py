"""Records: one document's data, and where each value stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from kcdocs.model.finding import Place

Value: TypeAlias = "bool | int | Decimal | str | date | Sequence[Value] | Mapping[str, Value] | None"


@dataclass(frozen=True, slots=True)
class Record:
    """One document's data.

    Attributes:
        data: Field name → value as the file holds it, or as a contract has typed it; text is NFC.
        places: Path of a field ("nguoi_ky.ho_ten", "can_cu[2]") → where it stands in the user's file.
        place: Where the record itself stands.
    """

    data: Mapping[str, Value]
    places: Mapping[str, Place] = field(default_factory=dict)
    place: Place = field(default_factory=Place)

    def where(self, path: str) -> Place:
        """The place of a field, or of the nearest field that holds it, or of the record.

        Args:
            path: "can_cu[2].so" and the like.
        """
        while path:
            if path in self.places:
                return self.places[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.place
