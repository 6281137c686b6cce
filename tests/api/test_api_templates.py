"""Looking after sets: list, show, compare, starter files, a set of one's own."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from kcdocs.api import templates
from kcdocs.api.generate import generate
from kcdocs.model.finding import Severity
from kcdocs.records.errors import FormNeedsSheetsError, UnknownFormError
from kcdocs.records.reading import read_records
from kcdocs.results import FileDiffersError
from kcdocs.sets import versions
from kcdocs.sets.contract import data_faults
from kcdocs.sets.difference import as_text
from kcdocs.sets.errors import (
    BadSetNameError,
    BrokenTemplateError,
    ContractError,
    SetExistsError,
)
from kcdocs.text.joining import untypeset

TEMPLATES = Path(__file__).parents[2] / "templates"
SETS = sorted(path.parent.name for path in TEMPLATES.glob("*/CHANGELOG.md"))
_KINDS = ("yaml", "json", "jsonl", "csv", "xlsx")
DOCS = Path(__file__).parents[2] / "docs" / "templates"


def test_every_version_is_listed_with_its_days() -> None:
    listed = {item.name: item.period for item in templates.list_versions()}

    assert listed["to-trinh@1.0.0"] == "từ 01/01/2021 đến 31/3/2025"
    assert listed["quyet-dinh-cong-bo-tthc@2.0.0"] == "từ 01/7/2025 trở đi"
    assert {name.partition("@")[0] for name in listed} == set(SETS)


def test_showing_tells_fields_sources_and_what_is_unverified() -> None:
    page = templates.show("to-trinh@2.0.0")

    assert "| `nguoi_ky.ho_ten` | Họ và tên người ký | có | chữ |" in page
    assert "Nghị định 78/2025/NĐ-CP, Điều 6" in page
    assert "Chưa kiểm chứng:" in page


@pytest.mark.parametrize("name", SETS)
def test_the_documentation_of_each_set_is_what_show_prints_with_a_picture_of_its_first_page(
    name: str,
) -> None:
    picture = f"![Trang đầu của văn bản ví dụ](../pictures/mau/{name}.png)"
    assert (DOCS.parent / f"pictures/mau/{name}.png").is_file()
    written = (DOCS / f"{name}.md").read_text(encoding="utf-8")
    assert written == templates.show(name).replace("\n\n", f"\n\n{picture}\n\n", 1)


def test_versions_are_compared_in_words_fields_and_layout() -> None:
    found = templates.compare_versions("to-trinh@1.0.0", "to-trinh@2.0.0")

    assert "thêm trường loai (Loại dự thảo)" in found.fields
    assert "noi_dung: danh sách → danh sách chữ" in found.fields
    assert ("+", "2. Nội dung sửa đổi, hoàn thiện") in found.text
    assert found.layout == ()
    assert "  + 2. Nội dung sửa đổi, hoàn thiện" in as_text(found).splitlines()
    page = templates.comparison_page(found, "html")
    assert '<p class="them"><span>Thêm: </span>2. Nội dung sửa đổi, hoàn thiện</p>' in page
    assert "{%p for muc in noi_dung %}" in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_version_differs_from_itself_in_nothing() -> None:
    found = templates.compare_versions("to-trinh@2.0.0", "to-trinh")

    assert not found.any
    assert as_text(found).count("không đổi") == 3


def test_layout_differs_where_page_or_style_does() -> None:
    found = templates.compare_versions("to-trinh@2.0.0", "thong-tu-thay-the@2.0.0")

    assert any(item.startswith("phần trang 2: không có → 297 x 210 mm, lề trên 20") for item in found.layout)


def test_the_starter_spreadsheet_has_headed_commented_validated_columns(tmp_path: Path) -> None:
    path = templates.write_form("quyet-dinh-cong-bo-tthc", tmp_path / "a.xlsx")

    book = openpyxl.load_workbook(path)
    main = book["Hồ sơ"]
    headers = {cell.value: cell for cell in main[1]}
    groups = [name for name in book.sheetnames if not name.startswith("_")]
    assert groups[0] == "Hồ sơ"
    assert len(groups) == 6
    assert "Người ký: Hình thức ký" in headers
    assert headers["Người ký: Hình thức ký"].comment.text.startswith("Bắt buộc.")
    lists = [rule for rule in main.data_validations.dataValidation if rule.type == "list"]
    assert [_choices(book, rule) for rule in lists] == [
        ["trực tiếp", "quyền", "ký thay", "thừa lệnh", "thừa ủy quyền"]
    ]
    assert main.max_row == 4


def _choices(book: openpyxl.Workbook, rule: object) -> list[str]:
    name, _, area = str(rule.formula1).lstrip("=").partition("!")
    return [str(cell.value) for row in book[name.strip("'")][area.replace("$", "")] for cell in row]


def test_the_starter_yaml_has_every_field_and_refuses_to_pass_unfilled(tmp_path: Path) -> None:
    path = templates.write_form("to-trinh@1.0.0", tmp_path / "a.yaml")

    version = versions.one("to-trinh", "1.0.0")
    text = path.read_text(encoding="utf-8")
    (record,) = read_records(path)
    required = [info.path for info in version.contract.fields if info.required and "." not in info.path]
    assert [name for name in required if name not in record.data] == []
    assert "# xin_y_kien:" in text.splitlines()
    assert {fault.severity for fault in data_faults(version.contract, record)} == {Severity.ERROR}
    with pytest.raises(ContractError):
        generate("to-trinh@1.0.0", path, tmp_path / "ra", day=date(2024, 12, 27))


def test_a_starter_file_never_replaces_another(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("so: 1\n", encoding="utf-8")

    with pytest.raises(FileDiffersError):
        templates.write_form("to-trinh", path)
    assert path.read_text(encoding="utf-8") == "so: 1\n"
    with pytest.raises(UnknownFormError):
        templates.write_form("to-trinh", tmp_path / "a.pdf")


@pytest.mark.parametrize("kind", ["xlsx", "json", "jsonl"])
def test_a_starter_file_with_the_examples_makes_their_documents_whatever_kind_it_is(
    tmp_path: Path, kind: str
) -> None:
    path = templates.write_form("to-trinh@1.0.0", tmp_path / f"a.{kind}")
    (first,) = generate("to-trinh@1.0.0", versions.one("to-trinh", "1.0.0").examples[0], tmp_path / "mau")

    made = generate("to-trinh@1.0.0", path, tmp_path / "ra")

    assert made[0].path.read_bytes() == first.path.read_bytes()


def test_a_starter_csv_has_the_columns_of_a_set_without_groups_and_is_refused_to_the_others(
    tmp_path: Path,
) -> None:
    templates.start_set(
        "giay-bao", _word(tmp_path, "{{ ten }}, {{ ngay | ngay_so }}"), "Giấy báo", date(2020, 3, 5)
    )
    path = templates.write_form("giay-bao", tmp_path / "a.csv")
    with path.open("a", encoding="utf-8") as file:
        file.write("Ông A,05/3/2026\r\n")

    (made,) = generate("giay-bao", path, tmp_path / "ra")

    assert path.read_text("utf-8-sig").splitlines()[0] == "Ten,Ngày văn bản"
    (paragraph,) = docx.Document(str(made.path)).paragraphs
    assert paragraph.text == "Ông A, 05/3/2026"
    with pytest.raises(FormNeedsSheetsError) as refused:
        templates.write_form("to-trinh", tmp_path / "b.csv")
    assert "«Ý kiến khác nhau và phương án lựa chọn»" in str(refused.value)
    assert not (tmp_path / "b.csv").exists()


def test_a_starter_json_of_a_set_without_examples_names_every_field(tmp_path: Path) -> None:
    word = _word(tmp_path, "{{ khach.ten }}", "{%p for muc in noi_dung %}", "{{ muc.ten }}", "{%p endfor %}")
    templates.start_set("giay-moi", word, "Giấy mời", date(2020, 3, 5))

    path = templates.write_form("giay-moi", tmp_path / "a.json")

    assert json.loads(path.read_text("utf-8")) == [
        {"khach": {"ten": ""}, "noi_dung": [{"ten": ""}], "ngay": ""}
    ]


def _word(folder: Path, *lines: str) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    path = folder / "mau.docx"
    document.save(str(path))
    return path


def test_a_word_file_becomes_a_set_that_generates(tmp_path: Path) -> None:
    word = _word(
        tmp_path,
        "[[khối dau-van-ban]]",
        "Kính mời {{ khach.ten }} dự họp {{ ngay_hop | ngay_chu }}.",
        "{%p for muc in noi_dung %}",
        "{{ loop.index }}. {{ muc.ten }}: {{ muc.tien | tien }}",
        "{%p endfor %}",
    )
    folder = templates.start_set("giay-moi", word, "Giấy mời họp", date(2020, 3, 5)).folder
    record = tmp_path / "ho-so.yaml"
    record.write_text(
        "so: 3\nky_hieu: GM-BCT\nngay: 5/3/2026\ndia_danh: Hà Nội\nco_quan: {ten: Bộ Công Thương}\n"
        "khach: {ten: ông A}\nngay_hop: 9/3/2026\nnoi_dung:\n  - {ten: Hội trường, tien: 1.500.000}\n",
        encoding="utf-8",
    )

    (made,) = generate("giay-moi", record, tmp_path / "ra")

    printed = [
        untypeset(paragraph.text) for paragraph in docx.Document(str(made.path)).paragraphs if paragraph.text
    ]
    assert sorted(path.name for path in folder.iterdir()) == ["giay-moi.docx", "schema.json", "set.toml"]
    assert printed == ["Kính mời ông A dự họp ngày 09 tháng 3 năm 2026.", "1. Hội trường: 1.500.000 đồng"]
    assert made.set_name == "giay-moi@1.0.0"


def test_a_set_of_ones_own_makes_the_same_document_of_every_kind_of_file(tmp_path: Path) -> None:
    word = _word(
        tmp_path, "{{ ten }}: {{ tien | tien }}, ngày {{ ngay | ngay_so }}{% if co_an %}, có ăn{% endif %}"
    )
    templates.start_set("giay-bao", word, "Giấy báo", date(2020, 3, 5))
    values = {"ten": "Ông A", "tien": "1.234.567,5", "ngay": "5/3/2026", "co_an": "không"}
    member = json.dumps({**values, "tien": 1234567.5, "co_an": False})
    (tmp_path / "a.yaml").write_text("\n".join(f"{name}: {value}" for name, value in values.items()), "utf-8")
    (tmp_path / "a.json").write_text(json.dumps(values), "utf-8")
    (tmp_path / "a.jsonl").write_text(member, "utf-8")
    (tmp_path / "a.csv").write_text(f"{';'.join(values)}\n{';'.join(values.values())}\n", "utf-8")
    form = openpyxl.load_workbook(templates.write_form("giay-bao", tmp_path / "a.xlsx"))
    fields = {"Ten": "Ông A", "Tien": 1234567.5, "Ngày văn bản": "5/3/2026", "Có ăn": "không"}
    for cell in form["Hồ sơ"][1]:
        form["Hồ sơ"].cell(2, cell.column).value = fields[cell.value]
    form.save(tmp_path / "a.xlsx")

    made = [
        generate("giay-bao", tmp_path / f"a.{kind}", tmp_path / kind)[0].path.read_bytes() for kind in _KINDS
    ]

    assert len(set(made)) == 1
    (paragraph,) = docx.Document(str(tmp_path / "csv" / "giay-bao.docx")).paragraphs
    assert untypeset(paragraph.text) == "Ông A: 1.234.567,5 đồng, ngày 05/3/2026"


def test_a_new_set_needs_a_good_name_and_a_template_without_faults(tmp_path: Path) -> None:
    good, since = _word(tmp_path, "{{ ten }}"), date(2020, 3, 5)

    with pytest.raises(BadSetNameError):
        templates.start_set("../Giấy mời", good, "x", since)
    with pytest.raises(SetExistsError):
        templates.start_set("to-trinh", good, "x", since)
    with pytest.raises(BrokenTemplateError):
        templates.start_set("hong", _word(tmp_path, "{{ ten"), "x", since)
    assert "hong" not in versions.set_names()


def test_no_version_is_released_whose_template_asks_for_a_field_that_its_contract_has_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(tmp_path / "mau"))
    folder = templates.start_set(
        "giay-moi", _word(tmp_path, "{{ ten }}"), "Giấy mời", date(2020, 3, 5)
    ).folder
    document = docx.Document(str(folder / "giay-moi.docx"))
    document.add_paragraph("{{ luu_y }}")
    document.save(str(folder / "giay-moi.docx"))

    with pytest.raises(BrokenTemplateError):
        templates.release_version("giay-moi@1.0.0", date(2026, 1, 5))


def test_a_contract_that_notepad_saved_with_its_sign_in_front_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(tmp_path / "mau"))
    folder = templates.start_set(
        "giay-moi", _word(tmp_path, "{{ ten }}"), "Giấy mời", date(2020, 3, 5)
    ).folder
    schema = folder / "schema.json"
    schema.write_bytes(b"\xef\xbb\xbf" + schema.read_bytes())

    assert templates.write_form("giay-moi", tmp_path / "a.yaml").is_file()


@pytest.mark.parametrize(
    ("find", "found"),
    [
        ("tra loi kien nghi", ["cong-van-tra-loi-kien-nghi@1.0.0"]),
        ("Cử tri", ["cong-van-tra-loi-kien-nghi@1.0.0"]),
        ("tờ trình THÔNG TƯ", ["to-trinh-thong-tu@1.0.0"]),
        ("không có gì như thế", []),
    ],
)
def test_sets_are_found_by_the_words_of_an_office_with_or_without_marks(find: str, found: list[str]) -> None:
    assert [item.name for item in templates.list_versions(find)] == found
