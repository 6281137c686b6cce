"""What a command loads, seen from a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = (
    "docx", "docxtpl", "docxcompose", "lxml", "rapidfuzz", "sqlalchemy", "openpyxl",
    "kcdocs.word.read.preparation", "kcdocs.word.join.compose", "kcdocs.text.legacy", "kcdocs.sheet", "kcdocs.sources",
    "kcdocs.parse", "kcdocs.diff", "kcdocs.amend", "kcdocs.lint", "kcdocs.report", "kcdocs.register",
    "kcdocs.convert", "kcdocs.batch", "kcdocs.engine.compile", "kcdocs.engine.check",
)  # fmt: skip
"""What no document needs once its template is compiled."""

SCRIPT = (
    "import sys; from kcdocs.cli import root; root.main(sys.argv[2:], standalone_mode=False);"
    "print(sorted(set(sys.argv[1].split()) & set(sys.modules)))"
)


def _loaded(folder: Path, set_name: str) -> str:
    """Make the set's example in a new process; which of `HEAVY` were loaded for it."""
    record = ROOT / "templates" / set_name / "1.0.0" / "example.yaml"
    words = ["generate", f"{set_name}@1.0.0", str(record), "--out", str(folder / "out"), "--force"]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, " ".join(HEAVY), *words],
        cwd=ROOT, env={**os.environ, "KCDOCS_DATA": str(folder), "XDG_CACHE_HOME": str(folder / "dem"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize("set_name", ["to-trinh", "quyet-dinh-cong-bo-tthc"])
def test_a_document_from_a_compiled_template_loads_neither_checker_register_nor_word_library(
    tmp_path: Path, set_name: str
) -> None:
    cold = _loaded(tmp_path, set_name)
    warm = _loaded(tmp_path, set_name)

    assert "'docxtpl'" in cold
    assert warm == "[]"
