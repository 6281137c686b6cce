"""The examples that a person gives the fields in Excel are the set's own example, which can be made."""

from __future__ import annotations

from pathlib import Path

from test_api_fields import SINCE, TEMPLATE, _change, _own_folder, _word

from kcdocs.api import templates
from kcdocs.api.generate import generate

GIVEN = {
    "khach_moi:F": "Sở Tài chính",
    "ngay_hop:F": "05/3/2026",
    "cac_viec[].ten:F": "Nghe báo cáo",
    "cac_viec[].phi:F": "1.500.000 đồng",
    "thanh_phan:F": "Ông A; Bà B",
}
_folder = _own_folder


def _start(folder: Path, given: dict[str, str]) -> Path:
    word = _word(folder, *TEMPLATE)
    sheet = _change(templates.write_field_sheet(word, folder / "truong.xlsx"), given)
    return templates.start_set("giay-moi", word, "Giấy mời họp", SINCE, sheet).folder


def _lines(path: Path, out: Path) -> list[str]:
    import docx

    made = generate("giay-moi", path, out)
    return [
        each.text.replace("\N{NO-BREAK SPACE}", " ")
        for each in docx.Document(str(made[0].path)).paragraphs
        if each.text
    ]


def test_the_examples_of_the_sheet_become_a_record_that_can_be_filled_in(tmp_path: Path) -> None:
    folder = _start(tmp_path, GIVEN)

    assert _lines(folder / "example.yaml", tmp_path / "ra") == [
        "Giấy mời Sở Tài chính dự họp ngày 05/3/2026",
        "- Nghe báo cáo: 1.500.000 đồng",
        "Thành phần: Ông A và Bà B",
    ]


def test_without_an_example_of_a_field_that_must_be_given_there_is_no_record(tmp_path: Path) -> None:
    folder = _start(tmp_path, {where: words for where, words in GIVEN.items() if where != "khach_moi:F"})

    assert not (folder / "example.yaml").exists()


def test_new_examples_replace_the_record_that_the_old_ones_made(tmp_path: Path) -> None:
    folder = _start(tmp_path, GIVEN)
    sheet = _change(
        templates.write_field_sheet("giay-moi", tmp_path / "moi.xlsx"), {"khach_moi:F": "Sở Y tế"}
    )

    templates.update_set("giay-moi", fields=sheet)

    assert _lines(folder / "example.yaml", tmp_path / "ra")[0].startswith("Giấy mời Sở Y tế")


def test_an_example_that_a_person_wrote_stays(tmp_path: Path) -> None:
    folder = _start(tmp_path, GIVEN)
    own = (folder / "example.yaml").read_text("utf-8").replace("Sở Tài chính", "Sở Tư pháp")
    (folder / "example.yaml").write_text(own, "utf-8")
    sheet = _change(
        templates.write_field_sheet("giay-moi", tmp_path / "moi.xlsx"), {"khach_moi:F": "Sở Y tế"}
    )

    templates.update_set("giay-moi", fields=sheet)

    assert (folder / "example.yaml").read_text("utf-8") == own
