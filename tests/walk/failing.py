"""Steps, by page and line, that do not work yet."""

from __future__ import annotations

FAILING: dict[str, tuple[int, ...]] = {"--help": (24,)}
