"""A dossier put together by hand: the same papers as its record makes, faults at their places, what is missing."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kcdocs.api import DossierForm, PaperForm, dossier_forms
from kcdocs.api.dossier import build_dossier

RECORD = Path(__file__).parents[2] / "docs" / "examples" / "ho-so-45-2012.yaml"


@pytest.fixture(scope="module")
def whole() -> DossierForm:
    return dossier_forms.opened(RECORD)[0]


def _with(whole: DossierForm, number: int, **values: str) -> DossierForm:
    """The dossier with other values in one of its papers."""
    papers = list(whole.papers)
    papers[number - 1] = replace(papers[number - 1], values={**papers[number - 1].values, **values})
    return replace(whole, papers=tuple(papers))


def test_a_record_opened_and_made_by_hand_gives_the_same_papers(whole: DossierForm, tmp_path: Path) -> None:
    made = dossier_forms.build(whole)

    built = build_dossier(RECORD, tmp_path / "ra")
    wanted = {path.name: path.read_bytes() for path in (*built.papers, built.listed)}
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == wanted
    assert [one.code for one in made.findings] == [one.code for one in built.findings]


def test_what_is_saved_opens_as_it_was(whole: DossierForm, tmp_path: Path) -> None:
    saved = tmp_path / "luu.json"
    saved.write_bytes(dossier_forms.record_file(whole))

    assert dossier_forms.may_open(saved)
    assert dossier_forms.opened(saved) == (whole, ())


def test_last_years_dossier_is_opened_without_numbers_days_and_signers() -> None:
    again, left = dossier_forms.opened(RECORD, again=True)

    assert left == ("số, ngày, người ký",)
    assert {name for one in again.papers for name in one.values} & {"so", "ngay", "nguoi_ky"} == set()
    assert again.common["dia_danh"] == "Hà Nội"
    found = dossier_forms.check(again)
    assert {one.code for one in found} == {"TP311"}
    assert "van_ban[1].ngay" in [one.place.field for one in found]


def test_each_fault_stands_at_its_paper(whole: DossierForm) -> None:
    found = dossier_forms.check(_with(_with(whole, 2, so="hai"), 7, ngay="31/2/2026"))

    assert [one.place.field for one in found] == ["van_ban[2].so", "van_ban[7].ngay"]


def test_a_paper_that_says_otherwise_than_what_is_common_is_told(whole: DossierForm) -> None:
    found = dossier_forms.check(_with(whole, 7, dia_danh="Huế"))

    assert [(one.code, one.place.field) for one in found] == [("DS102", "van_ban[7].dia_danh")]


def test_a_file_made_elsewhere_goes_along_and_one_that_is_gone_is_told(
    whole: DossierForm, tmp_path: Path
) -> None:
    file = tmp_path / "so-sanh.pdf"
    file.write_bytes(b"%PDF")
    added = PaperForm("", title="Bản so sánh, thuyết minh nội dung dự thảo", file=file)

    made = dossier_forms.build(replace(whole, papers=(*whole.papers, added)))
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert archive.read("10-so-sanh.pdf") == b"%PDF"
    assert made.findings == ()

    gone = replace(whole, papers=(*whole.papers, replace(added, file=None)))
    assert [(one.code, one.place.field) for one in dossier_forms.check(gone)] == [("DS106", "van_ban[10]")]


def test_a_stage_suggests_what_the_law_of_the_day_asks_for_and_is_not_there() -> None:
    suggested = dict(dossier_forms.suggested("tham_dinh", ["Tờ trình Chính phủ về dự thảo nghị định"]))
    assert suggested["Bản so sánh, thuyết minh nội dung dự thảo"] == ""
    assert suggested["Bản tổng hợp ý kiến, tiếp thu, giải trình"] == "ban-tong-hop-y-kien"
    assert "Tờ trình Chính phủ" not in suggested

    before = dict(dossier_forms.suggested("tham_dinh", day=date(2025, 3, 31)))
    assert "Bản so sánh, thuyết minh nội dung dự thảo" not in before
    assert before["Báo cáo rà soát các văn bản quy phạm pháp luật liên quan"] == "bao-cao-ra-soat"
    assert dossier_forms.suggested("") == ()


def test_what_two_papers_ask_for_alike_is_common_but_for_numbers_days_and_prose() -> None:
    two = [one.name for one in dossier_forms.common_fields(["cong-van-don-doc", "cong-van-lay-y-kien"])]
    assert {"dia_danh", "co_quan", "nguoi_ky", "luu"} <= set(two)
    assert {"so", "ngay", "ky_hieu", "kinh_gui", "noi_nhan"} & set(two) == set()
    assert dossier_forms.common_fields(["cong-van-don-doc"]) == ()
    assert [one.name for one in dossier_forms.common_fields(["cong-van-don-doc"], ["so"])] == ["so"]
    assert dossier_forms.shared_values(
        "cong-van-don-doc", {"dia_danh": "Huế", "du_thao": "Luật", "han_moi": " "}
    ) == {"dia_danh": "Huế"}


def test_a_file_of_other_data_is_no_dossier(tmp_path: Path) -> None:
    other = tmp_path / "khac.yaml"
    other.write_text("ten: Hồ sơ\n", encoding="utf-8")

    assert not dossier_forms.may_open(other)
    assert not dossier_forms.may_open(tmp_path / "khong-co.yaml")
