"""Real triples: original, amending text, official consolidated text; every difference has a reason.

What is known of each triple stands in `triples.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from official_notes import footnote_changes
from triples import CIRCULAR_09, CIRCULAR_12, DECREE_75, Triple

from kcdocs.amend.apply import apply
from kcdocs.amend.prove import prove_amendment
from kcdocs.api import amend
from kcdocs.model.operation import Operation, Verdict
from kcdocs.model.proof import Proof
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

PROVED = (DECREE_75, CIRCULAR_12, CIRCULAR_09)


def _paths(triple: Triple, corpus: Path) -> tuple[str, str, str]:
    folder = corpus / triple.folder
    original, draft, consolidated = (str(folder / name) for name in triple.files)
    return original, draft, consolidated


def _differences(proof: Proof, *, whole: bool) -> set[str]:
    found = {item.address for item in proof.differences}
    return found if whole else {address for address in found if not address.startswith("phu-luc")}


@pytest.mark.parametrize("triple", PROVED, ids=lambda item: item.number)
def test_applied_equals_the_official_text_but_for_the_differences_listed_with_their_reasons(
    triple: Triple, corpus: Path
) -> None:
    proof = amend.prove(*_paths(triple, corpus), number=triple.number)

    assert not proof.unclaimed
    assert not proof.refused
    assert not proof.dangling
    assert _differences(proof, whole=triple.whole) == set(triple.reasons)


ANNEXES = ["phu-luc-I", "phu-luc-II", "phu-luc-III"]
"""What the article of effect of Decree 55/2023 says anew; the note on the fourth names no point it means."""


@pytest.mark.parametrize(
    ("triple", "count", "beside"), [(DECREE_75, 15, ANNEXES), (CIRCULAR_12, 2, []), (CIRCULAR_09, 1, [])]
)
def test_the_footnotes_of_the_official_text_are_the_operations(
    triple: Triple, count: int, beside: list[str], corpus: Path
) -> None:
    original, draft, consolidated = _paths(triple, corpus)
    done = amend.apply(original, draft, number=triple.number).consolidation

    every = list(footnote_changes(parse(read(Path(consolidated)))))
    notes = every[:count]

    assert {item.verdict for item in done.log} == {Verdict.DONE}
    assert len(notes) == count
    assert [str(item.target) for item in every[count:]] == beside
    assert [(item.target, item.done, item.origin, item.effective) for item in notes] == [
        (item.operation.target, item.operation.act, item.operation.origin.address, item.operation.effective)
        for item in done.log
    ]


def test_a_command_left_out_is_a_difference_that_no_reason_explains(corpus: Path) -> None:
    original, draft, consolidated = _paths(DECREE_75, corpus)
    done = amend.apply(original, draft, number=DECREE_75.number)

    official = parse(read(Path(consolidated)))

    def made(operations: list[Operation]) -> dict[str, str]:
        proof = prove_amendment(done.amendment, apply(done.consolidation.original, operations), official)
        return {item.address: item.made for item in proof.differences}

    every = [item.operation for item in done.consolidation.log]
    whole = made(every)
    for missing, operation in enumerate(every):
        fewer = made([*every[:missing], *every[missing + 1 :]])
        changed = {address for address in {*whole, *fewer} if whole.get(address) != fewer.get(address)}
        assert changed
        assert all(f"{address}.".startswith(f"{operation.target}.") for address in changed)
