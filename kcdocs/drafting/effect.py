"""The day a legal instrument takes effect, against the earliest day the law allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kcdocs.codes import Declared
from kcdocs.law.effect import Early, breach
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding, Severity
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.model.record import Record

FIELD = "ngay_hieu_luc"
"""The field that holds the day."""


_BEFORE_SIGNING = Declared(
    "TP334",
    Severity.WARNING,
    "The document takes effect before its date.",
    "Ngày có hiệu lực {day} đứng trước ngày văn bản {signed}{why}.",
    mend="Kiểm tra lại hai ngày này.",
    worst=Severity.ERROR,
)
_BACKWARDS = {
    Early.FORBIDDEN: "; văn bản của cơ quan, người ban hành này không được quy định hiệu lực trở về trước",
    Early.BEFORE_SIGNING: "; hiệu lực trở về trước chỉ được quy định trong trường hợp luật cho phép",
}

_TOO_SOON = Declared(
    "TP335",
    Severity.WARNING,
    "The document takes effect sooner than the law allows in general.",
    "Ngày có hiệu lực {day} chỉ cách ngày văn bản {days} ngày; không được sớm hơn {least} ngày, trừ trình "
    "tự, thủ tục rút gọn và trường hợp đặc biệt.",
    mend="Lùi ngày có hiệu lực, hoặc nêu rõ trường hợp được có hiệu lực sớm hơn.",
)


def effect_findings(
    fields: Mapping[str, Any], record: Record, signed: date, *, legal: bool
) -> tuple[Finding, ...]:
    """What is odd about the day of effect.

    Args:
        fields: Typed fields; the issuer of a legal instrument tells how many days the law wants.
        record: The record they come from.
        signed: The document's date.
        legal: Whether the document is a legal instrument; of any other only effect before signing is odd.

    Returns:
        An error if effect comes before signing and the law forbids the issuer that; a warning if it does so
        in any other text, or comes sooner than the law of that day allows, which only the shortened procedure
        and special cases may.
    """
    day = fields.get(FIELD)
    if not isinstance(day, date):
        return ()
    place = replace(record.where(FIELD), field=FIELD)
    if not legal:
        days, own = short_date(day), short_date(signed)
        return (_BEFORE_SIGNING.at(place, day=days, signed=own, why=""),) if day < signed else ()
    found = breach(_own(fields, signed), day)
    if found is None:
        return ()
    source, days = found.rule.source, short_date(day)
    if found.how is Early.TOO_SOON:
        return (_TOO_SOON.at(place, source=source, day=days, days=found.days, least=found.least),)
    severity = Severity.ERROR if found.rule.may_refuse else Severity.WARNING
    why = _BACKWARDS[found.how]
    told = _BEFORE_SIGNING.at(
        place, source=source, severity=severity, day=days, signed=short_date(signed), why=why
    )
    return (told,)


def _own(fields: Mapping[str, Any], signed: date) -> Citation:
    """The document as its fields name it."""
    body = fields.get("co_quan")
    name = body.get("ten", "") if isinstance(body, dict) else ""
    return Citation(number=str(fields.get("ky_hieu", "")), issued=signed, issuer=str(name))
