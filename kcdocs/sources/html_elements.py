"""Which elements of HTML begin a line, which show no words, and which show words that are no text.

Source: WHATWG HTML, 15.3 (what browsers display, and how).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


LISTS = _names("ol ul menu dir")

BLOCKS = LISTS | _names(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main nav optgroup p "
    "plaintext pre search section summary table tbody td tfoot th thead tr xmp"
)
"""Elements that begin a line and end one."""

KEPT = _names("pre listing plaintext xmp")
"""Elements whose spaces and line ends are shown as typed."""

WORDLESS = _names(
    "area base col datalist embed head input link meta param script source style template title track"
)
"""Elements that no browser shows as words."""

ASIDE = _names(
    "applet audio button canvas iframe nav noframes noscript object optgroup option select svg textarea video"
)
"""Elements that may show words, but none of the text: navigation, controls, what stands in for something."""


DRAWN = _names("img svg canvas")
"""Elements that show a picture."""


def is_hidden(element: _Element) -> bool:
    """Whether the page itself says that an element is not displayed."""
    style = (element.get("style") or "").lower().replace(" ", "")
    closed = element.tag == "dialog" and element.get("open") is None
    hidden = element.get("hidden") is not None
    return hidden or closed or "display:none" in style or "visibility:hidden" in style
