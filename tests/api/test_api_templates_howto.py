"""The how-to "make your own template in Word", followed step by step."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import docx
import pytest

from kcdocs.cli import root

PAGE = Path(__file__).parents[2] / "docs" / "templates" / "tu-lap-mau.md"


def _blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)\n```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def _run(command: str) -> int:
    words = shlex.split(command)
    assert words[0] == "kcdocs"
    return root.main(words[1:], standalone_mode=False) or 0


def test_the_how_to_works_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data_folder: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    check, new, form, generate, release = _blocks("lenh")
    document = docx.Document()
    for line in _blocks("mau-word")[0].splitlines():
        document.add_paragraph(line)
    document.save("giay-moi.docx")

    assert _run(check) == 0
    assert _run(new) == 0
    schema = data_folder / "templates" / "giay-moi" / "1.0.0" / "schema.json"
    contract = json.loads(schema.read_text(encoding="utf-8"))
    contract["required"].remove("kinh_phi")
    schema.write_text(json.dumps(contract, ensure_ascii=False), encoding="utf-8")
    assert _run(form) == 0
    asked = re.findall(r"^(?:# )?([a-z_]+):", Path("ho-so.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    filled = _blocks("ho-so")[0]
    assert set(re.findall(r"^(\w+):", filled, re.MULTILINE)) | {"kinh_phi"} == set(asked)
    Path("ho-so.yaml").write_text(filled, encoding="utf-8")
    assert _run(generate) == 0

    (made,) = Path("ket-qua").iterdir()
    printed = [paragraph.text for paragraph in docx.Document(str(made)).paragraphs if paragraph.text]
    assert printed == _blocks("ket-qua")[0].splitlines()
    assert _run(release) == 0


def test_the_optional_sum_is_printed_in_figures_and_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    document = docx.Document()
    for line in _blocks("mau-word")[0].splitlines():
        document.add_paragraph(line)
    document.save("giay-moi.docx")
    _run(_blocks("lenh")[1])
    Path("ho-so.yaml").write_text(_blocks("ho-so")[0] + "\nkinh_phi: 1.500.000\n", encoding="utf-8")
    _run(_blocks("lenh")[3])

    (made,) = Path("ket-qua").iterdir()
    printed = [paragraph.text for paragraph in docx.Document(str(made)).paragraphs]
    assert "Kinh phí ăn, ở: 1.500.000 đồng (một triệu năm trăm nghìn đồng)." in printed
