"""Findings of `amend check` on the real amending instruments of the corpus, and what each was judged to be.

The table holds codes, addresses, verdicts and our own reasons; no official words. A verdict is:

true    the draft, held against the text given, is as the finding says, or a person has to settle what it says
false   the draft is sound there
unread  kcdocs says that it could not check a command, though a person understands it
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kcdocs.amend.apply import apply
from kcdocs.amend.examine import examine
from kcdocs.amend.target import commands_of, only_on
from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Amendment, Applied, Consolidation, Verdict
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

TABLE = Path(__file__).with_name("judged.tsv")

PAIRS = (
    ("luat-mttq/luat-97-2025-qh15.txt", "luat-mttq/truoc.txt", "75/2015/QH13"),
    ("nd-75-2021/sua-doi-55-2023.md", "nd-75-2021/goc.md", "75/2021/NĐ-CP"),
    (
        "cong-bao/09-2022/sua-doi-02-2023-tt-bldtbxh.pdf",
        "cong-bao/09-2022/goc-09-2022-tt-bldtbxh.pdf",
        "09/2022/TT-BLĐTBXH",
    ),
    (
        "cong-bao/12-2022/sua-doi-12-2024-tt-bldtbxh.pdf",
        "cong-bao/12-2022/goc-12-2022-tt-bldtbxh.pdf",
        "12/2022/TT-BLĐTBXH",
    ),
    ("cong-bao/tuyen-doc/27-2016/sua.pdf", "cong-bao/tuyen-doc/27-2016/goc.txt", "27/2016/TT-BLĐTBXH"),
    ("cong-bao/tuyen-doc/01-2019/sua.pdf", "cong-bao/tuyen-doc/01-2019/goc.txt", "01/2019/TT-BLĐTBXH"),
    ("cong-bao/tuyen-doc/06-2017/sua.pdf", "cong-bao/tuyen-doc/06-2017/goc.txt", "06/2017/TT-BLĐTBXH"),
    ("cong-bao/tuyen-doc/28-2015/sua.pdf", "cong-bao/tuyen-doc/28-2015/goc.txt", "28/2015/TT-BLĐTBXH"),
    ("cong-bao/sua-doi/156-2026-nd-cp.pdf", "cong-bao/sua-doi/31-2019-nd-cp-goc.txt", "31/2019/NĐ-CP"),
    ("bo-cong-thuong/38-2025-tt-bct.txt", "thong-tu-khuyen-cong/26-2014-tt-bct.txt", "26/2014/TT-BCT"),
    ("bo-cong-thuong/38-2025-tt-bct.txt", "bo-cong-thuong/14-2024-tt-bct.docx", "14/2024/TT-BCT"),
    ("bo-cong-thuong/26-2026-tt-bct.docx", "bo-cong-thuong/38-2025-tt-bct.txt", "38/2025/TT-BCT"),
)
"""Amending instrument, an instrument it amends, and the number of that one."""

OTHERS = (
    "cong-bao/sua-doi/128-2026-nd-cp.pdf",
    "cong-bao/sua-doi/141-2026-nd-cp.pdf",
    "docx/luat-43-2024-qh15.docx",
    "docx/luat-61-2024-qh15.docx",
    "docx/luat-76-2025-qh15.docx",
    "docx/luat-82-2025-qh15.docx",
    "docx/luat-85-2025-qh15.docx",
)
"""Amending instruments none of whose targets are at hand."""


class Judged(NamedTuple):
    """A finding and what it was judged to be; `number` is empty where the amended text is not at hand."""

    draft: str
    number: str
    code: str
    address: str
    verdict: str
    why: str


def table() -> list[Judged]:
    """The judged findings."""
    lines = TABLE.read_text("utf-8").splitlines()
    return [Judged(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def findings(corpus: Path) -> Iterator[tuple[str, str, str, str]]:
    """Draft, number of the amended instrument, code and address of every finding on the corpus."""
    done = {(draft, number) for draft, _, number in PAIRS}
    for draft, original, number in PAIRS:
        own = only_on(_text(corpus / original), _commands(corpus / draft), number)
        made = apply(_text(corpus / original), own.operations)
        for code, address, _ in _found(own, made):
            yield draft, number, code, address
    for draft in dict.fromkeys((*(draft for draft, _, _ in PAIRS), *OTHERS)):
        told = dict.fromkeys(
            item
            for number in _numbers(_commands(corpus / draft))
            if (draft, number) not in done
            for item in _alone(_commands(corpus / draft), number)
        )
        for code, address, _ in told:
            yield draft, "", code, address


def _alone(draft: Amendment, number: str) -> Iterator[tuple[str, str, str]]:
    """What can be found without the amended text: nothing is applied, and what is not understood is told."""
    named = next(item.amends for item in draft.operations if item.amends and item.amends.number == number)
    stub = replace(draft.instrument, name="", citation=named, nodes=())
    own = only_on(stub, draft, number)
    log = tuple(Applied(item, Verdict.REFUSED, item.reason) for item in own.operations if item.reason)
    yield from _found(own, Consolidation(stub, stub, log))


def _found(own: Amendment, made: Consolidation) -> Iterator[tuple[str, str, str]]:
    for item in examine(own, made, load_catalogue()):
        yield item.code, item.place.address, item.message


def _numbers(draft: Amendment) -> list[str]:
    named = (item.amends.number for item in draft.operations if item.amends and item.amends.number)
    return list(dict.fromkeys(named))


@cache
def _text(path: Path) -> Instrument:
    return parse(read(path))


@cache
def _commands(path: Path) -> Amendment:
    return commands_of(_text(path))
