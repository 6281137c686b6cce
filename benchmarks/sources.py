"""How fast files are read: a Word file and a PDF of 300 pages, a text of 300,000 words, and files to refuse.

Run: python benchmarks/sources.py

Each file is read in a process of its own, once; time is that of the processor for reading alone, memory the
process's peak. The texts are the model decree repeated, 400 words to a page. LibreOffice makes the PDF;
without it that line is left out.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from _figures import Figure, keep
from startup import calibration

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "sources")]
WORDS_ON_PAGE, PAGES = 400, 300
LIMIT = 5.0


def main() -> None:
    """Make the files, read each, print a line each."""
    print(f"{'file':34} {'seconds':>8} {'MB':>6}  result")
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        for path, label in made(Path(folder)):
            done = subprocess.run(
                [sys.executable, __file__, str(path)], capture_output=True, text=True, check=True
            )
            measured = json.loads(done.stdout)
            print(f"{label:34} {measured['seconds']:8.3f} {measured['mb']:6.0f}  {measured['result']}")
            most = LIMIT if path.suffix == ".docx" else None
            figures.append(Figure(f"{label}: {measured['result']}", measured["seconds"], "s", most))
    keep("sources", [], calibration(), figures)


def made(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files and what to call them."""
    import model_forms  # noqa: PLC0415 - tests' own helper, not needed to measure one file
    import pdf_bytes  # noqa: PLC0415

    text = (ROOT / "decrees" / "mo-phong-lang-nghe" / "van-ban.txt").read_text(encoding="utf-8").splitlines()
    pages = repeated(text, WORDS_ON_PAGE * PAGES)
    (folder / "go-tay.docx").write_bytes(model_forms.typed(pages))
    (folder / "danh-so.docx").write_bytes(model_forms.numbered(pages))
    (folder / "van-ban.txt").write_text("\n".join(repeated(text, 300_000)), encoding="utf-8")
    yield folder / "go-tay.docx", f"Word, {PAGES} pages, typed"
    yield folder / "danh-so.docx", f"Word, {PAGES} pages, numbered"
    if shutil.which("soffice"):
        yield converted(folder / "go-tay.docx"), "PDF of the typed file"
    yield folder / "van-ban.txt", "text, 300,000 words"
    with (folder / "2gb.docx").open("wb") as file:
        file.truncate(2 * 2**30)
    yield folder / "2gb.docx", "2 GB, refused"
    bomb = zipfile.ZipFile(folder / "bomb.docx", "w", zipfile.ZIP_DEFLATED)
    with bomb, bomb.open("word/document.xml", "w") as part:
        for _ in range(2**10):
            part.write(b" " * 2**20)
    yield folder / "bomb.docx", "zip bomb of 1 GB, refused"
    (folder / "pages.pdf").write_bytes(pdf_bytes.pages(1_000_000))
    yield folder / "pages.pdf", "PDF of a million pages, refused"


def repeated(text: list[str], words: int) -> list[str]:
    """Lines of the text, head first, body over and over, closing last, of about so many words."""
    start = next(i for i, line in enumerate(text) if line.startswith("Chương I"))
    end = text.index("Nơi nhận:")
    size = sum(len(line.split()) for line in text[start:end])
    times = max(words // size, 1)
    return [*text[:start], *islice(cycle(text[start:end]), times * (end - start)), *text[end:]]


def converted(path: Path) -> Path:
    """The PDF that LibreOffice makes of a Word file."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        str(path.parent),
        str(path),
    ]
    subprocess.run(command, capture_output=True, check=True)
    return path.with_suffix(".pdf")


def measure(path: Path) -> None:
    """Read one file and print seconds, peak memory and what came of it as JSON."""
    from kcdocs.errors import KcdocsError  # noqa: PLC0415 - only the process that measures needs it
    from kcdocs.sources.read import read  # noqa: PLC0415

    start = time.process_time()
    try:
        result = f"{len(read(path).lines)} lines"
    except KcdocsError as error:
        result = error.code
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "mb": peak, "result": result}))
    if seconds > LIMIT and path.suffix == ".docx":
        sys.exit(f"slower than {LIMIT} s")


if __name__ == "__main__":
    measure(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
