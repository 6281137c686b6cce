"""A dossier put together by hand: what its papers have in common, each paper as a form, all made at once."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from kcdocs.api import dossier, forms
from kcdocs.decrees import catalogue
from kcdocs.decrees.store import today
from kcdocs.dossier.building import draft_dossier
from kcdocs.dossier.faults import DossierFaultsError
from kcdocs.dossier.listing import LIST, paper_list, remarks_of
from kcdocs.dossier.record import FILE, MATERIAL, SET, DossierPaper, DossierRecord, is_dossier, read_dossier
from kcdocs.drafting.reading import NUMBER
from kcdocs.errors import KcdocsError
from kcdocs.law.dossiers import Stage, required
from kcdocs.model.finding import Place
from kcdocs.model.record import Record
from kcdocs.records.form_values import FORM_PART, typed_values
from kcdocs.sets.form_fields import Control, FormField, form_values, values_asked_for
from kcdocs.sets.schema import DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from kcdocs.files import AnyPath
    from kcdocs.model.finding import Finding

_OF_ONE_PAPER = frozenset({NUMBER, DAY, "ky_hieu", "do_khan"})
"""Fields that each paper has for itself, whatever their values."""
_BASES = "can_cu"
_PROSE = frozenset({Control.LONG, Control.LINES, Control.ROWS})
"""What a paper says in its own words; of such fields only the legal bases are a fact of the whole dossier."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A paper of a dossier as a form, or a file made elsewhere.

    Attributes:
        set_name: The set that makes it; empty for a file made elsewhere.
        values: What its form holds.
        title: What a file made elsewhere is; else what the set's document is.
        file: That file; None for a paper of a set.
        day: The day it is expected on, where its date is left open; None for today.
    """

    set_name: str
    values: Mapping[str, Any] = field(default_factory=dict)
    title: str = ""
    file: Path | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class DossierForm:
    """A dossier as its forms hold it.

    Attributes:
        title: What it is.
        stage: Where the draft stands, one of `dossier.STAGES`; empty if that is not said.
        common: What its papers have in common, as a form holds it.
        papers: The papers in order.
    """

    title: str
    stage: str
    common: Mapping[str, Any]
    papers: tuple[PaperForm, ...]


@dataclass(frozen=True, slots=True)
class MadeDossier:
    """All papers of a dossier.

    Attributes:
        data: A ZIP file of the papers and their list.
        remarks: What the user should know, in Vietnamese.
        findings: What to look at before it is sent.
    """

    data: bytes
    remarks: tuple[str, ...]
    findings: tuple[Finding, ...]


def common_fields(set_names: Sequence[str], held: Iterable[str] = ()) -> tuple[FormField, ...]:
    """The fields that at least two of the papers have alike, none of them asked for.

    Args:
        set_names: The sets of the papers.
        held: Names of fields that are said to be common whatever the papers are.
    """
    kept = set(held)
    every = [one for name in dict.fromkeys(set_names) for one in forms.entry_form(name).fields]
    shapes = Counter(map(_shape, every))
    first: dict[str, FormField] = {}
    for one in every:
        if one.name in kept or (shapes[_shape(one)] > 1 and _is_fact(one)):
            first.setdefault(one.name, replace(one, required=False, asked=None, part=""))
    return tuple(first.values())


def shared_values(set_name: str, common: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the common values that a set's form has a place for.

    Args:
        set_name: The set.
        common: What the papers have in common, as a form holds it.
    """
    names = {one.name for one in forms.entry_form(set_name).fields}
    return {name: value for name, value in common.items() if name in names and is_said(value)}


def suggested(stage: str, titles: Sequence[str] = (), day: date | None = None) -> tuple[tuple[str, str], ...]:
    """What a stage asks for and the dossier has not: the name of the paper, and the set for it.

    Args:
        stage: Where the draft stands, one of `dossier.STAGES`; nothing is suggested for another.
        titles: What the papers of the dossier are.
        day: The day whose law is asked; None for today.

    Returns:
        The set is empty where none makes such a paper.
    """
    if stage not in dossier.STAGES:
        return ()
    _, papers = required(Stage(stage), day or today())
    cards = forms.gallery(day)
    absent = [one for one in papers if not any(map(one.is_called, titles))]
    return tuple(
        (one.name, next((card.name for card in cards if one.is_called(card.title)), "")) for one in absent
    )


def check(whole: DossierForm) -> tuple[Finding, ...]:
    """What keeps a dossier from being made, each at its place: "chung.dia_danh", "van_ban[2].ngay".

    Args:
        whole: The dossier.
    """
    found = list(_faults_of_papers(whole))
    if not found:
        try:
            build(whole)
        except DossierFaultsError as fault:
            found = list(fault.findings)
        except KcdocsError as fault:
            found = [fault.as_finding()]
    return tuple(found)


def build(whole: DossierForm) -> MadeDossier:
    """All papers of a dossier and the list of them.

    Args:
        whole: The dossier.

    Raises:
        DossierFaultsError: If a paper cannot be drafted, or says otherwise than what is common.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        papers = tuple(_paper(number, one, folder) for number, one in enumerate(whole.papers, 1))
        stage = Stage(whole.stage) if whole.stage in dossier.STAGES else None
        common = _record(_asked(_common(whole), whole.common), "chung.")
        record = DossierRecord(whole.title, stage, common, papers, Place(part=FORM_PART))
        drafted = draft_dossier(record, folder, catalogue.load_catalogue(), today())
        files = [(one.name, one.document or (folder / one.name).read_bytes()) for one in drafted.drafts]
    listed = paper_list(whole.title, drafted.drafts)
    remarks = remarks_of(drafted.drafts)
    return MadeDossier(_zipped([*files, (LIST, listed)]), remarks, drafted.remarks)


def record_file(whole: DossierForm) -> bytes:
    """A dossier as a record that `build_dossier` takes, and `opened` (JSON).

    Args:
        whole: The dossier.
    """
    data = {
        "ten": whole.title,
        **({"giai_doan": whole.stage} if whole.stage else {}),
        "chung": _asked(_common(whole), whole.common),
        "van_ban": [
            {SET: one.set_name} | _asked(forms.entry_form(one.set_name, one.values).fields, one.values)
            if one.set_name
            else {MATERIAL: one.title, FILE: one.file.name if one.file else ""}
            for one in whole.papers
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def may_open(record: AnyPath) -> bool:
    """Whether a file is the record of a dossier.

    Args:
        record: A YAML or JSON file.
    """
    try:
        return is_dossier(Path(record))
    except KcdocsError:
        return False


def opened(record: AnyPath, *, again: bool = False) -> tuple[DossierForm, tuple[str, ...]]:
    """The record of a dossier as forms hold it.

    Args:
        record: A YAML or JSON file.
        again: Whether it is taken for a new dossier: numbers, dates and signers are then left open.

    Returns:
        The dossier, and the titles of what was left out or open: files made elsewhere are to be chosen anew.

    Raises:
        KcdocsError: If the file cannot be read, or is no record of a dossier.
    """
    read = read_dossier(Path(record))
    common, left = dict(read.common.data), []
    papers: list[PaperForm] = []
    for paper in read.papers:
        if not paper.set_name:
            left.append(paper.title)
            continue
        entry = forms.entry_form(paper.set_name)
        values = form_values(entry.fields, {**shared_values(paper.set_name, common), **paper.own.data})
        papers.append(PaperForm(paper.set_name, _emptied(values) if again else values, entry.title))
    fields = common_fields([one.set_name for one in papers], common)
    held = form_values(fields, common)
    left += sorted(common.keys() - held.keys())
    left += ["số, ngày, người ký"] if again else []
    stage = str(read.stage or "")
    return DossierForm(read.title, stage, _emptied(held) if again else held, tuple(papers)), tuple(left)


def _emptied(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in forms.OF_ONE_DOCUMENT}


def _is_fact(one: FormField) -> bool:
    """Whether a field says something of the dossier rather than of one paper."""
    return one.name not in _OF_ONE_PAPER and (one.control not in _PROSE or one.name == _BASES)


def _shape(one: FormField) -> tuple[object, ...]:
    return one.name, one.title, one.control, tuple(map(_shape, one.fields))


def is_said(value: object) -> bool:
    """Whether anything is typed into a field, or into any of a group's.

    Args:
        value: What the form holds there.
    """
    if isinstance(value, dict | list):
        return any(map(is_said, value.values() if isinstance(value, dict) else value))
    return bool(str(value or "").strip())


def _common(whole: DossierForm) -> tuple[FormField, ...]:
    held = [name for name, value in whole.common.items() if is_said(value)]
    return common_fields([one.set_name for one in whole.papers if one.set_name], held)


def _asked(fields: tuple[FormField, ...], values: Mapping[str, Any]) -> dict[str, Any]:
    asked = values_asked_for(fields, values)
    return {name: value for name, value in asked.items() if is_said(value)}


def _record(values: Mapping[str, Any], within: str) -> Record:
    """Typed values as a record whose places say where in the dossier's form they stand."""
    record, _ = next(iter(typed_values(values).pairs()))
    places = {name: replace(place, field=within + name) for name, place in record.places.items()}
    return replace(record, places=places, place=Place(part=FORM_PART, field=within.rstrip(".")))


def _paper(number: int, one: PaperForm, folder: Path) -> DossierPaper:
    at = f"van_ban[{number}]"
    if one.set_name:
        fields = forms.entry_form(one.set_name, one.values, day=one.day).fields
        own = _record(values_asked_for(fields, one.values), f"{at}.")
        return DossierPaper(number, one.set_name, "", "", own, one.day)
    name = f"{number:02d}-{one.file.name if one.file else one.title}"
    if one.file and one.file.is_file():
        copyfile(one.file, folder / name)
    return DossierPaper(number, "", one.title, name, _record({}, f"{at}."))


def _faults_of_papers(whole: DossierForm) -> Iterator[Finding]:
    """The faults of each paper by itself, at its place in the dossier."""
    for number, one in enumerate(whole.papers, 1):
        for finding in forms.check_values(one.set_name, one.values, day=one.day) if one.set_name else ():
            at = f"van_ban[{number}].{finding.place.field}".rstrip(".")
            yield replace(finding, place=replace(finding.place, field=at))


def _zipped(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Files as a ZIP, the same bytes each time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
