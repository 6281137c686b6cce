"""How fast PDF files are made: pages a minute of real LibreOffice with one worker and with two.

Run: python benchmarks/pdf.py [--files N]
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import pypdfium2

from kcdocs.batch.executors import workers
from kcdocs.convert.pool import to_pdf_beside

ROOT = Path(__file__).parents[1]


def pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=120)
    asked = parser.parse_args()
    if not shutil.which("soffice"):
        print("LibreOffice is not installed; nothing measured")
        return
    spec = importlib.util.spec_from_file_location("batch", ROOT / "benchmarks" / "batch.py")
    if spec is None or spec.loader is None:
        raise SystemExit("benchmarks/batch.py is missing")
    material = sys.modules["batch"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(material)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(prefix="kcdocs-pdf-") as name:
        folder = Path(name)
        material.write_set(folder / "mau")
        material.write_csv(folder / "a.csv", asked.files)
        os.environ |= {"KCDOCS_DATA": str(folder / "du-lieu"), "KCDOCS_TEMPLATES": str(folder / "mau")}
        from kcdocs.api import batch  # noqa: PLC0415 - after the environment is set

        numbered = folder / "ra"
        batch.run(batch.order("quyet-dinh-do", _numbered(folder, asked.files), numbered))
        for jobs in (1, 2):
            files = sorted(numbered.glob("*.docx"))
            for path in numbered.glob("*.pdf"):
                path.unlink()
            begin = time.perf_counter()
            with workers(jobs) as those:
                failed = to_pdf_beside(files, those.map)
            seconds = time.perf_counter() - begin
            made = sum(pages(path.with_suffix(".pdf")) for path in files)
            print(f"{jobs} worker(s): {made} pages in {seconds:.1f} s, {60 * made / seconds:.0f} a minute")
            if failed:
                raise SystemExit(f"{len(failed)} files failed")


def _numbered(folder: Path, count: int) -> Path:
    """The rows with their numbers in the data, so that no register is needed."""
    head, *rows = (folder / "a.csv").read_text("utf-8-sig").split("QĐ-BCT,")
    path = folder / "b.csv"
    numbered = "".join(f"{n},QĐ-BCT,{words}" for n, words in enumerate(rows, 1))
    path.write_text("Số," + head + numbered, "utf-8")
    if len(rows) != count:
        raise SystemExit("the rows are not what was expected")
    return path


if __name__ == "__main__":
    main()
