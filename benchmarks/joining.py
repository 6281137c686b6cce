"""Joining Word files, ours beside docxcompose: CPU time, and what of each document is still as it was.

Run: python benchmarks/joining.py [--files N] [--rounds N]
The documents are notices with a list that counts from 1 and pages that count from 1. A document has kept its
pages or its list if the joined file lets them begin anew.
"""

from __future__ import annotations

import argparse
import io
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from _figures import Bar, Chart, keep
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docxcompose.composer import Composer
from startup import calibration

from kcdocs.word.join.join import join


def notice(number: int) -> bytes:
    """A notice with three items in a list of its own and pages counted from 1."""
    document = Document()
    document.add_paragraph(f"THÔNG BÁO số {number}")
    for item in range(3):
        document.add_paragraph(f"Nội dung {item} của thông báo {number}", style="List Number")
    section = document.sections[0]._sectPr  # noqa: SLF001 - python-docx has no door for it
    section.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def ours(files: Sequence[Path]) -> bytes:
    return join(files).data


def composed(files: Sequence[Path]) -> bytes:
    """As docxcompose's own command does it."""
    composer = Composer(Document(str(files[0])))
    for path in files[1:]:
        composer.append(Document(str(path)))
    data = io.BytesIO()
    composer.save(data)
    return data.getvalue()


def kept(data: bytes) -> tuple[int, int]:
    """How many documents have pages of their own, and how many a list of their own."""
    body = Document(io.BytesIO(data)).element.body
    pages = sum(1 for section in body.iter(qn("w:pgNumType")) if section.get(qn("w:start")) == "1")
    return pages, len({item.get(qn("w:val")) for item in body.iter(qn("w:numId"))} - {"0"})


def measured(work: Callable[[Sequence[Path]], bytes], files: Sequence[Path]) -> tuple[float, bytes]:
    begin = time.process_time()
    data = work(files)
    return time.process_time() - begin, data


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kcdocs-bench-") as folder:
        files = [Path(folder) / f"{number}.docx" for number in range(given.files)]
        for number, path in enumerate(files):
            path.write_bytes(notice(number))
        runs = [{work: measured(work, files) for work in (ours, composed)} for _ in range(given.rounds)]
    print(f"{given.files} documents, median CPU seconds of {given.rounds} interleaved rounds")
    chart = Chart(f"{given.files} Word files joined into one")
    for name, work in (("kcdocs", ours), ("docxcompose", composed)):
        pages, lists = kept(runs[0][work][1])
        same = len({run[work][1] for run in runs}) == 1
        seconds = statistics.median(run[work][0] for run in runs)
        print(f"  {name:12} {seconds:7.2f} s; pages of their own: {pages}; lists of their own: {lists}")
        print(f"  {'':12} the same bytes every time: {'yes' if same else 'no'}")
        told = {
            "pages of their own": str(pages),
            "lists of their own": str(lists),
            "the same bytes every time": "yes" if same else "no",
        }
        chart.bars.append(Bar(name, seconds, told=told))
    keep("joining", [chart], calibration())


if __name__ == "__main__":
    main()
