"""Telling what a file is from its first bytes, so that the message can say it."""

from __future__ import annotations

from kcdocs.word import errors

_IMAGES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
}
_OTHERS = {
    b"%PDF": "tệp PDF",
    b"{\\rtf": "tệp RTF",
    b"<!DOCTYPE": "trang web (HTML)",
    b"<html": "trang web (HTML)",
    b"<?xml": "tệp XML",
    b"Rar!": "tệp nén RAR",
    b"7z\xbc\xaf": "tệp nén 7z",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def refuse_other_formats(content: bytes, name: str) -> None:
    """Refuse what is no ZIP archive, each kind with its own error.

    Args:
        content: The whole file.
        name: The file as the user named it.

    Raises:
        PackageError: EmptyFileError, ImageFileError, PasswordError, OldWordError or NotWordError.
    """
    if not content:
        raise errors.EmptyFileError(name)
    if content.startswith(b"PK"):
        return
    if content.startswith(_OLE):
        raise errors.PasswordError(name) if _ENCRYPTED in content else errors.OldWordError(name)
    image = _kind(content, _IMAGES) or ("WebP" if content[8:12] == b"WEBP" else "")
    if image:
        raise errors.ImageFileError(name, image)
    raise errors.NotWordError(name, _kind(content, _OTHERS) or "loại tệp lạ")


def _kind(content: bytes, signatures: dict[bytes, str]) -> str:
    return next((kind for start, kind in signatures.items() if content.startswith(start)), "")
