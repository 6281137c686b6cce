"""The door of an XLSX file: is it one, is it safe to unpack, where do its sheets stand."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from kcdocs.loading import open_file
from kcdocs.sheet import limits
from kcdocs.sheet.errors import (
    LockedSpreadsheetError,
    NoSuchSheetFileError,
    NotASpreadsheetError,
    OldSpreadsheetError,
    OversizedSpreadsheetError,
)
from kcdocs.sheet.xml_parts import local
from kcdocs.text.wellformed import DoctypeFoundError, NotWellFormedError, refuse_malformed

_BOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def open_archive(path: Path) -> zipfile.ZipFile:
    """Open the package of a workbook after its measures were taken.

    Raises:
        NoSuchSheetFileError: If there is no such file.
        LockedSpreadsheetError: If it is encrypted.
        OldSpreadsheetError: If it is .xls or .xlsb.
        NotASpreadsheetError: If it is no workbook.
        OversizedSpreadsheetError: If it unpacks to more than the limits.
    """
    if not path.exists():
        raise NoSuchSheetFileError(path)
    open_file(path).close()  # refuses a folder, a pipe or a device
    with path.open("rb") as file:
        if file.read(8) == _OLE:
            raise _ole_fault(path)
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, struct.error):
        raise NotASpreadsheetError(path, "nội dung không phải gói nén") from None
    try:
        _check(path, archive)
    except Exception:
        archive.close()
        raise
    return archive


def size(archive: zipfile.ZipFile, name: str) -> int:
    """Bytes that a part unpacks to; 0 if there is no such part."""
    return archive.getinfo(name).file_size if name in archive.namelist() else 0


def blocks(path: Path, archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The unpacked bytes of a part, a block at a time, its checksum verified at the end.

    Raises:
        NotASpreadsheetError: If the part is missing or damaged.
    """
    try:
        with archive.open(name) as part:
            while block := part.read(limits.BLOCK):
                yield block
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise NotASpreadsheetError(path, f"phần «{name}» thiếu hoặc hỏng") from None


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of a workbook.

    Attributes:
        name: As on its tab.
        part: Name of the part it stands in.
        hidden: Whether a person does not see its tab.
    """

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Index:
    """What a workbook says of itself.

    Attributes:
        sheets: The sheets that hold cells, in the order of the tabs.
        shared: Name of the part with the texts that cells share; empty if there is none.
        from_1904: Whether days count from 1904.
    """

    sheets: tuple[SheetPart, ...]
    shared: str
    from_1904: bool


def index(path: Path, archive: zipfile.ZipFile) -> Index:
    """Read the index of a workbook.

    Raises:
        NotASpreadsheetError: If it cannot be read.
    """
    links = {item.get("Id"): item for item in _xml(path, archive, "xl/_rels/workbook.xml.rels")}
    shared = [_part(link) for link in links.values() if link.get("Type", "").endswith("/sharedStrings")]
    book = _xml(path, archive, _BOOK)
    settings = [item for item in book.iter() if local(item) == "workbookPr"]
    from_1904 = any(item.get("date1904") in {"1", "true"} for item in settings)
    return Index(tuple(_sheets(book, links)), next(iter(shared), ""), from_1904)


def _sheets(book: ET.Element, links: Mapping[str | None, ET.Element]) -> Iterator[SheetPart]:
    for item in book.iter():
        link = links.get(item.get(_RELATION) or item.get(_STRICT))
        if local(item) != "sheet" or link is None:
            continue
        if link.get("Type", "").endswith("/worksheet"):
            yield SheetPart(item.get("name", ""), _part(link), item.get("state", "visible") != "visible")


def _part(link: ET.Element) -> str:
    part = posixpath.join(posixpath.dirname(_BOOK), link.get("Target", ""))
    return posixpath.normpath(part).lstrip("/")


def styles(path: Path, archive: zipfile.ZipFile) -> ET.Element | None:
    """The part that says how cells are shown; None if there is none.

    Raises:
        NotASpreadsheetError: If it cannot be read.
    """
    return _xml(path, archive, _STYLES) if _STYLES in archive.namelist() else None


def _check(path: Path, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if "xl/workbook.bin" in names:
        raise OldSpreadsheetError(path, "nhị phân .xlsb")
    if _BOOK not in names:
        raise NotASpreadsheetError(path, "gói nén không có sổ làm việc")
    if len(parts) > limits.MOST_PARTS:
        raise OversizedSpreadsheetError(path, f"{len(parts)} phần, giới hạn {limits.MOST_PARTS}")
    total = sum(part.file_size for part in parts)
    if total > limits.MOST_UNPACKED:
        raise OversizedSpreadsheetError(path, f"{total >> 20} MB, giới hạn {limits.MOST_UNPACKED >> 20} MB")
    for part in parts:
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise NotASpreadsheetError(path, f"phần «{part.filename}» nén theo cách mà bảng tính không dùng")
        if (
            part.file_size > limits.SWELLING_FROM
            and part.file_size > limits.MOST_SWELLING * part.compress_size
        ):
            raise OversizedSpreadsheetError(
                path, f"phần «{part.filename}» phình hơn {limits.MOST_SWELLING} lần"
            )


def _xml(path: Path, archive: zipfile.ZipFile, name: str) -> ET.Element:
    data = b""
    for block in blocks(path, archive, name):
        data += block
        if len(data) > limits.MOST_INDEX_BYTES:
            raise OversizedSpreadsheetError(path, f"phần «{name}» quá {limits.MOST_INDEX_BYTES >> 20} MB")
    try:
        refuse_malformed(data)
        return ET.fromstring(data)  # noqa: S314 - no DTD, so no entities; size limited above
    except DoctypeFoundError:
        raise NotASpreadsheetError(path, f"phần «{name}» có khai báo DTD") from None
    except (NotWellFormedError, ET.ParseError):
        raise NotASpreadsheetError(path, f"phần «{name}» không phải XML") from None


def _ole_fault(path: Path) -> LockedSpreadsheetError | OldSpreadsheetError:
    name = "EncryptedPackage".encode("utf-16-le")
    with path.open("rb") as file:
        while block := file.read(limits.BLOCK):
            if name in block:
                return LockedSpreadsheetError(path)
    return OldSpreadsheetError(path, "Excel 97–2003 (.xls)")
