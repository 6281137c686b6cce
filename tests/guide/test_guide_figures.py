"""The page of figures: ratios to the first engine, charts, and a reason where an engine did not finish."""

from __future__ import annotations

import sys
from pathlib import Path

import lxml.etree

sys.path.append(str(Path(__file__).parents[2] / "tools"))

import figures

OURS = {"who": "kcdocs", "cpu": 0.5, "memory": 20.4, "note": ""}
SLOWER = {"who": "theirs", "cpu": 2.1, "memory": 0, "note": "loses <b>"}
CUT = {"who": "third", "cpu": None, "memory": 0, "note": "unfinished after 60 s"}
FACTS = {
    "kcdocs": "1.2.3",
    "python": "3.11.7",
    "machine": "Linux x86_64, 2 cores",
    "load": 0.3,
    "calibration": 0.0874,
    "charts": [{"title": "6,000 words a side", "bars": [OURS, SLOWER, CUT]}],
}


def test_the_page_names_engine_machine_and_ratio_and_says_why_one_did_not_finish() -> None:
    lines = figures.page({"compare": FACTS}).split("\n")

    assert "## Comparing two texts" in lines
    assert (
        "`python benchmarks/compare.py`, kcdocs 1.2.3, Python 3.11.7, Linux x86_64, 2 cores; load 0.3 when it ended; "
        "its fixed loop took 87 ms."
    ) in lines
    assert "| kcdocs | 0.5 s | 1 | 20 MB |  |" in lines
    assert "| theirs | 2.1 s | 4.2 | – | loses <b> |" in lines
    assert "| third | – | unfinished after 60 s | – |  |" in lines
    assert not any(line.startswith("## Filling") for line in lines)


def test_the_bars_of_a_chart_are_as_long_as_the_times_and_its_words_are_no_markup() -> None:
    chart = lxml.etree.fromstring(figures.drawn(FACTS["charts"][0]).encode())  # type: ignore[index]
    bars = chart.findall("{*}rect")

    assert [float(bar.get("width")) for bar in bars] == [81.0, 340.0, 1.0]
    assert [bar.get("class") for bar in bars] == ["bar ours", "bar", "bar"]
    assert [text.text for text in chart.findall("{*}text")] == [
        "kcdocs", "1", "theirs", "4.2", "third", "unfinished after 60 s",
    ]  # fmt: skip
