"""What is done for comparisons beside the page: making what is shown of a long one, and its files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kcdocs.files import write_whole
from kcdocs.web.comparing import Comparisons
from kcdocs.web.desk import Desk


def show(asked: dict[str, Any], tell: Callable[[str, int, int], None]) -> dict[str, Any]:
    """Compare, and keep what the page shows; tells each step: a text read, all compared, the page written."""
    desk = Desk(Path(asked["thu_muc"]))
    wanted = desk.comparison(asked["so_sanh"])
    texts = 1 + len(wanted.drafts)
    steps = ["doc-goc", *(f"doc-{number}" for number in range(1, texts)), "so-sanh", "trang"]

    def at(done: int) -> None:
        tell(steps[done], done, len(steps))

    at(0)
    Comparisons(desk).show(wanted, at)
    return {}


def download(asked: dict[str, Any], tell: Callable[[str, int, int], None]) -> dict[str, Any]:
    """Make the file of a comparison in one form."""
    tell("tai", 0, 0)
    desk = Desk(Path(asked["thu_muc"]))
    data = Comparisons(desk).file(desk.comparison(asked["so_sanh"]), asked["dang"])
    write_whole(downloaded(Path(asked["nha"])), data)
    return {}


def downloaded(home: Path) -> Path:
    """The file that a job of that folder made."""
    return home / "tai-ve"
