"""Fifty generated instruments in the store: what is found is what a plain look through their texts finds.

`benchmarks/store.py` adds thousands and measures.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from store_material import COMMON, PHRASE, MadeInstrument, instruments

from kcdocs.api import adding, shelf
from kcdocs.decrees.facts import all_facts
from kcdocs.decrees.opening import the_store
from kcdocs.decrees.referring import referring
from kcdocs.model.citation import Citation
from kcdocs.settings import shipped

_LABEL = re.compile(r"(?:Điều \d+\.|\d+\.|[a-zđ]\)) ")


@pytest.fixture(scope="module")
def made() -> list[MadeInstrument]:
    """The instruments; none amends another, so that each text stands as it is."""
    return [one for one in instruments(56, words=600) if "Sửa đổi, bổ sung" not in one.text][:50]


@pytest.fixture
def stored(
    made: list[MadeInstrument], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Sequence[MadeInstrument]:
    """The same in the store, which comes with none of its own."""
    monkeypatch.setattr(
        "kcdocs.decrees.store.all_facts", lambda found: all_facts(set(found) - {shipped("decrees")})
    )
    (tmp_path / "van-ban").mkdir()
    for one in made:
        (tmp_path / "van-ban" / f"{one.number.replace('/', '-')}.txt").write_text(one.text, "utf-8")
    done = adding.add(adding.files_in([tmp_path / "van-ban"])[0], jobs=1)
    assert (len(done.added), done.faults) == (len(made), [])
    return made


def _saying(words: str, made: Sequence[MadeInstrument]) -> list[tuple[str, str]]:
    """The provisions that say words, by a plain look: number and text without its label."""
    return sorted(
        (one.number, _LABEL.sub("", line, count=1))
        for one in made
        for line in one.text.split("\n")
        if words in line.lower() and _LABEL.match(line)
    )


@pytest.mark.parametrize(("typed", "words"), [(COMMON, COMMON), ("nghe nhan", COMMON), (PHRASE, PHRASE)])
def test_a_phrase_is_found_in_every_provision_that_says_it(
    stored: Sequence[MadeInstrument], typed: str, words: str
) -> None:
    expected = _saying(words, stored)
    found = shelf.search(typed)
    every = [one for begin in range(0, found.total, 20) for one in shelf.search(typed, skip=begin).provisions]

    phrases = every[: len(expected)]
    assert len(expected) > 40
    assert [one.citation.number for one in sorted(phrases, key=lambda one: one.citation.number)] == [
        number for number, _ in expected
    ]
    assert len({(one.citation.number, one.address) for one in every}) == found.total


def test_every_reference_to_another_instrument_is_known_by_what_it_refers_to(
    stored: Sequence[MadeInstrument],
) -> None:
    expected = sorted(
        (target.number, one.number, address)
        for target in stored
        for one in stored
        for number, address in one.refers
        if number == target.number
    )
    assert len(expected) > 30

    found = [
        (target.number, one.instrument, str(one.reference.targets[0]))
        for target in stored
        for one in referring(the_store(), [Citation(target.kind, target.number)], ()).references
    ]

    assert sorted(found) == expected
