"""The page of figures and its charts, from what the benchmarks kept: `make bench` ends with it.

Each chart shows the processor time of every engine in one run. A figure is a ratio: times the time of kcdocs,
for seconds differ from machine to machine.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "build" / "bench"
PAGE = ROOT / "docs" / "benchmarks.md"
CHARTS = ROOT / "docs" / "pictures" / "benchmarks"

WHAT = {
    "compare": "Comparing two texts",
    "redline_rivals": "Tracked changes",
    "engine": "Filling templates",
    "batch": "Batches of documents",
    "joining": "Joining Word files",
    "sheet": "Reading spreadsheets",
    "register": "The register of numbers",
    "store": "A store as large as a country's",
    "opinions": "Opinions on a draft",
    "form_check": "The form of a finished document",
    "parse": "Reading a text into its tree",
    "sources": "Reading files",
    "startup": "The command line",
    "serve": "The page begins",
    "page": "The page in the browser",
}
"""Benchmark → what its charts are about, in the order of the page."""

LEFT, BAR, NOTE, ROW = 190, 340, 200, 26
"""Pixels: width of the names, of the longest bar, of what stands behind it; height of a row."""

_STYLE = """
text { font: 14px "Segoe UI", "Liberation Sans", sans-serif; fill: #1c2230; }
.bar { fill: #8a93a6; } .ours { fill: #1d4f91; }
@media (prefers-color-scheme: dark) { text { fill: #e7e9ee; } .ours { fill: #8ab8f5; } }
"""

NOTHING = "–"

Facts = dict[str, Any]


def ratio(bar: Facts, ours: Facts) -> str:
    """How a bar compares with ours, or why there is none."""
    if bar["cpu"] is None:
        return str(bar["note"])
    if not ours["cpu"]:
        return NOTHING
    times = bar["cpu"] / ours["cpu"]
    return "1" if bar is ours else f"{times:.2g}" if times < 10 else f"{times:.0f}"


def drawn(chart: Facts) -> str:
    """A chart as a picture; an engine that did not finish has its reason instead of a bar."""
    bars = chart["bars"]
    most = max(bar["cpu"] or 0 for bar in bars) or 1
    rows = []
    for at, bar in enumerate(bars):
        long, top = max(1, (bar["cpu"] or 0) / most * BAR), at * ROW
        kind, high = "bar" if at else "bar ours", ROW - 8
        rows.append(
            f'<text x="{LEFT - 8}" y="{top + 18}" text-anchor="end">{escape(bar["who"])}</text>'
            f'<rect class="{kind}" x="{LEFT}" y="{top + 4}" width="{long:.1f}" height="{high}"/>'
            f'<text x="{LEFT + long + 8:.1f}" y="{top + 18}">{escape(ratio(bar, bars[0]))}</text>'
        )
    wide, high = LEFT + BAR + NOTE, ROW * len(bars) + 4
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}">'
    return "\n".join([head, f"<style>{_STYLE}</style>", *rows, "</svg>\n"])


def page(kept: dict[str, Facts]) -> str:
    """The whole page."""
    return "\n".join(_lines(kept)) + "\n"


def _lines(kept: dict[str, Facts]) -> Iterator[str]:
    yield "# Figures\n"
    yield "Written by `make bench`. The engines of a chart did the same work in one run, each on one core."
    yield "The number at a bar is its processor time divided by that of kcdocs."
    yield "What was measured of kcdocs alone stands beside its goal, where there is one.\n"
    for name, what in WHAT.items():
        facts = kept.get(name)
        if not facts:
            continue
        yield f"## {what}\n"
        yield (
            f"`{facts['command']}`, kcdocs {facts['kcdocs']}, Python {facts['python']}, "
            f"{facts['machine']}; load {facts['load']} when it ended; "
            f"its fixed loop took {facts['calibration'] * 1000:.0f} ms.\n"
        )
        for at, chart in enumerate(facts["charts"]):
            yield f"### {chart['title']}\n"
            picture = f"pictures/benchmarks/{name}-{at + 1}.svg"
            yield f"![Bars: processor time of each engine, {chart['title']}]({picture})\n"
            yield from _table(chart["bars"])
            yield ""
        if facts["figures"]:
            yield from _alone(facts["figures"])
            yield ""


def _table(bars: list[Facts]) -> Iterator[str]:
    """The engines of a chart, a column for each thing that is told of one."""
    told = list(dict.fromkeys(name for bar in bars for name in bar["told"]))
    measured = ["peak memory"] * any(bar["memory"] for bar in bars)
    yield _row("engine", "time", "times kcdocs", *measured, *told)
    yield "|---" * (3 + len(measured) + len(told)) + "|"
    for bar in bars:
        time = f"{bar['cpu']:.3g} s" if bar["cpu"] is not None else NOTHING
        memory = f"{bar['memory']:.0f} MB" if bar["memory"] else NOTHING
        cells = [bar["who"], time, ratio(bar, bars[0]), *([memory] if measured else [])]
        yield _row(*cells, *(bar["told"].get(name, NOTHING) for name in told))


def _alone(figures: list[Facts]) -> Iterator[str]:
    """What was measured of kcdocs alone, beside its goals."""
    yield _row("measured of kcdocs", "value", "goal")
    yield "|---|---|---|"
    for figure in figures:
        yield _row(figure["what"], f"{_number(figure['value'])} {figure['unit']}", _goal(figure))


def _goal(figure: Facts) -> str:
    said = {"at most": figure["most"], "at least": figure["least"]}
    words = ", ".join(f"{how} {_number(limit)}" for how, limit in said.items() if limit is not None)
    return f"{words}: {'met' if figure['met'] else '**missed**'}" if words else NOTHING


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Write the page and its charts."""
    kept = {path.stem: json.loads(path.read_text("utf-8")) for path in KEPT.glob("*.json")}
    CHARTS.mkdir(parents=True, exist_ok=True)
    for path in CHARTS.glob("*.svg"):
        path.unlink()
    for name, facts in kept.items():
        for at, chart in enumerate(facts["charts"]):
            (CHARTS / f"{name}-{at + 1}.svg").write_text(drawn(chart), "utf-8")
    PAGE.write_text(page(kept), "utf-8")


if __name__ == "__main__":
    main()
