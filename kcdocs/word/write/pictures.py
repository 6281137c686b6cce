"""The measures of a picture, read by python-docx."""

from __future__ import annotations

from dataclasses import dataclass

from docx.image.exceptions import UnrecognizedImageError
from docx.image.image import Image
from docx.shared import Emu

from kcdocs.word.errors import UnknownPictureError


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
    try:
        image = Image.from_blob(data)
    except (UnrecognizedImageError, ValueError, IndexError):
        raise UnknownPictureError from None
    wide, high = image.scaled_dimensions(
        None if width is None else Emu(width), None if height is None else Emu(height)
    )
    return Picture(int(wide), int(high), image.ext, image.content_type)
