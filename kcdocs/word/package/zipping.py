"""ZIP archives with fixed times and order, from entries deflated once and used many times.

Source: APPNOTE.TXT 6.3.10, 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end record).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from kcdocs.word import limits

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_METHOD, _METHOD_OFFSET = struct.Struct("<H"), 8
_VERSION, _UTF8, _STORED, _DEFLATED = 20, 0x0800, 0, 8
_TIME, _DATE = 0, 0x0021  # midnight of 1 January 1980, the first moment a ZIP can tell
LEVEL = 1


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """One part, ready to be copied into archives.

    Attributes:
        local: Local header and packed bytes.
        central: Central directory record up to the offset of the local header.
        name: Encoded part name, which ends the central record.
    """

    local: bytes
    central: bytes
    name: bytes


def entry(name: str, data: bytes, level: int = LEVEL) -> ZipEntry:
    """One part, deflated unless it is so small that this would save little.

    Args:
        name: Part name, without a leading slash.
        data: Its bytes.
        level: zlib's level, 1–9.
    """
    method = _STORED if len(data) < limits.PACKED_FROM else _DEFLATED
    packed = data if method == _STORED else _deflated(data, level)
    crc, encoded = zlib.crc32(data), name.encode()
    facts = (_UTF8, method, _TIME, _DATE, crc, len(packed), len(data), len(encoded), 0)
    return ZipEntry(
        _LOCAL.pack(b"PK\3\4", _VERSION, *facts) + encoded + packed,
        _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *facts, 0, 0, 0, 0, 0)[:-4],
        encoded,
    )


def _deflated(data: bytes, level: int) -> bytes:
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def unpacked(one: ZipEntry) -> bytes:
    """The bytes of a part."""
    packed = one.local[_LOCAL.size + len(one.name) :]
    (method,) = _METHOD.unpack_from(one.local, _METHOD_OFFSET)
    return packed if method == _STORED else zlib.decompress(packed, -15)


def archive(entries: Iterable[ZipEntry]) -> bytes:
    """The archive of the entries, in their order."""
    bodies, records, offset = [], [], 0
    for one in entries:
        bodies.append(one.local)
        records.append(one.central + offset.to_bytes(4, "little") + one.name)
        offset += len(one.local)
    directory = b"".join(records)
    count = len(records)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), offset, 0)
    return b"".join((*bodies, directory, end))
