"""Tracked changes from the command line: written, proven, audited."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple

import jsonschema_rs
import pytest
from wordml import docx, p

from kcdocs.api import tracked
from kcdocs.cli import root
from kcdocs.cli.base import _exit_code
from kcdocs.model.finding import Place
from kcdocs.report.audited import audit_findings
from kcdocs.report.errors import UnprovenRedlineError
from kcdocs.report.limits import AROUND_SHOWN
from kcdocs.sources.errors import TrackedChangesError
from kcdocs.word import audit, redline
from kcdocs.word.package import open_package

MODEL = Path(__file__).parents[2] / "decrees" / "mo-phong-lang-nghe"
SCHEMA = Path(__file__).parents[2] / "docs/reference/redline-audit.schema.json"
HEAD = ("Số: 7/2020/NĐ-CP", "Điều 1. Thời hạn")
OLD = (*HEAD, "1. Cơ sở dệt gửi hồ sơ trong 15 ngày.", "2. Hồ sơ gồm đơn và bản vẽ.")
NEW = (*HEAD, "1. Cơ sở dệt gửi hồ sơ trong 20 ngày.", "2. Hồ sơ gồm đơn và bản vẽ.")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, source in (("cu", "van-ban"), ("moi", "du-thao-thay-the"), ("sua", "du-thao-sua-doi")):
        shutil.copy(MODEL / f"{source}.txt", f"{name}.txt")
    for name, lines in (("cu", OLD), ("moi", NEW)):
        Path(f"{name}.docx").write_bytes(docx(*map(p, lines)))
    return tmp_path


class Done(NamedTuple):
    """What a command gave: its exit code, and what it printed."""

    exit_code: int
    output: str


def run(*words: str) -> Done:
    with redirect_stdout(io.StringIO()) as printed:
        code = int(_exit_code(root, words))
    return Done(code, printed.getvalue())


def part(path: str, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(path).read(name).decode()


def test_a_word_original_keeps_its_paragraphs_and_is_proven() -> None:
    done = run("compare", "cu.docx", "moi.docx", "--format", "tracked-docx", "--out", "sua-doi.docx")

    assert done.exit_code == 1
    assert ">15</w:delText>" in part("sua-doi.docx")
    assert ">20</w:t>" in part("sua-doi.docx")
    assert run("verify", "--tracked", "sua-doi.docx", "cu.docx", "moi.docx").exit_code == 0


def test_texts_that_are_no_word_documents_are_set_anew() -> None:
    done = run("compare", "cu.txt", "moi.txt", "--format", "tracked-docx", "--out", "sua-doi.docx")

    assert done.exit_code == 1
    assert 'w:val="KcDieu"' in part("sua-doi.docx")
    told = run("verify", "--tracked", "sua-doi.docx", "cu.txt", "moi.txt")
    assert (told.exit_code, "đúng từng chữ với bản gốc và bản mới" in told.output) == (0, True)


def test_comments_stand_at_changes_of_substance_and_say_their_class() -> None:
    run("compare", "cu.docx", "moi.docx", "--format", "tracked-docx", "--comments", "--out", "sua-doi.docx")

    words = re.sub(r"(?:<[^>]+>)+", "|", part("sua-doi.docx", "word/comments.xml"))
    assert "Khoản 1 Điều 1.|Loại thay đổi: nội dung." in words
    assert run("verify", "--tracked", "sua-doi.docx", "cu.docx", "moi.docx").exit_code == 0


def test_an_amending_instrument_is_shown_on_the_original_with_its_commands() -> None:
    done = run("amend", "apply", "cu.txt", "sua.txt", "--format", "tracked-docx", "--out", "sua-doi.docx")

    assert done.exit_code == 0
    words = re.sub(r"(?:<[^>]+>)+", "|", part("sua-doi.docx", "word/comments.xml"))
    assert "Điểm a khoản 2 Điều 1.|Loại thay đổi: nội dung.|Theo khoản 1 Điều 1 của văn bản sửa đổi." in words
    assert run("verify", "--tracked", "sua-doi.docx", "cu.txt").exit_code == 0


def test_a_silent_edit_is_named_with_its_place_and_what_should_stand_there() -> None:
    run("compare", "cu.docx", "moi.docx", "--format", "tracked-docx", "--out", "sua-doi.docx")
    package = open_package(Path("sua-doi.docx"))
    changed = package.parts["word/document.xml"].replace("bản vẽ".encode(), "bản kê".encode())
    Path("nhan.docx").write_bytes(_saved({**package.parts, "word/document.xml": changed}))

    told = run("verify", "--tracked", "nhan.docx", "cu.docx", "moi.docx")

    assert told.exit_code == 1
    assert "RP214" in told.output
    assert "Thấy: kê." in told.output
    assert "Cần: vẽ." in told.output
    assert "đoạn 4" in told.output


def _saved(parts: dict[str, bytes]) -> bytes:
    from kcdocs.word.package.docx import save_package

    return save_package(parts)


def test_an_audit_for_a_program_follows_its_schema() -> None:
    run("compare", "cu.docx", "moi.docx", "--format", "tracked-docx", "--out", "sua-doi.docx")
    schema = jsonschema_rs.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))

    for texts, code, against in (
        (["cu.docx", "moi.docx"], 0, ["goc", "moi"]),
        (["moi.docx"], 1, ["goc"]),
        ([], 0, []),
    ):
        told = run("verify", "--tracked", "sua-doi.docx", *texts, "--format", "json")
        found = json.loads(told.output)
        schema.validate(found)
        assert (told.exit_code, found["honest"], found["against"]) == (code, not code, against)
        assert {item["severity"] for item in found["findings"]} == ({"E", "I"} if code else {"I"})


def test_without_texts_only_what_the_file_itself_shows_is_told() -> None:
    run("compare", "cu.docx", "moi.docx", "--format", "tracked-docx", "--out", "sua-doi.docx")

    told = run("verify", "--tracked", "sua-doi.docx")

    assert told.exit_code == 0
    assert "2 dấu sửa đổi; chưa so với bản gốc và bản mới" in told.output
    assert "RP219" in told.output


def test_a_side_with_tracked_changes_of_its_own_is_refused_unless_told_how() -> None:
    run("compare", "cu.docx", "moi.docx", "--format", "tracked-docx", "--out", "sua-doi.docx")

    with pytest.raises(TrackedChangesError):
        tracked.audit_redline("sua-doi.docx", "sua-doi.docx")
    assert run("verify", "--tracked", "sua-doi.docx", "sua-doi.docx", "--revisions", "reject").exit_code == 0


@pytest.mark.parametrize("revisions", ["accept", "reject"])
def test_tracked_changes_of_the_original_are_resolved_before_the_drafts_are_shown(revisions: str) -> None:
    run("compare", "cu.docx", "moi.docx", "--format", "tracked-docx", "--out", "giua.docx")
    last = (*HEAD, "1. Cơ sở dệt gửi hồ sơ trong 30 ngày.", OLD[3])
    Path("cuoi.docx").write_bytes(docx(*map(p, last)))

    words = ["compare", "giua.docx", "cuoi.docx", "--format", "tracked-docx", "--out", "s.docx"]
    assert run(*words, "--revisions", revisions).exit_code == 1

    gone = re.findall(r"<w:delText[^>]*>([^<]*)", part("s.docx"))
    assert gone == [{"accept": "20", "reject": "15"}[revisions]]


@pytest.mark.parametrize(
    "words",
    [
        ["compare", "cu.docx", "moi.docx", "--comments"],
        ["compare", "cu.docx", "--format", "tracked-docx", "--out", "x.docx"],
        ["compare", "cu.docx", "moi.docx", "--only", "tach", "--format", "tracked-docx", "--out", "x.docx"],
        ["compare", "cu.docx", "moi.docx", "--revisions", "keep"],
        ["amend", "apply", "cu.docx", "moi.docx", "--revisions", "keep"],
        ["verify", "cu.docx", "moi.docx"],
        ["verify", "cu.docx", "--format", "json"],
        ["verify", "cu.docx", "--out", "x.txt"],
    ],
)
def test_what_does_not_go_together_is_wrong_use(words: list[str]) -> None:
    assert run(*words).exit_code == 2
    assert not Path("x.docx").exists()


def test_nothing_is_delivered_that_is_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    def dishonest(*given: object) -> redline.Redlined:
        made = real(*given)  # type: ignore[arg-type]
        parts = dict(open_package(made.data).parts)
        parts["word/document.xml"] = parts["word/document.xml"].replace("bản vẽ".encode(), "bản".encode())
        return redline.Redlined(_saved(parts), made.news, made.olds)

    real = redline.write_redline
    monkeypatch.setattr(redline, "write_redline", dishonest)

    with pytest.raises(UnprovenRedlineError) as told:
        tracked.tracked("cu.docx", "moi.docx")
    assert told.value.where() == Place("cu.docx", "word/document.xml", paragraph=4)
    assert "chấp nhận" in str(told.value)
    assert run("compare", "cu.docx", "moi.docx", "--format", "tracked-docx", "--out", "x.docx").exit_code == 4
    assert not Path("x.docx").exists()


def test_each_thing_an_audit_finds_has_its_code_and_missing_words_their_surroundings() -> None:
    missing = audit.Hidden(audit.HiddenKind.NO_MARK, True, "word/x.xml", 0, "", "a", "b" * (AROUND_SHOWN + 1))
    false = audit.Hidden(audit.HiddenKind.FALSE_MARK, False, "word/x.xml", 2, "a", "", "a")
    kinds = ("NESTED", "UNSEEN", "ROW", "AUTHOR")
    remarks = [audit.RedlineRemark(audit.RemarkKind[kind], kind) for kind in kinds]

    found = list(audit_findings("x.docx", [missing, false], remarks, ["id twice"], {"word/x.xml": "phần x"}))

    assert [item.code for item in found] == ["RP214", "RP215", "RP216", "RP217", "RP218", "RP219", "RP220"]
    assert found[0].found == f"(không có) trong đoạn «{'b' * 80}»"
    assert found[1].place == Place("x.docx", "phần x", paragraph=2)
