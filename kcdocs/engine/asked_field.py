"""What a template asks of one field of its data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True, eq=False)
class Asked:
    """What a template asks of one field.

    Attributes:
        fields: Fields inside it, if it is a group.
        item: What its items are, if it is a list.
        kinds: "ngay", "so" and "chu", as far as its filters, its arithmetic and its methods tell.
        unit: "%" or "đồng" where its filters print that behind it; else empty.
        tested: Whether a condition asks if it is so.
        printed: Whether it is printed or compared anywhere.
        counted: Whether it is asked how long it is.
        needed: Whether it is used where nothing makes sure first that it is there.
    """

    fields: dict[str, Asked] = field(default_factory=dict)
    item: Asked | None = None
    kinds: set[str] = field(default_factory=set)
    unit: str = ""
    tested: bool = False
    printed: bool = False
    counted: bool = False
    needed: bool = False

    @property
    def kind(self) -> str:
        """Which single value it is: "ngay", "so", or "" for a text, also where its uses do not agree."""
        told = self.kinds - {"chu"}
        return next(iter(told)) if len(told) == 1 else ""

    @property
    def torn(self) -> bool:
        """Whether some tags use it as a day and others as a number."""
        return {"ngay", "so"} <= self.kinds

    @property
    def yes_or_no(self) -> bool:
        """Whether all that is asked is if it is so."""
        return self.tested and not (self.printed or self.kinds or self.fields or self.item)

    def listed(self) -> Asked:
        """What its items are; it is a list from now on."""
        self.item = self.item or Asked()
        return self.item

    def below(self, path: str = "") -> Iterator[tuple[str, Asked]]:
        """Every field in it with its path ("ds[].ten"), a group before what is in it."""
        for name, inner in self.fields.items():
            inside = f"{path}.{name}" if path else name
            yield inside, inner
            yield from inner.below(inside)
        if self.item:
            yield from self.item.below(f"{path}[]")
