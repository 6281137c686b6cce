"""Blocks of a template: each opened and closed, within one cell, row, table or text."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from kcdocs.engine import check_faults as faults
from kcdocs.engine.check_syntax import BLOCKS, MIDDLES, end_of, opens, source
from kcdocs.engine.check_tags import Tag, TagKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kcdocs.model.finding import Finding, Place

    AddFault = Callable[[Tag, Callable[[Place], Finding]], None]

Path = tuple[tuple[str, int], ...]

_BOUNDS = {"tbl": "bảng", "tr": "hàng của bảng", "tc": "ô của bảng"}
_CUT = {"tr": "tbl", "tc": "tr"}
_USE_ROWS = "Lặp theo hàng thì dùng {%tr … %} ở hai hàng riêng, trước và sau hàng được lặp."
_USE_ONE = "Đặt thẻ mở và thẻ đóng trong cùng một ô (hoặc cùng ở ngoài bảng)."


@dataclass(slots=True)
class Blocks:
    """The statements of a part that have their place in a block.

    Attributes:
        sources: Statement → what the template language should read for it, missing ends added.
        open: The ends that are missing at the end of the part.
    """

    sources: dict[Tag, str] = field(default_factory=dict)
    open: str = ""


def without_raw(tags: Sequence[Tag]) -> list[Tag]:
    """The tags outside `{% raw %}` … `{% endraw %}`, those two included."""
    kept: list[Tag] = []
    raw = False
    for tag in tags:
        raw = raw and tag.word != "endraw"
        if not raw:
            kept.append(tag)
        raw = raw or tag.word == "raw"
    return kept


def pair(tags: Sequence[Tag], add: AddFault) -> Blocks:
    """Pair the statements of a part.

    Args:
        tags: Its statements in order.
        add: Takes a tag and what makes a finding of its place.
    """
    found, stack = Blocks(), list[Tag]()
    for index, tag in enumerate(tags):
        if opens(tag):
            stack.append(tag)
            found.sources[tag] = source(tag)
        elif tag.word in MIDDLES:
            _middle(tag, stack, found, add)
        elif tag.word.startswith("end") and tag.word[3:] in BLOCKS:
            _end(tag, stack, found, add, tags[index + 1 :])
    for tag in reversed(stack):
        _add_unclosed(tag, add)
        found.open += end_of(tag)
    return found


def _middle(tag: Tag, stack: list[Tag], found: Blocks, add: AddFault) -> None:
    if stack and stack[-1].word in MIDDLES[tag.word]:
        found.sources[tag] = source(tag)
        _together(stack[-1], tag, add)
    else:
        add(tag, lambda place: faults.end_without_start(place, tag.text, "if"))


def _end(tag: Tag, stack: list[Tag], found: Blocks, add: AddFault, rest: Sequence[Tag]) -> None:
    word = tag.word[3:]
    if any(opened.word == word for opened in stack):
        missing = ""
        while stack[-1].word != word:
            _add_unclosed(stack[-1], add)
            missing += end_of(stack.pop())
        found.sources[tag] = missing + source(tag)
        _together(stack.pop(), tag, add)
    elif stack and not any(later.word == f"end{stack[-1].word}" for later in rest):
        opened = stack.pop()
        found.sources[tag] = end_of(opened)
        add(tag, lambda place: faults.wrong_end(place, tag.text, opened.text, opened.word))
    else:
        add(tag, lambda place: faults.end_without_start(place, tag.text, word))


def _add_unclosed(tag: Tag, add: AddFault) -> None:
    add(tag, lambda place: faults.unclosed_block(place, tag.text, tag.word, tag.prefix))


def _together(opened: Tag, tag: Tag, add: AddFault) -> None:
    if _level(opened) != _level(tag) and not (_is_paragraph(opened) and _is_paragraph(tag)):
        add(tag, lambda place: faults.different_prefixes(place, opened.text, tag.text))
        return
    first, last = _holder(opened), _holder(tag)
    if first != last:
        what = _what(first, last)
        mend = _USE_ROWS if what in {"ô của bảng", "hàng của bảng"} else _USE_ONE
        add(opened, lambda place: faults.crossing(place, opened.text, tag.text, what, mend))


def _level(tag: Tag) -> str:
    return "" if tag.prefix == "r" else tag.prefix


def _is_paragraph(tag: Tag) -> bool:
    return tag.prefix == "p" or (not tag.prefix and tag.loose)


def _holder(tag: Tag) -> Path:
    return _up_to(tag.passage.inside, _CUT[tag.prefix]) if tag.prefix in _CUT else tag.passage.inside


def _up_to(path: Path, kind: str) -> Path:
    last = max((index for index, (name, _) in enumerate(path) if name == kind), default=-1)
    return path[: last + 1]


def _what(first: Path, last: Path) -> str:
    differing = next((one for one, other in zip(first, last, strict=False) if one != other), None)
    crossed = differing or max(first, last, key=len)[min(len(first), len(last))]
    return _BOUNDS.get(crossed[0], "khung chữ, ô nội dung hoặc chú thích")


def check_prefixes(tags: Sequence[Tag], texts: Callable[[Tag], str], add: AddFault) -> None:
    """Tell of tags for rows and cells outside tables, and of what a tag's prefix makes Word's text lose.

    Args:
        tags: All tags of a part in order.
        texts: The text of the paragraph, row or cell that a tag takes away, all its prefixed tags left out.
        add: Takes a tag and what makes a finding of its place.
    """
    seen: dict[tuple[str, object], Tag] = {}
    for tag in tags:
        if tag.prefix in _CUT and not _holder(tag):
            add(tag, partial(faults.outside_table, tag=tag.text, prefix=tag.prefix))
        elif tag.prefix in {"p", "tr", "tc"}:
            key = (tag.prefix, taken(tag))
            if key in seen:
                lost = seen[key]
                add(lost, partial(faults.lost_tag, tag=lost.text, prefix=lost.prefix))
            elif (rest := texts(tag).strip()) and tag.kind is not TagKind.COMMENT:
                add(tag, partial(faults.lost_text, tag=tag.text, prefix=tag.prefix, text=rest))
            seen[key] = tag


def taken(tag: Tag) -> Path:
    """What a prefixed tag takes away: the path of its paragraph, row or cell."""
    if tag.prefix == "p":
        return (*tag.passage.inside, ("p", tag.passage.number))
    return _up_to(tag.passage.inside, tag.prefix)


def beside(tag: Tag, tags: Iterable[Tag]) -> Callable[[str], str]:
    """A function that leaves the tags of the same prefix out of their paragraph's text."""
    mine = [other for other in tags if other.prefix == tag.prefix and other.passage is tag.passage]

    def rest(text: str) -> str:
        for other in reversed(mine):
            text = text[: other.span.start] + text[other.span.end :]
        return text

    return rest
