"""Formatting and pictures as WordprocessingML, elements in the schema's order (ECMA-376 part 1, 17.3.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

from kcdocs.word.errors import UnknownPictureError
from kcdocs.word.package.escaping import inside_attribute

_UNDERLINES = {"single", "double", "thick", "dotted", "dash", "dotDash", "dotDotDash", "wave"}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How a run looks; what is not given is the paragraph's.

    Attributes:
        style: Id of a character style.
        color: Colour of the letters, six hexadecimal digits.
        highlight: Colour behind them, six hexadecimal digits.
        size: Size in half points.
        subscript: Whether below the line.
        superscript: Whether above the line.
        bold: Whether bold.
        italic: Whether italic.
        underline: Whether underlined, or Word's name of the line.
        strike: Whether struck through.
        font: Name of the font, or "eastAsia:Name" and the like.
        rtl: Whether right to left.
        lang: Language tag.
    """

    style: str = ""
    color: str = ""
    highlight: str = ""
    size: int | None = None
    subscript: bool = False
    superscript: bool = False
    bold: bool = False
    italic: bool = False
    underline: bool | str = False
    strike: bool = False
    font: str = ""
    rtl: bool = False
    lang: str = ""

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Self:
        """The format that keywords describe.

        Raises:
            TypeError: A keyword is no field of the format.
        """
        unknown = set(values) - {one.name for one in fields(cls)}
        if unknown:
            raise TypeError(f"unknown format: {', '.join(sorted(unknown))}")
        return cls(**{name: value for name, value in values.items() if value is not None})  # type: ignore[arg-type]

    def xml(self) -> str:
        """The `w:rPr`; empty if nothing is given."""
        position = "subscript" if self.subscript else "superscript" if self.superscript else ""
        inner = "".join(
            (
                _value("rStyle", self.style),
                self._fonts(),
                _on("b", self.bold),
                _on("bCs", self.bold and self.rtl),
                _on("i", self.italic),
                _on("iCs", self.italic and self.rtl),
                _on("strike", self.strike),
                _value("color", self.color.lstrip("#")),
                _value("sz", self.size),
                _value("szCs", self.size),
                _value("u", self._underline()),
                self._shading(),
                _value("vertAlign", position),
                _on("rtl", self.rtl),
                _value("lang", self.lang),
            )
        )
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""

    def _fonts(self) -> str:
        region, _, name = self.font.rpartition(":")
        if not name:
            return ""
        font = inside_attribute(name)
        names = dict.fromkeys(("ascii", "hAnsi", "cs", *([region] if region else [])), font)
        return "<w:rFonts" + "".join(f' w:{kind}="{value}"' for kind, value in names.items()) + "/>"

    def _underline(self) -> str:
        if not self.underline:
            return ""
        return str(self.underline) if self.underline in _UNDERLINES else "single"

    def _shading(self) -> str:
        colour = inside_attribute(self.highlight.lstrip("#"))
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>' if colour else ""


def _on(name: str, given: bool) -> str:
    return f"<w:{name}/>" if given else ""


def _value(name: str, value: object) -> str:
    return f'<w:{name} w:val="{inside_attribute(str(value))}"/>' if value else ""


def hyperlink(runs: str, relation: str) -> str:
    """Runs that lead to the target of a relation."""
    return f'<w:hyperlink xmlns:r="{_RELATIONS}" r:id="{relation}" w:tgtFrame="_blank">{runs}</w:hyperlink>'


def styled_paragraph(runs: str, style: str) -> str:
    """A paragraph of runs, in a paragraph style if one is given."""
    properties = f'<w:pPr><w:pStyle w:val="{inside_attribute(style)}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{runs}</w:p>"


def picture_run(relation: str, width: int, height: int, link: str) -> str:
    """A run that shows a picture in the line; its drawing id is 0, to be given later.

    Args:
        relation: Id of the relation to the picture.
        width: In English Metric Units.
        height: The same.
        link: Id of the relation to the address it leads to; empty for none.
    """
    extent = f'cx="{width}" cy="{height}"'
    click = f'<a:hlinkClick xmlns:r="{_RELATIONS}" r:id="{link}"/>' if link else ""
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main">'
        f'<wp:extent {extent}/><wp:docPr id="0" name="Picture">{click}</wp:docPr>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="Picture">{click}</pic:cNvPr><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{_RELATIONS}" r:embed="{relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


@dataclass(frozen=True, slots=True)
class Picture:
    """What a package must say of a picture.

    Attributes:
        width: In English Metric Units.
        height: The same.
        extension: Of its file, without a dot.
        content_type: Its content type.
    """

    width: int
    height: int
    extension: str
    content_type: str


def measure(data: bytes, width: int | None, height: int | None) -> Picture:
    """The measures of a picture.

    Args:
        data: A PNG, JPEG, GIF, BMP or TIFF file.
        width: In English Metric Units; None for the picture's own, or in proportion to the height.
        height: The same.

    Raises:
        UnknownPictureError: It is none of these.
    """
    from docx.image.exceptions import UnrecognizedImageError  # noqa: PLC0415 - Word's library, for pictures only
    from docx.image.image import Image  # noqa: PLC0415 - the same
    from docx.shared import Emu  # noqa: PLC0415 - the same

    try:
        image = Image.from_blob(data)
    except (UnrecognizedImageError, ValueError, IndexError):
        raise UnknownPictureError from None
    wide, high = image.scaled_dimensions(
        None if width is None else Emu(width), None if height is None else Emu(height)
    )
    return Picture(int(wide), int(high), image.ext, image.content_type)
