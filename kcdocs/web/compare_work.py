"""What is done for comparisons beside the page: making what is shown of a long one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kcdocs.web.comparing import Comparisons
from kcdocs.web.desk import Desk


def show(asked: dict[str, Any], tell: Callable[[str, int, int], None]) -> dict[str, Any]:
    """Compare, and keep what the page shows."""
    tell("so-sanh", 0, 0)
    desk = Desk(Path(asked["thu_muc"]))
    Comparisons(desk).show(desk.comparison(asked["so_sanh"]))
    return {}
