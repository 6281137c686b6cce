"""The frame of every HTML page: one file, a policy that allows nothing else, the bar, the help."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs.report.markup import Markup, tag
from kcdocs.report.words import class_words, instrument_words, source_words
from kcdocs.settings import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kcdocs.model.comparison import ChangeClass
    from kcdocs.model.instrument import Instrument

_ASSETS = Path(__file__).parent / "assets"

_KEYS = (
    ("n hoặc j", "tới thay đổi kế tiếp"),
    ("p hoặc k", "về thay đổi trước"),
    ("v", "đổi cách xem: cạnh nhau hoặc một cột"),
    ("t", "hiện hoặc ẩn phần không thay đổi"),
    ("x", "bỏ mọi bộ lọc"),
    ("?", "mở bảng phím tắt này"),
    ("Esc", "đóng bảng phím tắt"),
)


def document(name: str, body: Iterable[Markup]) -> str:
    """A whole page around a body, with the style, the script and the policy that allows only them."""
    style, script = _asset("page.css"), _asset("page.js")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="generator", content=f"kcdocs {VERSION}"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("link", rel="icon", href="data:,"),
        tag("title", name),
        tag("style", Markup(style)),
    )
    shown = tag("body", *body, tag("script", Markup(script)), data_view="auto")
    return f"<!doctype html>\n{tag('html', head, shown, lang='vi')}\n"


def top(name: str, texts: Iterable[tuple[str, Instrument]]) -> Markup:
    """The head of the page: what it is, and the texts by their roles."""
    sides = [
        tag("div", tag("dt", role), tag("dd", instrument_words(one), *_file(one))) for role, one in texts
    ]
    return tag("header", tag("h1", name), tag("dl", *sides), cls="top")


def bar(counts: Mapping[ChangeClass, int], unsure: int, *, views: bool) -> Markup:
    """The bar that stays on top: steps, views, the whole text, help, filters.

    Args:
        counts: How often each class occurs; one filter each.
        unsure: How many pairs are unsure; a filter if there are any.
        views: Whether the page can be seen side by side and in one column.
    """
    steps = tag(
        "div",
        tag("button", "‹ Trước", type="button", id="truoc", title="Thay đổi trước (p)"),
        tag("button", "Sau ›", type="button", id="sau", title="Thay đổi kế tiếp (n)"),
        tag("output", "", id="vi-tri", aria_live="polite"),
        cls="group",
    )
    more = tag(
        "div",
        tag("button", "Toàn văn", type="button", id="toan-van", aria_pressed="false"),
        tag("button", "?", type="button", id="phim", aria_label="Phím tắt", title="Phím tắt (?)"),
        cls="group",
    )
    parts = [steps, *([_views()] if views else []), more, _chips(counts, unsure)]
    return tag("div", *parts, cls="bar", role="region", aria_label="Điều khiển")


def skip_link() -> Markup:
    """The way past bar and contents for who reads by keyboard."""
    return tag("a", "Tới nội dung so sánh", href="#noi-dung", cls="skip")


def foot() -> Markup:
    """The last line of the page."""
    return tag("footer", f"Bản so sánh do kcdocs {VERSION} lập; từng thay đổi cần được người rà soát.")


def _views() -> Markup:
    buttons = (
        tag("button", name, type="button", data_view=view, aria_pressed="false")
        for view, name in (("side", "Cạnh nhau"), ("one", "Một cột"))
    )
    return tag("div", *buttons, cls="group joined", role="group", aria_label="Cách xem")


def _chips(counts: Mapping[ChangeClass, int], unsure: int) -> Markup:
    chips = [_chip(change.value, class_words(change), count) for change, count in counts.items()]
    chips += [_chip("chua-chac", "chưa chắc", unsure)] if unsure else []
    return tag("div", *chips, cls="chips", role="group", aria_label="Lọc theo loại thay đổi")


def _chip(name: str, words: str, count: int) -> Markup:
    number = tag("b", str(count))
    return tag(
        "button", f"{words} ", number, type="button", data_filter=name, aria_pressed="false", cls="chip"
    )


def _file(instrument: Instrument) -> list[Markup]:
    file = source_words(instrument)
    return [tag("small", file)] if file else []


def help_dialog() -> Markup:
    """The list of keys."""
    keys = [tag("div", tag("dt", *_key_names(names)), tag("dd", meaning)) for names, meaning in _KEYS]
    close = tag("button", "Đóng", type="button", id="dong")
    heading = tag("h2", "Phím tắt", id="h-phim")
    return tag("dialog", heading, tag("dl", *keys), close, id="tro-giup", aria_labelledby="h-phim")


def _key_names(names: str) -> list[str]:
    first, _, second = names.partition(" hoặc ")
    return [tag("kbd", first), *([" hoặc ", tag("kbd", second)] if second else [])]


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
