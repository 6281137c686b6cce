"""A file comes in through one door, which refuses what is no plain file and what is too large."""

from __future__ import annotations

import ast
import os
import socket
import sys
from pathlib import Path

import pytest
from wordml import docx, p

from kcdocs.cli import main
from kcdocs.errors import KcdocsError
from kcdocs.loading import LoadError, load, open_file
from kcdocs.records.reading import open_records

pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def refused(path: Path, limit: int = 10) -> str:
    with pytest.raises(LoadError) as caught:
        load(path, limit=limit)
    return caught.value.code


def test_the_bytes_of_a_file_come_in_up_to_the_limit_and_no_further(tmp_path):
    (tmp_path / "a").write_bytes(b"0123456789")
    (tmp_path / "b").write_bytes(b"0123456789x")
    assert load(tmp_path / "a", limit=10) == b"0123456789"
    assert refused(tmp_path / "b") == "SR105"


def test_what_leads_nowhere_and_a_folder_are_told_apart(tmp_path):
    assert refused(tmp_path / "khong-co") == "SR101"
    assert refused(tmp_path / "a\0b") == "SR101"
    assert refused(tmp_path) == "SR102"
    assert refused(tmp_path / ("a" * 5000)) == "SR103"


@pipes
def test_a_pipe_a_socket_and_a_device_are_refused_and_not_waited_for(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "ong")
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("o-cam")
        assert [refused(Path(name)) for name in ("ong", "o-cam", os.devnull, "/dev/zero")] == ["SR103"] * 4


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system has no /proc")
def test_a_file_that_does_not_say_its_size_is_read_up_to_the_limit():
    assert Path("/proc/self/stat").stat().st_size == 0
    assert refused(Path("/proc/self/stat")) == "SR105"
    assert load(Path("/proc/self/stat"), limit=10_000).startswith(str(os.getpid()).encode())


@pipes
def test_a_link_leads_to_what_it_names(tmp_path):
    os.mkfifo(tmp_path / "ong")
    (tmp_path / "that").write_bytes(b"x")
    (tmp_path / "a").symlink_to(tmp_path / "that")
    (tmp_path / "b").symlink_to(tmp_path / "ong")
    (tmp_path / "vong").symlink_to(tmp_path / "vong")
    assert load(tmp_path / "a") == b"x"
    assert refused(tmp_path / "b") == "SR103"
    assert refused(tmp_path / "vong") == "SR103"


def test_a_refusal_names_the_file_as_the_user_did_and_says_what_to_do(tmp_path):
    with pytest.raises(LoadError) as caught:
        load(tmp_path / "x.docx", name="bản thảo.docx")
    assert caught.value.message == "«bản thảo.docx»: không có tệp này."
    assert caught.value.mend


def test_a_file_too_large_to_be_read_whole_is_opened(tmp_path):
    (tmp_path / "a").write_bytes(b"abc")
    with open_file(tmp_path / "a") as file:
        assert file.read(2) == b"ab"


READS_ONE_FILE = [
    ["show", "ong.docx"],
    ["show", "ong.txt"],
    ["compare", "ong.docx", "moi.docx"],
    ["compare", "moi.docx", "moi.docx", "--fixes", "ong.yaml"],
    ["verify", "ong.docx"],
    ["templates", "check", "ong.docx"],
    ["templates", "check", "moi.docx", "--record", "ong.yaml"],
    ["templates", "new", "thu", "--from", "ong.docx", "--title", "Thử"],
    ["generate", "to-trinh", "ong.yaml", "--out", "ra"],
    ["generate", "to-trinh", "ong.json", "--out", "ra"],
    ["batch", "to-trinh", "ong.xlsx", "--out", "ra"],
    ["batch", "to-trinh", "ong.csv", "--out", "ra"],
    ["batch", "to-trinh", "ong.jsonl", "--out", "ra"],
    ["amend", "read", "ong.docx"],
    ["decrees", "add", "ong.docx", "--as", "45/2012/NĐ-CP"],
    ["decrees", "outline", "ong.docx"],
]


@pipes
@pytest.mark.parametrize("words", READS_ONE_FILE, ids=" ".join)
def test_no_command_waits_for_a_pipe(words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["kcdocs", *words])
    Path("moi.docx").write_bytes(docx(p("Điều 1. Một")))
    os.mkfifo(next(word for word in words if word.startswith("ong.")))
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code in {3, 4}
    assert "ong." in capsys.readouterr().err


OWN_READERS = {
    "kcdocs/api/dossier_forms.py": "papers that were copied into the temporary folder of this run",
    "kcdocs/convert/libreoffice.py": "what LibreOffice wrote into the folder of this run",
    "kcdocs/law/layout.py": "a file of this package",
    "kcdocs/law/vocabulary.py": "a file of this package",
    "kcdocs/lint/edition.py": "files of this package",
    "kcdocs/records/jsonl_file.py": "looks first, then reads line by line",
    "kcdocs/records/text_file.py": "looks first, within the limit of the room",
    "kcdocs/register/opening.py": "the system's list of disks",
    "kcdocs/report/frame.py": "a file of this package",
    "kcdocs/results.py": "results that stand there, after a look that they are plain files; its own ledger",
    "kcdocs/settings.py": "a file of this package, and a list of names in the data folder",
    "kcdocs/sheet/archive.py": "looks first, then reads in blocks",
    "kcdocs/sheet/csv_file.py": "looks first, then reads in blocks",
    "kcdocs/web/app.py": "a file of this package",
    "kcdocs/web/comparing.py": "files in the folder of the page, which is closed to others",
    "kcdocs/web/desk.py": "the same",
    "kcdocs/web/batches.py": "the same",
    "kcdocs/web/drafts.py": "the same",
    "kcdocs/web/flow.py": "the same",
    "kcdocs/web/gatherings.py": "the same",
    "kcdocs/web/jobs.py": "the same",
    "kcdocs/web/previews.py": "the same",
    "kcdocs/web/restoring.py": "the same",
    "kcdocs/web/store_adding.py": "the same",
    "kcdocs/web/shortcut.py": "a file on the desktop of the name that it is about to write",
    "kcdocs/sources/docx.py": "what LibreOffice wrote into the folder of this run",
}
"""Modules that read a file by themselves → why they may."""


def _reads_by_itself(call: ast.Call) -> bool:
    """Whether a call is `Path.read_bytes`, `Path.read_text`, or `Path.open` for reading."""
    if not isinstance(call.func, ast.Attribute):
        return False
    first = call.args[0] if call.args else ast.Constant("r")
    mode = str(first.value) if isinstance(first, ast.Constant) else ""
    opens = call.func.attr == "open" and "r" in mode and set(mode) <= set("rbt+")
    return opens or call.func.attr in {"read_bytes", "read_text"}


def test_every_file_comes_in_by_the_door_or_by_a_reader_that_says_why_not():
    root = Path(main.__code__.co_filename).parents[2]
    found = {
        path.relative_to(root).as_posix()
        for path in (root / "kcdocs").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and _reads_by_itself(node)
    }
    assert found == set(OWN_READERS)


@pipes
@pytest.mark.parametrize("ending", ["yaml", "json", "jsonl", "csv", "xlsx"])
def test_data_that_are_no_plain_file_are_told_for_what_they_are(tmp_path, ending):
    os.mkfifo(tmp_path / f"ong.{ending}")
    (tmp_path / f"thu-muc.{ending}").mkdir()
    schema = {"type": "object", "properties": {}}

    told = {}
    for name in ("ong", "thu-muc", "khong"):
        with pytest.raises(KcdocsError) as caught:
            list(open_records(tmp_path / f"{name}.{ending}", schema).pairs())
        told[name] = caught.value.message

    assert "không phải tệp" in told["ong"]
    assert "thư mục" in told["thu-muc"]
    assert "không có" in told["khong"]
