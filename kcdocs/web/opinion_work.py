"""What is done for opinions beside the page: reading returned files, merging drafts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kcdocs.web.desk import Desk
from kcdocs.web.gatherings import Gatherings


def gather(asked: dict[str, Any], tell: Callable[[str, int, int], None]) -> dict[str, Any]:
    """Read the returned files, and keep the table."""
    tell("y-kien", 0, 0)
    gatherings = Gatherings(Desk(Path(asked["thu_muc"])))
    gatherings.make(gatherings.gathering(asked["y_kien"]), lambda done, total: tell("y-kien", done, total))
    return {}


def merge(asked: dict[str, Any], tell: Callable[[str, int, int], None]) -> dict[str, Any]:
    """Merge the drafts, and keep the file."""
    tell("gop", 0, 0)
    gatherings = Gatherings(Desk(Path(asked["thu_muc"])))
    gatherings.merge(gatherings.gathering(asked["y_kien"]), lambda done, total: tell("gop", done, total))
    return {}
