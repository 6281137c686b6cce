"""The facts of law: those in use, brought up to date by one file, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs import settings
from kcdocs.decrees import update as facts_update
from kcdocs.files import AnyPath

if TYPE_CHECKING:
    from kcdocs.decrees.update import FactsUpdate


def update(path: AnyPath, sha256: str = "", *, dry: bool = False) -> FactsUpdate:
    """Bring the facts of law up to date by one file; what the user added goes on standing above them.

    Args:
        path: The file.
        sha256: Its sum as its publisher tells it; empty takes it from the `.sha256` file beside it.
        dry: Whether only to look.

    Raises:
        KcdocsError: If the file is not the one of that sum, is damaged, says what cannot be, or is not newer.
    """
    return facts_update.take_update(Path(path), sha256, dry=dry)


def undo() -> str:
    """Go back to the facts before the last update; the day of those in use now, as ISO 8601.

    Raises:
        NothingTakenError: If none was taken.
    """
    return facts_update.undo_update()


def edition() -> str:
    """The day of the facts in use, as ISO 8601."""
    return facts_update.edition()


def updated() -> bool:
    """Whether an update brought the facts in use, and not the program."""
    return settings.updated_facts() is not None
