"""The name an institution bears on a document's date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdocs.model.catalogue import Catalogue, Institution, Title
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.text.dates import short_date
from kcdocs.text.nearest import nearest
from kcdocs.text.normalise import nfc

_DOUBT_DAYS = 365


@dataclass(frozen=True, slots=True)
class Called:
    """What an institution is called on a day.

    Attributes:
        title: Its name, symbol and head's name; None if there is none.
        findings: What is wrong (errors) and what a person should look at (warnings).
    """

    title: Title | None
    findings: tuple[Finding, ...]


def called(name: str, catalogue: Catalogue, *, day: date, place: Place = Place()) -> Called:  # noqa: B008 - frozen
    """The name of an institution on a day.

    An unknown institution (DC311) or one that was not there on that day (DC312) is an error. A warning
    says that the record uses the name of another time (DC313), or that the day falls within a year of a
    change of name whose day no source confirmed (DC314).

    Args:
        name: Its key ("cuc-khuyen-cong"), or any name or symbol it has had ("CTĐP").
        catalogue: What is known of institutions.
        day: The document's date.
        place: Where the name stands in the user's file.
    """
    body = catalogue.institution(nfc(name))
    if body is None:
        return Called(None, (_unknown(name, catalogue, place),))
    title = body.on(day)
    if title is None:
        return Called(None, (_absent(name, day, place),))
    stale = [_stale(name, title, day, place)] if _outdated(name, body, title) else []
    unsure = [_unsure(title, day, place)] if _near_change(title, day) else []
    return Called(title, (*stale, *unsure))


def _outdated(name: str, body: Institution, title: Title) -> bool:
    said = nfc(name).strip().casefold()
    return said not in {body.key.casefold(), title.name.casefold(), title.symbol.casefold()}


def _near_change(title: Title, day: date) -> bool:
    bounds = [getattr(title, field) for field in ("since", "until") if field in title.unverified]
    return any(bound and abs((day - bound).days) <= _DOUBT_DAYS for bound in bounds)


def _unknown(name: str, catalogue: Catalogue, place: Place) -> Finding:
    known = [
        item
        for body in catalogue.institutions
        for title in body.titles
        for item in (title.name, title.symbol)
    ]
    return Finding(
        "DC311",
        Severity.ERROR,
        place,
        f"Danh mục cơ quan không có «{name}».",
        found=name,
        expected=nearest(name, known),
        mend="kiểm tra tên hoặc ký hiệu; nếu đúng, nhờ người phụ trách kcdocs thêm vào danh mục cơ quan.",
    )


def _absent(name: str, day: date, place: Place) -> Finding:
    return Finding(
        "DC312",
        Severity.ERROR,
        place,
        f"Danh mục không biết «{name}» mang tên gì vào ngày {short_date(day)}.",
        found=name,
        mend="kiểm tra ngày của văn bản, hoặc nhờ người phụ trách kcdocs thêm tên khi ấy vào danh mục.",
    )


def _stale(name: str, title: Title, day: date, place: Place) -> Finding:
    return Finding(
        "DC313",
        Severity.WARNING,
        place,
        f"«{name}» không phải tên vào ngày {short_date(day)}; văn bản ghi {title.name} ({title.symbol}).",
        found=name,
        expected=title.name,
        mend="kiểm tra ngày của văn bản; nếu đúng, sửa tên trong dữ liệu.",
    )


def _unsure(title: Title, day: date, place: Place) -> Finding:
    bounds = [
        f"{words} {short_date(bound)}"
        for field, words in (("since", "từ ngày"), ("until", "đến ngày"))
        if field in title.unverified and (bound := getattr(title, field))
    ]
    return Finding(
        "DC314",
        Severity.WARNING,
        place,
        f"Ngày đổi tên chưa kiểm chứng: {title.name} ({', '.join(bounds)});"
        f" văn bản đề ngày {short_date(day)}.",
        found=title.name,
        mend="đối chiếu với nghị định về tổ chức; khi đã đúng, nhờ người phụ trách kcdocs ghi lại.",
    )
