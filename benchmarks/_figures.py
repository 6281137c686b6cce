"""What a benchmark leaves for the page of figures, `docs/benchmarks.md`: `tools/figures.py` draws it.

Each benchmark that runs beside rivals keeps its charts in `build/bench`, with the machine and its load.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kcdocs.settings import VERSION

KEPT = Path(__file__).parents[1] / "build" / "bench"


PATIENCE = 1.5
"""How much longer an engine is waited for than its share of a loaded machine takes: shares are not even."""


def patience(limit: float) -> float:
    """Seconds of the clock in which a machine under its load gives an engine so many of its processor."""
    return limit * max(1.0, PATIENCE * os.getloadavg()[0] / (os.cpu_count() or 1))


@dataclass(frozen=True, slots=True)
class Bar:
    """What one engine took for the work of a chart.

    Attributes:
        who: The engine.
        cpu: Seconds of processor time; None where it did not finish.
        memory: Peak in megabytes; 0 where that was not measured.
        note: Why it did not finish.
        told: What its result is worth, each in a column of its own.
    """

    who: str
    cpu: float | None
    memory: float = 0.0
    note: str = ""
    told: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Chart:
    """One work that several engines did in one run.

    Attributes:
        title: What the work is.
        bars: What each took; ours is the first.
    """

    title: str
    bars: list[Bar] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured of kcdocs alone.

    Attributes:
        what: The work, in words.
        value: What it took, or how many it does.
        unit: Of that value ("s", "MB", "documents a second").
        most: The goal: no more than this; None where there is none.
        least: The goal: no less than this; None where there is none.
    """

    what: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None

    @property
    def met(self) -> bool:
        """Whether no goal is missed."""
        return not (
            (self.most is not None and self.value > self.most)
            or (self.least is not None and self.value < self.least)
        )


def keep(name: str, charts: list[Chart], calibration: float, figures: Sequence[Figure] = ()) -> None:
    """Keep what a benchmark measured.

    Args:
        name: Of its file.
        charts: What it measured beside others.
        calibration: Seconds of processor time of its fixed loop.
        figures: What it measured of kcdocs alone.
    """
    KEPT.mkdir(parents=True, exist_ok=True)
    facts = {
        "kcdocs": VERSION,
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "load": round(os.getloadavg()[0], 1),
        "calibration": calibration,
        "command": " ".join(["python", f"benchmarks/{name}.py", *sys.argv[1:]]),
        "charts": [asdict(chart) for chart in charts],
        "figures": [asdict(figure) | {"met": figure.met} for figure in figures],
    }
    (KEPT / f"{name}.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1), "utf-8")
