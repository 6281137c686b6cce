"""How the words are typed: spaces, signs, and the letters of the computer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kcdocs.codes import Declared
from kcdocs.law.rule import Certainty, Rule
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.pieces import PaperLine, is_old_font
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.finding import Severity
from kcdocs.text.casing import SMALLS
from kcdocs.text.dates import DATE_WORDS
from kcdocs.text.normalise import fold_cyrillic, fold_lookalikes, fold_tones

_DOUBLED = Declared(
    "LT360",
    Severity.NOTE,
    "Several spaces between two words.",
    "Có nhiều dấu cách liền nhau giữa các chữ.",
    expected="một dấu cách",
    mend="Thay các dấu cách ấy bằng một dấu cách (Ctrl+H).",
)
_BEFORE_SIGN = Declared(
    "LT361",
    Severity.NOTE,
    "A space before a sign of punctuation.",
    "Có dấu cách trước dấu câu.",
    expected="dấu câu liền sau chữ",
    mend="Xóa dấu cách trước dấu câu.",
)
_DECOMPOSED = Declared(
    "LT362",
    Severity.WARNING,
    "Letters are written with combining marks.",
    "Có chữ Việt gõ kiểu tổ hợp (dấu rời), tìm kiếm sẽ không thấy.",
    expected="Unicode dựng sẵn",
    mend="Gõ lại, hoặc chuyển mã sang Unicode dựng sẵn bằng bộ gõ.",
)
_LOOK_ALIKE = Declared(
    "LT363",
    Severity.WARNING,
    "A letter of another alphabet looks like a Vietnamese one.",
    "Có chữ «{said}» không phải chữ Việt, chỉ trông giống.",
    expected="chữ «{wanted}»",
    mend="Gõ lại chữ ấy.",
)
_LEGACY = Declared(
    "LT364",
    Severity.ERROR,
    "Text is set in a font of an old code page.",
    "Có chữ dùng phông bảng mã cũ: {fonts}.",
    expected="phông Unicode",
    mend="Chuyển văn bản sang Unicode bằng công cụ của bộ gõ, rồi chọn phông Times New Roman.",
)
_TONES = Declared(
    "LT365",
    Severity.NOTE,
    "Tone marks stand in two ways.",
    "Dấu thanh đặt theo hai cách: «{one}» và «{other}».",
    expected="một cách đặt dấu trong cả văn bản",
    mend="Chọn một cách và sửa cho giống nhau.",
)
_LEFT_BLANK = Declared(
    "LT366",
    Severity.WARNING,
    "A place of a template that nobody filled.",
    "Còn chỗ chưa điền: {said}.",
    expected="nội dung thật",
    mend="Điền nội dung, hoặc xóa chỗ ấy.",
)

_GENERAL = Rule(
    "Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần I, mục 4 (TCVN 6909:2001)", None, None, Certainty.SECONDARY
)
DOUBLED_SPACE = re.compile(
    rf"(?<=[^\W_])(?: {{2,3}}(?!\s)(?=[^\W_])| {{4,40}}(?=[{SMALLS}])(?!{'|'.join(DATE_WORDS)}))"
)
"""Several spaces between words; a long row parts what stands side by side, or leaves a day, a number open."""

SPACE_BEFORE_SIGN = re.compile(r"(?<=\w) {1,8}(?=[,;.:](?:\s|$))")
_OPEN = re.compile(r"(?<!\.)\.{6,}|…{2,}|«[A-ZĐ][A-Z0-9Đ_]*»|\[[^\W\d_][^\[\]…]{2,40}\]")
"""What stands for words in a document with number and day: rows of dots, fields of a mail merge, brackets."""

_BLANK = re.compile(
    r"\[(?:[^\[\]]{0,30}(?:điền|ghi|nhập)[^\[\]]{0,30}|\.{3,}|…+)\]|<<[^<>]{1,40}>>|\bxxx+\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """What is wrong with how the words of a document are typed."""
    every = [piece for piece in paper.pieces if not piece.paragraph.spot.bordered]
    yield from _matched(paper, _DOUBLED, [piece for piece in every if DOUBLED_SPACE.search(piece.text)])
    yield from _matched(
        paper, _BEFORE_SIGN, [piece for piece in every if SPACE_BEFORE_SIGN.search(piece.text)]
    )
    yield from _matched(paper, _DECOMPOSED, [piece for piece in paper.pieces if _is_decomposed(piece.text)])
    yield from _look_alikes(paper)
    yield from _legacy(paper)
    yield from _tones(paper)
    if not paper.template:
        yield from _blanks(paper)


def _matched(paper: CheckedPaper, declared: Declared, pieces: list[PaperLine]) -> Iterator[FormBreach]:
    if pieces:
        yield breach(paper, declared, _GENERAL, pieces)


def _is_decomposed(text: str) -> bool:
    return any(map(unicodedata.combining, text)) and unicodedata.normalize("NFC", text) != text


def _look_alikes(paper: CheckedPaper) -> Iterator[FormBreach]:
    for piece in paper.pieces:
        if not piece.text.isascii():
            plain = unicodedata.normalize("NFC", piece.text)
            folded = fold_cyrillic(fold_lookalikes(plain))
            odd = next(((a, b) for a, b in zip(plain, folded, strict=False) if a != b and a.isalpha()), None)
            if odd is not None and len(plain) == len(folded):
                yield breach(paper, _LOOK_ALIKE, _GENERAL, [piece], said=odd[0], wanted=odd[1])
                return


def _legacy(paper: CheckedPaper) -> Iterator[FormBreach]:
    used = ((look.font, piece) for piece in paper.pieces for look, _ in piece.looks)
    fonts = {font: piece for font, piece in used if is_old_font(font)}
    if fonts:
        yield breach(paper, _LEGACY, _GENERAL, list(fonts.values()), fonts=", ".join(fonts))


def _tones(paper: CheckedPaper) -> Iterator[FormBreach]:
    ways: dict[bool, tuple[str, PaperLine]] = {}
    for piece in (*paper.body, *paper.annexed):
        for found in _WORD.finditer(piece.text):
            word = found[0]
            if _placed(word) is not None:
                ways.setdefault(bool(_placed(word)), (word, piece))
        if len(ways) == 2:
            facts = {"one": ways[True][0], "other": ways[False][0]}
            yield breach(paper, _TONES, _GENERAL, [ways[True][1], ways[False][1]], **facts)
            return


def _placed(word: str) -> bool | None:
    """True where a tone mark stands as in "hoà", False as in "hòa"; None where both ways are one."""
    if word.isascii():
        return None
    if fold_tones(word) != word:
        return True
    return False if _BARE.search(word) else None


_BARE = re.compile(r"(?:[òóỏõọ][ae]|(?<![qQ])[ùúủũụ]y)(?!\w)", re.IGNORECASE)


def _blanks(paper: CheckedPaper) -> Iterator[FormBreach]:
    hits = [
        (piece, found[0]) for piece in (*paper.body, *paper.annexed) if (found := _BLANK.search(piece.text))
    ]
    if paper.number and not paper.is_draft and not paper.is_open:
        told = {piece for piece, _ in hits}
        rest = [piece for piece in paper.body if piece not in told]
        hits += [(piece, found[0]) for piece in rest if (found := _OPEN.search(piece.text))]
    if hits:
        yield breach(paper, _LEFT_BLANK, _GENERAL, [piece for piece, _ in hits], said=hits[0][1])
