"""What a reader brings: Decree 45/2012/NĐ-CP, made from the corpus of real texts beside the checkout; newer facts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import docx

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tools"))

import facts  # noqa: E402 - the tool is no package

CORPUS = ROOT.parent / "shared" / "corpus" / "45-2012-nd-cp"


def bring(path: Path) -> bool:
    """Lay the decree down under a name, in the form its ending says; false where that cannot be done here.

    A ZIP file is an update of the facts of law, with its sum beside it.
    """
    if path.suffix == ".zip":
        return path.exists() or _facts(path)
    if not CORPUS.is_dir() or (path.suffix == ".pdf" and shutil.which("soffice") is None):
        return False
    if not path.exists():
        _MAKERS[path.suffix](path)
    return True


def _facts(path: Path) -> bool:
    """The facts of the repository, as of a later day."""
    later = path.parent / "du-kien"
    shutil.copytree(ROOT / "decrees", later)
    (later / "edition.txt").write_text("2099-01-01\n", "ascii")
    facts.make(path, later)
    shutil.rmtree(later)
    return True


def _text(path: Path) -> None:
    shutil.copy(CORPUS / "van-ban.txt", path)


def _page(path: Path) -> None:
    shutil.copy(CORPUS / "phap-dien-7.5.html", path)


def _word(path: Path) -> None:
    document = docx.Document()
    for line in (CORPUS / "van-ban.txt").read_text("utf-8").splitlines():
        document.add_paragraph(line)
    document.save(str(path))


def _pdf(path: Path) -> None:
    folder = path.parent / "pdf"
    folder.mkdir()
    _word(folder / f"{path.stem}.docx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(path.parent), str(folder / f"{path.stem}.docx")],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    shutil.rmtree(folder)


_MAKERS = {".txt": _text, ".html": _page, ".docx": _word, ".pdf": _pdf}
