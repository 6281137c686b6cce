"""Thirty returned files made of one base, each with a mixture of its own, and the opinions planted in them."""

from __future__ import annotations

import random
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from opinions_builder import Marked, base_lines, word_file

from kcdocs.model.opinion import OpinionKind, OpinionTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ARTICLES, FILES = 8, 28


def spot(article: int, clause: int) -> int:
    """The paragraph of a clause of `base_lines`."""
    return 2 + (article - 1) * 4 + clause


def thirty(
    folder: Path, lines: Sequence[str], seed: int
) -> tuple[list[Path], Counter[tuple[str, str, OpinionKind]]]:
    """The files, last a draft of another base and a broken one; the opinions by office, provision and kind.

    The first bears no mark, so that it may come back as PDF.

    Args:
        folder: Where they are written.
        lines: The base: `base_lines` of eight articles.
        seed: The same seed, the same files.
    """
    rng, planted = random.Random(seed), Counter[tuple[str, str, OpinionKind]]()
    files = [_returned(folder, lines, f"Cơ quan {number:02}", rng, planted) for number in range(FILES)]
    other = [line.replace("nghề rèn", "chợ phiên").replace("Mức", "Phí") for line in base_lines(3)]
    files.append(word_file(folder / "Văn bản khác.docx", other))
    (folder / "Hỏng.docx").write_bytes(b"PK hong")
    files.append(folder / "Hỏng.docx")
    return files, planted


def _returned(
    folder: Path,
    lines: Sequence[str],
    office: str,
    rng: random.Random,
    planted: Counter[tuple[str, str, OpinionKind]],
) -> Path:
    printed = office.endswith(" 00")
    spots = [(article, clause) for article in range(1, ARTICLES + 1) for clause in (1, 2, 3)]
    rng.shuffle(spots)
    silent, said, tracked = ([spots.pop() for _ in range(rng.randint(0, 3))] for _ in range(3))
    if printed:
        said, tracked = [], []
    told = [*lines]
    for article, clause in silent:
        old, new = _wish(article, clause)
        told[spot(article, clause)] = told[spot(article, clause)].replace(old, new)
        planted[office, f"Khoản {clause} Điều {article}", OpinionKind.SILENT] += 1
    form = rng.choice(("NFC", "NFC", "NFD"))
    told = [unicodedata.normalize(form, line) for line in told]
    if rng.random() < 0.25 and not printed:
        path = folder / f"{office}.txt"
        path.write_text("\n".join(told), encoding=rng.choice(("utf-8", "utf-16")))
        return path
    draft = Marked(told)
    for article, clause in said:
        draft.comment(spot(article, clause), f"Đề nghị làm rõ mức {article}.{clause}.")
        planted[office, f"Khoản {clause} Điều {article}", OpinionKind.COMMENT] += 1
    for article, clause in tracked:
        old, new = (unicodedata.normalize(form, words) for words in _wish(article, clause))
        draft.replace(spot(article, clause), old, new)
        planted[office, f"Khoản {clause} Điều {article}", OpinionKind.EDIT] += 1
    return draft.save(folder / f"{office}.docx")


def _wish(article: int, clause: int) -> tuple[str, str]:
    return f"{article * 10 + clause} triệu", f"{article * 1000 + clause} triệu"


def stood(table: OpinionTable) -> Counter[tuple[str, str, OpinionKind]]:
    """The opinions that stand in a table, by office, provision and kind."""
    return Counter(
        (file.office, item.place.spoken()[0].upper() + item.place.spoken()[1:], item.kind)
        for file in table.returned
        for item in file.opinions
    )
