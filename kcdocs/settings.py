"""Where the data folders are, and the version."""

from __future__ import annotations

import os
from pathlib import Path

VERSION = "0.1.0"

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
    """The folders that hold facts on instruments, the user's (`KCDOCS_DECREES`) before the shipped one."""
    return (*_listed("KCDOCS_DECREES"), shipped("decrees"))


def _listed(variable: str) -> tuple[Path, ...]:
    return tuple(Path(item) for item in os.environ.get(variable, "").split(os.pathsep) if item)
