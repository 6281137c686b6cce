"""Effective formatting: what a paragraph and a run look like after styles, defaults and direct settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kcdocs.model.line import Align
from kcdocs.word import limits
from kcdocs.word.package.wml import W, number, on, val, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_ALIGN = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.BOTH,
    "distribute": Align.BOTH,
}


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run is set.

    Attributes:
        bold: Set in bold.
        italic: Set in italics.
        hidden: Not printed.
        struck: Struck through.
        font: Its font.
        line: "superscript" or "subscript" where it stands above or below the line, else "baseline" or "".
    """

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    struck: bool = False
    font: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Which list and level number a paragraph."""

    num_id: str
    level: int


_StyledList = tuple[str, str, int]
"""The list, the style that names it, and the level that it names."""


@dataclass(slots=True)
class Styles:
    """The styles of a document, asked for effective formatting.

    Attributes:
        root: Root of `word/styles.xml`, None if the document has none.
    """

    root: _Element | None
    _styles: dict[str, _Element] = field(init=False, default_factory=dict)
    _standard: dict[str, str] = field(init=False, default_factory=dict)
    _chains: dict[str, tuple[_Element, ...]] = field(init=False, default_factory=dict)
    _looks: dict[tuple[str, str], RunLook] = field(init=False, default_factory=dict)
    _aligned: dict[str, str] = field(init=False, default_factory=dict)
    _numbered: dict[str, _StyledList | None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for style in [] if self.root is None else self.root.findall(w("style")):
            name = style.get(W + "styleId") or ""
            self._styles[name] = style
            if style.get(W + "default") in {"1", "true", "on"}:
                self._standard[style.get(W + "type") or "paragraph"] = name

    def style_lists(self) -> dict[str, str]:
        """Numbering style → the `w:numId` that its paragraph properties name."""
        named = {name: val(style, "pPr/numPr/numId") for name, style in self._styles.items()}
        return {name: num_id for name, num_id in named.items() if num_id}

    def style_of(self, paragraph: _Element) -> str:
        """The paragraph's style, the document's standard style if it names none."""
        return val(paragraph, "pPr/pStyle") or self._standard.get("paragraph", "")

    def align(self, paragraph: _Element) -> Align:
        """How the paragraph is set; NONE if neither it nor its styles nor the defaults say."""
        value = val(paragraph, "pPr/jc") or self._styled_align(self.style_of(paragraph))
        return _ALIGN.get(value, Align.NONE)

    def _styled_align(self, style: str) -> str:
        """How paragraphs of a style are set; empty if neither it nor the defaults say."""
        if style not in self._aligned:
            said = [val(item, "pPr/jc") for item in self.chain(style)]
            said.append(val(self.root, "docDefaults/pPrDefault/pPr/jc"))
            self._aligned[style] = next(filter(None, said), "")
        return self._aligned[style]

    def listed(self, paragraph: _Element, linked: dict[tuple[str, str], int]) -> Listed | None:
        """Which list numbers the paragraph, None if none does.

        Args:
            paragraph: The `w:p`.
            linked: (list, paragraph style) → level, for levels linked to a style.
        """
        num_id = val(paragraph, "pPr/numPr/numId")
        level = number(paragraph, "pPr/numPr/ilvl")
        style = self.style_of(paragraph)
        if num_id is None:
            styled = self._styled_list(style)
            if styled is not None:
                num_id, name, own = styled
                level = linked.get((num_id, name), own) if level is None else level
        return None if num_id in {None, "0"} else Listed(str(num_id), level or 0)

    def _styled_list(self, style: str) -> _StyledList | None:
        """The list that a style or one it is based on names, None if none does."""
        if style not in self._numbered:
            named = ((item, val(item, "pPr/numPr/numId")) for item in self.chain(style))
            self._numbered[style] = next(
                (
                    (num_id, item.get(W + "styleId") or "", number(item, "pPr/numPr/ilvl") or 0)
                    for item, num_id in named
                    if num_id is not None
                ),
                None,
            )
        return self._numbered[style]

    def look(self, paragraph_style: str, run_properties: _Element | None) -> RunLook:
        """The effective look of a run (toggle properties: ISO/IEC 29500-1, 17.7.3).

        Args:
            paragraph_style: The style of its paragraph.
            run_properties: Its `w:rPr`, None if it has none.
        """
        base = self._styled(paragraph_style, val(run_properties, "rStyle") or "")
        if run_properties is None:
            return base
        return RunLook(
            bold=_first(on(run_properties, "b"), base.bold),
            italic=_first(on(run_properties, "i"), base.italic),
            hidden=_first(on(run_properties, "vanish"), base.hidden),
            struck=_first(on(run_properties, "strike"), on(run_properties, "dstrike"), base.struck),
            font=_font(run_properties) or base.font,
            line=val(run_properties, "vertAlign") or base.line,
        )

    def _styled(self, paragraph_style: str, character_style: str) -> RunLook:
        key = (paragraph_style, character_style)
        if key not in self._looks:
            self._looks[key] = RunLook(
                bold=self._toggle("b", *key),
                italic=self._toggle("i", *key),
                hidden=self._toggle("vanish", *key),
                struck=self._toggle("strike", *key),
                font=self._styled_font(*key),
                line=self._styled_line(*key),
            )
        return self._looks[key]

    def _toggle(self, name: str, paragraph_style: str, character_style: str) -> bool:
        default = None if self.root is None else on(self.root, f"docDefaults/rPrDefault/rPr/{name}")
        levels = [
            _first(*(on(style, f"rPr/{name}") for style in self.chain(item)), False)
            for item in (paragraph_style, character_style)
        ]
        return bool(default) or levels[0] != levels[1]

    def _styled_font(self, paragraph_style: str, character_style: str) -> str:
        for style in (*self.chain(character_style), *self.chain(paragraph_style)):
            font = _font(style.find(w("rPr")))
            if font:
                return font
        return "" if self.root is None else _font(self.root.find(w("docDefaults/rPrDefault/rPr")))

    def _styled_line(self, paragraph_style: str, character_style: str) -> str:
        styles = (*self.chain(character_style), *self.chain(paragraph_style))
        return next((line for style in styles if (line := val(style, "rPr/vertAlign"))), "")

    def chain(self, name: str) -> tuple[_Element, ...]:
        """A style and those it is based on, itself first."""
        if name not in self._chains:
            found: list[_Element] = []
            following: str | None = name
            while following in self._styles and len(found) < limits.LONGEST_CHAIN:
                found.append(self._styles[following])
                following = val(found[-1], "basedOn")
            self._chains[name] = tuple(found)
        return self._chains[name]


def _first(*values: bool | None) -> bool:
    return next((value for value in values if value is not None), False)


def _font(properties: _Element | None) -> str:
    fonts = None if properties is None else properties.find(w("rFonts"))
    return "" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""
