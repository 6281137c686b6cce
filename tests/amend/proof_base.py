"""An amending instrument in many shapes, with its commands labelled by hand, and every way to misread them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from amend_base import content

from kcdocs.model.address import Address, Kind, Step
from kcdocs.model.citation import Citation
from kcdocs.model.operation import (
    LAST,
    Act,
    Amendment,
    Claim,
    Claimed,
    Operation,
    Origin,
    Part,
    PartKind,
    Side,
    Spared,
)
from kcdocs.model.span import Span
from kcdocs.parse.instrument import parse
from kcdocs.parse.plain import reading

BASE = Citation("Thông tư", "21/2030/TT-BMT")
"""The instrument that is amended."""

HEAD = """THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 21/2030/TT-BMT quy định về xưởng gốm
Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 21/2030/TT-BMT
"""

HEADING, LEAD = Part(PartKind.HEADING), Part(PartKind.LEAD)


def said(act: Act, target: str, *parts: Part, **more: object) -> Operation:
    """What a command says, its place in the amending instrument still open."""
    origin = Origin(Address(), Span(0, 0), "")
    return Operation(act, Address.parse(target), origin, BASE, parts, **more)  # type: ignore[arg-type]


def words(old: str, new: str, *targets: str, **more: object) -> tuple[Operation, ...]:
    """A phrase replaced at several places."""
    return tuple(said(Act.REPLACE_WORDS, target, old=old, new=new, **more) for target in targets)


def at(text: str) -> Address:
    """An address in machine form."""
    return Address.parse(text)


LED = (replace(content("2. Hồ sơ gồm:")[0], children=()),)
"""The lead of a clause, as a quotation repeats it."""

COMMANDS: tuple[tuple[str, tuple[Operation, ...]], ...] = (
    (
        "Sửa đổi, bổ sung khoản 1 Điều 3 như sau:\n“1. Chủ xưởng giữ lò.”.",
        (said(Act.REPLACE, "dieu-3.khoan-1", content=content("1. Chủ xưởng giữ lò.")),),
    ),
    (
        "Bổ sung khoản 2a vào sau khoản 2 Điều 2 như sau:\n“2a. Hồ sơ nộp một lần.”.",
        (
            said(
                Act.INSERT,
                "dieu-2.khoan-2a",
                content=content("2a. Hồ sơ nộp một lần."),
                anchor=at("dieu-2.khoan-2"),
            ),
        ),
    ),
    ("Bãi bỏ khoản 2 Điều 3.", (said(Act.REPEAL, "dieu-3.khoan-2"),)),
    (
        "Bãi bỏ điểm a, điểm c khoản 2 Điều 2 và Phụ lục I.",
        (
            said(Act.REPEAL, "dieu-2.khoan-2.diem-a"),
            said(Act.REPEAL, "dieu-2.khoan-2.diem-c"),
            said(Act.REPEAL, "phu-luc-I"),
        ),
    ),
    (
        "Bãi bỏ Điều 3, trừ khoản 1.",
        (said(Act.REPEAL, "dieu-3", exceptions=(Spared(at("dieu-3.khoan-1")),)),),
    ),
    (
        "Thay thế cụm từ “xưởng gốm” bằng cụm từ “nhà gốm” tại khoản 1 Điều 2, Điều 1 và tên Điều 2.",
        (
            *words("xưởng gốm", "nhà gốm", "dieu-2.khoan-1", "dieu-1"),
            said(Act.REPLACE_WORDS, "dieu-2", HEADING, old="xưởng gốm", new="nhà gốm"),
        ),
    ),
    (
        "Thay thế cụm từ “lò” bằng cụm từ “bếp” tại Điều 3, cụm từ “sổ” bằng cụm từ “tờ” tại khoản 1 Điều 3.",
        (*words("lò", "bếp", "dieu-3"), *words("sổ", "tờ", "dieu-3.khoan-1")),
    ),
    (
        "Thay thế cụm từ “lò” tại khoản 1 Điều 3, cụm từ “gốm” tại Điều 1 bằng cụm từ “bếp”.",
        (*words("lò", "bếp", "dieu-3.khoan-1"), *words("gốm", "bếp", "dieu-1")),
    ),
    (
        "Thay thế các cụm từ “lò” hoặc “gốm” bằng cụm từ “bếp” tại khoản 1, khoản 2 Điều 3.",
        (
            *words("lò", "bếp", "dieu-3.khoan-1", "dieu-3.khoan-2"),
            *words("gốm", "bếp", "dieu-3.khoan-1", "dieu-3.khoan-2"),
        ),
    ),
    (
        (
            "Thay thế cụm từ “lò” bằng cụm từ “bếp” trong toàn văn, trừ cụm từ “lò kín” và khoản 1 Điều 2;"
            " bãi bỏ khoản 3 Điều 2."
        ),
        (
            said(
                Act.REPLACE_WORDS,
                "",
                throughout=True,
                old="lò",
                new="bếp",
                exceptions=(Spared(at("dieu-2.khoan-1"), words="lò kín"),),
            ),
            said(Act.REPEAL, "dieu-2.khoan-3"),
        ),
    ),
    (
        "Bổ sung cụm từ “làm việc” vào sau cụm từ “10 ngày” tại khoản 3 Điều 2.",
        (said(Act.INSERT_WORDS, "dieu-2.khoan-3", old="10 ngày", new="làm việc"),),
    ),
    (
        "Bổ sung cụm từ “mức” vào trước cụm từ “phí” tại khoản 3 Điều 2.",
        (said(Act.INSERT_WORDS, "dieu-2.khoan-3", old="phí", new="mức", side=Side.BEFORE),),
    ),
    (
        "Bỏ cụm từ “, phí” tại khoản 3 Điều 2; “kín” tại khoản 1 Điều 2.",
        (
            said(Act.REMOVE_WORDS, "dieu-2.khoan-3", old=", phí"),
            said(Act.REMOVE_WORDS, "dieu-2.khoan-1", old="kín"),
        ),
    ),
    (
        "Bãi bỏ Điều 4 và cụm từ “10” tại khoản 3 Điều 2; khoản 2 Điều 3.",
        (
            said(Act.REPEAL, "dieu-4"),
            said(Act.REMOVE_WORDS, "dieu-2.khoan-3", old="10"),
            said(Act.REPEAL, "dieu-3.khoan-2"),
        ),
    ),
    (
        "Sửa đổi tên Điều 3 thành “Người giữ lò”.",
        (said(Act.RETITLE, "dieu-3", HEADING, new="Người giữ lò"),),
    ),
    (
        "Bãi bỏ đoạn thứ hai khoản 1 Điều 2.",
        (said(Act.REPEAL, "dieu-2.khoan-1", Part(PartKind.PARAGRAPH, 2)),),
    ),
    (
        "Bãi bỏ câu cuối đoạn 2 khoản 1 Điều 2.",
        (
            said(
                Act.REPEAL,
                "dieu-2.khoan-1",
                Part(PartKind.PARAGRAPH, 2),
                Part(PartKind.SENTENCE, LAST),
            ),
        ),
    ),
    (
        "Bãi bỏ Mẫu số 02/XG Phụ lục II.",
        (said(Act.REPEAL, "phu-luc-II", Part(PartKind.FORM, label="02/XG")),),
    ),
    ("Khoản 2 Điều 3 bị bãi bỏ.", (said(Act.REPEAL, "dieu-3.khoan-2"),)),
    (
        (
            "Khoản 1 Điều 3 (đã được sửa đổi theo khoản 4 Điều 1 Thông tư số 9/2031/TT-BMT) được sửa đổi, bổ sung"
            " như sau:\n“1. Chủ xưởng giữ lò.”."
        ),
        (said(Act.REPLACE, "dieu-3.khoan-1", content=content("1. Chủ xưởng giữ lò.")),),
    ),
    (
        "Bãi bỏ khoản 2 Điều 3 Thông tư số 21/2030/TT-BMT quy định về xưởng gốm.",
        (said(Act.REPEAL, "dieu-3.khoan-2"),),
    ),
    (
        "Sửa đổi, bổ sung điểm a, điểm c khoản 2 Điều 2 như sau:\n“2. Hồ sơ gồm:\na) Tờ khai;\nc) Ảnh.”.",
        (
            said(Act.REPLACE, "dieu-2.khoan-2.diem-a", content=content("a) Tờ khai;"), wrapper=LED),
            said(Act.REPLACE, "dieu-2.khoan-2.diem-c", content=content("c) Ảnh."), wrapper=LED),
        ),
    ),
    (
        "Sửa đổi gạch đầu dòng thứ nhất, thứ hai điểm b khoản 2 Điều 2 như sau:\n“- Giấy A;\n- Giấy B;”.",
        (
            said(Act.REPLACE, "dieu-2.khoan-2.diem-b", Part(PartKind.DASH, 1), new="- Giấy A;"),
            said(Act.REPLACE, "dieu-2.khoan-2.diem-b", Part(PartKind.DASH, 2), new="- Giấy B;"),
        ),
    ),
)
"""Each command as it is written, and what it says."""

EFFECT = (
    "Bãi bỏ khoản 3 Điều 2 Thông tư số 21/2030/TT-BMT kể từ ngày Thông tư này có hiệu lực.",
    (said(Act.REPEAL, "dieu-2.khoan-3"),),
)
"""A command inside the article of effect."""


def amending(*commands: tuple[str, tuple[Operation, ...]]) -> Amendment:
    """The amending instrument of some commands, numbered, and behind them the article of effect with its own."""
    rows = "\n".join(f"{number}. {text}" for number, (text, _) in enumerate(commands, 1))
    effect = f"1. Thông tư này có hiệu lực từ ngày 01 tháng 01 năm 2032.\n2. {EFFECT[0]}"
    text = f"{HEAD}{rows}\nĐiều 2. Hiệu lực thi hành\n{effect}"
    instrument = parse(reading(text, "dự thảo"))
    operations = [
        _placed(item, f"dieu-1.khoan-{number}")
        for number, (_, items) in enumerate(commands, 1)
        for item in items
    ]
    operations += [_placed(item, "dieu-2.khoan-2") for item in EFFECT[1]]
    commanding = {item.origin.address for item in operations}
    claims = [
        Claimed(node.address, Span(0, len(node.text)), _claim(node.address, commanding))
        for node in instrument.provisions()
    ]
    return Amendment(instrument, tuple(operations), tuple(claims))


def _placed(operation: Operation, place: str) -> Operation:
    return replace(operation, origin=Origin(at(place), Span(0, 0), "lệnh"))


def _claim(address: Address, commanding: set[Address]) -> Claim:
    if address in commanding:
        return Claim.COMMAND
    return Claim.EFFECT if address.steps[:1] == at("dieu-2").steps else Claim.OPENING


def misread(item: Operation) -> Iterator[tuple[str, tuple[Operation, ...]]]:
    """Every way to misread an operation: its name, and what stands in its place."""
    yield "lost", ()
    spared = () if item.exceptions else (Spared(at("dieu-1")),)
    yield "exception", (replace(item, exceptions=spared),)
    yield "instrument", (replace(item, amends=Citation("Thông tư", "99/2029/TT-XYZ")),)
    yield "act", (replace(item, act=_OTHER[item.act]),)
    if item.act is Act.REPEAL and not item.parts:
        yield "suspended", (replace(item, act=Act.SUSPEND),)
    if item.target.steps:
        yield "whole text", (replace(item, target=Address(), parts=(), throughout=True),)
        yield "label", (replace(item, target=_relabelled(item.target, -1)),)
    if len(item.target.steps) > 1:
        yield "wider", (replace(item, target=item.target.parent),)
        yield "elsewhere", (replace(item, target=_relabelled(item.target, 0)),)
    if item.content:
        yield "content", (replace(item, content=content(f"{item.target.label}. Lời khác.")),)
    if item.content and item.wrapper:
        yield "swallowed", (replace(item, content=(), new="Lời khác."),)
    if item.parts and item.new and item.act is not Act.RETITLE:
        yield "new", (replace(item, new="- Lời khác;"),)
    if item.parts and item.act is not Act.RETITLE:
        yield "part", (replace(item, parts=item.parts[:-1]),)
    if item.anchor or item.act is Act.INSERT_WORDS:
        yield "side", (replace(item, side=Side.BEFORE if item.side is Side.AFTER else Side.AFTER),)
    if item.anchor:
        yield "neighbour", (replace(item, anchor=None),)
    if item.act in (Act.REPLACE_WORDS, Act.INSERT_WORDS):
        yield "turned", (replace(item, old=item.new, new=item.old),)


_OTHER = {
    Act.REPEAL: Act.REPLACE,
    Act.REPLACE: Act.REPEAL,
    Act.INSERT: Act.REPEAL,
    Act.RETITLE: Act.REPEAL,
    Act.REPLACE_WORDS: Act.REMOVE_WORDS,
    Act.INSERT_WORDS: Act.REPLACE_WORDS,
    Act.REMOVE_WORDS: Act.REPEAL,
}


def _relabelled(address: Address, place: int) -> Address:
    steps = list(address.steps)
    kind = steps[place].kind
    steps[place] = Step(kind, "y" if kind is Kind.POINT else "77")
    return Address(tuple(steps))
