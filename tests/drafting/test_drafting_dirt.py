"""Records copied with bullets, marks and labels of other papers give the document of the clean record."""

from __future__ import annotations

from pathlib import Path

import pytest
from dirt import DOUBLED, SETS, tally


@pytest.mark.parametrize("name", SETS)
def test_records_with_pasted_dirt_give_the_text_of_the_clean_ones_or_are_refused(
    name: str, tmp_path: Path
) -> None:
    count = 20
    found, told = tally(name, count, tmp_path)

    assert found.doubled == 0, told
    assert found.other == 0, told
    assert found.same >= 0.95 * count, told


def test_the_reader_of_the_documents_sees_what_is_doubled_and_nothing_else() -> None:
    bad = [
        "- - Như trên;",
        "- Như trên;;",
        "Điều 1. Điều 1. Tên",
        "a) a) nội dung",
        "1. 1. Nội dung",
        "Căn cứ Căn cứ Luật;",
    ]
    good = ["- Như trên;", "1.1. Trình tự", "Điều 1. Tên", "a) nội dung;", "…/.", "Căn cứ Luật…;"]
    assert [line for line in bad if not DOUBLED.search(line)] == []
    assert [line for line in good if DOUBLED.search(line)] == []
