"""The layout of a released version is proved once; its documents are checked for what was filled in."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm

from kcdocs.api import check_form, generate, templates
from kcdocs.cli import root
from kcdocs.cli.base import run
from kcdocs.cli.form_option import told_good
from kcdocs.lint import edition
from kcdocs.sets import release, versions
from kcdocs.settings import shipped

DAY = date(2026, 11, 26)
NAME = "giay-moi-hop@1.0.0"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the user's own with one set that no version of is released."""
    home = tmp_path / "mau"
    for name in ("giay-moi-hop", "khoi", "trang"):
        shutil.copytree(shipped("templates") / name, home / name)
    shutil.move(home / "giay-moi-hop", home / "giay-moi-rieng")
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(home))
    monkeypatch.setenv("KCDOCS_DATA", str(tmp_path / "du-lieu"))
    return home


OWN = NAME.replace("hop", "rieng")


def _template(home: Path) -> Path:
    return next((home / "giay-moi-rieng" / "1.0.0").glob("*.docx"))


def _made(tmp_path: Path) -> Path:
    example = versions.named(OWN)[-1].examples[0]
    return generate.generate(OWN, example, tmp_path / "ra")[0].path


def _narrowed(path: Path) -> None:
    document = Document(str(path))
    document.sections[0].left_margin = Mm(10)
    document.save(str(path))


def test_a_release_whose_documents_are_in_due_form_keeps_that_and_they_are_checked_for_what_was_filled_in(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    templates.release_version(OWN, DAY)
    made = _made(tmp_path)

    assert release.formed_by(versions.named(OWN)[-1]) == edition.layout_edition()
    assert check_form.check_made([made], sample=1).laid_out == 1
    assert check_form.check_made([made]).laid_out == 0
    assert told_good([made], "sample")
    assert "chỉ kiểm tra phần điền vào" in capsys.readouterr().out
    _narrowed(made)
    assert check_form.check_made([made], sample=1).bad == ()
    assert [item.findings[0].code for item in check_form.check_made([made]).bad] == ["LT102"]


def test_what_is_filled_in_is_told_though_the_layout_is_proved(home: Path, tmp_path: Path) -> None:
    templates.release_version(OWN, DAY)
    made = _made(tmp_path)
    document = Document(str(made))
    document.paragraphs[-1].insert_paragraph_before("Tỷ lệ đạt 45.5 % kế hoạch.")
    document.save(str(made))
    bad = check_form.check_made([made], sample=1).bad
    assert "LT380" in {finding.code for item in bad for finding in item.findings}


def test_a_release_whose_documents_are_not_in_due_form_proves_nothing(home: Path, tmp_path: Path) -> None:
    _narrowed(_template(home))
    found = check_form.check_examples(OWN, DAY)
    assert {finding.code for item in found for finding in item.findings} == {"LT102"}
    templates.release_version(OWN, DAY)

    assert release.formed_by(versions.named(OWN)[-1]) == ""
    told = check_form.check_made([_made(tmp_path)], sample=1)
    assert (told.laid_out, len(told.bad)) == (0, 1)


def test_a_version_that_is_open_or_was_proved_by_other_rules_is_checked_wholly(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _made(tmp_path)
    assert check_form.check_made([made], sample=1).laid_out == 0
    templates.release_version(OWN, DAY)
    made = _made(tmp_path)
    monkeypatch.setattr(check_form, "layout_edition", lambda: "0" * 64)
    assert check_form.check_made([made], sample=1).laid_out == 0


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (30, "đều đúng; đã ghi cùng mã băm"),
        (10, "chưa xác nhận được thể thức"),
        (10, "Lề trái ở phần 1 là 10 mm"),
    ],
)
def test_the_command_says_whether_the_form_of_a_set_is_proved(
    left: int, told: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if left == 10:
        _narrowed(_template(home))
    monkeypatch.setattr(sys, "argv", ["kcdocs", "templates", "release", OWN])
    with pytest.raises(SystemExit) as done:
        run(root)
    assert not done.value.code
    assert told in "".join(capsys.readouterr())


def test_a_released_version_that_was_changed_proves_nothing(home: Path) -> None:
    templates.release_version(OWN, DAY)
    _narrowed(_template(home))
    assert release.formed_by(versions.one("giay-moi-rieng", "1.0.0")) == ""


def test_an_example_that_makes_no_document_is_told_and_proves_nothing(home: Path) -> None:
    for example in (home / "giay-moi-rieng" / "1.0.0").glob("example*.yaml"):
        example.write_text("so: 1\n", encoding="utf-8")
    assert {item.read for item in check_form.check_examples(OWN, DAY)} == {False}
    assert check_form.form_proof(OWN, DAY) == ""
