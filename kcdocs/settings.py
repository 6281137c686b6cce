"""Where the data folders are, and the version."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

VERSION = "0.1.0"

FACTS_TAKEN = "dang-dung.txt"
"""The file that names the updates of facts that were taken, the one in use first."""

_UPDATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{8}")

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder of data that comes with the product.

    Args:
        name: `"templates"` or `"decrees"`.

    Returns:
        The folder beside the package in a checkout, else the one the wheel carries.
    """
    beside = _PACKAGE.parent / name
    return beside if (_PACKAGE.parent / "pyproject.toml").is_file() else _PACKAGE / "_data" / name


def data_folder() -> Path:
    """The user's own data folder (`KCDOCS_DATA` overrides it); it need not exist yet."""
    override = os.environ.get("KCDOCS_DATA")
    if override:
        return Path(override)
    from platformdirs import user_data_path  # noqa: PLC0415 - loaded only when the folder is needed

    return user_data_path("kcdocs", appauthor=False)


def cache_folder() -> Path:
    """The folder for what can be made again, on this machine and of this user alone.

    `KCDOCS_DATA` does not move it: that folder may be on a share, and what is kept here is trusted.
    """
    from platformdirs import user_cache_path  # noqa: PLC0415 - loaded only when the folder is needed

    return user_cache_path("kcdocs", appauthor=False)


def documents_folder() -> Path:
    """Where the page puts the documents of batches, for their user to find; it need not exist yet."""
    override = os.environ.get("KCDOCS_DATA")
    if override:
        return Path(override) / "van-ban"
    from platformdirs import user_documents_path  # noqa: PLC0415 - loaded only when the folder is needed

    return user_documents_path() / "kcdocs"


def template_folders() -> tuple[Path, ...]:
    """The folders that hold template sets: `KCDOCS_TEMPLATES`, the user's own, then the shipped one."""
    return (*_listed("KCDOCS_TEMPLATES"), data_folder() / "templates", shipped("templates"))


def user_templates() -> Path:
    """The folder that new sets go into; it need not exist yet."""
    return template_folders()[0]


def decree_folders() -> tuple[Path, ...]:
    """The folders of facts on instruments: the user's (`KCDOCS_DECREES`), those of an update, the shipped."""
    updated = updated_facts()
    return (*_listed("KCDOCS_DECREES"), *([updated] if updated else []), shipped("decrees"))


def facts_folder() -> Path:
    """The folder of updates of the facts of law, and what is in use of them; it need not exist yet."""
    return data_folder() / "du-kien"


def facts_taken() -> tuple[str, ...]:
    """The names of the updates that were taken ("2027-01-15-3f9a21bc"), the one in use first."""
    try:
        lines = (facts_folder() / FACTS_TAKEN).read_text("utf-8", "replace").split()
    except OSError:
        return ()
    return tuple(line for line in lines if _UPDATE.fullmatch(line))


def updated_facts() -> Path | None:
    """The folder of the update in use; None if there is none, or the program's own facts are as new."""
    name = next(iter(facts_taken()), "")
    return facts_folder() / name if name[:10] > shipped_edition() else None


@cache
def shipped_edition() -> str:
    """The day of the facts that come with the product, as ISO 8601."""
    return (shipped("decrees") / "edition.txt").read_text("ascii").strip()


def _listed(variable: str) -> tuple[Path, ...]:
    return tuple(Path(item) for item in os.environ.get(variable, "").split(os.pathsep) if item)
