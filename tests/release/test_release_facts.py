"""What a release says of itself: its version, its packages, their licences and their sums."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import bundle
import licences
import pytest
import release
import sbom

LOCK = """\
lxml==6.1.3 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:{c}
tomli==2.0.1 ; python_full_version < '3.12' \\
    --hash=sha256:{c}
"""


@pytest.fixture
def pins(tmp_path: Path) -> list[bundle.Pin]:
    """A lock with a package for all, one for Windows and one for an old Python."""
    lock = tmp_path / "requirements.lock"
    sums = {name: bundle.digest(name.encode()) for name in "abc"}
    lock.write_text(LOCK.format(**sums), "utf-8")
    return bundle.pins([lock])


def test_a_machine_gets_the_packages_that_it_needs_and_no_others(pins: list[bundle.Pin]) -> None:
    def needed(system: str, python: str) -> list[str]:
        return [pin.wanted.name for pin in pins if pin.needed(system, python)]

    assert needed("windows", "3.11") == ["lxml", "colorama", "tomli"]
    assert needed("windows", "3.14") == ["lxml", "colorama"]
    assert needed("linux", "3.11") == ["lxml", "tomli"]


def test_only_wheels_whose_sum_the_lock_knows_are_taken(pins: list[bundle.Pin], tmp_path: Path) -> None:
    (tmp_path / "lxml-6.1.3-cp311-cp311-win_amd64.whl").write_bytes(b"a")
    (tmp_path / "lxml-6.1.2-cp311-cp311-win_amd64.whl").write_bytes(b"old")

    assert [path.name for path in bundle.chosen(tmp_path, pins)] == ["lxml-6.1.3-cp311-cp311-win_amd64.whl"]


def test_a_package_without_a_wheel_for_a_python_is_named(pins: list[bundle.Pin]) -> None:
    wheels = [
        Path("lxml-6.1.3-cp311-cp311-manylinux_2_26_x86_64.manylinux_2_28_x86_64.whl"),
        Path("lxml-6.1.3-cp313-cp313-manylinux_2_34_x86_64.whl"),
        Path("tomli-2.0.1-py3-none-any.whl"),
    ]

    assert bundle.missing(wheels, pins, "linux", "3.11") == []
    assert bundle.missing(wheels, pins, "linux", "3.12") == ["lxml"]
    assert bundle.missing(wheels, pins, "linux", "3.13") == ["lxml"]
    assert bundle.missing(wheels, pins, "windows", "3.11") == ["lxml", "colorama"]


@pytest.mark.parametrize("version", ["0.1.0", "0.0.9", "1.0", "v1.0.0", "1.0.0rc1", "1.0.0 "])
def test_a_version_that_is_none_or_not_above_the_last_is_refused(version: str) -> None:
    with pytest.raises(SystemExit):
        release.numbered('VERSION = "0.1.0"\n', version)


def test_a_version_above_the_last_by_its_numbers_is_set() -> None:
    assert (
        release.numbered('A = 1\nVERSION = "0.9.0"\nB = 2\n', "0.10.0")
        == 'A = 1\nVERSION = "0.10.0"\nB = 2\n'
    )


def test_what_was_unreleased_stands_under_the_version_and_its_day() -> None:
    before = "# Changelog\n\n## Unreleased\n\n### Added\n\n- A.\n\n## 0.1.0 - 2026-01-02\n\n- B.\n"

    after = release.dated_changelog(before, "0.2.0", "2026-11-27")

    assert after == (
        "# Changelog\n\n## Unreleased\n\n## 0.2.0 - 2026-11-27\n\n### Added\n\n- A.\n\n## 0.1.0 - 2026-01-02\n\n- B.\n"
    )
    with pytest.raises(SystemExit, match="nothing stands under"):
        release.dated_changelog(after, "0.3.0", "2026-11-28")


def test_the_changelog_and_the_version_of_today_can_be_released() -> None:
    changelog = release.CHANGELOG.read_text("utf-8")

    assert "## 9.0.0 - 2027-01-01\n\n### " in release.dated_changelog(changelog, "9.0.0", "2027-01-01")
    assert 'VERSION = "9.0.0"' in release.numbered(release.SETTINGS.read_text("utf-8"), "9.0.0")


def test_sums_are_those_that_sha256sum_checks(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"")
    (tmp_path / "a.whl").write_bytes(b"abc")
    (tmp_path / "SHA256SUMS").write_bytes(b"old")

    assert release.sums(tmp_path) == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.whl\n"
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b.zip\n"
    )


def test_the_page_of_licences_is_that_of_the_packages_of_today() -> None:
    assert licences.PAGE.read_text("utf-8") == licences.page(), "make licences"


def test_every_package_that_is_installed_has_a_licence_that_is_allowed() -> None:
    names = [*licences.shipped(), *(name for extra in licences.EXTRAS for name in licences.added(extra))]

    assert [item for item in licences.licensed(names) if not item.allowed] == []


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("BSD-3-Clause AND Apache-2.0", True),
        ("GPL-3.0-only OR MIT", True),
        ("GPL-3.0-only AND MIT", False),
        ("AGPL-3.0-only", False),
        ("Dual License", False),
        ("", False),
    ],
)
def test_a_licence_is_allowed_by_name_only(licence: str, allowed: bool) -> None:
    assert licences.Licensed("x", "1", licence).allowed is allowed


def test_the_list_of_packages_names_each_with_the_wheels_that_are_handed_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    wheel = tmp_path / "lxml-6.1.3-cp311-cp311-win_amd64.whl"
    program = tmp_path / "kcdocs-1.2.3-py3-none-any.whl"
    wheel.write_bytes(b"abc")
    program.write_bytes(b"")
    zips = [bundle.write("windows", program, [wheel], tmp_path)]

    text = sbom.document("1.2.3", zips)
    made = json.loads(text)

    assert text == sbom.document("1.2.3", zips)
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert made["metadata"]["timestamp"] == "2026-09-21T14:13:20Z"
    assert made["metadata"]["component"]["purl"] == "pkg:pypi/kcdocs@1.2.3"
    parts = {item["name"]: item for item in made["components"]}
    assert set(parts) == {pin.wanted.name for pin in bundle.pins()}
    assert parts["docxtpl"]["licenses"] == [{"license": {"id": "LGPL-2.1-only"}}]
    assert parts["lxml"]["externalReferences"] == [
        {
            "type": "distribution",
            "url": f"{zips[0].name}#kcdocs-1.2.3-windows/goi/{wheel.name}",
            "hashes": [
                {
                    "alg": "SHA-256",
                    "content": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                }
            ],
        }
    ]
    needs = {item["ref"].partition("@")[0]: item["dependsOn"] for item in made["dependencies"]}
    assert f"pkg:pypi/docxtpl@{parts['docxtpl']['version']}" in needs["pkg:pypi/kcdocs"]
    assert f"pkg:pypi/h11@{parts['h11']['version']}" in needs["pkg:pypi/httpcore"]
    assert zipfile.is_zipfile(zips[0])
