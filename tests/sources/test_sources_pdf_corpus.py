"""The gazette's own PDFs: nothing of their raw text is lost, moved or invented."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kcdocs.model.line import Reading
from kcdocs.sources.read import read
from kcdocs.text.normalise import fold_invisible, fold_tones, nfc

FILES = [
    "09-2022/goc-09-2022-tt-bldtbxh",
    "09-2022/hop-nhat-1676",
    "09-2022/sua-doi-02-2023-tt-bldtbxh",
    "12-2022/goc-12-2022-tt-bldtbxh",
    "12-2022/hop-nhat-469",
    "12-2022/sua-doi-12-2024-tt-bldtbxh",
    "sua-doi/128-2026-nd-cp",
    "sua-doi/141-2026-nd-cp",
    "sua-doi/156-2026-nd-cp",
]
CONSOLIDATED = [name for name in FILES if "hop-nhat" in name]
PLAIN = [name for name in FILES if "hop-nhat" not in name]
STAMP = re.compile(r"^(Người ký|Ký bởi|Email|Cơ quan|Thời gian ký|Ngày ký):.*$")
RUNNING_HEAD = re.compile(r"CÔNG BÁO/Số .*")


def raw_text(corpus: Path, name: str) -> str:
    """The raw text of the PDF without what the publisher prints around it."""
    text = (corpus / "cong-bao" / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not STAMP.match(line.strip())]
    heads = [index for index, line in enumerate(lines) if RUNNING_HEAD.fullmatch(line)]
    number = int(next(line for line in (lines[heads[0] - 1], lines[heads[0] + 1]) if line.isdigit()))
    for page, head in enumerate(heads):
        beside = next(place for place in (head - 1, head + 1) if lines[place] == str(number + page))
        lines[head] = lines[beside] = ""
    return "\n".join(lines)


def squeezed(text: str) -> str:
    return "".join(fold_invisible(nfc(text)).split())


@cache
def reading(corpus: Path, name: str) -> Reading:
    return read(corpus / "cong-bao" / f"{name}.pdf")


@pytest.mark.parametrize("name", PLAIN)
def test_every_free_line_stands_in_the_raw_text_in_order_and_the_rest_is_tables_and_heads(corpus, name):
    read_now = reading(corpus, name)
    raw, place, left_over = squeezed(raw_text(corpus, name)), 0, []
    for line in read_now.lines:
        words = squeezed(line.text)
        if line.cell is None and words:
            found = raw.find(words, place)
            assert found >= 0, line.text
            left_over.append(raw[place:found])
            place = found + len(words)
    left_over.append(raw[place:])
    in_cells = "".join(squeezed(line.text) for line in read_now.lines if line.cell is not None)
    missing = Counter("".join(left_over)) - Counter(in_cells)
    invented = Counter(in_cells) - Counter("".join(left_over))
    assert not invented
    assert missing == Counter(PUBLISHED.get(name, ""))


MINISTRY = "BỘLAOĐỘNG-THƯƠNGBINHVÀXÃHỘI"
PUBLISHED = {name: MINISTRY for name in PLAIN if name.startswith(("09-2022", "12-2022"))}
"""The gazette's own heading above a text, by file: dropped like the running head."""


@pytest.mark.parametrize("name", CONSOLIDATED)
def test_a_consolidated_text_loses_no_word_to_its_footnotes(corpus, name):
    read_now = reading(corpus, name)
    texts = [line.text for line in read_now.lines]
    marks = [mark.note for line in read_now.lines for mark in line.marks]
    notes = [line.text for note in read_now.notes for line in note.lines]
    labels = [note.label for note in read_now.notes]
    again = [item.found for item in read_now.findings if item.code == "SR216"]
    ours = squeezed("".join([*texts, *marks, *notes, *labels, *again]))
    assert Counter(squeezed(raw_text(corpus, name))) == Counter(ours)


@pytest.mark.parametrize(("name", "count"), [(CONSOLIDATED[0], 3), (CONSOLIDATED[1], 4)])
def test_each_footnote_is_tied_to_exactly_one_mark(corpus, name, count):
    read_now = reading(corpus, name)
    labels = [note.label for note in read_now.notes]
    marks = [mark.note for line in read_now.lines for mark in line.marks]
    assert labels == marks == [str(number) for number in range(1, count + 1)]


@pytest.mark.parametrize("name", FILES)
def test_no_furniture_and_no_cut_word_is_left(corpus, name):
    for line in reading(corpus, name).lines:
        assert "CÔNG BÁO/" not in line.text
        assert not re.search(r"Thời gian ký|@chinhphu", line.text)
        assert not re.search(r"/\s+TT-|TT-\s+[A-ZĐ]|NĐ-\s+CP", line.text)


@pytest.mark.parametrize("name", FILES)
def test_a_text_starts_with_its_head_and_title(corpus, name):
    lines = reading(corpus, name).lines
    titles = [line.text for line in lines[:12]]
    kind = "NGHỊ ĐỊNH" if name.startswith("sua-doi/") else "THÔNG TƯ"
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in map(fold_tones, titles)
    assert kind in titles
