"""Checking a file against records, and a set against its contract."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_material import template

from kcdocs.api.check_template import check_file, check_set
from kcdocs.errors import KcdocsError


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "mau.docx").write_bytes(template("Số: {{ so }}", "Điều 2. Ghi chú", "{{ ghi_chu }}"))
    (tmp_path / "ho-so.yaml").write_text(
        'so: "1"\nghi_chu: x\n---\nso: "2"\n---\nso: "3"\n', encoding="utf-8"
    )
    return tmp_path / "mau.docx", tmp_path / "ho-so.yaml"


def test_a_field_that_only_some_records_lack_is_found_by_filling_and_told_once(paths):
    [fault] = check_file(*paths).faults
    assert fault.finding.code == "TP201"
    assert "ghi_chu" in fault.finding.message
    assert (fault.finding.place.paragraph, fault.finding.place.address) == (3, "dieu-2")


def test_without_records_only_the_template_is_judged(paths):
    assert check_file(paths[0]).faults == ()


def test_a_template_with_faults_of_its_own_is_not_tried(paths):
    paths[0].write_bytes(template("{{ so }", "{{ ghi_chu }}"))
    assert [fault.finding.code for fault in check_file(*paths).faults] == ["TP110"]


def test_every_shipped_set_agrees_with_its_contract():
    reports = [*check_set("to-trinh"), *check_set("quyet-dinh-cong-bo-tthc"), *check_set("thong-tu-thay-the")]
    wrong = [fault.finding for report in reports for fault in report.faults if report.broken]
    assert wrong == []
    assert all(report.tags > 20 for report in reports)


def test_one_version_of_a_set_may_be_asked_for():
    assert [report.name for report in check_set("to-trinh@2.0.0")] == ["to-trinh@2.0.0"]


def _copied_set(folder: Path, monkeypatch: pytest.MonkeyPatch, change: tuple[str, str]) -> None:
    import shutil

    from kcdocs import settings

    shutil.copytree(settings.shipped("templates"), folder / "bo-mau")
    schema = folder / "bo-mau/to-trinh/1.0.0/schema.json"
    text = schema.read_text(encoding="utf-8")
    assert change[0] in text
    schema.write_text(text.replace(*change), encoding="utf-8")
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(folder / "bo-mau"))


def test_a_field_renamed_in_the_contract_is_missing_one_way_and_unused_the_other(tmp_path, monkeypatch):
    _copied_set(tmp_path, monkeypatch, ('"co_so_phap_ly"', '"co_so_phap_luat"'))
    [report] = check_set("to-trinh@1.0.0")
    told = {(fault.finding.code, fault.finding.place.field) for fault in report.faults}
    assert ("TP201", "co_so_phap_ly") in told
    assert ("TP360", "co_so_phap_luat") in told
    missing = next(fault.finding for fault in report.faults if fault.finding.code == "TP201")
    assert missing.message == "Mẫu dùng «co_so_phap_ly» nhưng lược đồ không có."
    assert missing.mend == "Có phải là «co_so_phap_luat»?"


def test_an_unknown_set_is_told():
    with pytest.raises(KcdocsError) as caught:
        check_set("khong-co-bo-nay")
    assert caught.value.code == "TP301"
