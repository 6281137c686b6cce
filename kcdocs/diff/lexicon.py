"""Words as characters: each token of a text becomes one code point, so that strings can be compared fast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.text.tokens import TokenRange, tokens
from kcdocs.text.variants import spelling_form

if TYPE_CHECKING:
    from kcdocs.model.instrument import Node, Reference

_FIRST = 0x100
_MASK = "\x01"


@dataclass(frozen=True, slots=True)
class Words:
    """A provision's own text, cut into tokens.

    Attributes:
        text: The text.
        stretches: Where each token stands.
        code: One code point a token; tokens that differ only in spelling share it, all references to
            provisions of the instrument itself share one.
        references: Index of the token each such reference is, and the reference.
    """

    text: str
    stretches: tuple[TokenRange, ...]
    code: str
    references: tuple[tuple[int, Reference], ...] = ()

    def token(self, index: int) -> str:
        """The characters of a token."""
        start, end = self.stretches[index]
        return self.text[start:end]


class Lexicon:
    """The code points given to tokens during one comparison."""

    def __init__(self) -> None:
        self._by_key: dict[object, str] = {}
        self._by_token: dict[str, str] = {}

    def key(self, key: object) -> str:
        """The code point of anything hashable that is to be compared like a token."""
        code = self._by_key.get(key)
        if code is None:
            code = self._by_key[key] = chr(_FIRST + len(self._by_key))
        return code

    def token(self, token: str) -> str:
        """The code point of a token."""
        code = self._by_token.get(token)
        if code is None:
            code = self._by_token[token] = self.key(" ".join(spelling_form(token).split()))
        return code

    def words(self, node: Node) -> Words:
        """Cut a provision's own text."""
        text, known, token = node.text, self._by_token.get, self.token
        stretches = tokens(text, [reference.span for reference in node.references])
        codes = [known(text[start:end]) or token(text[start:end]) for start, end in stretches]
        internal = tuple(_internal(node, stretches))
        for index, _ in internal:
            codes[index] = _MASK
        return Words(text, tuple(stretches), "".join(codes), internal)


def own_references(node: Node) -> list[Reference]:
    """The references of a provision to provisions of the instrument it belongs to."""
    return [reference for reference in node.references if reference.citation is None and reference.targets]


def _internal(node: Node, stretches: list[TokenRange]) -> list[tuple[int, Reference]]:
    wanted = {reference.span.start: reference for reference in own_references(node)}
    if not wanted:
        return []
    return [(index, wanted[start]) for index, (start, _) in enumerate(stretches) if start in wanted]
