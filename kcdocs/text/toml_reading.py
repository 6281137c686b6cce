"""TOML from files that anyone may have written, read within limits."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

from kcdocs.text import limits
from kcdocs.text.normalise import nfc

_WORDS: dict[type, str] = {
    str: "chữ trong ngoặc kép",
    int: "số",
    bool: "true hoặc false",
    date: "ngày như 2012-05-21",
    list: "danh sách chữ",
    dict: "bảng chữ",
}
_PLACE = re.compile(r"at line (\d+), column (\d+)")


class BadTomlError(ValueError):
    """A file that is no TOML, exceeds a limit or holds a value of another type; says why, in Vietnamese."""


def read_toml(data: bytes, kinds: Mapping[str, type] | None = None) -> dict[str, Any]:
    """The table of a TOML file, its texts composed (NFC).

    Args:
        data: The file's bytes.
        kinds: Name of a field → its type, where the field is there: `str`, `int`, `bool`, `date`, `list` (of
            texts) or `dict` (of texts).

    Raises:
        BadTomlError: If it is no UTF-8 or no TOML, exceeds `limits.MOST_TOML_BYTES`, or a field is of another
            type.
    """
    if len(data) > limits.MOST_TOML_BYTES:
        raise BadTomlError(f"tệp lớn hơn {limits.MOST_TOML_BYTES // 2**20} MB")
    try:
        table = tomllib.loads(nfc(data.decode("utf-8-sig")))
    except UnicodeDecodeError:
        raise BadTomlError("không phải bảng mã UTF-8") from None
    except RecursionError:
        raise BadTomlError("lồng quá sâu") from None
    except ValueError as fault:
        found = _PLACE.search(str(fault))
        where = f" ở dòng {found[1]}, cột {found[2]}" if found else ""
        raise BadTomlError(f"không phải TOML{where}") from None
    for name, kind in (kinds or {}).items():
        if name in table and not _is(table[name], kind):
            raise BadTomlError(f"mục «{name}» cần {_WORDS[kind]}")
    return table


def _is(value: object, kind: type) -> bool:
    if isinstance(value, list):
        return kind is list and all(isinstance(item, str) for item in value)
    if isinstance(value, dict):
        return kind is dict and all(isinstance(item, str) for item in value.values())
    return type(value) is kind
