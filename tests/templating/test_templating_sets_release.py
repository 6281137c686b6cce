"""Releasing: blocks composed in, a hash over everything, no change unseen; the shipped releases are unchanged."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from kcdocs.settings import shipped
from kcdocs.templating import release, sets
from kcdocs.templating.set_errors import AlreadyReleasedError, ChangedReleaseError
from kcdocs.word.compose import block_names

DAY = date(2026, 11, 22)


@pytest.fixture
def version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> sets.Version:
    root = tmp_path / "templates"
    shutil.copytree(shipped("templates") / "to-trinh", root / "to-trinh")
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(root))
    return _again()


def _again() -> sets.Version:
    return sets.version("to-trinh", "1.0.0")


def test_no_released_version_that_is_shipped_has_changed() -> None:
    for name in sets.set_names():
        for item in sets.versions(name):
            release.verify(item)


def test_an_open_version_says_so_and_a_released_one_does_not(version: sets.Version) -> None:
    assert release.remarks(version) == ("Mẫu to-trinh@1.0.0 chưa phát hành nên còn có thể thay đổi.",)
    release.freeze(version, DAY)
    assert release.remarks(_again()) == ()


def test_releasing_composes_the_blocks_and_shared_definitions_into_the_files(version: sets.Version) -> None:
    before = version.template

    release.freeze(version, DAY)

    frozen = _again()
    assert block_names(frozen.template_path.read_bytes()) == ()
    assert frozen.template == before
    assert "khoi.json" not in (frozen.folder / "schema.json").read_text(encoding="utf-8")
    assert frozen.contract == version.contract
    release.verify(frozen)


@pytest.mark.parametrize("name", ["schema.json", "set.toml", "example.yaml", "to-trinh.docx"])
def test_a_change_to_any_file_of_a_released_version_is_refused(version: sets.Version, name: str) -> None:
    release.freeze(version, DAY)
    path = version.folder / name
    if name == "to-trinh.docx":
        shutil.copy(shipped("templates") / "khoi" / "kinh-gui.docx", path)
    else:
        path.write_bytes(path.read_bytes() + b"\n")

    with pytest.raises(ChangedReleaseError, match=r"to-trinh@1\.0\.0"):
        release.verify(_again())


def test_line_ends_that_git_may_change_do_not_count(version: sets.Version) -> None:
    release.freeze(version, DAY)
    path = version.folder / "example.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    release.verify(_again())


def test_a_version_is_released_once(version: sets.Version) -> None:
    release.freeze(version, DAY)

    with pytest.raises(AlreadyReleasedError):
        release.freeze(_again(), DAY)
