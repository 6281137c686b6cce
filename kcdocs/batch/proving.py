"""Checking a batch against its manifest: every file there, untouched, and none that is not listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kcdocs.batch.making import MakingState
from kcdocs.batch.manifest import read_manifest
from kcdocs.batch.order import digest_of_file
from kcdocs.codes import Declared
from kcdocs.model.finding import Finding, Place, Severity

_MEND = "Chạy lại lệnh batch với --resume để lập lại tệp thiếu; tệp đã sửa thì đối chiếu với bản gốc."

_UNLISTED = Declared(
    "BT303",
    Severity.ERROR,
    "A file that the manifest does not list.",
    "Tệp này không có trong bảng kê.",
    mend=_MEND,
)

_ELSEWHERE = Declared(
    "BT304",
    Severity.ERROR,
    "The manifest names a file outside the folder.",
    "Bảng kê chỉ tới một tệp nằm ngoài thư mục của đợt.",
    mend=_MEND,
)

_ABSENT = Declared(
    "BT301",
    Severity.ERROR,
    "A document of the manifest is not there.",
    "Bảng kê có văn bản này nhưng không thấy tệp.",
    mend=_MEND,
)

_CHANGED = Declared(
    "BT302",
    Severity.ERROR,
    "A document is not what was made.",
    "Tệp đã khác so với lúc lập (bị sửa, lưu lại hoặc thay thế).",
    mend=_MEND,
)


@dataclass(frozen=True, slots=True)
class BatchProof:
    """What checking a batch against its manifest showed.

    Attributes:
        documents: How many documents the manifest lists.
        findings: What is missing, changed or not listed.
    """

    documents: int
    findings: tuple[Finding, ...]


def prove_batch(folder: Path, tell: Callable[[int, int], None] = lambda *_: None) -> BatchProof:
    """Check a batch against its manifest.

    Args:
        folder: The batch's folder.
        tell: Told how many documents were looked at, and of how many.

    Raises:
        NoManifestError: If the folder holds no manifest.
    """
    listed = [line for line in read_manifest(folder) if line["verdict"] != MakingState.LEFT_OUT]
    findings: list[Finding] = []
    for number, line in enumerate(listed, 1):
        found = _fault(folder, str(line["file"]), str(line["sha256"]))
        findings += [found] if found else []
        tell(number, len(listed))
    names = {str(line["file"]) for line in listed}
    there = (path for path in sorted(folder.rglob("*.docx")) if not path.name.startswith("~$"))
    strange = (path for path in there if path.relative_to(folder).as_posix() not in names)
    findings += [_UNLISTED.at(Place(file=str(path))) for path in strange]
    return BatchProof(len(listed), tuple(findings))


def _fault(folder: Path, file: str, expected: str) -> Finding | None:
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        return _ELSEWHERE.at(Place(file=str(Path(file))))
    if not path.is_file():
        return _ABSENT.at(Place(file=str(path)))
    if digest_of_file(path) != expected:
        return _CHANGED.at(Place(file=str(path)))
    return None
