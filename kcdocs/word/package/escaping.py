"""Values as WordprocessingML: the one place where a text becomes XML."""

from __future__ import annotations

import re

BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
OPEN_TEXT = '<w:t xml:space="preserve">'

FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold, and control characters that print nothing."""

_LINE_END = re.compile(r"\r\n?")


def markup(text: str) -> str:
    """The text with the three signs of XML escaped; anything else stays as it is."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def inside_text(text: str) -> str:
    """The text for within a `w:t`: a line end becomes a line break, a tab Word's tab."""
    escaped = markup(_LINE_END.sub("\n", text))
    return escaped.replace("\n", BREAK).replace("\t", TAB)


def hard_hyphens(xml: str) -> str:
    """The inside of a `w:t` with Word's own sign for each hyphen at which no line ends.

    Word finds a number by its plain hyphens only where that sign stands, not the character U+2011.
    """
    return xml.replace("\u2011", HYPHEN)


def inside_attribute(text: str) -> str:
    """The text for within an attribute in double quotes."""
    escaped = markup(_LINE_END.sub("\n", text)).replace('"', "&quot;")
    return escaped.replace("\n", "&#10;").replace("\t", "&#9;")


def inside_plain(text: str) -> str:
    """The text for within an element that knows no breaks, such as a title or a field code."""
    return markup(_LINE_END.sub("\n", text))


def run(text: str, properties: str = "") -> str:
    """A run that holds the text.

    Args:
        text: Any text without forbidden characters.
        properties: XML of the run's `w:rPr`, or nothing.
    """
    return f"<w:r>{properties}{OPEN_TEXT}{inside_text(text)}</w:t></w:r>"


def listing(text: str, paragraph: str, properties: str) -> str:
    r"""The text for within a `w:t` where `\a` begins a paragraph and `\f` a page.

    Args:
        text: The text, which may hold line ends, tabs, `\a` and `\f`.
        paragraph: XML of the `w:pPr` of the paragraph it stands in, or nothing.
        properties: XML of the `w:rPr` of the run it stands in, or nothing.
    """
    following = f"</w:t></w:r></w:p><w:p>{paragraph}<w:r>{properties}{OPEN_TEXT}"
    page = following.replace("<w:p>", '<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p>', 1)
    return inside_text(text).replace("\a", following).replace("\f", page)
