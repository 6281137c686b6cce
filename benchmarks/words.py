"""Whether any word of the corpus is neither read nor named as left out, beside extractors that are not ours.

Word files are laid beside their XML, pages beside lxml, PDF files beside pdftotext (characters, without dots
of leaders), texts beside themselves. Prints the files with what is lost of them, and the sum of each kind.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "sources"))
import every_word

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def main() -> None:
    """Print what is lost."""
    files, lost = Counter[str](), Counter[str]()
    for path in sorted(CORPUS.rglob("*")):
        if path.suffix not in every_word.KINDS or path.name == "README.md":
            continue
        gone = every_word.lost(path)
        files[path.suffix] += 1
        lost[path.suffix] += gone.total()
        if gone:
            print(f"  {path.relative_to(CORPUS)}: {dict(gone)}")
    for kind, number in sorted(files.items()):
        print(f"{kind:6} {number:3} files, {lost[kind]:3} words lost")


if __name__ == "__main__":
    main()
