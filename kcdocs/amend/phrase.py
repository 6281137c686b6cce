"""Phrases: the changes of words that a command makes where they stand in the old text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kcdocs.amend import limits, wording
from kcdocs.amend.bench import Bench, RefusedError
from kcdocs.amend.spots import Fragment, Spot, loose_end, spot, whose
from kcdocs.amend.twig import Twig
from kcdocs.law.kinds import HEADED
from kcdocs.law.parts import spoken
from kcdocs.model.address import Kind
from kcdocs.model.operation import Act, Operation, Side, Spared
from kcdocs.model.span import Span


@dataclass(frozen=True, slots=True)
class Rewording:
    """A change of some of a twig's own words.

    Attributes:
        twig: The twig.
        span: The characters of its old text that are meant.
        words: What is put in.
        reach: The characters that give way to it: those meant, with space that would be left over; an empty
            stretch where words are only inserted.
    """

    twig: Twig
    span: Span
    words: str
    reach: Span


@dataclass(frozen=True, slots=True)
class _Place:
    piece: Fragment
    hit: wording.Hit

    @property
    def words(self) -> str:
        return self.hit.span.of(self.piece.twig.text)

    @property
    def own(self) -> Fragment:
        return Fragment(self.piece.twig, self.hit.span)


def edits_of(bench: Bench, operation: Operation) -> tuple[tuple[Rewording, ...], tuple[str, ...]]:
    """The changes that a command on words makes, and what there is to say of them.

    Raises:
        RefusedError: If the words do not stand at the place, or what is spared is not there.
    """
    if operation.act is Act.REPLACE_WORDS and operation.new.strip() in ("", operation.old.strip()):
        raise RefusedError(f"Cụm từ mới để trống hoặc giống hệt cụm từ cũ “{operation.old}”.")
    here = spot(bench, operation.target, operation.parts)
    if operation.at_end and not operation.old:
        return (_at_end(here, operation),), ()
    places, near = _places(here, operation.old)
    places = _kept(bench, operation, here, places)
    loose = loose_end(bench, here.unit) if here.part is None and here.unit is not bench.top else []
    if any(place.piece.twig in loose for place in places):
        raise whose(here.unit, loose)
    if not places:
        raise RefusedError(_missing(operation, near))
    edits = tuple(_edit(operation, place) for place in places)
    for edit in edits:
        _leaves_words(edit, edits)
    return edits, tuple(_remarks(operation, places, near, edits))


def _places(here: Spot, words: str) -> tuple[list[_Place], list[str]]:
    places: list[_Place] = []
    near: list[str] = []
    for piece in here.pieces:
        found = wording.find(words, wording.folded(piece.twig.text))
        inside = [hit for hit in found.hits if _holds(piece.span, hit.span)]
        places += [_Place(piece, hit) for hit in inside]
        near += found.near
    return places, near


def _holds(span: Span, other: Span) -> bool:
    return span.start <= other.start and other.end <= span.end


def _kept(bench: Bench, operation: Operation, here: Spot, places: list[_Place]) -> list[_Place]:
    """The places that no exception takes out."""
    for item in operation.exceptions:
        spared = list(_spared(bench, operation, here, item))
        places = [place for place in places if not any(_meet(place, piece) for piece in spared)]
    return places


def _meet(place: _Place, piece: Fragment) -> bool:
    return place.piece.twig is piece.twig and place.own.meets(piece)


def _spared(bench: Bench, operation: Operation, here: Spot, item: Spared) -> Iterator[Fragment]:
    inside = set(here.twigs)
    around = here if not item.address.steps and not item.parts else spot(bench, item.address, item.parts)
    pieces = [piece for piece in around.pieces if piece.twig in inside]
    if item.words:
        longer = wording.find(operation.old, wording.folded(item.words)).hits
        places, _ = _places(Spot(around.unit, tuple(pieces)), item.words)
        pieces = [place.own for place in places] if longer else []
    if not pieces:
        named = f"cụm từ “{item.words}” tại " if item.words else ""
        raise RefusedError(
            f"Chỗ được trừ ra ({named}{spoken(item.address, item.parts)}) không nằm trong chỗ lệnh nói đến."
        )
    yield from pieces


def _edit(operation: Operation, place: _Place) -> Rewording:
    twig, span = place.piece.twig, place.hit.span
    new = wording.recase(operation.new, place.words) if place.hit.recased else operation.new
    match operation.act, operation.side:
        case Act.INSERT_WORDS, Side.AFTER:
            at = Span(span.end, span.end)
            return Rewording(twig, span, _spaced(new, twig.text[: at.start], behind=True), at)
        case Act.INSERT_WORDS, Side.BEFORE:
            at = Span(span.start, span.start)
            return Rewording(twig, span, _spaced(operation.new, twig.text[at.start :], behind=False), at)
        case Act.REMOVE_WORDS, _:
            return removal(twig, span)
        case _:
            return Rewording(twig, span, new, span)


def removal(twig: Twig, span: Span) -> Rewording:
    """Words taken out, with the space that would be left over."""
    text = twig.text
    gap, glue = wording.tidy(text[: span.start] + text[span.end :], span.start)
    return Rewording(twig, span, glue, Span(gap.start, gap.end + span.end - span.start))


def _spaced(words: str, beside: str, *, behind: bool) -> str:
    """Inserted words with the space they need on the side of their neighbour."""
    if behind:
        return words if words[:1] in ",;.:)” " or beside[-1:].isspace() else f" {words}"
    return words if words[-1:] in "(“ " or beside[:1].isspace() else f"{words} "


def _at_end(here: Spot, operation: Operation) -> Rewording:
    """Words put behind all others of one paragraph, before the mark that ends it; a sentence behind it."""
    worded = [piece for piece in here.pieces if piece.twig.text.strip()]
    if len(worded) != 1:
        raise RefusedError(
            f"{_capital(_where(operation))} có {len(worded)} đoạn; chưa rõ thêm vào cuối đoạn nào."
        )
    piece = worded[0]
    text = piece.span.of(piece.twig.text).rstrip()
    sentence = operation.new[:1].isupper() and operation.new.endswith(".")
    if sentence and not text.endswith("."):
        raise RefusedError(
            f"{_capital(_where(operation))} không kết thúc bằng dấu chấm; chưa rõ thêm cả câu vào đó thế nào."
        )
    bare = text if sentence else text.rstrip(" .;:")
    new = operation.new.rstrip(" .;") if bare != text else operation.new
    at = Span(piece.span.start + len(bare), piece.span.start + len(bare))
    return Rewording(piece.twig, at, _spaced(new, bare, behind=True), at)


def _leaves_words(edit: Rewording, edits: Sequence[Rewording]) -> None:
    """Whether a provision that bears a label still has words of its own after all changes of it."""
    own = [item for item in edits if item.twig is edit.twig]
    left = len(edit.twig.text.strip()) - sum(item.reach.end - item.reach.start for item in own)
    gone = left <= 0 and not any(item.words.strip() for item in own)
    if gone and edit.twig.kind is not Kind.PARAGRAPH:
        raise RefusedError(
            f"Bỏ những từ này thì {edit.twig.address.spoken()} không còn lời; chưa rõ có phải là bãi bỏ cả"
            " điều khoản đó."
        )


def _missing(operation: Operation, near: Sequence[str]) -> str:
    gone = f"Không thấy cụm từ “{operation.old}” tại {_where(operation)}"
    if near:
        return f"{gone}; có chỗ gần giống, chưa rõ có phải là chỗ ấy: {_shown(near)}."
    spared = ", ngoài chỗ được trừ ra" if operation.exceptions else ""
    return f"{gone}{spared}."


def _remarks(
    operation: Operation, places: Sequence[_Place], near: Sequence[str], edits: Sequence[Rewording]
) -> Iterator[str]:
    if len(places) > 1 and operation.target.steps:
        yield f"Thấy {len(places)} chỗ, đã làm ở mọi chỗ."
    if not operation.target.steps and (beside := _outside_articles(places)):
        yield f"Thấy {len(places)} chỗ, kể cả tại {', '.join(beside)}."
    recased = [place.words for place in places if place.hit.recased]
    if recased:
        yield f"Khác chữ hoa, chữ thường ở đầu câu, giữ như văn bản gốc: {_shown(recased)}."
    if near:
        yield f"Có chỗ gần giống, để nguyên: {_shown(near)}."
    if operation.act is Act.REMOVE_WORDS:
        odd = [edit for edit in edits if wording.dangles(_without(edit), edit.span.start)]
        if odd:
            yield f"Bỏ xong còn dấu câu hoặc từ nối bị thừa tại {odd[0].twig.address.spoken()}; xin xem lại."


def _without(edit: Rewording) -> str:
    text = edit.twig.text
    return text[: edit.span.start] + text[edit.span.end :]


def _outside_articles(places: Sequence[_Place]) -> list[str]:
    """Headings, annexes and tables among the places of a command on the whole text."""
    odd = [place.piece.twig for place in places]
    named = {
        f"tên {twig.address.spoken()}" if twig.kind in HEADED else twig.address.spoken(): None
        for twig in odd
        if twig.kind in HEADED or twig.kind is Kind.TABLE or _in_annex(twig)
    }
    return list(named)


def _in_annex(twig: Twig) -> bool:
    return bool(twig.address.steps) and twig.address.steps[0].kind is Kind.ANNEX


def _shown(words: Sequence[str]) -> str:
    every = list(dict.fromkeys(words))
    more = f" và {len(every) - limits.PASSAGES_SHOWN} chỗ khác" if len(every) > limits.PASSAGES_SHOWN else ""
    return ", ".join(f"“{item}”" for item in every[: limits.PASSAGES_SHOWN]) + more


def _where(operation: Operation) -> str:
    return spoken(operation.target, operation.parts)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
