"""The record of a dossier: what its papers have in common, and each paper with what is its own.

The record walks so: file → `DossierRecord` → a `Record` for each paper, the common values under its own, each
value with its place in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcdocs.dossier import faults
from kcdocs.law.dossiers import Stage
from kcdocs.model.record import Record
from kcdocs.records.reading import read_records

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kcdocs.model.finding import Finding, Place
    from kcdocs.model.record import Value

SET, MATERIAL, FILE = "bo_mau", "tai_lieu", "tep"
"""What a paper is: the set that makes it; or what a file made elsewhere is, and its name. Of a paper of a set
the last two are fields like others."""

_KEYS = frozenset({"ten", "giai_doan", "chung", "van_ban"})


@dataclass(frozen=True, slots=True)
class DossierPaper:
    """A paper of a dossier.

    Attributes:
        number: Its place in the dossier, from 1.
        set_name: The set that makes it; empty for a file made elsewhere.
        title: What a file made elsewhere is; empty for a paper of a set.
        file: The name of that file.
        own: What the record says of this paper alone.
        day: The day it is expected on, where its date is left open; None if that is not said of it alone.
    """

    number: int
    set_name: str
    title: str
    file: str
    own: Record
    day: date | None = None

    @property
    def path(self) -> str:
        """Where it stands in the record."""
        return f"van_ban[{self.number}]"


@dataclass(frozen=True, slots=True)
class DossierRecord:
    """A dossier as its file says it.

    Attributes:
        title: What the dossier is.
        stage: Where the draft stands on its way; None if that is not said.
        common: What its papers have in common.
        papers: The papers in order.
        place: Where the record stands.
    """

    title: str
    stage: Stage | None
    common: Record
    papers: tuple[DossierPaper, ...]
    place: Place


def read_dossier(path: Path) -> DossierRecord:
    """The record of a dossier.

    Args:
        path: A YAML or JSON file that holds one record.

    Raises:
        DossierFaultsError: If it has another form; every fault at once.
        KcdocsError: If the file cannot be read.
    """
    records = read_records(path)
    whole = records[0]
    wrong = list(_faults(whole, len(records)))
    if wrong:
        raise faults.DossierFaultsError(wrong)
    listed = whole.data["van_ban"]
    assert isinstance(listed, Sequence)  # noqa: S101 - `_faults` saw to it
    stage = whole.data.get("giai_doan")
    return DossierRecord(
        title=str(whole.data["ten"]),
        stage=Stage(str(stage)) if stage else None,
        common=_part(whole, "chung", whole.data.get("chung") or {}),
        papers=tuple(_paper(whole, number, item) for number, item in enumerate(listed, 1)),
        place=whole.place,
    )


def is_dossier(path: Path) -> bool:
    """Whether a file holds the record of a dossier, in order or not.

    Args:
        path: A YAML or JSON file.

    Raises:
        KcdocsError: If the file cannot be read.
    """
    records = read_records(path)
    return len(records) == 1 and {"ten", "van_ban"} <= records[0].data.keys()


def _paper(whole: Record, number: int, item: Value) -> DossierPaper:
    assert isinstance(item, Mapping)  # noqa: S101 - `_faults` saw to it
    set_name = str(item.get(SET) or "")
    own = {name: value for name, value in item.items() if name != SET} if set_name else {}
    title, file = ("", "") if set_name else (str(item[MATERIAL]), str(item[FILE]))
    return DossierPaper(number, set_name, title, file, _part(whole, f"van_ban[{number}]", own))


def _part(whole: Record, path: str, data: Value) -> Record:
    """A part of the record as a record, its values at their places in the file."""
    assert isinstance(data, Mapping)  # noqa: S101 - `_faults` saw to it
    within = f"{path}."
    places = {
        name.removeprefix(within): place for name, place in whole.places.items() if name.startswith(within)
    }
    return Record(data, places, whole.where(path))


def _faults(whole: Record, count: int) -> Iterator[Finding]:
    data = whole.data
    if count > 1:
        yield _told(whole, "", f"Tệp có {count} hồ sơ; mỗi tệp chỉ ghi một hồ sơ.")
    for name in sorted(data.keys() - _KEYS):
        yield _told(whole, name, f"Không có mục «{name}» trong tệp hồ sơ.")
    if not isinstance(data.get("ten"), str):
        yield _told(whole, "ten", "Chưa ghi tên hồ sơ ở mục «ten».")
    stages = ", ".join(Stage)
    if data.get("giai_doan") and str(data["giai_doan"]) not in set(Stage):
        yield _told(whole, "giai_doan", f"Mục «giai_doan» chỉ nhận: {stages}.")
    if data.get("chung") and not isinstance(data["chung"], Mapping):
        yield _told(whole, "chung", "Mục «chung» phải gồm các ô có tên.")
    listed = data.get("van_ban")
    if not isinstance(listed, Sequence) or isinstance(listed, str) or not listed:
        yield _told(whole, "van_ban", "Chưa có văn bản nào ở mục «van_ban».")
        return
    for number, item in enumerate(listed, 1):
        if not isinstance(item, Mapping) or not (item.get(SET) or (item.get(MATERIAL) and item.get(FILE))):
            yield _told(
                whole, f"van_ban[{number}]", f"Văn bản thứ {number} cần bo_mau, hoặc cả tai_lieu và tep."
            )
        elif not item.get(SET):
            for name in sorted(item.keys() - {MATERIAL, FILE}):
                where = f"van_ban[{number}].{name}"
                yield _told(whole, where, f"Tài liệu lập ở nơi khác không có mục «{name}».")


def _told(whole: Record, path: str, what: str) -> Finding:
    return faults.SHAPE.at(replace(whole.where(path), field=path), what=what)
