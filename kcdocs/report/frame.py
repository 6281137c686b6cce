"""The one way to an HTML page: templates that escape all they print, in a frame that lets nothing else act.

What a template prints is escaped, and what acts in it is shown as a sign. The templates (`assets/*.html`)
never mark a value as safe; markup made in Python comes from `text`, `plain`, `joined` and `markupsafe` alone.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from jinja2.lexer import Token
from markupsafe import Markup, escape

from kcdocs.report import limits, titles, words
from kcdocs.settings import VERSION
from kcdocs.text import unseen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import nodes
    from jinja2.compiler import Frame
    from jinja2.lexer import TokenStream

_MEASURES = {"batched": limits.BATCHED, "listed": limits.LISTED}
_ASSETS = Path(__file__).parent / "assets"
_BIDI = re.compile(f"[{unseen.BIDI}]")


def page(template: str, *, title: str, style: str, script: str = "", **values: object) -> str:
    """A whole HTML document.

    Args:
        template: Name of a template that extends `frame.html`.
        title: The page's title.
        style: Name of the style sheet; it is put into the page.
        script: Name of the script, likewise; a page without one may run none.
        values: What the template prints; a name that it uses and that is not given is an error.
    """
    own_style, own_script = _asset(style), _asset(script) if script else Markup()
    policy = _policy(own_style, own_script)
    frame = {"title": title, "style": own_style, "script": own_script, "policy": policy, "version": VERSION}
    fixed = {"shell": "frame.html", "put_off": None}
    return _templates().get_template(template).render(_MEASURES | frame | values | fixed) + "\n"


def fragment(template: str, **values: object) -> str:
    """The body of a page alone, for a program that serves it with `asset` as files of its own.

    What stands below the first screens comes last, in `template` elements, from which the script puts it in.

    Args:
        template: Name of a template that extends its `shell`.
        values: As for `page`.
    """
    served = {"version": VERSION, "shell": "fragment.html", "put_off": _PutOff()}
    return _templates().get_template(template).render(_MEASURES | served | values)


def asset(name: str) -> str:
    """A style sheet or script of the pages."""
    return _asset(name)


def text(value: str) -> Markup:
    """Words escaped, what acts in them shown as signs; a sign for a turn of direction is set apart."""
    escaped = escape(value)
    if unseen.shown(value) == value:
        return escaped
    # No quotes: printed within an attribute by mistake, the sign still could not end its value.
    apart = _BIDI.sub(lambda found: f"<bdi class=dao-chieu>{unseen.sign(found[0])}</bdi>", escaped)
    return Markup(unseen.shown(apart))  # noqa: S704 - all but the signs is escaped


def joined(pieces: Iterable[Markup]) -> Markup:
    """Pieces of markup in one; its own `join` would escape each again, a third of the work of a long page."""
    return Markup("".join(pieces))  # noqa: S704 - the type says that each is markup


def plain(value: object) -> Markup:
    """Like `text` for a place that holds no elements: the value of an attribute, the title."""
    return escape(unseen.shown(str(value)))


class _PutOff:
    """What a page brings last, so that its first screens need not wait for it."""

    def __init__(self) -> None:
        self.pieces: list[Markup] = []

    def __call__(self, piece: Markup) -> int:
        """Keep a piece for the end; gives its number, from 1."""
        self.pieces.append(piece)
        return len(self.pieces)


class _Tight(Extension):
    """Drops line breaks and indentation of the templates: within a provision a browser would show them."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Shorten what stands between the tags of the template; a break within a Jinja tag stays."""
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, "data", _joined(token.value))
            else:
                yield token


class _Once(CodeGenerator):
    """Prints what `_printed` gives, which is markup, without escaping it a second time.

    Jinja's own code makes a new string of every piece of markup, however long, at each level of a macro.
    """

    def _output_child_pre(
        self, _node: nodes.Expr, _frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(finalize.src or "(")

    def _output_child_post(
        self, _node: nodes.Expr, _frame: Frame, _finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")


class _Environment(Environment):
    code_generator_class = _Once


def _joined(words: str) -> str:
    """The lines in one, without the spaces around each break."""
    lines = words.split("\n")
    last = len(lines) - 1
    trimmed = (line.lstrip() if number else line for number, line in enumerate(lines))
    return "".join(line.rstrip() if number < last else line for number, line in enumerate(trimmed))


@cache
def _templates() -> Environment:
    made = _Environment(
        loader=FileSystemLoader(_ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printed,
        auto_reload=False,
        extensions=[_Tight],
    )
    made.filters |= {
        "plain": plain,
        "number": _number,
        "capital": words.capital,
        "file_words": words.file_words,
        "class_words": words.class_words,
        "class_meaning": lambda change: words.CLASSES[change][1],
        "classes": titles.classes,
        "outcome": words.OUTCOMES.__getitem__,
        "quantity": words.QUANTITIES.__getitem__,
    }
    return made


def _printed(value: object) -> Markup:
    """What a template prints for a value.

    Raises:
        TypeError: If there is none: a page never says "None".
    """
    if isinstance(value, Markup):
        return value
    if value is None:
        raise TypeError("a template prints None")
    return text(str(value))


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".") if count else "–"


def _asset(name: str) -> Markup:
    return Markup((_ASSETS / name).read_text("utf-8"))  # noqa: S704 - a file of this package


def _policy(style: str, script: str) -> str:
    scripts = f"script-src {_digest(script)}; " if script else ""
    return (
        f"default-src 'none'; style-src {_digest(style)}; {scripts}"
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(asset: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(asset.encode()).digest()).decode()}'"
