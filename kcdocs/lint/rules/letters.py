"""The letters: their font and colour everywhere, size and look of each part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.law.layout import Letters, Role
from kcdocs.lint import limits
from kcdocs.lint.labels import provisions
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.pieces import PaperLine, is_old_font
from kcdocs.lint.signs import ends_sentence, is_rule
from kcdocs.lint.telling import FormBreach, breach, figure, range_of
from kcdocs.model.address import Kind
from kcdocs.model.finding import Severity
from kcdocs.word.read import LetterLook

_FONT = Declared(
    "LT110",
    Severity.ERROR,
    "Letters are set in another font than Times New Roman.",
    "Có chữ không dùng phông Times New Roman: {fonts}.",
    expected="phông Times New Roman cho cả văn bản",
    mend="Chọn cả văn bản (Ctrl+A), chọn phông Times New Roman; nhớ cả bảng, đầu trang và chân trang.",
)
_COLOUR = Declared(
    "LT111",
    Severity.ERROR,
    "Letters are not black.",
    "Có chữ không phải màu đen.",
    expected="chữ màu đen",
    mend="Chọn các chữ ấy, đặt lại màu chữ là «Automatic» hoặc màu đen.",
)
_SIZE = Declared(
    "LT112",
    Severity.WARNING,
    "A part is set in another size than the law says.",
    "{part} cỡ chữ {sizes}.",
    expected="cỡ chữ {wanted}",
    mend="Chọn phần này, đặt lại cỡ chữ {wanted}.",
)
_BOLD = Declared(
    "LT113",
    Severity.WARNING,
    "A part is set in bold, or is not, against the law.",
    "{part} {state}, trái quy định về chữ đậm.",
    expected="{wanted}",
    mend="Chọn phần này, {how}.",
)
_ITALIC = Declared(
    "LT114",
    Severity.WARNING,
    "A part is set in italics, or is not, against the law.",
    "{part} {state}, trái quy định về chữ nghiêng.",
    expected="{wanted}",
    mend="Chọn phần này, {how}.",
)
_CASE = Declared(
    "LT115",
    Severity.WARNING,
    "A part stands in capitals, or does not, against the law.",
    "{part} {state}, trái quy định về chữ hoa.",
    expected="{wanted}",
    mend="Gõ lại phần này bằng {wanted}.",
)
_CENTRED = Declared(
    "LT116",
    Severity.WARNING,
    "A part that stands in the middle of the page, or of its cell, does not.",
    "{part} không canh giữa.",
    expected="canh giữa",
    mend="Đặt con trỏ vào dòng này, bấm Ctrl+E để canh giữa.",
)
_FLUSH = Declared(
    "LT117",
    Severity.WARNING,
    "A part that stands at the left edge of its cell does not.",
    "{part} không sát lề trái.",
    expected="sát lề trái",
    mend="Chọn phần này, bấm Ctrl+L để canh trái.",
)
_UPRIGHT = Declared(
    "LT118",
    Severity.WARNING,
    "A clause or a point is set in italics.",
    "Có khoản, điểm in nghiêng.",
    expected="chữ đứng",
    mend="Chọn phần này, bấm Ctrl+I để bỏ in nghiêng.",
)

_THICK = {
    True: ("không in đậm", "chữ in đậm", "bấm Ctrl+B để in đậm"),
    False: ("in đậm", "chữ không đậm", "bấm Ctrl+B để bỏ in đậm"),
}
_SLANTED = {
    True: ("không in nghiêng", "chữ in nghiêng", "bấm Ctrl+I để in nghiêng"),
    False: ("in nghiêng", "chữ đứng", "bấm Ctrl+I để bỏ in nghiêng"),
}
_LOOKS = {"bold": (_BOLD, _THICK), "italic": (_ITALIC, _SLANTED)}
_SIGNS = ("wingdings", "webdings", "symbol", "cambria math")
"""How the names of fonts begin whose letters are signs: boxes to tick, arrows, formulas."""

_BRACKETED = re.compile(r"\([^()]{0,200}\)")


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """What is wrong with the letters of a document."""
    yield from _fonts(paper)
    yield from _colours(paper)
    for role in Role:
        rule = layout.letters(role, paper.profile)
        pieces = [piece for piece in paper.of(role) if piece.looks and not is_rule(piece.text)]
        if rule is not None and pieces:
            yield from _part(paper, role, rule, pieces)
    yield from _slanted(paper)


def _slanted(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Clauses and points in italics; the headings of a report that letters number are left out."""
    if paper.profile is layout.Profile.ASSEMBLY:
        return
    body = set(paper.of(Role.BODY))
    off = [
        piece
        for piece, found in provisions(paper.body)
        if piece in body
        and (found.kind is Kind.CLAUSE or (found.kind is Kind.POINT and ends_sentence(piece)))
        and piece.share(lambda look: look.italic) > limits.MOSTLY
    ]
    if off:
        yield breach(paper, _UPRIGHT, layout.part(6), off)


def _fonts(paper: CheckedPaper) -> Iterator[FormBreach]:
    strange: dict[str, PaperLine] = {}
    for piece in paper.pieces:
        for look, _ in piece.looks:
            if not _is_right(look.font) and not is_old_font(look.font):
                strange.setdefault(look.font, piece)
    if strange:
        yield breach(paper, _FONT, layout.general(4), list(strange.values()), fonts=", ".join(strange))


def _is_right(font: str) -> bool:
    return not font or font.casefold().startswith((layout.FONT.casefold(), *_SIGNS))


def _colours(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Letters of another colour, but for addresses of the network, which Word underlines."""
    coloured = [
        piece
        for piece in paper.pieces
        if not _is_mark(piece)
        and piece.share(lambda look: _is_coloured(look.colour) and not look.underlined) > 0
    ]
    if coloured:
        yield breach(paper, _COLOUR, layout.general(4), coloured)


def _is_mark(piece: PaperLine) -> bool:
    """Whether a line is a mark of urgency or secrecy, which is red (Annex I, III.2), or of a draft."""
    return piece.plain in layout.URGENCY or piece.plain.startswith(layout.DRAFT)


def _is_coloured(colour: str) -> bool:
    if len(colour) != 6:
        return False
    try:
        return any(int(colour[place : place + 2], 16) >= limits.DARK for place in (0, 2, 4))
    except ValueError:
        return False


def _part(
    paper: CheckedPaper, role: Role, rule: Letters, pieces: Sequence[PaperLine]
) -> Iterator[FormBreach]:
    odd = [piece for piece in pieces if _odd_sizes(piece, rule)]
    if odd:
        sizes = sorted({size for piece in odd for size in _odd_sizes(piece, rule)})
        facts = {"sizes": ", ".join(map(figure, sizes)), "wanted": range_of(rule.smallest, rule.largest)}
        yield breach(paper, _SIZE, rule.rule, odd, part=rule.words, **facts)
    for look in _LOOKS:
        yield from _set_as(paper, role, rule, pieces, look)
    if rule.capitals is not None:
        yield from _case(paper, role, rule, pieces)
    if rule.centred and (off := [piece for piece in pieces if _beside_middle(piece, rule)]):
        yield breach(paper, _CENTRED, rule.rule, off, part=rule.words)
    if rule.flush and (off := [piece for piece in pieces if _beside_edge(piece)]):
        yield breach(paper, _FLUSH, rule.rule, off, part=rule.words)


def _beside_middle(piece: PaperLine, rule: Letters) -> bool:
    """Whether a line is not centred, nor pushed to its place by blanks or tabs."""
    placed = rule.celled and (not piece.paragraph.spot.table or piece.paragraph.text[:1].isspace())
    return piece.paragraph.block.align != "center" and not placed


def _beside_edge(piece: PaperLine) -> bool:
    """Whether a line of a cell stands in its middle or at its right; without a table tabs place it."""
    return bool(piece.paragraph.spot.table) and piece.paragraph.block.align in ("center", "right", "end")


def _odd_sizes(piece: PaperLine, rule: Letters) -> list[float]:
    least, most = rule.smallest - limits.POINT_TOLERANCE, rule.largest + limits.POINT_TOLERANCE
    return [size for size in piece.sizes if not least <= size <= most]


def _set_as(
    paper: CheckedPaper, role: Role, rule: Letters, pieces: Sequence[PaperLine], look: str
) -> Iterator[FormBreach]:
    """Lines that are, or are not, in bold or italics against the rule; `look` names which of the two."""
    wanted: bool | None = getattr(rule, look)
    nameless = _nameless(paper) if role is Role.ARTICLE else frozenset()
    off = [
        piece
        for piece in pieces
        if _breaks(piece, lambda one: getattr(one, look) is wanted, piece in nameless)
    ]
    if wanted is not None and off:
        declared, words = _LOOKS[look]
        facts = dict(zip(("state", "wanted", "how"), words[wanted], strict=True))
        yield breach(paper, declared, rule.rule, off, part=rule.words, **facts)


def _nameless(paper: CheckedPaper) -> frozenset[PaperLine]:
    """Articles whose line is their sentence, and no name: it ends as one, or no words follow below it."""
    articles = set(paper.of(Role.ARTICLE))
    below = {piece: paper.body[place : place + 1] for place, piece in enumerate(paper.body, 1)}
    return frozenset(
        piece
        for piece in articles
        if ends_sentence(piece) or not below.get(piece) or below[piece][0] in articles
    )


def _breaks(piece: PaperLine, right: Callable[[LetterLook], bool], nameless: bool) -> bool:
    """Whether a line is set otherwise; an article without a name has only its label set as a heading is.

    How a label looks that Word itself counts is not known.
    """
    if nameless:
        return piece.first is not None and not piece.paragraph.label and not right(piece.first)
    return piece.share(right) < limits.MOSTLY


def _shouts(piece: PaperLine, role: Role) -> bool:
    """Whether a line stands in capitals; of an article its label is enough."""
    said = piece.text.partition(" ")[0] if role is Role.ARTICLE else piece.text
    return said.isupper() and len(said) > limits.SHORTEST_WORD


def _case(
    paper: CheckedPaper, role: Role, rule: Letters, pieces: Sequence[PaperLine]
) -> Iterator[FormBreach]:
    lettered = [piece for piece in pieces if any(map(str.isalpha, piece.text))]
    if rule.capitals:
        off = [piece for piece in lettered if not _BRACKETED.sub("", piece.text).isupper()]
        facts = {"state": "không viết hoa hết", "wanted": "chữ in hoa"}
    else:
        off = [piece for piece in lettered if _shouts(piece, role)]
        facts = {"state": "viết hoa hết", "wanted": "chữ in thường"}
    if off:
        yield breach(paper, _CASE, rule.rule, off, part=rule.words, **facts)
