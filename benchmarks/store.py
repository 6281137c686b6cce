"""A store as large as a country's: added, searched, and asked what a draft does to all that refers to it.

Generated instruments (`store_material.py`) are added by `kcdocs decrees add FOLDER`, then added again.
Searches and the impact are asked of the use cases that the page and the command line ask, each several
times, the median counts; beside them a plain scan of the files, and SQLite's own FTS5 over the same
provisions without us. Processor time stands beside the time that passed, and a fixed loop beside all of it,
to tell a busy machine from a slow program; limits are held against processor time. `--corpus` adds the real
texts at hand too.

Run: python benchmarks/store.py [--instruments N] [--jobs N] [--cluster N] [--folder DIR] [--corpus]
`--cluster N` adds them once more, read and parsed by N Dask workers. `--folder` keeps everything there, and
uses what stands there. The whole figure: --instruments 5000. Exits with 1 if a limit is broken.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import store_material as material
from _figures import Bar, Chart, Figure, keep
from startup import calibration

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
ROUNDS = 5
MOST_SEARCH, MOST_IMPACT, MOST_RATIO, MOST_ADDING = 0.250, 2.0, 1.8, 300.0
RATIO_FROM = 64
"""Instruments from which the size of the index is judged: one part of what is written at once. Fewer are
never merged into one list of words, so each word stands several times."""
QUESTIONS = {
    "rare word": material.RARE,
    "common, in every tenth": material.COMMON,
    "common, without marks": "nghe nhan",
    "phrase": material.PHRASE,
    "three very common words": "của và quy",
    "one, in most provisions": "và",
    "partly in the heading": "trách nhiệm biên bản",
}


@contextlib.contextmanager
def timed(told: str) -> Iterator[list[float]]:
    """Tell how long something took: passed, and of the processor by this process and those it began."""
    taken: list[float] = []
    before, begin = _processor(), time.perf_counter()
    yield taken
    taken += [time.perf_counter() - begin, _processor() - before]
    print(f"{told:34} {taken[0]:9.2f} s, {taken[1]:9.2f} s of the processor", flush=True)


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def median(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of some work, passed and of the processor: each the median of some rounds."""
    passed, used = [], []
    for _ in range(ROUNDS):
        before, begin = time.process_time(), time.perf_counter()
        work()
        passed.append(1000 * (time.perf_counter() - begin))
        used.append(1000 * (time.process_time() - before))
    return statistics.median(passed), statistics.median(used)


def add(texts: Path, data: Path, *options: str) -> None:
    """One `kcdocs decrees add FOLDER`."""
    command = [sys.executable, str(ROOT / "cli.py"), "decrees", "add", str(texts), *options]
    env = {**os.environ, "KCDOCS_DATA": str(data), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    print("  " + done.stdout.strip().replace("\n", "\n  "))
    if done.returncode not in (0, 1):
        print(done.stderr[-2000:])


def index_of(cache: Path) -> sqlite3.Connection:
    (file,) = (cache / "kcdocs" / "search").glob("*.sqlite")
    return sqlite3.connect(file)


def plain_scan(texts: Path, words: str) -> list[Path]:
    """Every file that says words, read and looked through."""
    return [path for path in texts.iterdir() if words in path.read_text("utf-8").lower()]


def bare_index(index: sqlite3.Connection, file: Path) -> sqlite3.Connection:
    """SQLite's own FTS5 over the same provisions, as its manual has it."""
    bare = sqlite3.connect(file)
    bare.execute("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize='unicode61 remove_diacritics 2')")
    bare.executemany("INSERT INTO words VALUES (?)", index.execute("SELECT text FROM provision"))
    bare.commit()
    return bare


def sizes(cache: Path, texts: Path) -> float:
    """Tell how large the index is, without the texts themselves, beside the texts."""
    index = index_of(cache)
    (kept,) = index.execute("SELECT sum(length(CAST(text AS BLOB))) FROM provision").fetchone()
    pages, size = (index.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    source = sum(path.stat().st_size for path in texts.iterdir())
    ratio = (pages * size - kept) / source
    print(
        f"{'index, without the texts':34} {(pages * size - kept) / 1e6:9.1f} MB, {ratio:.2f} times the text"
    )
    counts = [
        index.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in ("instrument", "provision", "reference")
    ]
    print("{:,} instruments, {:,} provisions, {:,} references to others in it".format(*counts))
    return ratio


def searches(cache: Path, texts: Path, scratch: Path) -> tuple[list[Chart], float]:
    """Tell how long each search takes; the bars are seconds of the processor.

    Returns:
        The charts, and how long the slowest of our searches is waited for: by the clock, or by the processor
        where other work on the machine made the clock longer (two cores search at once).
    """
    from kcdocs.api import shelf  # noqa: PLC0415 - the environment is set before

    with timed("SQLite's FTS5 by itself, made"):
        bare = bare_index(index_of(cache), scratch / "bare.sqlite")
    print(f"  {(scratch / 'bare.sqlite').stat().st_size / 1e6:.1f} MB with the texts")
    print(
        f"{'first 20 hits, ms (processor)':34} {'kcdocs':>16} {'FTS5 by itself':>16} {'plain scan':>16}  hits"
    )
    charts, waited = [], 0.0
    sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20"
    for name, words in QUESTIONS.items():
        quoted = f'"{words}"' if name in ("phrase", "rare word") else words
        ours = median(lambda words=words: shelf.search(words))
        waited = max(waited, min(ours) / 1000)
        theirs = median(lambda quoted=quoted: bare.execute(sql, [quoted]).fetchall())
        begin = time.process_time(), time.perf_counter()
        plain_scan(texts, words)
        scan = 1000 * (time.perf_counter() - begin[1]), 1000 * (time.process_time() - begin[0])
        cells = " ".join(f"{passed:8.0f} ({used:5.0f})" for passed, used in (ours, theirs, scan))
        found = shelf.search(words)
        print(f"  {name:32} {cells}  {'more than ' * found.more}{found.total:,}", flush=True)
        engines = (("kcdocs", ours), ("SQLite's FTS5 by itself", theirs), ("plain scan of the files", scan))
        count = f"{'more than ' * found.more}{found.total:,}"
        title = f"The first 20 of {count} hits: {name} («{words}»)"
        charts.append(Chart(title, [Bar(who, used / 1000) for who, (_, used) in engines]))
    return charts, waited


def impact(scratch: Path, instruments: list[material.MadeInstrument]) -> float:
    """Tell how long it takes to say what a draft does to all the store; gives the seconds."""
    from kcdocs.api import compare  # noqa: PLC0415 - the environment is set before
    from kcdocs.decrees.opening import the_store  # noqa: PLC0415 - the same
    from kcdocs.decrees.referring import referring  # noqa: PLC0415 - the same

    named = [number for one in instruments for number, _ in one.refers]
    most = max(set(named), key=named.count)
    old = next(one for one in instruments if one.number == most)
    draft = scratch / "du-thao.txt"
    draft.write_text(drafted(old), "utf-8")
    (scratch / "goc.txt").write_text(old.text, "utf-8")
    store = the_store()
    cited = store.entry(most).citation
    asked = median(lambda: referring(the_store(), [cited], [most]))
    alone = median(lambda: compare.compare(scratch / "goc.txt", draft))
    whole = median(lambda: compare.compare(most, draft, affected=[compare.STORE]))
    found = compare.compare(most, draft, affected=[compare.STORE])
    outcomes = [one.outcome.value for one in found.impacts if one.instrument != found.new.name]
    print(f"impact of a draft of {most}, which {named.count(most)} references name; ms (processor)")
    for told, (passed, used) in (
        ("references to it, asked of the index", asked),
        ("compared with two files alone", alone),
        ("compared by its number, with the store", whole),
    ):
        print(f"  {told:40} {passed:8.0f} ({used:5.0f})")
    print("  " + ", ".join(f"{outcomes.count(one)} {one}" for one in sorted(set(outcomes))))
    return whole[1] / 1000


def drafted(old: material.MadeInstrument) -> str:
    """A draft without the second article, those behind it one up, and of some the first clause reworded."""
    lines, number, skipping = [], 0, False
    for line in old.text.split("\n"):
        if line.startswith("Điều "):
            number += 1
            skipping = number == 2
            label = number - (number > 2)
            lines += [f"Điều {label}." + line.partition(".")[2]] * (not skipping)
        elif not skipping:
            reworded = number % 3 == 0 and line.startswith("1. ")
            lines.append(f"{line} Việc này xong trước ngày 15 tháng 9." if reworded else line)
    return "\n".join(lines)


def add_on_cluster(texts: Path, scratch: Path, workers: int) -> None:
    import cluster  # noqa: PLC0415 - needs the extra

    with cluster.cluster(scratch, workers) as address, timed(f"added by {workers} Dask workers"):
        add(texts, scratch / "du-lieu-cum", "--cluster", address)


def laid(texts: Path, count: int, seed: int) -> list[material.MadeInstrument]:
    """The instruments, written where they are not there yet."""
    texts.mkdir(parents=True, exist_ok=True)
    found, words = [], 0
    for one in material.instruments(count, seed=seed):
        words += len(one.text.split())
        path = texts / f"{one.number.replace('/', '-')}.txt"
        if not path.exists():
            path.write_text(one.text, "utf-8")
        found.append(one)
    size = sum(path.stat().st_size for path in texts.iterdir())
    print(f"{count:,} instruments, {words:,} words, {size / 1e6:.1f} MB, seed {seed}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--instruments", type=int, default=50)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--cluster", type=int, default=0)
    parser.add_argument("--seed", type=int, default=24)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--corpus", action="store_true")
    asked = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, SQLite {sqlite3.sqlite_version}")
    print(f"{'calibration loop':34} {calibration():9.2f} s")
    with tempfile.TemporaryDirectory(prefix="kcdocs-kho-") as name:
        folder = asked.folder or Path(name)
        texts, data, cache = folder / "van-ban", folder / "du-lieu", folder / "dem"
        os.environ |= {"KCDOCS_DATA": str(data), "XDG_CACHE_HOME": str(cache)}
        instruments, stood = laid(texts, asked.instruments, asked.seed), data.exists()
        with timed("added") as taken:
            add(texts, data, "--jobs", str(asked.jobs))
        rate, each = asked.instruments / taken[0], 1000 * taken[1] / asked.instruments
        print(f"  {rate:.1f} instruments a second, {each:.0f} ms of the processor each")
        with timed("added again, nothing changed"):
            add(texts, data, "--jobs", str(asked.jobs))
        if asked.corpus and CORPUS.is_dir():
            with timed("the corpus of real texts, added"):
                add(CORPUS, data, "--jobs", str(asked.jobs))
        ratio = sizes(cache, texts)
        charts, waited = searches(cache, texts, Path(name))
        spent = impact(Path(name), instruments)
        if asked.cluster:
            add_on_cluster(texts, Path(name), asked.cluster)
    print(f"{'calibration loop':34} {calibration():9.2f} s")
    added = f"{asked.instruments:,} instruments added by {asked.jobs} processes"
    spent_adding = [
        Figure(f"{added}, by the clock", taken[0], "s"),
        Figure(f"{added}, all processor time", taken[1], "s", MOST_ADDING * asked.jobs),
    ]
    figures = [
        *(() if stood else spent_adding),
        Figure(
            "the index without the texts",
            ratio,
            "times the text",
            MOST_RATIO if asked.instruments >= RATIO_FROM else None,
        ),
        Figure("the longest that a search above is waited for", waited, "s", MOST_SEARCH),
        Figure("what a draft does to all instruments of the store", spent, "s", MOST_IMPACT),
    ]
    keep("store", charts, calibration(), figures)
    raise SystemExit(int(not all(one.met for one in figures)))


if __name__ == "__main__":
    main()
