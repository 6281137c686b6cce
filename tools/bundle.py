"""Write the ZIP files that install kcdocs without a network: `python tools/bundle.py`, as `make bundle` does.

One for Windows and one for Linux: every wheel of the lock for every Python, the program's own wheel, and the
scripts of `tools/offline`. Given the same wheels, the same bytes come out, whenever and wherever.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dated import moment
from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).parents[1]
OFFLINE = ROOT / "tools" / "offline"
LOCKS = (ROOT / "requirements.lock", OFFLINE / "goi" / "pip.lock")
WHEELS = ROOT / "build" / "wheels"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
GLIBC = ("2_28", "2_27", "2_26", "2_24", "2_17", "2_12", "2_5")
"""What Debian 11, Ubuntu 20.04 and RHEL 8 have, and older names that wheels go by."""

PLATFORMS = {
    "windows": ("win_amd64",),
    "linux": (*(f"manylinux_{version}_x86_64" for version in GLIBC), "manylinux2014_x86_64", "linux_x86_64"),
}
MARKERS = {
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
}


@dataclass(frozen=True)
class Pin:
    """A package of the lock.

    Attributes:
        wanted: Its name and version, and on which machines it is needed.
        hashes: SHA-256 of every file that may be it.
    """

    wanted: Requirement
    hashes: frozenset[str]

    def needed(self, system: str, python: str) -> bool:
        """Whether an installation there has it."""
        facts = {"python_version": python, "python_full_version": f"{python}.0", "platform_machine": "x86_64"}
        return not self.wanted.marker or self.wanted.marker.evaluate(facts | MARKERS[system])


def pins(locks: Iterable[Path] = LOCKS) -> list[Pin]:
    """Every package of the locks, pip among them."""
    text = "\n".join(lock.read_text("utf-8") for lock in locks).replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip()]
    return [
        Pin(
            Requirement(re.split(r"\s--hash", line)[0]),
            frozenset(re.findall(r"--hash=sha256:([0-9a-f]{64})", line)),
        )
        for line in lines
    ]


def fetch(system: str, python: str) -> None:
    """Fetch the wheels of the lock that a machine needs, none of which is compiled, and check their hashes.

    pip asks the markers of the machine it runs on, so it is given only what the other machine needs.
    """
    folder = WHEELS / system
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [pin for pin in pins() if pin.needed(system, python)]
    lines = [
        f"{pin.wanted.name}{pin.wanted.specifier} "
        + " ".join(f"--hash=sha256:{item}" for item in sorted(pin.hashes))
        for pin in chosen
    ]
    listed = folder / f"python-{python}.txt"
    listed.write_text("\n".join(lines) + "\n", "utf-8")
    options = [
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--require-hashes",
        "--only-binary",
        ":all:",
    ]
    platforms = [word for name in PLATFORMS[system] for word in ("--platform", name)]
    where = ["--python-version", python, "--dest", str(folder), "--requirement", str(listed)]
    subprocess.run([sys.executable, "-m", "pip", "download", *options, *platforms, *where], check=True)


def chosen(folder: Path, known: Iterable[Pin]) -> list[Path]:
    """The wheels of a folder that the lock knows by their hash, in the order of their names."""
    hashes = frozenset().union(*(pin.hashes for pin in known))
    return [path for path in sorted(folder.glob("*.whl")) if digest(path.read_bytes()) in hashes]


def missing(wheels: Iterable[Path], known: Iterable[Pin], system: str, python: str) -> list[str]:
    """The packages of the lock for which no wheel runs on a machine."""
    there = {canonicalize_name(path.name.partition("-")[0]) for path in wheels if runs(path, system, python)}
    return [
        pin.wanted.name
        for pin in known
        if pin.needed(system, python) and canonicalize_name(pin.wanted.name) not in there
    ]


def runs(wheel: Path, system: str, python: str) -> bool:
    """Whether a wheel is for that system and that Python."""
    return not parse_wheel_filename(wheel.name)[3].isdisjoint(_tags(system, python))


def _tags(system: str, python: str) -> Iterator[Tag]:
    version = tuple(map(int, python.split(".")))
    platforms = PLATFORMS[system]
    yield from cpython_tags(version, platforms=platforms)
    yield from compatible_tags(version, f"cp{version[0]}{version[1]}", platforms)


def write(system: str, program: Path, wheels: Iterable[Path], out: Path) -> Path:
    """Write the ZIP for a system.

    Args:
        system: `windows` or `linux`.
        program: The wheel of kcdocs.
        wheels: Those of what it needs, and pip's.
        out: The folder for the ZIP.

    Returns:
        The ZIP: `kcdocs-1.2.3-windows.zip`.
    """
    stem = "-".join(program.name.split("-")[:2])
    path = out / f"{stem}-{system}.zip"
    files = {**_scripts(system), "goi/requirements.lock": _lock(program)}
    files |= {f"goi/{wheel.name}": wheel.read_bytes() for wheel in (program, *wheels)}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in sorted(files.items()):
            archive.writestr(_entry(f"{stem}-{system}/{name}"), data)
    return path


def _entry(name: str) -> zipfile.ZipInfo:
    """A member that says nothing of this machine; wheels and small texts are stored as they are."""
    entry = zipfile.ZipInfo(name, moment().timetuple()[:6])
    entry.create_system = 3  # Unix, whose modes the shell scripts need
    entry.external_attr = (0o100755 if name.endswith(".sh") else 0o100644) << 16
    return entry


def _scripts(system: str) -> dict[str, bytes]:
    """Name in the ZIP → bytes of what installs and removes; lines end as the system's own do."""
    ending = ".cmd" if system == "windows" else ".sh"
    words = (OFFLINE / "goi" / f"can-python-{system}.txt").read_text("utf-8")
    texts = {
        "DOC-TRUOC.txt": (OFFLINE / "DOC-TRUOC.txt").read_text("utf-8"),
        "goi/can-python.txt": words,
        "goi/can-python-khong-dau.txt": without_marks(words),
        "goi/cai_dat.py": (OFFLINE / "goi" / "cai_dat.py").read_text("utf-8"),
    }
    texts |= {
        path.relative_to(OFFLINE).as_posix(): path.read_text("utf-8") for path in OFFLINE.rglob(f"*{ending}")
    }
    line_end = "\r\n" if system == "windows" else "\n"
    return {name: text.replace("\n", line_end).encode() for name, text in texts.items()}


def without_marks(words: str) -> str:
    """Vietnamese for a screen that has only ASCII."""
    plain = words.translate(str.maketrans("đĐ«»", 'dD""'))
    return unicodedata.normalize("NFD", plain).encode("ascii", "ignore").decode()


def _lock(program: Path) -> bytes:
    """What is installed from the ZIP, each by its hash: pip, the lock, the program."""
    name, version = program.name.split("-")[:2]
    lines = [lock.read_text("utf-8") for lock in reversed(LOCKS)]
    return "".join([*lines, f"{name}=={version} --hash=sha256:{digest(program.read_bytes())}\n"]).encode()


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def bundle(system: str, program: Path, out: Path) -> Path:
    """Fetch what is not there yet and write the ZIP for a system.

    Raises:
        SystemExit: If a package has no wheel for a Python there.
    """
    known = pins()
    for python in PYTHONS:
        if missing(chosen(WHEELS / system, known), known, system, python):
            fetch(system, python)
    wheels = chosen(WHEELS / system, known)
    for python in PYTHONS:
        if lacking := missing(wheels, known, system, python):
            sys.exit(f"no wheel for {system}, Python {python}: {', '.join(lacking)}")
    return write(system, program, wheels, out)


def main() -> None:
    """Write the ZIPs beside the program's wheel, or fetch the wheels that this machine needs."""
    reading = argparse.ArgumentParser()
    reading.add_argument("program", type=Path, nargs="?", help="the wheel of kcdocs")
    reading.add_argument(
        "--here", action="store_true", help="only fetch the wheels for this Python, for the tests"
    )
    asked = reading.parse_args()
    if asked.here:
        fetch("windows" if sys.platform == "win32" else "linux", "{}.{}".format(*sys.version_info))
        return
    for system in PLATFORMS:
        print(bundle(system, asked.program, asked.program.parent))


if __name__ == "__main__":
    main()
