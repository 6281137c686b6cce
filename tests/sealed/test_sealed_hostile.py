"""A sealed file is used only if all of it is what its list says; every fault is told at once."""

from __future__ import annotations

import hashlib
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.errors import KcdocsError
from kcdocs.sealed import limits
from kcdocs.sealed.errors import NewerSealedError, NotSealedError, SpoiltSealedError
from kcdocs.sealed.kinds import LIST, SealedKind
from kcdocs.sealed.naming import clashing_paths, odd_path
from kcdocs.sealed.reading import open_sealed
from kcdocs.sealed.writing import write_sealed

KIND = SealedKind("kcdocs-thu", 2, "gói thử")
FILES = {"a.txt": b"mot", "kho/b.txt": b"hai " * 500}


def sealed(folder: Path) -> Path:
    """A good sealed file of two files."""
    source = folder / "nguon"
    for name, data in FILES.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(data)
    path = folder / "goi.zip"
    write_sealed(path, KIND, lambda: {"ai": "Lan"}, [(name, source / name) for name in FILES], dated=False)
    return path


def packed(
    path: Path, files: dict[str, bytes], listed: dict[str, bytes] | None = None, schema: str = "kcdocs-thu/2"
) -> Path:
    """A ZIP file as anyone may make it: with a list of those files, or of others."""
    said = {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        for name, data in (files if listed is None else listed).items()
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
        out.writestr(LIST, json.dumps({"schema": schema, "files": said}))
    return path


def faults(path: Path, folder: Path) -> list[str]:
    with pytest.raises(SpoiltSealedError) as caught, open_sealed(path, KIND) as opened:
        opened.take_out(folder)
    return [finding.message for finding in caught.value.findings]


def test_what_is_written_comes_out_as_it_was_and_says_what_was_said_of_it(tmp_path: Path) -> None:
    with open_sealed(sealed(tmp_path), KIND) as opened:
        assert opened.contents.facts["ai"] == "Lan"
        assert opened.size == 3 + 2000
        opened.take_out(tmp_path / "ra")
    assert {name: (tmp_path / "ra" / name).read_bytes() for name in FILES} == FILES


def test_the_same_files_give_the_same_bytes_on_another_day(tmp_path: Path) -> None:
    (tmp_path / "kia").mkdir()
    assert sealed(tmp_path).read_bytes() == sealed(tmp_path / "kia").read_bytes()


def test_a_changed_byte_a_missing_and_a_strange_file_are_told_together(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "goi.zip",
        {"a": b"mot", "b": b"hai", "la": b""},
        {"a": b"mat", "b": b"hai", "c": b"ba"},
    )
    assert faults(path, tmp_path / "ra") == [
        "«c»: thiếu, dù mục lục có ghi.",
        "«la»: không có trong mục lục.",
    ]
    with pytest.raises(SpoiltSealedError) as caught, open_sealed(path, KIND):
        pass
    assert (caught.value.code, {finding.code for finding in caught.value.findings}) == ("KP103", {"KP110"})
    path = packed(tmp_path / "kia.zip", {"a": b"mot", "b": b"hai"}, {"a": b"mat", "b": b"ham"})
    assert faults(path, tmp_path / "ra2") == [
        "«a»: nội dung khác với mục lục.",
        "«b»: nội dung khác với mục lục.",
    ]


@pytest.mark.parametrize(
    "name", ["../x", "/x", "a/../../x", "C:/x", "a\\..\\x", "con.txt", "a/", "x ", "a:b", "a/./b"]
)
def test_no_path_leads_out_of_the_folder_on_any_system(name: str, tmp_path: Path) -> None:
    path = packed(tmp_path / "goi.zip", {name: b"x"})
    (told,) = faults(path, tmp_path / "trong" / "ra")
    assert told.startswith(f"«{name}»: ")
    assert sorted(item.name for item in tmp_path.iterdir()) == ["goi.zip"]


def test_names_that_are_one_file_on_some_system_are_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "goi.zip", {"Kho/a": b"1", "kho/A": b"2", "b": b"3", "b/c": b"4"})
    assert [told.partition("»")[0] for told in faults(path, tmp_path / "ra")] == ["«kho/A", "«b"]


def test_a_link_in_the_archive_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "goi.zip", {"a": b"/etc/passwd"})
    with zipfile.ZipFile(path) as old:
        said = old.read(LIST)
    link = zipfile.ZipInfo("a")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as out:
        out.writestr(link, b"/etc/passwd")
        out.writestr(LIST, said)
    assert faults(path, tmp_path / "ra") == ["«a»: là liên kết, không phải tệp."]


def test_a_bomb_is_told_before_anything_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ALWAYS", 2**20)
    path = packed(tmp_path / "goi.zip", {"a": bytes(2 * 2**20)})
    assert path.stat().st_size < 5_000
    assert faults(path, tmp_path / "ra") == ["bung ra quá lớn so với gói thử."]
    assert not (tmp_path / "ra").exists()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-30])


def _text(path: Path) -> None:
    path.write_text("không phải ZIP", "utf-8")


def _listless(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("a", b"")


def _other(path: Path) -> None:
    packed(path, {}, schema="viec-khac/1")


def _mad(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as out:
        out.writestr(LIST, '{"schema": "kcdocs-thu/1", "files": {"a": 3}}')


@pytest.mark.parametrize("make", [_cut, _text, _listless, _other, _mad])
def test_what_is_no_sealed_file_of_that_kind_is_refused_with_the_reason(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    path = sealed(tmp_path)
    make(path)
    with pytest.raises(NotSealedError), open_sealed(path, KIND):
        pass


def test_what_a_newer_program_made_is_refused_and_what_an_older_one_made_is_read(tmp_path: Path) -> None:
    newer = packed(tmp_path / "moi.zip", {}, schema="kcdocs-thu/3")
    with pytest.raises(NewerSealedError, match="dạng 3, bản này đọc đến dạng 2"), open_sealed(newer, KIND):
        pass
    with open_sealed(packed(tmp_path / "cu.zip", {"a": b"1"}, schema="kcdocs-thu/1"), KIND) as opened:
        assert list(opened.contents.files) == ["a"]


def test_every_damaged_byte_is_told_or_changes_nothing(tmp_path: Path) -> None:
    good = sealed(tmp_path).read_bytes()
    path = tmp_path / "hong.zip"
    for at in range(0, len(good), 7):
        path.write_bytes(good[:at] + bytes([good[at] ^ 0x55]) + good[at + 1 :])
        ra = tmp_path / f"ra{at}"
        try:
            with open_sealed(path, KIND) as opened:
                opened.take_out(ra)
        except KcdocsError:
            continue
        assert {name: (ra / name).read_bytes() for name in FILES} == FILES, at


@given(st.text(max_size=30))
def test_a_path_that_may_stand_stays_inside(path: str) -> None:
    if not odd_path(path):
        home = Path("/nha")
        assert (home / path).resolve().is_relative_to(home)
        assert (home / path).resolve() != home


def test_a_folder_of_another_file_is_a_clash() -> None:
    assert list(clashing_paths(["a/b", "a", "A", "c"])) == ["A", "a", "A"]
