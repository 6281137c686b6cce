"""LibreOffice and the Open XML SDK asked about redlines: fifty pairs in one document, in one start each."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from office import asked, characters
from redline_material import Block, Maker
from test_word_redline import MAIN, opened, written

from kcdocs.word import audit
from kcdocs.word.package import Allow, Package, open_package
from kcdocs.word.package.docx import save_package
from kcdocs.word.package.tree import parse
from kcdocs.word.package.wml import W

KINDS = {"t", "tab", "br"}
"""What LibreOffice settles on both sides in every surrounding; docs/word/tracked-changes.md lists what it does not."""

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


def fifty() -> tuple[list[Block], list[Block]]:
    """An original of fifty parts without tables, notes and lists, and a draft with each of them changed."""
    old: list[Block] = []
    new: list[Block] = []
    for seed in range(50):
        maker = Maker(seed)
        maker.count = 1000 * seed
        before = [plain(block) for block in maker.original() if not block.rows]
        after = [plain(block) for block in maker.draft(before) if not block.rows]
        old, new = [*old, *before], [*new, *after]
    return old, new


def plain(block: Block) -> Block:
    block.listed = 0
    block.pieces = [piece for piece in block.pieces if piece.kind in KINDS]
    return block


def texts(data: bytes) -> list[str]:
    return [item.text for item in audit.side_texts(open_package(data, allow=Allow.ALL), accept=True).body]


def signed(made: Package) -> dict[str, Counter[str]]:
    """Author → how often each character stands in the marks that are theirs, tabs and breaks left out."""
    found: dict[str, Counter[str]] = {}
    for mark in parse(made.parts[MAIN]).iter(*(W + name for name in ("ins", "del", "moveFrom", "moveTo"))):
        words = "".join(item.text or "" for item in mark.iter(W + "t", W + "delText"))
        if words:
            found.setdefault(mark.get(W + "author") or "", Counter()).update(characters(words))
    return found


@needs_office
def test_libreoffice_accepts_and_rejects_to_the_same_texts_and_keeps_every_author() -> None:
    old, new = fifty()
    made = written(old, new)

    answer, before, after = asked([save_package(item.parts) for item in (made, opened(old), opened(new))])

    assert texts(answer.accepted) == texts(after.saved)
    assert texts(answer.rejected) == texts(before.saved)
    assert answer.words == signed(made)


def test_the_validator_finds_nothing_in_a_redline_that_its_original_had_not(
    tmp_path: Path, office_faults: Callable[[Path], list[str]]
) -> None:
    old, new = fifty()

    found = []
    for number, package in enumerate((opened(old), written(old, new))):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(save_package(package.parts))
        found.append({fault.partition(": ")[2] for fault in office_faults(path)})

    assert found[1] <= found[0]
