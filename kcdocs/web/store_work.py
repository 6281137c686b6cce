"""What is done for the store beside the page: adding many files, reading its texts into a new index."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from kcdocs.api import adding, shelf
from kcdocs.web import limits
from kcdocs.web.answers import fault_words
from kcdocs.web.desk import Desk
from kcdocs.web.errors import NothingThereError


def add(asked: dict[str, Any], tell: Callable[[str, int, int], None]) -> dict[str, Any]:
    """Add dropped files to the store; those that are in it leave the desk, so that others stand out."""
    desk = Desk(Path(asked["thu_muc"]))
    files = {}
    for key in asked["tep"]:
        with suppress(NothingThereError):  # it was added before the job was stopped
            files[str(desk.file(key).path)] = key
    tell("them", 0, len(files))
    done = adding.add([*map(Path, files)], tell=lambda count: tell("them", count, len(files)))
    refused = {name for name, _ in done.faults}
    for name in files.keys() - refused:
        desk.drop(files[name])
    return {
        "them": done.added[: limits.FAULTS],
        "so_them": len(done.added),
        "da_co": done.known,
        "loi": [
            {"tep": files[name], "ten": Path(name).name, **fault_words(fault)}
            for name, fault in done.faults[: limits.FAULTS]
        ],
        "so_loi": len(done.faults),
        "xem": [[Path(name).name, count] for name, count in [*done.doubted.items()][: limits.FAULTS]],
        "chua_ro": list(done.unclear[: limits.FAULTS]),
    }


def read(asked: dict[str, Any], tell: Callable[[str, int, int], None]) -> dict[str, Any]:
    """Bring the index of the store up to date."""
    del asked
    tell("chi-muc", 0, 0)
    shelf.refresh(lambda done, total: tell("chi-muc", done, total))
    return {}
