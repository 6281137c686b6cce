"""Figures that must agree: sums of money in words, percentages and their parts, totals of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kcdocs.codes import Declared
from kcdocs.law.rule import Certainty, Rule
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.pieces import PaperLine
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.finding import Severity
from kcdocs.text.normalise import fold_tones
from kcdocs.text.spoken import number_words

_IN_WORDS = Declared(
    "LT370",
    Severity.WARNING,
    "A sum of money in words says another number than its figures.",
    "Số tiền bằng chữ không khớp số tiền bằng số: {figures} đồng.",
    expected="{wanted} đồng",
    mend="Sửa lại phần bằng chữ hoặc phần bằng số.",
)
_SHARE = Declared(
    "LT371",
    Severity.WARNING,
    "A percentage does not agree with the figures it is of.",
    "Tỷ lệ {said}% không khớp hai con số: {part} trên {whole} là {wanted}%.",
    expected="{wanted}%",
    mend="Sửa lại tỷ lệ hoặc con số.",
)
_TOTAL = Declared(
    "LT372",
    Severity.WARNING,
    "A total of a table is not the sum of its column.",
    "Dòng tổng ghi {said}, cộng cột được {wanted}.",
    expected="{wanted}",
    mend="Sửa lại dòng tổng hoặc một con số trong cột.",
)

_RULE = Rule("kiểm tra số học của kcdocs", None, None, Certainty.GENERAL)
_NUMBER = r"\d{1,3}(?:\.\d{3}){1,6}(?:,\d{1,4})?|\d{1,12}(?:,\d{1,4})?"
_MONEY = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:\.\d{3}){1,6}|\d{4,15}) ?(?:đồng|đ|VNĐ|VND)[.,;]? ?"
    r"\( ?((?:[Bb]ằng|[Vv]iết bằng) chữ ?:? ?)?([^()]{3,200})\)"
)
_UNIT = r"((?: ?(?:triệu|tỷ|nghìn))?(?: ?(?:đồng|hộ|cơ sở|người|dự án|đề án|ha|lượt|hồ sơ|doanh nghiệp))?)"
_OF = re.compile(
    rf"(?<![\d.,])({_NUMBER}){_UNIT} ?(?:trên|/|trong tổng số|trên tổng số) ?({_NUMBER}){_UNIT}"
    rf"(?: ?,? ?\(?(?:chiếm|đạt|bằng|tương đương)(?: tỷ lệ)? | \()({_NUMBER}) ?%"
)
_SHARE_FIRST = re.compile(
    rf"(?<![\d.,])({_NUMBER}) ?%[^%.;()]{{0,40}}\(({_NUMBER}){_UNIT} ?(?:trên|/) ?({_NUMBER}){_UNIT}\)"
)
_WITHIN = re.compile(
    rf"(?<![\d.,])({_NUMBER}){_UNIT}[^%.;:]{{0,20}}, trong đó (?:có )?({_NUMBER}){_UNIT}"
    rf"[^%.;:\d]{{0,30}}chiếm(?: tỷ lệ)? ({_NUMBER}) ?%(?! (?:số|tổng|của|dân|diện))"
)
_ALIKE = {"linh": "lẻ", "ngàn": "nghìn", "tỉ": "tỷ", "mốt": "một", "tư": "bốn", "lăm": "năm"}
_SILENT = frozenset({"đồng", "chẵn", "việt", "nam"})
_WORDS = " ".join(map(number_words, (*range(100), 105, 1_001_001_001)))
_NUMERALS = frozenset(_ALIKE.get(word, word) for word in _WORDS.split())
_TOTALS = ("tổng cộng", "tổng số", "cộng", "tổng")
_NOT_ADDED = ("%", "tỷ lệ", "tỉ lệ", "bình quân", "trung bình", "đơn giá", "năm ")
"""What the head of a column says whose last figure is no sum: a share, a mean, a price, a year."""

_LABELS = [
    re.compile(kind)
    for kind in (
        r"\(?\d{1,4}[.)]?$",
        r"\d{1,3}(?:\.\d{1,3}){1,5}\.?$",
        r"[IVXL]{1,7}[.)]?$",
        r"[^\W\d_][.)]?$",
        r"[-+*•]",
        "",
    )
]
"""Kinds of labels of a table's rows: figures, figures with dots, Roman ones, letters, dashes, words."""

_CELL = re.compile(rf"({_NUMBER})")


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Figures of a document that do not agree."""
    for piece in paper.pieces:
        yield from _money(paper, piece)
        yield from _shares(paper, piece)
    yield from _totals(paper)


def _money(paper: CheckedPaper, piece: PaperLine) -> Iterator[FormBreach]:
    for found in _MONEY.finditer(piece.plain):
        wanted = number_words(int(found[1].replace(".", "")))
        spoken = found[2] is not None or (" " in found[3] and set(_said(found[3]).split()) <= _NUMERALS)
        if spoken and _said(found[3]) != _said(wanted):
            yield breach(paper, _IN_WORDS, _RULE, [piece], figures=found[1], wanted=wanted)


def _said(words: str) -> str:
    """A number in words, so that "linh" and "lẻ", "nghìn" and "ngàn", "mốt" and "một" are the same."""
    said = re.findall(r"\w+", fold_tones(words).casefold())
    return " ".join(_ALIKE.get(word, word) for word in said if word not in _SILENT)


def _shares(paper: CheckedPaper, piece: PaperLine) -> Iterator[FormBreach]:
    for part, one, whole, other, said in _claims(piece.plain):
        units = {" ".join(unit.split()) for unit in (one, other)} - {""}
        if not _value(whole) or len(units) > 1:
            continue
        share = _value(part) * 100 / _value(whole)
        unit = Decimal(1).scaleb(-len(said.partition(",")[2]))
        if abs(share - _value(said)) > unit / 2 + unit * Decimal("0.01"):
            wanted = f"{share.quantize(unit)}".replace(".", ",")
            facts = {"said": said, "part": part, "whole": whole, "wanted": wanted}
            yield breach(paper, _SHARE, _RULE, [piece], **facts)


def _claims(text: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Part, its unit, whole, its unit and share wherever a sentence says all three.

    A stroke without a unit is no fraction: "đến 30/6, đạt 45%" tells a day.
    """
    for found in _OF.finditer(text):
        if found[2] or found[4] or "/" not in found[0]:
            yield found[1], found[2], found[3], found[4], found[5]
    for found in _SHARE_FIRST.finditer(text):
        if found[3] or found[5]:
            yield found[2], found[3], found[4], found[5], found[1]
    for found in _WITHIN.finditer(text):
        if found[2].strip() and found[4].strip():
            yield found[3], found[4], found[1], found[2], found[5]


def _value(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def _totals(paper: CheckedPaper) -> Iterator[FormBreach]:
    tables: dict[int, dict[int, dict[int, PaperLine]]] = {}
    for piece in paper.pieces:
        spot = piece.paragraph.spot
        if spot.table and spot.bordered:
            tables.setdefault(spot.table, {}).setdefault(spot.row, {})[spot.column] = piece
    for rows in tables.values():
        yield from _of_table(paper, rows)


def _of_table(paper: CheckedPaper, rows: dict[int, dict[int, PaperLine]]) -> Iterator[FormBreach]:
    """The last row, if it is a total, against the rows above."""
    last = rows[max(rows)]
    if not any(piece.text.casefold().strip(" :.") in _TOTALS for piece in last.values()):
        return
    end = max(rows)
    body = [row for number, row in sorted(rows.items()) if number < end and len(row) == len(rows[end - 1])]
    shift = max((max(row) for row in body), default=0) - max(last)
    for column, piece in last.items():
        total = _CELL.fullmatch(piece.text.strip())
        values = _parts(body, column + shift) if _grouped(body) else _column(body, column + shift)
        if total and len(values) > 1 and sum(values) != _value(total[1]):
            wanted = f"{sum(values):f}".replace(".", ",")
            yield breach(paper, _TOTAL, _RULE, [piece], said=piece.text, wanted=wanted)


def _parts(rows: Sequence[dict[int, PaperLine]], column: int) -> list[Decimal]:
    """The numbers of a column that its groups sum; none unless each group is the sum of its rows.

    Rows with the first row's kind of label stand over groups; the rows below, up to the next, are theirs.
    """
    counted = [row for row in rows if column in row and _CELL.fullmatch(row[column].text.strip())]
    if len(counted) < 2 or len(counted) < len(rows) - 1 or len(_column(rows, column)) < len(counted):
        return []
    top = _kind(counted[0])
    parts: list[Decimal] = []
    sums: list[Decimal] = []
    for row in counted:
        value = _value(row[column].text.strip())
        if _kind(row) == top:
            parts.append(value)
            sums.append(Decimal(0))
        else:
            sums[-1] += value
    whole = parts == sums
    return [*parts, Decimal(0)] if whole else []


def _grouped(rows: Sequence[dict[int, PaperLine]]) -> bool:
    """Whether some rows are the sums of others: those bear another kind of label, or stand in bold."""
    counted = [row for row in rows if any(_CELL.fullmatch(row[place].text) for place in sorted(row)[1:])]
    firsts = [row[min(row)] for row in counted]
    kinds = set(map(_kind, counted))
    bold = {one.first.bold for one in firsts if one.first is not None}
    return len(kinds) > 1 or len(bold) > 1


def _kind(row: dict[int, PaperLine]) -> int:
    """Which kind of label a row bears."""
    return next(place for place, kind in enumerate(_LABELS) if kind.match(row[min(row)].plain))


def _column(rows: Sequence[dict[int, PaperLine]], column: int) -> list[Decimal]:
    """The numbers of a column behind its head; none if it is of groups, or holds other things."""
    cells = [row[column].text.strip() for row in rows if column in row]
    if cells and any(word in cells[0].casefold() for word in _NOT_ADDED):
        return []
    while cells and not _CELL.fullmatch(cells[0]):
        cells = cells[1:]
    if len(cells) < 2 or not all(_CELL.fullmatch(cell) for cell in cells):
        return []
    values = [_value(cell) for cell in cells]
    return [] if values == [Decimal(place) for place in range(1, len(values) + 1)] else values
