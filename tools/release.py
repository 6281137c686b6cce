"""Make a release: `python tools/release.py set VERSION`, then `… build`; `make release` does both.

`set` writes the version and the changelog and commits them. `build` makes everything that is handed out from
the last commit, never from what else lies in the checkout: sdist, wheel, the two ZIPs, the list of packages
(SBOM) and the sums of all. The same commit gives the same bytes again.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import bundle
import sbom
from dated import moment

ROOT = Path(__file__).parents[1]
OUT = ROOT / "dist"
SETTINGS, CHANGELOG = ROOT / "kcdocs" / "settings.py", ROOT / "CHANGELOG.md"
_VERSION = re.compile(r'^VERSION = "(\d+\.\d+\.\d+)"$', re.MULTILINE)
_UNRELEASED = "## Unreleased\n"
_MASK = 0o022
"""Modes in the sdist are those of files made under this mask, whatever the maker's own."""


def numbered(settings: str, version: str) -> str:
    """The settings with another version.

    Raises:
        SystemExit: If it is no version (three numbers), or not above the last one.
    """
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        sys.exit(f"VERSION is three numbers with stops, as 1.2.3, not {version!r}")
    (old,) = _VERSION.findall(settings)
    if _parts(version) <= _parts(old):
        sys.exit(f"VERSION must be above {old}, not {version}")
    return _VERSION.sub(f'VERSION = "{version}"', settings)


def dated_changelog(changelog: str, version: str, day: str) -> str:
    """The changelog with what was unreleased under the version and its day.

    Raises:
        SystemExit: If there is nothing unreleased.
    """
    before, _, after = changelog.partition(_UNRELEASED)
    if not re.match(r"\s*(###|- )", after):
        sys.exit("nothing stands under «Unreleased» in CHANGELOG.md")
    return f"{before}{_UNRELEASED}\n## {version} - {day}\n{after}"


def _parts(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def set_version(version: str) -> None:
    """Write and commit the version and the changelog; nothing else may be waiting to be committed."""
    if _git("status", "--porcelain", "--untracked-files=no"):
        sys.exit("commit or take back what is changed first")
    settings = numbered(SETTINGS.read_text("utf-8"), version)
    changelog = dated_changelog(CHANGELOG.read_text("utf-8"), version, f"{datetime.now(UTC):%Y-%m-%d}")
    SETTINGS.write_text(settings, "utf-8")
    CHANGELOG.write_text(changelog, "utf-8")
    _git("commit", "--quiet", "--message", f"Release {version}", "--", str(SETTINGS), str(CHANGELOG))


def build() -> None:
    """Make all files of the release in `dist`, and say what is left to do by hand."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment().timestamp()))
    shutil.rmtree(OUT, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        exported(Path(folder))
        packages(Path(folder), OUT)
    (program,) = OUT.glob("*.whl")
    zips = [bundle.bundle(system, program, OUT) for system in bundle.PLATFORMS]
    version = program.name.split("-")[1]
    (OUT / f"kcdocs-{version}.cdx.json").write_text(sbom.document(version, zips), "utf-8")
    (OUT / "SHA256SUMS").write_text(sums(OUT), "utf-8")
    print((OUT / "SHA256SUMS").read_text("utf-8"), end="")
    print(f"In {OUT.name}. If all is well: git tag v{version} && git push --tags")


def exported(folder: Path) -> None:
    """Put the files of the last commit into a folder."""
    command = ["git", "archive", "HEAD"]
    packed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


def packages(source: Path, out: Path) -> None:
    """Build sdist and wheel, with the hatchling that is pinned and no other."""
    mask = os.umask(_MASK)
    try:
        command = [sys.executable, "-m", "hatchling", "build", "--directory", str(out)]
        done = subprocess.run(command, cwd=source, check=False, capture_output=True, text=True)
    finally:
        os.umask(mask)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def sums(folder: Path) -> str:
    """SHA-256 of every file, as `sha256sum --check` reads them."""
    files = sorted(path for path in folder.iterdir() if path.name != "SHA256SUMS")
    return "".join(f"{bundle.digest(path.read_bytes())}  {path.name}\n" for path in files)


def _git(*words: str) -> str:
    command = ["git", *words]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["set", version]:
            set_version(version)
        case ["build"]:
            build()
        case _:
            sys.exit(__doc__)
