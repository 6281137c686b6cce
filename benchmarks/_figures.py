"""What a benchmark leaves for the page of figures, `docs/benchmarks.md`: `tools/figures.py` draws it.

Each benchmark that runs beside rivals keeps its charts in `build/bench`, with the machine and its load.
"""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kcdocs.settings import VERSION

KEPT = Path(__file__).parents[1] / "build" / "bench"


@dataclass(frozen=True, slots=True)
class Bar:
    """What one engine took for the work of a chart.

    Attributes:
        who: The engine.
        cpu: Seconds of processor time; None where it did not finish.
        memory: Peak in megabytes; 0 where that was not measured.
        note: What else is to be said of it, or why it did not finish.
    """

    who: str
    cpu: float | None
    memory: float = 0.0
    note: str = ""


@dataclass(slots=True)
class Chart:
    """One work that several engines did in one run.

    Attributes:
        title: What the work is.
        bars: What each took; ours is the first.
    """

    title: str
    bars: list[Bar] = field(default_factory=list)


def keep(name: str, charts: list[Chart], calibration: float) -> None:
    """Keep the charts of a benchmark.

    Args:
        name: Of its file.
        charts: What it measured.
        calibration: Seconds of processor time of its fixed loop.
    """
    KEPT.mkdir(parents=True, exist_ok=True)
    facts = {
        "kcdocs": VERSION,
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "load": round(os.getloadavg()[0], 1),
        "calibration": calibration,
        "charts": [asdict(chart) for chart in charts],
    }
    (KEPT / f"{name}.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1), "utf-8")
