"""Pictures: nobody reads them here, so that one whose bytes differ is a finding."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.model.instrument import Instrument

_DIFFER = Declared(
    "DF219",
    Severity.WARNING,
    "Pictures that differ, or whose order does.",
    "Hình khác nhau: bản trước có {old} hình, bản nay có {new} hình; {what}.",
    mend="Mở hai tệp và đối chiếu từng hình: nội dung trong hình không được so sánh.",
)


def picture_findings(old: Instrument, new: Instrument) -> Iterator[Finding]:
    """A finding if the pictures of two Word files are not the same in the same order.

    Args:
        old: The old instrument.
        new: The new one.
    """
    was, now = old.pictures, new.pictures
    if was is None or now is None or was == now:
        return
    gone, come = (Counter(was) - Counter(now)).total(), (Counter(now) - Counter(was)).total()
    counts = ((gone, "hình của bản trước không còn"), (come, "hình chỉ có ở bản nay"))
    told = " và ".join(f"{count} {words}" for count, words in counts if count)
    yield _DIFFER.at(Place(file=new.name), old=len(was), new=len(now), what=told or "thứ tự các hình đổi")
