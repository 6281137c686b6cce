"""Looking at one text: outline, words, references, JSON, findings."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest

from kcdocs.api import Format
from kcdocs.api.show import render, show
from kcdocs.cli import root
from kcdocs.cli.base import _exit_code
from kcdocs.decrees.errors import NoSuchProvisionError
from kcdocs.loading import MissingFileError
from kcdocs.report import instrument_json
from kcdocs.settings import shipped

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "reference" / "instrument.schema.json").read_text("utf-8")
)
MODEL = shipped("decrees") / "mo-phong-lang-nghe" / "van-ban.txt"
SMALL = """NGHỊ ĐỊNH
Về việc thử
Điều 1. Phạm vi
1. Nghị định này áp dụng cho hộ nêu tại Điều 2.
2. Không áp dụng cho đối tượng quy định tại khoản 9 Điều 2 Nghị định này.
Điều 2. Đối tượng
a) Hộ gia đình;
b) Hợp tác xã theo Luật Hợp tác xã số 17/2023/QH15.
"""


@pytest.fixture
def small(tmp_path: Path) -> str:
    """The name of a file with a short text."""
    path = tmp_path / "nho.txt"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


def test_the_outline_shows_each_provision_under_its_own(small):
    lines = render(show(small), Format.TREE, width=60).splitlines()
    assert "Điều 1 · Phạm vi" in lines
    assert "  khoản 1 · Nghị định này áp dụng cho hộ nêu tại Điều 2." in lines
    assert "  điểm a · Hộ gia đình;" in lines


def test_a_line_of_the_outline_keeps_to_the_width(small):
    lines = render(show(small), Format.TREE, width=30).splitlines()
    assert max(map(len, lines)) == 30
    assert "  khoản 1 · Nghị định này áp…" in lines


def test_the_words_are_the_lines_of_the_file(small):
    assert render(show(small), Format.TEXT) == SMALL.rstrip("\n")


def test_one_provision_by_its_address_as_a_person_writes_it(small):
    shown = show(small, address="khoản 1 Điều 1")
    assert render(shown, Format.TEXT) == "1. Nghị định này áp dụng cho hộ nêu tại Điều 2."
    assert show(small, address="dieu-1.khoan-1").nodes == shown.nodes


def test_an_address_that_is_not_there_is_told(small):
    with pytest.raises(NoSuchProvisionError):
        show(small, address="Điều 9")


def test_references_say_what_they_mean_and_why_they_do_not(small):
    listed = render(show(small), Format.REFERENCES).splitlines()
    assert "khoản 1 Điều 1: «Điều 2» → Điều 2" in listed
    assert any(line.startswith("khoản 2 Điều 1:") and "[chưa xác định: " in line for line in listed)
    assert any("17/2023/QH15" in line.partition("→")[2] for line in listed)


def test_json_obeys_its_schema_and_holds_every_line(small):
    for name in (small, str(MODEL)):
        document = json.loads(render(show(name), Format.JSON))
        jsonschema_rs.validator_for(SCHEMA).validate(document)
    held = [line["text"] for node in document["nodes"] for line in lines_below(node)]
    assert held == MODEL.read_text(encoding="utf-8").splitlines()


def lines_below(node: dict) -> list[dict]:
    return node["lines"] + [line for child in node["children"] for line in lines_below(child)]


def test_the_schema_refuses_what_is_not_published(small):
    shown = show(small)
    document = instrument_json.document(shown.instrument, shown.nodes)
    document["nodes"][0]["more"] = 1
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validator_for(SCHEMA).validate(json.loads(json.dumps(document, default=str)))


def test_a_stored_text_is_named_by_its_number(data_folder):
    shown = show("999/2012/NĐ-CP", address="Điều 1")
    assert shown.instrument.citation.number == "999/2012/NĐ-CP"


def test_a_missing_file_is_told():
    with pytest.raises(MissingFileError):
        show("khong-co.docx")


@pytest.mark.parametrize("view", ["tree", "text", "json", "references"])
def test_the_command_prints_each_view(small, capsys, view):
    assert _exit_code(root, ["show", small, "--format", view]) == 0
    printed = capsys.readouterr()
    assert "Điều 2" in printed.out
    assert printed.err == ""


def test_findings_are_printed_and_told_by_the_exit_code(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("Không có điều nào.\n", encoding="utf-8")
    assert _exit_code(root, ["show", str(path), "--format", "findings"]) == 1
    assert "Văn bản không có điều nào" in capsys.readouterr().out
    assert _exit_code(root, ["show", str(path)]) == 0


def test_akoma_ntoso_is_written_whole_to_a_file(small, tmp_path, capsys):
    out = tmp_path / "ra" / "van-ban.xml"
    assert _exit_code(root, ["show", small, "--format", "akn", "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith("<?xml")
    assert str(out) in capsys.readouterr().err
    assert _exit_code(root, ["show", small, "--format", "akn", "--address", "Điều 1"]) == 2
    assert "--address" in capsys.readouterr().err


def test_a_view_goes_to_a_file_as_it_would_to_the_screen(small, tmp_path):
    out = tmp_path / "ra.txt"
    assert _exit_code(root, ["show", small, "--format", "text", "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == SMALL


def test_reading_options_reach_the_reader(tmp_path, capsys):
    path = tmp_path / "cu.txt"
    path.write_bytes("§iÒu 1. Hç trî s¶n xuÊt".encode("latin-1"))
    assert _exit_code(root, ["show", str(path)]) == 3
    assert "--encoding tcvn3" in capsys.readouterr().err
    assert _exit_code(root, ["show", str(path), "--encoding", "tcvn3"]) == 0
    assert "Điều 1 · Hỗ trợ sản xuất" in capsys.readouterr().out
