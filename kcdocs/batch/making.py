"""Making a group of documents: fill, write to a temporary name, rename; never over what a person did."""

from __future__ import annotations

import hashlib
import io
import platform
import secrets
import signal
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from kcdocs.batch import limits
from kcdocs.batch.errors import LinkInsideError, OtherSetError
from kcdocs.batch.journal import NAME as JOURNAL
from kcdocs.batch.spool import PlannedItem, unpacked
from kcdocs.decrees import catalogue
from kcdocs.drafting.drafter import Drafter
from kcdocs.errors import KcdocsError
from kcdocs.files import patiently
from kcdocs.loading import LargeFileError, MissingFileError, UnreadableFileError, load
from kcdocs.sets.proof import digest_of, read_provenance
from kcdocs.word.package import Allow, open_package

TEMPORARY = ".kcdocs-"
"""How the names of unfinished files begin."""


class MakingState(StrEnum):
    """What became of a document; the value stands in the manifest."""

    MADE = "đã lập"
    EDITED = "giữ bản người dùng đã sửa"
    FOREIGN = "giữ tệp lạ cùng tên"
    OPEN = "tệp đang mở, chưa ghi được"
    FAILED = "không lập được"
    LEFT_OUT = "hồ sơ có lỗi, bỏ qua"


@dataclass(frozen=True, slots=True)
class Task:
    """A group of documents to make, as one worker gets it.

    Attributes:
        set_name: As in the order.
        run: Names the run, so that a worker reads the set anew for each.
        templates: Set and version → SHA-256 of the template that the plan was made by.
        out: The batch's folder.
        total: How many documents the batch has.
        first: Place of the group's first document in the batch, from 0.
        group: The items, packed.
        known: Place in the batch → what the journal says of documents that were written before.
        beside: The folder of the file of data, where the files lie that its values name.
    """

    set_name: str
    run: str
    templates: Mapping[str, str]
    out: Path
    total: int
    first: int
    group: bytes
    known: Mapping[int, dict[str, Any]]
    beside: Path


def make(task: Task) -> list[dict[str, Any]]:
    """Make the documents of one group.

    Returns:
        What the journal will say of each document, in order: index, row, file, number, symbol, set, template,
        record, sha256, verdict, remarks.

    Raises:
        OSError: If the disk is full or the network share is lost; what was written so far stays.
        OtherSetError: If this machine has another template than the plan was made by.
        LinkInsideError: If a folder of the batch is a link.
    """
    drafter = _drafter(task.set_name, task.run)
    return [_made(task, drafter, index, item) for index, item in enumerate(unpacked(task.group), task.first)]


def quiet() -> None:
    """In a worker process: leave Ctrl-C to the process that coordinates."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@lru_cache(maxsize=4)
def _drafter(set_name: str, _run: str) -> Drafter:
    return Drafter(set_name, catalogue.load_catalogue())


def relative(index: int, name: str, total: int) -> PurePosixPath:
    """Where in the batch's folder a document lies: a thousand to a folder past a thousand."""
    return (
        PurePosixPath(f"{index // limits.FILES_IN_FOLDER + 1:04}", name)
        if total > limits.FILES_IN_FOLDER
        else PurePosixPath(name)
    )


def _made(task: Task, drafter: Drafter, index: int, item: PlannedItem) -> dict[str, Any]:
    before = task.known.get(index)
    kept = _kept(task.out / before["file"], before["sha256"]) if before else None
    if before and kept:
        return {**before, "verdict": kept}
    version = drafter.version(item.version)
    template = drafter.template(version).hash
    if template != task.templates[item.version]:
        raise OtherSetError(platform.node(), item.version)
    file = relative(index, item.name, task.total)
    told = {
        "index": index,
        "row": item.row,
        "file": str(file),
        "number": str(item.values.get("so", "")),
        "symbol": str(item.values.get("ky_hieu", "")),
        "set": item.version,
        "template": template,
        "record": item.record,
        "remarks": list(item.remarks),
    }
    try:
        data = drafter.filled(version, item.values, item.record, task.beside)
    except KcdocsError as fault:
        return {
            **told,
            "sha256": "",
            "verdict": MakingState.FAILED,
            "remarks": [*item.remarks, fault.as_finding().remark],
        }
    (task.out / JOURNAL).stat()  # an empty folder is left where a network share was: nothing may go there
    if (there := _made_earlier(task.out / file, item)) is not None:
        return {**told, "sha256": hashlib.sha256(there).hexdigest(), "verdict": MakingState.MADE}
    verdict = _written(task.out / file, task.out, data)
    return {**told, "sha256": hashlib.sha256(data).hexdigest(), "verdict": verdict}


def _made_earlier(path: Path, item: PlannedItem) -> bytes | None:
    """The document that stands there if kcdocs, be it an earlier version, made it of this very record.

    A run that was cut off may have written it and not yet noted it, before kcdocs was renewed.
    """
    if path.is_symlink() or not path.is_file():
        return None
    try:
        data = load(path)
        package = open_package(data, allow=Allow.ALL)
    except KcdocsError:
        return None
    told = read_provenance(package)
    same = told is not None and (told.set_name, told.record) == (item.version, item.record)
    return data if same and told and digest_of(package) == told.content else None


def _kept(path: Path, known: str) -> MakingState | None:
    """What a document written before is now; None if it must be made."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return MakingState.FOREIGN
    try:
        data = load(path)
    except MissingFileError:
        return None
    except LargeFileError:
        return MakingState.EDITED
    except UnreadableFileError:
        return MakingState.OPEN
    if hashlib.sha256(data).hexdigest() == known:
        return MakingState.MADE
    return MakingState.EDITED if zipfile.is_zipfile(io.BytesIO(data)) else None


def _written(path: Path, out: Path, data: bytes) -> MakingState:
    """Write a document whole, unless something stands in its place that this batch did not make."""
    if path.parent != out:
        path.parent.mkdir(exist_ok=True)
        if path.parent.is_symlink():
            raise LinkInsideError(path.parent)
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return MakingState.FOREIGN
    temporary = path.parent / f"{TEMPORARY}{secrets.token_hex(8)}.tmp"
    try:
        there = load(path) if path.exists() else b""
        if there == data:
            return MakingState.MADE
        if there and zipfile.is_zipfile(io.BytesIO(there)):
            return MakingState.FOREIGN
        with temporary.open("xb") as file:  # never what another put there, nor where a link of theirs leads
            file.write(data)
        patiently(lambda: temporary.replace(path))
    except LargeFileError:
        return MakingState.FOREIGN
    except (PermissionError, UnreadableFileError):
        temporary.unlink(missing_ok=True)
        if path.exists():
            return MakingState.OPEN
        raise
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return MakingState.MADE
