"""Editions of real instruments are what their commands make, and nothing in them is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from kcdocs.api import decrees
from kcdocs.api.amend import apply
from kcdocs.decrees.opening import the_store


@dataclass(frozen=True)
class Pair:
    """An instrument of the corpus, what amends it, and the day that begins on, looked up in the texts."""

    original: str
    amending: str
    number: str
    since: date


PAIRS = (
    Pair("nd-75-2021/goc.md", "nd-75-2021/sua-doi-55-2023.md", "75/2021/NĐ-CP", date(2023, 9, 5)),
    Pair("luat-mttq/truoc.txt", "luat-mttq/luat-97-2025-qh15.docx", "75/2015/QH13", date(2025, 7, 1)),
    Pair(
        "cong-bao/12-2022/goc-12-2022-tt-bldtbxh.pdf",
        "cong-bao/12-2022/sua-doi-12-2024-tt-bldtbxh.pdf",
        "12/2022/TT-BLĐTBXH",
        date(2024, 12, 29),
    ),
    Pair(
        "cong-bao/tuyen-doc/06-2017/goc.txt",
        "cong-bao/tuyen-doc/06-2017/sua.pdf",
        "06/2017/TT-BLĐTBXH",
        date(2023, 3, 1),
    ),
)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.number)
@pytest.mark.parametrize("late", [False, True], ids=["base first", "base last"])
def test_a_real_amendment_is_in_force_from_its_day_whatever_was_added_first(
    corpus: Path, pair: Pair, *, late: bool
) -> None:
    files = [(pair.original, pair.number), (pair.amending, "")]
    for name, number in reversed(files) if late else files:
        decrees.add(corpus / name, number=number)

    store = the_store()
    before = store.load(pair.number, as_of=pair.since - timedelta(days=1))
    after = store.load(pair.number, as_of=pair.since)
    done = apply(corpus / pair.original, corpus / pair.amending, number=pair.number).consolidation
    assert [line.text for line in before.lines()] == [line.text for line in done.original.lines()]
    assert [line.text for line in after.lines()] == [line.text for line in done.amended.lines()]
    assert before.lines() != after.lines()
    assert not [item for item in after.findings if item.code == "DC403"]


def test_a_circular_that_amends_thirty_others_is_built_with_every_command_done_or_named(corpus: Path) -> None:
    decrees.add(corpus / "thong-tu-khuyen-cong" / "26-2014-tt-bct.txt", number="26/2014/TT-BCT")
    added = decrees.add(corpus / "bo-cong-thuong" / "38-2025-tt-bct.txt")

    ((_, (edition,)),) = added.built
    refused = {
        item.operation.origin.address for item in edition.enacted[0].consolidation.log if not item.touched
    }
    assert edition.since == date(2025, 7, 1)
    assert refused <= {doubt.place for doubt in edition.doubts}
    assert len(added.waits_for) > 25
