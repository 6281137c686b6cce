"""The pages as HTML: templates that escape all they print."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kcdocs.settings import VERSION
from kcdocs.web.words import plain_remark, pressed, uncommanded

_FOLDER = Path(__file__).parent
STATIC = _FOLDER / "static"


def page(template: str, **values: object) -> str:
    """A whole page.

    Args:
        template: Name of a template in `templates/`.
        values: What it prints; a name that it uses and that is not given is an error.
    """
    return _templates().get_template(template).render(values | {"version": VERSION})


def day_and_time(when: float) -> str:
    """A moment as people write it ("26/11/2026, 14:05")."""
    return datetime.fromtimestamp(when).astimezone().strftime("%d/%m/%Y, %H:%M")


def day(when: float) -> str:
    """A day as people write it ("26/11/2026")."""
    return datetime.fromtimestamp(when).astimezone().strftime("%d/%m/%Y")


def written_day(day: date) -> str:
    """A day as people write it ("26/11/2026")."""
    return day.strftime("%d/%m/%Y")


def clock(when: float) -> str:
    """A moment of today ("14:05")."""
    return datetime.fromtimestamp(when).astimezone().strftime("%H:%M")


def size_words(size: int) -> str:
    """A size as people read it ("1,5 MB")."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1_000))} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def thousands(number: int) -> str:
    """A number as people write it ("1.234")."""
    return f"{number:,}".replace(",", ".")


def span(seconds: float) -> str:
    """A length of time ("3 phút 20 giây")."""
    minutes, rest = divmod(max(1, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} giờ {minutes} phút"
    return f"{minutes} phút {rest} giây" if minutes else f"{rest} giây"


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "moment": day_and_time,
        "size": size_words,
        "day": written_day,
        "thousands": thousands,
        "uncoded": plain_remark,
        "uncommanded": uncommanded,
        "pressed": pressed,
    }
    return made
