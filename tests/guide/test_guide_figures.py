"""The page of figures: ratios to the first engine, charts, and a reason where an engine did not finish."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import lxml.etree

sys.path.append(str(Path(__file__).parents[2] / "tools"))

import figures

ROOT = Path(__file__).parents[2]

OURS = {"who": "kcdocs", "cpu": 0.5, "memory": 20.4, "note": "", "told": {"accepted": "exact"}}
SLOWER = {"who": "theirs", "cpu": 2.1, "memory": 0, "note": "", "told": {"accepted": "WRONG"}}
CUT = {"who": "third", "cpu": None, "memory": 0, "note": "unfinished after 60 s", "told": {}}
FACTS = {
    "kcdocs": "1.2.3",
    "python": "3.11.7",
    "machine": "Linux x86_64, 2 cores",
    "load": 0.3,
    "calibration": 0.0874,
    "command": "python benchmarks/compare.py --limit 20",
    "charts": [{"title": "6,000 words a side", "bars": [OURS, SLOWER, CUT]}],
    "figures": [
        {"what": "6,000 words", "value": 0.5, "unit": "s", "most": 0.6, "least": None, "met": True},
        {"what": "pages", "value": 1234.4, "unit": "a second", "most": None, "least": 2000, "met": False},
        {"what": "memory", "value": 20.44, "unit": "MB", "most": None, "least": None, "met": True},
    ],
}


def test_the_page_names_engine_machine_and_ratio_and_says_why_one_did_not_finish() -> None:
    lines = figures.page({"compare": FACTS}).split("\n")

    assert "## Comparing two texts" in lines
    assert (
        "`python benchmarks/compare.py --limit 20`, kcdocs 1.2.3, Python 3.11.7, Linux x86_64, 2 cores; load 0.3 when it ended; "
        "its fixed loop took 87 ms."
    ) in lines
    assert "| engine | time | times kcdocs | peak memory | accepted |" in lines
    assert "| kcdocs | 0.5 s | 1 | 20 MB | exact |" in lines
    assert "| theirs | 2.1 s | 4.2 | – | WRONG |" in lines
    assert "| third | – | unfinished after 60 s | – | – |" in lines
    assert not any(line.startswith("## Filling") for line in lines)


def test_what_was_measured_of_kcdocs_alone_stands_beside_its_goal() -> None:
    lines = figures.page({"compare": FACTS}).split("\n")

    assert "| 6,000 words | 0.5 s | at most 0.6: met |" in lines
    assert "| pages | 1,234 a second | at least 2,000: **missed** |" in lines
    assert "| memory | 20.4 MB | – |" in lines


def test_every_benchmark_is_run_by_make_bench_or_make_prove_and_its_figures_have_a_heading() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    benches, proofs = (
        {words.split()[0] for words in shlex.split(found.replace("\\\n", " "))}
        for found in re.findall(r"^(?:BENCHES :|PROOFS \?)= ((?:.*\\\n)*.*)", makefile, re.MULTILINE)
    )
    every = {
        path.stem for path in (ROOT / "benchmarks").glob("[!_]*.py") if "__main__" in path.read_text("utf-8")
    }

    assert every - {"engine_material", "engine_worker", "store_material"} == benches | proofs
    assert benches == figures.WHAT.keys()


def test_where_ours_did_not_finish_there_are_times_and_no_ratios() -> None:
    late = {**OURS, "cpu": None, "note": "unfinished after 20 s"}
    page = figures.page(
        {"compare": {**FACTS, "charts": [{"title": "x", "bars": [late, SLOWER]}], "figures": []}}
    )

    assert "| kcdocs | – | unfinished after 20 s | 20 MB | exact |" in page
    assert "| theirs | 2.1 s | – | – | WRONG |" in page
    assert "unfinished after 20 s" in figures.drawn({"title": "x", "bars": [late, CUT]})


def test_the_bars_of_a_chart_are_as_long_as_the_times_and_its_words_are_no_markup() -> None:
    chart = lxml.etree.fromstring(figures.drawn(FACTS["charts"][0]).encode())  # type: ignore[index]
    bars = chart.findall("{*}rect")

    assert [float(bar.get("width")) for bar in bars] == [81.0, 340.0, 1.0]
    assert [bar.get("class") for bar in bars] == ["bar ours", "bar", "bar"]
    assert [text.text for text in chart.findall("{*}text")] == [
        "kcdocs", "1", "theirs", "4.2", "third", "unfinished after 60 s",
    ]  # fmt: skip
