"""A folder with a file of every kind that kcdocs opens, all made by kcdocs and by the programs of its users.

The texts are those of the model instrument that comes with the product.
"""

from __future__ import annotations

import csv
import json
import random
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import docx
import xlsxwriter
import yaml
from mutations import BLIND, MARKED, WRITTEN, Mutation, zipped
from python_calamine import CalamineWorkbook
from trial import run

from kcdocs.settings import shipped

ENV = {"KCDOCS_DATA": "data", "KCDOCS_TEMPLATES": "mau", "KCDOCS_DECREES": "kho"}
NUMBER = "999/2012/NĐ-CP"
BOOK = "TTr-BCT/2026"
FIELDS = "{% for dong in cac_dong %}\n{{ dong }}\n{% endfor %}\n{{ ho_ten }}, {{ ngay }}"


@dataclass(frozen=True)
class Kind:
    """A kind of file: where one stands in the folder, how it is spoilt, and the commands that open it."""

    file: str
    mutations: tuple[Mutation, ...]
    commands: tuple[str, ...]

    def spoilt(self, data: bytes, chance: random.Random) -> bytes:
        """The file's bytes, spoilt in one to three ways."""
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            data = chance.choice(self.mutations)(data, chance)
        return data


_READ = (
    "show {}",
    "show {} --format json --out ra.json",
    "show {} --format findings",
    "compare goc.txt {}",
    "compare {} goc.txt --out ra.html",
    "compare goc.txt {} --out ra.xlsx",
    "compare goc.txt {} --out ra.docx",
    "compare goc.txt thay.txt {} --format json",
    "compare goc.txt thay.txt --affected {}",
    "amend read {}",
    "amend check goc.txt {}",
    "amend apply goc.txt {}",
    "amend prove goc.txt {} thay.txt",
    "amend prove goc.txt sua.txt {}",
    "amend write goc.txt {} --out ra.docx",
    "decrees add {} --as 7/2012/NĐ-CP",
    "decrees outline {}",
)
_OLD = (
    *_READ,
    *(f"show {{}} --encoding {code}" for code in ("utf-8", "tcvn3", "vni", "viqr", "windows-1258")),
)
_WORD = (
    *_READ,
    "show {} --revisions accept",
    "show {} --revisions reject",
    "verify {}",
    "templates check {}",
    "check {}",
    "check {} --annotate ra.docx",
    "check {} --fix ra.docx",
)
_TEMPLATE = ("templates check {}", "templates new moi --from {}", "show {}")
_RECORDS = (
    "generate to-trinh {} --out ra",
    "batch to-trinh {} --out dot-moi --dry-run --date 2026-01-05",
    "batch to-trinh {} --out dot-moi --date 2026-01-05 --progress none --keep-going",
)
_TABLES = (
    *_RECORDS,
    "batch to-trinh {} --out dot-moi --date 2026-01-05 --progress none --marked danh-dau.xlsx",
)
_SETS = (
    "templates list",
    "templates show rieng",
    "templates check rieng",
    "templates form rieng --out f.yaml",
    "templates form rieng --out f.xlsx",
    "templates diff rieng@1.0.0 rieng@1.0.0",
    "templates release rieng@1.0.0",
    "generate rieng mot.yaml --out ra",
    "batch rieng mot.yaml --out dot-moi --progress none",
)
_BATCH = (
    "verify dot",
    "batch to-trinh bang.csv --out dot --resume --date 2026-01-05 --series TTr-BCT/2026 --progress none",
    "batch to-trinh bang.csv --out dot --date 2026-01-05 --progress none",
)
_REGISTER = (
    "register list",
    "register list TTr-BCT/2026",
    "register export --out so.xlsx",
    "register reserve TTr-BCT/2026 --for A",
    "register open QĐ-BCT/2026",
    "register release TTr-BCT/2026 1 --reason x",
    "batch to-trinh bang.csv --out dot-moi --series TTr-BCT/2026 --date 2026-01-05 --progress none",
)
_STORE = (
    "decrees list",
    f"decrees show {NUMBER}",
    "decrees verify",
    f"decrees cite {NUMBER} --date 2026-01-05",
    f"compare {NUMBER} thay.txt",
    f"amend check {NUMBER} sua.txt",
    "decrees add goc.txt",
)


def kinds(folder: Path) -> list[Kind]:
    """The kinds of which the folder holds a file."""
    texts = {".html": MARKED, ".docx": (zipped,), ".pdf": (*BLIND, name_pdf), ".doc": BLIND}
    found = [
        *(
            Kind(f"goc{ending}", texts.get(ending, WRITTEN), _READ)
            for ending in (".md", ".html", ".pdf", ".doc")
        ),
        *(Kind(f"sua{ending}", texts.get(ending, WRITTEN), _READ) for ending in (".txt", ".html", ".pdf")),
        *(Kind(f"goc-{code}.txt", WRITTEN, _OLD) for code in ("utf-16", "windows-1258")),
        Kind("sua.docx", (zipped,), _WORD),
        Kind("bang.docx", (zipped,), ("compare goc.txt thay.txt --out {}", "show {}", "verify {}")),
        Kind("ra-truoc.html", MARKED, ("compare goc.txt thay.txt --out {}", "show {}")),
        Kind("ra-truoc.xlsx", (zipped,), ("compare goc.txt thay.txt --out {}",)),
        Kind("to-trinh.docx", (zipped,), _WORD),
        Kind("mau.docx", (zipped,), _TEMPLATE),
        Kind("ghep.yaml", WRITTEN, ("compare goc.txt thay.txt --fixes {}",)),
        *(Kind(f"mot.{ending}", WRITTEN, _RECORDS) for ending in ("yaml", "json", "jsonl")),
        Kind("bang.csv", WRITTEN, _TABLES),
        Kind("bang.xlsx", (zipped,), _TABLES),
        Kind("so-lieu.xlsx", (zipped,), _TABLES),
        *(Kind(f"dot/{each}", WRITTEN, _BATCH) for each in ("nhat-ky.jsonl", "bang-ke.json")),
        Kind("dot/bang-ke.xlsx", (zipped,), _BATCH),
        Kind("data/so-dang-ky.sqlite", BLIND, _REGISTER),
        *(
            Kind(f"mau/rieng/1.0.0/{each}", WRITTEN, _SETS)
            for each in ("set.toml", "schema.json", "example.yaml")
        ),
        Kind("mau/rieng/1.0.0/rieng.docx", (zipped,), _SETS),
        Kind("mau/released.toml", WRITTEN, _SETS),
        *(Kind(f"kho/mo-hinh/{each}", WRITTEN, _STORE) for each in ("decree.toml", "outline.toml")),
        Kind("kho/catalogue.toml", WRITTEN, (*_STORE, "generate to-trinh mot.yaml --out ra")),
        *(
            Kind(str(kept.relative_to(folder)), WRITTEN, _STORE)
            for kept in sorted((folder / "data" / "decrees").rglob("*.json"))
        ),
    ]
    return [kind for kind in found if (folder / kind.file).is_file()]


def name_pdf(data: bytes, chance: random.Random) -> bytes:
    """A number of a PDF replaced: an object, a length, a size."""
    digits = [place for place, code in enumerate(data) if chr(code).isdigit()]
    place = chance.choice(digits) if digits else 0
    return data[:place] + chance.choice((b"0", b"-1", b"99999999999", b"1e9", b"/X")) + data[place + 1 :]


def make(folder: Path, *, office: bool) -> None:
    """Fill the folder.

    Args:
        folder: An empty folder.
        office: Whether LibreOffice is to make PDF and DOC files, too.
    """
    _texts(folder)
    _records(folder)
    _store(folder)
    _made_by_kcdocs(folder)
    if office:
        _converted(folder, ("goc.docx", "sua.docx"), ("pdf", "doc"))


def _texts(folder: Path) -> None:
    model = shipped("decrees") / "mo-phong-lang-nghe"
    for name, file in {"goc": "van-ban", "sua": "du-thao-sua-doi", "thay": "du-thao-thay-the"}.items():
        text = (model / f"{file}.txt").read_text("utf-8")
        (folder / f"{name}.txt").write_text(text, "utf-8")
        (folder / f"{name}.html").write_text(_page(text), "utf-8")
        _document(text).save(str(folder / f"{name}.docx"))
    text = (folder / "goc.txt").read_text("utf-8")
    (folder / "goc.md").write_text(text.replace("\nĐiều ", "\n## Điều "), "utf-8")
    (folder / "goc-utf-16.txt").write_bytes(text.encode("utf-16"))
    (folder / "goc-windows-1258.txt").write_bytes(text.encode("cp1258", "replace"))


def _page(text: str) -> str:
    lines = text.split("\n")
    rows = "".join(f"<tr><td>{line}</td><td><b>{n}</b></td></tr>" for n, line in enumerate(lines[:5]))
    body = "".join(f"<p align=justify>{line}</p>" for line in lines)
    return f"<html><head><meta charset=utf-8><title>x</title></head><body>{body}<table>{rows}</table></body></html>"


def _document(text: str) -> docx.document.Document:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Dự thảo"
    for line in text.split("\n"):
        document.add_paragraph(line)
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "Số", "1"
    return document


def _template() -> docx.document.Document:
    document = docx.Document()
    for line in FIELDS.split("\n"):
        document.add_paragraph(line)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "{{ so }}", "{% if co %}{{ ho_ten }}{% endif %}"
    return document


def _records(folder: Path) -> None:
    shutil.copy(shipped("templates") / "to-trinh" / "2.0.0" / "example.yaml", folder / "mot.yaml")
    _template().save(str(folder / "mau.docx"))
    one = yaml.safe_load((folder / "mot.yaml").read_text("utf-8"))
    written = json.dumps(one, ensure_ascii=False, default=str)
    (folder / "mot.json").write_text(written, "utf-8")
    (folder / "mot.jsonl").write_text(f"{written}\n" * 3, "utf-8")


def _store(folder: Path) -> None:
    shutil.copytree(shipped("decrees") / "mo-phong-lang-nghe", folder / "kho" / "mo-hinh")
    shutil.copy(shipped("decrees") / "catalogue.toml", folder / "kho" / "catalogue.toml")


def _converted(folder: Path, names: Iterable[str], endings: Iterable[str]) -> None:
    profile = f"-env:UserInstallation=file://{folder}/.office"
    for ending in endings:
        words = ["soffice", profile, "--headless", "--convert-to", ending, *names]
        subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.rmtree(folder / ".office")


def _tables(folder: Path) -> None:
    """The example row of the starter sheet, filled in as if it were real, three times as CSV and as XLSX."""
    sheet = CalamineWorkbook.from_path(folder / "bang.xlsx").get_sheet_by_index(0).to_python()
    head, row = sheet[0], [str(cell).replace("(Minh họa) ", "") for cell in sheet[2]]
    row[head.index("Số văn bản")], row[head.index("Ngày văn bản")] = "", "05/01/2026"
    with (folder / "bang.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, row, ["3", *row[1:6], "Nghị định thứ hai", *row[7:]]])
    with xlsxwriter.Workbook(folder / "so-lieu.xlsx") as book:
        page = book.add_worksheet("Hồ sơ")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for column, (name, value) in enumerate(zip(head, row, strict=True)):
            page.write(0, column, name)
            if name == "Ngày văn bản":
                page.write_datetime(1, column, datetime(2026, 1, 5), day)  # noqa: DTZ001 - a day of a sheet
            else:
                page.write(1, column, value)


_COMMANDS = (
    "compare goc.txt thay.txt --out bang.docx",
    "compare goc.txt thay.txt --out ra-truoc.html",
    "compare goc.txt thay.txt --out ra-truoc.xlsx",
    "compare goc.txt thay.txt --fixes ghep.yaml",
    "templates form to-trinh --out bang.xlsx",
    "templates new rieng --from mau.docx",
    "register open TTr-BCT/2026",
    "register reserve TTr-BCT/2026 --count 2 --for A",
    "decrees add goc.txt --as 7/2012/NĐ-CP",
    "decrees add goc.txt --accept-differences",
    "generate to-trinh mot.yaml --out ra",
)
_BATCHED = "batch to-trinh bang.csv --out dot --date 2026-01-05 --series TTr-BCT/2026 --progress none"


def _made_by_kcdocs(folder: Path) -> None:
    for line in _COMMANDS:
        _done(line, folder)
    _tables(folder)
    _done(_BATCHED, folder)
    shutil.copy(next((folder / "ra").glob("*.docx")), folder / "to-trinh.docx")
    with closing(sqlite3.connect(folder / "data" / "so-dang-ky.sqlite")) as register:
        register.execute("pragma wal_checkpoint(truncate)")  # all of it in the one file that is spoilt


def _done(line: str, folder: Path) -> None:
    ended = run(line.split(), folder, ENV)
    if ended.code not in (0, 1):
        raise RuntimeError(f"kcdocs {line}: {ended.code}\n{ended.out}")
