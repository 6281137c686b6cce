"""Redlines beside those of Docxodus, docx-trackdiff, jubarte-redlines and LibreOffice, in one run.

Of each engine: seconds and memory for 6,000 and 300,000 words, whether accepting all gives the draft and
rejecting all the original, how many places it changes without saying so, and which share of its marks is
only a number. A number in a reference that the draft turns to another provision is no renumbering, it is
counted apart. The load of the machine stands beside (processes that run or wait). Small pairs ask for what
engines are known to lose: letters of another case, blanks that do not break, invisible characters, labels,
joined paragraphs.

Run: python benchmarks/redline_rivals.py [--rivals PYTHON] [--limit SECONDS]

The rivals are measured with the Python given by `--rivals`, by default that of `make bench`.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path[:0] = [
    str(ROOT),
    str(ROOT / "tests" / "word"),
    str(ROOT / "tests" / "diff"),
    str(ROOT / "benchmarks"),
]

from _figures import Bar, Chart, keep, patience  # noqa: E402 - the path must be set first
from compare import ARTICLES, calibrate, line, material  # noqa: E402 - the same
from docx import Document  # noqa: E402 - the same
from gold import generate  # noqa: E402 - the same
from office import compared  # noqa: E402 - the same

from kcdocs.errors import KcdocsError  # noqa: E402 - the same
from kcdocs.model.comparison import Outcome  # noqa: E402 - the same
from kcdocs.word import audit  # noqa: E402 - the same
from kcdocs.word.package import Allow, Package, open_package  # noqa: E402 - the same
from kcdocs.word.package.tree import parse  # noqa: E402 - the same
from kcdocs.word.package.wml import W  # noqa: E402 - the same

if TYPE_CHECKING:
    from lxml.etree import _Element

WORKER = Path(__file__).with_name("_redline_worker.py")
RIVALS = ("python-redlines", "docx-trackdiff", "jubarte-redlines")
NUMBER = re.compile(r"[\s.,;()]*(?:Điều|khoản|điểm)?\s*(?:\d+[a-zđ]?|[a-zđ]\d?)[\s.,;()]*", re.IGNORECASE)
OWN_HAND = "Đánh số lại"
WRONG = "WRONG"
Turned = dict[str, list[tuple[int, int]]]
"""Paragraph of the draft → where each reference stands that was turned to another provision."""
PROBES = {
    "case": (["đề án khuyến công"], ["Đề án khuyến công"]),
    "no-break": (["mức hỗ trợ tối đa"], ["mức\u00a0hỗ trợ tối đa"]),
    "invisible": (["mức hỗ trợ tối đa"], ["mức hỗ\u200b trợ tối đa"]),
    "label": (["đ) cơ sở dệt;", "e) cơ sở may."], ["e) cơ sở dệt;", "g) cơ sở may."]),
    "joined": (["Câu thứ nhất.", "Câu thứ hai."], ["Câu thứ nhất. Câu thứ hai."]),
}
"""What engines are known to lose: paragraphs of the original, and those of the draft."""


@dataclass(frozen=True, slots=True)
class Made:
    """A redline that an engine made, with seconds and megabytes; a note where it made none."""

    data: bytes = b""
    wall: float = 0.0
    cpu: float = 0.0
    memory: float = 0.0
    note: str = ""


def _spent() -> float:
    """Seconds of the processor that the engines so far took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(python: str, engine: str, folder: Path, limit: float) -> Made:
    """Let one engine make the redline of `old.docx` and `new.docx` in a process of its own.

    The limit is of seconds of the processor, so that others who use the machine take none of it.
    """
    out = folder / f"{engine}.out.docx"
    command = [
        python,
        "-P",
        str(WORKER),
        engine,
        str(folder / "old.docx"),
        str(folder / "new.docx"),
        str(out),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    before = _spent()
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=patience(limit),
            env=environment,
            check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (int(limit), int(limit))),
        )
    except subprocess.TimeoutExpired:
        return Made(note=f"unfinished after {limit:.0f} s")
    if done.returncode and _spent() - before > 0.9 * limit:  # it, or a program that it started
        return Made(note=f"unfinished after {limit:.0f} s of processor")
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["failed"])[-1]
        absent = "ModuleNotFoundError" in last or "NotInstalled" in last
        return Made(note="not installed" if absent else last[:80])
    return Made(out.read_bytes(), **json.loads(done.stdout.strip().splitlines()[-1]))


def libreoffice(folder: Path, limit: float) -> Made:
    """Let LibreOffice compare; its start is counted."""
    start = time.perf_counter()
    try:
        sides = [(folder / f"{side}.docx").read_bytes() for side in ("old", "new")]
        data = compared(*sides, patience(limit))
    except subprocess.TimeoutExpired:
        return Made(note=f"unfinished after {limit:.0f} s")
    except (OSError, KcdocsError) as error:
        return Made(note=f"not installed: {error}"[:80])
    return Made(data, time.perf_counter() - start)


def worth(made: Made, old: Package, new: Package, turned: Turned) -> dict[str, str]:
    """What a redline is worth."""
    package = open_package(made.data, allow=Allow.ALL)
    sides = [audit.side_texts(item, accept=True) for item in (old, new)]
    exact = [
        audit.side_texts(package, accept=accept).body == side.body
        for accept, side in zip((False, True), sides, strict=True)
    ]
    lost = len(audit.hidden(package, *sides))
    reject, accept = ("exact" if holds else WRONG for holds in exact)
    return {"rejected": reject, "accepted": accept, "changed silently": f"{lost:,}"} | _numbers(
        package, turned
    )


def _numbers(package: Package, turned: Turned) -> dict[str, str]:
    """How many of the marks are only a number, and how many of these stand apart under their own hand."""
    marks = [mark for mark in parse(package.parts[package.main]).iter(W + "ins", W + "del") if len(mark)]
    numbers = [mark for mark in marks if NUMBER.fullmatch(_words(mark))]
    elsewhere = [mark for mark in numbers if _turns(mark, turned)]
    share = 100 * len(numbers) / len(marks) if marks else 0
    own = sum(mark.get(W + "author") == OWN_HAND for mark in numbers if mark not in elsewhere)
    lent = sum(mark.get(W + "author") == OWN_HAND for mark in elsewhere)
    return {
        "marks": f"{len(marks):,}",
        "only a number": f"{share:.0f} %",
        "renumberings by their own author": f"{own:,} of {len(numbers) - len(elsewhere):,}",
        "references turned elsewhere by it": f"{lent:,} of {len(elsewhere):,}",
    }


def _words(mark: _Element) -> str:
    return "".join(item.text or "" for item in mark.iter(W + "t", W + "delText"))


def _turns(mark: _Element, turned: Turned) -> bool:
    """Whether a mark stands in a reference that the draft turns to another provision, on either side."""
    paragraph = next(mark.iterancestors(W + "p"))
    return any(
        start <= place <= end
        for gone in (("del", "moveFrom"), ("ins", "moveTo"))
        for text, place in [_side(paragraph, mark, gone)]
        for start, end in turned.get(text, ())
    )


def _side(paragraph: _Element, mark: _Element, gone: tuple[str, str]) -> tuple[str, int]:
    """What a paragraph says without the marks of some kinds, and where a mark stands in it."""
    place, text = -1, ""
    for words in paragraph.iter(W + "t", W + "delText"):
        if place < 0 and mark in words.iterancestors():
            place = len(text)
        if next(words.iterancestors(*(W + name for name in gone)), None) is None:
            text += words.text or ""
    return text, place


def turned_references(articles: int) -> Turned:
    """The references of `compare.material` that the draft turns to another provision, on both sides."""
    case = generate(7, articles)
    uids = {address: uid for uid, address in case.new_at.items()}
    olds = {node.address: node for node in case.old.walk()}
    found: Turned = {}
    for node in case.new.walk():
        former = olds.get(case.old_at.get(uids[node.address], node.address))
        for number, reference in enumerate(node.references):
            if case.outcomes.get((node.address, reference.span.of(node.text))) is not Outcome.RETARGETED:
                continue
            for side in (node, former):
                if side is not None and number < len(side.references):
                    shift = len(line(side)) - len(side.text)
                    span = side.references[number].span
                    found.setdefault(line(side), []).append((span.start + shift, span.end + shift))
    return found


def every(folder: Path, rivals: str, limit: float) -> dict[str, Made]:
    """The redlines of all engines."""
    made = {"kcdocs": run(sys.executable, "kcdocs", folder, limit)}
    made |= {engine: run(rivals, engine, folder, limit) for engine in RIVALS}
    return made | {"LibreOffice": libreoffice(folder, limit)}


def sizes(rivals: str, limit: float) -> list[Chart]:
    """Speed and worth at both sizes."""
    charts = []
    for articles in ARTICLES.values():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            words = material(folder, articles)
            turned = turned_references(articles)
            old, new = (open_package(folder / f"{side}.docx") for side in ("old", "new"))
            charts.append(Chart(f"{words:,} words a side"))
            for engine, made in every(folder, rivals, limit).items():
                told = {} if made.note else worth(made, old, new, turned)
                took = None if made.note else made.cpu or made.wall
                who = engine if made.cpu or made.note else f"{engine}, by the clock"  # nothing else is known
                charts[-1].bars.append(Bar(who, took, made.memory, made.note, told))
                head = f"{words:>8,} words {engine:<17}"
                if made.note:
                    print(f"{head} {made.note}", flush=True)
                    continue
                spent = f"{made.wall:6.2f} s {made.cpu:6.2f} s CPU {made.memory:5.0f} MB"
                words_told = ", ".join(f"{what} {value}" for what, value in told.items())
                print(f"{head} {spent}; load {os.getloadavg()[0]:.1f}; {words_told}", flush=True)
    return charts


def probes(rivals: str, limit: float) -> dict[str, str]:
    """Which engine loses what."""
    lost: dict[str, list[str]] = {}
    for probe, sides in PROBES.items():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for side, paragraphs in zip(("old", "new"), sides, strict=True):
                document = Document()
                for text in ("Điều 1. Nguồn vốn", *paragraphs, "Điều 2. Hiệu lực", "Từ ngày ký."):
                    document.add_paragraph(text)
                document.save(str(folder / f"{side}.docx"))
            old, new = (open_package(folder / f"{side}.docx") for side in ("old", "new"))
            for engine, made in every(folder, rivals, limit).items():
                wrong = made.note or WRONG in worth(made, old, new, {}).values()
                lost.setdefault(engine, []).extend([probe] if wrong else [])
    return {engine: ", ".join(names) or "nothing" for engine, names in lost.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    beside = ROOT / ".venv-bench" / "bin" / "python"
    parser.add_argument("--rivals", default=str(beside) if beside.exists() else sys.executable)
    parser.add_argument("--limit", type=float, default=60.0)
    given = parser.parse_args()
    charts, lost = sizes(given.rivals, given.limit), probes(given.rivals, given.limit)
    for engine, names in lost.items():
        print(f"small pairs ({', '.join(PROBES)}): {engine:<17} loses {names}")
    for bar in charts[0].bars:
        bar.told["loses of the small pairs"] = lost[bar.who.removesuffix(", by the clock")]
    keep("redline_rivals", charts, calibrate())


if __name__ == "__main__":
    main()
