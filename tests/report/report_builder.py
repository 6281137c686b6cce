"""Comparisons written as lines of a table, so that reports are tested without reading or comparing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.comparison import (
    ChangeClass,
    Comparison,
    Edit,
    Impact,
    Match,
    Outcome,
    Pass,
    PhraseChange,
    QuantityChange,
    QuantityKind,
    Row,
)
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Instrument, Node, Reference
from kcdocs.model.line import Line, Source
from kcdocs.model.span import Span

_EDIT = re.compile(r"<([a-z-]+)(?:#(\d+))?\|([^|>]*)\|([^|>]*)>")
_SURE = Match(Pass.LABEL, 1.0)


@dataclass
class Sheet:
    """Rows on their way to a comparison.

    A row is (old addresses, new addresses, words, classes); in the words "<noi-dung|30|45>" is an edit of
    that class from "30" to "45", "<thay-cum-tu#0|a|b>" one that belongs to phrase 0.
    """

    entries: list[tuple[list[str], list[str], str, str, Match | None]] = field(default_factory=list)

    def row(self, old: str, new: str, words: str, classes: str = "", match: Match | None = _SURE) -> None:
        both = bool(old and new)
        self.entries.append((old.split(), new.split(), words, classes, match if both else None))

    def comparison(self, **extras: object) -> Comparison:
        olds = self._tree(
            [(one, text) for old, _, text, _, _ in self.entries for one in _texts(old, text, 0)]
        )
        news = self._tree(
            [(one, text) for _, new, text, _, _ in self.entries for one in _texts(new, text, 1)]
        )
        rows = tuple(
            Row(
                tuple(olds[address] for address in old),
                tuple(news[address] for address in new),
                tuple(ChangeClass(name) for name in classes.split()),
                edits(words) if old and new else (),
                match,
            )
            for old, new, words, classes, match in self.entries
        )
        return Comparison(
            _instrument(olds, "12/2020/NĐ-CP", "cu.docx"),
            _instrument(news, "", "du-thao.docx"),
            rows,
            **extras,
        )

    def _tree(self, entries: list[tuple[tuple[str, str], str]]) -> dict[str, Node]:
        texts = {address: text for (address, text), _ in entries}
        nodes: dict[str, Node] = {}
        for address in sorted(texts, key=lambda one: -len(Address.parse(one).steps)):
            path = Address.parse(address)
            children = tuple(
                nodes[other]
                for other in texts
                if other in nodes and Address.parse(other).parent == path and len(path.steps) > 0
            )
            line = Line(texts[address], Source("van-ban.txt", "", 0))
            nodes[address] = Node(
                path.kind, path.label, path, (line,), (Span(0, len(line.text)),), line.text, children
            )
        return {address: nodes[address] for address in texts}


def _texts(addresses: list[str], words: str, which: int) -> list[tuple[str, str]]:
    if not addresses:
        return []
    text = _EDIT.sub(lambda found: found.group(3 + which), words)
    parts = text.split("\n") if len(addresses) > 1 else [text]
    return list(zip(addresses, parts, strict=True))


def edits(words: str) -> tuple[Edit, ...]:
    """The edits of a row's words, tiling both texts."""
    found, old, new, at = [], 0, 0, 0
    for match in _EDIT.finditer(words):
        same = match.start() - at
        if same:
            found.append(Edit(Span(old, old + same), Span(new, new + same)))
        old, new, at = old + same, new + same, match.end()
        before, after = len(match.group(3)), len(match.group(4))
        found.append(
            Edit(
                Span(old, old + before),
                Span(new, new + after),
                ChangeClass(match.group(1)),
                int(match.group(2) or -1),
            )
        )
        old, new = old + before, new + after
    if len(words) > at:
        same = len(words) - at
        found.append(Edit(Span(old, old + same), Span(new, new + same)))
    return tuple(found)


def _instrument(nodes: dict[str, Node], number: str, name: str) -> Instrument:
    inner = {id(child) for node in nodes.values() for child in node.children}
    return Instrument(
        Citation("Nghị định", number, title="về hỗ trợ làng nghề"),
        tuple(node for node in nodes.values() if id(node) not in inner),
        name=name,
    )


def build_sample() -> Comparison:
    page = Sheet()
    for old, new, words, classes, match in _ROWS:
        page.row(old, new, words, classes, match)
    clause = Address.parse("dieu-4.khoan-1")
    reference = Reference(Span(9, 24), (Address.parse("dieu-2.khoan-1"),))
    return page.comparison(
        moves=tuple((Address.parse(old), Address.parse(new)) for old, new in _MOVES),
        phrases=(
            PhraseChange(
                "làng nghề",
                "cộng đồng nghề",
                tuple(Address.parse(one) for one in ("dieu-1", "dieu-2.khoan-1", "dieu-3.khoan-1")),
            ),
        ),
        quantities=(
            QuantityChange(QuantityKind.PERIOD, "30 ngày", "15 ngày", Address.parse("dieu-3.khoan-1")),
            QuantityChange(QuantityKind.MONEY, "", "200 triệu đồng", Address.parse("dieu-5.khoan-1")),
        ),
        impacts=(
            Impact("du-thao.docx", clause, reference, "khoản 1 Điều 2", Outcome.MISSED, "khoản 1 Điều 3"),
            Impact("du-thao.docx", clause, reference, "khoản 2 Điều 2", Outcome.FOLLOWED),
        ),
        findings=(
            Finding(
                "DF101",
                Severity.WARNING,
                Place(file="du-thao.docx", address="dieu-4.khoan-1"),
                "Viện dẫn chưa sửa theo số thứ tự mới.",
                found="khoản 1 Điều 2",
                expected="khoản 1 Điều 3",
                mend="Sửa thành khoản 1 Điều 3.",
            ),
        ),
    )


_UNSURE = Match(Pass.SIMILAR, 0.61, 0.55, sure=False)
_MOVES = (
    ("dieu-2", "dieu-3"),
    ("dieu-2.khoan-1", "dieu-3.khoan-1"),
    ("dieu-5.khoan-3", "dieu-2.khoan-2"),
)
_ROWS: tuple[tuple[str, str, str, str, Match | None], ...] = (
    ("ten-van-ban", "ten-van-ban", "Về hỗ trợ phát triển nghề thủ công", "", _SURE),
    ("chuong-I", "chuong-I", "QUY ĐỊNH CHUNG", "", _SURE),
    (
        "dieu-1",
        "dieu-1",
        "Phạm vi điều chỉnh: việc hỗ trợ <thay-cum-tu#0|làng nghề|cộng đồng nghề>",
        "thay-cum-tu",
        _SURE,
    ),
    ("", "dieu-2", "Giải thích từ ngữ", "bo-sung", None),
    ("", "dieu-2.khoan-1", "Thợ cả là người đã truyền nghề cho ít nhất mười người.", "bo-sung", None),
    (
        "dieu-5.khoan-3",
        "dieu-2.khoan-2",
        "Sổ nghề ghi tên người thợ <hinh-thuc|Xã|xã> nơi cư trú.",
        "chuyen-vi-tri hinh-thuc",
        Match(Pass.MOVED, 0.97, 0.2),
    ),
    ("dieu-2", "dieu-3", "Thời hạn xét hồ sơ", "ky-thuat", _SURE),
    (
        "dieu-2.khoan-1",
        "dieu-3.khoan-1",
        "Trong <noi-dung|30|15> ngày, Ủy ban trả lời <thay-cum-tu#0|làng nghề|cộng đồng nghề> theo <ky-thuat|Điều 2|Điều 3> Nghị định này.",
        "noi-dung thay-cum-tu ky-thuat",
        _SURE,
    ),
    ("dieu-2.khoan-2", "", "Hồ sơ nộp trực tiếp tại trụ sở.", "bai-bo", None),
    ("dieu-3", "dieu-4", "Kinh phí", "ky-thuat", _SURE),
    ("dieu-3.khoan-1", "dieu-4.khoan-1", "Chi theo khoản 1 Điều 2 Nghị định này.", "", _SURE),
    (
        "dieu-3.khoan-2",
        "dieu-4.khoan-2 dieu-4.khoan-3",
        "Kinh phí gồm ngân sách<tach| và|.\n> đóng góp tự nguyện.",
        "tach",
        Match(Pass.SPLIT, 0.93),
    ),
    (
        "dieu-4 dieu-5",
        "dieu-5",
        "Trách nhiệm của <gop|tỉnh\nTrách nhiệm của xã|tỉnh, xã>",
        "gop",
        Match(Pass.MERGED, 0.9),
    ),
    (
        "dieu-5.khoan-1",
        "dieu-5.khoan-1",
        "Xã <noi-dung||chi không quá 200 triệu đồng và> báo cáo tỉnh.",
        "noi-dung",
        _UNSURE,
    ),
    (
        "dieu-5.khoan-2",
        "dieu-5.khoan-2",
        "Tỉnh kiểm tra, <ma-hoa|Ðôn|Đôn> đốc <hinh-thuc|kỹ|kĩ> lưỡng.",
        "hinh-thuc ma-hoa",
        _SURE,
    ),
)
