"""A set made and kept up to date by a person who knows Word and Excel, with no JSON in sight."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

from kcdocs.api import templates
from kcdocs.api.generate import generate
from kcdocs.errors import FindingsError
from kcdocs.records.field_sheet import NoFieldSheetError
from kcdocs.results import FileDiffersError
from kcdocs.sets import versions
from kcdocs.sets.errors import NewVersionDayError, NothingToUpdateError, ShippedSetError

SINCE = date(2026, 1, 1)
TEMPLATE = (
    "Giấy mời {{ khach_moi }} dự họp ngày {{ ngay_hop | ngay_so }}",
    "{%p for viec in cac_viec %}",
    "- {{ viec.ten }}: {{ viec.phi | tien }}",
    "{%p endfor %}",
    "Thành phần: {{ thanh_phan | liet_ke }}",
    "{%p if kinh_phi %}",
    "Kinh phí {{ kinh_phi | tien }}",
    "{%p endif %}",
)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(tmp_path / "mau"))
    monkeypatch.setenv("KCDOCS_DATA", str(tmp_path / "du-lieu"))


def _word(folder: Path, *lines: str, name: str = "gm.docx") -> Path:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(folder / name))
    return folder / name


def _sheet(path: Path) -> dict[str, list[Any]]:
    """Field → the cells of its row."""
    rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=4, values_only=True)
    return {str(row[0]): list(row) for row in rows}


def _change(path: Path, cells: dict[str, str], *, order: tuple[str, ...] = (), drop: str = "") -> Path:
    """Write values into cells ("khach_moi:B" → text), put rows in another order, take one out."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    at = {str(sheet.cell(row, 1).value): row for row in range(4, sheet.max_row + 1)}
    for where, value in cells.items():
        name, _, column = where.rpartition(":")
        sheet[f"{column}{at[name]}"] = value
    rows = {name: [cell.value for cell in sheet[row]] for name, row in at.items() if name != drop}
    sheet.delete_rows(4, sheet.max_row)
    for name in (*order, *(name for name in rows if name not in order)):
        sheet.append(rows[name])
    book.save(path)
    return path


def _schema(name: str = "giay-moi") -> dict[str, Any]:
    return dict(versions.named(name)[-1].contract.schema)


def test_the_sheet_shows_each_field_with_the_type_that_its_tags_tell(tmp_path: Path) -> None:
    path = templates.write_field_sheet(_word(tmp_path, *TEMPLATE), tmp_path / "truong.xlsx")

    assert {name: tuple(cells[1:4]) for name, cells in _sheet(path).items()} == {
        "khach_moi": ("Khach moi", "chữ", "có"),
        "ngay_hop": ("Ngay hop", "ngày", "có"),
        "cac_viec": ("Cac viec", "danh sách nhóm", "có"),
        "cac_viec[].ten": ("Ten", "chữ", "có"),
        "cac_viec[].phi": ("Phi", "số tiền", "có"),
        "thanh_phan": ("Thành phần", "danh sách chữ", "có"),
        "kinh_phi": ("Kinh phí", "số tiền", "không"),
        "ngay": ("Ngày văn bản", "dùng chung", "có"),
    }


def test_what_a_person_sets_in_the_sheet_is_what_the_set_asks_for(tmp_path: Path) -> None:
    word = _word(tmp_path, *TEMPLATE)
    sheet = templates.write_field_sheet(word, tmp_path / "truong.xlsx")
    _change(
        sheet,
        {
            "khach_moi:B": "Khách mời",
            "khach_moi:E": "Sở Công Thương; Sở Tài chính",
            "khach_moi:F": "Sở Tài chính",
            "khach_moi:H": "Cuộc họp",
            "ngay_hop:H": "Cuộc họp",
            "ngay_hop:G": "Ngày bắt đầu họp",
            "cac_viec[].phi:C": "số nguyên",
            "thanh_phan:F": "Ông A; Bà B",
            "kinh_phi:D": "có",
            "kinh_phi:I": "tiền; chi phí",
        },
        order=("ngay", "kinh_phi", "khach_moi"),
    )

    folder = templates.start_set("giay-moi", word, "Giấy mời họp", SINCE, sheet).folder

    schema = _schema()
    fields = schema["properties"]
    assert list(fields)[:4] == ["ngay", "kinh_phi", "khach_moi", "ngay_hop"]
    assert "kinh_phi" in schema["required"]
    assert fields["khach_moi"] == {
        "title": "Khách mời",
        "examples": ["Sở Tài chính"],
        "type": "string",
        "minLength": 1,
        "enum": ["Sở Công Thương", "Sở Tài chính"],
    }
    assert fields["ngay_hop"]["description"] == "Ngày bắt đầu họp"
    assert fields["cac_viec"]["items"]["properties"]["phi"]["type"] == "integer"
    assert fields["thanh_phan"]["examples"] == [["Ông A", "Bà B"]]
    words = versions.named("giay-moi")[-1].form
    assert [(group.title, group.fields) for group in words.groups] == [
        ("Cuộc họp", ("khach_moi", "ngay_hop"))
    ]
    assert words.fields["kinh_phi"].search == ("tiền", "chi phí")
    assert (folder / "form.toml").is_file()


def test_the_sheet_of_a_set_read_back_unchanged_changes_nothing(tmp_path: Path) -> None:
    folder = templates.start_set("giay-moi", _word(tmp_path, *TEMPLATE), "Giấy mời", SINCE).folder
    before = json.loads((folder / "schema.json").read_text("utf-8"))
    sheet = templates.write_field_sheet("giay-moi", tmp_path / "truong.xlsx")

    made = templates.update_set("giay-moi", fields=sheet)

    assert json.loads((folder / "schema.json").read_text("utf-8")) == before
    assert (made.added, made.unused, made.reshaped, made.remarks) == ((), (), (), ())


def test_all_faults_of_the_sheet_are_told_at_once_with_their_cells(tmp_path: Path) -> None:
    word = _word(tmp_path, *TEMPLATE)
    sheet = templates.write_field_sheet(word, tmp_path / "truong.xlsx")
    _change(
        sheet,
        {
            "khach_moi:C": "danh sách chữ",
            "ngay_hop:C": "ngay thang",
            "ngay_hop:D": "bắt buộc",
            "cac_viec:B": "",
            "cac_viec[].phi:C": "ngày",
            "thanh_phan:A": "thanh_phn",
            "kinh_phi:F": "nhiều",
        },
    )
    with pytest.raises(FindingsError) as caught:
        templates.start_set("giay-moi", word, "Giấy mời", SINCE, sheet)
    assert [(fault.code, fault.place.cell) for fault in caught.value.findings] == [("RC161", "D5")]

    _change(sheet, {"ngay_hop:D": "có"})
    with pytest.raises(FindingsError) as caught:
        templates.start_set("giay-moi", word, "Giấy mời", SINCE, sheet)

    assert [(fault.code, fault.place.cell) for fault in caught.value.findings] == [
        ("TP374", "C4"),
        ("TP371", "C5"),
        ("TP378", "B6"),
        ("TP374", "C8"),
        ("TP373", "A9"),
        ("TP375", "F10"),
        ("TP372", ""),
    ]
    assert "thanh_phan" in caught.value.findings[4].mend
    assert not (tmp_path / "mau").exists()


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"ngay_hop:E": "05/3/2026"}, "TP376"),
        ({"khach_moi:E": "A; B", "khach_moi:F": "C"}, "TP377"),
        ({"khach_moi:A": "ngay_hop"}, "RC162"),
    ],
)
def test_choices_fit_their_type_and_no_field_stands_twice(
    tmp_path: Path, cells: dict[str, str], code: str
) -> None:
    word = _word(tmp_path, *TEMPLATE)
    sheet = _change(templates.write_field_sheet(word, tmp_path / "truong.xlsx"), cells)

    with pytest.raises(FindingsError) as caught:
        templates.start_set("giay-moi", word, "Giấy mời", SINCE, sheet)

    assert caught.value.findings[0].code == code


def test_a_sheet_without_its_columns_or_of_another_kind_is_refused(tmp_path: Path) -> None:
    word = _word(tmp_path, *TEMPLATE)
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Trường", "Tên gọi"])
    book.save(tmp_path / "khac.xlsx")

    with pytest.raises(FindingsError) as caught:
        templates.start_set("giay-moi", word, "Giấy mời", SINCE, tmp_path / "khac.xlsx")
    assert (caught.value.code, caught.value.findings[0].code) == ("RC164", "RC160")
    with pytest.raises(NoFieldSheetError):
        templates.start_set("giay-moi", word, "Giấy mời", SINCE, tmp_path / "truong.csv")
    with pytest.raises(NoFieldSheetError):
        templates.write_field_sheet(word, tmp_path / "truong.csv")


def test_a_changed_word_file_adds_its_fields_and_keeps_what_was_set(tmp_path: Path) -> None:
    word = _word(tmp_path, *TEMPLATE)
    sheet = templates.write_field_sheet(word, tmp_path / "truong.xlsx")
    _change(sheet, {"khach_moi:B": "Khách mời", "kinh_phi:D": "có"})
    templates.start_set("giay-moi", word, "Giấy mời", SINCE, sheet)
    changed = [
        line.replace("{{ viec.ten }}", "{{ viec.ten }} ({{ viec.han | ngay_so }})") for line in TEMPLATE[:4]
    ]
    _word(tmp_path, *changed, "Lưu ý: {{ luu_y }}", "{%p if khan %}", "Khẩn", "{%p endif %}")

    made = templates.update_set("giay-moi", template=word)

    assert made.added == ("cac_viec[].han (Han)", "luu_y (Lưu ý)", "khan (Khan)")
    assert made.unused == ("thanh_phan (Thành phần)", "kinh_phi (Kinh phí)")
    schema = _schema()
    assert schema["properties"]["khach_moi"]["title"] == "Khách mời"
    assert schema["required"] == ["khach_moi", "ngay_hop", "cac_viec", "ngay", "luu_y"]
    sheet = templates.write_field_sheet("giay-moi", tmp_path / "moi.xlsx")
    templates.update_set("giay-moi", fields=_change(sheet, {}, drop="thanh_phan"))
    assert "thanh_phan" not in _schema()["properties"]
    assert "kinh_phi" in _schema()["properties"]


def test_a_field_that_became_a_list_is_one_and_keeps_its_title(tmp_path: Path) -> None:
    word = _word(tmp_path, *TEMPLATE)
    sheet = _change(templates.write_field_sheet(word, tmp_path / "truong.xlsx"), {"khach_moi:B": "Khách mời"})
    templates.start_set("giay-moi", word, "Giấy mời", SINCE, sheet)
    _word(tmp_path, TEMPLATE[0].replace("khach_moi", "khach_moi | liet_ke"), *TEMPLATE[1:])

    made = templates.update_set("giay-moi", template=word)

    field = _schema()["properties"]["khach_moi"]
    assert (made.reshaped, field["title"], field["type"]) == (
        ("khach_moi (Khách mời)",),
        "Khách mời",
        "array",
    )


def test_a_new_version_starts_from_the_released_one(tmp_path: Path) -> None:
    word = _word(tmp_path, "Gửi {{ ten }}, ngày {{ ngay | ngay_so }}")
    first = templates.start_set("giay-moi", word, "Giấy mời", SINCE).folder
    (first / "example.yaml").write_text("ten: Ông A\nngay: 05/3/2026\n", "utf-8")
    templates.release_version("giay-moi@1.0.0", SINCE)
    frozen = {path.name: path.read_bytes() for path in first.iterdir()}
    _word(tmp_path, "Gửi {{ ten }}, ngày {{ ngay | ngay_so }}", "Lưu ý: {{ luu_y }}")
    with pytest.raises(NothingToUpdateError) as unsaid:
        templates.update_set("giay-moi")
    with pytest.raises(NewVersionDayError) as undated:
        templates.update_set("giay-moi", template=word)
    assert (unsaid.value.code, undated.value.code) == ("TP381", "TP380")

    made = templates.update_set("giay-moi", template=word, since=date(2026, 6, 1))

    assert (made.name, made.begun, made.added) == ("giay-moi@1.1.0", True, ("luu_y (Lưu ý)",))
    assert {path.name: path.read_bytes() for path in first.iterdir()} == frozen
    assert (made.folder / "example.yaml").is_file()
    history = (made.folder.parent / "CHANGELOG.md").read_text("utf-8")
    assert history.index("## 1.1.0 (chưa phát hành)") < history.index("## 1.0.0 (phát hành ngày")
    record = tmp_path / "ho-so.yaml"
    record.write_text("ten: Ông A\nngay: 05/7/2026\nluu_y: mang thẻ\n", "utf-8")
    (new,) = generate("giay-moi", record, tmp_path / "moi")
    record.write_text("ten: Ông A\nngay: 05/3/2026\n", "utf-8")
    (old,) = generate("giay-moi", record, tmp_path / "cu")
    assert (new.set_name, old.set_name) == ("giay-moi@1.1.0", "giay-moi@1.0.0")


def test_a_version_copied_by_hand_gets_the_fields_of_its_word_file(tmp_path: Path) -> None:
    folder = templates.start_set("giay-moi", _word(tmp_path, "Gửi {{ ten }}"), "Giấy mời", SINCE).folder
    _word(folder, "Gửi {{ ten }}", "Lưu ý: {{ luu_y }}", name="giay-moi.docx")

    made = templates.update_set("giay-moi")

    assert (made.begun, made.added) == (False, ("luu_y (Lưu ý)",))
    assert _schema()["required"] == ["ten", "ngay", "luu_y"]


def test_a_word_file_changed_within_the_set_is_not_replaced_unasked(tmp_path: Path) -> None:
    word = _word(tmp_path, "Gửi {{ ten }}")
    folder = templates.start_set("giay-moi", word, "Giấy mời", SINCE).folder
    _word(folder, "Sửa trong bộ mẫu {{ ten }}", name="giay-moi.docx")

    with pytest.raises(FileDiffersError):
        templates.update_set("giay-moi", template=word)
    templates.update_set("giay-moi", template=word, force=True)

    assert (folder / "giay-moi.docx").read_bytes() == word.read_bytes()


def test_the_sets_of_kcdocs_itself_are_not_changed() -> None:
    with pytest.raises(ShippedSetError) as caught:
        templates.update_set("to-trinh")
    assert caught.value.code == "TP379"
    assert _schema("to-trinh")["title"]


def test_a_field_left_optional_that_the_template_prints_unasked_is_told(tmp_path: Path) -> None:
    word = _word(tmp_path, "Gửi {{ ten }}", "{{ han | tien }}{{ han | ngay_so }}")
    sheet = _change(templates.write_field_sheet(word, tmp_path / "truong.xlsx"), {"ten:D": "không"})

    remarks = templates.start_set("giay-moi", word, "Giấy mời", SINCE, sheet).remarks

    assert [remark.split("»")[0] for remark in remarks] == ["Trường «han", "Mẫu in trường «ten"]


def test_a_field_of_a_list_is_to_be_asked_for_by_the_name_that_its_loop_gives(tmp_path: Path) -> None:
    word = _word(tmp_path, "{%p for k in khoan %}", "{{ k.ten }}: {{ k.ghi_chu }}", "{%p endfor %}")
    field = "khoan[].ghi_chu"
    sheet = _change(templates.write_field_sheet(word, tmp_path / "truong.xlsx"), {f"{field}:D": "không"})

    (remark,) = templates.start_set("giay-moi", word, "Giấy mời", SINCE, sheet).remarks

    assert f"«{field}»" in remark
    assert "{% if x.ghi_chu %} (x là tên đứng sau chữ for)" in remark


def test_a_mail_merge_form_becomes_a_template_in_a_new_file(tmp_path: Path) -> None:
    old = _word(tmp_path, "Ông «Họ tên», sinh «Ngày sinh»", name="cu.docx")
    before = old.read_bytes()

    found = templates.write_tags(old, tmp_path / "moi.docx")
    nothing = templates.write_tags(_word(tmp_path, "chữ", name="chu.docx"), tmp_path / "khong.docx")

    assert [tag for _, tag in found.made] == ["{{ ngay_sinh | ngay_so }}", "{{ ho_ten }}"]
    assert old.read_bytes() == before
    assert (
        Document(str(tmp_path / "moi.docx")).paragraphs[0].text
        == "Ông {{ ho_ten }}, sinh {{ ngay_sinh | ngay_so }}"
    )
    assert (nothing.made, (tmp_path / "khong.docx").exists()) == ((), False)
