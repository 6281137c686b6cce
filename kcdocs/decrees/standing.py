"""How a stored text stands to the law of a day, and how that is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.decrees import limits
from kcdocs.model.catalogue import Alteration
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Standing, UnclearSpot

if TYPE_CHECKING:
    from kcdocs.decrees.facts import Facts
    from kcdocs.decrees.state import EditionState
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


_DOUBTFUL = Declared(
    "DC403",
    Severity.WARNING,
    "An edition was built with commands that nobody could follow.",
    "{number} được dùng theo {edition}; còn {count} chỗ chưa rõ nên bản này chưa chắc là quy định có hiệu "
    "lực vào ngày {day}: {listed}.",
    mend="Trả lời các lệnh chưa rõ: kcdocs decrees add TỆP --decisions TỆP-TRẢ-LỜI (TỆP là văn bản sửa đổi), "
    "hoặc thêm bản hợp nhất của ngày ấy bằng --edition.",
)

_SPOILT = Declared(
    "DC404",
    Severity.WARNING,
    "A kept text cannot be read, so that nobody knows whether it amends the one asked for.",
    "Không đọc được văn bản đã lưu trong {listed}: nếu văn bản ấy sửa đổi {number} thì nội dung sửa đổi "
    "không có trong bản đang dùng.",
    mend="Thêm lại văn bản ấy bằng kcdocs decrees add với --force.",
)


def alterations(number: str, facts: Facts | None, catalogue: Catalogue) -> tuple[Alteration, ...]:
    """What altered an instrument, after the catalogue and its own facts."""
    entry = catalogue.find(number)
    known = catalogue.alterations(entry) if entry else ()
    named = {item.number for item in known}
    others = [other for other in (facts.amended_by if facts else ()) if other not in named]
    return (*known, *(_only_named(other, catalogue) for other in others))


def standing(edition: EditionState, day: date, altered: Iterable[Alteration], last: date | None) -> Standing:
    """How an edition of an instrument stands to the law of a day.

    A text that was added for a day holds every amendment in force by then; an edition that commands made of
    it holds theirs besides, and no other. A rule that prevails for a time stands in no text: one that had
    begun by then is told beside it, a later one is missing.

    Args:
        edition: The edition.
        day: The day asked.
        altered: What altered the instrument, save those whose commands the store has.
        last: Last day of the instrument's force, where known.
    """
    holding = [item for item in altered if item.holds(day)]
    missing = tuple(
        item
        for item in holding
        if item.since is None or item.since > (edition.since if item.where else edition.holds)
    )
    beside = tuple(item for item in holding if item.where and item not in missing)
    ended = last if last and last < day else None
    since = None if edition.since == UNDATED else edition.since
    return Standing(since, day, missing, beside, ended, edition.made_by, edition.doubts)


def findings(
    number: str, found: Standing, heirs: Iterable[str] = (), spoilt: Sequence[str] = ()
) -> Iterator[Finding]:
    """What must be told with a text.

    That it is not the law of the day (DC401), what prevails beside it (DC402), what is unclear in it (DC403),
    and that a kept text is spoilt which may amend it (DC404).

    Args:
        number: The instrument.
        found: How its text stands.
        heirs: Numbers of the instruments in its place on that day.
        spoilt: Folders of kept instruments that could not be read.
    """
    place = Place(file=number)
    if found.stale:
        yield _STALE.at(
            place,
            mend=_mend(number, found),
            number=number,
            edition=_edition(found),
            day=day_words(found.day),
            listed="; ".join(_reasons(found, heirs)),
        )
    if found.doubts:
        yield _DOUBTFUL.at(
            place,
            number=number,
            edition=_edition(found),
            count=len(found.doubts),
            day=day_words(found.day),
            listed=_doubts(found.doubts),
        )
    if spoilt:
        yield _SPOILT.at(place, number=number, listed=", ".join(f"«{name}»" for name in spoilt))
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
    made = f" dựng theo {', '.join(found.made_by)}" if found.made_by else ""
    return f"bản từ {day_words(found.since)}{made}" if found.since else f"bản chưa rõ ngày{made}"


def _doubts(doubts: Sequence[UnclearSpot]) -> str:
    """The first unclear places, and how many more there are: "khoản 3 Điều 1 của 3/2024/NĐ-CP «…» (…)"."""
    shown = [_doubt(item) for item in doubts[: limits.DOUBTS_SHOWN]]
    more = len(doubts) - len(shown)
    return "; ".join([*shown, f"và {more} chỗ khác"] if more else shown)


def _doubt(doubt: UnclearSpot) -> str:
    where = f"{doubt.place.spoken()} của {doubt.number}" if doubt.place.steps else doubt.number
    said, most = " ".join(doubt.words.split()), limits.DOUBT_SHOWN
    words = f" «{said if len(said) <= most else f'{said[:most].rstrip()}…'}»" if said else ""
    return f"{where}{words} ({doubt.why.rstrip('.')})"


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
