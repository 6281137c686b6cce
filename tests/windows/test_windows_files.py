"""Files as Windows has them: held by another program, its error codes, names, the length of paths."""

from __future__ import annotations

import errno
import importlib.metadata
import ntpath
import re
from pathlib import Path

import pytest
from system_errors import windows_error

from kcdocs import files
from kcdocs.drafting.output import safe_name
from kcdocs.web import desk

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "kcdocs"


def test_a_file_that_another_program_has_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "viec.json"
    path.write_bytes(b"cu")
    left = [5, 32, 5]
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if left:
            raise windows_error(left.pop(), errno.EACCES, str(self), str(target))
        return replace(self, target)

    monkeypatch.setattr(files.os, "name", "nt")
    monkeypatch.setattr(files, "_PAUSE", 0)
    monkeypatch.setattr(Path, "replace", held)
    with files.whole_file(path) as file:
        file.write(b"moi")
    monkeypatch.undo()

    assert path.read_bytes() == b"moi"
    assert left == []


@pytest.mark.parametrize("system", ["nt", "posix"])
def test_a_file_that_stays_open_elsewhere_is_left_and_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"cu")
    asked = []

    def held(self: Path, target: Path) -> Path:
        asked.append(target)
        raise windows_error(32, errno.EACCES, str(self), str(target))

    monkeypatch.setattr(files.os, "name", system)
    monkeypatch.setattr(files, "PATIENCE", 0.01)
    monkeypatch.setattr(files, "_PAUSE", 0)
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(PermissionError) as fault, files.whole_file(path) as file:
        file.write(b"moi")
    monkeypatch.undo()

    assert (len(asked) > 1) is (system == "nt")
    assert files.trouble(fault.value) == f"«{path}» (tệp đang mở trong chương trình khác)"
    assert [(item.name, item.read_bytes()) for item in tmp_path.iterdir()] == [("a.docx", b"cu")]


@pytest.mark.parametrize(
    ("code", "number", "why"),
    [
        (5, errno.EACCES, "không có quyền, hoặc tệp đang mở trong chương trình khác"),
        (32, errno.EACCES, "tệp đang mở trong chương trình khác"),
        (33, errno.EACCES, "tệp đang mở trong chương trình khác"),
        (2, errno.ENOENT, "không có tệp hoặc thư mục này"),
        (53, errno.ENOENT, "mất kết nối với ổ mạng"),
        (64, errno.EINVAL, "mất kết nối với ổ mạng"),
        (112, errno.ENOSPC, "hết chỗ trên đĩa"),
        (206, errno.ENOENT, "tên hoặc đường dẫn quá dài"),
    ],
)
def test_the_error_codes_of_windows_are_told_in_vietnamese(code: int, number: int, why: str) -> None:
    assert files.reason(windows_error(code, number, "a.docx")) == why


@pytest.mark.parametrize(
    "name", ["CON", "con.docx", "Nul.a.b", "COM1", "lpt9.txt", "aux", "prn", "com²", "LPT¹.x"]
)
def test_a_name_that_windows_keeps_is_given_to_no_file(name: str) -> None:
    assert files.reserved(name)
    assert not files.reserved(safe_name(name))
    assert not files.reserved(desk.safe_name(name))


@pytest.mark.parametrize("name", ["console", "com10", "lpt", "nulo.docx", "quyết định con", "comẢ"])
def test_a_name_that_only_begins_like_a_kept_one_stays(name: str) -> None:
    assert not files.reserved(name)


@pytest.mark.parametrize(
    "name",
    [r"..\..\x", r"C:\Windows\x", r"\\may\o\x", "C:x", "a:b", "x.", "x ", "x?", 'x"y', "a\tb", "|", "con."],
)
def test_a_name_made_from_data_is_one_that_windows_takes_and_leads_nowhere(name: str) -> None:
    for made in (safe_name(name), desk.safe_name(name)):
        assert ntpath.basename(made) == made
        assert ntpath.splitdrive(made)[0] == ""
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[. ]$', made)
        assert not files.reserved(made)


def test_what_is_installed_fits_into_the_paths_of_windows() -> None:
    """Windows takes 259 letters; the longest user name has 20."""
    site = "C:\\Users\\" + 20 * "x" + "\\AppData\\Local\\Programs\\kcdocs.cu\\Lib\\site-packages\\"
    names = [re.sub(r"[._]", "-", line.partition("==")[0]) for line in _lock()]
    paths = [str(path) for name in names for path in importlib.metadata.files(name) or []]
    paths += [f"kcdocs/{path.relative_to(PACKAGE)}" for path in PACKAGE.rglob("*") if path.suffix != ".pyc"]
    for folder in ("templates", "decrees", "docs/examples"):
        paths += [f"kcdocs/_data/{path.relative_to(ROOT)}" for path in (ROOT / folder).rglob("*")]

    assert max(len(site + path) for path in paths) <= 259
    assert [path for path in paths if any(map(files.reserved, path.split("/")))] == []
    own = [path for path in paths if path.startswith("kcdocs/")]
    assert [path for path in own if re.search(r'[<>:"|?*\\]|[. ](/|$)', path)] == []
    assert len({path.casefold() for path in own}) == len(set(own))


def _lock() -> list[str]:
    return re.findall(r"^[a-z0-9-]+==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
