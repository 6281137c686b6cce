"""The day a legal instrument takes effect, against the earliest day the law allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kcdocs.law.effect import Early, breach
from kcdocs.law.issuers import Level, level_of
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding, Severity
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.model.record import Record

FIELD = "ngay_hieu_luc"
"""The field that holds the day."""


def effect_findings(fields: Mapping[str, Any], record: Record, signed: date) -> tuple[Finding, ...]:
    """What is odd about the day of effect.

    Args:
        fields: Typed fields of a legal instrument; its issuer tells how many days the law wants.
        record: The record they come from.
        signed: The document's date.

    Returns:
        An error if effect comes before signing; a warning if it comes sooner than the law of that day allows,
        which only the shortened procedure and special cases may.
    """
    day = fields.get(FIELD)
    if not isinstance(day, date):
        return ()
    found = breach(_level(fields), signed, day)
    if found is None:
        return ()
    place = replace(record.where(FIELD), field=FIELD)
    if found.how is Early.BEFORE_SIGNING:
        words = f"Ngày có hiệu lực {short_date(day)} đứng trước ngày văn bản {short_date(signed)}."
        mend, source = "Sửa một trong hai ngày.", found.rule.source
        return (Finding("TP334", Severity.ERROR, place, words, mend=mend, source=source),)
    words = (
        f"Ngày có hiệu lực {short_date(day)} chỉ cách ngày văn bản {found.days} ngày; "
        f"không được sớm hơn {found.least} ngày, trừ trình tự, thủ tục rút gọn và trường hợp đặc biệt."
    )
    return (Finding("TP335", Severity.WARNING, place, words, source=found.rule.source),)


def _level(fields: Mapping[str, Any]) -> Level:
    body = fields.get("co_quan")
    name = body.get("ten", "") if isinstance(body, dict) else ""
    return level_of(Citation(number=str(fields.get("ky_hieu", "")), issuer=str(name)))
