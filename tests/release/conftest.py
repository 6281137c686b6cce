"""The tools that make a release are programs beside the product; the tests import them by name."""

from __future__ import annotations

import sys
from pathlib import Path

TOOLS = Path(__file__).parents[2] / "tools"
sys.path += [str(TOOLS), str(TOOLS / "offline" / "goi")]
