"""Real amending texts, applied to real originals."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kcdocs.amend.apply import apply
from kcdocs.amend.read import read as read_commands
from kcdocs.model.address import Kind
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Verdict
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read
from kcdocs.text.normalise import content_form

LAW = "75/2015/QH13"
# In both the codification put words elsewhere than the command says: in khoản 2 Điều 18 it left two
# syllables of the phrase removed, in khoản 2 Điều 20 it inserted one syllable too late.
EDITORIAL = {"dieu-18.khoan-2", "dieu-20.khoan-2"}


def _load(path: Path) -> Instrument:
    return parse(read(path))


def _words(instrument: Instrument) -> dict[str, str]:
    kinds = (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT, Kind.PARAGRAPH)
    return {
        str(node.address): content_form(node.text) for node in instrument.provisions() if node.kind in kinds
    }


@pytest.mark.parametrize("source", ["luat-97-2025-qh15.txt", "luat-97-2025-qh15.docx"])
def test_law_97_applied_to_law_75_gives_the_official_text_but_for_two_editorial_slips(
    corpus: Path, source: str
) -> None:
    folder = corpus / "luat-mttq"
    commands = read_commands(_load(folder / source)).operations
    own = [item for item in commands if item.amends and item.amends.number == LAW]

    done = apply(_load(folder / "truoc.txt"), own)

    assert len(own) == 14
    assert not [item for item in done.log if item.verdict is Verdict.REFUSED]
    made, official = _words(done.amended), _words(_load(folder / "sau.txt"))
    assert made.keys() == official.keys()
    assert {address for address in made if made[address] != official[address]} == EDITORIAL


def test_the_operations_of_law_97_on_all_four_laws_are_read_and_none_is_lost(corpus: Path) -> None:
    amendment = read_commands(_load(corpus / "luat-mttq" / "luat-97-2025-qh15.txt"))

    counts = Counter(item.amends.number for item in amendment.operations if item.amends)

    assert counts == {"75/2015/QH13": 14, "50/2024/QH15": 14, "57/2020/QH14": 2, "10/2022/QH15": 64}
    assert not [item for item in amendment.operations if item.reason]


def test_decree_156_applies_to_decree_31_but_for_the_forms_in_its_annex(corpus: Path) -> None:
    folder = corpus / "cong-bao" / "sua-doi"
    amendment = read_commands(_load(folder / "156-2026-nd-cp.pdf"))

    done = apply(_load(folder / "31-2019-nd-cp-goc.txt"), amendment.operations)

    refused = [item for item in done.log if item.verdict is Verdict.REFUSED]
    # the codification's text of the decree has no annex, so its two forms cannot be replaced
    assert [(item.operation.parts[-1].label, item.remark) for item in refused] == [
        ("02", "Văn bản gốc không có Phụ lục."),
        ("03", "Văn bản gốc không có Phụ lục."),
    ]
    assert str(done.amended.find(next(item.operation.target for item in done.log if item.touched)))
