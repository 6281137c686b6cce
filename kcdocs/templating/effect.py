"""The day a legal instrument takes effect, against the earliest day the law allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kcdocs.model.finding import Finding, Severity
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.model.record import Record

FIELD = "ngay_hieu_luc"
"""The field that holds the day."""

DAYS = 45
"""Days at least from signing to effect for instruments of central bodies."""

SOURCE = "Luật 64/2025/QH15, Điều 53; trước 01/4/2025: Luật 80/2015/QH13, Điều 151"


def effect_findings(fields: Mapping[str, Any], record: Record, signed: date) -> tuple[Finding, ...]:
    """What is odd about the day of effect.

    Args:
        fields: Typed fields of a legal instrument of a central body.
        record: The record they come from.
        signed: The document's date.

    Returns:
        An error if effect comes before signing; a warning if it comes less than `DAYS` days after, which only
        the shortened procedure and special cases allow.
    """
    day = fields.get(FIELD)
    if not isinstance(day, date) or (day - signed).days >= DAYS:
        return ()
    place = replace(record.where(FIELD), field=FIELD)
    if day < signed:
        words = f"Ngày có hiệu lực {short_date(day)} đứng trước ngày văn bản {short_date(signed)}."
        return (
            Finding("TP334", Severity.ERROR, place, words, mend="Sửa một trong hai ngày.", source=SOURCE),
        )
    words = (
        f"Ngày có hiệu lực {short_date(day)} chỉ cách ngày văn bản {(day - signed).days} ngày; "
        f"không được sớm hơn {DAYS} ngày, trừ trình tự, thủ tục rút gọn và trường hợp đặc biệt."
    )
    return (Finding("TP335", Severity.WARNING, place, words, source=SOURCE),)
