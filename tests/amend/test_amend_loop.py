"""The closed loop: plan, write, read and apply give the draft again."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kcdocs.amend.apply import apply
from kcdocs.amend.make import make
from kcdocs.amend.plan import Plan, differing, plan_commands
from kcdocs.amend.read import read as read_commands
from kcdocs.amend.write import write_articles
from kcdocs.diff.compare import compare
from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.operation import Act, Operation
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading
from kcdocs.sources.read import read

sys.path.insert(0, str(Path(__file__).parents[1] / "diff"))
import gold

MODEL = Path(__file__).parents[2] / "decrees" / "mo-phong-lang-nghe"
NUMBER = Citation("Nghị định", "45/2012/NĐ-CP")
SEEDS = 72  # `benchmarks/amend.py` goes through thousands


def _made(node: Node) -> Node:
    return make(node.address, node.text, [_made(child) for child in node.children])


def _again(instrument: Instrument) -> Instrument:
    """A generated instrument, written out with its labels and read again."""
    rows = [line.text for top in instrument.nodes for node in _made(top).walk() for line in node.lines]
    again = replace(parse(reading("\n".join(rows), "thử")), citation=NUMBER)
    assert [node.text for node in again.provisions()] == [node.text for node in instrument.provisions()]
    return again


def _told(node: Node) -> list[tuple[str, str, str]]:
    return [(str(item.kind), item.label, item.text) for item in node.walk()]


def _key(operation: Operation) -> tuple[object, ...]:
    content = [_told(node) for node in operation.content]
    words = (operation.old, operation.new, str(operation.anchor), operation.side)
    return operation.act, str(operation.target), operation.parts, *words, content


def _read_back(planned: Plan, amended: Citation) -> list[Operation]:
    written = write_articles(planned.operations, amended)
    title = written.title[:1].upper() + written.title[1:]
    text = "\n".join(["NGHỊ ĐỊNH", title, *written.articles, *written.annexes])
    return list(read_commands(parse(reading(text, "viết"))).operations)


@pytest.mark.parametrize("block", range(6))
def test_random_drafts_come_out_of_their_own_commands_in_both_numbering_modes(block: int) -> None:
    """apply(read(write(plan(compare(original, draft))))) is the draft, for random edit scripts."""
    for seed in range(block * SEEDS // 6, (block + 1) * SEEDS // 6):
        case = gold.generate(seed, amending=bool(seed % 2))
        old, new = _again(case.old), _again(case.new)
        planned = plan_commands(compare(old, new))

        back = _read_back(planned, NUMBER)

        assert planned.operations, seed
        assert [_key(item) for item in back] == [_key(item) for item in planned.operations], seed
        assert differing(new, apply(old, back).amended, planned) == set(), seed


@pytest.fixture(scope="module")
def model() -> tuple[Instrument, Instrument]:
    old = parse(read(MODEL / "van-ban.txt"))
    return old, parse(read(MODEL / "du-thao-thay-the.txt"))


def test_the_replacing_draft_of_the_model_decree_closes_the_loop(
    model: tuple[Instrument, Instrument],
) -> None:
    old, new = model
    planned = plan_commands(compare(old, new))

    back = _read_back(planned, old.citation)

    assert [_key(item) for item in back] == [_key(item) for item in planned.operations]
    assert differing(new, apply(old, back).amended, planned) == set()


def test_the_real_decree_closes_the_loop_with_a_clause_changed_an_article_added_and_one_moved(
    corpus: Path,
) -> None:
    lines = (corpus / "45-2012-nd-cp" / "van-ban.txt").read_text("utf-8").splitlines()
    old = replace(parse(reading("\n".join(lines), "gốc")), citation=NUMBER)
    last = max(place for place, line in enumerate(lines) if line.startswith("Điều 19."))
    moved = [*lines[:last], "Điều 19. Quy định thử", "Nội dung thử của điều thêm vào.", *lines[last:]]
    moved[last + 2] = moved[last + 2].replace("Điều 19.", "Điều 20.")
    new = parse(reading("\n".join(moved), "dự thảo"))

    planned = plan_commands(compare(old, new))

    assert [(item.act, str(item.target)) for item in planned.operations] == [(Act.INSERT, "dieu-18a")]
    assert planned.addresses[Address.parse("dieu-20")] == Address.parse("dieu-19")


def test_a_plan_that_loses_a_command_is_told_from_the_draft(model: tuple[Instrument, Instrument]) -> None:
    old, new = model
    planned = plan_commands(compare(old, new))

    for missing in range(len(planned.operations)):
        fewer = [item for place, item in enumerate(planned.operations) if place != missing]
        assert differing(new, apply(old, fewer).amended, planned), planned.operations[missing]


DECREE = """NGHỊ ĐỊNH
Về nghề thử
Điều 1. Phạm vi
1. Quy định này nói về nghề dệt.
2. Quy định này nói về nghề gốm.
3. Quy định này nói về nghề mộc.
Điều 2. Hồ sơ
Hồ sơ gồm:
1. Đơn đề nghị;
2. Bản sao giấy tờ.
Điều 3. Hiệu lực
Quy định này có hiệu lực từ ngày ký."""


@pytest.mark.parametrize(
    ("change", "commands"),
    [
        (("nghề gốm", "nghề gốm và sứ"), [(Act.REPLACE, "dieu-1.khoan-2")]),
        (("Điều 1. Phạm vi", "Điều 1. Phạm vi điều chỉnh"), [(Act.RETITLE, "dieu-1")]),
        (("nghề mộc.", "nghề mộc.\n4. Quy định này nói về nghề rèn."), [(Act.INSERT, "dieu-1.khoan-4")]),
        (
            (
                "2. Quy định này nói về nghề gốm.\n3.",
                "2. Quy định này nói về nghề rèn.\n3. Quy định này nói về nghề gốm.\n4.",
            ),
            [(Act.INSERT, "dieu-1.khoan-1a")],
        ),
        (("2. Quy định này nói về nghề gốm.\n3.", "2."), [(Act.REPEAL, "dieu-1.khoan-2")]),
        (("Hồ sơ gồm:", "Hồ sơ bằng giấy gồm:"), [(Act.REPLACE, "dieu-2")]),
    ],
)
def test_the_smallest_sensible_unit_is_amended(
    change: tuple[str, str], commands: list[tuple[Act, str]]
) -> None:
    old, new = parse(reading(DECREE, "cũ")), parse(reading(DECREE.replace(*change), "mới"))

    planned = plan_commands(compare(old, new))

    assert [(item.act, str(item.target)) for item in planned.operations] == commands


def test_a_phrase_replaced_in_three_places_is_one_command() -> None:
    old = parse(reading(DECREE, "cũ"))
    new = parse(reading(DECREE.replace("Quy định này nói", "Nghị định này nói"), "mới"))

    planned = plan_commands(compare(old, new))
    written = write_articles(planned.operations, NUMBER)

    assert {item.act for item in planned.operations} == {Act.REPLACE_WORDS}
    assert [str(item.target) for item in planned.operations] == [
        f"dieu-1.khoan-{number}" for number in (1, 2, 3)
    ]
    assert sum("Thay thế cụm từ" in line for line in written.articles) == 1
