"""The moment that a release bears: that of the last commit, so that a commit gives the same bytes again."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]


def moment() -> datetime:
    """`SOURCE_DATE_EPOCH` (reproducible-builds.org), else when the last commit of the checkout was made."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(told or _last_commit()), UTC)


def _last_commit() -> str:
    command = ["git", "log", "-1", "--format=%ct"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
