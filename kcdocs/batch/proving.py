"""Checking a batch against its manifest: every file there, untouched, and none that is not listed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kcdocs.batch.making import Verdict
from kcdocs.batch.manifest import read_manifest
from kcdocs.model.finding import Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class Proof:
    """The outcome.

    Attributes:
        documents: How many documents the manifest lists.
        findings: What is missing, changed or not listed.
    """

    documents: int
    findings: tuple[Finding, ...]


def prove(folder: Path, tell: Callable[[int, int], None] = lambda *_: None) -> Proof:
    """Check a batch against its manifest.

    Args:
        folder: The batch's folder.
        tell: Told how many documents were looked at, and of how many.

    Raises:
        NoManifestError: If the folder holds no manifest.
    """
    listed = [line for line in read_manifest(folder) if line["verdict"] != Verdict.LEFT_OUT]
    findings: list[Finding] = []
    for number, line in enumerate(listed, 1):
        found = _fault(folder, str(line["file"]), str(line["sha256"]))
        findings += [found] if found else []
        tell(number, len(listed))
    names = {str(line["file"]) for line in listed}
    there = (path for path in sorted(folder.rglob("*.docx")) if not path.name.startswith("~$"))
    strange = (path for path in there if path.relative_to(folder).as_posix() not in names)
    findings += [_finding("BT303", path, "Tệp này không có trong bảng kê.") for path in strange]
    return Proof(len(listed), tuple(findings))


def _fault(folder: Path, file: str, expected: str) -> Finding | None:
    path = folder / file
    if not path.resolve().is_relative_to(folder.resolve()):
        return _finding("BT304", Path(file), "Bảng kê chỉ tới một tệp nằm ngoài thư mục của đợt.")
    if not path.is_file():
        return _finding("BT301", path, "Bảng kê có văn bản này nhưng không thấy tệp.")
    if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
        return _finding("BT302", path, "Tệp đã khác so với lúc lập (bị sửa, lưu lại hoặc thay thế).")
    return None


def _finding(code: str, path: Path, words: str) -> Finding:
    mend = "chạy lại lệnh batch với --resume để lập lại tệp thiếu; tệp đã sửa thì đối chiếu với bản gốc."
    return Finding(code, Severity.ERROR, Place(file=str(path)), words, mend=mend)
