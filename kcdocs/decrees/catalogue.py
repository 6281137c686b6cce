"""Read `catalogue.toml`: the shipped one and the user's own."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from kcdocs import loading, settings
from kcdocs.codes import Declared
from kcdocs.errors import ExitCode, FindingsError
from kcdocs.law.issuers import identity
from kcdocs.model.catalogue import Alteration, Catalogue, Entry, Institution, Title
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.text.toml_reading import BadTomlError, read_toml

FILE = "catalogue.toml"

_Table: TypeAlias = Mapping[str, Any]

_INSTRUMENT: Mapping[str, type] = {
    "type": str,
    "number": str,
    "date": date,
    "issuer": str,
    "title": str,
    "in_force_from": date,
    "in_force_to": date,
    "amended_by": list,
    "replaced_by": list,
    "prevailing": dict,
    "authority": bool,
    "source": str,
    "unverified": list,
    "note": str,
}
_PREVAILING: Mapping[str, type] = {
    "number": str,
    "where": str,
    "from": date,
    "to": date,
    "about": str,
    "unverified": list,
}
_TITLE: Mapping[str, type] = {
    "name": str,
    "symbol": str,
    "head": str,
    "since": date,
    "until": date,
    "source": str,
    "unverified": list,
}
_TYPE_WORDS = {
    str: "chữ trong ngoặc kép",
    date: "ngày dạng 2025-10-15",
    list: "danh sách chữ",
    dict: "danh sách bảng",
    bool: "true hoặc false",
}


_WRONG = Declared(
    "DC214",
    Severity.ERROR,
    "A catalogue file says what cannot be.",
    "{what}",
    mend="Sửa chỗ này trong tệp danh mục.",
)


class BadCatalogueError(FindingsError):
    """A `catalogue.toml` that says what cannot be."""

    path: Path

    code = "DC210"
    exit_code = ExitCode.FILE
    words = "Danh mục «{path}» có {count} chỗ sai."
    mend = "Sửa các chỗ trên theo mẫu của decrees/catalogue.toml đi kèm sản phẩm."


def load_catalogue() -> Catalogue:
    """The catalogue of this user: the shipped file, `KCDOCS_DECREES` and the data folder's own.

    Raises:
        BadCatalogueError: If one of the files says what cannot be.
    """
    return _read_once(_stamped())


def catalogue_stamps() -> tuple[str, ...]:
    """What tells this catalogue from any other, without reading it."""
    return tuple(f"{path} {size} {time}" for path, time, size in _stamped())


def _stamped() -> tuple[tuple[Path, int, int], ...]:
    """The files of the catalogue, the shipped one first, each with its time and size."""
    folders = [*reversed(settings.decree_folders()), settings.data_folder()]
    paths = (path for folder in folders if (path := folder / FILE).is_file())
    return tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in paths)


@lru_cache(maxsize=1)
def _read_once(stamped: tuple[tuple[Path, int, int], ...]) -> Catalogue:
    """Read catalogues as they stand: a file is read again when its time or size has changed."""
    return read_catalogues([path for path, _, _ in stamped])


def read_catalogues(paths: Iterable[Path]) -> Catalogue:
    """Read catalogues; an instrument or institution of a later file replaces the one of an earlier file.

    Args:
        paths: Files, the shipped one first.

    Raises:
        BadCatalogueError: If a file is no TOML, or has unknown fields, wrong types, dates that run
            backwards, or names instruments that none of the files so far holds.
    """
    entries: dict[tuple[str, str, str], Entry] = {}
    bodies: dict[str, Institution] = {}
    for path in paths:
        data = _toml(path)
        faults = _shape(data) or [*_faults(data), *_twice(data)]
        if not faults:
            entries |= {identity(item.citation): item for item in map(_entry, data.get("instrument", []))}
            bodies |= {body.key: body for body in map(_institution, data.get("institution", []))}
            faults = _links(entries.values(), data)
        if faults:
            raise BadCatalogueError([_finding(path, where, words) for where, words in faults], path)
    return Catalogue(tuple(entries.values()), tuple(bodies.values()))


_Fault: TypeAlias = tuple[str, str]


def _toml(path: Path) -> _Table:
    try:
        return read_toml(loading.load(path))
    except BadTomlError as fault:
        raise BadCatalogueError([_finding(path, "", f"Không đọc được tệp: {fault}.")], path) from fault


def _finding(path: Path, where: str, words: str) -> Finding:
    return _WRONG.at(Place(file=str(path), field=where), what=words)


def _shape(data: _Table) -> list[_Fault]:
    """What keeps the tables from being looked at one by one."""
    return [
        (name, f"Cần {_TYPE_WORDS[dict]}.")
        for name in ("instrument", "institution")
        if not isinstance(data.get(name, []), list)
    ]


def _faults(data: _Table) -> list[_Fault]:
    found: list[_Fault] = [
        (name, "Không có bảng tên này; chỉ có instrument và institution.")
        for name in data
        if name not in {"instrument", "institution"}
    ]
    for index, table in enumerate(data.get("instrument", [])):
        where = f"instrument[{index + 1}]"
        found += _fields(where, table, _INSTRUMENT, ("type", "number", "title"))
        found += _backwards(where, table, "in_force_from", "in_force_to")
        for number, rule in enumerate(_listed(table, "prevailing"), 1):
            place = f"{where}.prevailing[{number}]"
            found += _fields(place, rule, _PREVAILING, ("number", "where", "from", "about"))
            found += _backwards(place, rule, "from", "to")
    for index, table in enumerate(data.get("institution", [])):
        found += _body_faults(f"institution[{index + 1}]", table)
    return found


def _listed(table: Any, name: str) -> list[Any]:
    value = table.get(name, []) if isinstance(table, Mapping) else []
    return value if isinstance(value, list) else []


def _body_faults(where: str, table: _Table) -> list[_Fault]:
    found = _fields(where, table, {"key": str, "title": dict}, ("key", "title"))
    for index, title in enumerate(_listed(table, "title")):
        place = f"{where}.title[{index + 1}]"
        found += _fields(place, title, _TITLE, ("name",))
        found += _backwards(place, title, "since", "until")
    return found


def _fields(where: str, table: Any, known: Mapping[str, type], needed: Sequence[str]) -> list[_Fault]:
    if not isinstance(table, Mapping):
        return [(where, "Cần một bảng.")]
    missing = [(where, f"Thiếu «{name}».") for name in needed if not table.get(name)]
    unknown = [(f"{where}.{name}", "Không có trường tên này.") for name in table if name not in known]
    wrong = [
        (f"{where}.{name}", f"Cần {_TYPE_WORDS[kind]}.")
        for name, kind in known.items()
        if name in table and not _is(table[name], kind)
    ]
    vague = [
        (f"{where}.unverified", f"Không có trường «{name}» để ghi là chưa kiểm chứng.")
        for name in _listed(table, "unverified")
        if isinstance(name, str) and name not in known
    ]
    return [*missing, *unknown, *wrong, *vague]


def _is(value: object, kind: type) -> bool:
    if isinstance(value, list):  # what is no table in a list of tables is told with its place there
        return kind is dict or (kind is list and all(isinstance(item, str) for item in value))
    return type(value) is kind and kind is not dict


def _backwards(where: str, table: Any, first: str, last: str) -> list[_Fault]:
    begin, end = (table.get(name) if isinstance(table, Mapping) else None for name in (first, last))
    if type(begin) is date and type(end) is date and end < begin:
        return [(f"{where}.{last}", f"Ngày cuối {end} đứng trước ngày đầu {begin}.")]
    return []


def _twice(data: _Table) -> list[_Fault]:
    found = []
    for kind, name, key_of in (("instrument", "number", _identity), ("institution", "key", _key)):
        seen = set()
        for index, table in enumerate(data.get(kind, [])):
            key = key_of(table) if isinstance(table, Mapping) else None
            if key is not None and key in seen:
                found.append((f"{kind}[{index + 1}].{name}", f"«{table[name]}» đã có ở trên trong cùng tệp."))
            seen.add(key)
    return found


def _identity(table: _Table) -> Hashable:
    number, issued, issuer = (table.get(name) for name in ("number", "date", "issuer"))
    if not isinstance(number, str):
        return None
    return identity(
        Citation(
            number=number,
            issued=issued if type(issued) is date else None,
            issuer=issuer if isinstance(issuer, str) else "",
        )
    )


def _key(table: _Table) -> Hashable:
    key = table.get("key")
    return key if isinstance(key, str) else None


def _links(entries: Iterable[Entry], data: _Table) -> list[_Fault]:
    known = {entry.citation.number for entry in entries}
    return [
        (f"instrument[{index + 1}].{name}", f"Danh mục không có «{number}».")
        for index, table in enumerate(data.get("instrument", []))
        for name in ("amended_by", "replaced_by")
        for number in table.get(name, [])
        if number not in known
    ] + [
        (f"instrument[{index + 1}].prevailing", f"Danh mục không có «{rule['number']}».")
        for index, table in enumerate(data.get("instrument", []))
        for rule in table.get("prevailing", [])
        if rule["number"] not in known
    ]


def _entry(table: _Table) -> Entry:
    return Entry(
        citation=Citation(
            type=table["type"],
            number=table["number"],
            issued=table.get("date"),
            issuer=table.get("issuer", ""),
            title=table["title"],
        ),
        in_force_from=table.get("in_force_from"),
        in_force_to=table.get("in_force_to"),
        amended_by=tuple(table.get("amended_by", ())),
        replaced_by=tuple(table.get("replaced_by", ())),
        prevailing=tuple(map(_prevailing, table.get("prevailing", ()))),
        authority=table.get("authority", False),
        source=table.get("source", ""),
        unverified=tuple(table.get("unverified", ())),
        note=table.get("note", ""),
    )


def _prevailing(rule: _Table) -> Alteration:
    unsure = bool({"from", "to"} & set(rule.get("unverified", ())))
    return Alteration(
        rule["number"], rule["from"], rule.get("to"), rule["where"], rule["about"], unsure=unsure
    )


def _institution(table: _Table) -> Institution:
    titles = [
        Title(**{**title, "unverified": tuple(title.get("unverified", ()))}) for title in table["title"]
    ]
    return Institution(table["key"], tuple(sorted(titles, key=lambda title: title.since or date.min)))
