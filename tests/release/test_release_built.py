"""What is handed out: the same bytes from the same sources, and it installs, runs and goes without a network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import bundle
import pytest
import release

ROOT = Path(__file__).parents[2]
SOURCES = ("kcdocs", "templates", "decrees", "docs/examples")
FILES = ("pyproject.toml", "requirements.lock", "README.md", "README.vi.md", "LICENSE", "CHANGELOG.md")
HERE = "{}.{}".format(*sys.version_info)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two folders with sdist and wheel, built from two copies made at other times and under other masks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1790000000")
        return [_built(tmp_path_factory.mktemp("ban"), *facts) for facts in ((0o022, 1e9), (0o077, 1.5e9))]


def _built(folder: Path, mask: int, modified: float) -> Path:
    source, before = folder / "nguon", os.umask(mask)
    try:
        for name in SOURCES:
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in FILES:
            shutil.copyfile(ROOT / name, source / name)
        for path in source.rglob("*"):
            os.utime(path, (modified, modified))
        release.packages(source, folder / "dist")
    finally:
        os.umask(before)
    return folder / "dist"


def test_two_builds_have_the_same_bytes(built: list[Path]) -> None:
    first, second = ({path.name: bundle.digest(path.read_bytes()) for path in out.iterdir()} for out in built)

    assert first == second
    assert sorted(Path(name).suffix for name in first) == [".gz", ".whl"]


def test_two_zips_of_the_same_wheels_have_the_same_bytes(
    built: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    made = []
    for out in built:
        (program,) = out.glob("*.whl")
        os.utime(program, (len(made), len(made)))
        made.append(bundle.write("windows", program, [], out).read_bytes())

    assert made[0] == made[1]


@pytest.fixture(scope="module")
def unpacked(built: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ZIP of Linux as it lies unpacked, with the wheels for this Python only."""
    known = bundle.pins()
    wheels = bundle.chosen(bundle.WHEELS / "linux", known)
    if lacking := bundle.missing(wheels, known, "linux", HERE):
        pytest.skip(f"no wheels of {', '.join(lacking)}: python tools/bundle.py --here fetches them")
    (program,) = built[0].glob("*.whl")
    folder = tmp_path_factory.mktemp("goi cài đặt")
    suited = [wheel for wheel in wheels if bundle.runs(wheel, "linux", HERE)]
    with (
        pytest.MonkeyPatch.context() as patch,
        zipfile.ZipFile(_zip(patch, program, suited, folder)) as archive,
    ):
        archive.extractall(folder)
    return next(path for path in folder.iterdir() if path.is_dir())


def _zip(patch: pytest.MonkeyPatch, program: Path, wheels: list[Path], folder: Path) -> Path:
    patch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    return bundle.write("linux", program, wheels, folder)


def _apart() -> list[str]:
    """The words that start a program where there is no network but the machine's own address."""
    if not (shutil.which("ip") and shutil.which("unshare")):
        pytest.skip("needs Linux with iproute2 and unshare")
    for how in (["unshare", "--net"], ["unshare", "--map-root-user", "--net"]):
        words = [*how, "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
        if subprocess.run([*words, "true"], check=False, capture_output=True).returncode == 0:
            return words
    pytest.skip("this machine lets nobody make a network namespace")


def test_the_zip_installs_runs_and_goes_where_there_is_no_network(unpacked: Path, tmp_path: Path) -> None:
    """A person's way: the script, the demonstration, the shortcut on the desktop, and away again."""
    home = tmp_path / "nhà"
    (home / "Desktop").mkdir(parents=True)
    env = {"HOME": str(home), "PATH": f"{sys.base_prefix}/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C"}
    inside = [sys.executable, "-I", str(Path(__file__).with_name("offline_day.py")), str(unpacked)]

    done = subprocess.run([*_apart(), *inside], check=False, env=env, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    seen = json.loads(done.stdout)

    program = home / ".local" / "lib" / "kcdocs"
    version = unpacked.name.split("-")[1]
    assert seen["network"] == "unreachable"
    assert seen["install"].splitlines() == [
        f"Đã cài kcdocs {version} vào {program}",
        f"Đã đặt {home}/Desktop/kcdocs.desktop",
        f"Đã đặt {home}/.local/bin/kcdocs",
    ]
    assert "Xin mở trước trang so sánh" in seen["demo"]
    assert "<h1" in seen["page"]
    assert seen["remove"].splitlines() == [
        f"Đã gỡ kcdocs khỏi {program}",
        f"Dữ liệu (kho văn bản, sổ, bộ mẫu riêng) còn nguyên ở {home}/.local/share/kcdocs",
    ]
    assert [path.name for path in (home / ".local" / "lib").iterdir()] == []
    assert [path.name for path in (home / "Desktop").iterdir()] == []
    assert (home / "xem-thu" / "so-sanh-lang-nghe.html").is_file()
