"""Releasing: blocks composed in, a hash over everything, no change unseen; the shipped releases are unchanged."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import docx
import pytest

from kcdocs.sets import limits, release, versions
from kcdocs.sets.errors import AlreadyReleasedError, BusySetsError, ChangedReleaseError
from kcdocs.settings import shipped
from kcdocs.word.package import open_package

DAY = date(2026, 11, 22)
ROOT = Path(__file__).parents[2]


SCHEMA = """{
  "type": "object",
  "properties": {"so": {"$ref": "khoi.json#/$defs/so"}, "ten": {"type": "string"}}
}"""


@pytest.fixture
def version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> versions.Version:
    folder = tmp_path / "templates" / "mau" / "1.0.0"
    folder.mkdir(parents=True)
    document = docx.Document()
    document.add_paragraph("{{ so }} {{ ten }}")
    document.add_paragraph("[[khối chu-ky]]")
    document.save(str(folder / "mau.docx"))
    (folder / "schema.json").write_text(SCHEMA, encoding="utf-8")
    facts = 'title = "Mẫu"\ntype = "Mẫu"\nform = "hanh_chinh"\nsource = "thử"\neffective_from = 2025-01-01\n'
    (folder / "set.toml").write_text(facts, encoding="utf-8")
    (folder / "example.yaml").write_text("so: 1\nten: x\n", encoding="utf-8")
    (folder.parent / "CHANGELOG.md").write_text("# Mẫu\n\n## 1.0.0 (chưa phát hành)\n", encoding="utf-8")
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(folder.parents[1]))
    return _again()


def _body(version: versions.Version) -> str:
    """The body's XML as it is edited."""
    package = open_package(version.template_path)
    return package.parts[package.main].decode()


def _again() -> versions.Version:
    return versions.one("mau", "1.0.0")


@pytest.mark.parametrize("name", versions.set_names())
def test_no_shipped_version_that_was_released_has_changed(name: str) -> None:
    for item in versions.of_set(name):
        assert release.released(item) in (None, release.version_digest(item))


def test_an_open_version_says_so_and_a_released_one_does_not(version: versions.Version) -> None:
    assert release.remarks(version) == ("Mẫu mau@1.0.0 chưa phát hành nên còn có thể thay đổi.",)
    release.freeze(version, DAY)
    assert release.remarks(_again()) == ()


def test_releasing_composes_the_blocks_and_shared_definitions_into_the_files(
    version: versions.Version,
) -> None:
    before, contract = version.template, version.contract
    assert "[[khối chu-ky]]" in _body(version)

    release.freeze(version, DAY)

    frozen = _again()
    assert "[[" not in _body(frozen)
    assert frozen.template == before
    assert "khoi.json" not in (frozen.folder / "schema.json").read_text(encoding="utf-8")
    assert frozen.contract.schema == contract.schema
    release.refuse_changed(frozen)
    history = (frozen.folder.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## 1.0.0 (phát hành ngày 22/11/2026)" in history


@pytest.mark.parametrize("name", ["schema.json", "set.toml", "example.yaml", "mau.docx"])
def test_a_change_to_any_file_of_a_released_version_is_refused(version: versions.Version, name: str) -> None:
    release.freeze(version, DAY)
    path = version.folder / name
    if name == "mau.docx":
        shutil.copy(shipped("templates") / "khoi" / "kinh-gui.docx", path)
    else:
        path.write_bytes(path.read_bytes() + b"\n")

    with pytest.raises(ChangedReleaseError, match=r"mau@1\.0\.0"):
        release.refuse_changed(_again())


def test_line_ends_that_git_may_change_do_not_count(version: versions.Version) -> None:
    release.freeze(version, DAY)
    path = version.folder / "example.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    release.refuse_changed(_again())


def test_a_version_is_released_once(version: versions.Version) -> None:
    release.freeze(version, DAY)

    with pytest.raises(AlreadyReleasedError):
        release.freeze(_again(), DAY)


def test_releases_at_the_same_time_are_all_entered(version: versions.Version) -> None:
    root = version.folder.parents[1]
    names = [f"mau-{n}" for n in range(6)]
    for name in names:
        shutil.copytree(root / "mau", root / name)
    words = (
        "import sys; from datetime import date; from kcdocs.sets import release, versions;"
        "release.freeze(versions.one(sys.argv[1], '1.0.0'), date(2026, 11, 22))"
    )
    running = [subprocess.Popen([sys.executable, "-c", words, name], cwd=ROOT) for name in names]

    assert [process.wait() for process in running] == [0] * len(names)
    assert all(release.released(versions.one(name, "1.0.0")) for name in names)


def test_a_release_that_another_keeps_waiting_says_so_and_changes_nothing(
    version: versions.Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "PATIENCE", 0.05)
    with release.sole_writer(version.folder.parents[1]), pytest.raises(BusySetsError):
        release.freeze(version, DAY)

    assert release.released(version) is None
