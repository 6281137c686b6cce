"""The first hour with the real Decree 45/2012/NĐ-CP, in each form in which a reader may bring it."""

from __future__ import annotations

from pathlib import Path

import pytest
from official import bring
from pages import ROOT, Step
from walker import Installed, Walker

MODEL = ROOT / "decrees" / "mo-phong-lang-nghe"
FORMS = ["nghi-dinh-45.txt", "nghi-dinh-45.docx", "nghi-dinh-45.pdf", "nghi-dinh-45.html"]


def _draft(text: str) -> str:
    """A draft that changes one thing: the programme is made for ten years instead of five."""
    assert text.count("05 năm") >= 1
    return text.replace("05 năm", "10 năm")


@pytest.mark.parametrize("name", FORMS)
def test_the_real_decree_is_added_compared_and_read_in_every_form(
    name: str, program: Installed, tmp_path: Path, corpus: Path, data_folder: Path
) -> None:
    walker = Walker(program, tmp_path, data_folder, starts=False)
    if not bring(tmp_path / name):
        pytest.skip("LibreOffice is not installed (Debian: libreoffice-writer-nogui)")
    text = (corpus / "45-2012-nd-cp" / "van-ban.txt").read_text("utf-8")
    (tmp_path / "du-thao.txt").write_text(_draft(text), "utf-8")

    for words, shown in (
        (f"kcdocs decrees add {name} --as 45/2012/NĐ-CP", "Mọi điều khoản khớp với dấu vân tay."),
        ("kcdocs decrees verify", "45/2012/NĐ-CP: khớp"),
        ('kcdocs decrees show 45/2012/NĐ-CP --address "Điều 19"', ""),
        ("kcdocs compare 45/2012/NĐ-CP du-thao.txt --format html --out so-sanh.html", ""),
    ):
        assert walker.take(Step(name, 0, "run", words, (shown,) if shown else ())) == ""
