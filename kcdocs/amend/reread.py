"""Re-reading: are the operations of a paragraph what its words show?

The operations are held against a second look (`sighting`) that shares nothing with the grammar: how many
places and phrases are named, with which labels, what stands behind "trừ", "vào sau", "bằng", and which
instrument is numbered. What the two do not agree on is told; neither is taken to be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kcdocs.amend.recount import recounted
from kcdocs.amend.shown import Ordered, Shown, sort_shown
from kcdocs.amend.sighting import ANY, Mention, Sighted, Sighting, outside_quotes, sight
from kcdocs.law.commanding import words_of
from kcdocs.law.kinds import GROUPING
from kcdocs.law.parts import part_words, spoken
from kcdocs.model.address import SPOKEN, Address, Kind
from kcdocs.model.operation import Act, Operation, Part, PartKind, Side
from kcdocs.text.normalise import content_form

_WORDS = frozenset({Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS})
_VERBS: dict[Act, tuple[str, ...]] = {
    Act.REPLACE: ("sửa", "thay", "điều chỉnh"),
    Act.INSERT: ("bổ sung", "thêm"),
    Act.REPEAL: ("bỏ", "hiệu lực"),
    Act.RETITLE: ("sửa", "thay", "đổi", "điều chỉnh"),
    Act.REPLACE_WORDS: ("sửa", "thay", "đổi", "điều chỉnh", "đính chính"),
    Act.INSERT_WORDS: ("bổ sung", "thêm"),
    Act.REMOVE_WORDS: ("bỏ",),
    Act.SUSPEND: ("ngưng", "đình chỉ"),
    Act.PROLONG: ("kéo dài",),
}
"""What of a verb must be in the sentence, or above it, for an act to be what it says."""


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a paragraph in the amending instrument.

    Attributes:
        texts: The words of the provisions around it, the nearest first.
        title: The instrument's title.
        contents: Labels of the provisions quoted below the paragraph, outermost only.
        rows: All rows quoted below it (`recount`).
    """

    texts: tuple[str, ...] = ()
    title: str = ""
    contents: tuple[Mention, ...] = ()
    rows: tuple[str, ...] = ()


def disagreements(text: str, operations: Sequence[Operation], around: Above) -> list[str]:
    """What a paragraph shows otherwise than its operations say, in Vietnamese; nothing if they agree.

    Args:
        text: The paragraph's own words.
        operations: The operations read from it; none of them unclear.
        around: What stands above it and below it.
    """
    seen = sight(_with_phrases(text, operations, around))
    shown = sort_shown(seen)
    found = (
        *_places(shown, seen, operations, around),
        *_quotes(shown, operations),
        *_spared(shown, operations),
        *_sides(shown, operations),
        *_verbs(text, operations, around),
        *_instrument(seen, operations, around),
        *_whole(text, operations, around),
        *_contents(operations, around),
        *recounted(around.rows, operations),
    )
    return list(dict.fromkeys(found))


def _with_phrases(text: str, operations: Sequence[Operation], around: Above) -> str:
    """An item of a list behind the words above it that are to be changed there."""
    if not all(item.act in _WORDS for item in operations) or _phrases(text):
        return text
    return next((f"{above.rstrip(' :')}: {text}" for above in around.texts if _phrases(above)), text)


def _phrases(text: str) -> bool:
    return any(token.kind == "quote" for token in sight(text).tokens)


# --- What the operations hold -------------------------------------------------------------------------------


def _mentions(operation: Operation) -> list[Mention]:
    """The units and parts of an operation's place, the smallest first; what is quoted is no place."""
    parts = [_part(part) for part in reversed(operation.parts) if not part.quoted]
    heading = [Mention(PartKind.HEADING)] if operation.act is Act.RETITLE and not operation.parts else []
    return [*heading, *parts, *_steps(operation.target)]


def _part(part: Part) -> Mention:
    if part.kind is PartKind.LEAD:
        return Mention(PartKind.PARAGRAPH, "1")
    return Mention(part.kind, part.label or (str(part.ordinal) if part.ordinal else ""))


def _steps(address: Address) -> list[Mention]:
    return [Mention(step.kind, step.label) for step in reversed(address.steps)]


def _alike(mention: Mention) -> Mention:
    """The same for both ways to call the words before the first point."""
    return Mention(PartKind.PARAGRAPH, "1") if mention.kind is PartKind.LEAD else mention


def _phrase(operation: Operation) -> str | None:
    """The phrase an operation looks for; None if it acts on a provision."""
    quoted = next((part.quoted for part in operation.parts if part.quoted), None)
    return operation.old if operation.act in _WORDS else quoted


def _fits(sighting: Sighting, operation: Operation) -> bool:
    """Whether an operation acts on the place named: the smallest unit is its own, others are around it."""
    own = _mentions(operation)
    ends = operation.at_end and Mention(*_key(sighting)) in own
    key = _alike(sighting.key)
    heading = own[:1] == [Mention(PartKind.HEADING)] and key in own[1:2]
    return (
        bool(own)
        and (own[0] == key or ends or heading)
        and all(_around(_alike(item), own) for item in sighting.around)
    )


def _around(mention: Mention, own: Sequence[Mention]) -> bool:
    if mention.label == ANY:
        return any(item.kind is mention.kind for item in own[1:2])
    numbered_on = mention.kind in GROUPING and any(item.kind is Kind.ARTICLE for item in own)
    return mention in own or numbered_on  # the address of an article does not show its chapter


def _key(sighting: Sighting) -> tuple[Kind | PartKind, str]:
    return sighting.key.kind, sighting.key.label


# --- Where the two differ -----------------------------------------------------------------------------------


def _places(shown: Shown, seen: Sighted, operations: Sequence[Operation], around: Above) -> Iterator[str]:
    left = list(operations)
    for entry in shown.entries:
        found = next((item for item in left if _meets(entry, item, operations)), None)
        if found is None:
            yield f"câu nói đến {_ordered(entry)}, không lệnh nào đọc được là cho chỗ đó"
        else:
            left.remove(found)
    for item in left:
        if not _explained(item, shown, seen):
            yield f"lệnh đọc được cho {_named(item)}, câu không nói đến"
    for item in operations:
        yield from _unheard(item, seen, around)


def _meets(entry: Ordered, operation: Operation, together: Sequence[Operation]) -> bool:
    """Whether an operation does what is ordered, there, with as many exceptions."""
    phrase = _phrase(operation)
    if (phrase is None) != (entry.old is None) or not _says(entry.verb, operation):
        return False
    worded = operation.act in _WORDS and not operation.at_end
    other = worded and content_form(phrase or "") != content_form(entry.old or "")
    placed = entry.place is None or _fits(entry.place, operation)
    spared = len(operation.exceptions)
    return placed and not other and (spared == entry.spared or (not spared and _spares_within(together)))


def _spares_within(operations: Sequence[Operation]) -> bool:
    """Whether exceptions lie in the provision of one operation, so that the others have none."""
    return any(
        item.target.steps and all(one.address.starts_with(item.target) for one in item.exceptions)
        for item in operations
        if item.exceptions
    )


def _ordered(entry: Ordered) -> str:
    words = f"“{entry.old}” tại " if entry.old is not None else ""
    return f"{words}{_spoken(entry.place) if entry.place else 'nơi nêu phía trên'}"


def _says(verb: str, operation: Operation) -> bool:
    """Whether a verb orders such an act; without one before it another rule asks."""
    stems = _VERBS.get(operation.act, ())
    return not verb or not stems or any(stem in verb for stem in stems)


def _explained(operation: Operation, shown: Shown, seen: Sighted) -> bool:
    """Whether the words allow an operation that no place in them stands for by itself."""
    own = _mentions(operation)
    if seen.ranged and own:
        return True
    beside = [mention for item in shown.anchors for mention in (item.key, *item.around)]
    if operation.act is Act.INSERT and operation.parts:
        kinds = {mention.kind for mention in beside}
        return not own or not own[0].label or own[0].kind in kinds or any(item in beside for item in own)
    named = own[:1] and not own[0].label
    this = any(token.kind == "this" for token in seen.tokens)
    return bool(named) or this or (not own and operation.throughout)


def _unheard(operation: Operation, seen: Sighted, around: Above) -> Iterator[str]:
    """Units of a place that neither the paragraph nor what stands above it names."""
    heard = seen.mentions
    above = [sight(text).mentions for text in around.texts]
    own = [item for item in _mentions(operation) if isinstance(item.kind, Kind) and item.label]
    missing = [item for item in own if item not in heard and not any(item in other for other in above)]
    if missing and not seen.ranged:
        yield f"không thấy «{_word(missing[0])}» trong câu hay phía trên"
    if _phrase(operation) is not None and not any(isinstance(item.kind, Kind) for item in heard):
        yield from _unlent(own, above)


def _unlent(own: Sequence[Mention], above: Sequence[frozenset[Mention]]) -> Iterator[str]:
    """Where the paragraph names no place, that of the nearest text above which names one."""
    units = ([item for item in heard if item.kind in _LENT] for heard in above)
    lent = next((items for items in units if items), [])
    one = len({item.kind for item in lent}) == len(lent)
    if one and not all(item in own for item in lent):
        yield f"nơi nêu phía trên ({_word(lent[0])}) không có trong lệnh đọc được"


_LENT = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.POINT})


def _quotes(shown: Shown, operations: Sequence[Operation]) -> Iterator[str]:
    """Phrases on the wrong side: old ones that are not changed here, new ones that are not put in so."""
    olds = shown.olds
    put = {
        Act.REPLACE_WORDS: {content_form(new) for new in shown.news},
        Act.INSERT_WORDS: {content_form(new) for new in (*shown.beside, *(olds if shown.ends else ()))},
    }
    for item in operations:
        if item.act in _WORDS and item.old and content_form(item.old) not in olds:
            yield f"“{item.old}” không phải là cụm từ được sửa trong câu"
        if item.act in put and content_form(item.new) not in put[item.act]:
            yield f"câu không đưa “{item.new}” vào theo cách đã đọc"
    given = {content_form(item.new) for item in operations}
    if operations and all(item.act in put for item in operations):
        for new in sorted(set().union(*put.values()) - given - (olds if shown.ends else set())):
            yield f"câu có cụm từ mới “{new}” mà không lệnh nào dùng"


def _spared(shown: Shown, operations: Sequence[Operation]) -> Iterator[str]:
    most = max((entry.spared for entry in shown.entries), default=0)
    read = max((len(item.exceptions) for item in operations), default=0)
    if most != read:
        yield f"câu trừ ra {most} chỗ, lệnh đọc được trừ {read} chỗ"


def _sides(shown: Shown, operations: Sequence[Operation]) -> Iterator[str]:
    adding = [item for item in operations if item.act in (Act.INSERT, Act.INSERT_WORDS)]
    if not adding:
        return
    sides = {item.side for item in adding if not item.at_end and not (item.act is Act.INSERT and item.parts)}
    if shown.sides and sides and not sides <= shown.sides | ({Side.AFTER} if len(adding) > 1 else set()):
        yield "câu nói đặt ở phía bên kia của chỗ được nêu"
    if shown.ends and not any(item.at_end for item in adding):
        yield "câu nói đặt vào cuối, lệnh đọc được thì không"
    for item in adding:
        if item.anchor is not None and not any(_beside(anchor, item.anchor) for anchor in shown.anchors):
            yield f"câu không nói đặt cạnh {item.anchor.spoken()}"
    loose = [item for item in adding if item.act is Act.INSERT and not item.parts and item.anchor is None]
    if shown.anchors and loose and shown.adding <= 1:
        yield f"câu nói đặt cạnh {_spoken(shown.anchors[0])}, lệnh đọc được thì không"


def _beside(anchor: Sighting, address: Address) -> bool:
    own = _steps(address)
    return own[:1] == [anchor.key] and all(item in own for item in anchor.around)


def _verbs(text: str, operations: Sequence[Operation], around: Above) -> Iterator[str]:
    """Acts that no verb of the paragraph says; of those above it where it has none itself."""
    said = next((words for words in map(_said, (text, *around.texts)) if words), "")
    for item in operations:
        stems = _VERBS.get(item.act)
        if stems and not any(stem in said for stem in stems):
            yield f"câu không có động từ nào ra lệnh như đã đọc cho {_named(item)}"


def _said(text: str) -> str:
    """The verbs of a text, in small letters."""
    verbs = [token.text for token in sight(text).tokens if token.kind in ("verb", "passive", "gone")]
    return " ".join([*verbs, *_SUSPENDING.findall(text)]).lower()


_SUSPENDING = re.compile("|".join(words_of("suspend")), re.IGNORECASE)


def _instrument(seen: Sighted, operations: Sequence[Operation], around: Above) -> Iterator[str]:
    above = [sight(text).numbers for text in around.texts]
    title = sight(around.title).numbers
    named = seen.numbers or next((numbers for numbers in above if numbers), ()) or title
    for item in operations:
        number = item.amends.number if item.amends else ""
        if named and number and number not in named:
            yield f"lệnh đọc được là sửa {number}, câu nói đến {', '.join(named)}"
        if seen.numbers and item.amends is None:
            yield f"câu nêu {', '.join(seen.numbers)}, lệnh đọc được không rõ sửa văn bản nào"


def _whole(text: str, operations: Sequence[Operation], around: Above) -> Iterator[str]:
    said = " ".join((outside_quotes(text), *map(outside_quotes, around.texts))).lower()
    for item in operations:
        named = any(word in said for word in ("toàn", "tất cả", "tại ", "trong ", " của "))
        if item.throughout and not named:
            yield "câu không nói là toàn văn"


def _contents(operations: Sequence[Operation], around: Above) -> Iterator[str]:
    """Provisions quoted below that no operation takes, by label."""
    own = {mention for item in operations for mention in _mentions(item)}
    quoted = {
        Mention(node.kind, node.label) for item in operations for node in (*item.content, *item.wrapper)
    }
    annexed = any(item.kind is Kind.ANNEX for item in quoted)
    whole = (
        annexed
        or any(item.kind is Kind.PARAGRAPH for item in quoted)
        or any(item.parts for item in operations)
    )
    for mention in around.contents:
        if mention not in own | quoted and not whole:
            yield f"nội dung trích có {_word(mention)} mà không lệnh nào nhận"


def _spoken(sighting: Sighting) -> str:
    return " ".join(_word(item) for item in (sighting.key, *sighting.around))


def _word(mention: Mention) -> str:
    if isinstance(mention.kind, Kind):
        return f"{SPOKEN[mention.kind]} {mention.label}".strip()
    return part_words(
        (Part(mention.kind, int(mention.label) if mention.label.lstrip("-").isdigit() else 0, mention.label),)
    )


def _named(operation: Operation) -> str:
    return spoken(operation.target, operation.parts)
