"""Install kcdocs from this folder or remove it: `cai_dat.py cai`, `cai_dat.py go`.

Started by chay.cmd and chay.sh with the user's own Python, first with `thu` to ask whether that Python suits.
Only the standard library is used, nothing is fetched, and the user's data is never touched.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHONS = ((3, 11), (3, 14))
"""The oldest and the newest Python whose packages lie here."""

MACHINES = ("win-amd64", "linux-x86_64")
RECORD = "da-cai.json"
"""Written last: what stands outside the folder of the program. If it is missing, installing was cut off."""

RUN_PIP = (
    "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); runpy.run_module('pip', run_name='__main__')"
)
"""Runs the wheel that is named first; started by its own name, pip refuses to install a pip on Windows."""

PLACE_SHORTCUT = "from kcdocs.web.shortcut import place_shortcut; print(place_shortcut())"
SAY_FOLDERS = (
    "from platformdirs import user_desktop_path, user_documents_path;"
    "print(user_desktop_path(), user_documents_path(), sep='\\n')"
)


class Refused(Exception):  # noqa: N818 - the word is the whole message
    """Why nothing was done, in Vietnamese."""


def suits() -> bool:
    """Whether the packages that lie here run with this Python.

    Not with that of the Microsoft Store: Windows moves what it writes into AppData to another place.
    """
    return (
        PYTHONS[0] <= sys.version_info[:2] <= PYTHONS[1]
        and sys.implementation.name == "cpython"
        and sysconfig.get_platform() in MACHINES
        and not sysconfig.get_config_var("Py_GIL_DISABLED")
        and "WindowsApps" not in sys.base_prefix
    )


def home(system: str = os.name) -> Path:
    """The folder of the program; the user's own, and not that of the data."""
    if system == "nt":
        return Path(os.environ["LOCALAPPDATA"]) / "Programs" / "kcdocs"
    return Path.home() / ".local" / "lib" / "kcdocs"


def data_folder(system: str = os.name) -> Path:
    """The folder of the data, as the program finds it; asked here because its Python may be gone."""
    if told := os.environ.get("KCDOCS_DATA"):
        return Path(told)
    if system == "nt":
        return Path(os.environ["LOCALAPPDATA"]) / "kcdocs"
    shared = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(shared) / "kcdocs"


def python_of(folder: Path, system: str = os.name) -> Path:
    """The Python of the program's environment."""
    return folder / ("Scripts/python.exe" if system == "nt" else "bin/python")


def install() -> str:
    """Make the environment anew and place the shortcuts; what stood there is kept until all is done.

    Returns:
        What to tell the user.
    """
    place, old = home(), home().with_name("kcdocs.cu")
    _recover(place, old)
    place.parent.mkdir(parents=True, exist_ok=True)
    _put_away(place, old)
    try:
        _make(place)
        version = _said(place, "-m", "kcdocs", "--version")
        written, remarks = _shortcuts(place)
        sums = {str(path): _sum(path) for path in written}
        (place / RECORD).write_text(json.dumps({"version": version, "files": sums}), "utf-8")
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        if old.exists():
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
    return "\n".join([f"Đã cài {version} vào {place}", *(f"Đã đặt {path}" for path in written), *remarks])


def remove() -> str:
    """Remove the program and its shortcuts; the data stays.

    Returns:
        What to tell the user.
    """
    place, old = home(), home().with_name("kcdocs.cu")
    _recover(place, old)
    if not place.exists():
        raise Refused(f"kcdocs chưa được cài ở {place}; không có gì để gỡ.")
    files = json.loads((place / RECORD).read_text("utf-8"))["files"]
    _put_away(place, old)
    for path, digest in files.items():
        if os.path.lexists(path) and _sum(Path(path)) == digest:
            Path(path).unlink()
    shutil.rmtree(old)
    return f"Đã gỡ kcdocs khỏi {place}\nDữ liệu (kho văn bản, sổ, bộ mẫu riêng) còn nguyên ở {data_folder()}"


def _recover(place: Path, old: Path) -> None:
    """Finish or take back what an earlier run that was cut off left behind."""
    ours = (place / "pyvenv.cfg").is_file() or old.exists()
    if place.exists() and not ours and any(place.iterdir()):
        raise Refused(f"{place} không phải do kcdocs tạo ra. Xin đổi tên hoặc dời thư mục ấy rồi chạy lại.")
    if place.exists() and not (place / RECORD).is_file():
        shutil.rmtree(place)
    if old.exists() and (place.exists() or not (old / RECORD).is_file()):
        shutil.rmtree(old)
    elif old.exists():
        old.rename(place)


def _put_away(place: Path, old: Path) -> None:
    """Windows lets nobody rename a folder whose program runs, and says so before anything is lost."""
    try:
        if place.exists():
            place.rename(old)
    except PermissionError:
        raise Refused("kcdocs đang chạy. Xin đóng mọi cửa sổ của kcdocs rồi chạy lại.") from None


def _make(place: Path) -> None:
    """An environment with the packages that lie here, each checked by its hash; pip runs from its wheel."""
    import venv  # noqa: PLC0415 - some systems part it from their Python

    venv.create(place, symlinks=os.name != "nt")
    (pip,) = HERE.glob("pip-*.whl")
    options = (
        "--isolated",
        "--disable-pip-version-check",
        "--no-index",
        "--no-deps",
        "--require-hashes",
        "--no-compile",
        "--quiet",
    )
    listed = ("--find-links", str(HERE), "--requirement", str(HERE / "requirements.lock"))
    _said(place, "-c", RUN_PIP, str(pip), "install", *options, *listed)


def _shortcuts(place: Path) -> tuple[list[Path], list[str]]:
    """What was put outside the folder of the program, and what could not be."""
    written, remarks = [], []
    makers = (_page_shortcut, _prompt if os.name == "nt" else _link)
    for make in makers:
        try:
            written.append(make(place))
        except (OSError, subprocess.CalledProcessError):
            remarks.append(
                _INSTEAD[make].format(python=python_of(place), program=python_of(place).parent / "kcdocs")
            )
    return written, remarks


def _page_shortcut(place: Path) -> Path:
    return Path(_said(place, "-c", PLACE_SHORTCUT))


def _prompt(place: Path) -> Path:
    """A shortcut that opens a window where `kcdocs` may be typed, in the user's documents."""
    desktop, documents = _said(place, "-c", SAY_FOLDERS).splitlines()
    path = Path(desktop) / "kcdocs-dong-lenh.cmd"
    words = prompt(str(python_of(place).parent), documents)
    if path.exists() and path.read_bytes() != words:
        raise FileExistsError(path)
    path.write_bytes(words)
    return path


def prompt(scripts: str, documents: str) -> bytes:
    """The words of that shortcut; a percent sign in a folder's name begins a variable unless it is doubled.

    Args:
        scripts: The folder of the environment's programs.
        documents: The folder to begin in.
    """
    lines = (
        "chcp 65001 >nul",
        f'set "PATH={scripts};$PATH$"',
        f'cd /d "{documents}"',
        "cmd /k kcdocs --help",
        "",
    )
    text = "\r\n".join(("@echo off", *lines))
    return text.replace("%", "%%").replace("$PATH$", "%PATH%").encode()


def _link(place: Path) -> Path:
    """The command `kcdocs` where shells look for a user's own programs; one of others is left alone."""
    path, program = Path.home() / ".local" / "bin" / "kcdocs", place / "bin" / "kcdocs"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not (path.is_symlink() and path.readlink() == program):
        path.symlink_to(program)
    return path


_INSTEAD = {
    _page_shortcut: 'Chưa đặt được lối tắt lên màn hình. Mở trang bằng lệnh: "{python}" -m kcdocs serve',
    _prompt: 'Chưa đặt được lối tắt mở cửa sổ lệnh. Gõ lệnh bằng: "{program}"',
    _link: "Chưa đặt được lệnh kcdocs vào ~/.local/bin. Gõ lệnh bằng: {program}",
}


def _sum(path: Path) -> str:
    """What a file holds, or where a link leads, as a short text to compare."""
    words = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
    return hashlib.sha256(words).hexdigest()


def _said(place: Path, *words: str) -> str:
    """What the Python of the program prints."""
    return _run([str(python_of(place)), "-I", "-X", "utf8", *words]).strip()


def _run(command: list[str]) -> str:
    """The output of a program that no setting of this user reaches."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "PYTHON"))}
    env["PYTHONUTF8"] = "1"
    done = subprocess.run(command, check=False, capture_output=True, env=env)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return done.stdout.decode()


def main(asked: str) -> int:
    """Do what is asked; the exit code is 0 if it was done."""
    if asked == "thu":
        return 0 if suits() else 1
    try:
        print({"cai": install, "go": remove}[asked]())
    except Refused as fault:
        print(f"Lỗi: {fault}", file=sys.stderr)
    except subprocess.CalledProcessError as fault:
        print(fault.stderr.decode(errors="replace"), file=sys.stderr)
        print(
            "Lỗi: chưa làm được; bản cũ, nếu có, còn nguyên. Xin gửi các dòng trên cho nơi cấp.",
            file=sys.stderr,
        )
    except OSError as fault:
        print(f"Lỗi: chưa làm được; bản cũ, nếu có, còn nguyên. Hệ thống báo: {fault}", file=sys.stderr)
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
