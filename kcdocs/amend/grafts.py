"""New content made ready to stand in the old text: does it fit the place a command names?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kcdocs.amend import forms
from kcdocs.amend.bench import RefusedError
from kcdocs.amend.forms import form_label
from kcdocs.amend.make import make
from kcdocs.amend.twig import Twig, graft, grow, is_quoted
from kcdocs.law.bases import is_base
from kcdocs.law.kinds import LABELLED
from kcdocs.law.parts import part_words
from kcdocs.model.address import SPOKEN, Address, Kind
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Operation
from kcdocs.model.span import Span
from kcdocs.parse.openings import opening

_ALONE = re.compile(r"[\s(\[“\"]*(?:…|\.{3})[\s.…;,)\]”\"]*\Z")
_CUT = re.compile(r"[(\[]\s*(?:…|\.{3,4})\s*[)\]]|^\s*…\s*\w")
"""Dots in brackets or before the first word: words left out; at the end of a list they are "and so on".

A row of them alone is a place that nobody has written in yet."""


def grafts(operation: Operation, old: Twig) -> tuple[list[Twig], str]:
    """The new twigs that take the place of a provision.

    Args:
        operation: The command; its content is what was quoted.
        old: The provision.

    Returns:
        The twigs, and what there is to say of them: a heading or label that content does not repeat stays.

    Raises:
        RefusedError: If there is no content, some of it is left out, or it is that of another provision.
    """
    content = given(operation)
    first = content[0]
    if first.kind is Kind.ANNEX and old.kind is Kind.ANNEX:
        return [
            renamed(graft(first, old.address), old.label),
            *(_beside(node, old) for node in content[1:]),
        ], ""
    if _is_it(first, old):
        if len(content) > 1:
            raise RefusedError(f"Nội dung mới có cả {content[1].address.spoken()}; lệnh không nói đến.")
        return [graft(first, old.address)], ""
    if old.kind is Kind.ARTICLE and first.kind in (Kind.PARAGRAPH, Kind.CLAUSE, Kind.TABLE):
        return [
            _under_heading(content, old)
        ], f"Nội dung mới không ghi tên {old.address.spoken()}: giữ tên cũ."
    if old.kind in (Kind.CLAUSE, Kind.POINT) and first.kind is Kind.PARAGRAPH:
        return [
            _behind_label(content, old)
        ], f"Nội dung mới không ghi số, ký hiệu {old.address.spoken()}: giữ như cũ."
    raise RefusedError(f"Nội dung mới là {first.address.spoken()}, không phải {old.address.spoken()}.")


def given(operation: Operation) -> tuple[Node, ...]:
    """The content of a command, if there is some and nothing of it is left out."""
    if not any(_has_words(node) for top in operation.content for node in top.walk()):
        raise RefusedError(f"Lệnh không kèm nội dung mới của {operation.target.spoken()}.")
    if (cut := _elided(operation.content)) is not None:
        raise RefusedError(f"Nội dung mới có dấu lược «{cut}»; chưa rõ phần nào giữ nguyên.")
    return operation.content


def _has_words(node: Node) -> bool:
    """Whether there is a letter or figure in it, not only marks."""
    return any(char.isalnum() for char in node.text)


def lines_of(operation: Operation, unit: Twig, *, labelled: bool) -> list[str]:
    """The paragraphs that a command gives for a part of a provision.

    Args:
        operation: The command.
        unit: The provision.
        labelled: Whether the first of them stands behind the provision's label, which it may then repeat.
    """
    nodes = [item for top in operation.content for item in top.walk()]
    words = [item.text for item in nodes if item.text] or operation.new.split("\n")
    if not any(item.strip() for item in words):
        raise RefusedError(f"Lệnh không kèm nội dung mới của {operation.target.spoken()}.")
    if (cut := _elided(operation.content)) is not None or any(map(_is_cut, words)):
        raise RefusedError(f"Nội dung mới có dấu lược «{cut or words[0]}»; chưa rõ phần nào giữ nguyên.")
    foreign = [item for item in nodes if item.kind in LABELLED and not (labelled and _is_it(item, unit))]
    if foreign:
        raise RefusedError(f"Nội dung mới là {foreign[0].address.spoken()}, không phải phần mà lệnh nói đến.")
    return [without_label(words[0], unit), *words[1:]] if labelled else words


def without_label(words: str, unit: Twig) -> str:
    """Words without the label of the provision they are for, if they repeat it.

    Raises:
        RefusedError: If they bear the label of another provision of that kind.
    """
    found = opening(words)
    if found is None or found.kind is not unit.kind:
        return words
    if found.label != unit.label:
        raise RefusedError(f"Nội dung mới mang số, ký hiệu «{found.label}», không phải «{unit.label}».")
    return words[found.start :].strip()


def paragraph(unit: Twig, words: str) -> Twig:
    """A new paragraph of a provision."""
    twig = graft(make(unit.address.child(Kind.PARAGRAPH, "1"), words), unit.address.child(Kind.PARAGRAPH, ""))
    twig.new = True
    return twig


def bases(operation: Operation, unit: Twig) -> list[Twig]:
    """New legal bases, each a paragraph.

    Raises:
        RefusedError: If one of them is none.
    """
    rows = lines_of(operation, unit, labelled=False)
    if odd := next((row for row in rows if not is_base(row)), ""):
        raise RefusedError(f"Nội dung mới «{odd}» không phải là {SPOKEN[Kind.BASIS]} ban hành.")
    news = [
        graft(make(Address().child(Kind.BASIS, ""), row), Address().child(Kind.BASIS, "")) for row in rows
    ]
    for twig in news:
        twig.new = True
    return news


def form(operation: Operation) -> list[Twig]:
    """A form as it stands in an annex of the amending instrument, or as it is quoted."""
    content = given(operation)
    quoted = is_quoted(content[0])
    if quoted:
        _only_one_form(content, operation)
    return [graft(node, node.address) if quoted else _grown(node) for node in content]


def _only_one_form(content: Sequence[Node], operation: Operation) -> None:
    """Whether what is quoted is the one form that a command names, from its head on.

    Raises:
        RefusedError: If something stands before its head, or another form is there.
    """
    label = operation.parts[-1].label
    every = [node for top in content for node in top.walk()]
    heads = [found for node in every if (found := form_label(node.text))]
    if forms.run(every, label) != [every] or heads[1:]:
        raise RefusedError(
            f"Khối trích không phải chỉ là {part_words(operation.parts)}, kể từ dòng ghi số của mẫu."
        )


def _grown(node: Node) -> Twig:
    twig = grow(node)
    for item in twig.walk():
        item.touched = True
    return twig


def _is_it(node: Node, old: Twig) -> bool:
    """Whether content bears the label of a provision; in an annex an item's unit may be called otherwise."""
    annexed = bool(old.address.steps) and old.address.steps[0].kind is Kind.ANNEX
    return node.label == old.label and (node.kind is old.kind or (annexed and node.kind in LABELLED))


def _beside(node: Node, old: Twig) -> Twig:
    return graft(node, old.address.parent.child(node.kind, node.label))


def renamed(twig: Twig, label: str) -> Twig:
    """An annex of the amending instrument under the number of the one it takes the place of."""
    if twig.label != label and twig.lines:
        line, own = twig.lines[0], twig.slices[0]
        head = line.text[: own.start] if own.end > own.start else line.text
        named = f"{head.rstrip()} {label}" if not twig.label else head.replace(twig.label, label, 1)
        shift = len(named) - len(head)
        twig.lines[0] = replace(line, text=named + line.text[len(head) :])
        twig.slices[0] = Span(own.start + shift, own.end + shift) if own.end > own.start else own
    twig.label = label
    return twig


def _under_heading(content: Sequence[Node], old: Twig) -> Twig:
    twig = _copy(old)
    twig.children = [graft(node, _below(old.address, node)) for node in content]
    twig.touched = True
    return twig


def _behind_label(content: Sequence[Node], old: Twig) -> Twig:
    twig = _copy(old)
    twig.retell(content[0].text)
    rest = (*content[0].children, *content[1:])
    twig.children = [graft(node, _below(old.address, node)) for node in rest]
    return twig


def _copy(old: Twig) -> Twig:
    twig = Twig(old.node, old.address)
    twig.lines, twig.slices = list(old.lines), list(old.slices)
    return twig


def _below(address: Address, node: Node) -> Address:
    return address.child(node.kind, node.label)


def _elided(content: Sequence[Node]) -> str | None:
    """The first passage of content that stands for words left out; blanks of forms and tables are none."""
    for top in content:
        annex = bool(top.address.steps) and top.address.steps[0].kind is Kind.ANNEX
        for node in top.walk():
            if node.kind is not Kind.TABLE and not annex and _is_cut(node.text):
                return node.text
    return None


def _is_cut(words: str) -> bool:
    return is_row(words) or _CUT.search(words) is not None


def is_row(words: str) -> bool:
    """Whether words are dots alone."""
    return _ALONE.match(words) is not None


def heading(words: str, unit: Twig) -> str:
    """A new heading without the label of its provision ("Điều 3. Nơi nộp" → "Nơi nộp")."""
    return without_label(words.strip(), unit)


def title(words: str, old: Twig) -> str:
    """A new title of the whole text without its type, which stands above it ("Thông tư về gốm")."""
    named = old.text.split("\n")[0].lower()
    bare = words.strip()
    bare = bare[len(named) :].lstrip() if bare.lower().startswith(f"{named} ") else bare
    return bare[:1].upper() + bare[1:]
