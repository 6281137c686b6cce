"""Make one redline with one engine and tell seconds and memory; run in the engine's own environment."""

# ruff: noqa: PLC0415 - each engine is imported only where it is measured

from __future__ import annotations

import contextlib
import io
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path


def kcdocs(old: Path, new: Path) -> bytes:
    from kcdocs.api.tracked import tracked

    return tracked(old, new, draft="whole").data


def docxodus(old: Path, new: Path) -> bytes:
    from python_redlines import DocxodusEngine

    return DocxodusEngine().run_redline("Docxodus", old, new)[0]


def trackdiff(old: Path, new: Path) -> bytes:
    from docx_trackdiff.compare import main

    out = old.with_name("trackdiff.docx")
    sys.argv = ["docx-trackdiff", str(old), str(new), str(out)]
    with contextlib.redirect_stdout(io.StringIO()):
        main()
    return out.read_bytes()


def jubarte(old: Path, new: Path) -> bytes:
    from jubarte_redlines import compare_documents

    return compare_documents(old.read_bytes(), new.read_bytes(), author="jubarte")


ENGINES: dict[str, Callable[[Path, Path], bytes]] = {
    "kcdocs": kcdocs,
    "python-redlines": docxodus,
    "docx-trackdiff": trackdiff,
    "jubarte-redlines": jubarte,
}


def main() -> None:
    engine, old, new, out = sys.argv[1:]
    wall = time.perf_counter()
    made = ENGINES[engine](Path(old), Path(new))
    wall = time.perf_counter() - wall
    Path(out).write_bytes(made)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(item.ru_utime + item.ru_stime for item in used)
    memory = max(item.ru_maxrss for item in used) / 1024
    sys.stdout.write("\n" + json.dumps({"wall": wall, "cpu": cpu, "memory": memory}) + "\n")


if __name__ == "__main__":
    main()
