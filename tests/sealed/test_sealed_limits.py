"""The thresholds of sealed files, just below and just above."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from kcdocs.errors import KcdocsError
from kcdocs.sealed import limits
from kcdocs.sealed.kinds import LIST, SealedKind
from kcdocs.sealed.naming import odd_path
from kcdocs.sealed.reading import open_sealed

KIND = SealedKind("kcdocs-thu", 1, "gói thử")


def opens(path: Path, data: bytes, blanks: int = 0, **more: int) -> bool:
    listed = {"a": {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data), **more}}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("a", data)
        out.writestr(LIST, json.dumps({"schema": "kcdocs-thu/1", "files": listed}) + " " * blanks)
    try:
        with open_sealed(path, KIND):
            return True
    except KcdocsError:
        return False


def test_a_path_has_two_hundred_characters_at_most() -> None:
    assert limits.LONGEST_PATH == 200
    assert odd_path("a" * 200) == ""
    assert odd_path("a" * 201) != ""


def test_a_small_file_may_unpack_to_sixty_four_megabytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert limits.ALWAYS == 64 * 2**20
    monkeypatch.setattr(limits, "MOST_RATIO", 0)
    monkeypatch.setattr(limits, "ALWAYS", 10_000)
    fixed = len(json.dumps({"schema": "kcdocs-thu/1", "files": {"a": {"sha256": "0" * 64, "size": 9000}}}))
    assert opens(tmp_path / "a.zip", bytes(10_000 - fixed))
    assert not opens(tmp_path / "b.zip", bytes(10_001 - fixed))


def test_a_file_may_unpack_to_two_hundred_times_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ALWAYS", 0)
    assert limits.MOST_RATIO == 200
    size = 2**20
    assert not opens(tmp_path / "a.zip", bytes(size))
    monkeypatch.setattr(limits, "MOST_RATIO", -(-2 * size // (tmp_path / "a.zip").stat().st_size))
    assert opens(tmp_path / "a.zip", bytes(size))


def test_the_list_has_a_quarter_of_a_gigabyte_and_eight_million_values_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert limits.MOST_LIST == 256 * 2**20
    monkeypatch.setattr(limits, "MOST_LIST", 1000)
    fixed = len(json.dumps({"schema": "kcdocs-thu/1", "files": {"a": {"sha256": "0" * 64, "size": 1}}}))
    assert opens(tmp_path / "a.zip", b"x", 1000 - fixed)
    assert not opens(tmp_path / "a.zip", b"x", 1001 - fixed)
    assert limits.MOST_LISTED == 8_000_000
    monkeypatch.setattr(limits, "MOST_LISTED", 1)
    assert not opens(tmp_path / "a.zip", b"x")


def test_a_file_was_changed_by_the_year_2242(tmp_path: Path) -> None:
    assert opens(tmp_path / "a.zip", b"x", changed=2**33 - 1)
    assert not opens(tmp_path / "a.zip", b"x", changed=2**33)
    assert not opens(tmp_path / "a.zip", b"x", changed=-1)
