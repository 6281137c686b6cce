"""The scripts of the ZIP: they find a Python or say what to get, and lose nothing whatever happens."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import bundle
import cai_dat
import pytest

from kcdocs import settings

OFFLINE = bundle.OFFLINE
shell = pytest.mark.skipif(os.name == "nt", reason="the script of Linux")


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, dict[str, bytes]]:
    """What a ZIP without wheels holds, for each system."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    program = tmp_path / "kcdocs-9.8.7-py3-none-any.whl"
    program.write_bytes(b"wheel")
    made = {}
    for system in bundle.PLATFORMS:
        with zipfile.ZipFile(bundle.write(system, program, [], tmp_path)) as archive:
            top = f"kcdocs-9.8.7-{system}/"
            made[system] = {name.removeprefix(top): archive.read(name) for name in archive.namelist()}
    return made


def test_a_zip_holds_what_installs_and_removes_on_its_system(scripts: dict[str, dict[str, bytes]]) -> None:
    common = {"DOC-TRUOC.txt", "goi/cai_dat.py", "goi/can-python.txt", "goi/can-python-khong-dau.txt"}
    common |= {"goi/requirements.lock", "goi/kcdocs-9.8.7-py3-none-any.whl"}

    assert set(scripts["windows"]) - common == {"cai-dat.cmd", "go-bo.cmd", "goi/chay.cmd"}
    assert set(scripts["linux"]) - common == {"cai-dat.sh", "go-bo.sh", "goi/chay.sh"}


def test_what_cmd_reads_is_ascii_with_its_line_ends_and_what_it_shows_has_no_mark_in_front(
    scripts: dict[str, dict[str, bytes]],
) -> None:
    files = scripts["windows"]
    commands = [data for name, data in files.items() if name.endswith(".cmd")]
    texts = [data for name, data in files.items() if name.endswith((".cmd", ".txt"))]

    assert all(data.isascii() for data in commands)
    assert all(data.count(b"\n") == data.count(b"\r\n") for data in texts)
    assert not any(data.startswith(b"\xef\xbb\xbf") for data in texts)
    assert "máy này chưa có Python" in files["goi/can-python.txt"].decode()
    assert b"chua co Python phu hop.\r\n\r\nkcdocs can Python 3.11" in files["goi/can-python-khong-dau.txt"]
    assert files["goi/can-python-khong-dau.txt"].isascii()


def test_the_pythons_that_are_looked_for_are_those_whose_wheels_are_fetched() -> None:
    (oldest, newest), names = cai_dat.PYTHONS, bundle.PYTHONS
    looked = (OFFLINE / "goi" / "chay.cmd").read_text("ascii")

    assert tuple(f"3.{minor}" for minor in range(oldest[1], newest[1] + 1)) == names
    assert re.search(r"in \((3\.1[\d. ]+)\)", looked)[1].split() == sorted(names, reverse=True)
    assert re.search(r"in \((31[\d ]+)\)", looked)[1].split() == [
        name.replace(".", "") for name in sorted(names, reverse=True)
    ]
    words = (OFFLINE / "goi" / "chay.sh").read_text("ascii")
    assert re.findall(r"python(3\.\d+)", words) == sorted(names, reverse=True)


def test_the_lock_of_a_zip_names_the_program_pip_and_every_package_with_hashes(
    scripts: dict[str, dict[str, bytes]],
) -> None:
    lock = scripts["linux"]["goi/requirements.lock"].decode()
    named = set(re.findall(r"^([\w-]+)==", lock, re.MULTILINE))

    assert named == {"kcdocs", "pip", *(pin.wanted.name for pin in bundle.pins())}
    assert lock.endswith(f"kcdocs==9.8.7 --hash=sha256:{bundle.digest(b'wheel')}\n")


def _tools(folder: Path, **pythons: str) -> dict[str, str]:
    """An environment where nothing can be found but what a shell needs, and those Pythons."""
    folder.mkdir()
    for name in ("sh", "dirname", "cat"):
        (folder / name).symlink_to(shutil.which(name))
    for name, words in pythons.items():
        (folder / name).write_text(f"#!/bin/sh\n{words}\n", "utf-8")
        (folder / name).chmod(0o755)
    return {"PATH": str(folder)}


def _script(tmp_path: Path) -> Path:
    whole = tmp_path / "thư mục giải nén"
    shutil.copytree(OFFLINE, whole)
    (whole / "goi" / "can-python-linux.txt").rename(whole / "goi" / "can-python.txt")
    return whole / "cai-dat.sh"


@shell
def test_without_a_python_the_script_says_in_vietnamese_what_to_install(tmp_path: Path) -> None:
    env = _tools(tmp_path / "bin", python3="exit 1")

    done = subprocess.run([_script(tmp_path)], env=env, capture_output=True, check=False)

    assert done.returncode == 6
    assert "Chưa cài được kcdocs: máy này chưa có Python phù hợp." in done.stderr.decode()
    assert "apt install python3" in done.stderr.decode()


@shell
def test_the_first_python_that_suits_does_the_work(tmp_path: Path) -> None:
    newer = '[ "$3" = thu ] || echo "$@"'
    env = _tools(tmp_path / "bin", python3="exit 1", **{"python3.12": newer, "python3.11": "exit 1"})
    script = _script(tmp_path)

    done = subprocess.run([script], env=env, capture_output=True, check=True)

    assert done.stdout.decode().split(maxsplit=3)[:3] == ["-I", "-X", "utf8"]
    assert done.stdout.decode().endswith(f"{script.parent}/goi/cai_dat.py cai\n")


@pytest.mark.parametrize(
    ("where", "what", "suits"),
    [
        ("version_info", (3, 10, 9), False),
        ("version_info", (3, 11, 0), True),
        ("version_info", (3, 14, 2), True),
        ("version_info", (3, 15, 0), False),
        ("base_prefix", r"C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.13", False),
    ],
)
def test_a_python_suits_by_its_version_and_where_it_comes_from(
    monkeypatch: pytest.MonkeyPatch, where: str, what: object, suits: bool
) -> None:
    monkeypatch.setattr(sysconfig, "get_platform", lambda: "win-amd64")
    monkeypatch.setattr(sys, where, what)

    assert cai_dat.suits() is suits


@pytest.mark.parametrize(
    ("platform", "suits"),
    [
        ("win-amd64", True),
        ("win32", False),
        ("win-arm64", False),
        ("linux-x86_64", True),
        ("linux-aarch64", False),
    ],
)
def test_a_python_suits_by_its_machine(monkeypatch: pytest.MonkeyPatch, platform: str, suits: bool) -> None:
    monkeypatch.setattr(sysconfig, "get_platform", lambda: platform)
    monkeypatch.setattr(sys, "version_info", (3, 12, 1))

    assert cai_dat.suits() is suits


def test_the_program_lies_apart_from_the_data_on_every_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCALAPPDATA", "/home/lan/AppData/Local")
    monkeypatch.setenv("HOME", "/home/lan")

    assert str(cai_dat.home("nt")) == "/home/lan/AppData/Local/Programs/kcdocs"
    assert str(cai_dat.home("posix")) == "/home/lan/.local/lib/kcdocs"


def test_the_shortcut_for_commands_doubles_percent_signs_of_folders_only() -> None:
    words = cai_dat.prompt(r"C:\Người 100%\Programs\kcdocs\Scripts", r"D:\Tài liệu")

    assert words.decode().split("\r\n") == [
        "@echo off",
        "chcp 65001 >nul",
        r'set "PATH=C:\Người 100%%\Programs\kcdocs\Scripts;%PATH%"',
        r'cd /d "D:\Tài liệu"',
        "cmd /k kcdocs --help",
        "",
    ]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of the program in a home of the test's own."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(cai_dat, "home", lambda: tmp_path / ".local" / "lib" / "kcdocs")
    return tmp_path / ".local" / "lib" / "kcdocs"


def _stands(place: Path, version: str, *, whole: bool = True) -> None:
    place.mkdir(parents=True)
    (place / "pyvenv.cfg").write_text("", "utf-8")
    (place / "ban").write_text(version, "utf-8")
    if whole:
        (place / cai_dat.RECORD).write_text(json.dumps({"version": version, "files": {}}), "utf-8")


def _breaks(place: Path) -> None:
    place.mkdir()
    (place / "pyvenv.cfg").write_text("", "utf-8")
    raise subprocess.CalledProcessError(1, ["pip"], b"", "thiếu gói".encode())


def _full(place: Path) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("how", [_breaks, _full])
def test_where_installing_fails_the_version_before_stands_again(
    place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], how: object
) -> None:
    _stands(place, "cũ")
    monkeypatch.setattr(cai_dat, "_make", how)

    assert cai_dat.main("cai") == 1
    assert (place / "ban").read_text("utf-8") == "cũ"
    assert [path.name for path in place.parent.iterdir()] == ["kcdocs"]
    assert "bản cũ, nếu có, còn nguyên" in capfd.readouterr().err


def test_a_run_that_was_cut_off_is_taken_back_by_the_next(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stands(place.with_name("kcdocs.cu"), "cũ")
    _stands(place, "dở", whole=False)
    monkeypatch.setattr(cai_dat, "_make", _breaks)

    assert cai_dat.main("cai") == 1
    assert (place / "ban").read_text("utf-8") == "cũ"
    assert [path.name for path in place.parent.iterdir()] == ["kcdocs"]


@pytest.mark.parametrize("asked", ["cai", "go"])
def test_what_a_cut_off_removal_left_is_cleared_away(
    place: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    _stands(place.with_name("kcdocs.cu"), "cũ", whole=False)
    monkeypatch.setattr(cai_dat, "_make", _full)

    assert cai_dat.main(asked) == 1
    assert list(place.parent.iterdir()) == []


def test_a_program_whose_python_is_gone_is_removed_too(
    place: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """An office that takes an old Python away leaves environments that start no more."""
    _stands(place, "cũ")

    assert cai_dat.main("go") == 0
    assert list(place.parent.iterdir()) == []
    assert str(cai_dat.data_folder()) in capfd.readouterr().out


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="the folders of Linux")
def test_the_folder_of_the_data_is_that_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    for variables in ({}, {"XDG_DATA_HOME": "/chung"}, {"KCDOCS_DATA": "/rieng"}):
        for name in ("XDG_DATA_HOME", "KCDOCS_DATA"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert cai_dat.data_folder() == settings.data_folder()

    monkeypatch.delenv("KCDOCS_DATA", raising=False)
    monkeypatch.setenv("LOCALAPPDATA", "/lan/Local")
    assert str(cai_dat.data_folder("nt")) == "/lan/Local/kcdocs"


def test_another_shortcut_of_the_same_name_is_left_alone(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = place.parent
    desktop.mkdir(parents=True)
    (desktop / "kcdocs-dong-lenh.cmd").write_bytes(b"cua nguoi khac")
    monkeypatch.setattr(cai_dat, "_said", lambda *_: f"{desktop}\n{desktop}")

    with pytest.raises(FileExistsError):
        cai_dat._prompt(place)
    assert (desktop / "kcdocs-dong-lenh.cmd").read_bytes() == b"cua nguoi khac"


def test_a_folder_that_kcdocs_did_not_make_is_left_alone(
    place: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    place.mkdir(parents=True)
    (place / "của tôi.txt").write_text("x", "utf-8")

    assert [cai_dat.main(asked) for asked in ("cai", "go")] == [1, 1]
    assert (place / "của tôi.txt").is_file()
    assert "không phải do kcdocs tạo ra" in capfd.readouterr().err


def test_a_program_that_runs_is_not_replaced(
    place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """As Windows does with the folder of a program that is open."""
    _stands(place, "cũ")

    def held(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied", str(self), 5, str(target))

    monkeypatch.setattr(Path, "rename", held)

    assert cai_dat.main("cai") == 1
    assert (place / "ban").read_text("utf-8") == "cũ"
    assert capfd.readouterr().err == "Lỗi: kcdocs đang chạy. Xin đóng mọi cửa sổ của kcdocs rồi chạy lại.\n"


def test_removing_what_is_not_there_says_so(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cai_dat.main("go") == 1
    assert "không có gì để gỡ" in capfd.readouterr().err


def test_removing_leaves_a_shortcut_that_was_changed_since(place: Path) -> None:
    _stands(place, "cũ")
    same, changed = place.parent / "same.cmd", place.parent / "changed.cmd"
    for path in (same, changed):
        path.write_bytes(b"x")
    files = {str(path): bundle.digest(b"x") for path in (same, changed)}
    (place / cai_dat.RECORD).write_text(json.dumps({"version": "cũ", "files": files}), "utf-8")
    changed.write_bytes(b"y")

    assert cai_dat.main("go") == 0
    assert [path.name for path in place.parent.iterdir()] == ["changed.cmd"]


def test_pip_is_not_started_by_its_name_which_on_windows_refuses_to_install_a_pip(tmp_path: Path) -> None:
    wheel = tmp_path / "pip-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("pip/__init__.py", "")
        archive.writestr("pip/__main__.py", "import sys; print(sys.argv)")

    said = subprocess.check_output([sys.executable, "-I", "-c", cai_dat.RUN_PIP, wheel, "install", "--quiet"])

    assert said.decode().strip() == "['-c', 'install', '--quiet']"
