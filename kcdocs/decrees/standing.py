"""How a stored text stands to the law of a day, and how that is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.model.catalogue import Alteration
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Standing

if TYPE_CHECKING:
    from kcdocs.decrees.facts import Facts
    from kcdocs.model.catalogue import Catalogue, Entry

UNDATED = date(1, 1, 1)
"""First day of a text whose day is not known."""


_BESIDE = Declared(
    "DC402",
    Severity.NOTE,
    "Another rule prevails beside the text on that day.",
    "{number} cần được đọc cùng quy định khác: {told}.",
)

_STALE = Declared(
    "DC401",
    Severity.WARNING,
    "The text is not the law of the day asked.",
    "{number} được dùng theo {edition} trong kho, không phải quy định có hiệu lực vào ngày {day}: {listed}.",
    mend="Dùng bản của ngày ấy nếu có, hoặc đối chiếu với các văn bản đã nêu.",
)


def alterations(number: str, facts: Facts | None, catalogue: Catalogue) -> tuple[Alteration, ...]:
    """What altered an instrument, after the catalogue and its own facts."""
    entry = catalogue.find(number)
    known = catalogue.alterations(entry) if entry else ()
    named = {item.number for item in known}
    others = [other for other in (facts.amended_by if facts else ()) if other not in named]
    return (*known, *(_only_named(other, catalogue) for other in others))


def standing(since: date, day: date, altered: Iterable[Alteration], last: date | None) -> Standing:
    """How a text of an instrument stands to the law of a day.

    A text that stands so from a day on holds every amendment in force by then. A rule that prevails for a
    time stands in no text: one that had begun by then is told beside it, a later one is missing.

    Args:
        since: First day of the text; `UNDATED` holds nothing.
        day: The day asked.
        altered: What altered the instrument.
        last: Last day of the instrument's force, where known.
    """
    holding = [item for item in altered if item.holds(day)]
    missing = tuple(item for item in holding if item.since is None or item.since > since)
    beside = tuple(item for item in holding if item.where and item not in missing)
    ended = last if last and last < day else None
    return Standing(None if since == UNDATED else since, day, missing, beside, ended)


def findings(number: str, found: Standing, heirs: Iterable[str] = ()) -> Iterator[Finding]:
    """What must be told with a text: it is not the law of the day (DC401); what prevails beside it (DC402).

    Args:
        number: The instrument.
        found: How its text stands.
        heirs: Numbers of the instruments in its place on that day.
    """
    if not found.current:
        yield _STALE.at(
            Place(file=number),
            mend=_mend(number, found),
            number=number,
            edition=_edition(found),
            day=day_words(found.day),
            listed="; ".join(_reasons(found, heirs)),
        )
    if found.beside:
        yield _beside(number, found.beside)


def prevailing(entry: Entry, day: date) -> Iterator[Finding]:
    """What prevails over a cited instrument on a day (DC402); nothing if nothing does."""
    rules = [rule for rule in entry.prevailing if rule.holds(day)]
    if rules:
        yield _beside(entry.citation.number, rules)


def _beside(number: str, rules: Iterable[Alteration]) -> Finding:
    told = "; ".join(map(_altered, rules))
    return _BESIDE.at(Place(file=number), number=number, told=told)


def _edition(found: Standing) -> str:
    """Which text it is: "bản từ 05/07/2012"."""
    return f"bản từ {day_words(found.since)}" if found.since else "bản chưa rõ ngày"


def day_words(day: date) -> str:
    """A day as this room's lists and options write it: "05/07/2012"."""
    return day.strftime("%d/%m/%Y")


def _reasons(found: Standing, heirs: Iterable[str]) -> Iterator[str]:
    if found.since and found.since > found.day:
        yield "bản này khi đó chưa có hiệu lực"
    yield from map(_altered, found.missing)
    if found.ended:
        instead = ", ".join(heirs)
        yield f"văn bản đã hết hiệu lực sau ngày {day_words(found.ended)}" + (
            f", nay là {instead}" if instead else ""
        )


def _altered(item: Alteration) -> str:
    start = f"từ {day_words(item.since)}" if item.since else "chưa rõ từ ngày nào"
    time = f"{start} đến {day_words(item.until)}" if item.until else start
    hedge = " (ngày này chưa kiểm chứng)" if item.unsure and item.since else ""
    if item.where:
        return f"{time}{hedge}, {item.where} của {item.number} quy định khác về {item.about}"
    return f"đã được {item.number} sửa đổi, bổ sung {time}{hedge}"


def _mend(number: str, found: Standing) -> str:
    days = [item.since for item in found.missing if item.since and not item.where]
    steps = []
    if days:
        add = f"kcdocs decrees add TỆP --as {number} --edition {day_words(max(days))}"
        steps.append(f"thêm bản có hiệu lực vào ngày đó: {add}")
    steps += [f"đọc cùng {item.where} của {item.number}" for item in found.missing if item.where]
    if not steps and found.ended:
        return f"chọn ngày khác bằng --as-of, muộn nhất {day_words(found.ended)}, hoặc dùng văn bản thay thế."
    if not steps and found.since:
        return f"chọn ngày từ {day_words(found.since)} bằng --as-of, hoặc thêm bản có hiệu lực vào ngày đó."
    return f"{'; '.join(steps) or 'đối chiếu với bản đang có hiệu lực'}."


def _only_named(number: str, catalogue: Catalogue) -> Alteration:
    """An amendment that only the instrument's own facts name."""
    entry = catalogue.find(number)
    unsure = entry is None or "in_force_from" in entry.unverified
    return Alteration(number, entry.in_force_from if entry else None, unsure=unsure)
