"""DOCX packages: opened with limits at the door, saved to the same bytes every time."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Flag, auto
from pathlib import Path
from types import MappingProxyType

from kcdocs.loading import load
from kcdocs.text import wellformed
from kcdocs.word import errors, limits
from kcdocs.word.package.relations import CONTENT_TYPES, MAIN, ContentTypes, Relation, relations, rels_name
from kcdocs.word.package.shedding import untied, without_comments
from kcdocs.word.package.signature import refuse_other_formats
from kcdocs.word.package.zipping import archive, entry

_PASSWORD_FLAG = 0x1
_XML = (".xml", ".rels")
_TITLES = {
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "chú thích cuối trang",
    "endnotes": "chú thích cuối văn bản",
    "core-properties": "thuộc tính tài liệu",
}
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}


class Allow(Flag):
    """What a package may hold besides text, pictures and hyperlinks."""

    NOTHING = 0
    MACROS = auto()
    OBJECTS = auto()
    LINKS = auto()
    CHUNKS = auto()
    ALL = MACROS | OBJECTS | LINKS | CHUNKS


@dataclass(frozen=True, slots=True)
class Package:
    """An opened Word document.

    Attributes:
        name: The file as the user named it.
        parts: Part name without leading slash ("word/document.xml") → bytes, in the archive's order.
        main: Name of the main document part.
        tied: Where the office's template lies that the file was tied to; empty if none. The parts are
            without the tie.
    """

    name: str
    parts: Mapping[str, bytes]
    main: str
    tied: str = ""

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The relations that a part (or the package, for "") declares."""
        return relations(self.parts.get(rels_name(part), b""), part)

    def related(self, kind: str) -> str:
        """Name of the part that the main part relates to as that kind ("styles"); empty if there is none."""
        targets = (
            item.target for item in self.relations(self.main) if item.kind == kind and not item.external
        )
        return next((target for target in targets if target in self.parts), "")

    def content_type(self, part: str) -> str:
        """The content type of a part; empty if none is declared."""
        return ContentTypes.read(self.parts[CONTENT_TYPES]).of(part)


def open_package(data: bytes | Path, *, name: str = "", allow: Allow = Allow.NOTHING) -> Package:
    """Open a Word document within the limits.

    Every XML part is checked to be well formed. External hyperlinks are always allowed.

    Args:
        data: The file's bytes, or where it lies.
        name: How the user named it, for messages; the path if none is given.
        allow: What to let in besides; a reader that follows no link may allow all.

    Returns:
        The parts. A part that stands twice with the same bytes stands once.

    Raises:
        LoadError: The file does not come in.
        PackageError: One subclass for each thing that is wrong with it.
    """
    name = name or (str(data) if isinstance(data, Path) else "")
    content = load(data, name=name) if isinstance(data, Path) else data
    refuse_other_formats(content, name)
    parts = unpack(content, name)
    _check_xml(parts, name)
    parts, tied = untied(parts)
    package = Package(name, MappingProxyType(parts), _main(parts, name), tied)
    _check_content(package, allow)
    return package


def save_package(parts: Mapping[str, bytes]) -> bytes:
    """The archive of the parts: fixed times, content types first, then the given order.

    Args:
        parts: Part name → bytes.
    """
    order = sorted(parts, key=lambda part: part != CONTENT_TYPES)
    return archive(entry(part, parts[part]) for part in order)


def unpack(content: bytes, name: str) -> dict[str, bytes]:
    """The files of a ZIP archive, by their names: no more, and no larger, than a Word file may hold.

    Args:
        content: The bytes of the archive.
        name: The archive, as the user named it.

    Raises:
        PackageError: One subclass for each thing that is wrong with it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            members = [member for member in opened.infolist() if not member.is_dir()]
            _check_sizes(members, len(content), name)
            return _unpack_members(opened, members, name)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError):
        raise errors.DamagedArchiveError(name) from None


def _check_sizes(members: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    if len(members) > limits.MOST_PARTS:
        raise errors.TooManyPartsError(name, len(members), limits.MOST_PARTS)
    if any(member.flag_bits & _PASSWORD_FLAG for member in members):
        raise errors.PasswordError(name)
    total = sum(member.file_size for member in members)
    if total > limits.MOST_SWELLING * packed:
        raise errors.TooCompressedError(name, "", total / packed, limits.MOST_SWELLING)
    for member in members:
        if member.file_size > max(limits.SWELLING_FROM, limits.MOST_SWELLING * member.compress_size):
            ratio = member.file_size / max(member.compress_size, 1)
            raise errors.TooCompressedError(name, member.filename, ratio, limits.MOST_SWELLING)
    if total > limits.MOST_UNPACKED:
        raise errors.TooLargeError(name, total, limits.MOST_UNPACKED)


def _unpack_members(opened: zipfile.ZipFile, members: list[zipfile.ZipInfo], name: str) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    for member in members:
        part = member.filename.lstrip("/")
        try:
            with opened.open(member) as stream:
                data = stream.read(member.file_size)  # never more than was declared and counted
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise errors.DamagedArchiveError(name, part) from None
        if parts.setdefault(part, data) != data:
            raise errors.DuplicatePartError(name, part)
    return parts


def _check_xml(parts: dict[str, bytes], name: str) -> None:
    if sum(data.count(b"<") for part, data in parts.items() if part.endswith(_XML)) > limits.MOST_TAGS:
        raise errors.CrowdedPackageError(name, limits.MOST_TAGS)
    for part, data in parts.items():
        if part.endswith(_XML):
            try:
                parts[part] = _as_utf8(data)
                wellformed.refuse_malformed(parts[part])
            except UnicodeDecodeError:
                raise errors.BrokenPartError(name, part, "UTF-16") from None
            except wellformed.DoctypeFoundError:
                raise errors.DoctypeError(name, part) from None
            except wellformed.NotWellFormedError as error:
                raise errors.BrokenPartError(name, part, error.reason) from None


def _as_utf8(data: bytes) -> bytes:
    """XML of UTF-16 as UTF-8, the one encoding that all behind the door expect; any other as it is."""
    codec = _UTF_16.get(data[:2])
    if codec is None:
        return data
    text = data.decode(codec).removeprefix("\ufeff")
    return (text.partition("?>")[2] if text.startswith("<?xml") else text).encode()


def _main(parts: Mapping[str, bytes], name: str) -> str:
    if CONTENT_TYPES not in parts:
        raise errors.MissingMainPartError(name, "thiếu «[Content_Types].xml»")
    for relation in relations(parts.get(rels_name(""), b""), ""):
        if relation.kind == MAIN:
            break
    else:
        raise errors.MissingMainPartError(name, "không khai báo phần văn bản chính")
    kind = ContentTypes.read(parts[CONTENT_TYPES]).of(relation.target)
    if "wordprocessingml" not in kind and "ms-word" not in kind:
        raise errors.MissingMainPartError(name, f"phần chính có kiểu «{kind or 'không rõ'}»")
    if relation.target not in parts:
        raise errors.MissingMainPartError(name, f"thiếu phần «{relation.target}»")
    return relation.target


def _check_content(package: Package, allow: Allow) -> None:
    for part, relation in _all_relations(package):
        if relation.kind == "vbaProject" and Allow.MACROS not in allow:
            raise errors.MacrosError(package.name, relation.target)
        if relation.kind in ("oleObject", "control") and Allow.OBJECTS not in allow:
            raise errors.EmbeddedObjectError(package.name, part)
        if relation.kind == "aFChunk" and Allow.CHUNKS not in allow:
            raise errors.ChunkError(package.name, part)
        if relation.external and relation.kind != "hyperlink" and Allow.LINKS not in allow:
            raise errors.ExternalLinkError(package.name, part, relation.target)
    if "macroEnabled" in package.content_type(package.main) and Allow.MACROS not in allow:
        raise errors.MacrosError(package.name, package.main)


def without_remarks(package: Package) -> Package:
    """The document without its comments; itself if it has none."""
    parts = without_comments(package.parts)
    return package if parts is package.parts else replace(package, parts=MappingProxyType(dict(parts)))


def _all_relations(package: Package) -> Iterator[tuple[str, Relation]]:
    for part in package.parts:
        if part.endswith(".rels"):
            folder, _, file = part.rpartition("_rels/")
            owner = folder + file.removesuffix(".rels")
            for relation in package.relations(owner):
                yield owner or part, relation


def part_titles(package: Package) -> Mapping[str, str]:
    """The Vietnamese name of each part ("thân văn bản", "đầu trang 1"), or the part's own name."""
    titles = {part: part for part in package.parts} | {package.main: "thân văn bản"}
    counts: dict[str, int] = {}
    for relation in (*package.relations(""), *package.relations(package.main)):
        if relation.kind in _TITLES and relation.target in titles:
            counts[relation.kind] = counts.get(relation.kind, 0) + 1
            number = f" {counts[relation.kind]}" if relation.kind in ("header", "footer") else ""
            titles[relation.target] = _TITLES[relation.kind] + number
    return titles
