"""A set that changes: between two batches, between a batch and its going on, and while a batch is made."""

from __future__ import annotations

import json
import platform
from pathlib import Path

import docx
import pytest

from kcdocs.api import batch
from kcdocs.batch.errors import ChangedSinceError, OtherSetError

FILE = "thu-0001.docx"


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The Word file of a small set of the user's own."""
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(tmp_path / "mau"))
    folder = tmp_path / "mau" / "thu" / "1.0.0"
    folder.mkdir(parents=True)
    (folder / "set.toml").write_text(
        'title = "Thư"\ntype = "Thư"\nform = "hanh_chinh"\neffective_from = 2020-01-01\nsource = "thử"\n'
        'output = "thu-{ten}"\n',
        "utf-8",
    )
    fields = {"ten": {"type": "string"}, "ngay": {"type": "string", "format": "ngay"}}
    schema = {"type": "object", "properties": fields, "required": ["ten", "ngay"]}
    (folder / "schema.json").write_text(json.dumps(schema), "utf-8")
    (tmp_path / "a.csv").write_text("ten,ngay\n0001,05/5/2026\n", "utf-8")
    return _say(folder / "thu.docx", "Gửi {{ ten }}")


def _say(path: Path, words: str) -> Path:
    document = docx.Document()
    document.add_paragraph(words)
    document.save(str(path))
    return path


def _said(out: Path) -> str:
    return docx.Document(str(out / FILE)).paragraphs[0].text


def test_a_later_batch_of_the_same_process_takes_the_set_as_it_is_now(template: Path, tmp_path: Path) -> None:
    batch.run(batch.order("thu", tmp_path / "a.csv", tmp_path / "mot"))
    _say(template, "Kính gửi {{ ten }}")
    batch.run(batch.order("thu", tmp_path / "a.csv", tmp_path / "hai"))

    assert (_said(tmp_path / "mot"), _said(tmp_path / "hai")) == ("Gửi 0001", "Kính gửi 0001")


def test_a_batch_does_not_go_on_with_a_changed_template(template: Path, tmp_path: Path) -> None:
    asked = batch.order("thu", tmp_path / "a.csv", tmp_path / "ra")
    batch.run(asked)
    (tmp_path / "ra" / FILE).unlink()
    _say(template, "Kính gửi {{ ten }}")

    with pytest.raises(ChangedSinceError, match="bộ mẫu"):
        batch.run(asked, resume=True)
    assert not (tmp_path / "ra" / FILE).exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_worker_with_another_template_than_the_plan_makes_nothing(
    template: Path, tmp_path: Path, jobs: int
) -> None:
    asked, first = batch.order("thu", tmp_path / "a.csv", tmp_path / "ra"), template.read_bytes()

    def edit(step: str, *_: int) -> None:
        if step == "kiem-tra":
            _say(template, "Kính gửi {{ ten }}")

    with pytest.raises(OtherSetError, match=f"thu@1.0.0 trên máy «{platform.node()}»"):
        batch.run(asked, jobs=jobs, tell=edit)
    assert not (tmp_path / "ra" / FILE).exists()

    template.write_bytes(first)
    assert batch.run(asked, resume=True).whole
    assert _said(tmp_path / "ra") == "Gửi 0001"
