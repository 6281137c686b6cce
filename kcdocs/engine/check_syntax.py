"""Each tag read on its own, so that one fault does not hide the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError

from kcdocs.engine.check_tags import Tag, TagKind
from kcdocs.engine.environment import sandbox
from kcdocs.engine.reasons import TOO_DEEP, syntax_reason

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD_TAGS = frozenset({"vm", "hm"})
"""Statements of the Word dialect that stand alone."""
VALUE_TAGS = frozenset({"colspan", "cellbg"})
"""Statements of the Word dialect that take a value."""
FORBIDDEN = frozenset({"include", "import", "from", "extends", "autoescape"})
"""Statements that reach outside the template."""
BLOCKS = frozenset({"for", "if", "macro", "call", "filter", "with", "block", "set", "raw"})
"""Statements that open a block."""
MIDDLES: Mapping[str, frozenset[str]] = {"else": frozenset({"for", "if"}), "elif": frozenset({"if"})}
"""Statements within a block → the blocks they may stand in."""
WORDS = BLOCKS | MIDDLES.keys() | {f"end{word}" for word in BLOCKS} | WORD_TAGS | VALUE_TAGS | FORBIDDEN

ANYTHING = "kcdocs_anything"
"""A name that stands for any value."""

_MENDED = str.maketrans("“”‘’", "\"\"''")


def mended(body: str) -> str:
    """The body of a tag with the curly quotes that the engine mends made straight, on one line."""
    return re.sub(r"[\n\t\r]", " ", body.translate(_MENDED))


def source(tag: Tag) -> str:
    """The tag for the template language: its own prefix and what only Word's dialect knows taken away."""
    body = mended(tag.body)
    if tag.kind is TagKind.COMMENT or tag.word in WORD_TAGS:
        return ""
    if tag.kind is TagKind.PRINT:
        return f"{{{{ {body} }}}}"
    if tag.word in VALUE_TAGS:
        return f"{{{{ {body.strip().removeprefix(tag.word)} }}}}"
    return f"{{% {body} %}}"


def fault_of(tag: Tag) -> str:
    """Why the tag cannot be read, in Vietnamese; empty if it can."""
    return _fault(tag, source(tag))


def _fault(tag: Tag, text: str) -> str:
    word = tag.word
    if word.startswith("end") and word[3:] in BLOCKS:
        text = _opened(word[3:]) + text
    elif word in MIDDLES:
        text = "{% if x %}" + text + "{% endif %}"
    elif opens(tag):
        text += f"{{% end{word} %}}"
    try:
        sandbox().parse(text)
    except TemplateSyntaxError as error:
        return _missing_bracket(tag.body) or syntax_reason(error.message or "")
    except RecursionError:
        return TOO_DEEP
    return ""


def _missing_bracket(body: str) -> str:
    for opening, closing in ("()", "[]"):
        if body.count(opening) > body.count(closing):
            return f"thiếu dấu «{closing}»"
    return ""


def opens(tag: Tag) -> bool:
    """Whether the tag opens a block; `{% set x = 1 %}` does not."""
    return tag.word in BLOCKS and not (tag.word == "set" and "=" in tag.body)


def end_of(tag: Tag) -> str:
    """The statement that ends the block a tag opens."""
    return f"{{% end{tag.word} %}}"


def stand_in(tag: Tag) -> str:
    """A statement that opens (or goes on with) the same kind of block, for one that cannot be read."""
    target = re.match(r"\s*for\s+([a-zA-Z_]\w*)", tag.body)
    if tag.word == "elif":
        return f"{{% elif {ANYTHING} %}}"
    return _opened(tag.word, target[1] if target else "_") if opens(tag) else ""


def _opened(word: str, target: str = "_") -> str:
    heads = {
        "for": f"for {target} in {ANYTHING}",
        "if": f"if {ANYTHING}",
        "macro": "macro _()",
        "call": f"call {ANYTHING}()",
        "filter": "filter upper",
        "with": "with _ = 1",
        "block": "block _",
        "set": "set _",
        "raw": "raw",
    }
    return f"{{% {heads[word]} %}}"
