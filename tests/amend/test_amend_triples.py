"""Real triples: original, amending text, official consolidated text; every difference has a reason.

Only addresses and reasons stand here, no official words. Each difference was looked up in both texts by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from kcdocs.amend.apply import apply
from kcdocs.amend.footnotes import told
from kcdocs.amend.prove import prove
from kcdocs.api import amend
from kcdocs.model.operation import Operation, Verdict
from kcdocs.model.proof import Proof
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

MARK = "the consolidators set or kept a closing mark, quotation mark, space or row of dots"
WORDING = "the consolidators changed words, capitals or figures that no command touches, or kept old ones"
SLIP = "a slip of the consolidated text as printed: a letter lost, syllables swapped"
NUMBER = "the consolidated text prints the clause under a wrong number"
HEAD = "the saved page of the original has the head of its annexes behind the last article"
FORM = "the signatures of a form are a table in one print, paragraphs in the other; what follows shifts"


@dataclass(frozen=True, slots=True)
class Triple:
    """A triple in the corpus, and what is known of it."""

    folder: str
    original: str
    amending: str
    consolidated: str
    number: str
    reasons: dict[str, str]
    whole: bool = True


def _all(reason: str, *addresses: str) -> dict[str, str]:
    return dict.fromkeys(addresses, reason)


DECREE_75 = Triple(
    "nd-75-2021",
    "goc.md",
    "sua-doi-55-2023.md",
    "hop-nhat-834.md",
    "75/2021/NĐ-CP",
    {
        **_all(
            MARK,
            "dieu-1.doan-1",
            "dieu-3.khoan-2",
            "dieu-4.khoan-4",
            "dieu-12.khoan-1.diem-c",
            "dieu-12.khoan-2.doan-1",
            "dieu-12.khoan-3",
            "dieu-12.khoan-4.diem-e.doan-11",
            "dieu-12.khoan-7",
            "dieu-13.khoan-2",
            "dieu-13.khoan-4.diem-a",
            "dieu-13.khoan-7.doan-2",
            "dieu-13.khoan-10.diem-a",
            "dieu-13.khoan-11.diem-b.doan-2",
            "dieu-14.khoan-4",
            "dieu-16.doan-1",
        ),
        **_all(SLIP, "dieu-8.khoan-2"),
        **_all(WORDING, "dieu-12.khoan-4.diem-đ.doan-1"),
        **_all(NUMBER, "dieu-13.khoan-5", "dieu-13.khoan-6", "dieu-13.khoan-8", "dieu-13.khoan-9"),
        **_all(HEAD, *(f"dieu-16.doan-{number}" for number in range(2, 8))),
    },
    whole=False,  # the page of the consolidated text leaves out the tables of the annexes
)
CIRCULAR_12 = Triple(
    "cong-bao/12-2022",
    "goc-12-2022-tt-bldtbxh.pdf",
    "sua-doi-12-2024-tt-bldtbxh.pdf",
    "hop-nhat-469.pdf",
    "12/2022/TT-BLĐTBXH",
    {
        **_all(MARK, "dieu-6.khoan-2.diem-a.doan-3", "dieu-6.khoan-2.diem-a.doan-4"),
        **_all(SLIP, "dieu-8.khoan-1.diem-a"),
    },
)
CIRCULAR_09 = Triple(
    "cong-bao/09-2022",
    "goc-09-2022-tt-bldtbxh.pdf",
    "sua-doi-02-2023-tt-bldtbxh.pdf",
    "hop-nhat-1676.pdf",
    "09/2022/TT-BLĐTBXH",
    {
        **_all(
            WORDING,
            "dieu-1",
            "dieu-6.khoan-2.diem-c.doan-1",
            "dieu-6.khoan-3",
            "dieu-7.khoan-2.diem-b.doan-1",
            "dieu-7.khoan-3",
            "dieu-11.khoan-2",
            "dieu-12.khoan-1",
            "dieu-14.khoan-2.diem-c",
            "dieu-14.khoan-3.diem-a.doan-2",
            "dieu-14.khoan-3.diem-b.doan-2",
            "dieu-14.khoan-3.diem-c.doan-2",
        ),
        **_all(
            MARK,
            "phu-luc.khoan-12",
            "phu-luc.khoan-12.doan-11",
            "phu-luc.khoan-12.doan-20",
            "phu-luc.khoan-12.doan-35",
            "phu-luc.khoan-12.doan-51",
        ),
        **_all(FORM, *(f"phu-luc.khoan-12.doan-{number}" for number in range(65, 78))),
    },
)
TRIPLES = (DECREE_75, CIRCULAR_12, CIRCULAR_09)


def _paths(triple: Triple, corpus: Path) -> tuple[str, str, str]:
    folder = corpus / triple.folder
    return str(folder / triple.original), str(folder / triple.amending), str(folder / triple.consolidated)


def _differences(proof: Proof, *, whole: bool) -> set[str]:
    found = {item.address for item in proof.differences}
    return found if whole else {address for address in found if not address.startswith("phu-luc")}


@pytest.mark.parametrize("triple", TRIPLES, ids=lambda item: item.number)
def test_applied_equals_the_official_text_but_for_the_differences_listed_with_their_reasons(
    triple: Triple, corpus: Path
) -> None:
    proof = amend.prove(*_paths(triple, corpus), number=triple.number)

    assert not proof.unclaimed
    assert not proof.refused
    assert not proof.dangling
    assert _differences(proof, whole=triple.whole) == set(triple.reasons)


@pytest.mark.parametrize(("triple", "count"), [(DECREE_75, 15), (CIRCULAR_12, 2), (CIRCULAR_09, 1)])
def test_the_footnotes_of_the_official_text_are_the_operations(
    triple: Triple, count: int, corpus: Path
) -> None:
    original, draft, consolidated = _paths(triple, corpus)
    done = amend.apply(original, draft, number=triple.number).consolidation

    notes = list(told(parse(read(Path(consolidated)))))

    assert {item.verdict for item in done.log} == {Verdict.DONE}
    assert len(notes) == count
    assert [(item.target, item.done, item.origin, item.effective) for item in notes] == [
        (item.operation.target, item.operation.act, item.operation.origin.address, item.operation.effective)
        for item in done.log
    ]


def test_a_command_left_out_is_a_difference_that_no_reason_explains(corpus: Path) -> None:
    original, draft, consolidated = _paths(DECREE_75, corpus)
    done = amend.apply(original, draft, number=DECREE_75.number)

    official = parse(read(Path(consolidated)))

    def made(operations: list[Operation]) -> dict[str, str]:
        proof = prove(done.amendment, apply(done.consolidation.original, operations), official)
        return {item.address: item.made for item in proof.differences}

    every = [item.operation for item in done.consolidation.log]
    whole = made(every)
    for missing, operation in enumerate(every):
        fewer = made([*every[:missing], *every[missing + 1 :]])
        changed = {address for address in {*whole, *fewer} if whole.get(address) != fewer.get(address)}
        assert changed
        assert all(f"{address}.".startswith(f"{operation.target}.") for address in changed)
