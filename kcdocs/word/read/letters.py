"""How letters and paragraphs are set once styles, theme, defaults and direct settings are taken together.

Source: ISO/IEC 29500-1, 17.3.1, 17.3.2 and 17.7.2 (the order in which styles apply).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from lxml.etree import tostring

from kcdocs.text.numbers import whole_number
from kcdocs.word import limits
from kcdocs.word.package.wml import DRAWING, W, on, val, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element

    from kcdocs.word.read.styles import Styles

_Key = TypeVar("_Key")
_Look = TypeVar("_Look")

TWIPS_A_MM = 1440 / 25.4
TWIPS_A_POINT = 20
TWIPS_A_LINE = 240
"""Units of `w:spacing`: a line is 240 where it is told as a multiple."""

_STANDARD_SIZE = 20
"""Half points of a text whose styles name no size (17.3.2.38)."""

_AUTOMATIC_GAP = 280
"""Twips that Word leaves where a paragraph asks for automatic space: 14 points."""


class LetterLook(NamedTuple):
    """How letters are set.

    Attributes:
        font: The font of Latin letters.
        size: Points.
        bold: In bold.
        italic: In italics.
        caps: Shown in capitals though typed otherwise.
        underlined: With a line below.
        colour: Six hexadecimal digits; empty for the automatic one, which prints black.
        hidden: Not printed.
    """

    font: str
    size: float
    bold: bool
    italic: bool
    caps: bool
    underlined: bool
    colour: str
    hidden: bool


class ParagraphLook(NamedTuple):
    """How a paragraph is set.

    Attributes:
        align: `ST_Jc` ("both", "center"), empty for the left edge.
        left: Millimetres from the text's left edge.
        right: Millimetres from its right edge.
        first: Millimetres by which the first line goes in; negative where it hangs out.
        before: Points above.
        after: Points below.
        lines: Distance of its lines as a multiple of a line; 0 where it is told in points.
        exact: The same in points; 0 where it is a multiple.
        roofed: Whether a border runs along its upper edge.
        ruled: Whether a border runs along its lower edge.
    """

    align: str
    left: float
    right: float
    first: float
    before: float
    after: float
    lines: float
    exact: float
    roofed: bool
    ruled: bool


@dataclass(slots=True)
class Typesetter:
    """Answers how letters and paragraphs of one document are set.

    Attributes:
        styles: The document's styles.
        fonts: Name of a theme's font slot ("minorHAnsi") → the font.
    """

    styles: Styles
    fonts: Mapping[str, str]
    _bases: dict[tuple[str, str, str], tuple[_Element, ...]] = field(default_factory=dict)
    _letters: dict[tuple[str, str, bytes], LetterLook] = field(default_factory=dict)
    _blocks: dict[tuple[str, bytes, bytes], ParagraphLook] = field(default_factory=dict)

    def letter(self, paragraph: str, table: str, own: _Element | None) -> LetterLook:
        """How a run is set.

        Args:
            paragraph: The style of its paragraph.
            table: The style of the table around; empty if none.
            own: Its `w:rPr`, or the paragraph mark's; None if it has none.
        """
        return _kept(
            self._letters, (paragraph, table, _said(own)), lambda: self._letter(paragraph, table, own)
        )

    def _letter(self, paragraph: str, table: str, own: _Element | None) -> LetterLook:
        look = self.styles.look(paragraph, own)
        sources = self._sources(paragraph, val(own, "rStyle") or "", table, own)
        return LetterLook(
            font=next((font for source in sources if (font := self._font(source))), ""),
            size=(whole_number(_first(sources, "sz")) or _STANDARD_SIZE) / 2,
            bold=look.bold,
            italic=look.italic,
            caps=next((shown for source in sources if (shown := on(source, "caps")) is not None), False),
            underlined=_first(sources, "u") not in (None, "none"),
            colour=_colour(_first(sources, "color")),
            hidden=look.hidden,
        )

    def block(self, paragraph: _Element, table: str, listed: _Element | None) -> ParagraphLook:
        """How a paragraph is set.

        Args:
            paragraph: The `w:p`.
            table: The style of the table around; empty if none.
            listed: The `w:lvl` that numbers it, None if none does.
        """
        own = paragraph.find(w("pPr"))
        style = self.styles.style_of(paragraph)
        return _kept(
            self._blocks, (table, _said(own), _said(listed)), lambda: self._block(style, own, table, listed)
        )

    def _block(self, style: str, own: _Element | None, table: str, listed: _Element | None) -> ParagraphLook:
        chain = [one.find(w("pPr")) for one in self.styles.chain(style)]
        numbering = None if listed is None else listed.find(w("pPr"))
        around = [one.find(w("pPr")) for one in self.styles.chain(table)]
        sources = [
            item for item in (own, numbering, *chain, *around, self._default("pPr")) if item is not None
        ]
        spacing = _merged(sources, "spacing")
        indent = _merged(sources, "ind")
        line = whole_number(spacing.get("line")) or TWIPS_A_LINE
        multiple = spacing.get("lineRule", "auto") == "auto"
        return ParagraphLook(
            align=_framed(own)
            or next((str(value) for source in sources if (value := val(source, "jc"))), ""),
            left=_mm(indent.get("left") or indent.get("start")),
            right=_mm(indent.get("right") or indent.get("end")),
            first=-_mm(indent["hanging"]) if indent.get("hanging") else _mm(indent.get("firstLine")),
            before=_points(spacing, "before"),
            after=_points(spacing, "after"),
            lines=line / TWIPS_A_LINE if multiple else 0.0,
            exact=0.0 if multiple else line / TWIPS_A_POINT,
            roofed=_bordered(sources, "top"),
            ruled=_bordered(sources, "bottom"),
        )

    def _sources(
        self, paragraph: str, character: str, table: str, own: _Element | None
    ) -> tuple[_Element, ...]:
        """All run properties that bear on a run, the strongest first."""
        key = (paragraph, character, table)
        if key not in self._bases:
            chains = (self.styles.chain(name) for name in key[1::-1])
            styles = [style for chain in (*chains, self.styles.chain(table)) for style in chain]
            found = [*(style.find(w("rPr")) for style in styles), self._default("rPr")]
            self._bases[key] = tuple(item for item in found if item is not None)
        return self._bases[key] if own is None else (own, *self._bases[key])

    def _default(self, kind: str) -> _Element | None:
        root = self.styles.root
        return None if root is None else root.find(w(f"docDefaults/{kind}Default/{kind}"))

    def _font(self, properties: _Element) -> str:
        fonts = properties.find(w("rFonts"))
        if fonts is None:
            return ""
        for slot in ("ascii", "hAnsi"):
            themed = fonts.get(f"{W}{slot}Theme")
            if themed and self.fonts.get(themed):
                return self.fonts[themed]
            if named := fonts.get(W + slot):
                return named
        return ""


def _said(properties: _Element | None) -> bytes:
    return b"" if properties is None else tostring(properties)


def _kept(found: dict[_Key, _Look], key: _Key, make: Callable[[], _Look]) -> _Look:
    """What was found for the same properties before: a document sets hundreds of paragraphs alike."""
    if key not in found:
        if len(found) >= limits.LOOKS_KEPT:
            found.clear()
        found[key] = make()
    return found[key]


def theme_fonts(theme: _Element | None) -> dict[str, str]:
    """The fonts of a theme by the names that runs call them: "majorHAnsi", "minorAscii"."""
    found: dict[str, str] = {}
    for kind in ("major", "minor") if theme is not None else ():
        latin = theme.find(f".//{DRAWING}{kind}Font/{DRAWING}latin") if theme is not None else None
        name = "" if latin is None else latin.get("typeface") or ""
        found |= {f"{kind}{slot}": name for slot in ("HAnsi", "Ascii")} if name else {}
    return found


def _first(sources: tuple[_Element, ...], name: str) -> str | None:
    return next((value for source in sources if (value := val(source, name)) is not None), None)


def _merged(sources: list[_Element], name: str) -> dict[str, str]:
    """The attributes of an element that the sources give, each from the strongest that has it."""
    merged: dict[str, str] = {}
    for source in reversed(sources):
        found = source.find(w(name))
        given = dict(_attributes(found)) if found is not None else {}
        if "firstLine" in given:
            merged.pop("hanging", None)
        merged |= given
    return merged


def _attributes(element: _Element) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        yield str(key).rpartition("}")[2], str(value)


def _framed(own: _Element | None) -> str:
    """How a paragraph in a frame of its own stands on the page; empty if it has none."""
    frame = None if own is None else own.find(w("framePr"))
    return "" if frame is None else frame.get(f"{W}xAlign") or ""


def _mm(twips: str | None) -> float:
    return (whole_number(twips) or 0) / TWIPS_A_MM


def _points(spacing: Mapping[str, str], side: str) -> float:
    automatic = spacing.get(f"{side}Autospacing") in ("1", "true", "on")
    return (_AUTOMATIC_GAP if automatic else whole_number(spacing.get(side)) or 0) / TWIPS_A_POINT


def _colour(value: str | None) -> str:
    return "" if value in (None, "auto") else str(value).upper()


def _bordered(sources: list[_Element], edge: str) -> bool:
    borders = (source.find(w(f"pBdr/{edge}")) for source in sources)
    border = next((item for item in borders if item is not None), None)
    return border is not None and border.get(W + "val") not in ("nil", "none", None)
