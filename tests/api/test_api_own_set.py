"""A new kind of decision, made of files only: no line of Python knows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from kcdocs.api import DocumentVerdict, batch, register, templates
from kcdocs.api.check_template import check_set
from kcdocs.api.generate import generate
from kcdocs.api.verify import verify
from kcdocs.text.joining import untypeset

NAME = "quyet-dinh-khen-thuong"
TEMPLATE = (
    "[[khối dau-van-ban]]",
    "QUYẾT ĐỊNH",
    "Về việc tặng {{ hinh_thuc_khen }} cho {{ ca_nhan | length }} cá nhân",
    "{{ tham_quyen | hoa }}",
    "[[khối can-cu]]",
    "QUYẾT ĐỊNH:",
    "Điều 1. Tặng {{ hinh_thuc_khen }} cho các cá nhân sau:",
    "{%p for nguoi in ca_nhan %}",
    "{{ loop.index }}. {{ nguoi.ten }}, {{ nguoi.noi_lam }}: {{ nguoi.tien | tien }}.",
    "{%p endfor %}",
    "Điều 2. Quyết định này có hiệu lực kể từ ngày {{ ngay | ngay_so }}./.",
    "[[khối chu-ky]]",
)
SHARED = (
    "so",
    "ky_hieu",
    "ngay",
    "dia_danh",
    "co_quan",
    "tham_quyen",
    "can_cu",
    "noi_nhan",
    "luu",
    "nguoi_ky",
)
EXAMPLE = """\
so: "15"
ky_hieu: QĐ-BCT
ngay: {day}
dia_danh: Hà Nội
co_quan: {{ten: Bộ Công Thương}}
tham_quyen: Bộ trưởng Bộ Công Thương
can_cu: [45/2012/NĐ-CP]
noi_nhan: [Như Điều 1]
luu: {{don_vi: TCCB}}
nguoi_ky: {{hinh_thuc: trực tiếp, chuc_vu: Bộ trưởng, ho_ten: Nguyễn Văn Thử}}
hinh_thuc_khen: Bằng khen
ca_nhan:
  - {{ten: Lê Thị Một, noi_lam: Sở Công Thương, tien: "1.500.000"}}
  - {{ten: Trần Văn Hai, noi_lam: Trung tâm khuyến công, tien: 2000000}}
"""


@pytest.fixture(autouse=True)
def _own_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two versions in an empty folder: the second says «thưởng» before the sum."""
    root = tmp_path / "mau-cua-don-vi"
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(root))
    praised = {
        "ten": ("Họ tên", "string"),
        "noi_lam": ("Nơi làm việc", "string"),
        "tien": ("Tiền thưởng", "integer"),
    }
    group = {
        "type": "object",
        "additionalProperties": False,
        "required": list(praised),
        "properties": {name: {"title": title, "type": kind} for name, (title, kind) in praised.items()},
    }
    fields = {name: {"$ref": f"khoi.json#/$defs/{name}"} for name in SHARED} | {
        "hinh_thuc_khen": {"title": "Hình thức khen", "enum": ["Bằng khen", "Giấy khen"]},
        "ca_nhan": {"title": "Cá nhân được khen", "type": "array", "minItems": 1, "items": group},
    }
    schema = {"title": "Quyết định khen thưởng", "type": "object", "additionalProperties": False}
    for number, since, day in (("1.0.0", "2021-01-01", "05/5/2024"), ("2.0.0", "2025-01-01", "05/5/2026")):
        folder = root / NAME / number
        folder.mkdir(parents=True)
        document = Document()
        for line in TEMPLATE:
            document.add_paragraph(
                line.replace(": {{ nguoi.tien", ": thưởng {{ nguoi.tien") if number > "2" else line
            )
        document.save(str(folder / f"{NAME}.docx"))
        until = "effective_to = 2024-12-31\n" if number < "2" else ""
        (folder / "set.toml").write_text(
            f'title = "Quyết định khen thưởng"\ntype = "Quyết định"\nform = "hanh_chinh"\nsource = "Mẫu của đơn vị"\n'
            f'effective_from = {since}\n{until}output = "khen-{{so}}"\n',
            encoding="utf-8",
        )
        (folder / "schema.json").write_text(
            json.dumps({**schema, "required": list(fields), "properties": fields}, ensure_ascii=False),
            encoding="utf-8",
        )
        (folder / "example.yaml").write_text(EXAMPLE.format(day=day), encoding="utf-8")


def _words(path: Path) -> list[str]:
    return [untypeset(paragraph.text) for paragraph in Document(str(path)).paragraphs if paragraph.text]


def test_the_check_of_sets_tells_optional_fields_that_the_example_leaves_open_and_a_page_that_is_not_the_forms() -> (
    None
):
    letter_paper, margins, no_page_numbers = "LT101", "LT102", "LT110"

    assert {fault.finding.code for report in check_set(NAME) for fault in report.faults} == {
        "TP361",
        letter_paper,
        margins,
        no_page_numbers,
    }


def test_a_filled_form_makes_the_document_of_its_day(tmp_path: Path) -> None:
    form = templates.write_form(NAME, tmp_path / "don.xlsx")
    (new,) = generate(NAME, form, tmp_path / "moi")
    record = tmp_path / "cu.yaml"
    record.write_text(EXAMPLE.format(day="05/5/2024"), encoding="utf-8")

    (old,) = generate(NAME, record, tmp_path / "cu")

    assert (new.set_name, old.set_name) == (f"{NAME}@2.0.0", f"{NAME}@1.0.0")
    assert new.path.name == "khen-15.docx"
    words = _words(new.path)
    assert "Về việc tặng Bằng khen cho 2 cá nhân" in words
    assert "BỘ TRƯỞNG BỘ CÔNG THƯƠNG" in words
    assert "1. Lê Thị Một, Sở Công Thương: thưởng 1.500.000 đồng." in words
    assert "2. Trần Văn Hai, Trung tâm khuyến công: 2.000.000 đồng." in _words(old.path)
    (basis,) = [line for line in words if line.startswith("Căn cứ")]
    assert basis.startswith("Căn cứ Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ")


def test_a_batch_of_it_is_numbered_from_the_register_and_proves_itself(tmp_path: Path) -> None:
    form = templates.write_form(NAME, tmp_path / "don.json")
    records = json.loads(form.read_text("utf-8"))
    many = [{**records[0], "so": "", "noi_nhan": [f"Đơn vị {number}"]} for number in range(3)]
    form.write_text(json.dumps(many), encoding="utf-8")
    register.open_series("QĐ-BCT/2026", 41)

    done = batch.run(batch.order(NAME, form, tmp_path / "dot", series="QĐ-BCT/2026"))

    made = sorted((tmp_path / "dot").rglob("*.docx"))
    assert done.whole
    assert [path.name.rpartition("khen-")[2] for path in made] == ["41.docx", "42.docx", "43.docx"]
    assert {verify(path, form).verdict for path in made} == {DocumentVerdict.PROVEN}
    assert [number.number for number in register.numbers("QĐ-BCT/2026")] == [41, 42, 43]
